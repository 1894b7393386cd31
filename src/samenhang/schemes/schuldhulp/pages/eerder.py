"""What stood in a case before, in words: changed since, corrected, or taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.schemes.schuldhulp.domain import lijsten
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.models import EerdereWaarde
from samenhang.schemes.schuldhulp.pages.rechtbank import VERZOEKSTANDEN
from samenhang.web.weergave import korte_datum

CODES: dict[str, dict[str, Tekst]] = {
    "rang": lijsten.RANGEN,
    "antwoord": lijsten.ANTWOORDEN,
    "via": lijsten.WEGEN,
    "reden": lijsten.WEIGERREDENEN,
    "stand": lijsten.SCHULDSTANDEN | lijsten.BORGSTANDEN | VERZOEKSTANDEN,
}
"""Fields of which the value is a word of a closed list."""


@dataclass(frozen=True, slots=True)
class Eerder:
    """A row for the page: of what, its fields by name with their value, and when, by whom and why it went."""

    rij: EerdereWaarde
    wat: Tekst
    velden: list[tuple[Tekst, Tekst | str]]


def eerdercontext(dossier: Dossier | None) -> dict[str, Any]:
    """What the template of a case needs for the values that no longer hold, the newest first."""
    rijen = reversed(dossier.eerdere_waarden) if dossier else ()
    return {
        "eerder": [
            Eerder(
                rij,
                lijsten.EERDER[rij.wat],
                [
                    (lijsten.EERDERE_VELDEN[naam], _in_woorden(naam, waarde))
                    for naam, waarde in rij.was.items()
                ],
            )
            for rij in rijen
        ]
    }


def _in_woorden(naam: str, waarde: str) -> Tekst | str:
    if naam in CODES:
        return CODES[naam].get(waarde, waarde)
    if naam in lijsten.EERDERE_BEDRAGEN:
        return Bedrag.lees(waarde).scherm()
    return korte_datum(date.fromisoformat(waarde)) if naam in lijsten.EERDERE_DAGEN else waarde
