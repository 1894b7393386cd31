"""Between a JSON document and the objects of the model, one place for both directions. Pure.

Reading goes on past a fault: a value that does not fit is left out and named, so that one run names everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

from samenhang.schemes.schuldhulp.domain.ddas.bevinding import Meld, Pad

KOPVELDEN = frozenset({"$schema", "$id", "title"})
"""What a schema says of itself at its top; an example of the specification has it in a delivery."""


def namen(soort: type) -> dict[str, Any]:
    """The fields of an object by their name in the file."""
    return {deel.metadata["naam"] or deel.name: deel for deel in fields(soort)}


def schrijf(ding: Any) -> dict[str, Any]:
    """The object as the file has it; what is unknown is left out."""
    uit: dict[str, Any] = {}
    for naam, deel in namen(type(ding)).items():
        waarde = getattr(ding, deel.name)
        if waarde is None or waarde == ():
            continue
        soort = deel.metadata["soort"]
        if isinstance(soort, list):
            uit[naam] = [schrijf(een) for een in waarde]
        elif soort is datetime:
            uit[naam] = waarde.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        elif soort is date:
            uit[naam] = waarde.isoformat()
        elif soort in (str, int, bool):
            uit[naam] = waarde
        else:
            uit[naam] = schrijf(waarde)
    return uit


def lees(soort: type, ding: dict[str, Any], pad: Pad, meld: Meld) -> Any:
    """The object in a document; what does not fit is named at its place and left out."""
    waarden: dict[str, Any] = {}
    velden = namen(soort)
    for naam, deel in velden.items():
        if naam in ding:
            gelezen = _waarde(deel.metadata, ding[naam], (*pad, naam), meld)
            if gelezen is not None:
                waarden[deel.name] = gelezen
        elif deel.metadata["nodig"]:
            meld("ontbreekt", (*pad, naam), "ontbreekt en is verplicht; vul het in", "is missing and required; fill it in")  # fmt: skip
    kop = [naam for naam in ding if not pad and naam in KOPVELDEN]
    if kop:
        wat = ", ".join(kop)
        meld("onbekend", (kop[0],), f"{wat}: de kop van een schema hoort niet in een levering; haal die weg", f"{wat}: the head of a schema does not belong in a delivery; remove it")  # fmt: skip
    for naam in ding:
        if naam not in velden and naam not in kop:
            meld("onbekend", (*pad, naam), "kent DDAS 1.0 niet; haal het weg", "is unknown to DDAS 1.0; remove it")  # fmt: skip
    return soort(**waarden)


def _waarde(hoe: Any, waarde: Any, pad: Pad, meld: Meld) -> Any:
    soort = hoe["soort"]
    if waarde is None:
        meld("leeg", pad, "is null; laat een onbekende waarde weg", "is null; leave an unknown value out")
        return None
    if isinstance(soort, list):
        return _lijst(soort[0], waarde, pad, meld)
    if soort in _LEZERS:
        gelezen = _LEZERS[soort](waarde)
        if gelezen is None:
            nl, en = _MOET[soort]
            meld("soort", pad, f"moet {nl} zijn", f"must be {en}")
        elif hoe["een_van"] and gelezen not in hoe["een_van"]:
            mag = "; ".join(hoe["een_van"])
            meld("lijst", pad, f"“{gelezen[:40]}” mag niet; kies een van: {mag}", f"“{gelezen[:40]}” is not allowed; choose one of: {mag}")  # fmt: skip
            return None
        return gelezen
    if not isinstance(waarde, dict):
        meld("soort", pad, "moet een object zijn", "must be an object")
        return None
    return lees(soort, waarde, pad, meld)


def _lijst(soort: type, waarde: Any, pad: Pad, meld: Meld) -> tuple[Any, ...] | None:
    if not isinstance(waarde, list):
        meld("soort", pad, "moet een lijst zijn", "must be a list")
        return None
    uit = []
    for plek, een in enumerate(waarde):
        if isinstance(een, dict):
            uit.append(lees(soort, een, (*pad, plek), meld))
        else:
            meld("soort", (*pad, plek), "moet een object zijn", "must be an object")
    return tuple(uit)


def _dag(waarde: Any) -> date | None:
    if not isinstance(waarde, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", waarde):
        return None
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        return None


def _moment(waarde: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(waarde) if isinstance(waarde, str) and "T" in waarde else None
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None


_LEZERS: dict[Any, Callable[[Any], Any]] = {
    date: _dag,
    datetime: _moment,
    str: lambda waarde: waarde if isinstance(waarde, str) else None,
    int: lambda waarde: waarde if isinstance(waarde, int) and not isinstance(waarde, bool) else None,
    bool: lambda waarde: waarde if isinstance(waarde, bool) else None,
}
_MOET = {
    date: ("een bestaande dag JJJJ-MM-DD", "an existing day YYYY-MM-DD"),
    datetime: (
        "een tijdstip met tijdzone, zoals 2026-11-24T09:00:00Z",
        "a moment with a time zone, such as 2026-11-24T09:00:00Z",
    ),
    str: ("tekst", "text"),
    int: ("een heel getal (hele euro's, zonder punt of aanhalingstekens)", "a whole number (whole euros, no point or quotes)"),
    bool: ("true of false", "true or false"),
}  # fmt: skip
