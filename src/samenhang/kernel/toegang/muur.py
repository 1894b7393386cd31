"""The wall in the connection: a statement that touches a category table runs only under a decision.

A closed manager can be walked around (a bare queryset, a cursor, a join from another table). Every statement
passes here, on both databases: when it names a category table, the decision under which it runs must have
opened that category, and a decision for named persons opens one category table at a time, because the rows
of a joined table are not limited to those persons. Nobody is searched for by a part of a name or address: that
is done by equality on a blind key (docs/adr/0034). Schema changes and the migrations themselves may pass. The
decision goes along to the wall in the database itself: `rijen.py` for PostgreSQL, `kolommen.py` for SQLite.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from django.apps import apps
from django.core.signals import request_started
from django.db.backends.signals import connection_created
from django.db.models import Model
from django.db.models.signals import post_migrate, pre_migrate

from samenhang.kernel.toegang.kolommen import ALLES, SLEUTELS, Open, Tabel, open_voor, tabel_van, zet
from samenhang.kernel.toegang.poort import Toegang
from samenhang.kernel.toegang.rijen import na_migratie, voer_uit_onder


class ToegangOntbreekt(Exception):
    """Code tried to reach a category table without a decision: a fault in the program, not of the user."""


_open: ContextVar[Toegang | None] = ContextVar("toegang", default=None)
_samen: ContextVar[bool] = ContextVar("samen", default=False)
_migreert = False
_basis: type[Model] | None = None
"""What every category table derives from: told by who builds the wall."""
_SCHEMAWERK = re.compile(
    r"\s*(CREATE|ALTER|DROP|PRAGMA|COMMENT|VACUUM)\b(?!.*\bSELECT\b)", re.IGNORECASE | re.DOTALL
)
"""What may name a category table without reading a row of it."""
_OP_SLOT = re.compile(r"\bFOR (NO KEY UPDATE|UPDATE|KEY SHARE|SHARE)\b")
"""PostgreSQL locks only rows that may be changed as well."""
_PATROON = re.compile(r"\b(I?LIKE|REGEXP|SIMILAR TO|GLOB)\b|\s!?~{1,2}\*?\s", re.IGNORECASE)
"""Search by pattern: row-level security cannot push it to an index, and it finds who was not looked for."""
_SCHRIJFT = ("INSERT", "UPDATE", "DELETE", "REPLACE")


@cache
def _tabellen() -> tuple[re.Pattern[str], dict[str, Tabel]]:
    if _basis is None:
        raise ToegangOntbreekt("de muur staat nog niet")
    modellen: list[Any] = [model for model in apps.get_models() if issubclass(model, _basis)]
    tabellen = {model._meta.db_table: tabel_van(model) for model in modellen}
    namen = sorted(tabellen, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, namen)) or '(?!)'})\b"), tabellen


def _bekend() -> dict[str, Tabel]:
    return _tabellen()[1]


@contextmanager
def onder(toegang: Toegang) -> Iterator[None]:
    """Run statements under this decision."""
    merk = _open.set(toegang)
    try:
        yield
    finally:
        _open.reset(merk)


@contextmanager
def naast_elkaar() -> Iterator[None]:
    """Let one statement read category tables side by side; only `samen.py`, which proves that none is joined."""
    merk = _samen.set(True)
    try:
        yield
    finally:
        _samen.reset(merk)


def tabellen_in(sql: str) -> set[str]:
    """The category tables that a statement names."""
    return set(_tabellen()[0].findall(sql))


def bewaak(
    voer_uit: Callable[..., Any], sql: str, parameters: Any, veel: bool, context: dict[str, Any]
) -> Any:
    """Django's execute wrapper: let the statement through, or raise `ToegangOntbreekt`."""
    verbinding = context["connection"]
    patroon, tabellen = _tabellen()
    genoemd = set(patroon.findall(sql))
    schrijft = sql.lstrip()[:7].upper().startswith(_SCHRIJFT)
    if not genoemd or _migreert or _SCHEMAWERK.match(sql):
        if verbinding.vendor == "sqlite" and (genoemd or schrijft or _migreert):
            with open_voor(verbinding, _bekend, ALLES if genoemd or _migreert else SLEUTELS):
                return voer_uit(sql, parameters, veel, context)
        return voer_uit(sql, parameters, veel, context)
    if _PATROON.search(sql):
        raise ToegangOntbreekt(
            f"{', '.join(sorted(genoemd))}: zoek op een blinde sleutel, niet op een patroon"
        )
    toegang = _keur(genoemd, tabellen, schrijft)
    if verbinding.vendor == "postgresql":
        slot = _OP_SLOT.search(sql) is not None
        return voer_uit_onder(toegang, schrijft or slot, voer_uit, sql, parameters, veel, context)
    with open_voor(verbinding, _bekend, Open(*_mag(toegang, schrijft), sleutels=schrijft)):
        return voer_uit(sql, parameters, veel, context)


def _mag(toegang: Toegang, schrijft: bool) -> tuple[frozenset[str], frozenset[str]]:
    """What a statement may read and write: what changes rows may look at what it may write."""
    return (toegang.leest | toegang.schrijft, toegang.schrijft) if schrijft else (toegang.leest, frozenset())


def _keur(genoemd: set[str], tabellen: dict[str, Tabel], schrijft: bool) -> Toegang:
    toegang = _open.get()
    namen = ", ".join(sorted(genoemd))
    if toegang is None:
        raise ToegangOntbreekt(f"{namen}: lees met objects.met(toegang), geen andere weg")
    mag, _ = _mag(toegang, schrijft)
    dicht = sorted(naam for naam in genoemd if tabellen[naam].categorie not in mag)
    if dicht:
        raise ToegangOntbreekt(f"{', '.join(dicht)}: deze toegang opent die categorie niet")
    if toegang.personen is not None and len(genoemd) > 1 and not _samen.get():
        raise ToegangOntbreekt(f"{namen}: een toegang tot personen leest één categorietabel tegelijk")
    return toegang


def _sluit_aan(connection: Any, **_: Any) -> None:
    if bewaak not in connection.execute_wrappers:
        connection.execute_wrappers.append(bewaak)
    if connection.vendor == "sqlite" and connection.connection is not None:
        zet(connection, _bekend)


def _sluit_weer(**_: Any) -> None:
    """Every request begins behind a closed wall, whatever went on in the connection before."""
    from django.db import connections

    for verbinding in connections.all(initialized_only=True):
        _sluit_aan(verbinding)


def _begin(**_: Any) -> None:
    global _migreert
    _migreert = True


def _klaar(app_config: Any, using: str, **_: Any) -> None:
    """Installing the policies is the last of the work on the schema, per app."""
    global _migreert
    _migreert = True
    try:
        na_migratie(_basis, app_config, using)
    finally:
        _migreert = False


def bouw_muur(basis: type[Model]) -> None:
    """Stand in every connection of this process, those that are open already included.

    `basis` is what every category table derives from.
    """
    global _basis
    _basis = basis
    connection_created.connect(_sluit_aan, dispatch_uid="toegang.muur")
    request_started.connect(_sluit_weer, dispatch_uid="toegang.muur")
    pre_migrate.connect(_begin, dispatch_uid="toegang.muur")
    post_migrate.connect(_klaar, dispatch_uid="toegang.muur")
    _sluit_weer()
