"""The work stock and dividing it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Invoer, Uitvoer
from samenhang.schemes.vroegsignalering import actions, queries

routes = Routes()


class Zoekvraag(Bladvraag):
    """Filters of the work stock."""

    stap: Annotated[
        str, Field(max_length=40, description="Alleen deze stap; leeg: alle behalve gesloten")
    ] = ""
    behandelaar: Annotated[
        str, Field(max_length=36, description="`mij`, `niemand` of het id van een collega")
    ] = ""
    prioriteit: Annotated[int | None, Field(ge=1, le=9)] = None
    zoek: Annotated[
        str, Field(max_length=200, description="Nummer, of naam, geboortedatum of adres in eigen zaken")
    ] = ""
    te_laat: Annotated[bool, Field(description="Alleen met een verstreken termijn")] = False


class WerkUit(Uitvoer):
    """One row of the work stock."""

    id: UUID
    nummer: str
    stap: str
    prioriteit: int
    naam: str
    adres: str
    behandelaar: str
    termijn: date | None
    geopend: datetime


@routes.get("/meldingen", summary="Werkvoorraad")
def meldingen(request: HttpRequest, vraag: Query[Zoekvraag]) -> Bladzijde[WerkUit]:
    """The cases of the organisation in the order of the published rules; `volgende` continues the list."""
    rijen = queries.werkvoorraad(actor_van_verzoek(request), queries.Filter(**vraag.model_dump()))
    return Bladzijde(
        items=[
            WerkUit(
                id=rij.id, nummer=rij.nummer, stap=rij.stap, prioriteit=rij.prioriteit, naam=rij.naam, adres=rij.adres,
                behandelaar=rij.behandelaar, termijn=rij.termijn, geopend=rij.geopend,
            )
            for rij in rijen
        ],
        volgende=rijen[-1].bladwijzer if len(rijen) == vraag.aantal else None,
    )  # fmt: skip


class ToewijzingIn(Invoer):
    """Cases, a colleague (empty: release) and why."""

    meldingen: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    medewerker: UUID | None = None
    reden: Annotated[str, Field(max_length=300)]


class VorigeUit(Uitvoer):
    """Who treated a case before; null: nobody."""

    melding: UUID
    medewerker: UUID | None


class ToewijzingUit(Uitvoer):
    """What was before, so that it can be undone."""

    vorige: list[VorigeUit]


@routes.post("/toewijzingen", summary="Toewijzen of vrijgeven", fouten=(404, 409))
def toewijzen(request: HttpRequest, invoer: ToewijzingIn) -> ToewijzingUit:
    """Assign cases to a colleague or release them; `vorige` allows to undo."""
    vorige = actions.wijs_toe(actor_van_verzoek(request), invoer.meldingen, invoer.medewerker, invoer.reden)
    return ToewijzingUit(vorige=[VorigeUit(melding=zaak, medewerker=wie) for zaak, wie in vorige.items()])
