"""What the credit bank gets with the application for a credit and its guarantee: nothing more than it needs. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

DOEL: Final = "kredietaanvraag"
AAN: Final = "kredietbank"


@dataclass(frozen=True, slots=True)
class Kredietaanvraag:
    """An application as it goes to the credit bank; amounts are texts with two decimals.

    `uitbetalingen` are (creditor, amount) pairs: whom the bank pays at once, against final discharge.
    """

    zaaknummer: str = field(metadata={"categorie": ""})
    naam: str = field(metadata={"categorie": "naw"})
    geboortedatum: date | None = field(metadata={"categorie": "naw"})
    adres: str = field(metadata={"categorie": "naw"})
    telefoon: str = field(metadata={"categorie": "contact"})
    email: str = field(metadata={"categorie": "contact"})
    netto_kredietsom: str = field(metadata={"categorie": "rekensom"})
    bruto_kredietsom: str = field(metadata={"categorie": "rekensom"})
    maandtermijn: str = field(metadata={"categorie": "rekensom"})
    looptijd_maanden: int = field(metadata={"categorie": "rekensom"})
    effectief_jaarpercentage: str = field(metadata={"categorie": "rekensom"})
    uitbetalingen: tuple[tuple[str, str], ...] = field(metadata={"categorie": "schulden"})
