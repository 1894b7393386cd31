"""What one can do against a decision on what was asked under AVG art. 15-22: which text holds on a day. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenhang.kernel.basis import Tekst


@dataclass(frozen=True, slots=True)
class Rechtsmiddel:
    """The remedy from a day on: the sentence of a page, the one of a letter, and the articles on which they rest."""

    vanaf: date
    artikel: str
    status: str
    pagina: Tekst
    brief: Tekst


def lees_rechtsmiddelen(document: Mapping[str, Any]) -> tuple[Rechtsmiddel, ...]:
    """The versions of the file; raises `KeyError` naming what is missing, for who changed them."""
    return tuple(
        Rechtsmiddel(
            rij["vanaf"],
            rij["artikel"],
            rij["status"],
            *(Tekst(rij[vorm]["nl"], rij[vorm]["en"]) for vorm in ("pagina", "brief")),
        )
        for rij in document["rechtsmiddel"]
    )


def rechtsmiddel_op(versies: Sequence[Rechtsmiddel], dag: date) -> Rechtsmiddel:
    """The version that holds on a day; raises `LookupError` when none does."""
    geldig = [versie for versie in versies if versie.vanaf <= dag]
    if not geldig:
        raise LookupError(f"geen rechtsmiddel op {dag}")
    return max(geldig, key=lambda versie: versie.vanaf)
