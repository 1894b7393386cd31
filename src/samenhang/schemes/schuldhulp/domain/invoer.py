"""A document from outside becomes a frozen dataclass, or every fault in it is named with its place. Pure.

The fields of an input say by their type what they take and by `gegeven(...)` how they are asked; the command, the
API and the page read the same declaration. Amounts are texts with two decimals, percentages texts, days ISO dates.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from samenhang.kernel.basis import Bedrag, Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.basis.jsonlezen import pointer
from samenhang.kernel.kalender.kalender import EERSTE_DAG, LAATSTE_DAG
from samenhang.schemes.schuldhulp.domain.getallen import Percentage

HOOGSTE_BEDRAG: Final = Bedrag(99_999_999_999)
LANGSTE_LIJST: Final = 100_000
MEESTE_FOUTEN: Final = 100
T = TypeVar("T")
Bezwaar = Callable[[str, str, Tekst], None]
"""Takes a code, a pointer and what is wrong there."""
Lezer = Callable[[Any, str, Bezwaar], Any]
Document = dict[str, Any]
"""An input inside an input, read when its turn comes."""


@dataclass(frozen=True, slots=True)
class Gegeven:
    """How a field is asked: its name for people, an explanation, and its bounds (of a number, or a length)."""

    titel: Tekst
    uitleg: Tekst | None = None
    minstens: int = 0
    hoogstens: int = 0


_VELDEN: dict[type[Any], tuple[Invoerveld, ...]] = {}
_LEZERS: dict[type[Any], Lezer] = {}
"""Worked out once for each dataclass."""


def gegeven(
    nl: str,
    en: str,
    *,
    standaard: Any = dataclasses.MISSING,
    uitleg: Tekst | None = None,
    minstens: int = 0,
    hoogstens: int = 0,
) -> Any:
    """A field of an input; without `standaard` it is required. Bounds of a text are its length."""
    hoe = Gegeven(Tekst(nl, en), uitleg, minstens, hoogstens)
    return dataclasses.field(default=standaard, metadata={"gegeven": hoe})


@dataclass(frozen=True, slots=True)
class Invoerveld:
    """A field as its readers meet it."""

    naam: str
    soort: Any
    verplicht: bool
    standaard: Any
    gegeven: Gegeven


def velden(soort: type[Any]) -> tuple[Invoerveld, ...]:
    """The fields of an input in the order in which they are asked; the type without `| None`."""
    if soort not in _VELDEN:
        _VELDEN[soort] = _velden(soort)
    return _VELDEN[soort]


def _velden(soort: type[Any]) -> tuple[Invoerveld, ...]:
    hints = get_type_hints(soort)
    uit = []
    for deel in dataclasses.fields(soort):
        kaal = hints[deel.name]
        if get_origin(kaal) in (Union, UnionType):
            kaal = next(keus for keus in get_args(kaal) if keus is not type(None))
        verplicht = deel.default is dataclasses.MISSING
        uit.append(
            Invoerveld(
                deel.name, kaal, verplicht, None if verplicht else deel.default, deel.metadata["gegeven"]
            )
        )
    return tuple(uit)


def lees(soort: type[T], document: object) -> T:
    """The input that a document holds; raises `Geweigerd` (`invoer_onjuist`) with every fault and its place."""
    fouten: list[Fout] = []

    def bezwaar(code: str, plek: str, wat: Tekst) -> None:
        waar = plek or "/"
        fouten.append(Fout(code, Tekst(f"{waar} {wat.nl}.", f"{waar} {wat.en}."), Plaats(plek=plek)))

    gelezen = _lezer(soort)(document, "", bezwaar)
    if fouten:
        raise Geweigerd("invoer_onjuist", fouten[0].tekst, fouten=_hoogstens(fouten))
    return gelezen  # type: ignore[no-any-return]  # the reader of a dataclass gives that dataclass


def _hoogstens(fouten: list[Fout]) -> tuple[Fout, ...]:
    """The first faults, and how many more there are."""
    over = len(fouten) - MEESTE_FOUTEN
    if over <= 0:
        return tuple(fouten)
    rest = Tekst(
        f"Er zijn nog {over} fouten. Verbeter deze eerst.", f"There are {over} more faults. Mend these first."
    )
    return (*fouten[:MEESTE_FOUTEN], Fout("meer_fouten", rest))


def weiger(code: str, plek: str, nl: str, en: str) -> Geweigerd:
    """A refusal of one thing at one place, with what to do about it."""
    tekst = Tekst(nl, en)
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(plek=plek)),))


def _lezer(soort: type[Any]) -> Lezer:
    if soort not in _LEZERS:
        _LEZERS[soort] = _objectlezer(soort)
    return _LEZERS[soort]


def _objectlezer(soort: type[Any]) -> Lezer:
    """The reader of a dataclass."""
    delen = [(veld.naam, f"/{veld.naam}", veld.verplicht, _soortlezer(veld)) for veld in velden(soort)]
    namen = frozenset(naam for naam, *_ in delen)
    geen_object = Tekst("is een object met velden", "is an object with fields")
    weg = Tekst("is geen bekend veld; laat het weg", "is no known field; leave it out")
    ontbreekt = Tekst("ontbreekt; vul het in", "is missing; fill it in")

    def lees_object(waarde: Any, plek: str, bezwaar: Bezwaar) -> Any:
        if not isinstance(waarde, dict):
            bezwaar("object_onjuist", plek, geen_object)
            return None
        for vreemd in waarde.keys() - namen:
            bezwaar("veld_onbekend", pointer(plek, vreemd), weg)
        uit, volledig = {}, True
        for naam, pad, verplicht, lezer in delen:
            gevonden = waarde.get(naam)
            if gevonden is not None:
                uit[naam] = lezer(gevonden, plek + pad, bezwaar)
            elif verplicht:
                volledig = False
                bezwaar("veld_ontbreekt", plek + pad, ontbreekt)
        return soort(**uit) if volledig else None

    return lees_object


def _soortlezer(veld: Invoerveld) -> Lezer:
    soort, hoe = veld.soort, veld.gegeven
    if get_origin(soort) is tuple:
        return _lijst(get_args(soort)[0], hoe)
    if get_origin(soort) is dict:
        return _document
    if isinstance(soort, type) and dataclasses.is_dataclass(soort) and soort not in (Bedrag, Percentage):
        return _lezer(soort)
    if issubclass(soort, StrEnum):
        return _keuze(soort)
    if soort is int:
        return _getal(hoe)
    if soort is str:
        return _tekst(hoe)
    return {Bedrag: _bedrag, Percentage: _percentage, date: _datum, bool: _waar_of_niet}[soort]


_GETAL_ALS_TEKST = Tekst(
    'is een tekst met een punt en twee decimalen, zoals "847.26"; een los getal is niet exact',
    'is a text with a point and two decimals, such as "847.26"; a bare number is not exact',
)
_BEDRAG_ONJUIST = Tekst(
    'is een bedrag met een punt en twee decimalen, zoals "847.26"; zonder letters, spaties of duizendpunten',
    'is an amount with a point and two decimals, such as "847.26"; without letters, spaces or thousands separators',
)
_MEERDUIDIG = Tekst(
    'kan meer dan één bedrag betekenen; schrijf een punt en twee decimalen, zoals "1234.00"',
    'can mean more than one amount; write a point and two decimals, such as "1234.00"',
)
_NEGATIEF = Tekst(
    "is nul of meer; een negatief bedrag bestaat hier niet", "is zero or more; no negative amount here"
)
_TE_HOOG = Tekst(
    "is hoogstens 999999999.99; controleer de komma", "is at most 999999999.99; check the decimal point"
)


def _bedrag(waarde: Any, plek: str, bezwaar: Bezwaar) -> Bedrag | None:
    if not isinstance(waarde, str):
        bezwaar("bedrag_onjuist", plek, _GETAL_ALS_TEKST)
        return None
    try:
        gelezen = Bedrag.lees(waarde)
    except ValueError:
        if re.fullmatch(r"-?[0-9]{1,3}([.,][0-9]{3})+", waarde):
            bezwaar("bedrag_meerduidig", plek, _MEERDUIDIG)
        else:
            bezwaar("bedrag_onjuist", plek, _BEDRAG_ONJUIST)
        return None
    if gelezen.centen < 0 or waarde.startswith("-"):
        bezwaar("bedrag_negatief", plek, _NEGATIEF)
        return None
    if gelezen.centen > HOOGSTE_BEDRAG.centen:
        bezwaar("bedrag_te_hoog", plek, _TE_HOOG)
        return None
    return gelezen


_PERCENTAGE_ONJUIST = Tekst(
    'is een percentage als tekst met een punt en hoogstens zes decimalen, zoals "8.0"',
    'is a percentage as text with a point and at most six decimals, such as "8.0"',
)


def _percentage(waarde: Any, plek: str, bezwaar: Bezwaar) -> Percentage | None:
    try:
        return Percentage.lees(waarde)
    except (ValueError, TypeError):
        bezwaar("percentage_onjuist", plek, _PERCENTAGE_ONJUIST)
        return None


_DATUM_ONJUIST = Tekst("is een bestaande datum als JJJJ-MM-DD", "is an existing date as YYYY-MM-DD")
_DATUM_BUITEN = Tekst(
    f"ligt buiten {EERSTE_DAG} tot en met {LAATSTE_DAG}; controleer het jaar",
    f"is outside {EERSTE_DAG} to {LAATSTE_DAG}; check the year",
)


def _datum(waarde: Any, plek: str, bezwaar: Bezwaar) -> date | None:
    if isinstance(waarde, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", waarde):
        try:
            gelezen = date.fromisoformat(waarde)
        except ValueError:
            pass
        else:
            if EERSTE_DAG <= gelezen <= LAATSTE_DAG:
                return gelezen
            bezwaar("datum_buiten_bereik", plek, _DATUM_BUITEN)
            return None
    bezwaar("datum_onjuist", plek, _DATUM_ONJUIST)
    return None


def _waar_of_niet(waarde: Any, plek: str, bezwaar: Bezwaar) -> bool | None:
    if isinstance(waarde, bool):
        return waarde
    bezwaar("keuze_onjuist", plek, Tekst("is true of false", "is true or false"))
    return None


def _getal(hoe: Gegeven) -> Lezer:
    wat = Tekst(
        f"is een geheel getal van {hoe.minstens} tot en met {hoe.hoogstens}",
        f"is a whole number from {hoe.minstens} to {hoe.hoogstens}",
    )

    def lees_getal(waarde: Any, plek: str, bezwaar: Bezwaar) -> int | None:
        if (
            isinstance(waarde, bool)
            or not isinstance(waarde, int)
            or not hoe.minstens <= waarde <= hoe.hoogstens
        ):
            bezwaar("getal_onjuist", plek, wat)
            return None
        return waarde

    return lees_getal


def _tekst(hoe: Gegeven) -> Lezer:
    hoogstens = hoe.hoogstens or 300
    wat = Tekst(
        f"is een tekst van {hoe.minstens} tot en met {hoogstens} leesbare tekens",
        f"is a text of {hoe.minstens} to {hoogstens} readable characters",
    )

    def lees_tekst(waarde: Any, plek: str, bezwaar: Bezwaar) -> str | None:
        goed = isinstance(waarde, str) and hoe.minstens <= len(waarde.strip()) and len(waarde) <= hoogstens
        if not goed or not waarde.isprintable():
            bezwaar("tekst_onjuist", plek, wat)
            return None
        return str(waarde)

    return lees_tekst


def _keuze(soort: type[StrEnum]) -> Lezer:
    per_naam = {str(deel): deel for deel in soort}
    namen = ", ".join(per_naam)
    wat = Tekst(f"is een van: {namen}", f"is one of: {namen}")

    def lees_keuze(waarde: Any, plek: str, bezwaar: Bezwaar) -> StrEnum | None:
        gekozen = per_naam.get(waarde) if isinstance(waarde, str) else None
        if gekozen is None:
            bezwaar("keuze_onjuist", plek, wat)
        return gekozen

    return lees_keuze


def _lijst(soort: Any, hoe: Gegeven) -> Lezer:
    lees_deel = _soortlezer(Invoerveld("", soort, True, None, Gegeven(Tekst("", ""), None, 1, 1000)))
    hoogstens = hoe.hoogstens or LANGSTE_LIJST
    wat = Tekst(f"is een lijst van {hoe.minstens} tot en met {hoogstens} delen", f"is a list of {hoe.minstens} to {hoogstens} items")  # fmt: skip

    def lees_lijst(waarde: Any, plek: str, bezwaar: Bezwaar) -> tuple[Any, ...] | None:
        if not isinstance(waarde, list) or not hoe.minstens <= len(waarde) <= hoogstens:
            bezwaar("lijst_onjuist", plek, wat)
            return None
        return tuple(lees_deel(deel, f"{plek}/{nummer}", bezwaar) for nummer, deel in enumerate(waarde))

    return lees_lijst


def _document(waarde: Any, plek: str, bezwaar: Bezwaar) -> Document | None:
    if isinstance(waarde, dict):
        return waarde
    bezwaar("object_onjuist", plek, Tekst("is een object met velden", "is an object with fields"))
    return None
