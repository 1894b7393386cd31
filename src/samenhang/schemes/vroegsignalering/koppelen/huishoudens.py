"""Persons into households: the same home in overlapping time, and a bond.

A household is an order of work, never a permission to see each other's data. In a home with three or more
unrelated names and no bond everybody is a household.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.bewijs import vul
from samenhang.schemes.vroegsignalering.koppelen.gewichten import Gewichten
from samenhang.schemes.vroegsignalering.koppelen.groepen import Groepen
from samenhang.schemes.vroegsignalering.koppelen.ketens import maak_delen
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import DEEL_OPEN
from samenhang.schemes.vroegsignalering.koppelen.samenwonen import GAT, THUIS

BEWONERS_HOOGSTENS: Final = 40
"""A unit with more persons than this is a building whose additions were lost; nobody there is bound."""

VREEMD: Final = 100
"""Hundredths of a nat against one household, for two persons who were never seen at one unit."""

GEWOON: Final = 400
"""Per million: a surname part that is more common than this binds less."""

TIJDGENOOT: Final = 30
"""Days between two stays within which their surnames count as of one time."""


def bewoning(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `samenwoning(pand, a, b, patroon)`: pairs of persons (groups of `lid`) at one unit, with their levels."""
    eigen_verblijven(verbinding)
    in_panden(verbinding, "eigen_verblijf")
    # Not as a table: of few stays the lists are looked at, and these are wide.
    huisparen(verbinding, "(FROM eigen_verblijf JOIN in_pand USING (groep, eenheid))")


