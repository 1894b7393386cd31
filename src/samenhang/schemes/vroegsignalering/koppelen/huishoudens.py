"""Persons into households: the same home in overlapping time, and a bond.

A household is an order of work, never a permission to see each other's data. In a home with three or more
unrelated names and no bond everybody is a household.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.groepen import Groepen
from samenhang.schemes.vroegsignalering.koppelen.model import Groep, Model
from samenhang.schemes.vroegsignalering.koppelen.model import vergelijking as _v
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import DEEL_OPEN

if TYPE_CHECKING:
    from samenhang.schemes.vroegsignalering.koppelen.gewichten import Gewichten

BEWONERS_HOOGSTENS: Final = 40
"""A unit with more persons than this is a building whose additions were lost; nobody there is bound."""

VREEMD: Final = 100
"""Hundredths of a nat against one household, for two persons who were never seen at one unit."""

GEWOON: Final = 400
"""Per million: a surname part that is more common than this binds less."""

TIJDGENOOT: Final = 30
"""Days between two stays within which their surnames count as of one time."""

_GAT = "greatest(x.eerste - y.laatste, y.eerste - x.laatste)"
_NAMEN_TOEN = "greatest(x.namen, y.namen)"
_LEEFTIJD = "abs(datediff('year', x.geboren, y.geboren))"

_VERGELIJKINGEN: Final = (
    _v("naam", ("Achternaam", "Surname"),
        ("gedeeld", "list_has_any(x.zeldzaam, y.zeldzaam)", "een deel gedeeld", "a part shared"),
        ("gedeeld_gewoon", "list_has_any(x.klanken, y.klanken)", "een gewoon deel gedeeld", "a common part shared"),
        ("geen", "true", "niets gedeeld", "nothing shared")),
    _v("contact", ("Telefoon of e-mail", "Telephone or e-mail"),
        ("gedeeld", "list_has_any(x.contact, y.contact)", "gedeeld", "shared"),
        ("onbekend", "len(x.contact) = 0 OR len(y.contact) = 0", "niet bij beide", "not with both"),
        ("anders", "true", "niets gedeeld", "nothing shared")),
    _v("contract", ("Contract", "Contract"),
        ("gedeeld", "list_has_any(x.contracten, y.contracten)", "gedeeld", "shared"),
        ("anders", "true", "niets gedeeld", "nothing shared")),
    _v("aansluiting", ("Verhuurder, energie en water", "Landlord, energy and water"),
        ("dubbel", "list_has_any(x.vaste, y.vaste) AND NOT coalesce(list_has_any(x.contracten, y.contracten), false)", "bij één partner elk een eigen contract", "a contract each with one partner"),
        ("aanvullend", "len(x.vaste) > 0 AND len(y.vaste) > 0", "bij verschillende partners", "with different partners"),
        ("een", "len(x.vaste) > 0 OR len(y.vaste) > 0", "een van beiden", "one of them"),
        ("geen", "true", "geen van beiden", "neither")),
    _v("namen", ("Namen in de woning", "Names in the home"),
        ("een", "x.bewoners <= 1", "een", "one"),
        ("twee", "x.bewoners = 2", "twee", "two"),
        ("drie", "x.bewoners = 3", "drie", "three"),
        ("meer", "x.bewoners <= 5", "vier of vijf", "four or five"),
        ("veel", "true", "zes of meer", "six or more")),
    _v("toen", ("Namen tegelijk in de woning", "Names in the home at one time"),
        ("een", f"{_NAMEN_TOEN} <= 1", "een", "one"),
        ("twee", f"{_NAMEN_TOEN} = 2", "twee", "two"),
        ("drie", f"{_NAMEN_TOEN} = 3", "drie", "three"),
        ("meer", "true", "vier of meer", "four or more")),
    _v("tijd", ("Tijd", "Time"),
        ("verweven", f"{_GAT} <= -60", "twee maanden of meer tegelijk", "at one time for two months or more"),
        ("tegelijk", f"{_GAT} <= 0", "tegelijk", "at one time"),
        ("kort", f"{_GAT} <= 60", "binnen twee maanden", "within two months"),
        ("later", f"{_GAT} <= 150", "binnen vijf maanden", "within five months"),
        ("veel_later", "true", "later", "later")),
    _v("pand", ("Pand", "Building"),
        ("half_enig", "x.eenheid <> y.eenheid AND x.eenheden = 2", "zelfde pand, bij een geen toevoeging, en geen andere woning bekend", "same building, one lacks the addition, and no other home known"),
        ("half", "x.eenheid <> y.eenheid", "zelfde pand, bij een geen toevoeging", "same building, one lacks the addition"),
        ("zonder_toevoeging", "x.deel = '' AND x.buren > x.bewoners AND NOT x.benoemd AND NOT y.benoemd", "toevoeging kan bij beide ontbreken", "the addition may be missing with both"),
        ("een_zonder", "x.deel = '' AND x.buren > x.bewoners AND NOT (x.benoemd AND y.benoemd)", "toevoeging kan bij een ontbreken", "the addition may be missing with one"),
        ("toevoeging", "x.benoemd AND y.benoemd", "met toevoeging", "with an addition"),
        ("eigen", "true", "eigen huisnummer", "its own number")),
    _v("leeftijd", ("Verschil in leeftijd", "Difference in age"),
        ("onbekend", "x.geboren IS NULL OR y.geboren IS NULL", "onbekend", "unknown"),
        ("jong", "least(x.geboren, y.geboren) > greatest(x.laatste, y.laatste) - INTERVAL 28 YEAR", "beiden onder achtentwintig", "both under twenty-eight"),
        ("gelijk", f"{_LEEFTIJD} <= 15", "hooguit vijftien jaar", "at most fifteen years"),
        ("generatie", f"{_LEEFTIJD} <= 45", "een generatie", "a generation"),
        ("groot", "true", "meer dan vijfenveertig jaar", "more than forty-five years")),
    _v("elders", ("Ook ergens anders", "Elsewhere too"),
        ("samen", "len(list_intersect(x.panden, y.panden)) > 1", "samen", "together"),
        ("na_elkaar", "(x.eerste > y.laatste AND (x.van_elders OR y.naar_elders)) OR (y.eerste > x.laatste AND (y.van_elders OR x.naar_elders))", "de een ging weg of de ander kwam ertussen", "one left, or the other came, in between"),
        ("geen", "len(x.panden) = 1 AND len(y.panden) = 1", "geen van beiden", "neither"),
        ("een", "len(x.panden) = 1 OR len(y.panden) = 1", "een van beiden", "one of them"),
        ("beiden", "true", "beiden", "both")),
)  # fmt: skip

_NAAM, _NAMEN, _TIJD, _CONTACT = Groep("naam"), Groep("namen"), Groep("tijd"), Groep("contact")
_PAND, _LEEFTIJD_GROEP, _ELDERS, _TOEN = Groep("pand"), Groep("leeftijd"), Groep("elders"), Groep("toen")
_AANSLUITING = Groep("aansluiting")

THUIS: Final = Model(
    _VERGELIJKINGEN,
    {
        "naam_namen_tijd": (_NAAM, _NAMEN, _TIJD),
        "naam_toen_tijd": (_NAAM, _TOEN, _TIJD),
        "naam_contact": (_NAAM, _CONTACT),
        "naam_leeftijd": (_NAAM, _LEEFTIJD_GROEP),
        "pand_namen": (_PAND, _NAMEN),
        "pand_naam": (_PAND, _NAAM),
        "elders_tijd": (_ELDERS, _TIJD),
        "elders_naam": (_ELDERS, _NAAM),
        "aansluiting_tijd": (_AANSLUITING, _TIJD),
        "aansluiting_naam_pand": (_AANSLUITING, _NAAM, _PAND),
        "aansluiting_namen": (_AANSLUITING, _NAMEN),
    },
)
"""Whether two persons seen at one unit live together."""


def bewoning(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `samenwoning(pand, a, b, patroon)`: pairs of persons (groups of `lid`) at one unit, with their levels."""
    eigen_verblijven(verbinding)
    verblijven(verbinding, "eigen_verblijf")
    huisparen(verbinding)


