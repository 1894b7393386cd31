"""Normalise once, keep the original: signals become customer records that can be compared.

Identical records of one partner collapse before pairing; that is where most time is saved.
"""

from __future__ import annotations

from typing import Final

import duckdb

VOORVOEGSELS: Final = (
    "VAN", "DE", "DER", "DEN", "HET", "T", "TEN", "TER", "TE", "OP", "IN", "AAN", "LA", "LE", "EL", "AL",
    "BEN", "BIN", "DI", "DA", "DOS", "DU", "DES", "VON", "ZU", "ZUM", "UIT", "VOOR", "S", "D",
)  # fmt: skip
"""Prefixes are taken off wherever they stand: partners put them in any column."""

GLUED: Final = "^(VANDER|VANDEN|VANDE|VAN)([A-Z]{4,})$"

FONETISCH: Final = (
    ("PH", "F"), ("TH", "T"), ("DT", "T"), ("SCH", "SG"), ("GH", "G"), ("CH", "G"), ("CK", "K"), ("C", "K"), ("Q", "K"),
    ("X", "KS"), ("OU", "AU"), ("EI", "Y"), ("IJ", "Y"), ("EY", "Y"), ("AY", "Y"), ("V", "F"), ("Z", "S"), ("W", "F"), ("OE", "U"), ("OO", "O"),
    ("EE", "E"), ("AA", "A"), ("UU", "U"), ("IE", "I"), ("Y$", "I"), ("D$", "T"), ("H", ""),
)  # fmt: skip
"""A phonetic key for Dutch, applied in this order; doubled letters are made single afterwards."""


def _vouw(kolom: str) -> str:
    """SQL: upper case, accents folded, apostrophes and hyphens to space, IJ one letter."""
    tekst = f"upper(strip_accents(coalesce({kolom}, '')))"
    for van, naar in (
        ("ß", "SS"),
        ("ẞ", "SS"),
        ("Æ", "AE"),
        ("Ø", "O"),
        ("Ł", "L"),
        ("Đ", "D"),
        ("İ", "I"),
        ("I\u0307", "I"),
        ("Œ", "OE"),
        ("Ð", "D"),
        ("Þ", "TH"),
    ):
        tekst = f"replace({tekst}, '{van}', '{naar}')"
    tekst = f"regexp_replace({tekst}, '[^A-Z]+', ' ', 'g')"
    return f"trim(replace({tekst}, 'IJ', 'Y'))"


def _fonetisch(waarde: str) -> str:
    for van, naar in FONETISCH:
        waarde = f"regexp_replace({waarde}, '{van}', '{naar}', 'g')"
    for letter in "BDFGKLMNPRST":
        waarde = f"regexp_replace({waarde}, '{letter}{letter}+', '{letter}', 'g')"
    return waarde


