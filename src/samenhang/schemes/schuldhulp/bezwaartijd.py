"""What moves the day by which an objection is decided, each told in writing (Awb 7:10 lid 5).

Worked out here once, in memory: for the letter that is looked at beforehand, and for the action that stores it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.schemes.schuldhulp.actions.gedeeld import keuze, weiger, zin
from samenhang.schemes.schuldhulp.bezwaarbrieven import (
    AANVULVRAAG,
    COMMISSIEBERICHT,
    UITSTELBERICHT,
    VERDAGINGSBERICHT,
)
from samenhang.schemes.schuldhulp.bezwaarzaak import Bezwaarzaak
from samenhang.schemes.schuldhulp.domain.bezwaar import (
    ONTBREEKT,
    ONTBREEKT_BRIEF,
    OP_EIGEN_PAGINA,
    UITSTEL,
    UITSTEL_BRIEF,
    aanvultermijn,
)
from samenhang.schemes.schuldhulp.domain.brieven import Waarde
from samenhang.schemes.schuldhulp.models import Bezwaarschrift

WELK: Final = ("Welk bezwaar?", "Which objection?")
_JAAR: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Herstelvraag:
    """What the resident is asked to add, and until when; the term for deciding stands still meanwhile."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")
    ontbreekt: str = veld("Wat ontbreekt er?", "What is missing?", keuzes=tuple(ONTBREEKT.items()))
    toelichting: str = veld("Wat moet de inwoner nog weten?", "What else must the resident know?", standaard="", regels=3, hoogstens=500, uitleg=Tekst("Dit staat in de brief. Ontbreekt er meer, noem het hier.", "This stands in the letter. When more is missing, name it here."))  # fmt: skip
    uiterlijk: date | None = veld("Uiterlijk aangevuld", "Added by", standaard=None, uitleg=Tekst("Laat leeg voor twee weken.", "Leave empty for two weeks."))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdaging:
    """Why the decision is put off for six weeks."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")
    reden: str = veld("Waarom?", "Why?", regels=2, hoogstens=500, uitleg=Tekst("De inwoner leest dit (Awb 7:10 lid 5).", "The resident reads this (Awb 7:10 lid 5)."))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Uitstelinvoer:
    """Further delay, on one of the grounds that the law knows."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")
    tot: date = veld("Uitstel tot en met", "Delay up to", vandaag=True)
    grond: str = veld("Op welke grond?", "On which ground?", keuzes=tuple(UITSTEL.items()))


