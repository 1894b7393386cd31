"""What a chain of pairs connects, found by the engine: over hundreds of thousands of pairs Python would be the slow part."""

from __future__ import annotations

import duckdb


def maak_delen(verbinding: duckdb.DuckDBPyConnection, paren: str) -> None:
    """Make `deel(nr, groep)`: the numbers that a chain of the pairs (a, b) of a question connects, each named after the
    smallest of them.

    Every number takes the smallest that it meets, and so do the names that this leaves, until no pair connects two:
    two or three rounds, because those who belong together nearly all meet each other.
    """
    verbinding.execute(f"CREATE OR REPLACE TEMP TABLE rand AS {paren}")
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE deel AS
        SELECT nr, min(naam) AS groep FROM (SELECT greatest(a, b) AS nr, least(a, b) AS naam FROM rand UNION ALL SELECT least(a, b), least(a, b) FROM rand) GROUP BY nr"""
    )
    while True:
        verbinding.execute(
            """CREATE OR REPLACE TEMP TABLE rand AS SELECT DISTINCT least(x.groep, y.groep) AS a, greatest(x.groep, y.groep) AS b
            FROM rand JOIN deel x ON x.nr = rand.a JOIN deel y ON y.nr = rand.b WHERE x.groep <> y.groep"""
        )
        if verbinding.execute("SELECT 1 FROM rand LIMIT 1").fetchone() is None:
            break
        verbinding.execute(
            "CREATE OR REPLACE TEMP TABLE boven AS SELECT b AS nr, min(a) AS groep FROM rand GROUP BY b"
        )
        while verbinding.execute("SELECT 1 FROM boven x JOIN boven y ON y.nr = x.groep LIMIT 1").fetchone():
            verbinding.execute(
                """CREATE OR REPLACE TEMP TABLE boven AS
                SELECT x.nr, coalesce(y.groep, x.groep) AS groep FROM boven x LEFT JOIN boven y ON y.nr = x.groep"""
            )
        verbinding.execute(
            """CREATE OR REPLACE TEMP TABLE deel AS
            SELECT deel.nr, coalesce(boven.groep, deel.groep) AS groep FROM deel LEFT JOIN boven ON boven.nr = deel.groep"""
        )
    verbinding.execute("DROP TABLE temp.rand")
