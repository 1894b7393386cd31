"""Which pairs of records are candidates after new records came, without pairing the register again.

A pair meets in a block. New rows change only the blocks that they enter or leave; of these the sizes before and
after tell whether the block was, and is, refined or left out.
"""

from __future__ import annotations

import duckdb

from samenhang.schemes.vroegsignalering.koppelen import sleutels
from samenhang.schemes.vroegsignalering.koppelen.sleutels import blokken, maak_paren


def nieuwe_paren(verbinding: duckdb.DuckDBPyConnection) -> int:
    """Make `paar_erbij(a, b)`, candidate pairs that the register does not know, and `paar_weg(a, b)`, known ones
    that are no candidates any more; gives by how many the records left out of too large blocks grew.

    Reads `verandert(nr)`, the records that entered or left a block, and of these `oud_klant` and `oud_contact`,
    what they were before.
    """
    eerste = verbinding.execute("SELECT count(*) = 0 FROM register.vergelijking").fetchone()
    if eerste and eerste[0]:
        weggelaten = maak_paren(verbinding)
        verbinding.execute("CREATE OR REPLACE TEMP TABLE paar_erbij AS FROM paar")
        verbinding.execute("CREATE OR REPLACE TEMP TABLE paar_weg AS FROM paar LIMIT 0")
        return weggelaten
    _zet_blokken(verbinding)
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE paar_erbij AS
        WITH b AS (SELECT CASE WHEN nu = 1 THEN sleutel ELSE hash(sleutel, fijn) END AS sleutel, nr, nu <> toen OR nr IN (SELECT nr FROM verandert) AS vers
                   FROM blok WHERE nu < 3),
        v AS (SELECT sleutel, nr FROM b WHERE vers)
        SELECT DISTINCT least(x.nr, y.nr) AS a, greatest(x.nr, y.nr) AS b FROM v x JOIN b y ON x.sleutel = y.sleutel AND x.nr <> y.nr
        ANTI JOIN register.vergelijking o ON o.a = least(x.nr, y.nr) AND o.b = greatest(x.nr, y.nr)"""
    )
    _zoek_verloren(verbinding)
    meer = verbinding.execute(
        "SELECT coalesce(sum(CASE WHEN nu = 3 THEN m ELSE 0 END - CASE WHEN toen = 3 THEN m_oud ELSE 0 END), 0) FROM stand_blok"
    ).fetchone()
    for tabel in ("blok", "stand_blok", "erin", "eruit", "alle_blokken", "oude_blokken"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")
    return int(meer[0]) if meer else 0


def _stand(n: str, m: str) -> str:
    """SQL: 1 when a block pairs its records, 2 when its refined part does, 3 when that is too large as well."""
    grens = sleutels.PLAFOND
    return f"CASE WHEN {n} <= {grens} THEN 1 WHEN {m} <= {grens} THEN 2 ELSE 3 END"


def _zet_blokken(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `blok`, the rows of all blocks that changed, with their state now and before (`nu`, `toen`)."""
    verbinding.execute(f"CREATE OR REPLACE TEMP TABLE alle_blokken AS {blokken()}")
    verbinding.execute(f"CREATE OR REPLACE TEMP TABLE oude_blokken AS {blokken('oud_klant', 'oud_contact')}")
    nieuw = "SELECT b.* FROM alle_blokken b SEMI JOIN verandert USING (nr)"
    verbinding.execute(f"CREATE OR REPLACE TEMP TABLE erin AS ({nieuw}) EXCEPT ALL (FROM oude_blokken)")
    verbinding.execute(f"CREATE OR REPLACE TEMP TABLE eruit AS (FROM oude_blokken) EXCEPT ALL ({nieuw})")
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE blok_nu AS
        WITH g AS (SELECT sleutel FROM erin UNION SELECT sleutel FROM eruit)
        SELECT s.* FROM alle_blokken s SEMI JOIN g USING (sleutel)"""
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE stand_blok AS
        WITH t AS (SELECT sleutel, fijn, 1 AS nu, 1 AS toen FROM blok_nu
            UNION ALL SELECT sleutel, fijn, 0, -1 FROM erin UNION ALL SELECT sleutel, fijn, 0, 1 FROM eruit),
        f AS (SELECT sleutel, fijn, sum(nu) AS m, sum(toen) AS m_oud FROM t GROUP BY ALL),
        n AS (SELECT sleutel, sum(m) AS n, sum(m_oud) AS n_oud FROM f GROUP BY sleutel)
        SELECT sleutel, fijn, m, m_oud, {_stand("n", "m")} AS nu, {_stand("n_oud", "m_oud")} AS toen FROM f JOIN n USING (sleutel)"""
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE blok AS SELECT b.*, s.nu, s.toen FROM blok_nu b JOIN stand_blok s USING (sleutel, fijn)"
    )
    verbinding.execute("DROP TABLE temp.blok_nu")


def _zoek_verloren(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `paar_weg`: of the known pairs whose block broke up, or of whom one left a block, those that meet in
    no other."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE wankel AS
        WITH f AS (SELECT DISTINCT nr FROM blok WHERE nu > toen)
        SELECT a, b FROM register.vergelijking
        WHERE (a IN (SELECT nr FROM f) AND b IN (SELECT nr FROM f)) OR a IN (SELECT nr FROM eruit) OR b IN (SELECT nr FROM eruit)"""
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE paar_weg AS
        WITH eigen AS MATERIALIZED (SELECT s.* FROM alle_blokken s WHERE nr IN (SELECT a FROM wankel UNION SELECT b FROM wankel)),
        alle AS MATERIALIZED (SELECT s.* FROM alle_blokken s SEMI JOIN eigen USING (sleutel)),
        n AS (SELECT sleutel, count(*) AS n FROM alle GROUP BY sleutel),
        m AS (SELECT sleutel, fijn, count(*) AS m FROM alle GROUP BY ALL),
        b AS (SELECT CASE WHEN n <= {sleutels.PLAFOND} THEN sleutel ELSE hash(sleutel, fijn) END AS sleutel, nr
              FROM eigen JOIN n USING (sleutel) JOIN m USING (sleutel, fijn) WHERE n <= {sleutels.PLAFOND} OR m <= {sleutels.PLAFOND}),
        nog AS (SELECT DISTINCT x.nr AS a, y.nr AS b FROM b x JOIN b y ON x.sleutel = y.sleutel AND x.nr < y.nr)
        SELECT a, b FROM wankel ANTI JOIN nog USING (a, b)"""
    )
