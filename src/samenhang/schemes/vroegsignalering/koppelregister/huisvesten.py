"""Who lives together, looked at again where something changed: of a person who changed, and of whoever was seen
in one building with them."""

from __future__ import annotations

import re
from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen import Gewichten
from samenhang.schemes.vroegsignalering.koppelen.huishoudens import (
    eigen_verblijven,
    huisparen,
    in_panden,
    uit_pand,
    verdeel,
    weeg,
)
from samenhang.schemes.vroegsignalering.koppelen.samenwonen import THUIS
from samenhang.schemes.vroegsignalering.koppelregister.klanten import werk_kolommen_bij

_UIT_PAND: Final = ("namen", "eenheden", "vol")
"""What of a stay follows from all stays in the building."""

_EIGEN_TIJD: Final = ("eerste", "laatste", "van_elders", "naar_elders")
_TIJD: Final = (*_EIGEN_TIJD, *_UIT_PAND)
"""What of a stay changes when only days do: of the person, or of somebody in the same building."""

_BREED: Final = (
    "klanken", "contact", "contracten", "vaste", "soorten", "zeldzaam", "klank", "benoemd", "bewoners", "buren", "geboren", "panden",
)  # fmt: skip
"""What of a stay follows from who the person is."""

_VAN_TIJD: Final = re.compile(rf"\b[xy]\.({'|'.join(_TIJD)})\b")
_VOORWAARDEN: Final = [
    niveau.waar for deel in THUIS.vergelijkingen for niveau in deel.niveaus if _VAN_TIJD.search(niveau.waar)
]
"""SQL of what the comparisons of two stays ask of the columns in `_TIJD`."""

_SMAL: Final = sorted(
    {"groep", "eenheid", "pand", "deel", "klank", *re.findall(r"\b[xy]\.(\w+)", " ".join(_VOORWAARDEN))}
    - set(_TIJD)
)
"""What else of a stay is needed to answer that."""


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
    huisparen(verbinding, "verblijf", "verblijf_anders")
    weeg(verbinding, gewichten)
    _neem_paren(verbinding)
    _verdeel_opnieuw(verbinding, gewichten.thuis.aanvaard)


def _werk_verblijf_bij(verbinding: duckdb.DuckDBPyConnection) -> None:
    """`verblijf` of every building where somebody changed; `verblijf_anders` names the persons in a building
    whose pairs there may weigh otherwise, and the temporary `verblijf` has all who were seen in these buildings."""
    nieuw = verbinding.execute(
        "SELECT count(*) = 0 FROM duckdb_tables() WHERE database_name = 'register' AND table_name = 'verblijf'"
    ).fetchone()
    if nieuw and nieuw[0]:
        eigen_verblijven(verbinding, drukte="drukte")
        in_panden(verbinding, "eigen_verblijf")
        verbinding.execute(
            "CREATE TABLE register.verblijf AS FROM eigen_verblijf JOIN in_pand USING (groep, eenheid)"
        )
        verbinding.execute("CREATE TABLE register.samenwoning (pand BIGINT, a BIGINT, b BIGINT, som INTEGER)")
        verbinding.execute(
            "CREATE OR REPLACE TEMP TABLE verblijf_anders AS SELECT DISTINCT pand, groep FROM register.verblijf"
        )
        return
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE pand_opnieuw AS
        SELECT DISTINCT pand FROM klant JOIN lid USING (nr) WHERE groep IN (SELECT groep FROM groep_anders)"""
    )
    # Also whoever was alone in a building until now, and therefore has no row there yet.
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE hier_opnieuw AS
        WITH hier AS (SELECT DISTINCT groep, pand FROM klant JOIN lid USING (nr) SEMI JOIN pand_opnieuw USING (pand)),
        meer AS (FROM hier SEMI JOIN (SELECT pand FROM hier GROUP BY pand HAVING count(*) > 1) m USING (pand))
        FROM meer SEMI JOIN groep_anders USING (groep)
        UNION FROM meer ANTI JOIN register.verblijf USING (groep, pand)"""
    )
    eigen_verblijven(verbinding, "hier_opnieuw", "drukte")
    _kijk_per_pand(verbinding)
    _zoek_anderen(verbinding)
    _schrijf_verblijf(verbinding)
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE verblijf AS SELECT v.* FROM register.verblijf v SEMI JOIN verblijf_anders USING (pand)"
    )