def eigen_verblijven(
    verbinding: duckdb.DuckDBPyConnection, binnen: str = "", drukte: str = "telling"
) -> None:
    """Make `eigen_verblijf`: what each person's own records tell about a unit where they were seen, in buildings
    with more than one person; with `binnen`, only of the persons and buildings in the table of that name. `drukte` is
    the table that tells how many names the home and the building of a record show. Names, contacts and contracts come
    as numbers: of two only is asked whether they are the same."""
    panden = f"SEMI JOIN {binnen} USING (pand)" if binnen else ""
    wie = f"SEMI JOIN {binnen} USING (groep)" if binnen else ""
    hier = f"SEMI JOIN {binnen} USING (groep, pand)" if binnen else ""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE bewoner AS
        WITH b AS (SELECT pand FROM klant JOIN lid USING (nr) {panden} GROUP BY pand HAVING min(groep) <> max(groep))
        SELECT groep, nr, naam, partner, contract, vast, eenheid, pand, deel, benoemd, eerste, laatste FROM klant JOIN lid USING (nr) SEMI JOIN b USING (pand) {hier}"""
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE reis AS
        WITH p AS (SELECT groep, pand, max(geboortedatum) AS geboren, min(eerste) AS eerste, max(laatste) AS laatste FROM klant JOIN lid USING (nr) {wie} GROUP BY groep, pand),
        w AS (SELECT groep, max(geboren) AS geboren, count(*) > 1 AS reist FROM p GROUP BY groep),
        q AS (SELECT groep, list_sort(list(pand)) AS panden, list({{'pand': pand, 'eerste': eerste, 'laatste': laatste}}) AS reis
            FROM p SEMI JOIN (FROM w WHERE reist) r USING (groep) GROUP BY groep)
        SELECT groep, geboren, panden, reis FROM w LEFT JOIN q USING (groep)"""
    )
    # Each kind of evidence by itself: all lists in one question take several times the memory, and lists without what
    # comes twice take several times as long beside other sums as by themselves.
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE heet AS
        WITH k AS (SELECT naam, list_sort(list(DISTINCT hash(d.klank))) AS klanken, list_sort(list(DISTINCT hash(d.klank)) FILTER (d.per_miljoen < {GEWOON})) AS zeldzaam,
                min(d.klank) AS klank
            FROM deel_van JOIN naamdeel d USING (deel) SEMI JOIN bewoner USING (naam) GROUP BY naam),
        m AS (SELECT groep, eenheid, min(naam) AS naam, max(naam) AS ander FROM bewoner GROUP BY ALL),
        meer AS (SELECT DISTINCT b.groep, b.eenheid, b.naam FROM bewoner b SEMI JOIN (FROM m WHERE naam <> ander) w ON w.groep = b.groep AND w.eenheid = b.eenheid)
        SELECT groep, eenheid, klanken, zeldzaam, hash(klank) AS klank FROM m JOIN k USING (naam) WHERE naam = ander
        UNION ALL SELECT groep, eenheid, list_sort(list_distinct(flatten(list(klanken)))), list_sort(list_distinct(flatten(list(zeldzaam) FILTER (zeldzaam IS NOT NULL)))), hash(min(klank))
        FROM meer JOIN k USING (naam) GROUP BY ALL"""
    )
    for tabel, kolom, vraag in (
        ("bel", "contact", "SELECT DISTINCT groep, eenheid, hash(waarde) AS waarde FROM bewoner JOIN contact USING (nr)"),
        ("klantnr", "contracten", "SELECT DISTINCT groep, eenheid, hash(partner, contract) AS waarde FROM bewoner WHERE contract <> ''"),
        ("lijn", "vaste", "SELECT DISTINCT groep, eenheid, hash(partner) AS waarde FROM bewoner WHERE vast > 0"),
    ):  # fmt: skip
        verbinding.execute(
            f"CREATE OR REPLACE TEMP TABLE {tabel} AS SELECT groep, eenheid, list_sort(list(waarde)) AS {kolom} FROM ({vraag}) GROUP BY ALL"
        )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE eigen_verblijf AS
        WITH v AS (SELECT groep, eenheid, any_value(pand) AS pand, any_value(deel) AS deel, min(eerste) AS eerste, max(laatste) AS laatste,
            bit_or(vast) AS soorten, bool_or(benoemd) AS benoemd, max(bewoners) AS bewoners, max(buren) AS buren
            FROM bewoner JOIN {drukte} USING (nr) GROUP BY groep, eenheid)
        SELECT v.groep, v.eenheid, v.pand, v.deel, v.eerste, v.laatste, heet.klanken, coalesce(bel.contact, []) AS contact, klantnr.contracten, coalesce(lijn.vaste, []) AS vaste,
            v.soorten, coalesce(heet.zeldzaam, []) AS zeldzaam, heet.klank, v.benoemd, v.bewoners, v.buren, r.geboren, coalesce(r.panden, [v.pand]) AS panden,
            coalesce(list_bool_or(list_transform(r.reis, lambda w: w.pand <> v.pand AND w.eerste < v.eerste)), false) AS van_elders,
            coalesce(list_bool_or(list_transform(r.reis, lambda w: w.pand <> v.pand AND w.laatste > v.laatste)), false) AS naar_elders
        FROM v JOIN heet USING (groep, eenheid) LEFT JOIN bel USING (groep, eenheid) LEFT JOIN klantnr USING (groep, eenheid)
        LEFT JOIN lijn USING (groep, eenheid) JOIN reis r USING (groep)"""
    )
    for tabel in ("bewoner", "reis", "heet", "bel", "klantnr", "lijn"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def uit_pand(eigen: str, heel: str) -> str:
    """SQL of what stays show: `n`, how many names a home showed at the time of each stay in the table `eigen`; of the whole
    buildings in the table `heel`, `e`, which home is too full to be one (`vol`), and `b`, how many homes a building has."""
    return f"""n AS (SELECT x.groep, x.eenheid, count(DISTINCT y.klank) AS namen FROM {eigen} x JOIN {eigen} y ON x.eenheid = y.eenheid WHERE {GAT} <= {TIJDGENOOT} GROUP BY ALL),
        e AS (SELECT pand, eenheid, count(*) > {BEWONERS_HOOGSTENS} AS vol FROM {heel} GROUP BY ALL),
        b AS (SELECT pand, count(*) AS eenheden FROM e GROUP BY pand)"""


def in_panden(verbinding: duckdb.DuckDBPyConnection, eigen: str) -> None:
    """Make `in_pand`: of each stay in the table `eigen`, which has whole buildings, how many names the unit showed at
    that time, how many units the building has, and whether the unit is too full to be one (`vol`)."""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE in_pand AS WITH {uit_pand(eigen, eigen)}
        SELECT n.groep, n.eenheid, n.namen, b.eenheden, e.vol FROM n JOIN e USING (eenheid) JOIN b USING (pand)"""
    )


def huisparen(verbinding: duckdb.DuckDBPyConnection, verblijf: str, alleen: str = "") -> None:
    """Make `samenwoning` from stays, a table or SQL; with `alleen`, only of pairs one of whom stands with the building in
    the table of that name.

    Lost additions: whoever is on file without one is held against the other homes of the building, but with
    more than one other home only with a bond. Pairs are found by keys alone; their facts come after.
    """
    een_van = f"WHERE (pand, xg) IN (FROM {alleen}) OR (pand, yg) IN (FROM {alleen})" if alleen else ""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE huispaar AS
        WITH v AS (SELECT groep, eenheid, pand FROM {verblijf} WHERE NOT vol),
        d AS (SELECT groep, eenheid, pand, deel, CASE WHEN eenheden = 2 THEN [0::UBIGINT] ELSE list_concat(klanken, contact) END AS banden FROM {verblijf} WHERE eenheden > 1),
        b AS (SELECT groep, eenheid, pand, deel, unnest(banden) AS band FROM d),
        q AS (SELECT x.pand AS pand, x.groep AS xg, x.eenheid AS xe, y.groep AS yg, y.eenheid AS ye FROM v x JOIN v y ON x.eenheid = y.eenheid AND x.groep < y.groep
            UNION ALL SELECT DISTINCT x.pand, x.groep, x.eenheid, y.groep, y.eenheid FROM b x JOIN b y ON x.pand = y.pand AND x.band = y.band
            WHERE x.deel < y.deel AND x.groep <> y.groep AND {DEEL_OPEN})
        SELECT * FROM q {een_van}"""
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE samenwoning AS
        SELECT q.pand AS pand, least(q.xg, q.yg) AS a, greatest(q.xg, q.yg) AS b, {THUIS.patroon_sql()} AS patroon
        FROM huispaar q JOIN {verblijf} x ON x.groep = q.xg AND x.eenheid = q.xe JOIN {verblijf} y ON y.groep = q.yg AND y.eenheid = q.ye"""
    )


def huishoudens(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten) -> None:
    """Make `thuis(groep, huis)`: the household of each person (group of `lid`) who is not alone or the first in it."""
    bewoning(verbinding)
    weeg(verbinding, gewichten)
    verdeel(verbinding, gewichten.thuis.aanvaard, "huisband")
    verbinding.execute("DROP TABLE temp.huisband")


def weeg(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten) -> None:
    """Make `huisband(pand, a, b, som)` of `samenwoning`: what every two persons in one building have for one household."""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE huisband AS
        SELECT pand, a, b, greatest(max(som), -{VREEMD}) AS som
        FROM samenwoning JOIN ({gewichten.thuis.weging("SELECT DISTINCT patroon FROM samenwoning")}) USING (patroon) GROUP BY ALL"""
    )