def normaliseer(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `signaal_bij` (each signal and its record) and `klant` (the distinct records, numbered by content).

    Reads the table `signalen`. Names are normalised once per distinct spelling.
    """
    voor = ", ".join(f"'{deel}'" for deel in VOORVOEGSELS)
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE naamvorm AS
        WITH vorm AS (SELECT DISTINCT achternaam, tussenvoegsel FROM signalen),
        delen AS (SELECT achternaam, tussenvoegsel,
            list_filter(string_split({_vouw("replace(achternaam, 'e/v', ' ')")}, ' '), lambda d: length(d) > 1 AND NOT list_contains([{voor}], d)) AS lijst,
            {_vouw("achternaam")} AS heel FROM vorm)
        SELECT achternaam, tussenvoegsel,
            list_sort(list_distinct(list_transform(CASE WHEN len(lijst) = 0 THEN [heel] ELSE lijst END,
                lambda d: regexp_replace(d, '{GLUED}', '\\2')))) AS delen FROM delen"""
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE naamdeel AS
        WITH deel AS (SELECT DISTINCT unnest(delen) AS deel FROM naamvorm) SELECT deel, {_fonetisch("deel")} AS klank FROM deel"""
    )
    voorletters = f"replace({_vouw('voorletters')}, ' ', '')"
    uit_naam = f"list_aggregate(list_transform(string_split({_vouw('voornaam')}, ' '), lambda d: left(d, 1)), 'string_agg', '')"
    toevoeging = (
        "regexp_replace(upper(coalesce(huisletter, '') || coalesce(toevoeging, '')), '[^A-Z0-9]', '', 'g')"
    )
    eenheid = (
        f"CASE WHEN {toevoeging} IN ('HS', 'HUIS', 'BG', 'H') THEN '' WHEN {toevoeging} IN ('I', '1HOOG', '1H') THEN '1' "
        f"WHEN {toevoeging} IN ('II', '2HOOG', '2H') THEN '2' WHEN {toevoeging} IN ('III', '3HOOG', '3H') THEN '3' ELSE {toevoeging} END"
    )
    telefoon = "regexp_replace(split_part(coalesce(telefoon, ''), '/', 1), '^(\\+31|0031|0)', '')"
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE vorm AS
        SELECT s.partner, s.signaal_id, s.datum_signaal, coalesce(s.klantnummer, '') AS contract, n.delen,
            CASE WHEN {voorletters} <> '' THEN {voorletters} ELSE coalesce({uit_naam}, '') END AS letters,
            split_part({_vouw("voornaam")}, ' ', 1) AS voornaam, s.geboortedatum,
            s.postcode || '/' || s.huisnummer AS pand, s.postcode || '/' || s.huisnummer || '/' || {eenheid} AS eenheid, s.postcode,
            {telefoon} AS telefoon, coalesce(s.email, '') AS email
        FROM signalen s JOIN naamvorm n ON n.achternaam = s.achternaam AND n.tussenvoegsel IS NOT DISTINCT FROM s.tussenvoegsel
        WHERE s.soort_signaal <> 'intrekking'"""
    )
    inhoud = (
        "partner, contract, delen, letters, voornaam, geboortedatum, pand, eenheid, postcode, telefoon, email"
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE klant AS
        SELECT row_number() OVER (ORDER BY {inhoud.replace("geboortedatum", "geboortedatum NULLS FIRST")})::INTEGER AS nr, {inhoud},
            min(datum_signaal) AS eerste, max(datum_signaal) AS laatste, min(signaal_id) AS signaal_id, count(*) AS aantal
        FROM vorm GROUP BY {inhoud}"""
    )
    gelijk = " AND ".join(
        f"v.{naam.strip()} = k.{naam.strip()}" for naam in inhoud.split(",") if "geboortedatum" not in naam
    )
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE signaal_bij AS SELECT v.partner, v.signaal_id, k.nr FROM vorm v JOIN klant k ON {gelijk} AND v.geboortedatum IS NOT DISTINCT FROM k.geboortedatum"
    )
    _zeldzaamheid(verbinding)


def _zeldzaamheid(verbinding: duckdb.DuckDBPyConnection) -> None:
    """How common each name part is, how many surnames a building shows, and which telephone numbers and
    e-mail addresses say nothing because more than three surnames use them."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE deel_van AS
        SELECT k.nr, d.deel, n.klank FROM (SELECT nr, unnest(delen) AS deel FROM klant) d JOIN naamdeel n USING (deel) JOIN klant k USING (nr)"""
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE deel_freq AS SELECT deel, count(*) * 1000000 // (SELECT count(*) FROM klant) AS per_miljoen FROM deel_van GROUP BY deel"
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE pand_drukte AS SELECT pand, count(DISTINCT delen[1])::INTEGER AS namen FROM klant GROUP BY pand"
    )
    for kolom in ("telefoon", "email"):
        verbinding.execute(
            f"UPDATE klant SET {kolom} = '' WHERE {kolom} IN (SELECT {kolom} FROM klant WHERE {kolom} <> '' GROUP BY {kolom} HAVING count(DISTINCT delen[1]) > 3)"
        )
