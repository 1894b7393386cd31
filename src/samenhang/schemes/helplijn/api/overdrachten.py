"""`/overdrachten`: every operation calls the action of the page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.handelingen import bied_aan
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Invoer, Uitvoer
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.schemes.helplijn.actions.overdracht import draag_warm_over
from samenhang.schemes.helplijn.domain.overdracht import WENS_HOOGSTENS, Overdrachtsinvoer
from samenhang.schemes.helplijn.handelingen import HANDELINGEN
from samenhang.schemes.helplijn.queries.overdrachten import overdrachten

routes = Routes()
Nummer = Annotated[str, Field(max_length=20, examples=["HL26-7K3M9QT"])]


class WarmeOverdrachtIn(Invoer):
    """What a caller tells after he said yes."""

    toestemming: Annotated[bool, Field(description="De tekst is voorgelezen en de beller zei ja")]
    naam: Annotated[str, Field(max_length=200)]
    wens: Annotated[str, Field(max_length=WENS_HOOGSTENS, description="Waar de beller hulp bij wil")]
    telefoon: Annotated[str, Field(max_length=80, examples=["0612345678"])] = ""
    email: Annotated[str, Field(max_length=254)] = ""


class OverdrachtGemaakt(Uitvoer):
    """A hand-over that was made."""

    id: UUID
    nummer: Nummer
    stap: str


class LijnoverdrachtUit(Uitvoer):
    """How a hand-over stands; nothing of the caller."""

    id: UUID
    nummer: Nummer
    gemeentecode: str
    gemeente: str
    dringend: bool
    gemaakt: datetime
    stand: str
    sinds: datetime
    vervalt: date


class LijnoverdrachtenUit(Bladzijde[LijnoverdrachtUit]):
    """A page of hand-overs, the newest first."""

    totaal: int
    volgende: str | None


class Overdrachtvraag(Bladvraag):
    """Which hand-overs: of one state, or all."""

    stand: Annotated[str, Field(max_length=20)] = ""


@routes.post(
    "/contacten/{id}/overdracht", summary="Warm overdragen aan de gemeente", status=201, fouten=(404, 409)
)
def draag_over(request: HttpRequest, id: UUID, invoer: WarmeOverdrachtIn) -> OverdrachtGemaakt:
    """Ask the municipality of this contact to call the caller."""
    zaak = draag_warm_over(
        actor_van_verzoek(request),
        id,
        Overdrachtsinvoer(invoer.toestemming, invoer.naam, invoer.wens, invoer.telefoon, invoer.email),
    )
    return OverdrachtGemaakt(id=zaak.id, nummer=zaak.nummer, stap=zaak.stap)


@routes.get("/overdrachten", summary="Warme overdrachten")
def overdrachtlijst(request: HttpRequest, vraag: Query[Overdrachtvraag]) -> LijnoverdrachtenUit:
    """The hand-overs of this line, without callers."""
    begin = int(str(lees_bladwijzer(vraag.na, int)[0])) if vraag.na else 0
    rijen, totaal = overdrachten(
        actor_van_verzoek(request), stand=vraag.stand, begin=begin, aantal=vraag.aantal
    )
    einde = begin + len(rijen)
    return LijnoverdrachtenUit(
        items=[
            LijnoverdrachtUit(
                id=rij.id,
                nummer=rij.nummer,
                gemeentecode=rij.gemeentecode,
                gemeente=rij.gemeente,
                dringend=rij.dringend,
                gemaakt=rij.gemaakt,
                stand=rij.stand,
                sinds=rij.sinds,
                vervalt=rij.vervalt,
            )
            for rij in rijen
        ],
        totaal=totaal,
        volgende=bladwijzer(einde) if einde < totaal else None,
    )


bied_aan(routes, "/overdrachten", HANDELINGEN.values(), voor="lijn")
