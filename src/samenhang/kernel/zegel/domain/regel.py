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


def _ids(begin: str, waarden: Sequence[UUID | str | None]) -> list[str]:
    """Ids as 32 digits, whichever database gave them."""
    if any(isinstance(waarde, UUID) for waarde in waarden):
        return [f'{begin}"{waarde.hex}"' if isinstance(waarde, UUID) else "" for waarde in waarden]
    return [f'{begin}"{waarde}"' if waarde else "" for waarde in waarden]


def _momenten(begin: str, waarden: Sequence[Any]) -> list[str]:
    """Moments of the database, which keeps UTC: `2026-11-28T13:00:00.5Z`."""
    teksten = waarden if isinstance(waarden[0], str) else [waarde.isoformat() for waarde in waarden]
    return [f'{begin}"{tekst.replace(" ", "T").removesuffix("+00:00")}Z"' for tekst in teksten]


SOORTEN: dict[str, Callable[[Any], str]] = {
    "tekst": _woord,
    "getal": _getal,
    "waarheid": _waarheid,
    "json": _json,
}
"""How a kind of value is written, apart from ids and moments, of which hardly two are equal."""


def regels(log: str, kolommen: Sequence[Kolom], rijen: Sequence[Sequence[Any]]) -> list[bytes]:
    """The leaf bytes of rows that begin with the values of `kolommen`, in that order; `log` names the log they are of."""
    if not rijen:
        return []
    zuilen = {
        kolom.naam: _zuil(kolom, waarden)
        for kolom, waarden in zip(kolommen, zip(*rijen, strict=True), strict=False)
    }
    zuilen["log"] = f',"log":"{log}"'
    op_naam = [zuilen[naam] for naam in sorted(zuilen)]
    vorm = "".join("%s" if isinstance(zuil, list) else zuil.replace("%", "%%") for zuil in op_naam)
    wisselend = [zuil for zuil in op_naam if isinstance(zuil, list)]
    delen = zip(*wisselend, strict=True) if wisselend else [()] * len(rijen)
    return [("{" + (vorm % deel)[1:] + "}").encode() for deel in delen]


def _zuil(kolom: Kolom, waarden: Sequence[Any]) -> list[str] | str:
    """The cells of a column as they are written; one text when all are the same."""
    if not any(waarden):
        return ""
    begin = f',"{kolom.naam}":'
    if kolom.soort == "id":
        return _ids(begin, waarden)
    if kolom.soort == "moment":
        return _momenten(begin, waarden)
    schrijf = SOORTEN[kolom.soort]

    def cel(waarde: Any) -> str:
        tekst = schrijf(waarde)
        return begin + tekst if tekst else ""

    if kolom.soort == "json" and not isinstance(waarden[0], str):
        return [cel(waarde) for waarde in waarden]
    bekend = {waarde: cel(waarde) for waarde in set(waarden)}
    if len(bekend) == 1:
        return bekend[waarden[0]]
    return list(map(bekend.__getitem__, waarden))
