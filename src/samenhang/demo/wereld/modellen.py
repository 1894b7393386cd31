"""What the synthetic world consists of: places, organisations, residents, contracts, arrears, deliveries.

Only data. A `Deel` is one closed part of the world (its residents, contracts and deliveries refer to
nothing outside it but the organisations), so that a large world can be made and written part by part.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samenhang.kernel.basis import Bedrag

EERSTE_MAAND = "2026-10"
TWEEDE_MAAND = "2026-11"
LAATSTE_DAG = 27


class PartnerSoort(StrEnum):
    """The four kinds of fixed-cost supplier that report arrears."""

    HUUR = "huur"
    ENERGIE = "energie"
    WATER = "water"
    ZORG = "zorg"


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
class Instelling:
    """Everything that decides what the world looks like; equal settings give equal bytes.

    `maanden` are the months of delivery ("2026-10"), consecutive. `aanloop` is the number of months
    before the first one for which arrears are made as well, so that repeated signals have a history.
    `druk` multiplies the share of households in trouble (1.0 gives about five signals per 1,000
    residents a month). `gemeenten` is 1 to 3. `fouten` plants rows and files that must be refused.
    `laatste_dag` is the day of the month (11 to 27) on which the last partner has sent; the world ends there.
    `reeks` keeps the numbers, ids and postcodes of a world apart from those of worlds with another one.
    """

    zaad: int = 7
    huishoudens: int = 9_000
    maanden: tuple[str, ...] = (EERSTE_MAAND, TWEEDE_MAAND)
    aanloop: int = 6
    druk: float = 1.0
    gemeenten: int = 3
    fouten: bool = True
    laatste_dag: int = LAATSTE_DAG
    reeks: int = 0

    @property
    def verschuiving(self) -> timedelta:
        """How much earlier in the month than usual everybody sends; zero or negative."""
        return timedelta(days=self.laatste_dag - LAATSTE_DAG)


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
class Contract:
    """A running contract of one resident with one partner; `tot` is exclusive."""

    partner: str
    soort: PartnerSoort
    klantnummer: str
    houder: str
    medehouder: str | None
    huishouden_id: str
    van: date
    tot: date | None
    maandbedrag: Bedrag


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


class SoortSignaal(StrEnum):
    """Kinds of signal in `vroegsignaal-1`."""

    EERSTE = "eerste"
    GEACTUALISEERD = "geactualiseerd"
    EINDE_LEVERING = "einde_levering"
    ONTRUIMING = "ontruiming"
    INTREKKING = "intrekking"


class Dreiging(StrEnum):
    """What threatens the resident."""

    GEEN = "geen"
    AFSLUITING = "afsluiting"
    ONTRUIMING = "ontruiming"
    OPZEGGING = "opzegging"


@dataclass(frozen=True, slots=True)
class Signaal:
    """One reported arrears, as it truly is: the partner's spelling of it stands in a `Regel`.

    `adres` is the address that the partner has on file, which may lag behind a removal.
    """

    signaal_id: str
    contract: Contract
    persoon_id: str
    adres: Adres
    maand: str
    datum: date
    soort: SoortSignaal
    bedrag: Bedrag
    ontstaansdatum: date
    dreiging: Dreiging
    datum_dreiging: date | None
    betalingsregeling_mislukt: bool
    warme_overdracht: bool


@dataclass(frozen=True, slots=True)
class Regel:
    """One row as the partner sends it, and apart from it the truth.

    `codes` are the checks that a reader without any register must report; `codes_register` those that
    need earlier deliveries, the partner's or the municipality's register, or the day of receipt.
    `dubbel` in `codes` marks a row that repeats an earlier one of the file to the letter.
    """

    velden: dict[str, str]
    signaal: Signaal
    codes: tuple[str, ...] = ()
    codes_register: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Levering:
    """One file of one partner for one municipality and month."""

    partner: Partner
    gemeentecode: str
    maand: str
    regels: tuple[Regel, ...]

    @property
    def bestandsnaam(self) -> str:
        """The name under which the partner sends it."""
        return f"vroegsignaal_{self.partner.kvk}_{self.gemeentecode}_{self.maand}.csv"


@dataclass(frozen=True, slots=True)
class GeweigerdBestand:
    """A file that must be refused as a whole with `code`; `levering` is its later correction."""

    levering: Levering
    code: str

    @property
    def bestandsnaam(self) -> str:
        """The name of the faulty first attempt."""
        return self.levering.bestandsnaam.replace(".csv", f"_{self.code}.csv")


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


@dataclass(frozen=True, slots=True)
class Deel:
    """One closed part of the world."""

    nummer: int
    huishoudens: tuple[Huishouden, ...]
    inwoners: dict[str, Inwoner]
    verblijven: dict[str, tuple[Verblijf, ...]]
    contracten: tuple[Contract, ...]
    aanloop: tuple[Levering, ...]
    leveringen: tuple[Levering, ...]
    geweigerd: tuple[GeweigerdBestand, ...]


@dataclass(frozen=True, slots=True)
class Wereld:
    """A world that fits in memory: one part, its organisations and the people who look around in it."""

    instelling: Instelling
    gemeenten: tuple[Gemeente, ...]
    partners: tuple[Partner, ...]
    kredietbank: Kredietbank
    personas: tuple[Persona, ...]
    deel: Deel