def eigen_verblijven(verbinding: duckdb.DuckDBPyConnection, binnen: str = "") -> None:
    """Make `eigen_verblijf`: what each person's own records tell about a unit where they were seen, in buildings
    with more than one person; with `binnen`, only of the persons and buildings in the table of that name."""
    panden = f"SEMI JOIN {binnen} USING (pand)" if binnen else ""
    wie = f"SEMI JOIN {binnen} USING (groep)" if binnen else ""
    hier = f"SEMI JOIN {binnen} USING (groep, pand)" if binnen else ""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE eigen_verblijf AS
        WITH b AS (SELECT pand FROM klant JOIN lid USING (nr) {panden} GROUP BY pand HAVING count(DISTINCT groep) > 1),
        kw AS (SELECT k.*, groep FROM klant k JOIN lid USING (nr) {wie}),
        kl AS (SELECT v.naam, list(d.klank) AS klanken, list(d.klank) FILTER (d.per_miljoen < {GEWOON}) AS zeldzaam
               FROM deel_van v JOIN naamdeel d USING (deel) SEMI JOIN kw ON kw.naam = v.naam GROUP BY v.naam),
        c AS (SELECT nr, list(waarde) AS contact FROM contact SEMI JOIN kw USING (nr) GROUP BY nr),
        w AS (SELECT groep, max(geboortedatum) AS geboren FROM kw GROUP BY groep),
        p AS (SELECT groep, pand, min(eerste) AS eerste, max(laatste) AS laatste FROM kw GROUP BY groep, pand),
        q AS (SELECT groep, list_sort(list(pand)) AS panden, list({{'pand': pand, 'eerste': eerste, 'laatste': laatste}}) AS reis FROM p GROUP BY groep),
        v AS (SELECT k.groep, k.eenheid, any_value(k.pand) AS pand, any_value(k.deel) AS deel, min(k.eerste) AS eerste, max(k.laatste) AS laatste,
            list_sort(list_distinct(flatten(list(kl.klanken)))) AS klanken, list_sort(list_distinct(flatten(list(coalesce(c.contact, []))))) AS contact,
            list_sort(list(DISTINCT k.partner || '|' || k.contract) FILTER (k.contract <> '')) AS contracten,
            coalesce(list_sort(list(DISTINCT k.partner) FILTER (k.vast)), []) AS vaste,
            list_sort(list_distinct(flatten(list(coalesce(kl.zeldzaam, []))))) AS zeldzaam, min(list_min(kl.klanken)) AS klank, bool_or(k.benoemd) AS benoemd,
            max(t.bewoners) AS bewoners, max(t.buren) AS buren
        FROM kw k SEMI JOIN b USING (pand) {hier} JOIN telling t USING (nr) JOIN kl USING (naam) LEFT JOIN c USING (nr)
        GROUP BY k.groep, k.eenheid)
        SELECT v.*, w.geboren, q.panden,
            len(q.panden) > 1 AND list_bool_or(list_transform(q.reis, lambda r: r.pand <> v.pand AND r.eerste < v.eerste)) AS van_elders,
            len(q.panden) > 1 AND list_bool_or(list_transform(q.reis, lambda r: r.pand <> v.pand AND r.laatste > v.laatste)) AS naar_elders
        FROM v JOIN w USING (groep) JOIN q USING (groep)"""
    )


def verblijven(verbinding: duckdb.DuckDBPyConnection, eigen: str) -> None:
    """Make `verblijf` of whole buildings: the rows of the table `eigen`, with how many names the unit showed at
    that time, how many units the building has, and whether the unit is too full to be one (`vol`)."""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE verblijf AS
        WITH n AS (SELECT x.groep, x.eenheid, count(DISTINCT y.klank) AS namen FROM {eigen} x JOIN {eigen} y ON x.eenheid = y.eenheid WHERE {_GAT} <= {TIJDGENOOT} GROUP BY ALL),
        e AS (SELECT pand, eenheid, count(*) > {BEWONERS_HOOGSTENS} AS vol FROM {eigen} GROUP BY ALL),
        b AS (SELECT pand, count(*) AS eenheden FROM e GROUP BY pand)
        SELECT v.*, n.namen, b.eenheden, e.vol FROM {eigen} v JOIN n USING (groep, eenheid) JOIN b USING (pand) JOIN e USING (pand, eenheid)"""
    )


