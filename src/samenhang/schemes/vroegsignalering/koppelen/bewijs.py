"""The evidence of a pair: one level per comparison, each with a weight, summed in whole numbers.

Fellegi and Sunter (1969), with levels made for Dutch names and addresses. No level depends on the order
of the two records.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import duckdb

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.koppelen.gewichten import Gewichten


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A comparison: ordered (level, SQL condition); the first that holds counts, the last always does."""

    naam: str
    titel: Tekst
    niveaus: tuple[tuple[str, str], ...]


_GELIJK = "p.gedeeld > 0 AND p.gedeeld = len(x.delen) AND p.gedeeld = len(y.delen)"
_ZONDER_GEBOORTE = "(x.geboortedatum IS NULL OR y.geboortedatum IS NULL)"
_CIJFERS = "levenshtein(strftime(x.geboortedatum, '%Y%m%d'), strftime(y.geboortedatum, '%Y%m%d'))"
_OMGEWISSELD = (
    "(year(x.geboortedatum) = year(y.geboortedatum) AND month(x.geboortedatum) = day(y.geboortedatum) "
    "AND day(x.geboortedatum) = month(y.geboortedatum))"
)
_ZWAK = "(month(x.geboortedatum) = 1 AND day(x.geboortedatum) = 1)"
_DRUK = "p.drukte > 3"

VERGELIJKINGEN: Final = (
    Vergelijking("achternaam", Tekst("Achternaam", "Surname"), (
        ("gelijk_zeldzaam", f"{_GELIJK} AND p.zeldzaam < 100"),
        ("gelijk_middel", f"{_GELIJK} AND p.zeldzaam < 1000"),
        ("gelijk_gewoon", _GELIJK),
        ("deel_zeldzaam", "p.gedeeld > 0 AND p.zeldzaam < 300"),
        ("deel_gewoon", "p.gedeeld > 0"),
        ("een_letter", "p.afstand = 1"),
        ("zelfde_klank", "p.klank"),
        ("lijkt", "p.afstand = 2 OR p.lijkt >= 90"),
        ("anders", "true"),
    )),
    Vergelijking("voorletters", Tekst("Voorletters", "Initials"), (
        ("onbekend", "x.letters = '' OR y.letters = ''"),
        ("strijdig", "left(x.letters, 1) <> left(y.letters, 1)"),
        ("gelijk_meer", "x.letters = y.letters AND length(x.letters) > 1"),
        ("gelijk_een", "x.letters = y.letters"),
        ("deel", "starts_with(x.letters, y.letters) OR starts_with(y.letters, x.letters)"),
        ("later_strijdig", "true"),
    )),
    Vergelijking("voornaam", Tekst("Voornaam", "Given name"), (
        ("onbekend", "length(x.voornaam) < 2 OR length(y.voornaam) < 2"),
        ("gelijk", "x.voornaam = y.voornaam"),
        ("lijkt", "jaro_winkler_similarity(least(x.voornaam, y.voornaam), greatest(x.voornaam, y.voornaam)) >= 0.88 OR starts_with(x.voornaam, y.voornaam) OR starts_with(y.voornaam, x.voornaam)"),
        ("anders", "true"),
    )),
    Vergelijking("geboortedatum", Tekst("Geboortedatum", "Birth date"), (
        ("onbekend", _ZONDER_GEBOORTE),
        ("gelijk_zwak", f"x.geboortedatum = y.geboortedatum AND {_ZWAK}"),
        ("gelijk", "x.geboortedatum = y.geboortedatum"),
        ("omgewisseld", _OMGEWISSELD),
        ("een_cijfer", f"{_CIJFERS} = 1"),
        ("twee_cijfers", f"{_CIJFERS} = 2 AND year(x.geboortedatum) = year(y.geboortedatum)"),
        ("zelfde_jaar", "year(x.geboortedatum) = year(y.geboortedatum)"),
        ("anders", "true"),
    )),
    Vergelijking("adres", Tekst("Adres", "Address"), (
        ("eenheid_strijdig", f"x.eenheid = y.eenheid AND NOT {_ZONDER_GEBOORTE} AND {_CIJFERS} > 2"),
        ("eenheid_druk", f"x.eenheid = y.eenheid AND {_DRUK}"),
        ("eenheid", "x.eenheid = y.eenheid"),
        ("pand_druk", f"x.pand = y.pand AND {_DRUK}"),
        ("pand", "x.pand = y.pand"),
        ("zelfde_postcode", "x.postcode = y.postcode"),
        ("zelfde_buurt", "left(x.postcode, 4) = left(y.postcode, 4)"),
        ("zelfde_streek", "left(x.postcode, 2) = left(y.postcode, 2)"),
        ("anders", "true"),
    )),
    Vergelijking("letters_zonder_geboortedatum", Tekst("Voorletters zonder geboortedatum, zelfde adres", "Initials without birth date, same address"), (
        ("meer", f"{_ZONDER_GEBOORTE} AND x.pand = y.pand AND p.gedeeld > 0 AND length(x.letters) > 1 AND x.letters = y.letters"),
        ("een", f"{_ZONDER_GEBOORTE} AND x.pand = y.pand AND p.gedeeld > 0 AND x.letters <> '' AND left(x.letters, 1) = left(y.letters, 1)"),
        ("elders", f"{_ZONDER_GEBOORTE} AND x.pand <> y.pand"),
        ("geen", "true"),
    )),
    Vergelijking("telefoon", Tekst("Telefoon", "Telephone"), (
        ("onbekend", "x.telefoon = '' OR y.telefoon = ''"),
        ("gelijk", "x.telefoon = y.telefoon"),
        ("anders", "true"),
    )),
    Vergelijking("email", Tekst("E-mail", "E-mail"), (
        ("onbekend", "x.email = '' OR y.email = ''"),
        ("gelijk", "x.email = y.email"),
        ("anders", "true"),
    )),
    Vergelijking("contract", Tekst("Contract", "Contract"), (
        ("gelijk", "x.partner = y.partner AND x.contract <> '' AND x.contract = y.contract"),
        ("zelfde_partner_tegelijk", "x.partner = y.partner AND x.contract <> '' AND y.contract <> '' AND x.eerste <= y.laatste + 20 AND y.eerste <= x.laatste + 20"),
        ("zelfde_partner_na_elkaar", "x.partner = y.partner"),
        ("andere_partner", "true"),
    )),
)  # fmt: skip

