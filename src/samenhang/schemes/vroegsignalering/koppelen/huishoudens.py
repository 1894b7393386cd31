"""Persons into households: the same home in overlapping time, and a bond.

A household is an order of work, never a permission to see each other's data. In a home with three or more
unrelated names and no bond everybody is a household.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.groepen import Groepen
from samenhang.schemes.vroegsignalering.koppelen.model import Groep, Model
from samenhang.schemes.vroegsignalering.koppelen.model import vergelijking as _v

if TYPE_CHECKING:
    from samenhang.schemes.vroegsignalering.koppelen.gewichten import Gewichten

BEWONERS_HOOGSTENS: Final = 40
"""A unit with more persons than this is a building whose additions were lost; nobody there is bound."""

_GAT = "greatest(x.eerste - y.laatste, y.eerste - x.laatste)"
_LEEFTIJD = "abs(datediff('year', x.geboren, y.geboren))"

_VERGELIJKINGEN: Final = (
    _v("naam", ("Achternaam", "Surname"),
        ("gedeeld", "list_has_any(x.klanken, y.klanken)", "een deel gedeeld", "a part shared"),
        ("geen", "true", "niets gedeeld", "nothing shared")),
    _v("contact", ("Telefoon of e-mail", "Telephone or e-mail"),
        ("gedeeld", "list_has_any(x.contact, y.contact)", "gedeeld", "shared"),
        ("onbekend", "len(x.contact) = 0 OR len(y.contact) = 0", "niet bij beide", "not with both"),
        ("anders", "true", "niets gedeeld", "nothing shared")),
    _v("contract", ("Contract", "Contract"),
        ("gedeeld", "list_has_any(x.contracten, y.contracten)", "gedeeld", "shared"),
        ("anders", "true", "niets gedeeld", "nothing shared")),
    _v("namen", ("Namen in de woning", "Names in the home"),
        ("een", "x.namen <= 1", "een", "one"),
        ("twee", "x.namen = 2", "twee", "two"),
        ("drie", "x.namen = 3", "drie", "three"),
        ("meer", "x.namen <= 5", "vier of vijf", "four or five"),
        ("veel", "true", "zes of meer", "six or more")),
    _v("tijd", ("Tijd", "Time"),
        ("tegelijk", f"{_GAT} <= 0", "tegelijk", "at one time"),
        ("kort", f"{_GAT} <= 60", "binnen twee maanden", "within two months"),
        ("later", f"{_GAT} <= 150", "binnen vijf maanden", "within five months"),
        ("veel_later", "true", "later", "later")),
    _v("pand", ("Pand", "Building"),
        ("half", "x.eenheid <> y.eenheid", "zelfde pand, bij een geen toevoeging", "same building, one lacks the addition"),
        ("zonder_toevoeging", "x.deel = '' AND x.buren > x.namen", "toevoeging kan ontbreken", "the addition may be missing"),
        ("toevoeging", "x.deel <> ''", "met toevoeging", "with an addition"),
        ("eigen", "true", "eigen huisnummer", "its own number")),
    _v("leeftijd", ("Verschil in leeftijd", "Difference in age"),
        ("onbekend", "x.geboren IS NULL OR y.geboren IS NULL", "onbekend", "unknown"),
        ("gelijk", f"{_LEEFTIJD} <= 15", "hooguit vijftien jaar", "at most fifteen years"),
        ("generatie", f"{_LEEFTIJD} <= 45", "een generatie", "a generation"),
        ("groot", "true", "meer dan vijfenveertig jaar", "more than forty-five years")),
    _v("elders", ("Ook ergens anders", "Elsewhere too"),
        ("geen", "x.woningen = 1 AND y.woningen = 1", "geen van beiden", "neither"),
        ("een", "x.woningen = 1 OR y.woningen = 1", "een van beiden", "one of them"),
        ("beiden", "true", "beiden", "both")),
)  # fmt: skip

_NAAM, _NAMEN, _TIJD, _CONTACT = Groep("naam"), Groep("namen"), Groep("tijd"), Groep("contact")
_PAND, _LEEFTIJD_GROEP, _ELDERS = Groep("pand"), Groep("leeftijd"), Groep("elders")

THUIS: Final = Model(
    _VERGELIJKINGEN,
    {
        "naam_namen_tijd": (_NAAM, _NAMEN, _TIJD),
        "naam_contact": (_NAAM, _CONTACT),
        "naam_leeftijd": (_NAAM, _LEEFTIJD_GROEP),
        "pand_namen": (_PAND, _NAMEN),
        "pand_naam": (_PAND, _NAAM),
        "elders_tijd": (_ELDERS, _TIJD),
        "elders_naam": (_ELDERS, _NAAM),
    },
)
"""Whether two persons seen at one unit live together."""


def bewoning(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `samenwoning(a, b, patroon)`: pairs of persons (groups of `lid`) at one unit, with their levels."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE verblijf AS
        WITH b AS (SELECT pand FROM klant JOIN lid USING (nr) GROUP BY pand HAVING count(DISTINCT groep) > 1),
        kl AS (SELECT naam, list(klank) AS klanken FROM deel_van GROUP BY naam),
        c AS (SELECT nr, list(waarde) AS contact FROM contact GROUP BY nr),
        w AS (SELECT groep, count(DISTINCT eenheid) AS woningen, max(geboortedatum) AS geboren FROM klant JOIN lid USING (nr) GROUP BY groep)
        SELECT l.groep, k.eenheid, any_value(k.pand) AS pand, any_value(k.deel) AS deel, min(k.eerste) AS eerste, max(k.laatste) AS laatste,
            any_value(w.geboren) AS geboren, list_distinct(flatten(list(kl.klanken))) AS klanken, list_distinct(flatten(list(coalesce(c.contact, [])))) AS contact,
            list(DISTINCT k.partner || '|' || k.contract) FILTER (k.contract <> '') AS contracten,
            max(t.bewoners) AS namen, max(t.buren) AS buren, any_value(w.woningen) AS woningen
        FROM klant k JOIN b USING (pand) JOIN lid l USING (nr) JOIN telling t USING (nr) JOIN kl USING (naam) JOIN w USING (groep) LEFT JOIN c USING (nr)
        GROUP BY l.groep, k.eenheid"""
    )
    # Lost additions: whoever is on file without one is held against the other homes of the building, but
    # only with a bond.
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE samenwoning AS
        WITH e AS (SELECT eenheid FROM verblijf GROUP BY eenheid HAVING count(*) BETWEEN 2 AND {BEWONERS_HOOGSTENS}),
        v AS (SELECT * FROM verblijf SEMI JOIN e USING (eenheid)),
        q AS (SELECT x, y FROM v x JOIN v y ON x.eenheid = y.eenheid AND x.groep < y.groep
              UNION ALL SELECT x, y FROM verblijf x JOIN verblijf y ON x.pand = y.pand AND x.deel = '' AND y.deel <> '' AND x.groep <> y.groep
              WHERE list_has_any(x.klanken, y.klanken) OR list_has_any(x.contact, y.contact))
        SELECT least(x.groep, y.groep) AS a, greatest(x.groep, y.groep) AS b, {THUIS.patroon_sql()} AS patroon FROM q"""
    )


def huishoudens(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten) -> Groepen:
    """Which persons (groups of `lid`) form one household."""
    bewoning(verbinding)
    paren = verbinding.execute("SELECT DISTINCT a, b, patroon FROM samenwoning ORDER BY a, b").fetchall()
    groepen = Groepen()
    for a, b, patroon in paren:
        if gewichten.thuis.bewijs(patroon).som >= gewichten.thuis.aanvaard:
            groepen.verbind(a, b)
    return groepen
