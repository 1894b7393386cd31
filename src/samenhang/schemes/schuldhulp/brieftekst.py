"""The texts of decisions and letters of this deployment."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from typing import Any

from samenhang.kernel.basis.regelmap import regelmap
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.schemes.schuldhulp.domain.brieven import (
    Afzender,
    Brieftekst,
    afzender_op,
    lees_afzenders,
    lees_teksten,
)


@cache
def teksten() -> tuple[Brieftekst, ...]:
    """The texts of this deployment."""
    return lees_teksten(_bestand())


def afzender_van(gemeente: Organisatie, dag: date) -> Afzender | None:
    """How the municipality is reached on a day, as it stands in the file; None while it does not."""
    return afzender_op(_afzenders(), gemeente.gemeentecode or "", dag)


@cache
def _afzenders() -> tuple[Afzender, ...]:
    return lees_afzenders(_bestand())


def _bestand() -> dict[str, Any]:
    return tomllib.loads((regelmap() / "brieven" / "schuldhulp.toml").read_text("utf-8"))