VETOS: Final = (
    ("geboortedatums_strijdig", f"NOT {_ZONDER_GEBOORTE} AND {_CIJFERS} > 2 AND NOT {_OMGEWISSELD} AND NOT ((month(x.geboortedatum) = 1 AND day(x.geboortedatum) = 1) OR (month(y.geboortedatum) = 1 AND day(y.geboortedatum) = 1))"),
    ("voorletters_strijdig", f"x.letters <> '' AND y.letters <> '' AND left(x.letters, 1) <> left(y.letters, 1) AND x.eenheid = y.eenheid AND {_ZONDER_GEBOORTE}"),
)  # fmt: skip
"""What forbids joining two records whatever the sum says."""


def niveau_sql(vergelijking: Vergelijking) -> str:
    """SQL that gives the number of the level that holds."""
    takken = " ".join(f"WHEN {waar} THEN {nummer}" for nummer, (_, waar) in enumerate(vergelijking.niveaus))
    return f"CASE {takken} END"


def gewicht_sql(vergelijking: Vergelijking, gewichten: Gewichten) -> str:
    """SQL that gives the weight of the level that holds, in hundredths of a nat."""
    takken = " ".join(
        f"WHEN {waar} THEN {gewichten.van(vergelijking.naam, niveau)}"
        for niveau, waar in vergelijking.niveaus
    )
    return f"(CASE {takken} END)"


PAARFEITEN: Final = """
    SELECT q.a, q.b,
        len(list_intersect(x.delen, y.delen)) AS gedeeld,
        coalesce(f.zeldzaam, 1000000) AS zeldzaam,
        coalesce(n.afstand, 99) AS afstand, coalesce(n.klank, false) AS klank, coalesce(n.lijkt, 0) AS lijkt,
        greatest(px.namen, py.namen) AS drukte
    FROM {paren} q JOIN klant x ON x.nr = q.a JOIN klant y ON y.nr = q.b
    JOIN pand_drukte px ON px.pand = x.pand JOIN pand_drukte py ON py.pand = y.pand
    LEFT JOIN gedeeld_deel f ON f.a = q.a AND f.b = q.b
    LEFT JOIN naamafstand n ON n.links = least(x.delen, y.delen) AND n.rechts = greatest(x.delen, y.delen)
"""


def bereid_paren_voor(verbinding: duckdb.DuckDBPyConnection, paren: str) -> None:
    """Look up what a comparison of names needs, once per distinct pair of names."""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE gedeeld_deel AS
        SELECT q.a, q.b, min(f.per_miljoen) AS zeldzaam FROM {paren} q
        JOIN deel_van dx ON dx.nr = q.a JOIN deel_van dy ON dy.nr = q.b AND dy.deel = dx.deel
        JOIN deel_freq f ON f.deel = dx.deel GROUP BY q.a, q.b"""
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE naamafstand AS
        WITH n AS (SELECT DISTINCT least(x.delen, y.delen) AS links, greatest(x.delen, y.delen) AS rechts
                   FROM {paren} q JOIN klant x ON x.nr = q.a JOIN klant y ON y.nr = q.b WHERE x.delen <> y.delen),
        l AS (SELECT links, rechts, unnest(links) AS dl FROM n),
        lr AS (SELECT links, rechts, dl, unnest(rechts) AS dr FROM l)
        SELECT links, rechts,
            min(CASE WHEN length(dl) >= 4 AND length(dr) >= 4 THEN damerau_levenshtein(dl, dr) ELSE 9 END)::INTEGER AS afstand,
            bool_or(kl.klank = kr.klank AND length(kl.klank) > 2) AS klank,
            max(floor(100 * jaro_winkler_similarity(least(dl, dr), greatest(dl, dr))))::INTEGER AS lijkt
        FROM lr JOIN naamdeel kl ON kl.deel = dl JOIN naamdeel kr ON kr.deel = dr GROUP BY links, rechts"""
    )


def weeg(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten, paren: str = "paar") -> None:
    """Make `bewijs(a, b, som, veto)`: the evidence of each candidate pair."""
    bereid_paren_voor(verbinding, paren)
    som = " + ".join(gewicht_sql(vergelijking, gewichten) for vergelijking in VERGELIJKINGEN)
    veto = " OR ".join(f"({waar})" for _, waar in VETOS)
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE bewijs AS
        SELECT p.a, p.b, ({gewichten.basis} + {som})::INTEGER AS som, coalesce({veto}, false) AS veto
        FROM ({PAARFEITEN.format(paren=paren)}) p JOIN klant x ON x.nr = p.a JOIN klant y ON y.nr = p.b"""
    )
