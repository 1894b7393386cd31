"""JSON from outside, read strictly: every fault with its place as a JSON pointer (RFC 6901). Pure.

RFC 8259 leaves open what a double name or a huge number means; here they are refused. A number with a point
stays a `Decimal`: no float ever comes out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from samenhang.kernel.basis.fouten import Fout, Geweigerd, Plaats
from samenhang.kernel.basis.tekst import Tekst

DIEPST: Final = 20
LANGSTE_GETAL: Final = 18
_ONJUIST: Final = Tekst(
    "De invoer is geen geldig JSON-document. Geef één JSON-object in UTF-8.",
    "The input is not a valid JSON document. Give one JSON object in UTF-8.",
)


class _Dubbel(dict[str, Any]):
    """An object in which a name stands twice."""

    naam = ""


class _GeenGetal:
    """NaN, Infinity, or a number too long to be one of ours."""

    def __init__(self, tekst: str) -> None:
        self.tekst = tekst[:12]


def lees_json(inhoud: bytes, *, hoogstens: int) -> Any:
    """The document in these bytes; raises `Geweigerd` (`json_onjuist`, `dubbel_veld`, `te_groot`) with the places."""
    if len(inhoud) > hoogstens:
        tekst = Tekst(
            f"De invoer is groter dan {hoogstens // 1_000_000} MB. Splits het document.",
            f"The input is larger than {hoogstens // 1_000_000} MB. Split the document.",
        )
        raise Geweigerd("te_groot", tekst, fouten=(Fout("te_groot", tekst),), status=413)
    try:
        document = json.loads(
            inhoud.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_GeenGetal,
            parse_int=_heel,
            parse_float=_kommagetal,
        )
    except json.JSONDecodeError as fout:
        tekst = Tekst(
            f"De invoer is geen geldig JSON-document: fout op regel {fout.lineno}, teken {fout.colno}. Verbeter het daar.",
            f"The input is not a valid JSON document: fault on line {fout.lineno}, character {fout.colno}. Mend it there.",
        )
        plaats = Plaats(regel=fout.lineno, kolom=str(fout.colno))
        raise Geweigerd("json_onjuist", tekst, fouten=(Fout("json_onjuist", tekst, plaats),)) from fout
    except (ValueError, RecursionError) as fout:
        raise Geweigerd("json_onjuist", _ONJUIST, fouten=(Fout("json_onjuist", _ONJUIST),)) from fout
    fouten = tuple(_bezwaren(document, "", DIEPST))
    if fouten:
        raise Geweigerd(fouten[0].code, fouten[0].tekst, fouten=fouten)
    return document


def pointer(boven: str, deel: str | int) -> str:
    """The pointer to a part of what `boven` points to."""
    veilig = str(deel).encode("ascii", "backslashreplace").decode()[:60]
    return f"{boven}/{veilig.replace('~', '~0').replace('/', '~1')}"


def _object(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    uit = dict(paren)
    if len(uit) == len(paren):
        return uit
    namen = [naam for naam, _ in paren]
    dubbel = _Dubbel(paren)
    dubbel.naam = next(naam for plaats, naam in enumerate(namen) if naam in namen[:plaats])
    return dubbel


def _heel(tekst: str) -> int | _GeenGetal:
    return int(tekst) if len(tekst) <= LANGSTE_GETAL else _GeenGetal(tekst)


def _kommagetal(tekst: str) -> Decimal | _GeenGetal:
    return Decimal(tekst) if len(tekst) <= 2 * LANGSTE_GETAL else _GeenGetal(tekst)


def _bezwaren(deel: Any, plek: str, diepte: int) -> Iterator[Fout]:
    if diepte == 0:
        yield _fout("json_onjuist", plek, f"staat dieper dan {DIEPST} lagen; maak het vlakker", f"is nested deeper than {DIEPST} levels; flatten it")  # fmt: skip
    elif isinstance(deel, str):
        if not deel.isascii() or not deel.isprintable():
            yield from _tekens(deel, plek)
    elif isinstance(deel, dict):
        if isinstance(deel, _Dubbel):
            yield _fout("dubbel_veld", pointer(plek, deel.naam), "staat er twee keer; laat er één staan", "is there twice; leave one")  # fmt: skip
        for naam, waarde in deel.items():
            if not naam.isascii() or not naam.isprintable():
                yield from _tekens(naam, pointer(plek, naam))
            yield from _bezwaren(waarde, pointer(plek, naam), diepte - 1)
    elif isinstance(deel, list):
        for nummer, waarde in enumerate(deel):
            yield from _bezwaren(waarde, pointer(plek, nummer), diepte - 1)
    elif isinstance(deel, _GeenGetal):
        yield _fout("json_onjuist", plek, f"({deel.tekst}) is geen bruikbaar getal; geef een bedrag als tekst", f"({deel.tekst}) is no usable number; give an amount as text")  # fmt: skip


def _tekens(tekst: str, plek: str) -> Iterator[Fout]:
    """A NUL or half a surrogate pair can be written in JSON, and nowhere else."""
    if "\0" in tekst or any("\ud800" <= teken <= "\udfff" for teken in tekst):
        yield _fout("json_onjuist", plek, "bevat een teken dat geen tekst is (NUL of een half teken); haal het weg", "holds a character that is no text (NUL or half a character); take it out")  # fmt: skip


def _fout(code: str, plek: str, nl: str, en: str) -> Fout:
    waar = plek or "/"
    return Fout(code, Tekst(f"{waar} {nl}.", f"{waar} {en}."), Plaats(plek=plek))
