"""The texts of decisions and letters of this deployment."""

from __future__ import annotations

import tomllib
from functools import cache

from samenhang.kernel.basis.regelmap import regelmap
from samenhang.schemes.schuldhulp.domain.brieven import Brieftekst, lees_teksten


@cache
def teksten() -> tuple[Brieftekst, ...]:
    """The texts of this deployment."""
    return lees_teksten(tomllib.loads((regelmap() / "brieven" / "schuldhulp.toml").read_text("utf-8")))
