"""A calculation of a case beside the same one under other norms: what of it changes, and through which norms. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.schuldhulp.domain.herziening import Normverschil

HERZIENBARE_STAPPEN: Final = ("toegelaten", "stabilisatie", "inventarisatie")
"""Steps in which a calculation can still be replaced: no creditor was offered anything by it."""

VELDEN: Final[Mapping[str, tuple[str, ...]]] = {
    "capaciteit": ("capaciteit", "type"),
    "krediet": ("netto_kredietsom", "kredietvergoeding", "laatste_termijn"),
    "verdeling": ("percentage_preferent", "percentage_concurrent"),
}
"""What of each part is an outcome: the day of it, and what follows from that day alone, is none."""


class Regelstand(StrEnum):
    """What became of one case in a revision."""

    WACHT = "wacht"
    WIJZIGT = "wijzigt"
    GELIJK = "gelijk"
    ZONDER = "zonder_berekening"
    VEROUDERD = "gegevens_gewijzigd"
    KIEZEN = "regeling_kiezen"
    NIET = "niet_te_berekenen"
    OVERGENOMEN = "overgenomen"
    VERVALLEN = "vervallen"


STANDEN: Final[Mapping[Regelstand, Tekst]] = {
    Regelstand.WACHT: Tekst("Wordt nog gerekend", "Still to be calculated"),
    Regelstand.WIJZIGT: Tekst("Verandert", "Changes"),
    Regelstand.GELIJK: Tekst("Blijft gelijk", "Stays the same"),
    Regelstand.ZONDER: Tekst("Nog geen berekening", "No calculation yet"),
    Regelstand.VEROUDERD: Tekst("Gegevens zijn daarna gewijzigd: reken in de zaak", "Data changed since: calculate in the case"),
    Regelstand.KIEZEN: Tekst("Er komt ruimte om af te lossen: kies in de zaak krediet of sparen", "There will be capacity: choose credit or saving in the case"),
    Regelstand.NIET: Tekst("Niet te berekenen: reken in de zaak, daar staat waarom", "Cannot be calculated: calculate in the case, which says why"),
    Regelstand.OVERGENOMEN: Tekst("Nieuwe berekening staat in de zaak", "New calculation stands in the case"),
    Regelstand.VERVALLEN: Tekst("Niet overgenomen: de zaak is intussen verder", "Not taken over: the case has moved on"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Zaakverschil:
    """Which outcomes differ, by part and field (`capaciteit/type`), and which norms they used that differ."""

    velden: tuple[str, ...]
    normen: tuple[Normverschil, ...]


def vergelijk(
    was: Sequence[Mapping[str, Any]],
    wordt: Sequence[Mapping[str, Any]],
    was_regeling: str,
    wordt_regeling: str,
) -> Zaakverschil:
    """Two calculations of a case, each the list of its parts (`naam`, `antwoord`), and what arrangement they gave."""
    oud, nieuw = _uitkomsten(was), _uitkomsten(wordt)
    velden = [naam for naam in sorted({*oud, *nieuw}) if oud.get(naam) != nieuw.get(naam)]
    if was_regeling != wordt_regeling:
        velden.insert(0, "regeling")
    voor, na = _normen(was), _normen(wordt)
    anders = [
        Normverschil(naam, voor.get(naam, ""), na.get(naam, ""))
        for naam in sorted({*voor, *na})
        if voor.get(naam) != na.get(naam)
    ]
    return Zaakverschil(tuple(velden), tuple(anders))


def mag_overnemen(naar: date, vandaag: date) -> bool:
    """Norms that do not hold yet can be looked at, and nothing is calculated by them for good."""
    return naar <= vandaag


def _uitkomsten(delen: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        f"{deel['naam']}/{veld}": deel["antwoord"].get(veld)
        for deel in delen
        for veld in VELDEN.get(deel["naam"], ())
    }


def _normen(delen: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    return {rij["naam"]: rij["waarde"] for deel in delen for rij in deel["antwoord"]["normset"]["normen"]}
