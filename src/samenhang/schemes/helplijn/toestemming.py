"""The texts of consent of this deployment."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

from samenhang.kernel.basis.regelmap import regelmap
from samenhang.schemes.helplijn.domain.toestemming import Toestemmingstekst, lees_teksten, tekst_op


@cache
def _teksten() -> tuple[Toestemmingstekst, ...]:
    return lees_teksten(tomllib.loads((regelmap() / "helplijn" / "toestemming.toml").read_text("utf-8")))


def toestemmingstekst(dag: date) -> Toestemmingstekst:
    """The text that is read out on a day."""
    return tekst_op(_teksten(), dag)
