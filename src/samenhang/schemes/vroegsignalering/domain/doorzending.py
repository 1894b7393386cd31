"""The hand-over to another municipality when the resident moved there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from samenhang.schemes.vroegsignalering.domain.aanmelding import NAW, SIGNAAL, ZAAK


@dataclass(frozen=True, slots=True)
class Doorzending:
    """A signal that belongs to another municipality: it goes on by telephone or secure mail (DDAS).

    Arrears are (partner kind, amount) pairs; the partner itself only hears that he is no resident here.
    """

    meldingnummer: str = field(metadata=ZAAK)
    naar_gemeente: str = field(metadata=NAW)
    naam: str = field(metadata=NAW)
    geboortedatum: date | None = field(metadata=NAW)
    achterstanden: tuple[tuple[str, str], ...] = field(metadata=SIGNAAL)
