"""What a code of a refusal or warning says: the fault, the remedy, and what became of the rest. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from samenhang.kernel.basis import Tekst

REST: Final = {
    "F": Tekst("Van dit bestand is niets opgenomen.", "Nothing of this file was taken in."),
    "R": Tekst(
        "Deze rij is niet opgenomen; de goede rijen wel.", "This row was not taken in; the good rows were."
    ),
    "W": Tekst("Deze waarschuwing houdt niets tegen.", "This warning keeps nothing out."),
}
"""What became of the rest, per kind of code."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code. `{waarde}` is what stood in the cell, `{herstel}` what may stand there instead.

    `rest` is filled in where the sentence of the kind of code does not hold.
    """

    fout: Tekst
    herstel: Tekst
    rest: Tekst | None = None

    def zin(self, soort: str) -> Tekst:
        """Fault, remedy and the rest, as one message."""
        delen = (self.fout, self.herstel, self.rest or REST[soort])
        return Tekst(" ".join(deel.nl for deel in delen), " ".join(deel.en for deel in delen))
