"""The matcher's SQL in Spark's dialect. Needs sqlglot, of the extra `spark`."""

from __future__ import annotations

import re

import sqlglot
from sqlglot import exp
from sqlglot.dialects import DuckDB

from samenhang.schemes.vroegsignalering.koppelen.sparkfuncties import NUMMER


class _Bron(DuckDB):
    """DuckDB's dialect as the matcher writes it: `len` is of lists, `length` of text."""

    class Parser(DuckDB.Parser):
        FUNCTIONS = {**DuckDB.Parser.FUNCTIONS, "LEN": exp.ArraySize.from_arg_list}


def lees(tekst: str) -> exp.Expression:
    """One statement of the matcher, taken apart."""
    return sqlglot.parse_one(tekst, dialect=_Bron)


def in_spark(opdracht: exp.Expression) -> str:
    """The same in Spark's SQL. What sqlglot leaves as it was, or what means something else there, is put right here;
    `ValueError` for what would come out otherwise."""
    return str(opdracht.transform(_zet_om).sql(dialect="spark", unsupported_level=sqlglot.ErrorLevel.RAISE))


def _zet_om(deel: exp.Expression) -> exp.Expression:
    match deel:
        case exp.BitwiseRightShift(this=exp.Anonymous() as getal) if _is_hash(getal):
            return exp.func(NUMMER, *getal.expressions)
        case exp.Anonymous() if _is_hash(deel):  # elsewhere it only tells blocks apart
            return exp.func("xxhash64", *deel.expressions)
        case exp.ArrayOverlaps():
            return exp.func("arrays_overlap", deel.this, deel.expression)
        case exp.JarowinklerSimilarity():
            return exp.func("jaro_winkler_similarity", deel.this, deel.expression)
        case exp.Bracket():  # beyond the end of a list is nothing, not an error
            return exp.func("get", deel.this, *deel.expressions)
        case exp.RegexpReplace():
            return _vervang(deel)
    return deel


def _vervang(deel: exp.RegexpReplace) -> exp.Expression:
    """Spark always replaces everywhere, and writes a group as $1."""
    patroon, door = deel.expression.name, deel.args["replacement"].name
    if not deel.args.get("modifiers") and not (patroon.startswith("^") or patroon.endswith("$")):
        raise ValueError(f"replaces only the first of {patroon!r}: Spark cannot; anchor it or add 'g'")
    if "$" in door:
        raise ValueError(f"a dollar sign in a replacement is a group to Spark: {door!r}")
    deel.set("replacement", exp.Literal.string(re.sub(r"\\(\d)", r"$\1", door)))
    return deel


def _is_hash(deel: exp.Anonymous) -> bool:
    return str(deel.name).lower() == "hash"
