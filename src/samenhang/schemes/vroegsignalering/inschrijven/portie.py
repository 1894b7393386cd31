"""A part of a delivery that goes into the register in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Portie:
    """The lines after `van` up to and with `tot`; with the last goes what changes persons whom the register knew."""

    van: int
    tot: int
    laatste: bool = True

    def waar(self, kolom: str = "regel") -> str:
        """SQL of what belongs to it."""
        return f"({kolom} > {int(self.van)} AND {kolom} <= {int(self.tot)})"


ALLES: Final = Portie(0, 2**31 - 1)
"""A whole delivery."""
