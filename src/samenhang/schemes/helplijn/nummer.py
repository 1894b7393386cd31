"""On which number residents reach the line, as dated data."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

from samenhang.kernel.basis.regelmap import regelmap
from samenhang.schemes.helplijn.domain.nummer import Lijnnummer, lees_nummers, nummer_op


@cache
def _nummers() -> tuple[Lijnnummer, ...]:
    return lees_nummers(tomllib.loads((regelmap() / "helplijn" / "nummer.toml").read_text("utf-8")))


def lijnnummer(dag: date) -> Lijnnummer | None:
    """The number on a day; None when no line is known then."""
    return nummer_op(_nummers(), dag)
