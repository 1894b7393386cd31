"""What stands still because somebody objected (AVG art. 21 and 18), and what may end that. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.rechten.domain.toestemming import ELK

GEGROND, DEELS, ONGEGROND = "gegrond", "deels", "ongegrond"
UITKOMSTEN: Final = {
    GEGROND: Tekst("Gegrond: alles waartegen bezwaar is stopt", "Well-founded: all that was objected to stops"),
    DEELS: Tekst("Deels gegrond: een deel stopt", "Partly well-founded: a part stops"),
    ONGEGROND: Tekst("Ongegrond: het gaat door", "Unfounded: it goes on"),
}  # fmt: skip
GRONDEN: Final = {
    "rechten_ander": Tekst("bescherming van een ander (AVG art. 18 lid 2)", "protection of another (AVG art. 18(2))"),
    "algemeen_belang": Tekst("gewichtig algemeen belang (AVG art. 18 lid 2)", "important public interest (AVG art. 18(2))"),
    "rechtsvordering": Tekst("een rechtsvordering (AVG art. 18 lid 2)", "a legal claim (AVG art. 18(2))"),
}  # fmt: skip
"""The grounds on which what was objected to goes on meanwhile. Unverified against the source."""


@dataclass(frozen=True, slots=True)
class Standpunt:
    """One objection as it counts now: against what, and what became of it.

    `stopt` is what a decision stops, when that is less than was objected to. `doorgaan`: a compelling ground was
    recorded on which it goes on until the decision.
    """

    waartegen: str = ELK
    ingetrokken: bool = False
    doorgaan: bool = False
    beslist: bool = False
    toegewezen: bool = False
    stopt: str = ""

    @property
    def stil(self) -> str:
        """What stands still by it; empty for nothing. A decision outweighs what went on before it."""
        if self.ingetrokken:
            return ""
        if self.beslist:
            return (self.stopt or self.waartegen) if self.toegewezen else ""
        return "" if self.doorgaan else self.waartegen


def staat_stil(standpunten: Iterable[Standpunt], *, beslist: bool = False) -> frozenset[str]:
    """What stands still by all of them: `ELK` among it is everything. With `beslist`: only what a decision stopped."""
    return frozenset(
        wat for standpunt in standpunten if (standpunt.beslist or not beslist) and (wat := standpunt.stil)
    )
