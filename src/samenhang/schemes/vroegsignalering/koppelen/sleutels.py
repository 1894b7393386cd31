"""Candidate pairs: the union of blocking keys, each with a ceiling on the size of a block.

A block above the ceiling is refined with one more field; what is still too large is counted, never
dropped silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import duckdb

PLAFOND: Final = 80
"""Records in one block; 80 records make 3,160 pairs."""


@dataclass(frozen=True, slots=True)
class Sleutel:
    """A blocking key: SQL over record `k` and name part `d`, when it applies, and how to refine it."""

    naam: str
    waarde: str
    wanneer: str
    verfijning: str
    met_deel: bool = False


SLEUTELS: Final = (
    Sleutel("contract", "k.partner || '|' || k.contract", "k.contract <> ''", "k.postcode"),
    Sleutel("geboren+klank", "k.geboortedatum || '|' || d.klank", "k.geboortedatum IS NOT NULL", "left(k.letters, 1)", met_deel=True),
    Sleutel("geboren+letter+plaats", "k.geboortedatum || '|' || left(k.letters, 1) || '|' || left(k.postcode, 2)", "k.geboortedatum IS NOT NULL", "left(k.postcode, 4)"),
    Sleutel("eenheid+klank", "k.eenheid || '|' || d.klank", "true", "left(k.letters, 1)", met_deel=True),
    Sleutel("eenheid+letter", "k.eenheid || '|' || left(k.letters, 1)", "k.letters <> ''", "k.delen[1][1:3]"),
    Sleutel("pand+klank", "k.pand || '|' || d.klank", "true", "left(k.letters, 1)", met_deel=True),
    Sleutel("telefoon", "k.telefoon", "k.telefoon <> ''", "left(k.letters, 1)"),
    Sleutel("email", "k.email", "k.email <> ''", "left(k.letters, 1)"),
    Sleutel("klank+letters+plaats", "d.klank || '|' || k.letters || '|' || left(k.postcode, 4)", "k.letters <> ''", "k.postcode", met_deel=True),
    Sleutel("klank+jaar+letter", "d.klank || '|' || year(k.geboortedatum) || '|' || left(k.letters, 1)", "k.geboortedatum IS NOT NULL", "month(k.geboortedatum)::VARCHAR", met_deel=True),
)  # fmt: skip


def maak_paren(verbinding: duckdb.DuckDBPyConnection) -> int:
    """Make `paar(a, b)` with a < b; gives the number of records left out of a block that stayed too large."""
    verbinding.execute("CREATE OR REPLACE TEMP TABLE blok (sleutel VARCHAR, nr INTEGER)")
    weggelaten = 0
    for nummer, sleutel in enumerate(SLEUTELS):
        bron = "klant k JOIN deel_van d ON d.nr = k.nr" if sleutel.met_deel else "klant k"
        verbinding.execute(
            f"""CREATE OR REPLACE TEMP TABLE dit AS
            WITH s AS (SELECT DISTINCT {sleutel.waarde} AS sleutel, {sleutel.verfijning} AS fijn, k.nr FROM {bron} WHERE {sleutel.wanneer}),
            groot AS (SELECT sleutel FROM s GROUP BY sleutel HAVING count(*) > {PLAFOND})
            SELECT CASE WHEN g.sleutel IS NULL THEN s.sleutel ELSE s.sleutel || '|' || coalesce(fijn, '') END AS sleutel, nr
            FROM s LEFT JOIN groot g ON g.sleutel = s.sleutel"""
        )
        over = verbinding.execute(
            f"SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n FROM dit GROUP BY sleutel HAVING count(*) > {PLAFOND})"
        ).fetchone()
        weggelaten += int(over[0]) if over else 0
        verbinding.execute(
            f"INSERT INTO blok SELECT '{nummer}:' || sleutel, nr FROM dit WHERE sleutel IN (SELECT sleutel FROM dit GROUP BY sleutel HAVING count(*) BETWEEN 2 AND {PLAFOND})"
        )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE paar AS SELECT DISTINCT x.nr AS a, y.nr AS b FROM blok x JOIN blok y ON x.sleutel = y.sleutel AND x.nr < y.nr"
    )
    return weggelaten