def _kijk_per_pand(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `smal`, the stays in all buildings of `pand_opnieuw` and in all homes of whoever only days changed, with what
    of a stay can change by days alone, as it is and as it was (`…_oud`)."""
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
    smal = ", ".join(f"v.{kolom}" for kolom in _SMAL)
    oud = ", ".join(f"{{0}}.{kolom} AS {kolom}_oud" for kolom in _TIJD)
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE smal AS
        WITH w AS (FROM (FROM register.verblijf SEMI JOIN pand_opnieuw USING (pand) UNION ALL FROM register.verblijf SEMI JOIN tijd_nu USING (eenheid) ANTI JOIN pand_opnieuw USING (pand))
            ANTI JOIN hier_opnieuw USING (groep, pand) ANTI JOIN groep_anders USING (groep)),
        v AS (SELECT {smal}, false AS opnieuw, {oud.format("v")}, coalesce(t.eerste, v.eerste) AS eerste, coalesce(t.laatste, v.laatste) AS laatste,
                CASE WHEN t.groep IS NULL THEN v.van_elders ELSE coalesce(e.van_elders, false) END AS van_elders,
                CASE WHEN t.groep IS NULL THEN v.naar_elders ELSE coalesce(e.naar_elders, false) END AS naar_elders
            FROM w v LEFT JOIN tijd_nu t ON t.groep = v.groep AND t.eenheid = v.eenheid LEFT JOIN elders e ON e.groep = v.groep AND e.eenheid = v.eenheid
            UNION ALL BY NAME SELECT {smal}, true AS opnieuw, {oud.format("o")}, {", ".join(f"v.{kolom}" for kolom in _EIGEN_TIJD)}
            FROM eigen_verblijf v LEFT JOIN register.verblijf o ON o.groep = v.groep AND o.eenheid = v.eenheid),
        heel AS (FROM v SEMI JOIN pand_opnieuw USING (pand)),
        {uit_pand("v", "heel")}
        SELECT v.*, n.namen, coalesce(b.eenheden, v.eenheden_oud) AS eenheden, coalesce(e.vol, v.vol_oud) AS vol
        FROM v JOIN n USING (groep, eenheid) LEFT JOIN b USING (pand) LEFT JOIN e USING (pand, eenheid)"""
    )
    for tabel in ("tijd_nu", "elders"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def _zoek_anderen(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `tijd_anders`, the stays of which only days and what follows from them differ; `breed_anders`, the persons in a
    building whose rows are written anew; and `verblijf_anders`, those whose pairs there may weigh otherwise."""
    tijd_anders = " OR ".join(f"{kolom} IS DISTINCT FROM {kolom}_oud" for kolom in _TIJD)
    kolommen = ", ".join(f"{kolom}, {kolom}_oud" for kolom in _TIJD)
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE tijd_anders AS SELECT groep, eenheid, pand, {kolommen} FROM smal WHERE NOT opnieuw AND ({tijd_anders})"
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE verblijf_opnieuw AS
        SELECT v.*, {", ".join(f"s.{kolom}" for kolom in _UIT_PAND)} FROM eigen_verblijf v JOIN smal s ON s.groep = v.groep AND s.eenheid = v.eenheid"""
    )
    anders = " OR ".join(f"n.{kolom} IS DISTINCT FROM o.{kolom}" for kolom in (*_TIJD, *_BREED))
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE breed_anders AS
        WITH o AS (SELECT v.* FROM register.verblijf v SEMI JOIN pand_opnieuw USING (pand)
            WHERE (v.groep, v.pand) IN (FROM hier_opnieuw) OR v.groep IN (SELECT groep FROM groep_anders))
        SELECT DISTINCT coalesce(n.pand, o.pand) AS pand, coalesce(n.groep, o.groep) AS groep
        FROM verblijf_opnieuw n FULL JOIN o ON n.groep = o.groep AND n.eenheid = o.eenheid
        WHERE n.groep IS NULL OR o.groep IS NULL OR {anders}"""
    )
    nu = ", ".join(f"({waar})" for waar in _VOORWAARDEN)
    toen = _VAN_TIJD.sub(lambda gevonden: f"{gevonden.group()}_oud", nu)
    smal = ", ".join(f"v.{kolom}" for kolom in _SMAL)
    zelfde = ", ".join(f"v.{kolom}, v.{kolom} AS {kolom}_oud" for kolom in _TIJD)
    # Which pairs there are follows from the rest; most who are seen one month longer stay within the bounds that the
    # comparisons look at.
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE verblijf_anders AS
        WITH w AS (SELECT DISTINCT groep FROM tijd_anders),
        wie AS MATERIALIZED (SELECT s.a, s.b, s.pand FROM register.samenwoning s JOIN w ON w.groep = s.a
            UNION SELECT s.a, s.b, s.pand FROM register.samenwoning s JOIN w ON w.groep = s.b),
        ander AS (FROM (SELECT a AS groep, pand FROM wie UNION SELECT b, pand FROM wie) ANTI JOIN smal USING (groep, pand)),
        kant AS MATERIALIZED (FROM smal UNION ALL BY NAME
            SELECT {smal}, {zelfde} FROM register.verblijf v SEMI JOIN ander USING (groep, pand)),
        links AS MATERIALIZED (SELECT wie.b, x.* FROM wie JOIN kant x ON x.groep = wie.a AND x.pand = wie.pand)
        FROM breed_anders
        UNION SELECT pand, groep FROM smal WHERE (eenheden, vol) IS DISTINCT FROM (eenheden_oud, vol_oud)
        UNION SELECT x.pand, x.groep FROM links x JOIN kant y ON y.groep = x.b AND y.pand = x.pand WHERE ({nu}) IS DISTINCT FROM ({toen})"""
    )


def _schrijf_verblijf(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Where only days changed, only these are written: a row that goes and comes back is written out with its lists."""
    werk_kolommen_bij(verbinding, "verblijf", ("groep", "eenheid"), "tijd_anders", _TIJD)
    verbinding.execute("DELETE FROM register.verblijf WHERE (pand, groep) IN (FROM breed_anders)")
    verbinding.execute(
        "INSERT INTO register.verblijf BY NAME SELECT v.* FROM verblijf_opnieuw v SEMI JOIN breed_anders USING (pand, groep)"
    )
    for tabel in ("smal", "eigen_verblijf", "verblijf_opnieuw", "tijd_anders", "breed_anders"):
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
        verbinding.execute(f"DROP TABLE IF EXISTS temp.{tabel}")


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
