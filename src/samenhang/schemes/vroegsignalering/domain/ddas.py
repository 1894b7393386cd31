"""A delivery to the national statistics: DDAS vroegsignalering 1.2 as a document of ours. Pure.

The names and values are those of the exchange specification of VNG Realisatie; what we put into them is
decided here. Amounts go as whole euros, half a euro upwards. A resident is his citizen service number alone
when the BRP gave it, else postcode and house number; never both. An open case has no result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst

LEVERANCIER: Final = "samenhang"
PARTNERTYPEN: Final = {
    "energie": "Energie",
    "huur": "Huur",
    "water": "Water",
    "zorg": "Zorg",
    "anders": "Overige",
}
RESULTATEN: Final = {
    "onterecht_signaal": "Niet opgepakt: onterecht signaal",
    "herhaalde_melding": "Niet opgepakt: herhaalde melding",
    "andere_reden": "Niet opgepakt: andere reden",
    "overleden": "Inwoner is overleden",
    "geen_inwoner": "Persoon is geen inwoner (meer) in de gemeente",
    "al_bekend": "Inwoner al bekend bij schuldhulpverlening",
    "ander_traject": "Inwoner heeft al een ander lopend traject",
    "geen_contact": "Definitief geen contact kunnen krijgen",
    "regelt_zelf": "Inwoner regelt het zelf/hoeft geen hulp vanuit vroegsignalering",
    "zelf_betaald": "Inwoner heeft zelf al betaald/betalingsregeling getroffen",
    "geen_reactie": "Geen reactie na eerder contact",
    "advies": "(Budget)advies en/of quick fix",
    "vervolghulp": "Vervolghulp en/of verwijzing",
    "vervolghulp_financieel": "Vervolghulp en/of verwijzing financieel",
    "vervolghulp_niet_financieel": "Vervolghulp en/of verwijzing niet financieel",
    "zonder_inwoner": "Verwijzing zonder tussenkomst inwoner",
}
"""Our results by the words of the specification; a case that is still open has none."""
STATUSSEN: Final = (
    "Inwoner al bekend bij schuldhulpverlening",
    "Inwoner is overleden",
    "Niet opgepakt: andere reden",
    "Niet opgepakt: herhaalde melding",
    "Niet opgepakt: onterecht signaal",
    "Nog niet opgepakt",
    "Opgepakt",
    "Persoon is geen inwoner (meer) in de gemeente",
)
SIGNAALPARTNERS: Final = (
    "Belastingdienst", "CAK Eigen bijdrage", "CAK Zorgverzekeringen", "Dienst Toeslagen", "DUO", "Energie", "Huur",
    "Hypotheek", "Overige", "Water", "Zorg",
)  # fmt: skip
CONTACTSOORTEN: Final = (
    "Administratief", "Afspraak op locatie", "Brief", "Huisbezoek", "Kaartje", "Mail", "Onbekend", "Overige",
    "SMS/Whatsapp", "Telefoon",
)  # fmt: skip
DAGDELEN: Final = ("Ochtend", "Middag", "Avond")
_REDENEN: Final = {"onterecht": STATUSSEN[4], "herhaald": STATUSSEN[3]}
TOEVOEGING: Final = 4


@dataclass(frozen=True, slots=True)
class Ddasclient:
    """Where a resident lives, or his citizen service number when the BRP gave it."""

    postcode: str
    huisnummer: int
    toevoeging: str = ""
    geboortedatum: date | None = None
    bsn: str = ""


@dataclass(frozen=True, slots=True)
class Ddassignaal:
    """A signal as the register has it; `in_zaak`: taken into a case, with the result of that case once it is closed."""

    id: str
    partner_soort: str
    soort_signaal: str
    bedrag: Bedrag
    ontstaansdatum: date | None
    signaaldatum: date
    warme_overdracht: bool
    status: str
    reden: str
    in_zaak: bool
    resultaat: str
    client: Ddasclient


@dataclass(frozen=True, slots=True)
class Ddaspoging:
    """An attempt to reach the household."""

    soort: str
    bereikt: bool
    datum: date
    dagdeel: str


@dataclass(frozen=True, slots=True)
class Ddaszaak:
    """A case: its signals by id, when it was opened, and how it ended when it did."""

    signalen: tuple[str, ...]
    matchingsdatum: date
    van: date
    tot: date
    opgepakt: date | None
    resultaat: str
    pogingen: tuple[Ddaspoging, ...]


@dataclass(frozen=True, slots=True)
class Ddaslevering:
    """What one municipality delivers over a period."""

    gemeentecode: str
    organisatie: str
    kvk: str
    email: str
    van: date
    tot: date
    signalen: tuple[Ddassignaal, ...]
    zaken: tuple[Ddaszaak, ...]


def als_document(levering: Ddaslevering, moment: datetime, versie: str) -> dict[str, Any]:
    """The delivery as the specification writes it, one municipality.

    Raises `Geweigerd` (400) naming every signal whose house number addition is over four characters: the
    specification has no room, and cutting it off would name another house.
    """
    te_lang = [s.id for s in levering.signalen if not s.client.bsn and len(s.client.toevoeging) > TOEVOEGING]
    if te_lang:
        raise Geweigerd(
            "ddas_toevoeging",
            Tekst(
                f"De toevoeging van het huisnummer is langer dan {TOEVOEGING} tekens bij: {', '.join(te_lang[:10])}. Verbeter het adres; er is niets geleverd.",
                f"The house number addition is longer than {TOEVOEGING} characters for: {', '.join(te_lang[:10])}. Correct the address; nothing was delivered.",
            ),
        )
    return {
        "codeGegevensleverancier": f"{LEVERANCIER}-{versie}",
        "startdatumLevering": levering.van.isoformat(),
        "einddatumLevering": levering.tot.isoformat(),
        "aanleverdatumEnTijd": moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "leveringen": [
            {
                "teller": 1,
                "gemeentecode": levering.gemeentecode,
                "aanleverendeOrganisatie": _organisatie(levering),
                "vroegsignalen": [_signaal(signaal) for signaal in levering.signalen],
                "vroegsignaalzaken": [_zaak(zaak) for zaak in levering.zaken],
            }
        ],
    }


def _organisatie(levering: Ddaslevering) -> dict[str, Any]:
    uit: dict[str, Any] = {"naam": levering.organisatie}
    if levering.kvk:
        uit["kvk-nummer"] = levering.kvk
    if levering.email:
        uit["contactpersonen"] = [{"email": levering.email}]
    return uit


def euros(bedrag: Bedrag) -> int:
    """Whole euros, half upwards: 432.50 is 433."""
    return (bedrag.centen + 50) // 100


def _signaal(signaal: Ddassignaal) -> dict[str, Any]:
    uit: dict[str, Any] = {
        "ID": signaal.id,
        "crisissignaal": signaal.soort_signaal in ("einde_levering", "ontruiming"),
        "warmeOverdracht": signaal.warme_overdracht,
        "bedrag": euros(signaal.bedrag),
        "signaaldatum": signaal.signaaldatum.isoformat(),
        "status": _status(signaal),
        "signaalpartner": {"type": PARTNERTYPEN[signaal.partner_soort]},
        "client": _client(signaal.client),
    }
    if signaal.ontstaansdatum:
        uit["ontstaansdatum"] = signaal.ontstaansdatum.isoformat()
    return uit


def _status(signaal: Ddassignaal) -> str:
    """A signal inside a case counts as taken up, unless the case ended in one of the reasons not to."""
    if signaal.status == "overleden":
        return RESULTATEN["overleden"]
    if signaal.status == "geen_inwoner":
        return RESULTATEN["geen_inwoner"]
    if signaal.status in ("niet_opgepakt", "ingetrokken"):
        return _REDENEN.get(signaal.reden, RESULTATEN["andere_reden"])
    if not signaal.in_zaak:
        return "Nog niet opgepakt"
    resultaat = RESULTATEN.get(signaal.resultaat, "")
    return resultaat if resultaat in STATUSSEN else "Opgepakt"


def _client(client: Ddasclient) -> dict[str, str]:
    if client.bsn:
        return {"burgerservicenummer": client.bsn}
    uit = {"postcode": client.postcode, "huisnummer": str(client.huisnummer)}
    if client.toevoeging:
        uit["huisnummertoevoeging"] = client.toevoeging
    if client.geboortedatum:
        uit["geboortedatum"] = client.geboortedatum.isoformat()
    return uit


def _zaak(zaak: Ddaszaak) -> dict[str, Any]:
    uit: dict[str, Any] = {
        "matchingsdatum": zaak.matchingsdatum.isoformat(),
        "startdatumMatchingperiode": zaak.van.isoformat(),
        "einddatumMatchingperiode": zaak.tot.isoformat(),
        "vroegsignalen": [{"ID": nummer} for nummer in zaak.signalen],
        "contactpogingen": [_poging(poging) for poging in zaak.pogingen],
    }
    if zaak.opgepakt:
        uit["datumOpgepakt"] = zaak.opgepakt.isoformat()
    if zaak.resultaat:
        uit["resultaat"] = RESULTATEN[zaak.resultaat]
    return uit


def _poging(poging: Ddaspoging) -> dict[str, Any]:
    return {
        "soort": poging.soort if poging.soort in CONTACTSOORTEN else "Overige",
        "bereikt": poging.bereikt,
        "datum": poging.datum.isoformat(),
        "dagdeel": poging.dagdeel,
    }


def tel(document: Mapping[str, Any]) -> tuple[int, int]:
    """How many signals and cases a document holds."""
    leveringen: Sequence[Mapping[str, Any]] = document["leveringen"]
    return sum(len(deel["vroegsignalen"]) for deel in leveringen), sum(
        len(deel["vroegsignaalzaken"]) for deel in leveringen
    )
