"""The wall in SQLite: the library itself refuses the columns that the decision did not open.

SQLite has no rows per role, but it asks an authorizer about every column when it prepares a statement, in a
subquery and a count too. Closed is the rule; the wall in the connection (`muur.py`) opens it for one statement.
It shows no rows apart: a deployment on SQLite holds one organisation.

The authorizer is set anew at every change, never only changed within: SQLite asks when it prepares, and Python
keeps prepared statements, so that one from an earlier decision would run under the next. Setting it makes every
kept statement be prepared, and asked about, again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

SCHRIJVEN = frozenset({sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE})


@dataclass(frozen=True, slots=True)
class Open:
    """What one statement may: read these categories, write these, read keys of every table, or all of it."""

    leest: frozenset[str] = frozenset()
    schrijft: frozenset[str] = frozenset()
    sleutels: bool = False
    alles: bool = False


DICHT = Open()
SLEUTELS = Open(sleutels=True)
"""Of a statement that writes elsewhere: SQLite looks itself whether a reference to the row is left behind."""
ALLES = Open(alles=True)
"""Of migrations and schema changes."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """What the authorizer knows of a category table."""

    categorie: str
    sleutels: frozenset[str]


def tabel_van(model: Any) -> Tabel:
    """The category of a table, and the columns that only say to what a row belongs."""
    velden = model._meta.concrete_fields
    sleutels = frozenset(veld.column for veld in velden if veld.primary_key or veld.remote_field is not None)
    return Tabel(str(model.CATEGORIE), sleutels)


def zet(verbinding: Any, tabellen: Callable[[], Mapping[str, Tabel]], open_: Open = DICHT) -> None:
    """Let this connection of SQLite (Django's) open so much from now on."""

    def keur(actie: int, een: str | None, twee: str | None, _db: str | None, _bron: str | None) -> int:
        tabel = tabellen().get(een or "")
        if tabel is None or open_.alles:
            return sqlite3.SQLITE_OK
        if actie == sqlite3.SQLITE_READ:
            mag = tabel.categorie in open_.leest or (open_.sleutels and twee in tabel.sleutels)
        else:
            mag = actie not in SCHRIJVEN or tabel.categorie in open_.schrijft
        return sqlite3.SQLITE_OK if mag else sqlite3.SQLITE_DENY

    verbinding.connection.set_authorizer(keur)


@contextmanager
def open_voor(verbinding: Any, tabellen: Callable[[], Mapping[str, Tabel]], open_: Open) -> Iterator[None]:
    """Open so much for one statement, and close after it."""
    zet(verbinding, tabellen, open_)
    try:
        yield
    finally:
        if verbinding.connection is not None:
            zet(verbinding, tabellen)
