"""A case that needs a Zorg- en Veiligheidshuis: what of it may go there at most, and as what it goes. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

OPSCHALING: Final = "opschaling"
"""The kind of hand-over, and the purpose for which it is decided."""
GAAT_MEE: Final = ("wonen", "inkomen", "onderwijs", "hulp", "gezondheid", "veiligheid")
"""The domains that may go (Besluit WGS art. 2.30). Debts are not among them: only that there are any may go, and that
is not kept apart from what they are."""
VRAAGT_AKKOORD: Final = frozenset({"hulp", "gezondheid"})
"""Special data: these go with the agreement of whom they came from only (WGS art. 2.28 lid 4, 2.29 lid 2 en 3)."""
WET: Final = "WGS art. 2.28 lid 4 en 2.29"
_ZAAK: Final = {"categorie": ""}
_NAW: Final = {"categorie": "naw"}
_CONTACT: Final = {"categorie": "contact"}
Punten = tuple[tuple[str, str], ...]
"""Of each point of attention its text and whom it came from."""


@dataclass(frozen=True, slots=True)
class Opgeschaald:
    """One person for whom a Zorg- en Veiligheidshuis is asked: who, why, what he was told, and only what was chosen.

    `noodzaak` says of each kind of data that goes along why it is needed.
    """

    zaaknummer: str = field(metadata=_ZAAK)
    naam: str = field(metadata=_NAW)
    geboortedatum: date | None = field(metadata=_NAW)
    adres: str = field(metadata=_NAW)
    telefoon: str = field(metadata=_CONTACT)
    email: str = field(metadata=_CONTACT)
    waarom: str = field(metadata=_NAW)
    verteld_op: date = field(metadata=_NAW)
    verteld_hoe: str = field(metadata=_NAW)
    noodzaak: tuple[tuple[str, str], ...] = field(metadata=_NAW)
    wonen: Punten = field(metadata={"categorie": "wonen"}, default=())
    inkomen: Punten = field(metadata={"categorie": "inkomen"}, default=())
    onderwijs: Punten = field(metadata={"categorie": "onderwijs"}, default=())
    hulp: Punten = field(metadata={"categorie": "hulp"}, default=())
    gezondheid: Punten = field(metadata={"categorie": "gezondheid"}, default=())
    veiligheid: Punten = field(metadata={"categorie": "veiligheid"}, default=())
