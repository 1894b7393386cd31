"""The fields of DDAS 1.2, how each value is checked, and what names of earlier versions are called now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.domain import ddas
from samenhang.schemes.vroegsignalering.domain.ddascontrole.bevinding import Bevinding, bevinding

HERNOEMD: Final = {
    "aanleverende_organisatie": "aanleverendeOrganisatie",
    "contactpersoonen": "contactpersonen",
    "startdatum_matchtingperiode": "startdatumMatchingperiode",
    "einddatum_matchingperiode": "einddatumMatchingperiode",
    "einddatum_matchtingperiode": "einddatumMatchingperiode",
    "datum_opgepakt": "datumOpgepakt",
}
"""Names that files of version 0.9 to 1.1 use, and what 1.2 calls them."""
OUDE_RESULTATEN: Final = {"Verwijzing zonder toestemming": "Verwijzing zonder tussenkomst inwoner"}


@dataclass(frozen=True, slots=True)
class Veld:
    """A field: how its value is checked, and whether it must be there."""

    toets: Callable[[Any], Tekst | None]
    nodig: bool = False


def _soort(soort: type, nl: str, en: str) -> Callable[[Any], Tekst | None]:
    def toets(waarde: Any) -> Tekst | None:
        goed = isinstance(waarde, soort) and (soort is bool or not isinstance(waarde, bool))
        return None if goed else Tekst(f"moet {nl} zijn", f"must be {en}")

    return toets


def _datum(waarde: Any) -> Tekst | None:
    return (
        None
        if dag_van(waarde)
        else Tekst("is geen bestaande datum JJJJ-MM-DD", "is no existing date YYYY-MM-DD")
    )


def dag_van(waarde: Any) -> date | None:
    if not isinstance(waarde, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", waarde):
        return None
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        return None


def _moment(waarde: Any) -> Tekst | None:
    """A date written as YYYY-MM-DD that exists, or None."""
    try:
        if isinstance(waarde, str) and "T" in waarde and datetime.fromisoformat(waarde).tzinfo is not None:
            return None
    except ValueError:
        pass
    return Tekst(
        "is geen tijdstip met tijdzone, zoals 2026-11-24T09:00:00Z",
        "is no moment with a time zone, such as 2026-11-24T09:00:00Z",
    )


def _een_van(waarden: tuple[str, ...]) -> Callable[[Any], Tekst | None]:
    def toets(waarde: Any) -> Tekst | None:
        if waarde in waarden:
            return None
        nieuw = OUDE_RESULTATEN.get(waarde) if isinstance(waarde, str) else None
        if nieuw:
            return Tekst(f"heet in 1.2 “{nieuw}”", f"is called “{nieuw}” in 1.2")
        return Tekst(f"moet een van deze zijn: {'; '.join(waarden)}", f"must be one of: {'; '.join(waarden)}")

    return toets


_TEKST = _soort(str, "tekst", "text")
_GETAL = _soort(int, "een heel getal", "a whole number")
_JANEE = _soort(bool, "true of false", "true or false")
_LIJST = _soort(list, "een lijst", "a list")
_DING = _soort(dict, "een object", "an object")

WORTEL: Final = {
    "codeGegevensleverancier": Veld(_TEKST, True), "startdatumLevering": Veld(_datum, True), "einddatumLevering": Veld(_datum, True),
    "aanleverdatumEnTijd": Veld(_moment, True), "leveringen": Veld(_LIJST, True),
}  # fmt: skip
LEVERING: Final = {
    "teller": Veld(_GETAL, True), "gemeentecode": Veld(_TEKST, True), "aanleverendeOrganisatie": Veld(_DING, True),
    "vroegsignalen": Veld(_LIJST), "vroegsignaalzaken": Veld(_LIJST),
}  # fmt: skip
ORGANISATIE: Final = {"naam": Veld(_TEKST), "kvk-nummer": Veld(_TEKST), "contactpersonen": Veld(_LIJST)}
CONTACTPERSOON: Final = {naam: Veld(_TEKST) for naam in ("naam", "telefoonnummer", "email", "functietitel")}
SIGNAAL: Final = {
    "ID": Veld(_TEKST, True), "signaalpartner": Veld(_DING, True), "client": Veld(_DING, True), "crisissignaal": Veld(_JANEE),
    "warmeOverdracht": Veld(_JANEE), "bedrag": Veld(_GETAL), "ontstaansdatum": Veld(_datum), "signaaldatum": Veld(_datum),
    "status": Veld(_een_van(ddas.STATUSSEN)),
}  # fmt: skip
PARTNER: Final = {"type": Veld(_een_van(ddas.SIGNAALPARTNERS), True)}
CLIENT: Final = {naam: Veld(_TEKST) for naam in ("burgerservicenummer", "postcode", "huisnummer", "huisnummertoevoeging")} | {
    "geboortedatum": Veld(_datum), "geslachtsaanduiding": Veld(_een_van(("Man", "Vrouw", "Onbekend", "Leeg"))),
}  # fmt: skip
ZAAK: Final = {
    "resultaat": Veld(_een_van(tuple(ddas.RESULTATEN.values()))), "matchingsdatum": Veld(_datum), "startdatumMatchingperiode": Veld(_datum),
    "einddatumMatchingperiode": Veld(_datum), "datumOpgepakt": Veld(_datum), "vroegsignalen": Veld(_LIJST, True), "contactpogingen": Veld(_LIJST),
}  # fmt: skip
VERWIJZING: Final = {"ID": Veld(_TEKST, True)}
POGING: Final = {
    "soort": Veld(_een_van(ddas.CONTACTSOORTEN)), "bereikt": Veld(_JANEE), "datum": Veld(_datum), "dagdeel": Veld(_een_van(ddas.DAGDELEN)),
}  # fmt: skip


def veldfouten(ding: Mapping[str, Any], velden: Mapping[str, Veld], pad: str) -> Iterator[Bevinding]:
    """Fields that are missing, wrong, renamed or unknown, in the order of the model."""
    voor = "" if pad == "$" else f"{pad}."
    oud = {HERNOEMD[naam] for naam in ding if naam in HERNOEMD}
    for naam, veld in velden.items():
        if naam not in ding:
            if veld.nodig and naam not in oud:
                yield bevinding(
                    "ddas_ontbreekt", f"{voor}{naam}", "ontbreekt en is verplicht", "is missing and required"
                )
        elif bezwaar := veld.toets(ding[naam]):
            yield bevinding("ddas_waarde", f"{voor}{naam}", bezwaar.nl, bezwaar.en)
        elif veld.toets is _LIJST and not all(isinstance(deel, dict) for deel in ding[naam]):
            yield bevinding(
                "ddas_waarde", f"{voor}{naam}", "mag alleen objecten bevatten", "may hold objects only"
            )
    for naam in ding:
        if naam in HERNOEMD:
            nieuw = HERNOEMD[naam]
            yield bevinding(
                "ddas_hernoemd",
                f"{voor}{naam}",
                f"is een naam van voor 1.2; schrijf {nieuw}",
                f"is a name from before 1.2; write {nieuw}",
            )
        elif naam not in velden:
            yield bevinding(
                "ddas_onbekend",
                f"{voor}{naam}",
                "kent DDAS 1.2 niet; haal het weg",
                "is unknown to DDAS 1.2; remove it",
            )


def dingen(ding: Mapping[str, Any], naam: str) -> list[dict[str, Any]]:
    """The objects in a list; empty when it is no list."""
    waarde = ding.get(naam)
    return [deel for deel in waarde if isinstance(deel, dict)] if isinstance(waarde, list) else []
