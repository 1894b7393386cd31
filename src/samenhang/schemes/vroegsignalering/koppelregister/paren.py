"""Which pairs of records are candidates after new records came, without pairing the register again.

A pair meets in a block. New rows change only the blocks that they enter or leave; of these the sizes before and
after tell whether the block was, and is, refined or left out. Who is in such a block is found by half of its key,
which the register keeps of every record (`sleutel`): what is found too much, the whole key sorts out.
"""

from __future__ import annotations

from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen import sleutels
from samenhang.schemes.vroegsignalering.koppelen.sleutels import VELDEN, blokken, maak_paren

_KORT: Final = "(sleutel >> 32)::UINTEGER"
"""SQL: the half of a key that is kept."""


def nieuwe_paren(verbinding: duckdb.DuckDBPyConnection) -> int:
    """Make `paar_erbij(a, b)`, candidate pairs that the register does not know, and `paar_weg(a, b)`, known ones
    that are no candidates any more; gives by how many the records left out of too large blocks grew.

    Reads `verandert(nr)`, the records that entered or left a block; of these that were known, `groei` and `oud_contact` say
    what they were before.
    """
    verbinding.execute("CREATE TABLE IF NOT EXISTS register.sleutel (kort UINTEGER, nr BIGINT)")
    eerste = verbinding.execute("SELECT count(*) = 0 FROM register.bewijs").fetchone()
    if eerste and eerste[0]:
        weggelaten = maak_paren(verbinding)
        verbinding.execute("CREATE OR REPLACE TEMP TABLE paar_erbij AS FROM paar")
        verbinding.execute("CREATE OR REPLACE TEMP TABLE paar_weg AS FROM paar LIMIT 0")
        verbinding.execute("DELETE FROM register.sleutel")
        verbinding.execute(f"INSERT INTO register.sleutel SELECT {_KORT}, nr FROM ({blokken()})")
        return weggelaten
    _zet_blokken(verbinding)
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE paar AS
        WITH b AS (SELECT CASE WHEN nu = 1 THEN sleutel ELSE hash(sleutel, fijn) END AS sleutel, nr, nu <> toen OR nr IN (SELECT nr FROM verandert) AS vers
                   FROM blok WHERE nu < 3),
        v AS (SELECT sleutel, nr FROM b WHERE vers)
        SELECT DISTINCT least(x.nr, y.nr) AS a, greatest(x.nr, y.nr) AS b FROM v x JOIN b y ON x.sleutel = y.sleutel AND x.nr <> y.nr"""
    )
    # In two steps, so that DuckDB knows how few they are beside the pairs of the register.
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE paar_erbij AS FROM paar ANTI JOIN register.bewijs USING (a, b)"
    )
    _zoek_verloren(verbinding)
    meer = verbinding.execute(
        "SELECT coalesce(sum(CASE WHEN nu = 3 THEN m ELSE 0 END - CASE WHEN toen = 3 THEN m_oud ELSE 0 END), 0) FROM stand_blok"
    ).fetchone()
    for tabel in ("paar", "blok", "stand_blok", "erin", "eruit", "blok_toen", "blok_nieuw"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")
    return int(meer[0]) if meer else 0


def _stand(n: str, m: str) -> str:
    """SQL: 1 when a block pairs its records, 2 when its refined part does, 3 when that is too large as well."""
    grens = sleutels.PLAFOND
    return f"CASE WHEN {n} <= {grens} THEN 1 WHEN {m} <= {grens} THEN 2 ELSE 3 END"


def _zet_blokken(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `blok`, the rows of all blocks that changed, with their state now and before (`nu`, `toen`)."""
    _neem_klanten(verbinding, "verandert")
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE oud_klant AS
        SELECT b.* REPLACE (CASE WHEN g.nr IS NULL THEN b.straat ELSE g.straat_oud END AS straat) FROM blok_klant b ANTI JOIN erbij_klant USING (nr) LEFT JOIN groei g USING (nr)"""
    )
    _maak_blokken(verbinding, "blok_nieuw")
    _maak_blokken(verbinding, "blok_toen", "oud_klant", "oud_contact")
    verbinding.execute("CREATE OR REPLACE TEMP TABLE erin AS (FROM blok_nieuw) EXCEPT ALL (FROM blok_toen)")
    verbinding.execute("CREATE OR REPLACE TEMP TABLE eruit AS (FROM blok_toen) EXCEPT ALL (FROM blok_nieuw)")
    # Who left a block stays under its half key: found too much, and sorted out.
    verbinding.execute(f"INSERT INTO register.sleutel SELECT {_KORT}, nr FROM erin")
    _wie_zijn_in(verbinding, "blok_nu", "FROM erin UNION ALL FROM eruit")
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


def _neem_klanten(verbinding: duckdb.DuckDBPyConnection, wie: str) -> None:
    """Make `blok_klant`, what the keys read of the records in the table `wie`."""
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE blok_klant AS SELECT {', '.join(VELDEN)} FROM klant SEMI JOIN {wie} USING (nr)"
    )


def _maak_blokken(
    verbinding: duckdb.DuckDBPyConnection, doel: str, klant: str = "blok_klant", contact: str = "contact"
) -> None:
    """Make the table `doel` of all blocks of the records in `klant`. The parts of their names are looked up once: more than
    half of the keys ask for them."""
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE blok_deel AS SELECT d.* FROM deel_van d SEMI JOIN {klant} USING (naam)"
    )
    verbinding.execute(f"CREATE OR REPLACE TEMP TABLE {doel} AS {blokken(klant, contact, 'blok_deel')}")
    for tabel in ("blok_deel", klant):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def _wie_zijn_in(verbinding: duckdb.DuckDBPyConnection, doel: str, welke: str) -> None:
    """Make the table `doel` of all records in the blocks with the keys of a question."""
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE gezochte_sleutel AS SELECT DISTINCT sleutel FROM ({welke})"
    )
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE wie_hier AS SELECT DISTINCT nr FROM register.sleutel WHERE kort IN (SELECT {_KORT} FROM gezochte_sleutel)"
    )
    _neem_klanten(verbinding, "wie_hier")
    _maak_blokken(verbinding, "blok_hier")
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE {doel} AS SELECT b.* FROM blok_hier b SEMI JOIN gezochte_sleutel USING (sleutel)"
    )
    for tabel in ("gezochte_sleutel", "wie_hier", "blok_hier"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def _zoek_verloren(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `paar_weg`: of the known pairs whose block broke up, or of whom one left a block, those that meet in
    no other."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE wankel AS
        WITH f AS (SELECT DISTINCT nr FROM blok WHERE nu > toen)
        SELECT a, b FROM register.bewijs
        WHERE (a IN (SELECT nr FROM f) AND b IN (SELECT nr FROM f)) OR a IN (SELECT nr FROM eruit) OR b IN (SELECT nr FROM eruit)"""
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE wankel_nr AS SELECT a AS nr FROM wankel UNION SELECT b FROM wankel"
    )
    # Under their half keys stands who meets them, and some more, who make none of their blocks larger.
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE wie_hier AS
        SELECT DISTINCT nr FROM register.sleutel WHERE kort IN (SELECT kort FROM register.sleutel SEMI JOIN wankel_nr USING (nr))"""
    )
    _neem_klanten(verbinding, "wie_hier")
    _maak_blokken(verbinding, "blok_alle")
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE blok_eigen AS SELECT b.* FROM blok_alle b SEMI JOIN wankel_nr USING (nr)"
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE paar_weg AS
        WITH n AS (SELECT sleutel, count(*) AS n FROM blok_alle GROUP BY sleutel),
        m AS (SELECT sleutel, fijn, count(*) AS m FROM blok_alle GROUP BY ALL),
        b AS (SELECT CASE WHEN n <= {sleutels.PLAFOND} THEN sleutel ELSE hash(sleutel, fijn) END AS sleutel, nr
              FROM blok_eigen JOIN n USING (sleutel) JOIN m USING (sleutel, fijn) WHERE n <= {sleutels.PLAFOND} OR m <= {sleutels.PLAFOND}),
        nog AS (SELECT DISTINCT x.nr AS a, y.nr AS b FROM b x JOIN b y ON x.sleutel = y.sleutel AND x.nr < y.nr)
        SELECT a, b FROM wankel ANTI JOIN nog USING (a, b)"""
    )
    for tabel in ("wankel", "wankel_nr", "wie_hier", "blok_eigen", "blok_alle"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")
