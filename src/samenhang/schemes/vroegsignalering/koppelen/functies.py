"""The functions that the SQL of the matcher uses beside those that every engine has. Only declarations.

Each is written once, in DuckDB's SQL. DuckDB takes them as macros. Another engine runs the same text in a DuckDB of
its own, batch by batch, so that folding a letter or comparing two names cannot come out otherwise there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from samenhang.schemes.vroegsignalering.koppelen.motor import Motor


@dataclass(frozen=True, slots=True)
class Functie:
    """A function: what it takes, the type of what it gives, and its SQL."""

    naam: str
    vraagt: tuple[str, ...]
    geeft: str
    sql: str


_TWEE_LETTERS = (("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"), ("Æ", "AE"), ("Œ", "OE"), ("Þ", "TH"))


def _vouw() -> str:
    tekst = "tekst"
    for van, naar in _TWEE_LETTERS:
        tekst = f"replace({tekst}, '{van}', '{naar}')"
    tekst = f"upper(translate(strip_accents({tekst}), 'øØłŁđĐðÐıİ', 'oOlLdDdDiI'))"
    return f"trim(replace(regexp_replace({tekst}, '[^A-Z]+', ' ', 'g'), 'IJ', 'Y'))"


FUNCTIES: Final = (
    # Upper case, accents folded, apostrophes and hyphens to space, IJ one letter.
    Functie("vouw", ("tekst",), "VARCHAR", _vouw()),
    # Upper case, and nothing but letters and digits.
    Functie("tekens", ("tekst",), "VARCHAR", "regexp_replace(upper(tekst), '[^A-Z0-9]', '', 'g')"),
    # Whether one of a list of words is nearly a word.
    Functie("bevat_bijna", ("woorden", "woord"), "BOOLEAN", "len(list_filter(woorden, lambda d: jaro_winkler_similarity(d, woord) >= 0.87)) > 0"),
)  # fmt: skip

INGEBOUWD: Final = (
    Functie("strip_accents", ("tekst",), "VARCHAR", "strip_accents(tekst)"),
    Functie("damerau_levenshtein", ("links", "rechts"), "BIGINT", "damerau_levenshtein(links, rechts)"),
    Functie("jaro_winkler_similarity", ("links", "rechts"), "DOUBLE", "jaro_winkler_similarity(links, rechts)"),
)  # fmt: skip
"""What DuckDB has of itself and another engine may not."""


def leg_functies_vast(motor: Motor) -> None:
    """Make the functions known."""
    for functie in FUNCTIES:
        motor.execute(
            f"CREATE OR REPLACE TEMP MACRO {functie.naam}({', '.join(functie.vraagt)}) AS {functie.sql}"
        )
