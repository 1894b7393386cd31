"""Exact numbers: percentages as fractions, rounding as a law or policy states it. No float ever. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from samenhang.kernel.basis import Bedrag

PLAATSEN: Final = 40
SCHAAL: Final = 10**PLAATSEN
"""Rates between months are kept as whole numbers of this part: 40 decimals."""
_PERCENTAGE: Final = re.compile(r"(0|[1-9][0-9]{0,2})(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Percentage:
    """A percentage as text with a point ("8.0"), exact; equal when the text means the same."""

    tekst: str

    @classmethod
    def lees(cls, tekst: str) -> Percentage:
        """Read "8", "8.0" or "11.25"; anything else, a comma or a sign included, raises `ValueError`."""
        if not _PERCENTAGE.fullmatch(tekst):
            raise ValueError(f"geen percentage met een punt: {tekst!r}")
        return cls(tekst.rstrip("0").rstrip(".") if "." in tekst else tekst)

    @property
    def breuk(self) -> Fraction:
        """The percentage as an exact fraction of one hundred: "8.5" is 17/2."""
        return _breuk(self.tekst)

    def __str__(self) -> str:
        return self.tekst


@lru_cache(maxsize=1024)
def _breuk(tekst: str) -> Fraction:
    return Fraction(tekst)


def helft_omhoog(teller: int, noemer: int) -> int:
    """A quotient rounded half up, for what is not negative."""
    return (2 * teller + noemer) // (2 * noemer)


def deel_van(bedrag: Bedrag, breuk: Fraction) -> Bedrag:
    """A part of an amount, half up to the cent."""
    return Bedrag(helft_omhoog(bedrag.centen * breuk.numerator, breuk.denominator))


def als_percentage(teller: int, noemer: int) -> str:
    """A quotient as a percentage with two decimals, half up from the exact value (R6): for people, never to pay by."""
    honderdsten = helft_omhoog(teller * 10_000, noemer)
    return f"{honderdsten // 100}.{honderdsten % 100:02d}"


@lru_cache(maxsize=256)
def maandfactor(jaarpercentage: str) -> int:
    """(1 + i)^(1/12) - 1 for an effective rate of i percent a year, in parts of `SCHAAL`, rounded down (R3)."""
    jaar = 1 + Fraction(jaarpercentage) / 100
    macht = SCHAAL**12 * jaar.numerator // jaar.denominator
    return _twaalfde_wortel(macht) - SCHAAL


def _twaalfde_wortel(waarde: int) -> int:
    """The largest whole number whose twelfth power is not above `waarde`, by Newton's steps from above."""
    schatting = 1 << -(-waarde.bit_length() // 12)
    while True:
        beter = (11 * schatting + waarde // schatting**11) // 12
        if beter >= schatting:
            return schatting
        schatting = beter
