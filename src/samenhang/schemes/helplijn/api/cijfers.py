"""`/cijfers`: what the line counted, with small numbers protected."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.schemes.helplijn.cijferdocument import als_document
from samenhang.schemes.helplijn.queries.cijfers import lijncijfers

routes = Routes()
Aantal = Annotated[int | None, Field(description="null: te klein om te tonen")]


class Lijncijfervraag(Invoer):
    """As of which day; empty is now."""

    peildatum: Dag | None = None


class LijngemeenteUit(Uitvoer):
    """One municipality in one month."""

    gemeentecode: str
    gemeente: str
    contacten: Aantal
    overdrachten: Aantal
    bereikt: Aantal


class LijnmaandUit(Uitvoer):
    """One month of the line."""

    maand: Annotated[str, Field(examples=["2026-10"])]
    peildatum: date
    contacten: Aantal
    uitgangen: dict[str, int | None]
    redenen: dict[str, int | None]
    peildatum_overdrachten: date
    overdrachten: Aantal
    standen: dict[str, int | None]
    gemeenten: list[LijngemeenteUit]


class LijncijfersUit(Uitvoer):
    """Months that are over, the oldest first."""

    tot: date
    peildatums: Annotated[
        list[date], Field(description="Dagen waarop cijfers zijn vastgesteld, de laatste eerst")
    ]
    maanden: list[LijnmaandUit]


@routes.get("/cijfers", summary="Cijfers van de lijn")
def lijncijfers_per_maand(request: HttpRequest, vraag: Query[Lijncijfervraag]) -> LijncijfersUit:
    """Contacts, reasons, ways on and hand-overs, per month and municipality, as they stood published on a day."""
    gevonden = lijncijfers(actor_van_verzoek(request), vraag.peildatum)
    return LijncijfersUit.model_validate(als_document(gevonden))
