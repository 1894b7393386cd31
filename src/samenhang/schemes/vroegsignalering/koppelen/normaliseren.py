"""Normalise once, keep the original: signals become customer records that can be compared.

Identical records of one partner collapse before pairing; that is where most time is saved.
"""

from __future__ import annotations

from typing import Final

from samenhang.schemes.vroegsignalering.koppelen.functies import leg_functies_vast
from samenhang.schemes.vroegsignalering.koppelen.motor import Motor
from samenhang.schemes.vroegsignalering.koppelen.roepnamen import DOOPNAAM

VOORVOEGSELS: Final = (
    "VAN", "DE", "DER", "DEN", "HET", "T", "TEN", "TER", "TE", "OP", "IN", "AAN", "LA", "LE", "EL", "AL", "BEN", "BIN", "DI", "DA",
    "DOS", "DU", "DES", "DEL", "DELLA", "VON", "ZU", "ZUM", "UIT", "VOOR", "ONDER", "BIJ", "S", "D", "V", "VD", "AIT", "ABU", "BINT", "OULD",
)  # fmt: skip
"""Prefixes are taken off wherever they stand: partners put them in any column."""

AANEEN: Final = "^(VANDER|VANDEN|VANDE|VAN)([A-Z]{4,})$"

KLANKEN: Final = (
    ("PH", "F"), ("TH", "T"), ("DT", "T"), ("SCH", "SG"), ("GH", "G"), ("CH", "G"), ("CK", "K"), ("[CQ]", "K"), ("X", "KS"),
    ("OU", "AU"), ("E[IY]|IJ|AY", "Y"), ("[VW]", "F"), ("Z", "S"), ("OE", "U"), ("OO", "O"), ("EE", "E"), ("AA", "A"), ("UU", "U"),
    ("IE", "I"), ("Y$", "I"), ("D$", "T"), ("H", ""),
    ("BB", "B"), ("DD", "D"), ("FF", "F"), ("GG", "G"), ("KK", "K"), ("LL", "L"), ("MM", "M"), ("NN", "N"), ("PP", "P"), ("RR", "R"),
    ("SS", "S"), ("TT", "T"),
)  # fmt: skip
"""A phonetic key for Dutch, applied in this order; doubled letters become single."""

GEDEELD_HOOGSTENS: Final = 3
"""A telephone number or e-mail address seen with more surnames than this is a helper's or a partner's own."""

PRIOR_PANDEN: Final = 5_000
PRIOR_PER_MILJOEN: Final = 60
"""Before a register has spoken, a surname part counts as seen 60 times per million in 5,000 buildings."""

TWEELINGEN_MARGE: Final = 3
TWEELINGEN_DEEL: Final = 10
"""The files show no twins when, of the homes where one birth date and surname meet two initials, fewer than one
in ten can be twins, counting three more than one partner by itself showed (a Poisson bound of 95 % on none)."""

VASTE_AANSLUITING: Final = ("huur", "energie", "water")
"""Kinds of partner that serve a home and not a person: a home has one landlord, one supplier and one contract with each.
A record has the bit of each kind (`vast`), the first the lowest."""

INHOUD: Final = "partner, contract, naam, letters, voornaam, geboortedatum, eenheid, telefoon, email"
"""What makes two rows the same customer record of a partner."""

_NUMMER_VAN: Final = INHOUD.replace("eenheid", "postcode || '/' || huisnummer || '/' || deel")
"""SQL: what a record is numbered by. Households bear the id of the person with the lowest number, so that these stay
what they were when homes were still compared as texts."""


DEEL_OPEN: Final = "(x.deel = '' OR y.deel = '' OR x.deel = y.deel OR (right(x.deel, 3) = 'BIS' AND x.deel = y.deel || 'IS') OR (right(y.deel, 3) = 'BIS' AND y.deel = x.deel || 'IS'))"
"""SQL: two additions in one building may be the same home: one is missing, or "b" may be a letter or "bis"."""


def nummer(kolommen: str) -> str:
    """SQL: a number that follows from content alone, so that it is the same in every run."""
    return f"(hash({kolommen}) >> 1)::BIGINT"


def _klank(waarde: str) -> str:
    for van, naar in KLANKEN:
        vorm = "regexp_replace" if any(teken in van for teken in "[$|") else "replace"
        staart = ", 'g'" if vorm == "regexp_replace" else ""
        waarde = f"{vorm}({waarde}, '{van}', '{naar}'{staart})"
    return waarde


