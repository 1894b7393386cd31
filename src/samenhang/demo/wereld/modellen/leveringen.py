"""Contracts, the arrears on them, and the files in which a partner reports those."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenhang.demo.wereld.modellen.bewoners import Adres
from samenhang.demo.wereld.modellen.organisaties import Partner, PartnerSoort
from samenhang.kernel.basis import Bedrag


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
