"""Municipalities, their partners with agreement and habits, and the people who work there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenhang.kernel.basis import Bedrag


class PartnerSoort(StrEnum):
    """The four kinds of fixed-cost supplier that report arrears."""

    HUUR = "huur"
    ENERGIE = "energie"
    WATER = "water"
    ZORG = "zorg"


@dataclass(frozen=True, slots=True)
class Gemeente:
    """An invented municipality; its code lies in a range that the CBS does not use.

    `aandeel` is its weight in the population; postcodes count upward from `postcode_vanaf`.
    """

    code: str
    naam: str
    woonplaatsen: tuple[str, ...]
    postcode_vanaf: int
    aandeel: int
    oin: str


@dataclass(frozen=True, slots=True)
class Afspraak:
    """The agreement of a partner with the municipalities on what it sends and from when.

    `velden` are the optional columns that it may fill; `drempel` the least arrears worth a signal;
    `dagen_min` and `dagen_max` the age of the oldest unpaid bill in calendar days.
    """

    velden: tuple[str, ...]
    drempel: Bedrag
    dagen_min: int
    dagen_max: int | None
    ingangsdatum: date
    terugkoppeling: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stijl:
    """How a partner keeps its customer records and makes its files: what it gets wrong, and how often.

    Shares are in percent. `hoofdletters` and `zonder_accenten` hold for all names and addresses.
    """

    geboortedatum: int
    telefoon: int
    email: int
    hoofdletters: bool = False
    zonder_accenten: bool = False
    tussenvoegsel_bij_naam: int = 5
    tussenvoegsel_kwijt: int = 3
    voornaam: int = 0
    alleen_eerste_letter: int = 15
    tikfout: int = 3
    bom: bool = False
    crlf: bool = False
    alles_tussen_aanhalingstekens: bool = False


@dataclass(frozen=True, slots=True)
class Partner:
    """A signal partner: its KvK number is synthetic, `voorvoegsel` starts its signal and customer ids."""

    kvk: str
    naam: str
    soort: PartnerSoort
    voorvoegsel: str
    gemeenten: tuple[str, ...]
    afspraak: Afspraak
    stijl: Stijl


@dataclass(frozen=True, slots=True)
class Kredietbank:
    """The bank that carries out debt assistance for the municipalities."""

    kvk: str
    naam: str
    gemeenten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody as whom a visitor may look around. `organisatie` is a municipality code or KvK number.

    `ook_bij` names more of them for who works in mandate for several. `persoon_id` is set for a resident only.
    """

    gebruikersnaam: str
    naam: str
    functie: str
    rollen: tuple[str, ...]
    organisatie: str
    persoon_id: str | None = None
    ook_bij: tuple[str, ...] = ()
