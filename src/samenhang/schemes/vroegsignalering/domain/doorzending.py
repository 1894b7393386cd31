"""The hand-over to another municipality when the resident moved there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Doorzending:
    """A signal that belongs to another municipality: it goes on by telephone or secure mail (DDAS).

    Arrears are (partner kind, amount) pairs; the partner itself only hears that he is no resident here.
    """

    meldingnummer: str
    naar_gemeente: str
    naam: str
    geboortedatum: date | None
    achterstanden: tuple[tuple[str, str], ...]
