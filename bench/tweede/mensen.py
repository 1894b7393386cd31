"""Who lives in the second world, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bench.tweede.namen import Naam


@dataclass(slots=True)
class Mens:
    """A resident; of `tels` and `mails` a partner knows one; they may be shared within the household."""

    nr: int
    voornamen: tuple[str, ...]
    naam: Naam
    geboren: date
    man: bool
    tels: tuple[str, ...]
    mails: tuple[str, ...]
    gehuwd: Naam | None = None


@dataclass(slots=True)
class Huis:
    """A home: street address with letter and addition."""

    straat: str
    nummer: int
    letter: str
    toevoeging: str
    postcode: str
    plaats: str


@dataclass(slots=True)
class Gezin:
    """A household with where it lived from which day; `leden` with the first day of each."""

    nr: int
    leden: list[Mens]
    adressen: list[tuple[int, Huis]] = field(default_factory=list)

    def thuis(self, dag: int) -> Huis:
        """The home on a day."""
        return [huis for vanaf, huis in self.adressen if vanaf <= dag][-1]
