"""An arrangement by saving or without capacity, as models."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from samenhang.api.schemas import BedragTekst, Uitvoer


class SpaarmaandUit(Uitvoer):
    """A month: what it asks and what of it was saved; `vervalt` counts an agreement about arrears."""

    nummer: int
    vervalt: date
    bedrag: BedragTekst
    gespaard: BedragTekst


class HercontroleUit(Uitvoer):
    """A check of capacity; `hash` is that of its calculation."""

    op: date
    capaciteit: BedragTekst
    toelichting: str
    hash: str


class UitdelingUit(Uitvoer):
    """What a creditor got of what was saved."""

    op: date
    schuldeiser: str
    rang: str
    bedrag: BedragTekst


class SpaarregelingUit(Uitvoer):
    """The arrangement as it stands today."""

    soort: Annotated[str, Field(examples=["SB"])]
    ingang: date
    einde: date
    hercontrole_maanden: int
    gespaard: BedragTekst
    verwacht: BedragTekst
    uitgekeerd: BedragTekst
    achterstand: BedragTekst
    achter_sinds: date | None
    maanden: list[SpaarmaandUit]
    hercontroles: list[HercontroleUit]
    uitdelingen: list[UitdelingUit]
