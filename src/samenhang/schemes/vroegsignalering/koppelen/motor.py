"""What runs the SQL of the matcher."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Protocol

import duckdb


class Antwoord(Protocol):
    """The rows of a question."""

    def fetchall(self) -> list[Any]:
        """All rows, or those that are left."""

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row."""


class Motor(Protocol):
    """Runs the statements of normalising, pairing and comparing. A connection of DuckDB is one as it is."""

    def execute(self, query: str, /) -> Antwoord:
        """Run a statement in DuckDB's SQL."""


MotorKeuze = Callable[[duckdb.DuckDBPyConnection], AbstractContextManager[Motor]]
"""Opens the engine for the `signalen` of a connection; when it closes, the connection has the tables that it made.
With `nullcontext` the connection itself is the engine."""
