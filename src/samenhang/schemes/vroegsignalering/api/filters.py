"""Filters of the work stock that someone keeps for himself."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Invoer, Uitvoer, geblader
from samenhang.kernel.zaken.models import BewaardFilter
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.api.werkvoorraad import Meldingsoort, Partnersoort, Volgorde
from samenhang.schemes.vroegsignalering.queries import Filter

routes = Routes()


class FilterIn(Invoer):
    """A filter to keep."""

    naam: Annotated[str, Field(min_length=1, max_length=60)]
    stap: Annotated[str, Field(max_length=40)] = ""
    behandelaar: Annotated[str, Field(max_length=36)] = ""
    prioriteit: Annotated[int | None, Field(ge=1, le=9)] = None
    soort: Meldingsoort = ""
    partner: Partnersoort = ""
    te_laat: bool = False
    volgorde: Volgorde = "prioriteit"
    kolommen: Annotated[list[Annotated[str, Field(max_length=20)]], Field(max_length=10)] = []


class FilterUit(Uitvoer):
    """A saved filter."""

    id: UUID
    naam: str
    standaard: bool
    stap: str
    behandelaar: str
    prioriteit: int | None
    soort: str
    partner: str
    te_laat: bool
    volgorde: str
    kolommen: list[str]

    @classmethod
    def van(cls, rij: BewaardFilter) -> FilterUit:
        """From the row; what was not chosen has its default."""
        leeg: dict[str, Any] = {
            "stap": "",
            "behandelaar": "",
            "prioriteit": None,
            "soort": "",
            "partner": "",
            "te_laat": False,
            "volgorde": "prioriteit",
            "kolommen": [],
        }
        waarden = leeg | rij.waarden
        return cls(id=rij.id, naam=rij.naam, standaard=rij.standaard, **waarden)


@routes.get("/filters", summary="Mijn filters")
def filters(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[FilterUit]:
    """The filters that the caller saved."""
    blad, volgende = geblader(queries.mijn_filters(actor_van_verzoek(request)), vraag)
    return Bladzijde(items=[FilterUit.van(rij) for rij in blad], volgende=volgende)


@routes.post("/filters", summary="Filter bewaren", status=201)
def filter_bewaren(request: HttpRequest, invoer: FilterIn) -> FilterUit:
    """Keep a filter under a name of one's own."""
    velden = invoer.model_dump(exclude={"naam", "kolommen"})
    return FilterUit.van(
        actions.bewaar_filter(actor_van_verzoek(request), invoer.naam, Filter(**velden), invoer.kolommen)
    )


class NaamIn(Invoer):
    """Another name."""

    naam: Annotated[str, Field(min_length=1, max_length=60)]


@routes.post("/filters/{id}/hernoemen", summary="Filter hernoemen")
def filter_hernoemen(request: HttpRequest, id: UUID, invoer: NaamIn) -> FilterUit:
    """Give one's own filter another name."""
    return FilterUit.van(actions.hernoem_filter(actor_van_verzoek(request), id, invoer.naam))


class StandaardIn(Invoer):
    """Whether the work stock opens with it."""

    standaard: bool = True


@routes.post("/filters/{id}/standaard", summary="Standaardfilter kiezen")
def filter_standaard(request: HttpRequest, id: UUID, invoer: StandaardIn) -> FilterUit:
    """Open the work stock with this filter from now on, or no longer."""
    return FilterUit.van(actions.maak_standaard(actor_van_verzoek(request), id, invoer.standaard))


class Weg(Uitvoer):
    """What was removed."""

    id: UUID


@routes.post("/filters/{id}/verwijderen", summary="Filter verwijderen")
def filter_verwijderen(request: HttpRequest, id: UUID) -> Weg:
    """Remove one's own filter."""
    actions.verwijder_filter(actor_van_verzoek(request), id)
    return Weg(id=id)
