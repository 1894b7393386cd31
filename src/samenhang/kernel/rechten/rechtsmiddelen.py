"""What a resident is told that he can do against a decision on his objection (AVG art. 21): read once from the rules."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

from samenhang.kernel.basis.regelmap import regelmap
from samenhang.kernel.rechten.domain.rechtsmiddel import Rechtsmiddel, lees_rechtsmiddelen, rechtsmiddel_op


@cache
def _versies() -> tuple[Rechtsmiddel, ...]:
    return lees_rechtsmiddelen(
        tomllib.loads((regelmap() / "brieven" / "avg-besluit.toml").read_text("utf-8"))
    )


def rechtsmiddel_van(dag: date) -> Rechtsmiddel:
    """What holds for a decision of this day."""
    return rechtsmiddel_op(_versies(), dag)
