"""The lists of reasons of this deployment."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

from samenhang.kernel.basis.regelmap import regelmap
from samenhang.schemes.helplijn.domain.redenen import Redenenlijst, lees_redenen, redenen_op


@cache
def lijsten() -> tuple[Redenenlijst, ...]:
    """All of them, the oldest first."""
    return lees_redenen(tomllib.loads((regelmap() / "helplijn" / "redenen.toml").read_text("utf-8")))


def redenen_van(dag: date) -> Redenenlijst:
    """The list that holds on a day."""
    return redenen_op(lijsten(), dag)