def _cijfers(aantal: int, soort: str) -> str:
    """SQL: so many digits that a postcode begins with, as a number; 0 when it does not."""
    return f"coalesce(TRY_CAST(left(v.postcode, {aantal}) AS {soort}), 0)"


def normaliseer(motor: Motor) -> None:
    """Make `klant` (distinct records, numbered by content), `signaal_bij` (each signal and its record),
    `naam` (distinct surnames) and `naamdeel` (their parts with sound and frequency).

    Reads the table `signalen`. Names are normalised once per distinct spelling; numbers follow from
    content alone, so that neither threads nor the order of the rows change them.
    """
    spellingen(motor)
    namen(motor)
    klanten(motor)
    tellingen(motor)


def spellingen(motor: Motor) -> None:
    """Make `spelling`: each way in which a surname of `signalen` is written, with its parts and its number."""
    leg_functies_vast(motor)
    voor = ", ".join(f"'{deel}'" for deel in VOORVOEGSELS)
    motor.execute(
        f"""CREATE OR REPLACE TEMP TABLE spelling AS
        WITH vorm AS (SELECT DISTINCT achternaam, tussenvoegsel FROM signalen WHERE soort_signaal <> 'intrekking'),
        schoon AS (SELECT *, vouw(replace(coalesce(achternaam, ''), 'e/v', ' ')) AS kern, vouw(coalesce(tussenvoegsel, '')) AS voor FROM vorm),
        gesplitst AS (SELECT *, list_filter(string_split(kern, ' '), lambda d: length(d) > 1 AND NOT list_contains([{voor}], d)) AS lijst FROM schoon),
        delen AS (SELECT achternaam, tussenvoegsel,
            list_sort(list_distinct(list_transform(CASE WHEN len(lijst) = 0 THEN [replace(kern, ' ', '')] ELSE lijst END,
                lambda d: regexp_replace(d, '{AANEEN}', '\\2')))) AS delen,
            replace(CASE WHEN starts_with(kern, voor) THEN kern ELSE voor || kern END, ' ', '') AS heel FROM gesplitst)
        SELECT *, {nummer("delen")} AS naam FROM delen"""
    )


def namen(motor: Motor, bron: str = "spelling") -> None:
    """Make `naam` and `deel_van` from the spellings in a table."""
    motor.execute(
        f"CREATE OR REPLACE TEMP TABLE naam AS SELECT naam, any_value(delen) AS delen, list_sort(list_distinct(list(heel))) AS hele FROM {bron} GROUP BY naam"
    )
    motor.execute(
        f"CREATE OR REPLACE TEMP TABLE deel_van AS SELECT naam, deel, left(deel, 3) AS begin, left(deel, 1) AS initiaal, {_klank('deel')} AS klank FROM (SELECT naam, unnest(delen) AS deel FROM naam)"
    )


