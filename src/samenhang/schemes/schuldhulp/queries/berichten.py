"""The messages of a municipality to and from creditors: how each stands, and what asks for attention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken import actions as zaken
from samenhang.schemes.schuldhulp.knooppunt.adres import doet_mee
from samenhang.schemes.schuldhulp.models import Knooppuntbericht, Knooppuntronde
from samenhang.schemes.schuldhulp.scheme import SCHEME, WERKER

HOOGSTENS: Final = 500
STIL: Final = timedelta(days=1)
"""So long without a round that went well, and the page says so: messages lie at the node for days only."""


@dataclass(frozen=True, slots=True)
class Berichtregel:
    """One message; of whom the debts are is not in it, but the number of the case."""

    id: UUID
    zaak: UUID
    zaaknummer: str
    schuldeiser: str
    uitgaand: bool
    soort: str
    stand: str
    gemaakt: datetime
    vervalt: date | None
    uiterlijk: date | None
    blijft_liggen: bool
    uitkomst: str
    fout: Tekst | None


@dataclass(frozen=True, slots=True)
class Berichtenbeeld:
    """The messages, whether this municipality takes part, and how the last round along the node went."""

    regels: tuple[Berichtregel, ...]
    doet_mee: bool
    gelukt: datetime | None
    achter: bool
    fout: Tekst | None


@query(SCHEME, "berichten bekijken")
def berichten(actor: Actor) -> Berichtenbeeld:
    """What asks for attention first, then the newest; 500 at most."""
    rol_vereist(actor, SCHEME.naam, WERKER)
    organisatie = Organisatie.objects.get(id=actor.organisatie)
    alle = Knooppuntbericht.objects.filter(organisatie=organisatie).select_related("schuldeiser", "zaak")
    rijen, vandaag = list(alle[:HOOGSTENS]), zaken.vandaag()
    regels = [_regel(rij, vandaag) for rij in rijen]
    ronde = Knooppuntronde.objects.filter(organisatie=organisatie).first()
    gelukt = ronde.gelukt if ronde else None
    fout = Tekst(ronde.fout_nl, ronde.fout_en) if ronde and ronde.fout_nl else None
    try:
        mee = doet_mee(organisatie)
    except Geweigerd as nee:
        mee, fout = True, nee.tekst
    return Berichtenbeeld(
        tuple(sorted(regels, key=lambda regel: not (regel.blijft_liggen or regel.uitkomst))),
        mee,
        gelukt,
        mee and ronde is not None and (gelukt is None or huidige_operatie().nu - gelukt > STIL),
        fout,
    )


def _regel(rij: Knooppuntbericht, vandaag: date) -> Berichtregel:
    return Berichtregel(
        rij.id,
        rij.zaak_id,
        rij.zaak.nummer,
        rij.schuldeiser.naam,
        rij.uitgaand,
        rij.soort,
        rij.stand,
        rij.gemaakt,
        rij.vervalt,
        rij.uiterlijk,
        rij.blijft_liggen(vandaag),
        rij.uitkomst,
        Tekst(rij.fout_nl, rij.fout_en) if rij.fout_nl else None,
    )
