"""Who lives together, looked at again where something changed: of a person who changed, and of whoever was seen
in one building with them."""

from __future__ import annotations

from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen import Gewichten
from samenhang.schemes.vroegsignalering.koppelen.huishoudens import (
    eigen_verblijven,
    huisparen,
    verblijven,
    verdeel,
    weeg,
)

_UIT_PAND: Final = ("namen", "eenheden", "vol")
"""What of a stay follows from all stays in the building."""

_TIJD: Final = ("eerste", "laatste", "van_elders", "naar_elders", *_UIT_PAND)
"""What of a stay changes when only days do: of the person, or of somebody in the same building."""

_BREED: Final = (
    "klanken", "contact", "contracten", "vaste", "soorten", "zeldzaam", "klank", "benoemd", "bewoners", "buren", "geboren", "panden",
)  # fmt: skip
"""What of a stay follows from who the person is."""


def huisvest(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten) -> None:
    """Bring `verblijf`, `samenwoning` and `thuis` of the register up to date.

    Reads `thuis_geraakt(nr)`, records that changed in anything that matters to a household but their days; `groei`,
    of which the days changed; `opnieuw` and `vorig_lid`, whose person was looked at again and who they were.
    """
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE groep_anders AS
        WITH w AS (SELECT nr FROM thuis_geraakt
                   UNION SELECT l.nr FROM lid l SEMI JOIN opnieuw USING (nr) LEFT JOIN vorig_lid v ON v.nr = l.nr WHERE v.groep IS DISTINCT FROM l.groep)
        SELECT groep FROM lid SEMI JOIN w USING (nr) UNION SELECT groep FROM vorig_lid SEMI JOIN w USING (nr)"""
    )
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE groep_tijd AS
        SELECT DISTINCT groep FROM lid SEMI JOIN (SELECT nr FROM groei WHERE eerste <> eerste_oud OR laatste <> laatste_oud) g USING (nr)
        WHERE groep NOT IN (SELECT groep FROM groep_anders)"""
    )
    _werk_verblijf_bij(verbinding)
    huisparen(verbinding, "verblijf_anders")
    weeg(verbinding, gewichten)
    _neem_paren(verbinding)
    _verdeel_opnieuw(verbinding, gewichten.thuis.aanvaard)


