"""Candidate pairs: the union of blocking keys, each with a ceiling on the size of a block.

A block above the ceiling is refined with one more field; what is still too large is counted, never
dropped silently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from samenhang.schemes.vroegsignalering.koppelen.motor import Motor

PLAFOND: Final = 60
"""Records in one block; 60 records make 1,770 pairs."""


@dataclass(frozen=True, slots=True)
class Sleutel:
    """A blocking key: SQL over record `k` and name part `d`, when it applies, and how to refine it."""

    naam: str
    waarde: str
    wanneer: str
    verfijning: str
    bron: str = "klant k"


_DEEL = "klant k JOIN deel_van d USING (naam)"
_GEBOREN = "k.geboortedatum IS NOT NULL"

SLEUTELS: Final = (
    Sleutel("contract", "k.partner, k.contract", "k.contract <> ''", "k.postcode"),
    Sleutel("geboren en klank", "k.geboortedatum, d.klank", _GEBOREN, "k.letter", _DEEL),
    Sleutel("geboren, letter en streek", "k.geboortedatum, k.letter, k.streek", _GEBOREN, "k.wijk"),
    Sleutel("geboren en wijk", "k.geboortedatum, k.wijk", _GEBOREN, "k.letter"),
    Sleutel("geboren en huisnummer", "k.geboortedatum, k.huisnummer", _GEBOREN, "k.letter"),
    Sleutel("pand en klank", "k.pand, d.klank", "true", "k.letters", _DEEL),
    Sleutel("eenheid en letter", "k.eenheid, k.letter", "k.letters <> ''", "k.naam::VARCHAR"),
    Sleutel("straat, nummer en klank", "k.straat, k.huisnummer, d.klank", "true", "k.streek", _DEEL),
    Sleutel("straat, nummer en voornaam", "k.straat, k.huisnummer, k.voornaam", "length(k.voornaam) > 2", "k.streek"),
    Sleutel("straat, streek, begin en letter", "k.straat, k.streek, d.begin, k.letter", "k.letters <> ''", "k.wijk", _DEEL),
    Sleutel("eenheid en eerste letter van de naam", "k.eenheid, d.initiaal", "true", "k.naam", _DEEL),
    Sleutel("verwisseld", "least(d.deel, k.voornaam), greatest(d.deel, k.voornaam)", "length(k.voornaam) > 2", "k.wijk", _DEEL),
    Sleutel("telefoon of e-mail", "c.waarde", "true", "k.letter", "klant k JOIN contact c USING (nr)"),
    Sleutel("klank, letter en wijk", "d.klank, k.letter, k.wijk", "k.letters <> ''", "k.letters", _DEEL),
    Sleutel("klank, letter en geboortejaar", "d.klank, k.letter, year(k.geboortedatum)", _GEBOREN, "month(k.geboortedatum)::VARCHAR", _DEEL),
    Sleutel("naam en letters", "d.klank, k.letters", "length(k.letters) > 1", "k.streek", _DEEL),
)  # fmt: skip


VELDEN: Final = sorted(
    {
        "nr",
        "naam",
        *(v for s in SLEUTELS for v in re.findall(r"\bk\.(\w+)", f"{s.waarde} {s.wanneer} {s.verfijning}")),
    }
)
"""What the keys read of a record."""


def _uit(bron: str, klant: str, contact: str, deel_van: str) -> str:
    """SQL: the source of a key, read from these tables."""
    for tabel, andere in (("klant k", klant), ("contact c", contact), ("deel_van d", deel_van)):
        bron = bron.replace(tabel, f"{andere} {tabel[-1]}")
    return bron


def blokken(klant: str = "klant", contact: str = "contact", deel_van: str = "deel_van") -> str:
    """SQL: every record (`nr`) with the key of each block that it is in and the field that refines it (`fijn`). Keys of one
    source come from one look at it."""
    delen = []
    for bron in dict.fromkeys(sleutel.bron for sleutel in SLEUTELS):
        hier = [(nummer, sleutel) for nummer, sleutel in enumerate(SLEUTELS) if sleutel.bron == bron]
        waarden = ", ".join(
            f"CASE WHEN {s.wanneer} THEN hash({nummer}, {s.waarde}) END" for nummer, s in hier
        )
        fijn = ", ".join(f"hash({s.verfijning})" for _, s in hier)
        delen.append(
            f"SELECT unnest([{waarden}]) AS sleutel, unnest([{fijn}]) AS fijn, k.nr FROM {_uit(bron, klant, contact, deel_van)}"
        )
    return f"SELECT sleutel, fijn, nr FROM ({' UNION ALL '.join(delen)}) WHERE sleutel IS NOT NULL"


def maak_paren(motor: Motor) -> int:
    """Make `paar(a, b)` with a < b; gives the number of records left out of a block that stayed too large."""
    # Key by key: to count and to pair the blocks of one takes a sixteenth of the memory, and is faster than of all at once.
    for n, sleutel in enumerate(SLEUTELS):
        motor.execute(
            f"""CREATE OR REPLACE TEMP TABLE blok AS
            WITH s AS (SELECT hash({n}, {sleutel.waarde}) AS sleutel, hash({sleutel.verfijning}) AS fijn, k.nr FROM {sleutel.bron} WHERE {sleutel.wanneer}),
            g AS (SELECT sleutel, count(*) AS n FROM s GROUP BY sleutel HAVING count(*) > 1)
            SELECT CASE WHEN n > {PLAFOND} THEN hash(sleutel, fijn) ELSE sleutel END AS sleutel, nr, n > {PLAFOND} AS verfijnd
            FROM s JOIN g USING (sleutel)"""
        )
        motor.execute(
            f"""{_erbij("te_groot", n)} SELECT sleutel, count(*) AS n FROM blok WHERE verfijnd GROUP BY sleutel HAVING count(*) > {PLAFOND}"""
        )
        motor.execute(
            f"""{_erbij("ontmoeting", n)}
            WITH b AS (SELECT sleutel, nr FROM blok ANTI JOIN te_groot USING (sleutel))
            SELECT x.nr AS a, y.nr AS b FROM b x JOIN b y ON x.sleutel = y.sleutel AND x.nr < y.nr"""
        )
    motor.execute("DROP TABLE blok")
    over = motor.execute("SELECT coalesce(sum(n), 0) FROM te_groot").fetchone()
    # In order, so that whoever looks up the records finds the first of a pair where the last one was.
    motor.execute("CREATE OR REPLACE TEMP TABLE paar AS SELECT DISTINCT a, b FROM ontmoeting ORDER BY a")
    motor.execute("DROP TABLE ontmoeting")  # the largest table of a run, and nobody reads it again
    return int(over[0]) if over else 0


def _erbij(tabel: str, nummer: int) -> str:
    """SQL that begins a table with the rows of the first key and adds to it those of the others."""
    return f"INSERT INTO {tabel}" if nummer else f"CREATE OR REPLACE TEMP TABLE {tabel} AS"
