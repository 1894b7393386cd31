"""DATABASE_URL to Django's setting: SQLite without one, PostgreSQL with one."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.db.backends.signals import connection_created


def database(url: str, datamap: Path) -> dict[str, Any]:
    """The `default` database. Only `postgresql://` and `sqlite:///` are known; others raise `ValueError`."""
    if not url:
        return _sqlite(str(datamap / "samenhang.sqlite3"))
    delen = urlsplit(url)
    if delen.scheme == "sqlite":
        return _sqlite(unquote(delen.path[1:]) or ":memory:")
    if delen.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(delen.path.lstrip("/")),
            "USER": unquote(delen.username or ""),
            "PASSWORD": unquote(delen.password or ""),
            "HOST": unquote(delen.hostname or dict(parse_qsl(delen.query)).get("host", "")),
            "PORT": str(delen.port or dict(parse_qsl(delen.query)).get("port", "")),
            "CONN_MAX_AGE": 0,
            "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}},
        }
    raise ValueError(
        "DATABASE_URL begint met postgresql:// of sqlite:/// (starts with postgresql:// or sqlite:///)"
    )


def neem_grens_over(connection: Any, **_: Any) -> None:
    """Ask a new SQLite connection how many parameters a statement takes.

    Django 5.2 holds every SQLite to 999, the limit of before 2020, and so writes the log rows of one page of a list
    in three statements.
    """
    if connection.vendor == "sqlite":
        grens = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        connection.features.max_query_params = grens


def _sqlite(pad: str) -> dict[str, Any]:
    connection_created.connect(neem_grens_over, dispatch_uid="config.databases")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": pad,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-64000; "
                "PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;"
            ),
        },
    }
