"""One number out of the connection."""

from __future__ import annotations

import duckdb


def tel(verbinding: duckdb.DuckDBPyConnection, vraag: str) -> int:
    """The first number of the first row."""
    rij = verbinding.execute(vraag).fetchone()
    return int(rij[0]) if rij else 0