def verdeel(verbinding: duckdb.DuckDBPyConnection, aanvaard: int, banden: str) -> None:
    """Make `thuis` of the pairs `(a, b, som)` in a table. Where all who are connected are bound two by two, that is the
    household; Python looks at the others."""
    maak_delen(verbinding, f"SELECT DISTINCT a, b FROM {banden} WHERE som >= {aanvaard}")
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE nader AS
        WITH w AS (SELECT groep, count(*) AS n FROM deel GROUP BY groep),
        p AS (SELECT groep, count(DISTINCT (a, b)) AS paren FROM {banden} JOIN deel ON deel.nr = a WHERE som >= {aanvaard} GROUP BY groep)
        SELECT groep FROM w JOIN p USING (groep) WHERE paren < n * (n - 1) // 2"""
    )
    paren = verbinding.execute(
        f"""SELECT a, b, max(som) FROM {banden} JOIN deel x ON x.nr = a JOIN deel y ON y.nr = b AND y.groep = x.groep
        SEMI JOIN nader ON nader.groep = x.groep GROUP BY ALL"""
    ).fetchall()
    huizen = voeg_huizen_samen({(a, b): som for a, b, som in paren}, aanvaard)
    vul(
        verbinding,
        "uitgezocht",
        {"groep": "BIGINT", "huis": "BIGINT"},
        [(lid, huis) for huis, leden in huizen.leden().items() for lid in leden if lid != huis],
    )
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE thuis AS
        SELECT nr AS groep, groep AS huis FROM deel WHERE nr <> groep AND groep NOT IN (FROM nader) UNION ALL FROM uitgezocht"""
    )
    for tabel in ("deel", "nader", "uitgezocht"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")


def voeg_huizen_samen(som: Mapping[tuple[int, int], int], aanvaard: int) -> Groepen:
    """Join from strong to weak, ties by number, as long as the mean evidence between two households is enough:
    one person who seems to live with two does not make them one household. Who was never seen at one unit
    counts as strangers."""
    groepen = Groepen()
    leden: dict[int, list[int]] = {}
    for _, a, b in sorted((-waarde, a, b) for (a, b), waarde in som.items() if waarde >= aanvaard):
        x, y = groepen.van(a), groepen.van(b)
        if x == y:
            continue
        links, rechts = leden.get(x, [x]), leden.get(y, [y])
        if len(links) * len(rechts) > 1:
            tussen = [som.get((min(i, j), max(i, j)), -VREEMD) for i in links for j in rechts]
            if sum(tussen) < aanvaard * len(tussen):
                continue
        groepen.verbind(x, y)
        leden[min(x, y)] = links + rechts
        leden.pop(max(x, y), None)
    return groepen
