"""The wire form of inputs and outcomes: amounts with two decimals, days ISO, names as they are. Pure.

How a dataclass is written follows from its types and is worked out once: a calculation writes hundreds of amounts.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from operator import attrgetter
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from samenhang.kernel.basis import Bedrag
from samenhang.schemes.schuldhulp.domain.getallen import Percentage

Schrijver = Callable[[Any], Any]
_SCHRIJVERS: dict[type[Any], Schrijver] = {}


def als_document(waarde: Any) -> dict[str, Any]:
    """The document of a dataclass."""
    return schrijver(type(waarde))(waarde)  # type: ignore[no-any-return]  # a dataclass becomes an object


def schrijver(soort: type[Any]) -> Schrijver:
    """The function that writes a dataclass."""
    if soort not in _SCHRIJVERS:
        _SCHRIJVERS[soort] = _objectschrijver(soort)
    return _SCHRIJVERS[soort]


def _objectschrijver(soort: type[Any]) -> Schrijver:
    """First every field as it is, then those that are written otherwise: most are texts already."""
    hints = get_type_hints(soort)
    namen = tuple(deel.name for deel in dataclasses.fields(soort))
    anders = tuple((naam, schrijf) for naam in namen if (schrijf := _veldschrijver(hints[naam])))
    lees = attrgetter(*namen) if len(namen) > 1 else lambda waarde: (getattr(waarde, namen[0]),)

    def schrijf_object(waarde: Any) -> dict[str, Any]:
        uit = dict(zip(namen, lees(waarde), strict=True))
        for naam, schrijf in anders:
            uit[naam] = schrijf(uit[naam])
        return uit

    return schrijf_object


def _veldschrijver(soort: Any) -> Schrijver | None:
    """How a value of this type is written; None for what is written as it is."""
    if get_origin(soort) in (Union, UnionType):
        schrijf = _veldschrijver(next(keus for keus in get_args(soort) if keus is not type(None)))
        return schrijf and _als_het_er_is(schrijf)
    if get_origin(soort) is tuple:
        return _lijst(_veldschrijver(get_args(soort)[0]))
    if soort in (str, int, bool) or get_origin(soort) is dict:
        return None
    if soort is Bedrag:
        return Bedrag.draad
    if soort is date:
        return date.isoformat
    if soort is Percentage or (isinstance(soort, type) and issubclass(soort, StrEnum)):
        return str
    if dataclasses.is_dataclass(soort) and isinstance(soort, type):
        return schrijver(soort)
    raise TypeError(f"{soort} heeft geen vorm op de draad")


def _als_het_er_is(schrijf: Schrijver) -> Schrijver:
    return lambda waarde: None if waarde is None else schrijf(waarde)


def _lijst(schrijf: Schrijver | None) -> Schrijver:
    if schrijf is None:
        return list
    return lambda waarden: [schrijf(waarde) for waarde in waarden]
