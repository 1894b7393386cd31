"""Money: integer euro cents through one type, never floats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import total_ordering

_DRAAD = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{2}")
_MENSEN = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+(?=,)|[0-9]{1,15})(?:[,.]([0-9]{2}))?")


@total_ordering
@dataclass(frozen=True, slots=True)
class Bedrag:
    """An amount in euro, kept as whole cents; may be negative.

    On the wire it is a string with a point and two decimals ("847.26"); on screen Dutch notation
    ("€ 847,26"). Multiplication takes whole numbers only: rates belong to the code that knows how
    its law rounds.
    """

    centen: int

    @classmethod
    def lees(cls, tekst: str) -> Bedrag:
        """Read the wire form. Anything else, "1.234" and "12,50" included, raises `ValueError`."""
        if not _DRAAD.fullmatch(tekst):
            raise ValueError(f"geen bedrag met een punt en twee decimalen: {tekst!r}")
        return cls(int(tekst.replace(".", "")))

    @classmethod
    def lees_van_mensen(cls, tekst: str) -> Bedrag:
        """Read an amount as people in the Netherlands write it: "75", "75,00", "€ 1.234,50", and the wire form.

        What can be read in two ways, "1.234" and "1,234", raises `ValueError`, and so does a negative amount.
        """
        gevonden = _MENSEN.fullmatch("".join(tekst.split()).removeprefix("€"))
        if gevonden is None:
            raise ValueError(f"geen bedrag zoals mensen het schrijven: {tekst!r}")
        return cls(int(gevonden[1].replace(".", "")) * 100 + int(gevonden[2] or 0))

    def draad(self) -> str:
        """The wire form, as `lees` reads it."""
        centen = self.centen
        if centen < 0:
            return f"-{-centen // 100}.{-centen % 100:02d}"
        return f"{centen // 100}.{centen % 100:02d}"

    def scherm(self) -> str:
        """Dutch notation for people: "€ 1.234,50", a negative amount as "€ -1.234,50"; the space does not break."""
        teken = "-" if self.centen < 0 else ""
        euro, cent = divmod(abs(self.centen), 100)
        return f"€\N{NO-BREAK SPACE}{teken}{euro:,}".replace(",", ".") + f",{cent:02d}"

    def __add__(self, ander: Bedrag) -> Bedrag:
        return Bedrag(self.centen + ander.centen)

    def __radd__(self, ander: int) -> Bedrag:
        """`sum()` starts from 0; no other whole number is an amount."""
        if ander != 0:
            raise TypeError("een bedrag telt alleen op bij een bedrag")
        return self

    def __sub__(self, ander: Bedrag) -> Bedrag:
        return Bedrag(self.centen - ander.centen)

    def __mul__(self, aantal: int) -> Bedrag:
        return Bedrag(self.centen * aantal)

    def __neg__(self) -> Bedrag:
        return Bedrag(-self.centen)

    def __lt__(self, ander: Bedrag) -> bool:
        return self.centen < ander.centen

    def __str__(self) -> str:
        return self.draad()
