"""One melding with everything the actor may see of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Fout
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.scheme import Overgang
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.models import Taak, Tijdlijnregel, Zaak, ZaakTermijn
from samenhang.kernel.zaken.queries import betrokkenheid, toegang_tot, zaak_van
from samenhang.kernel.zaken.toestand import keuzes
from samenhang.schemes.vroegsignalering.domain.bewakers import MeldingFeiten
from samenhang.schemes.vroegsignalering.models import (
    Aanbod,
    Bezwaar,
    Contactpoging,
    Signaal,
    Uitkomst,
)
from samenhang.schemes.vroegsignalering.queries.feiten import Feitenlezer
from samenhang.schemes.vroegsignalering.scheme import SCHEME

EIGEN = ("behandelaar", "taak")


CATEGORIEEN = ("naw", "contact", "signaal", "opvolging", "uitkomst")


@dataclass(frozen=True, slots=True)
class SignaalBeeld:
    """A signal as its case shows it."""

    partner: str
    partner_soort: str
    soort: str
    bedrag: Bedrag
    datum: date
    dreiging: str
    datum_dreiging: date | None
    maanden: int | None


@dataclass(frozen=True, slots=True)
class PersoonBeeld:
    """A person in a case, with only what was granted."""

    id: UUID
    naam: str
    geboortedatum: date | None
    adres: str
    telefoon: str = ""
    email: str = ""
    signalen: tuple[SignaalBeeld, ...] = ()


@dataclass(frozen=True, slots=True)
class ZaakBeeld:
    """Everything a case page or API answer shows; categories that were refused are empty and named in `geweigerd`."""

    zaak: Zaak
    personen: tuple[PersoonBeeld, ...]
    pogingen: Sequence[Contactpoging]
    aanbiedingen: Sequence[Aanbod]
    bezwaren: Sequence[Bezwaar]
    uitkomst: Uitkomst | None
    feiten: MeldingFeiten
    keuzes: Sequence[tuple[Overgang, tuple[Fout, ...]]]
    termijnen: Sequence[ZaakTermijn]
    taken: Sequence[Taak]
    tijdlijn: Sequence[Tijdlijnregel]
    geweigerd: tuple[tuple[str, str], ...] = ()
    adres: str = field(default="")


@query(SCHEME, "melding bekijken")
def melding(actor: Actor, zaak_id: UUID) -> ZaakBeeld:
    """A melding with everything the actor may see of it; raises `NietToegestaan` when that is nothing.

    Who does not treat it sees what is needed to divide the work: name and address.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    doel = (
        "inzage"
        if actor.organisatie_id is None
        else SCHEME.doel
        if betrokkenheid(actor, zaak) in EIGEN
        else "werkverdeling"
    )
    personen = None if actor.organisatie_id is not None else [actor.persoon_id] if actor.persoon_id else []
    toegang = toegang_tot(actor, zaak, leest=CATEGORIEEN, doel=doel, gedeeltelijk=True, personen=personen)
    return beeld_van(actor, zaak, toegang)


def beeld_van(actor: Actor, zaak: Zaak, toegang: Toegang) -> ZaakBeeld:
    leest = toegang.leest
    pogingen = (
        list(Contactpoging.objects.met(toegang).filter(zaak=zaak).order_by("-datum", "-vastgelegd"))
        if "opvolging" in leest
        else []
    )
    aanbiedingen = (
        list(Aanbod.objects.met(toegang).filter(zaak=zaak).order_by("-datum")) if "opvolging" in leest else []
    )
    bezwaren = (
        list(Bezwaar.objects.met(toegang).filter(zaak=zaak).order_by("-datum"))
        if "opvolging" in leest
        else []
    )
    uitkomst = (
        Uitkomst.objects.met(toegang).filter(zaak=zaak).order_by("-moment", "-id").first()
        if "uitkomst" in leest
        else None
    )
    mensen = _personen(zaak, toegang)
    lezer = Feitenlezer(
        zaak,
        toegang,
        pogingen=[poging for poging in pogingen if poging.vervallen_op is None],
        aanbiedingen=aanbiedingen,
        bezwaren=bezwaren,
        uitkomst=uitkomst,
    )
    wat = lezer.alle() if "opvolging" in leest and "uitkomst" in leest else MeldingFeiten()
    return ZaakBeeld(
        zaak=zaak,
        personen=mensen,
        pogingen=_eens(pogingen),
        aanbiedingen=_eens(aanbiedingen),
        bezwaren=bezwaren,
        uitkomst=uitkomst,
        feiten=wat,
        keuzes=keuzes(SCHEME.zaak, zaak.stap, actor.rollen.get(SCHEME.naam, ()), wat)
        if actor.organisatie_id
        else (),
        termijnen=list(zaak.termijnen.order_by("klaar", "einde")),
        taken=list(zaak.taken.select_related("behandelaar").order_by("klaar", "uiterlijk")),
        tijdlijn=list(zaak.tijdlijn.all()),
        geweigerd=toegang.besluit.geweigerd,
        adres=mensen[0].adres if mensen else "",
    )


def _eens(rijen: list[Any]) -> list[Any]:
    """Rows that are kept once per person of the household are shown once."""
    gezien, uniek = set(), []
    for rij in rijen:
        sleutel = (
            rij.datum,
            getattr(rij, "soort", getattr(rij, "kanaal", "")),
            getattr(rij, "dagdeel", ""),
            getattr(rij, "vastgelegd", None),
        )
        if sleutel not in gezien:
            gezien.add(sleutel)
            uniek.append(rij)
    return uniek


def _personen(zaak: Zaak, toegang: Toegang) -> tuple[PersoonBeeld, ...]:
    if "naw" not in toegang.leest:
        return ()
    contact = (
        {rij.persoon_id: rij for rij in Contactgegeven.objects.met(toegang)}
        if "contact" in toegang.leest
        else {}
    )
    signalen: dict[UUID, list[SignaalBeeld]] = {}
    if "signaal" in toegang.leest:
        for rij in (
            Signaal.objects.met(toegang)
            .filter(zaak=zaak)
            .select_related("partner")
            .order_by("-datum_signaal", "signaal_id")
        ):
            beeld = SignaalBeeld(
                rij.partner.naam,
                rij.partner_soort,
                rij.soort_signaal,
                Bedrag(rij.bedrag_centen),
                rij.datum_signaal,
                rij.dreiging,
                rij.datum_dreiging,
                rij.aantal_maanden,
            )
            signalen.setdefault(rij.persoon_id, []).append(beeld)
    mensen = []
    for naw in Naw.objects.met(toegang).order_by("persoon_id"):
        bereik = contact.get(naw.persoon_id)
        mensen.append(
            PersoonBeeld(
                id=naw.persoon_id,
                naam=naw.weergavenaam,
                geboortedatum=naw.geboortedatum,
                adres=f"{naw.adresregel}, {naw.postcode} {naw.woonplaats}",
                telefoon=bereik.telefoon if bereik else "",
                email=bereik.email if bereik else "",
                signalen=tuple(signalen.get(naw.persoon_id, ())),
            )
        )
    return tuple(mensen)
