"""The resident's own cases, and what was sent about him to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.verstrekkingen.models import OverdrachtInhoud, UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import TITELS
from samenhang.schemes.vroegsignalering.models import Signaal, Terugkoppeling
from samenhang.schemes.vroegsignalering.queries.melding import CATEGORIEEN, ZaakBeeld, beeld_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Verstuurd:
    """Something that was sent about the resident: what, to whom, when, on which legal basis, and exactly which data."""

    wat: Tekst
    naar: str
    moment: datetime
    grondslag: str
    gegevens: tuple[Tekst, ...]


@dataclass(frozen=True, slots=True)
class InwonerZaak:
    """A case as the resident sees it: his own data only, who his contact is, what was sent to whom."""

    beeld: ZaakBeeld
    gemeente: str
    contactpersoon: str
    verstuurd: tuple[Verstuurd, ...]


@query(SCHEME, "mijn gegevens bekijken")
def mijn_zaken(actor: Actor) -> list[InwonerZaak]:
    """The resident's own cases, the newest first; an empty list when there are none."""
    if actor.persoon_id is None:
        return []
    zaken = (
        Zaak.objects.filter(
            id__in=Betrokkene.objects.filter(persoon_id=actor.persoon_id).values("zaak_id"),
            scheme=SCHEME.naam,
        )
        .select_related("organisatie", "behandelaar")
        .order_by("-geopend", "-id")
    )
    return [_zaak(actor, zaak, actor.persoon_id) for zaak in zaken]


def _zaak(actor: Actor, zaak: Zaak, persoon_id: UUID) -> InwonerZaak:
    toegang = toegang_tot(
        actor, zaak, leest=CATEGORIEEN, doel="inzage", gedeeltelijk=True, personen=[persoon_id]
    )
    return InwonerZaak(
        beeld=beeld_van(actor, zaak, toegang, "zelf"),
        gemeente=zaak.organisatie.onderscheidend,
        contactpersoon=zaak.behandelaar.naam if zaak.behandelaar and not zaak.gesloten else "",
        verstuurd=_verstuurd(zaak, toegang),
    )


def _verstuurd(zaak: Zaak, toegang: Toegang) -> tuple[Verstuurd, ...]:
    """Hand-overs and feedback about the resident, in the order in which they went."""
    rijen = [*_overgedragen(zaak, toegang), *_teruggekoppeld(zaak, toegang)]
    return tuple(sorted(rijen, key=lambda rij: rij.moment))


def _teruggekoppeld(zaak: Zaak, toegang: Toegang) -> Iterator[Verstuurd]:
    if "signaal" not in toegang.leest:
        return
    signalen = list(Signaal.objects.met(toegang).filter(zaak=zaak).values_list("id", flat=True))
    rijen = Terugkoppeling.objects.met(toegang).filter(signaal_id__in=signalen)
    for rij in rijen.select_related("partner", "bericht"):
        yield Verstuurd(
            wat=Tekst(f"Bericht: {TITELS[rij.soort].nl}", f"Message: {TITELS[rij.soort].en}"),
            naar=rij.partner.naam,
            moment=rij.bericht.gemaakt,
            grondslag="bgs-17",
            gegevens=(Tekst("hun eigen nummer van uw rekening", "their own number of your bill"),)
            + ((Tekst(f"pauze tot {rij.pauze_tot:%d-%m-%Y}", f"pause until {rij.pauze_tot:%d-%m-%Y}"),) if rij.pauze_tot else ()),
        )  # fmt: skip


def _overgedragen(zaak: Zaak, toegang: Toegang) -> Iterator[Verstuurd]:
    if "naw" not in toegang.leest:
        return
    inhoud = {rij.overdracht_id: rij.inhoud for rij in OverdrachtInhoud.objects.met(toegang)}
    titels = {overdracht.soort: overdracht.titel for overdracht in SCHEME.stuurt}
    for rij in UitgaandeOverdracht.objects.filter(zaak=zaak):
        if rij.id in inhoud:
            yield Verstuurd(
                wat=titels.get(rij.soort, Tekst(rij.soort, rij.soort)),
                naar=inhoud[rij.id].get("naar_gemeente") or rij.naar_scheme,
                moment=rij.gemaakt,
                grondslag=rij.grondslag,
                gegevens=tuple(
                    Tekst(naam.replace("_", " "), naam.replace("_", " "))
                    for naam, waarde in inhoud[rij.id].items()
                    if waarde
                ),
            )
