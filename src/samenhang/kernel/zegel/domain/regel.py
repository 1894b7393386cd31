"""Log rows as the bytes of their leaves: a JSON object of the fields that hold something, by name.

What is empty is left out, so that a column that a later version adds leaves the leaves of older rows as they were.
Keys in the order of their names, no spaces, UTF-8; ids as 32 digits, moments in UTC with the digits they have.
Each row carries its own salt of 128 bits: from a leaf whose row was destroyed nobody can guess what stood in it.
Made column by column, because the sealer and the check make millions: most values recur.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

_tekst = json.JSONEncoder(ensure_ascii=False).encode
_inhoud = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of a log: its name and how its values are written (`SOORTEN`)."""

    naam: str
    soort: str


def _id(waarde: UUID | str | None) -> str:
    """An id as 32 digits, whichever database gave it."""
    if waarde is None:
        return ""
    return f'"{waarde.hex}"' if type(waarde) is UUID else f'"{waarde}"'


def _moment(waarde: Any) -> str:
    """A moment of the database, which keeps UTC: `2026-11-28T13:00:00.5Z`."""
    tekst = waarde if isinstance(waarde, str) else waarde.isoformat()
    return f'"{tekst.replace(" ", "T").removesuffix("+00:00")}Z"'


def _json(waarde: Any) -> str:
    """A JSON column: a value on PostgreSQL, text on SQLite."""
    inhoud = json.loads(waarde) if isinstance(waarde, str) else waarde
    return _inhoud(inhoud) if inhoud else ""


def _woord(waarde: str | None) -> str:
    return _tekst(waarde) if waarde else ""


def _getal(waarde: int | None) -> str:
    return str(int(waarde)) if waarde else ""


def _waarheid(waarde: Any) -> str:
    return "true" if waarde else ""


SOORTEN: dict[str, tuple[Callable[[Any], str], bool]] = {
    "id": (_id, False),
    "moment": (_moment, False),
    "tekst": (_woord, True),
    "getal": (_getal, True),
    "waarheid": (_waarheid, True),
    "json": (_json, False),
}
"""How a kind of value is written, and whether its values recur often enough to remember them."""


def regels(log: str, kolommen: Sequence[Kolom], rijen: Sequence[Sequence[Any]]) -> list[bytes]:
    """The leaf bytes of rows whose values stand in the order of `kolommen`; `log` names the log they are of."""
    if not rijen:
        return []
    zuilen = {
        kolom.naam: _zuil(kolom, waarden)
        for kolom, waarden in zip(kolommen, zip(*rijen, strict=True), strict=True)
    }
    zuilen["log"] = [f',"log":"{log}"'] * len(rijen)
    op_naam = [zuilen[naam] for naam in sorted(zuilen)]
    return [("{" + "".join(delen)[1:] + "}").encode() for delen in zip(*op_naam, strict=True)]


def _zuil(kolom: Kolom, waarden: Sequence[Any]) -> list[str]:
    schrijf, keert_terug = SOORTEN[kolom.soort]
    begin = f',"{kolom.naam}":'

    def cel(waarde: Any) -> str:
        tekst = schrijf(waarde)
        return begin + tekst if tekst else ""

    if not keert_terug and not (kolom.soort == "json" and isinstance(waarden[0], str)):
        return [cel(waarde) for waarde in waarden]
    bekend = {waarde: cel(waarde) for waarde in set(waarden)}
    return [bekend[waarde] for waarde in waarden]
