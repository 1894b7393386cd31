"""Who may look at the data of a young person: himself from twelve, who represents him until sixteen. Pure.

Source: Wmo 2015 art. 5.3.2 and 5.3.3 (unverified). From twelve to sixteen both may.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.toegang.voorwaarden import OUD_GENOEG, VOLWASSEN

DOCUMENTEN: Final = {
    "gezagsregister": Tekst("Uittreksel uit het gezagsregister", "Extract of the custody register"),
    "uitspraak": Tekst("Uitspraak van de rechter", "Judgment of the court"),
    "geboorteakte": Tekst("Akte van geboorte of erkenning", "Certificate of birth or recognition"),
}
"""By which document was seen that someone represents another."""
MEERDERJARIG: Final = 18
"""From this age someone can represent another. Source: BW 1:233, 1:246 (unverified)."""


@dataclass(frozen=True, slots=True)
class Periode:
    """From and to which day (counts itself) someone represents another, unless it ended before."""

    van: date
    tot: date | None
    geeindigd: date | None

    def loopt(self, dag: date) -> bool:
        """Whether it holds on that day."""
        einde = min((d for d in (self.tot, self.geeindigd) if d is not None), default=None)
        return self.van <= dag and (einde is None or dag <= einde)


def mag_zelf_inzien(jaren: int | None) -> bool:
    """Whether someone of this age asks for his own data himself; who is of unknown age is no known child."""
    return jaren is None or jaren >= OUD_GENOEG


def te_oud(jaren: int) -> bool:
    """Whether only this person himself asks for his data."""
    return jaren >= VOLWASSEN


def overlapt(nieuw: Periode, bestaand: Iterable[Periode]) -> bool:
    """Whether one of these holds on a day of the new one."""

    def einde(periode: Periode) -> date:
        return min((d for d in (periode.tot, periode.geeindigd) if d is not None), default=date.max)

    return any(nieuw.van <= einde(ander) and ander.van <= einde(nieuw) for ander in bestaand)
