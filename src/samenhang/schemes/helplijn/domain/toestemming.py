"""The text that is read out before anything of a caller is written down, as dated versions. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenhang.kernel.basis import Tekst


@dataclass(frozen=True, slots=True)
class Toestemmingstekst:
    """One version, from a day on, with where it comes from."""

    versie: str
    vanaf: date
    bron: str
    status: str
    tekst: Tekst


def lees_teksten(document: Mapping[str, Any]) -> tuple[Toestemmingstekst, ...]:
    """The versions of a document, the oldest first; `ValueError` when two share a day or a name, or there is none."""
    rijen = (
        Toestemmingstekst(
            rij["versie"], rij["vanaf"], rij["bron"], rij["status"], Tekst(rij["nl"], rij["en"])
        )
        for rij in document["tekst"]
    )
    teksten = tuple(sorted(rijen, key=lambda tekst: tekst.vanaf))
    eigen = {(tekst.versie, tekst.vanaf) for tekst in teksten}
    if not teksten or any(len({deel[plek] for deel in eigen}) < len(teksten) for plek in (0, 1)):
        raise ValueError("er is geen toestemmingstekst, of twee delen een naam of een dag")
    return teksten


def tekst_op(teksten: Iterable[Toestemmingstekst], dag: date) -> Toestemmingstekst:
    """The version that is read out on a day; `LookupError` when there is none yet."""
    geldend = [tekst for tekst in teksten if tekst.vanaf <= dag]
    if not geldend:
        raise LookupError(f"geen toestemmingstekst op {dag}")
    return geldend[-1]
