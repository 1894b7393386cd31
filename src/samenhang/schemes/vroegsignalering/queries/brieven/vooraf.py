"""The look before sending: who gets a letter, who does not and why, and an example. Sends and stores nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import inzien, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering import brieven
from samenhang.schemes.vroegsignalering.beleid import regels_op
from samenhang.schemes.vroegsignalering.domain.beleidsregels import Beleidsregels
from samenhang.schemes.vroegsignalering.domain.brieven import (
    REDENEN,
    Ingevuld,
    Sjabloon,
    reden_geen_brief,
)
from samenhang.schemes.vroegsignalering.queries.brieven.inhoud import (
    Briefkeuze,
    afzender_van,
    gekozen,
    gemeenschappelijk,
    regels_voor,
)
from samenhang.schemes.vroegsignalering.queries.eigen import (
    Eigenzaak,
    briefstand,
    eigen_zaken,
    wachtende_zaken,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME

WERKERS = ("vroegsignaleerder", "teamleider")
LEEST = ("naw", "signaal", "opvolging", "bezwaar")


@dataclass(frozen=True, slots=True)
class Briefrij:
    """One household of the look: how many letters it gets, or why none."""

    zaak_id: UUID
    nummer: str
    prioriteit: int
    naam: str
    adres: str
    brieven: int
    reden: str = ""

    @property
    def waarom(self) -> Tekst | None:
        """The reason in words."""
        return REDENEN[self.reden] if self.reden else None


@dataclass(frozen=True, slots=True)
class Briefvoorbeeld:
    """The look before sending: who gets a letter, who does not and why, and what must be set up first."""

    sjabloon: Sjabloon
    taal: str
    rijen: tuple[Briefrij, ...]
    ontbreekt: tuple[Tekst, ...]

    @property
    def krijgt(self) -> tuple[Briefrij, ...]:
        """Households that get a letter."""
        return tuple(rij for rij in self.rijen if not rij.reden)

    @property
    def krijgt_niet(self) -> tuple[Briefrij, ...]:
        """Households that get none."""
        return tuple(rij for rij in self.rijen if rij.reden)

    @property
    def redenen(self) -> tuple[tuple[Tekst, int], ...]:
        """How often each reason occurs, the most frequent first."""
        telling = Counter(rij.reden for rij in self.krijgt_niet)
        return tuple((REDENEN[reden], aantal) for reden, aantal in telling.most_common())


@inzien(SCHEME, "brieven kiezen")
def sjablonen(actor: Actor) -> list[Sjabloon]:
    """The letters that hold today."""
    rol_vereist(actor, SCHEME.naam, *WERKERS)
    return list(brieven.sjablonen_op(timezone.localdate()).values())


@query(SCHEME, "brieven bekijken vóór verzending")
def briefvoorbeeld(actor: Actor, keuze: Briefkeuze) -> Briefvoorbeeld:
    """Who of one's own cases would get this letter now, who would not and why. Sends and stores nothing."""
    rol_vereist(actor, SCHEME.naam, *WERKERS)
    sjabloon, regels = gekozen(keuze), regels_op(actor.organisatie, timezone.localdate())
    zaken = eigen_zaken(actor, leest=LEEST, zaken=keuze.zaken or None)
    wachtend = wachtende_zaken([eigen.zaak.id for eigen in zaken])
    rijen = [
        _rij(eigen, sjabloon, regels, wachtend)
        for eigen in zaken
        if keuze.prioriteit is None or eigen.zaak.prioriteit == keuze.prioriteit
    ]
    return Briefvoorbeeld(
        sjabloon, keuze.taal, tuple(rijen), afzender_van(actor.organisatie, regels).ontbreekt()
    )


def _rij(eigen: Eigenzaak, sjabloon: Sjabloon, regels: Beleidsregels, wachtend: Collection[UUID]) -> Briefrij:
    reden = reden_geen_brief(briefstand(eigen, regels, wachtend), sjabloon)
    aan = eigen.aan_wie()
    eerste = (aan or eigen.mensen or (None,))[0]
    return Briefrij(
        eigen.zaak.id,
        eigen.zaak.nummer,
        eigen.zaak.prioriteit,
        eerste.weergavenaam if eerste else "",
        f"{eerste.adresregel}, {eerste.postcode} {eerste.woonplaats}" if eerste else "",
        0 if reden else len(aan),
        reden,
    )


@query(SCHEME, "proefbrief bekijken")
def proefbrief(actor: Actor, keuze: Briefkeuze) -> bytes:
    """The PDF of the first letter that would go, marked as an example. Sends and stores nothing."""
    rol_vereist(actor, SCHEME.naam, *WERKERS)
    sjabloon, dag = gekozen(keuze), timezone.localdate()
    regels = regels_op(actor.organisatie, dag)
    zaken = eigen_zaken(actor, leest=LEEST, zaken=keuze.zaken or None)
    wachtend = wachtende_zaken([eigen.zaak.id for eigen in zaken])
    for eigen in zaken:
        past = keuze.prioriteit is None or eigen.zaak.prioriteit == keuze.prioriteit
        if past and not reden_geen_brief(briefstand(eigen, regels, wachtend), sjabloon):
            naw = eigen.aan_wie()[0]
            rond = gemeenschappelijk(sjabloon, afzender_van(actor.organisatie, regels), regels.aanbod, keuze.taal, dag)  # fmt: skip
            bronnen = tuple(s.partner.naam for s in eigen.signalen_van(naw.persoon_id))
            ingevuld = Ingevuld(regels_voor(naw), naw.weergavenaam, bronnen, eigen.zaak.nummer, actor.naam)
            return brieven.zet(rond, [ingevuld], voorbeeld=True)
    raise geen_brieven()


def geen_brieven() -> Geweigerd:
    """The refusal when nobody of the choice gets a letter."""
    return Geweigerd(
        "geen_brieven",
        Tekst(
            "Niemand in deze keuze krijgt nu deze brief. Bekijk waarom, of kies een andere brief.",
            "Nobody in this choice gets this letter now. See why, or choose another letter.",
        ),
        status=409,
    )
