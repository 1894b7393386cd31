"""What is asked of the BRP, what it answers, and which outcome follows: only what the check needs. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from samenhang.kernel.basis import Tekst


class BrpUitkomst(StrEnum):
    """What the BRP said about a person at an address of this municipality."""

    INWONER = "inwoner"
    GEEN_INWONER = "geen_inwoner"
    OVERLEDEN = "overleden"
    VERHUISD = "verhuisd"
    ONZEKER = "onzeker"

    @property
    def titel(self) -> Tekst:
        """For people."""
        return _TITELS[self]

    @property
    def weg(self) -> bool:
        """Whether the person leaves the melding."""
        return self in (BrpUitkomst.GEEN_INWONER, BrpUitkomst.OVERLEDEN, BrpUitkomst.VERHUISD)

    @property
    def reden(self) -> str:
        """What the signal and its partner hear: never that, or to where, someone moved."""
        return "overleden" if self is BrpUitkomst.OVERLEDEN else "geen_inwoner"


_TITELS = {
    BrpUitkomst.INWONER: Tekst("woont hier", "lives here"),
    BrpUitkomst.GEEN_INWONER: Tekst("woont hier niet", "does not live here"),
    BrpUitkomst.OVERLEDEN: Tekst("overleden", "deceased"),
    BrpUitkomst.VERHUISD: Tekst("verhuisd naar een andere gemeente", "moved to another municipality"),
    BrpUitkomst.ONZEKER: Tekst("onzeker", "uncertain"),
}


class BrpOordeel(StrEnum):
    """What a worker says about the record that was found."""

    BEVESTIG = "bevestig"
    TWIJFEL = "twijfel"
    ANDER = "ander"

    @property
    def titel(self) -> Tekst:
        """For people."""
        return _OORDELEN[self]


_OORDELEN = {
    BrpOordeel.BEVESTIG: Tekst("Zelfde persoon: neem over wat de BRP zegt", "Same person: take what the BRP says"),
    BrpOordeel.TWIJFEL: Tekst("Twijfel: later verder zoeken", "In doubt: look further later"),
    BrpOordeel.ANDER: Tekst("Niet dezelfde persoon", "Not the same person"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Brpadres:
    """An address as the BRP writes it."""

    straat: str
    huisnummer: int | None
    huisletter: str
    toevoeging: str
    postcode: str
    woonplaats: str
    gemeentecode: str

    def __str__(self) -> str:
        nummer = f"{self.huisnummer or ''}{self.huisletter}{'-' if self.toevoeging else ''}{self.toevoeging}"
        return f"{self.straat} {nummer}, {self.postcode} {self.woonplaats}"


@dataclass(frozen=True, slots=True)
class Gezocht:
    """A person as the partner named him; nothing about his arrears goes to the BRP."""

    achternaam: str
    tussenvoegsel: str = ""
    voorletters: str = ""
    voornaam: str = ""
    geboortedatum: date | None = None
    postcode: str = ""
    huisnummer: int | None = None
    huisletter: str = ""
    toevoeging: str = ""


@dataclass(frozen=True, slots=True)
class Ingeschrevene:
    """A person as the BRP has him: only what is needed to compare and to go on, and never a BSN.

    `adres` is where he lives, or lived last; `eerder` the addresses before that. `geheim`: the BRP gives his data
    to no third party (geheimhouding). `in_onderzoek`: the BRP doubts a datum of his.
    """

    voornamen: str
    tussenvoegsel: str
    achternaam: str
    geboortedatum: date | None
    adres: Brpadres
    eerder: tuple[Brpadres, ...] = ()
    partner_tussenvoegsel: str = ""
    partner_achternaam: str = ""
    overleden: bool = False
    vertrokken: bool = False
    geheim: bool = False
    in_onderzoek: bool = False

    def adressen(self) -> Iterator[Brpadres]:
        """Every address of his that the source knows, the latest first."""
        yield self.adres
        yield from self.eerder


class Brp(Protocol):
    """A place where the BRP can be asked. It gives candidates; the comparison and a worker decide."""

    naam: str

    def zoek(self, gezocht: Gezocht) -> Sequence[Ingeschrevene]:
        """Who may be meant (see `brpvergelijking.kandidaat`); raises `Geweigerd` when it cannot be asked."""
