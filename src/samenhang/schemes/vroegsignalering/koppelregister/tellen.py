"""How common names are, how full homes are, who shares a number: sums that grow with each delivery.

Nothing that was counted is counted again. A sum changes only by records that are new, and these only count in
their own buildings: there it is seen which name, neighbour or twin is the first.
"""

from __future__ import annotations

import re
from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.bewijs import ZELDZAAM
from samenhang.schemes.vroegsignalering.koppelen.huishoudens import GEWOON
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import (
    GEDEELD_HOOGSTENS,
    TELT_VOOR_TWEELING,
    namen,
    per_miljoen,
    zonder_tweelingen,
)
from samenhang.schemes.vroegsignalering.koppelen.vergelijkingen import PERSOON
from samenhang.schemes.vroegsignalering.koppelregister.klanten import zorg_voor

SOMMEN: Final = {
    "naamdeel": "deel VARCHAR, klank VARCHAR, panden BIGINT, per_miljoen INTEGER",
    "genoten": "klank VARCHAR, letter VARCHAR, n BIGINT",
    "drukte": "nr BIGINT, bewoners INTEGER, buren INTEGER",
    "contact": "nr BIGINT, waarde VARCHAR, gedeeld BOOLEAN",
    "tweelingen": "panden BIGINT, een BIGINT, alle BIGINT",
    "per_partner": "partner VARCHAR, n BIGINT",
    "stand": "zonder_tweelingen BOOLEAN",
}
"""The tables of the register that grow: buildings per part of a name and per sound with an initial (`genoten`), names
in the home and the building of each record (`drukte`), shared numbers, and what tells whether there are twins."""


