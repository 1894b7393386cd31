"""Who lives where: residents, households, dwellings, and how the register of residents has them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Geslacht(StrEnum):
    """As the register of residents records it."""

    MAN = "M"
    VROUW = "V"


class Naamgebruik(StrEnum):
    """Which name a married or registered person uses; the codes are those of the BRP (LO GBA 61.10)."""

    EIGEN = "E"
    PARTNER = "P"
    PARTNER_EIGEN = "V"
    EIGEN_PARTNER = "N"


class BrpStatus(StrEnum):
    """Where a resident stands in the register of residents."""

    INGEZETENE = "ingezetene"
    OVERLEDEN = "overleden"
    VERTROKKEN = "vertrokken"


@dataclass(frozen=True, slots=True)
class Adres:
    """One dwelling's address, as the register of addresses writes it."""

    straat: str
    huisnummer: int
    huisletter: str
    toevoeging: str
    postcode: str
    woonplaats: str
    gemeentecode: str


@dataclass(frozen=True, slots=True)
class Woning:
    """A dwelling and who lets it (KvK number), or nobody when its residents own it."""

    adres: Adres
    verhuurder: str | None


@dataclass(frozen=True, slots=True)
class Familienaam:
    """A surname with its prefix apart: "de" and "Vries"."""

    tussenvoegsel: str
    naam: str

    @property
    def volledig(self) -> str:
        """Prefix and name as one text."""
        return f"{self.tussenvoegsel} {self.naam}" if self.tussenvoegsel else self.naam


@dataclass(frozen=True, slots=True)
class Inwoner:
    """A resident. `partnernaam` is the surname of the spouse; `overleden` falls within the period."""

    persoon_id: str
    huishouden_id: str
    geslacht: Geslacht
    voornamen: tuple[str, ...]
    roepnaam: str
    achternaam: Familienaam
    partnernaam: Familienaam | None
    naamgebruik: Naamgebruik
    geboortedatum: date
    telefoon: str
    email: str
    overleden: date | None = None

    @property
    def voorletters(self) -> str:
        """Initials of all given names: "A.B."; Dutch digraphs are not kept together."""
        return "".join(f"{naam[0]}." for naam in self.voornamen)

    def leeftijd(self, op: date) -> int:
        """Age in whole years on a date."""
        voor_verjaardag = (op.month, op.day) < (self.geboortedatum.month, self.geboortedatum.day)
        return op.year - self.geboortedatum.year - voor_verjaardag


class HuishoudenSoort(StrEnum):
    """What kind of living together a household is."""

    ALLEEN = "alleen"
    PAAR = "paar"
    GEZIN = "gezin"
    EENOUDER = "eenouder"
    INWONEND = "inwonend volwassen kind"
    KAMER = "kamer"
    SAMEN = "broers, zussen of vrienden"


@dataclass(frozen=True, slots=True)
class Huishouden:
    """People who live together; the ids of its residents, adults first. In rooms each is a household."""

    huishouden_id: str
    soort: HuishoudenSoort
    volwassenen: tuple[str, ...]
    kinderen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verblijf:
    """A household at an address from `van` up to but not including `tot`.

    The last stay of a household that left the country has a `tot` and no stay after it.
    """

    huishouden_id: str
    woning: Woning
    van: date
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class BrpRecord:
    """One resident at one address in the stand-in for the register of residents.

    `tot` is exclusive; a resident has one record per stay, which do not overlap. `status` and
    `datum_status` tell how the resident stands at the end of the period.
    """

    inwoner: Inwoner
    adres: Adres
    van: date
    tot: date | None
    status: BrpStatus
    datum_status: date | None