def klanten(motor: Motor) -> None:
    """Make `signaal_bij` and `klant` from `signalen` and `spelling`."""
    vast = " ".join(f"WHEN '{soort}' THEN {1 << plek}" for plek, soort in enumerate(VASTE_AANSLUITING))
    # What takes time is done once per distinct writing of given names, of an addition and of telephone numbers.
    motor.execute(
        f"""CREATE OR REPLACE TEMP TABLE vorm AS
        WITH ruw AS (SELECT s.*, p.naam FROM signalen s JOIN spelling p ON p.achternaam = s.achternaam AND p.tussenvoegsel IS NOT DISTINCT FROM s.tussenvoegsel
            WHERE s.soort_signaal <> 'intrekking'),
        geschreven AS (SELECT voorletters, replace(vouw(regexp_replace(strip_accents(coalesce(voorletters, '')), '([A-Z])[a-z]+', '\\1', 'g')), ' ', '') AS letters
            FROM (SELECT DISTINCT voorletters FROM signalen)),
        gevouwen AS (SELECT voornaam, vouw(coalesce(voornaam, '')) AS vn FROM (SELECT DISTINCT voornaam FROM signalen)),
        roep AS (SELECT voornaam, split_part(vn, ' ', 1) AS eerste_naam, array_to_string(list_transform(string_split(vn, ' '), lambda d: left(d, 1)), '') AS letters
            FROM gevouwen),
        toegevoegd AS (SELECT huisletter, toevoeging, tekens(coalesce(toevoeging, '')) AS tv FROM (SELECT DISTINCT huisletter, toevoeging FROM signalen)),
        woning AS (SELECT huisletter, toevoeging, tv <> '' OR coalesce(huisletter, '') <> '' AS benoemd,
            upper(coalesce(huisletter, '')) || CASE
                WHEN tv IN ('HS', 'HUIS', 'BG', 'BGG', 'H') THEN '' WHEN tv = 'I' THEN '1' WHEN tv = 'II' THEN '2' WHEN tv = 'III' THEN '3'
                WHEN tv IN ('LI', 'LNKS') THEN 'L' WHEN tv IN ('RE', 'RTS') THEN 'R' WHEN tv = 'ROOD' THEN 'RD' WHEN tv = 'ZWRT' THEN 'ZW'
                WHEN regexp_matches(tv, '^0*([0-9]+)(HOOG|HG|H|E|V)?$') THEN regexp_extract(tv, '0*([0-9]+)', 1) ELSE tv END AS deel
            FROM toegevoegd),
        toestel AS (SELECT telefoon, list_filter(list_sort(list_distinct(list_transform(string_split(coalesce(telefoon, ''), '/'), lambda t: regexp_replace(t, '^(\\+31|0031|0)', '')))), lambda t: t <> '') AS nummers
            FROM (SELECT DISTINCT telefoon FROM signalen)),
        weg AS (SELECT straat, tekens(strip_accents(straat)) AS zonder FROM (SELECT DISTINCT straat FROM signalen)),
        af AS (SELECT s.partner, s.signaal_id, s.datum_signaal, coalesce(s.klantnummer, '') AS contract, s.naam,
            CASE WHEN v.letters <> '' THEN v.letters ELSE r.letters END AS letters, r.eerste_naam AS voornaam, s.geboortedatum,
            {nummer("s.postcode, s.huisnummer, w.deel")} AS eenheid, {nummer("s.postcode, s.huisnummer")} AS pand, w.deel, w.benoemd,
            CASE s.partner_soort {vast} ELSE 0 END AS vast, s.postcode, s.huisnummer, g.zonder AS straat, t.nummers AS telefoon, coalesce(s.email, '') AS email
            FROM ruw s JOIN geschreven v ON v.voorletters IS NOT DISTINCT FROM s.voorletters JOIN roep r ON r.voornaam IS NOT DISTINCT FROM s.voornaam
            JOIN woning w ON w.huisletter IS NOT DISTINCT FROM s.huisletter AND w.toevoeging IS NOT DISTINCT FROM s.toevoeging
            JOIN toestel t ON t.telefoon IS NOT DISTINCT FROM s.telefoon JOIN weg g ON g.straat IS NOT DISTINCT FROM s.straat)
        SELECT *, {nummer(_NUMMER_VAN)} AS nr FROM af"""
    )
    motor.execute("CREATE OR REPLACE TEMP TABLE signaal_bij AS SELECT partner, signaal_id, nr FROM vorm")
    # What of a record follows from its content is taken from its first signal: to gather it over all costs more.
    doopnamen = ", ".join(f"('{roep}', '{doop}')" for roep, doop in DOOPNAAM.items())
    eigen = ", ".join(f"v.{kolom}" for kolom in INHOUD.split(", "))
    motor.execute(
        f"""CREATE OR REPLACE TEMP TABLE klant AS
        WITH g AS (SELECT nr, bool_or(benoemd) AS benoemd, bit_or(vast) AS vast, min(straat) AS straat, min(datum_signaal) AS eerste, max(datum_signaal) AS laatste,
            min(signaal_id) AS signaal_id, count(*)::INTEGER AS aantal FROM vorm GROUP BY nr),
        k AS (SELECT g.nr, {eigen}, left(v.letters, 1) AS letter, v.postcode, {_cijfers(4, "SMALLINT")} AS wijk, {_cijfers(2, "TINYINT")} AS streek, v.huisnummer::INTEGER AS huisnummer, v.deel, g.benoemd, g.vast, v.pand, g.straat,
            g.eerste, g.laatste, g.signaal_id, g.aantal FROM vorm v JOIN g ON g.nr = v.nr AND g.signaal_id = v.signaal_id)
        SELECT k.*, coalesce(d.doop, k.voornaam) AS doopnaam FROM k LEFT JOIN (VALUES {doopnamen}) d(roep, doop) ON d.roep = k.voornaam"""
    )
    motor.execute("DROP TABLE vorm")  # the widest table of a run, and nobody reads it again


def per_miljoen(panden: str, alle: str) -> str:
    """SQL: how common a surname part is that so many of all buildings show."""
    totaal = f"({alle} + {PRIOR_PANDEN})"
    return f"((({panden} - 1) * 1000000 + {PRIOR_PANDEN * PRIOR_PER_MILJOEN} + {totaal} // 2) // {totaal})::INTEGER"


