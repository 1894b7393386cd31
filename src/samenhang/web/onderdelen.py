"""The typed parts of a page that are more than one value: what a view hands to a template tag."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from samenhang.kernel.basis import Tekst


class Toon(StrEnum):
    """What a colour means; a word or an icon always says the same."""

    RUSTIG = ""
    INFO = "info"
    GOED = "goed"
    LET_OP = "let-op"
    FOUT = "fout"


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that is on, and the address of the list without it."""

    naam: Tekst
    waarde: Tekst | str
    zonder: str


@dataclass(frozen=True, slots=True)
class Tabblad:
    """One of the pages of a case; `aantal` counts what is behind it."""

    titel: Tekst
    pad: str
    hier: bool = False
    aantal: int | None = None


@dataclass(frozen=True, slots=True)
class Feit:
    """One fact: any value that `weergave.in_tekst` can read out, with where it came from."""

    naam: Tekst
    waarde: object
    bron: Tekst | str = ""


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One entry of a timeline, newest first in the list that holds it.

    A `toelichting` that is no `Tekst` is what somebody wrote: it has one language.
    """

    moment: datetime | date
    tekst: Tekst | str
    wie: str = ""
    toelichting: Tekst | str = ""
    toon: Toon = Toon.RUSTIG

    @property
    def eigen_woorden(self) -> bool:
        """Whether the explanation is in somebody's own words."""
        return isinstance(self.toelichting, str)


class Benoemd(Protocol):
    """What has a name for machines and a title for people, such as a step of a process."""

    @property
    def naam(self) -> str:
        """For machines."""

    @property
    def titel(self) -> Tekst:
        """For people."""


@dataclass(frozen=True, slots=True)
class Zaakkop:
    """What a case header answers: who, which step, next date with its consequence, who must act.

    `stap` and `gedaan` name the present step and those that really were passed: a case can skip some. `wat` is what
    must be done by `termijn`.
    """

    nummer: str
    titel: str
    stappen: Sequence[Benoemd]
    stap: str
    termijn: date | None
    gevolg: Tekst | None
    aan_zet: Tekst | str
    gedaan: Collection[str] = ()
    feiten: Sequence[Feit] = ()
    wat: Tekst | None = None


@dataclass(frozen=True, slots=True)
class Bladen:
    """Where a list stands: rows `van` to `tot`, of `totaal` when that is known, and the pages beside it."""

    van: int
    tot: int
    totaal: int | None = None
    vorige: str = ""
    volgende: str = ""
