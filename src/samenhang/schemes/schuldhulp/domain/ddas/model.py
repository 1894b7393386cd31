"""The objects of DDAS 1.0, debt assistance. A field knows its name in the file and which values it may have.

Dates are days, amounts whole euros. What is unknown is left out of the file, never null.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

NUL_AANBOD: Final = "0%-aanbod"
"""How DDAS 1.0 calls an arrangement without capacity (SA)."""
ONBEKEND: Final = "Onbekend"
"""The municipality code of a trajectory whose municipality is not known."""
SCHULDSOORTEN: Final = ("Zorg", "Publiek", "Nuts", "Overig")
OPLOSSINGEN: Final = (
    "Betalingsregeling",
    "Herfinanciering",
    "Saneringskrediet",
    "Schuldbemiddeling",
    NUL_AANBOD,
)
UITSTROOMREDENEN: Final = (
    "Overleden", "Verhuisd", "Nietverschenen", "Ingetrokken", "Niet passend", "Overig", "Voldoet niet", "Afgerond", "Zelf",
)  # fmt: skip
BESCHIKKINGEN: Final = ("Afwijzingsbeschikking", "Toelatingsbeschikking")
BEGELEIDING: Final = (
    "Budgetcoaching", "Budgetbeheer", "Beschermingsbewind", "Lange Termijn Begeleiding (DFD)", "Budgetbegeleiding",
)  # fmt: skip
GESLACHTEN: Final = ("Man", "Vrouw", "Onbekend", "Leeg")


def veld(soort: Any, naam: str = "", *, een_van: tuple[str, ...] = (), nodig: bool = False) -> Any:
    """A field of this kind: `date`, `datetime`, `int`, `bool`, `str`, an object, or a list `[object]`."""
    leeg: Any = () if isinstance(soort, list) else None
    return field(default=leeg, metadata={"soort": soort, "naam": naam, "een_van": een_van, "nodig": nodig})


@dataclass(frozen=True, slots=True)
class Periode:
    """From a day up to and including a day."""

    startdatum: date | None = veld(date)
    einddatum: date | None = veld(date)


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """The request for help, and whether something threatened."""

    startdatum: date | None = veld(date)
    einddatum: date | None = veld(date)
    crisisinterventie: bool | None = veld(bool)


@dataclass(frozen=True, slots=True)
class Begeleiding:
    """Budget management, coaching or protective administration beside the case."""

    startdatum: date | None = veld(date)
    einddatum: date | None = veld(date)
    soort: str | None = veld(str, een_van=BEGELEIDING)


@dataclass(frozen=True, slots=True)
class Client:
    """Who is helped, as CBS may link him."""

    bsn: str | None = veld(str, "Burgerservicenummer")
    geboortedatum: date | None = veld(date, "Geboortedatum")
    geslacht: str | None = veld(str, "Geslachtsaanduiding")
    postcode: str | None = veld(str, "Postcode")
    huisnummer: str | None = veld(str, "Huisnummer")
    toevoeging: str | None = veld(str, "Huisnummertoevoeging")


@dataclass(frozen=True, slots=True)
class Intake:
    """The first talk, and the decision that ended the intake."""

    startdatum: date | None = veld(date)
    einddatum: date | None = veld(date)
    beschikkingsdatum: date | None = veld(date)
    beschikkingssoort: str | None = veld(str, een_van=BESCHIKKINGEN)


@dataclass(frozen=True, slots=True)
class Moratorium:
    """A pause that the court was asked for."""

    aangevraagd: date | None = veld(date, "datumAanvraag")
    goedgekeurd: date | None = veld(date, "datumGoedkeuring")
    startdatum: date | None = veld(date)
    einddatum: date | None = veld(date)


@dataclass(frozen=True, slots=True)
class Oplossing:
    """How the debts are settled."""

    soort: str | None = veld(str, een_van=OPLOSSINGEN)
    startdatum: date | None = veld(date)
    einddatum: date | None = veld(date)
    vtlb: int | None = veld(int)


@dataclass(frozen=True, slots=True)
class PlanVanAanpak:
    """When the plan of approach was ready."""

    afgerond: date | None = veld(date, "datumAfronding")


@dataclass(frozen=True, slots=True)
class Schuldeiser:
    """To whom is owed. DDAS 1.0 has the name twice, and wants both."""

    naam: str | None = veld(str)
    naam_nogmaals: str | None = veld(str, "Naam")
    kvk: str | None = veld(str, "kvknummer")
    postcode: str | None = veld(str)
    privepersoon: bool | None = veld(bool)


@dataclass(frozen=True, slots=True)
class Schuld:
    """One debt on a day."""

    bedrag: int | None = veld(int)
    peildatum: date | None = veld(date)
    schuldsoort: str | None = veld(str, een_van=SCHULDSOORTEN)
    zakelijk: bool | None = veld(bool, "zakelijkeSchuld")
    schuldeiser: Schuldeiser | None = veld(Schuldeiser)


@dataclass(frozen=True, slots=True)
class Schuldregeling:
    """The proposal to the creditors and what became of it."""

    datum: date | None = veld(date)
    toegekend: date | None = veld(date)
    afgewezen: date | None = veld(date)
    ingetrokken: date | None = veld(date)
    dwangakkoord: bool | None = veld(bool)
    dwangakkoord_verzocht: date | None = veld(date, "datumVerzoekDwangakkoord")


@dataclass(frozen=True, slots=True)
class Uitstroom:
    """When and why the help ended."""

    datum: date | None = veld(date)
    beeindiging: date | None = veld(date, "datumBeeindigingsbeschikking")
    reden: str | None = veld(str, een_van=UITSTROOMREDENEN)
    omschrijving: str | None = veld(str)


@dataclass(frozen=True, slots=True)
class Traject:
    """The way of one client, or two who share it."""

    gemeentecode: str | None = veld(str, nodig=True)
    startdatum: date | None = veld(date)
    einddatum: date | None = veld(date)
    toekenningsdatum: date | None = veld(date)
    omschrijving: str | None = veld(str)
    totaal: int | None = veld(int, "totaalSchuldbedragBijAanvangSchuld")
    clienten: tuple[Client, ...] = veld([Client], "client")
    aanmelding: Aanmelding | None = veld(Aanmelding)
    intake: Intake | None = veld(Intake)
    plan: PlanVanAanpak | None = veld(PlanVanAanpak, "planVanAanpak")
    stabilisatie: Periode | None = veld(Periode)
    begeleiding: tuple[Begeleiding, ...] = veld([Begeleiding])
    crisisinterventies: tuple[Periode, ...] = veld([Periode])
    informatie_en_advies: Periode | None = veld(Periode, "informatieEnAdvies")
    moratoria: tuple[Moratorium, ...] = veld([Moratorium])
    voorlopige_voorzieningen: tuple[Periode, ...] = veld([Periode], "voorlopigeVoorzieningen")
    schulden: tuple[Schuld, ...] = veld([Schuld])
    schuldregeling: Schuldregeling | None = veld(Schuldregeling)
    oplossing: Oplossing | None = veld(Oplossing)
    nazorg: Periode | None = veld(Periode)
    uitstroom: Uitstroom | None = veld(Uitstroom)


@dataclass(frozen=True, slots=True)
class Contactpersoon:
    """Who gets the quality report."""

    email: str | None = veld(str)
    functietitel: str | None = veld(str)
    naam: str | None = veld(str)
    telefoonnummer: str | None = veld(str)


@dataclass(frozen=True, slots=True)
class Organisatie:
    """The municipality, or who does its work."""

    naam: str | None = veld(str, "(Statutaire) Naam")
    kvk: str | None = veld(str, "KvK-nummer")
    postcode: str | None = veld(str)
    gemeentecode: str | None = veld(str)
    contactpersonen: tuple[Contactpersoon, ...] = veld([Contactpersoon])


@dataclass(frozen=True, slots=True)
class Deel:
    """What one organisation delivers."""

    teller: int | None = veld(int, nodig=True)
    organisatie: Organisatie | None = veld(Organisatie, "aanleverende_organisatie", nodig=True)
    trajecten: tuple[Traject, ...] = veld([Traject], "schuldhulptrajecten")


@dataclass(frozen=True, slots=True)
class Levering:
    """A whole document."""

    startdatum: date | None = veld(date, "startdatumLevering", nodig=True)
    einddatum: date | None = veld(date, "einddatumLevering", nodig=True)
    aangeleverd: datetime | None = veld(datetime, "aanleverdatumEnTijd", nodig=True)
    leverancier: str | None = veld(str, "codeGegevensleverancier", nodig=True)
    delen: tuple[Deel, ...] = veld([Deel], "leveringen", nodig=True)