TELT_VOOR_TWEELING: Final = (
    "geboortedatum IS NOT NULL AND letter <> '' AND NOT (month(geboortedatum) = 1 AND day(geboortedatum) = 1)"
)
"""SQL: a record that can show a twin."""


def zonder_tweelingen(een: str, alle: str, per_partner: str) -> str:
    """SQL: whether the files show no twins. `een` and `alle` are the homes where one birth date and surname meet two
    initials, within one partner and over all; `per_partner` is a table with the records of each, `n`."""
    return f"""({een} + {TWEELINGEN_MARGE}) * {TWEELINGEN_DEEL} * (SELECT coalesce(sum(n), 0)::DOUBLE ^ 2 FROM {per_partner})
            <= {alle} * (SELECT coalesce(sum(n::DOUBLE ^ 2), 0) FROM {per_partner})"""


def tellingen(motor: Motor) -> None:
    """How common names are, how many surnames a unit shows, who shares a number: counted in buildings, not
    in rows, so that repetition of signals changes nothing."""
    motor.execute(
        f"""CREATE OR REPLACE TEMP TABLE naamdeel AS
        WITH n AS (SELECT count(DISTINCT pand) AS panden FROM klant)
        SELECT d.deel, any_value(d.klank) AS klank, {per_miljoen("count(DISTINCT k.pand)", "(SELECT panden FROM n)")} AS per_miljoen
        FROM deel_van d JOIN klant k USING (naam) GROUP BY d.deel"""
    )
    motor.execute(
        """CREATE OR REPLACE TEMP TABLE telling AS
        WITH v AS (SELECT naam, klank, deel = min(deel) OVER (PARTITION BY naam) AS eerste FROM deel_van),
        d AS (SELECT k.nr, k.pand, k.eenheid, v.klank, k.letter, v.eerste FROM klant k JOIN v USING (naam)),
        genoten AS (SELECT klank, letter, count(DISTINCT pand) AS n FROM d GROUP BY ALL),
        bewoners AS (SELECT eenheid, count(DISTINCT klank) AS n FROM d WHERE eerste GROUP BY ALL),
        buren AS (SELECT pand, count(DISTINCT klank) AS n FROM d WHERE eerste GROUP BY ALL)
        SELECT d.nr, min(g.n)::INTEGER AS genoten, any_value(b.n)::INTEGER AS bewoners, any_value(p.n)::INTEGER AS buren
        FROM d JOIN genoten g ON g.klank = d.klank AND g.letter = d.letter JOIN bewoners b ON b.eenheid = d.eenheid JOIN buren p ON p.pand = d.pand
        GROUP BY d.nr"""
    )
    motor.execute(
        f"""CREATE OR REPLACE TEMP TABLE contact AS
        WITH c AS (SELECT nr, naam, unnest(telefoon) AS waarde FROM klant UNION ALL SELECT nr, naam, email FROM klant WHERE email <> ''),
        k AS (SELECT c.nr, c.waarde, d.klank FROM c JOIN (SELECT naam, min(klank) AS klank FROM deel_van GROUP BY naam) d USING (naam)),
        n AS (SELECT waarde, count(DISTINCT klank) AS namen FROM k GROUP BY waarde HAVING namen <= {GEDEELD_HOOGSTENS})
        SELECT k.nr, k.waarde, n.namen > 1 AS gedeeld FROM k JOIN n USING (waarde)"""
    )
    # Twins are seen within one partner, which keeps one record per customer, as well as over two partners; an
    # initial that was mistyped mostly over two. Where the first hardly occurs, the second are typing errors.
    motor.execute(
        f"""CREATE OR REPLACE TEMP TABLE stand AS
        WITH e AS (SELECT naam, min(klank) AS klank FROM deel_van GROUP BY naam),
        k AS (SELECT partner, geboortedatum, eenheid, klank, letter FROM klant JOIN e USING (naam)),
        d AS (SELECT * FROM k WHERE {TELT_VOOR_TWEELING}),
        alle AS (SELECT count(*) AS n FROM (SELECT 1 FROM d GROUP BY geboortedatum, eenheid, klank HAVING min(letter) <> max(letter))),
        een AS (SELECT count(*) AS n FROM (SELECT 1 FROM d GROUP BY geboortedatum, eenheid, klank, partner HAVING min(letter) <> max(letter))),
        p AS (SELECT partner, count(*) AS n FROM d GROUP BY partner)
        SELECT {zonder_tweelingen("(SELECT n FROM een)", "(SELECT n FROM alle)", "p")} AS zonder_tweelingen"""
    )
