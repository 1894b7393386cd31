"""Why people call, as a dated list that a team changes without a release. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenhang.kernel.basis import Tekst


@dataclass(frozen=True, slots=True)
class Redenenlijst:
    """The reasons from which a worker chooses, from a day on, with where they come from."""

    vanaf: date
    bron: str
    status: str
    redenen: Mapping[str, Tekst]


def lees_redenen(document: Mapping[str, Any]) -> tuple[Redenenlijst, ...]:
    """The lists of a document, the oldest first; `ValueError` on an empty list or two of one day."""
    lijsten = tuple(
        sorted(
            (
                Redenenlijst(
                    rij["vanaf"],
                    rij["bron"],
                    rij["status"],
                    {reden["naam"]: Tekst(reden["nl"], reden["en"]) for reden in rij["reden"]},
                )
                for rij in document["lijst"]
            ),
            key=lambda lijst: lijst.vanaf,
        )
    )
    dagen = [lijst.vanaf for lijst in lijsten]
    if not lijsten or any(not lijst.redenen for lijst in lijsten) or len(set(dagen)) < len(dagen):
        raise ValueError("een lijst van redenen is leeg, of twee gaan in op dezelfde dag")
    return lijsten


def redenen_op(lijsten: Iterable[Redenenlijst], dag: date) -> Redenenlijst:
    """The list that holds on a day; `LookupError` when none does yet."""
    geldend = [lijst for lijst in lijsten if lijst.vanaf <= dag]
    if not geldend:
        raise LookupError(f"geen redenenlijst op {dag}")
    return geldend[-1]


def alle_titels(lijsten: Iterable[Redenenlijst]) -> dict[str, Tekst]:
    """What every reason that ever was in a list is called, in its newest wording: old contacts keep old reasons."""
    return {naam: tekst for lijst in lijsten for naam, tekst in lijst.redenen.items()}