def tel_bij(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Count what `neem_klanten` brought.

    Leaves `geraakt`, the records that now compare otherwise beside those of which only the dates grew, and
    `thuis_geraakt`, those of whom anything but days changed that matters to a household. Adds to `verandert`, and makes
    `oud_contact`, the numbers and addresses that whoever was known before showed.
    """
    for tabel, kolommen in SOMMEN.items():
        verbinding.execute(f"CREATE TABLE IF NOT EXISTS register.{tabel} ({kolommen})")
    verbinding.execute("CREATE OR REPLACE TEMP TABLE geraakt AS SELECT nr FROM erbij_klant")
    _neem_namen(verbinding)
    _kijk_rond(verbinding)
    _tel_naamdelen(verbinding)
    _tel_genoten(verbinding)
    _tel_drukte(verbinding)
    _tel_contact(verbinding)
    _tel_tweelingen(verbinding)
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE thuis_geraakt AS SELECT nr FROM geraakt UNION SELECT nr FROM drukte_anders
        UNION SELECT nr FROM groei WHERE (benoemd, vast) IS DISTINCT FROM (benoemd_oud, vast_oud)"""
    )
    for tabel in ("buurt", "buurtdeel", "drukte_anders", "naam_anders"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def maak_telling(verbinding: duckdb.DuckDBPyConnection, wie: str = "") -> None:
    """Make `telling(nr, genoten, bewoners, buren)` as the comparisons read it; with `wie`, of the records in the
    table of that name."""
    alleen = f"SEMI JOIN {wie} USING (nr)" if wie else ""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE telling AS
        WITH k AS (SELECT nr, naam, letter FROM klant {alleen}),
        g AS (SELECT k.nr, min(g.n)::INTEGER AS genoten FROM k JOIN deel_van d USING (naam) JOIN genoten g ON g.klank = d.klank AND g.letter = k.letter GROUP BY k.nr)
        SELECT g.nr, g.genoten, d.bewoners, d.buren FROM g JOIN drukte d USING (nr)"""
    )


def _neem_namen(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Names of new spellings; `naam_anders` has those that are new or are written in one more way."""
    namen(verbinding, "register.spelling SEMI JOIN erbij_spelling USING (naam)")
    zorg_voor(verbinding, "naam", "deel_van")
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE naam_anders AS SELECT n.naam FROM temp.naam n LEFT JOIN register.naam o USING (naam) WHERE o.hele IS DISTINCT FROM n.hele"
    )
    verbinding.execute(
        "INSERT INTO register.deel_van SELECT d.* FROM temp.deel_van d ANTI JOIN register.naam USING (naam)"
    )
    verbinding.execute("DELETE FROM register.naam WHERE naam IN (SELECT naam FROM naam_anders)")
    verbinding.execute(
        "INSERT INTO register.naam SELECT n.* FROM temp.naam n SEMI JOIN naam_anders USING (naam)"
    )
    for tabel in ("naam", "deel_van"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def _kijk_rond(verbinding: duckdb.DuckDBPyConnection) -> None:
    """`buurt`: the records in the buildings of new ones, `vers` when new; `buurtdeel`: the parts of their names,
    `eerste` for the first of each."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE buurt AS
        SELECT k.nr, k.naam, k.pand, k.eenheid, k.partner, k.geboortedatum, k.letter, k.nr IN (SELECT nr FROM erbij_klant) AS vers
        FROM klant k SEMI JOIN erbij_klant USING (pand)"""
    )
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE buurtdeel AS
        SELECT b.nr, b.pand, b.eenheid, b.letter, b.vers, d.deel, d.klank, row_number() OVER (PARTITION BY b.nr ORDER BY d.deel) = 1 AS eerste
        FROM buurt b JOIN deel_van d USING (naam)"""
    )


def _tel_naamdelen(verbinding: duckdb.DuckDBPyConnection) -> None:
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE deel_erbij AS
        SELECT deel, any_value(klank) AS klank, count(*) AS panden
        FROM (SELECT deel, pand, any_value(klank) AS klank FROM buurtdeel GROUP BY deel, pand HAVING bool_and(vers)) GROUP BY deel"""
    )
    erbij = "(SELECT count(*) FROM (SELECT 1 FROM buurt GROUP BY pand HAVING bool_and(vers)))"
    panden = f"(SELECT coalesce(any_value(panden), 0) FROM register.tweelingen) + {erbij}"
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE naamdeel_nu AS
        WITH d AS (SELECT deel, any_value(klank) AS klank, sum(panden)::BIGINT AS panden FROM (SELECT deel, klank, panden FROM register.naamdeel UNION ALL FROM deel_erbij) GROUP BY deel),
        p AS (SELECT {panden} AS alle)
        SELECT deel, klank, panden, {per_miljoen("panden", "alle")} AS per_miljoen FROM d CROSS JOIN p"""
    )
    nu, toen = (_trap(f"{rij}.per_miljoen", sorted({*ZELDZAAM, GEWOON}), "<") for rij in ("n", "o"))
    verbinding.execute(
        f"""INSERT INTO geraakt SELECT k.nr FROM klant k SEMI JOIN (FROM naam_anders
            UNION SELECT v.naam FROM naamdeel_nu n JOIN register.naamdeel o USING (deel) JOIN deel_van v USING (deel) WHERE {nu} <> {toen}) USING (naam)"""
    )
    verbinding.execute("CREATE OR REPLACE TABLE register.naamdeel AS FROM naamdeel_nu")
    verbinding.execute("DROP TABLE temp.naamdeel_nu")


def _tel_genoten(verbinding: duckdb.DuckDBPyConnection) -> None:
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE genoot_erbij AS
        SELECT klank, letter, count(*) AS n FROM (SELECT klank, letter, pand FROM buurtdeel GROUP BY klank, letter, pand HAVING bool_and(vers)) GROUP BY ALL"""
    )
    nu, toen = _klasse("e.n + o.n", "genoten"), _klasse("o.n", "genoten")
    # All who bear the name, also by another part that is rarer: a few too many, which compare as they did.
    verbinding.execute(
        f"""INSERT INTO geraakt SELECT k.nr FROM klant k JOIN deel_van d USING (naam)
        JOIN (SELECT klank, letter FROM genoot_erbij e JOIN register.genoten o USING (klank, letter) WHERE {nu} <> {toen}) g
        ON g.klank = d.klank AND g.letter = k.letter"""
    )
    verbinding.execute(
        "UPDATE register.genoten SET n = genoten.n + e.n FROM genoot_erbij e WHERE e.klank = genoten.klank AND e.letter = genoten.letter"
    )
    verbinding.execute(
        "INSERT INTO register.genoten FROM genoot_erbij ANTI JOIN register.genoten USING (klank, letter)"
    )


