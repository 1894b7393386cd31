"""Case numbers that need no lock: time and chance, readable over the telephone. Pure but for the chance."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Final

TEKENS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXY"
"""Crockford's characters (no I, L, O or U) without the Z: 31 is prime, so no two of them weigh the same."""


def controleteken(tekens: str) -> str:
    """A check character: positions weigh 2, 3, … modulo 31, so that one wrong or two swapped show."""
    som = sum(TEKENS.index(teken) * gewicht for gewicht, teken in enumerate(tekens, start=2))
    return TEKENS[som % 31]


def nieuw_nummer(letters: str, dag: date) -> str:
    """A number such as VS26-7K3M9QT: letters of the scheme, year, six random characters, one check character.

    Nearly nine hundred million numbers a year per scheme; the unique index refuses the rare repeat and the caller
    tries again.
    """
    kern = "".join(secrets.choice(TEKENS) for _ in range(6))
    return f"{letters}{dag:%y}-{kern}{controleteken(kern)}"


def nummer_klopt(nummer: str) -> bool:
    """Whether the check character fits: catches a number that was misheard."""
    _, streep, rest = nummer.partition("-")
    tekens_goed = all(teken in TEKENS for teken in rest)
    return bool(streep) and len(rest) == 7 and tekens_goed and controleteken(rest[:6]) == rest[6]
