"""Drop a database of the tests, whoever still looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psycopg


def gooi_weg(verbinding: psycopg.Connection, naam: str) -> None:
    """End our own sessions in a database, and drop it.

    Not `WITH (FORCE)`: that refuses when the server's own autovacuum happens to be at work there, which a role without
    rights over it may not end. A plain drop tells autovacuum to go and waits for it.
    """
    verbinding.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename = current_user",
        [naam],
    )
    verbinding.execute(f"DROP DATABASE {naam}")