def _tel_drukte(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Names in homes and buildings; `drukte_anders` has the earlier records where there are more."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE drukte_nu AS
        WITH w AS (SELECT eenheid, count(DISTINCT klank)::INTEGER AS n FROM buurtdeel WHERE eerste GROUP BY eenheid),
        p AS (SELECT pand, count(DISTINCT klank)::INTEGER AS n FROM buurtdeel WHERE eerste GROUP BY pand)
        SELECT b.nr, w.n AS bewoners, p.n AS buren FROM buurt b JOIN w USING (eenheid) JOIN p USING (pand)"""
    )
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE drukte_anders AS
        SELECT n.*, o.bewoners AS bewoners_oud, o.buren AS buren_oud FROM drukte_nu n JOIN register.drukte o USING (nr)
        WHERE (n.bewoners, n.buren) IS DISTINCT FROM (o.bewoners, o.buren)"""
    )
    anders = " OR ".join(f"{_klasse(k, k)} <> {_klasse(f'{k}_oud', k)}" for k in ("bewoners", "buren"))
    verbinding.execute(f"INSERT INTO geraakt SELECT nr FROM drukte_anders WHERE {anders}")
    verbinding.execute(
        "UPDATE register.drukte SET bewoners = n.bewoners, buren = n.buren FROM drukte_anders n WHERE n.nr = drukte.nr"
    )
    verbinding.execute("INSERT INTO register.drukte FROM drukte_nu ANTI JOIN register.drukte USING (nr)")