def huisparen(verbinding: duckdb.DuckDBPyConnection, alleen: str = "") -> None:
    """Make `samenwoning` from `verblijf`; with `alleen`, only of pairs one of whom stands with the building in
    the table of that name.

    Lost additions: whoever is on file without one is held against the other homes of the building, but with
    more than one other home only with a bond. Pairs are found by keys alone; their facts come after.
    """
    een_van = f"WHERE (pand, xg) IN (FROM {alleen}) OR (pand, yg) IN (FROM {alleen})" if alleen else ""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE huispaar AS
        WITH v AS (SELECT groep, eenheid, pand FROM verblijf WHERE NOT vol),
        d AS (SELECT groep, eenheid, pand, deel, CASE WHEN eenheden = 2 THEN [''] ELSE list_concat(klanken, contact) END AS banden FROM verblijf WHERE eenheden > 1),
        b AS (SELECT groep, eenheid, pand, deel, unnest(banden) AS band FROM d),
        q AS (SELECT x.pand AS pand, x.groep AS xg, x.eenheid AS xe, y.groep AS yg, y.eenheid AS ye FROM v x JOIN v y ON x.eenheid = y.eenheid AND x.groep < y.groep
            UNION ALL SELECT DISTINCT x.pand, x.groep, x.eenheid, y.groep, y.eenheid FROM b x JOIN b y ON x.pand = y.pand AND x.band = y.band
            WHERE x.deel < y.deel AND x.groep <> y.groep AND {DEEL_OPEN})
        SELECT * FROM q {een_van}"""
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE samenwoning AS
        SELECT q.pand AS pand, least(q.xg, q.yg) AS a, greatest(q.xg, q.yg) AS b, {THUIS.patroon_sql()} AS patroon
        FROM huispaar q JOIN verblijf x ON x.groep = q.xg AND x.eenheid = q.xe JOIN verblijf y ON y.groep = q.yg AND y.eenheid = q.ye"""
    )


def huishoudens(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten) -> Groepen:
    """Which persons (groups of `lid`) form one household."""
    bewoning(verbinding)
    return verdeel(verbinding, gewichten)


def verdeel(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten, binnen: str = "") -> Groepen:
    """The households of the pairs in `samenwoning`; with `binnen`, only of the persons in the table of that name."""
    alleen = (
        f"WHERE a IN (SELECT groep FROM {binnen}) AND b IN (SELECT groep FROM {binnen})" if binnen else ""
    )
    paren = verbinding.execute(f"SELECT DISTINCT a, b, patroon FROM samenwoning {alleen}").fetchall()
    som: dict[tuple[int, int], int] = {}
    for a, b, patroon in paren:
        som[a, b] = max(gewichten.thuis.bewijs(patroon).som, som.get((a, b), -VREEMD))
    return voeg_huizen_samen(som, gewichten.thuis.aanvaard)


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