def _werk_verblijf_bij(verbinding: duckdb.DuckDBPyConnection) -> None:
    """`verblijf` of every building where somebody changed; `verblijf_anders` names the persons in a building
    of whom a row differs."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE pand_opnieuw AS
        SELECT DISTINCT pand FROM klant JOIN lid USING (nr) WHERE groep IN (SELECT groep FROM groep_anders UNION ALL SELECT groep FROM groep_tijd)"""
    )
    nieuw = verbinding.execute(
        "SELECT count(*) = 0 FROM duckdb_tables() WHERE database_name = 'register' AND table_name = 'verblijf'"
    ).fetchone()
    if nieuw and nieuw[0]:
        verbinding.execute("CREATE OR REPLACE TEMP TABLE hier_opnieuw (groep BIGINT, pand VARCHAR)")
        eigen_verblijven(verbinding, drukte="drukte")
        verblijven(verbinding, "eigen_verblijf")
        verbinding.execute("CREATE TABLE register.verblijf AS SELECT * FROM temp.verblijf LIMIT 0")
        verbinding.execute(
            "CREATE TABLE register.samenwoning (pand VARCHAR, a BIGINT, b BIGINT, som INTEGER)"
        )
    else:
        # Also whoever was alone in a building until now, and therefore has no row there yet.
        verbinding.execute(
            """CREATE OR REPLACE TEMP TABLE hier_opnieuw AS
            WITH hier AS (SELECT DISTINCT groep, pand FROM klant JOIN lid USING (nr) SEMI JOIN pand_opnieuw USING (pand)),
            meer AS (FROM hier SEMI JOIN (SELECT pand FROM hier GROUP BY pand HAVING count(*) > 1) m USING (pand))
            FROM meer SEMI JOIN groep_anders USING (groep)
            UNION FROM meer ANTI JOIN register.verblijf USING (groep, pand)"""
        )
        eigen_verblijven(verbinding, "hier_opnieuw", "drukte")
        _neem_tijd_over(verbinding)
        verbinding.execute(
            f"""INSERT INTO eigen_verblijf SELECT * EXCLUDE ({", ".join(_UIT_PAND)}) FROM register.verblijf SEMI JOIN pand_opnieuw USING (pand)
            WHERE (groep, pand) NOT IN (FROM hier_opnieuw) AND groep NOT IN (SELECT groep FROM groep_anders UNION ALL SELECT groep FROM groep_tijd)"""
        )
        verblijven(verbinding, "eigen_verblijf")
    tijd_anders, breed_anders = (
        " OR ".join(f"n.{kolom} IS DISTINCT FROM o.{kolom}" for kolom in kolommen)
        for kolommen in (_TIJD, _BREED)
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE rij_anders AS
        WITH n AS (SELECT v.*, (v.groep, v.pand) IN (FROM hier_opnieuw) AS opnieuw FROM temp.verblijf v),
        o AS (SELECT v.* FROM register.verblijf v SEMI JOIN pand_opnieuw USING (pand))
        SELECT coalesce(n.pand, o.pand) AS pand, coalesce(n.groep, o.groep) AS groep, n.eenheid AS eenheid,
            n.groep IS NULL OR o.groep IS NULL OR n.opnieuw AS breed
        FROM n FULL JOIN o ON n.groep = o.groep AND n.eenheid = o.eenheid
        WHERE n.groep IS NULL OR o.groep IS NULL OR {tijd_anders} OR (n.opnieuw AND ({breed_anders}))"""
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE verblijf_anders AS SELECT DISTINCT pand, groep FROM rij_anders"
    )
    _schrijf_verblijf(verbinding)


def _neem_tijd_over(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Into `eigen_verblijf` the stays of persons of whom only days changed: all else as it stands."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE tijd_nu AS
        SELECT l.groep, k.eenheid, any_value(k.pand) AS pand, min(k.eerste) AS eerste, max(k.laatste) AS laatste
        FROM klant k JOIN lid l USING (nr) SEMI JOIN groep_tijd USING (groep) GROUP BY l.groep, k.eenheid"""
    )
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE elders AS
        SELECT v.groep, v.eenheid, bool_or(r.eerste < v.eerste) AS van_elders, bool_or(r.laatste > v.laatste) AS naar_elders
        FROM tijd_nu v JOIN tijd_nu r ON r.groep = v.groep AND r.pand <> v.pand GROUP BY v.groep, v.eenheid"""
    )
    verbinding.execute(
        f"""INSERT INTO eigen_verblijf
        SELECT v.* EXCLUDE ({", ".join(_UIT_PAND)}) REPLACE (t.eerste AS eerste, t.laatste AS laatste, coalesce(e.van_elders, false) AS van_elders, coalesce(e.naar_elders, false) AS naar_elders)
        FROM register.verblijf v JOIN tijd_nu t ON t.groep = v.groep AND t.eenheid = v.eenheid LEFT JOIN elders e ON e.groep = v.groep AND e.eenheid = v.eenheid
        WHERE (v.groep, v.pand) NOT IN (FROM hier_opnieuw)"""
    )
    for tabel in ("tijd_nu", "elders"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def _schrijf_verblijf(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Where only days changed, only these are written: a row that goes and comes back is written out with its lists."""
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE breed_anders AS SELECT DISTINCT pand, groep FROM rij_anders WHERE breed"
    )
    zet = ", ".join(f"{kolom} = n.{kolom}" for kolom in _TIJD)
    verbinding.execute(
        f"""UPDATE register.verblijf SET {zet} FROM (SELECT v.* FROM temp.verblijf v
            JOIN rij_anders r ON r.groep = v.groep AND r.eenheid = v.eenheid WHERE (v.pand, v.groep) NOT IN (FROM breed_anders)) n
        WHERE n.groep = verblijf.groep AND n.eenheid = verblijf.eenheid"""
    )
    verbinding.execute("DELETE FROM register.verblijf WHERE (pand, groep) IN (FROM breed_anders)")
    verbinding.execute(
        "INSERT INTO register.verblijf SELECT v.* FROM temp.verblijf v SEMI JOIN breed_anders USING (pand, groep)"
    )
    for tabel in ("rij_anders", "breed_anders"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def _neem_paren(verbinding: duckdb.DuckDBPyConnection) -> None:
    """The pairs of whoever differs take the place of the earlier ones; `huis_anders` has the persons of those that came,
    went or weigh otherwise."""
    gaat_over = "(pand, a) IN (FROM verblijf_anders) OR (pand, b) IN (FROM verblijf_anders)"
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE band_anders AS
        SELECT n.pand AS pand_nu, o.pand AS pand_toen, coalesce(n.a, o.a) AS a, coalesce(n.b, o.b) AS b, n.som
        FROM huisband n FULL JOIN (FROM register.samenwoning WHERE {gaat_over}) o ON o.pand = n.pand AND o.a = n.a AND o.b = n.b
        WHERE o.som IS DISTINCT FROM n.som"""
    )
    verbinding.execute(
        "DELETE FROM register.samenwoning WHERE (pand, a, b) IN (SELECT pand_toen, a, b FROM band_anders WHERE pand_toen IS NOT NULL)"
    )
    verbinding.execute(
        "INSERT INTO register.samenwoning SELECT pand_nu, a, b, som FROM band_anders WHERE pand_nu IS NOT NULL"
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE huis_anders AS SELECT a AS groep FROM band_anders UNION SELECT b FROM band_anders"
    )
    for tabel in ("verblijf", "samenwoning", "huisband", "band_anders"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def _verdeel_opnieuw(verbinding: duckdb.DuckDBPyConnection, aanvaard: int) -> None:
    """Form the households again of everybody whom a chain of bonds connects to a change."""
    verbinding.execute("CREATE TABLE IF NOT EXISTS register.thuis (groep BIGINT, huis BIGINT)")
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE huisband AS
        SELECT a, b FROM samenwoning WHERE som >= {aanvaard} UNION ALL SELECT b, a FROM samenwoning WHERE som >= {aanvaard}"""
    )
    groei(verbinding, "huis_anders", "groep", "huisband")
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE huisband AS
        SELECT a, b, som FROM samenwoning WHERE a IN (FROM huis_anders) AND b IN (FROM huis_anders)"""
    )
    verdeel(verbinding, aanvaard, "huisband")
    verbinding.execute("DELETE FROM register.thuis WHERE groep IN (FROM huis_anders)")
    verbinding.execute("INSERT INTO register.thuis FROM temp.thuis")
    for tabel in ("thuis", "huisband"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def groei(verbinding: duckdb.DuckDBPyConnection, tabel: str, kolom: str, banden: str) -> None:
    """Add to a table of one column all that a chain of `banden(a, b)`, given in both directions, connects to it."""
    verbinding.execute(f"CREATE OR REPLACE TEMP TABLE rand AS FROM {tabel}")
    while True:
        verbinding.execute(
            f"CREATE OR REPLACE TEMP TABLE rand AS SELECT DISTINCT s.b AS {kolom} FROM {banden} s WHERE s.a IN (SELECT {kolom} FROM rand) AND s.b NOT IN (SELECT {kolom} FROM {tabel})"
        )
        verbinding.execute(f"INSERT INTO {tabel} FROM rand")
        rij = verbinding.execute("SELECT count(*) FROM rand").fetchone()
        if not rij or not rij[0]:
            return
