"""The parts of a copy of someone's data, each with the rows in it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samenhang.kernel.basis import Bedrag, Tekst

Waarde = str | Tekst | date | Bedrag | bool | int | None
"""What stands in a cell; a moment is a date too. None is not known."""


@dataclass(frozen=True, slots=True)
class Gegeven:
    """One datum: its name for machines, its name for people, and what is known."""

    naam: str
    titel: Tekst
    waarde: Waarde


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One part of the copy; an empty one says that nothing is known."""

    naam: str
    titel: Tekst
    rijen: tuple[tuple[Gegeven, ...], ...]


@dataclass(frozen=True, slots=True)
class Kopie:
    """The whole copy of one person on one day, by this municipality."""

    gemaakt: date
    gemeente: str
    delen: tuple[Onderdeel, ...]