@dataclass(frozen=True, slots=True)
class Adviesvraag:
    """On which objection a committee advises."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")


@dataclass(frozen=True, slots=True)
class Mededeling:
    """What changed, in memory: the objection and its columns, the letter that tells it, and what that fills in."""

    rij: Bezwaarschrift
    velden: tuple[str, ...]
    soort: str
    waarden: dict[str, Waarde]


def vraag_aanvulling(zaak: Bezwaarzaak, invoer: Herstelvraag) -> Mededeling:
    """What is missing, until when it can be added and what the waiting does to the term (Awb 6:6, 7:10 lid 2).

    Raises `Geweigerd` for a day that has come or is more than a year away, and while he already has time to add.
    """
    rij, vandaag = zaak.open_bezwaar(invoer.bezwaar), zaken.vandaag()
    keuze("ontbreekt", invoer.ontbreekt, ONTBREEKT)
    if invoer.uiterlijk is not None and invoer.uiterlijk <= vandaag:
        raise weiger("uiterlijk", "datum_te_vroeg", "Geef de inwoner tijd: kies een dag na vandaag.", "Give the resident time: choose a day after today.")  # fmt: skip
    if invoer.uiterlijk is not None and invoer.uiterlijk > vandaag + _JAAR:
        raise weiger("uiterlijk", "datum_te_laat", "Dat is meer dan een jaar. Kies een eerdere dag.", "That is more than a year. Choose an earlier day.")  # fmt: skip
    if rij.aanvullen_tot is not None and rij.aanvullen_tot >= vandaag:
        raise Geweigerd("herstel_loopt", Tekst("De inwoner heeft al tijd om aan te vullen.", "The resident already has time to add."), status=409)  # fmt: skip
    tot = aanvultermijn(vandaag, invoer.uiterlijk, standaardkalender()).einde
    rij.pauzes = [*rij.pauzes, [(vandaag + timedelta(days=1)).isoformat(), tot.isoformat()]]
    rij.ontbreekt = invoer.ontbreekt
    zaak.herreken(rij)
    waarden: dict[str, Waarde] = {"ontbreekt": ONTBREEKT_BRIEF[rij.ontbreekt], "aanvullen_tot": tot, "eigen_pagina": OP_EIGEN_PAGINA if rij.ontbreekt == "gronden" else "", "toelichting": invoer.toelichting.strip()}  # fmt: skip
    return Mededeling(rij, ("pauzes", "ontbreekt"), AANVULVRAAG, waarden)


def verdaag(zaak: Bezwaarzaak, invoer: Verdaging) -> Mededeling:
    """Six weeks more, once, before the term is over, with the reason (Awb 7:10 lid 3). Raises `Geweigerd`."""
    rij = zaak.open_bezwaar(invoer.bezwaar)
    if rij.verdaagd_om:
        raise Geweigerd("al_verdaagd", Tekst("Verdagen kan één keer. Verder uitstel kan alleen op een grond van de wet.", "Putting off is possible once. Further delay is possible on a ground of the law only."), status=409)  # fmt: skip
    was = _niet_over(rij)
    rij.verdaagd_om = zin("reden", invoer.reden, 500)
    zaak.herreken(rij)
    return Mededeling(rij, ("verdaagd_om",), VERDAGINGSBERICHT, {"was": was, "toelichting": rij.verdaagd_om})


def stel_uit(zaak: Bezwaarzaak, invoer: Uitstelinvoer) -> Mededeling:
    """Further delay up to a day, on a ground of Awb 7:10 lid 4. Raises `Geweigerd`."""
    rij = zaak.open_bezwaar(invoer.bezwaar)
    keuze("grond", invoer.grond, UITSTEL)
    was = _niet_over(rij)
    if invoer.tot <= rij.uiterlijk:
        raise weiger("tot", "datum_te_vroeg", f"De termijn loopt al tot en met {rij.uiterlijk}. Kies een latere dag.", f"The term already runs up to {rij.uiterlijk}. Choose a later day.")  # fmt: skip
    if invoer.tot > zaken.vandaag() + _JAAR:
        raise weiger("tot", "datum_te_laat", "Dat is meer dan een jaar. Kies een eerdere dag.", "That is more than a year. Choose an earlier day.")  # fmt: skip
    rij.uitstel_tot, rij.uitstel_grond = invoer.tot, invoer.grond
    zaak.herreken(rij)
    return Mededeling(rij, ("uitstel_tot", "uitstel_grond"), UITSTELBERICHT, {"was": was, "grond": UITSTEL_BRIEF[rij.uitstel_grond]})  # fmt: skip


def vraag_advies(zaak: Bezwaarzaak, invoer: Adviesvraag) -> Mededeling:
    """An advisory committee hears him and advises: twelve weeks instead of six (Awb 7:10 lid 1, 7:13). Raises `Geweigerd`."""
    rij = zaak.open_bezwaar(invoer.bezwaar)
    if rij.commissie:
        raise Geweigerd("al_commissie", Tekst("De commissie adviseert al.", "The committee advises already."), status=409)  # fmt: skip
    was, rij.commissie = rij.uiterlijk, True
    zaak.herreken(rij)
    return Mededeling(rij, ("commissie",), COMMISSIEBERICHT, {"was": was})


MEDEDELINGEN: Final[dict[type[Any], Callable[[Bezwaarzaak, Any], Mededeling]]] = {
    Herstelvraag: vraag_aanvulling,
    Verdaging: verdaag,
    Uitstelinvoer: stel_uit,
    Adviesvraag: vraag_advies,
}
"""By its input: what moves the day."""


def _niet_over(rij: Bezwaarschrift) -> date:
    """The last day as it is now; raises `Geweigerd` once it is over."""
    if rij.uiterlijk < zaken.vandaag():
        raise Geweigerd("termijn_voorbij", Tekst(f"De termijn eindigde op {rij.uiterlijk}: verlengen kan niet meer.", f"The term ended on {rij.uiterlijk}: it can no longer be extended."), status=409)  # fmt: skip
    dag: date = rij.uiterlijk
    return dag
