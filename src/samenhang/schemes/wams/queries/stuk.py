"""The plan as a paper: for who coordinates the whole of it, for a resident his own part."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.dimensies import INZAGE
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import betrokkenheid, toegang_tot, zaak_onbekend, zaak_van
from samenhang.kernel.zaken.zwijgen import nog_te_vertellen
from samenhang.schemes.wams.domain.proces import IN_AANPAK
from samenhang.schemes.wams.dossier import Dossier, open_dossier
from samenhang.schemes.wams.models import Afspraak, Doel, Gezinslid, Overleg
from samenhang.schemes.wams.scheme import SCHEME
from samenhang.schemes.wams.stukken.plan import Plangegevens, zet


def keur_taal(taal: str) -> None:
    """Refuse a language in which no document here is made."""
    if taal not in ("nl", "en"):
        tekst = Tekst("Kies als taal nl of en.", "Choose nl or en as language.")
        raise Geweigerd.bij("taal", "taal_onbekend", tekst)


@query(SCHEME, "plan op papier maken")
def planstuk(actor: Actor, zaak_id: UUID, taal: str = "nl") -> bytes:
    """The plan as PDF/UA, in Dutch or English. Raises `Geweigerd` when there is no plan, or for who does not treat the case."""
    keur_taal(taal)
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    if actor.persoon_id is not None:
        return zet(_eigen(actor, zaak), taal)
    if zaak.stap not in IN_AANPAK:
        raise _geen_plan()
    if betrokkenheid(actor, zaak) != "behandelaar":
        raise Geweigerd(
            "niet_betrokken",
            Tekst("De coördinator maakt het plan op papier; vraag het haar of hem.", "The coordinator makes the plan on paper; ask her or him."),
            status=403,
        )  # fmt: skip
    return zet(_heel(open_dossier(actor, zaak_id)), taal)


def _heel(dossier: Dossier) -> Plangegevens:
    if not dossier.doelen:
        raise _geen_plan()
    namen = {lid.persoon_id: lid.naam for lid in dossier.leden}
    return _gegevens(dossier.zaak, dossier.leden, namen, dossier.doelen, dossier.afspraken)


def _eigen(actor: Actor, zaak: Zaak) -> Plangegevens:
    if actor.persoon_id is None or zaak.id in nog_te_vertellen(actor, SCHEME.naam):
        raise zaak_onbekend()
    toegang = toegang_tot(actor, zaak, leest=("gezin", "afspraken"), doel=INZAGE, personen=[actor.persoon_id])
    leden = list(Gezinslid.objects.met(toegang).filter(zaak=zaak))
    doelen = list(Doel.objects.met(toegang).filter(zaak=zaak).order_by("moment", "id"))
    if not doelen:
        raise _geen_plan()
    afspraken = list(Afspraak.objects.met(toegang).filter(zaak=zaak))
    return _gegevens(zaak, leden, {lid.persoon_id: lid.naam for lid in leden}, doelen, afspraken)


def _gegevens(
    zaak: Zaak, leden: list[Gezinslid], namen: dict[UUID, str], doelen: list[Doel], afspraken: list[Afspraak]
) -> Plangegevens:
    overleg = Overleg.objects.filter(zaak=zaak, gesloten__isnull=True).first()
    return Plangegevens(
        nummer=zaak.nummer,
        gemeente=zaak.organisatie.naam,
        coordinator=zaak.behandelaar.naam if zaak.behandelaar else "",
        gezin=[lid.naam for lid in leden],
        namen=namen,
        doelen=doelen,
        afspraken=sorted(afspraken, key=lambda afspraak: (afspraak.uiterlijk, str(afspraak.id))),
        overleg=overleg.dag if overleg else None,
        dag=vandaag(),
    )


def _geen_plan() -> Geweigerd:
    return Geweigerd(
        "geen_plan", Tekst("Er is nog geen plan: zet er eerst een doel in.", "There is no plan yet: first put a goal into it."), status=409
    )  # fmt: skip
