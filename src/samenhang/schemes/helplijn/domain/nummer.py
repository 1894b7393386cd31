"""The telephone number of the line, with where it is from. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

STATUSSEN: Final = ("bevestigd", "ongeverifieerd", "beleid")
_VORM: Final = re.compile(r"0[0-9]{2,3}-?[0-9]{4,7}")


@dataclass(frozen=True, slots=True)
class Lijnnummer:
    """A number from a day on. `status` is "bevestigd", "ongeverifieerd" or "beleid" (the line's own)."""

    vanaf: date
    nummer: str
    naam: str
    bron: str
    status: str

    @property
    def te_bellen(self) -> str:
        """As a link to call has it: digits only."""
        return self.nummer.replace("-", "")


def lees_nummers(document: Mapping[str, Any]) -> tuple[Lijnnummer, ...]:
    """The numbers of a document, the oldest first; `ValueError` for one that is no number, has no status or shares a day."""
    rijen = (
        Lijnnummer(rij["vanaf"], rij["nummer"], rij["naam"], rij["bron"], rij["status"])
        for rij in document.get("nummer", [])
    )
    nummers = tuple(sorted(rijen, key=lambda rij: rij.vanaf))
    if len({rij.vanaf for rij in nummers}) < len(nummers):
        raise ValueError("twee nummers van de lijn gaan in op dezelfde dag")
    for rij in nummers:
        if not _VORM.fullmatch(rij.nummer) or rij.status not in STATUSSEN:
            raise ValueError(
                f"nummer van de lijn vanaf {rij.vanaf}: geen nummer, of geen status uit {', '.join(STATUSSEN)}"
            )
    return nummers


def nummer_op(nummers: Iterable[Lijnnummer], dag: date) -> Lijnnummer | None:
    """The number that holds on a day; None before the first."""
    geldend = [rij for rij in nummers if rij.vanaf <= dag]
    return geldend[-1] if geldend else None