def _tel_contact(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Numbers and addresses of new records, with all who have them."""
    waarden = "SELECT nr, naam, unnest(telefoon) AS waarde FROM {0} UNION ALL SELECT nr, naam, email FROM {0} WHERE email <> ''"
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE waarde_erbij AS SELECT DISTINCT waarde FROM ({waarden.format('erbij_klant')})"
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE contact_nu AS
        WITH c AS (SELECT * FROM ({waarden.format("klant")}) SEMI JOIN waarde_erbij USING (waarde)),
        e AS (SELECT naam, min(klank) AS klank FROM deel_van GROUP BY naam),
        k AS (SELECT c.nr, c.waarde, e.klank FROM c JOIN e USING (naam)),
        n AS (SELECT waarde, count(DISTINCT klank) AS namen FROM k GROUP BY waarde HAVING namen <= {GEDEELD_HOOGSTENS})
        SELECT k.nr, k.waarde, n.namen > 1 AS gedeeld FROM k JOIN n USING (waarde)"""
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE contact_toen AS SELECT o.rowid AS rij, o.* FROM register.contact o SEMI JOIN waarde_erbij USING (waarde)"
    )
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE contact_anders AS
        WITH toen AS (SELECT * EXCLUDE (rij) FROM contact_toen)
        SELECT DISTINCT nr FROM ((FROM contact_nu EXCEPT FROM toen) UNION ALL (FROM toen EXCEPT FROM contact_nu)) ANTI JOIN erbij_klant USING (nr)"""
    )
    verbinding.execute("INSERT INTO geraakt SELECT nr FROM contact_anders")
    verbinding.execute("INSERT INTO verandert SELECT nr FROM contact_anders ANTI JOIN verandert USING (nr)")
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE oud_contact AS SELECT o.* FROM register.contact o SEMI JOIN (FROM verandert ANTI JOIN erbij_klant USING (nr)) v USING (nr)"
    )
    verbinding.execute("DELETE FROM register.contact WHERE rowid IN (SELECT rij FROM contact_toen)")
    verbinding.execute("INSERT INTO register.contact FROM contact_nu")
    for tabel in ("waarde_erbij", "contact_nu", "contact_toen", "contact_anders"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def _tel_tweelingen(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Whether the files show twins; when that turns, every record compares otherwise."""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE tweeling AS
        WITH e AS (SELECT naam, min(klank) AS klank FROM deel_van GROUP BY naam)
        SELECT b.*, e.klank FROM buurt b JOIN e USING (naam) WHERE {TELT_VOOR_TWEELING}"""
    )

    def meer(per: str) -> str:
        """SQL: how many homes meet two initials now and did not before."""
        return f"""(SELECT count(*) FILTER (nu > 1) - count(*) FILTER (toen > 1) FROM (SELECT count(DISTINCT letter) AS nu,
            count(DISTINCT letter) FILTER (NOT vers) AS toen FROM tweeling GROUP BY geboortedatum, eenheid, klank{per}))"""

    erbij = "(SELECT count(*) FROM (SELECT 1 FROM buurt GROUP BY pand HAVING bool_and(vers)))"
    verbinding.execute(
        f"""CREATE OR REPLACE TABLE register.tweelingen AS
        SELECT coalesce(sum(panden), 0)::BIGINT + {erbij} AS panden, coalesce(sum(een), 0)::BIGINT + {meer(", partner")} AS een,
            coalesce(sum(alle), 0)::BIGINT + {meer("")} AS alle FROM register.tweelingen"""
    )
    verbinding.execute(
        """CREATE OR REPLACE TABLE register.per_partner AS SELECT partner, sum(n)::BIGINT AS n
        FROM (FROM register.per_partner UNION ALL SELECT partner, count(*) FROM tweeling WHERE vers GROUP BY partner) GROUP BY partner"""
    )
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE stand_nu AS SELECT {zonder_tweelingen('een', 'alle', 'register.per_partner')} AS zonder_tweelingen FROM register.tweelingen"
    )
    verbinding.execute(
        """INSERT INTO geraakt SELECT nr FROM klant WHERE nr NOT IN (FROM geraakt)
        AND EXISTS ((FROM stand_nu EXCEPT FROM register.stand) UNION ALL (FROM register.stand EXCEPT FROM stand_nu))"""
    )
    verbinding.execute("CREATE OR REPLACE TABLE register.stand AS FROM stand_nu")
    for tabel in ("tweeling", "stand_nu"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def _klasse(waarde: str, kolom: str) -> str:
    """SQL: which of the bounds that the comparisons hold a count against it passes; the count itself when they
    use it in another way."""
    return trap_van(waarde, rf"greatest\(x\.{kolom}, y\.{kolom}\) <= (\d+)", rf"\.{kolom}\b")


def trap_van(waarde: str, vorm: str, anders: str) -> str:
    """SQL: which of the bounds that the comparisons hold a value against it passes. `vorm` is how they write that;
    the value itself when the pattern `anders` is found outside it."""
    gebruik = " ".join(niveau.waar for deel in PERSOON.vergelijkingen for niveau in deel.niveaus)
    if re.search(anders, re.sub(vorm, "", gebruik)):
        return f"({waarde})"
    return _trap(waarde, sorted({int(grens) for grens in re.findall(vorm, gebruik)}), "<=")


def _trap(waarde: str, grenzen: list[int], onder: str) -> str:
    takken = " ".join(f"WHEN {waarde} {onder} {grens} THEN {plek}" for plek, grens in enumerate(grenzen))
    return f"(CASE {takken} ELSE {len(grenzen)} END)" if grenzen else "0"
