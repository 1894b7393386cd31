"""The evidence of a pair: its levels together are a pattern (one whole number); a pattern has a sum.

Fellegi and Sunter (1969) with levels made for Dutch names and addresses, and crossings of levels. Names are
compared once per distinct pair of names; sums, vetoes and reservations are looked up once per distinct
pattern, so that weights stand in one place for millions of pairs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.gewichten import Gewichten
from samenhang.schemes.vroegsignalering.koppelen.motor import Motor
from samenhang.schemes.vroegsignalering.koppelen.vergelijkingen import PERSOON, PLEK, SCHEELT

ZELDZAAM = (70, 400, 1500)
"""Per million: below the first a surname part is rare, from the last very common."""


SNEDE: Final = 500_000
"""Pairs that are compared in one statement when somebody wants to hear how far it is."""


def _naamniveau() -> str:
    """SQL: the level of two different surnames (numbers as in the comparison `achternaam`)."""
    a, b, _ = ZELDZAAM
    return f"""CASE WHEN gelijk_aaneen THEN CASE WHEN eigen < {a} THEN 0 WHEN eigen < {b} THEN 1 WHEN eigen < {ZELDZAAM[2]} THEN 2 ELSE 3 END
        WHEN gedeeld > 0 AND gedeeld = minste THEN CASE WHEN zeldzaam < {b} THEN 4 ELSE 5 END
        WHEN gedeeld > 0 THEN 6 WHEN afstand = 1 AND kortste >= 5 THEN 7 WHEN afstand = 1 THEN 8 WHEN klank THEN 9
        WHEN afstand = 2 AND kortste >= 6 THEN 10 WHEN lijkt >= 90 THEN 11 ELSE 13 END"""


def patronen(
    motor: Motor,
    paren: str = "paar",
    *,
    enkelen: bool = True,
    hoor: Callable[[int, int], None] | None = None,
) -> None:
    """Make `vergelijking(a, b, patroon)` for the pairs of a table. `enkelen`: the pairs are of few records; if not, to look up
    which takes longer than to make all of them ready.

    Lists of a record become text on the way, for they are dear to carry along to every pair, and so do texts of which only
    is asked whether they are equal become numbers. `hoor` hears how many pairs of all are done; only DuckDB can tell, because
    it takes them in parts.
    """
    wie = f"(SELECT a AS nr FROM {paren} UNION SELECT b FROM {paren})"
    hier = f"SEMI JOIN {wie} wie USING (nr)" if enkelen else ""
    motor.execute(
        f"""CREATE OR REPLACE TEMP TABLE k AS
        WITH c AS (SELECT nr, waarde, gedeeld, contains(waarde, '@') AS mail FROM contact {hier}),
        e AS (SELECT nr, array_to_string(list_sort(list(waarde) FILTER (NOT gedeeld AND NOT mail)), '/') AS eigen,
            array_to_string(list_sort(list(waarde) FILTER (gedeeld AND NOT mail)), '/') AS gedeeld,
            bool_or(mail AND NOT gedeeld) AS email_eigen, bool_or(mail AND gedeeld) AS email_gedeeld FROM c GROUP BY nr)
        SELECT klant.nr, klant.naam, hash(partner) AS partner, CASE WHEN contract = '' THEN 0 ELSE hash(contract) END AS contract, letters, letter, voornaam, doopnaam, geboortedatum, eenheid, pand, deel, postcode, wijk, streek, huisnummer, straat, split_part(email, '@', 1) AS bus, split_part(email, '@', 2) AS domein,
            strftime(geboortedatum, '%Y%m%d') AS cijfers, ((year(geboortedatum) + month(geboortedatum) + day(geboortedatum)) % 9)::TINYINT AS negenrest, date_diff('day', DATE '2000-01-01', eerste)::INTEGER AS eerste_dag, date_diff('day', DATE '2000-01-01', laatste)::INTEGER AS laatste_dag,
            t.genoten, t.bewoners, t.buren, array_to_string(n.delen, ' ') AS delen, array_to_string(telefoon, '/') AS telefoon, coalesce(e.eigen, '') AS eigen, coalesce(e.gedeeld, '') AS gedeeld,
            coalesce(e.email_eigen, false) AS email_eigen, coalesce(e.email_gedeeld, false) AS email_gedeeld
        FROM klant {hier} JOIN telling t USING (nr) JOIN naam n ON n.naam = klant.naam LEFT JOIN e USING (nr)"""
    )
    a, b, c = ZELDZAAM
    # In steps: in one, all that follows would go through the one thread that reads the few names.
    motor.execute(
        f"""CREATE OR REPLACE TEMP TABLE twee_namen AS
        SELECT DISTINCT least(x.naam, y.naam) AS l, greatest(x.naam, y.naam) AS r FROM {paren} q JOIN k x ON x.nr = q.a JOIN k y ON y.nr = q.b"""
    )
    motor.execute(
        """CREATE OR REPLACE TEMP TABLE twee_delen AS
        WITH d AS (SELECT n.l, n.r, unnest(x.delen) AS dl FROM twee_namen n JOIN naam x ON x.naam = n.l WHERE n.l < n.r)
        SELECT d.l, d.r, d.dl, dr.deel AS dr, dl.klank AS kl, dr.klank AS kr, dl.per_miljoen AS zl
        FROM d JOIN naamdeel dl ON dl.deel = d.dl JOIN deel_van v ON v.naam = d.r JOIN naamdeel dr ON dr.deel = v.deel"""
    )
    motor.execute(
        f"""CREATE OR REPLACE TEMP TABLE naampaar AS
        WITH zeldzaam AS (SELECT v.naam, min(d.per_miljoen) AS eigen FROM deel_van v JOIN naamdeel d USING (deel) GROUP BY v.naam),
        m AS (SELECT l, r, count(*) FILTER (dl = dr) AS gedeeld, min(zl) FILTER (dl = dr) AS zeldzaam,
                min(CASE WHEN dl = dr THEN 0 WHEN length(dl) < 4 OR length(dr) < 4 OR abs(length(dl) - length(dr)) > 2 THEN 9 WHEN levenshtein(dl, dr) > 4 THEN 9 ELSE damerau_levenshtein(dl, dr) END) AS afstand,
                min(least(length(dl), length(dr))) AS kortste, bool_or(kl = kr AND length(kl) > 2) AS klank,
                max(CASE WHEN dl = dr OR (kl = kr AND length(kl) > 2) THEN 100 ELSE floor(100 * jaro_winkler_similarity(least(dl, dr), greatest(dl, dr))) END) AS lijkt FROM twee_delen GROUP BY l, r),
        f AS (SELECT m.*, least(len(x.delen), len(y.delen)) AS minste, list_has_any(x.hele, y.hele) AS gelijk_aaneen, greatest(zx.eigen, zy.eigen) AS eigen
              FROM m JOIN naam x ON x.naam = m.l JOIN naam y ON y.naam = m.r JOIN zeldzaam zx ON zx.naam = m.l JOIN zeldzaam zy ON zy.naam = m.r)
        SELECT l, r, {_naamniveau()} AS niveau FROM f
        UNION ALL SELECT l, r, CASE WHEN eigen < {a} THEN 0 WHEN eigen < {b} THEN 1 WHEN eigen < {c} THEN 2 ELSE 3 END
        FROM twee_namen n JOIN zeldzaam z ON z.naam = n.l WHERE l = r"""
    )
    aantal = motor.execute(f"SELECT count(*) FROM {paren}").fetchone() if hoor else None
    totaal = int(aantal[0]) if aantal else 0
    sneden = range(SNEDE, totaal, SNEDE)
    motor.execute(
        f"CREATE OR REPLACE TEMP TABLE vergelijking AS {_vergeleken(_snede(paren, 0) if sneden else paren)}"
    )
    for van in sneden:
        if hoor is not None:
            hoor(van, totaal)
        motor.execute(f"INSERT INTO vergelijking {_vergeleken(_snede(paren, van))}")
    for tabel in ("k", "twee_namen", "twee_delen", "naampaar"):  # wide, and nobody reads them again
        motor.execute(f"DROP TABLE {tabel}")


def _snede(paren: str, van: int) -> str:
    """SQL of some rows of a table of pairs."""
    return f"(SELECT a, b FROM {paren} WHERE rowid >= {van} AND rowid < {van + SNEDE})"


def _vergeleken(paren: str) -> str:
    """SQL of the patterns of pairs, by `k` and `naampaar`. What is compared of the two comes along with the facts of the
    pair, as columns `x_…`, `y_…` and `p_…`: looked up once, not again after the facts are known."""
    patroon = PERSOON.patroon_sql()
    kolommen = sorted(set(re.findall(r"\b([xy])\.(\w+)", patroon)))
    mee = ", ".join(f"{rij}.{kolom} AS {rij}_{kolom}" for rij, kolom in kolommen)
    patroon = re.sub(r"\b([xyp])\.(\w+)", r"\1_\2", patroon)
    return f"""SELECT a, b, {patroon} AS patroon FROM (
            SELECT q.a, q.b, n.niveau AS p_naam, CASE WHEN n.niveau > 6 AND x.voornaam <> '' AND y.voornaam <> '' THEN
                    bevat_bijna(string_split(y.delen, ' '), x.voornaam) AND bevat_bijna(string_split(x.delen, ' '), y.voornaam) ELSE false END AS p_verwisseld,
                s.zonder_tweelingen AS p_zonder_tweelingen, {PLEK} AS p_plek, {SCHEELT} AS p_scheelt, {mee}
            FROM stand s CROSS JOIN {paren} q JOIN k x ON x.nr = q.a JOIN k y ON y.nr = q.b JOIN naampaar n ON n.l = least(x.naam, y.naam) AND n.r = greatest(x.naam, y.naam)
        ) p"""


def beoordeel(verbinding: duckdb.DuckDBPyConnection, gewichten: Gewichten) -> None:
    """Make `bewijs` of the patterns in `vergelijking`."""
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE bewijs AS SELECT a, b, patroon, som, veto, voorbehoud
        FROM vergelijking JOIN ({gewichten.persoon.weging("SELECT DISTINCT patroon FROM vergelijking")}) USING (patroon)"""
    )


def vul(
    verbinding: duckdb.DuckDBPyConnection,
    tabel: str,
    kolommen: Mapping[str, str],
    rijen: Sequence[tuple[object, ...]],
) -> None:
    """Bring Python rows into a new table, column by column."""
    uitgepakt = ", ".join(
        f"unnest(string_split(?, chr(31)))::{soort} AS {naam}" for naam, soort in kolommen.items()
    )
    tekst = [chr(31).join(map(str, kolom)) for kolom in zip(*rijen, strict=True)] or ["" for _ in kolommen]
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE {tabel} AS SELECT {uitgepakt}"
        if rijen
        else f"CREATE OR REPLACE TEMP TABLE {tabel} ({', '.join(f'{n} {t}' for n, t in kolommen.items())})",
        tekst if rijen else [],
    )
