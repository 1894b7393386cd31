"""`/api/v1/briefadres`: every operation calls the action of the page."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from briefadres import actions, queries
from briefadres.handelingen import HANDELINGEN
from django.http import HttpRequest
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.handelingen import bied_aan
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer

routes = Routes()
router = routes.router


class AanvraagUit(Uitvoer):
    """An application."""

    id: UUID
    nummer: Annotated[str, Field(examples=["BA26-7K3M9QT"])]
    stap: Annotated[str, Field(examples=["aangevraagd"])]
    naam: str
    plek: str
    toegekend: bool | None

    @classmethod
    def van(cls, beeld: queries.Aanvraagbeeld) -> AanvraagUit:
        """From the view."""
        zaak = beeld.zaak
        return cls(
            id=zaak.id,
            nummer=zaak.nummer,
            stap=zaak.stap,
            naam=beeld.naam,
            plek=beeld.plek,
            toegekend=beeld.toegekend,
        )


class Aanvragen(Uitvoer):
    """The applications of the organisation."""

    aanvragen: list[AanvraagUit]


class AanvraagIn(Invoer):
    """Who applies."""

    voorletters: Annotated[str, Field(max_length=40)] = ""
    achternaam: Annotated[str, Field(min_length=1, max_length=200)]


@routes.get("/aanvragen", summary="Aanvragen")
def aanvragen(request: HttpRequest) -> Aanvragen:
    """All applications, oldest first."""
    return Aanvragen(aanvragen=[AanvraagUit.van(b) for b in queries.aanvragen(actor_van_verzoek(request))])


@routes.post("/aanvragen", summary="Briefadres aanvragen", status=201)
def vraag_aan(request: HttpRequest, invoer: AanvraagIn) -> AanvraagUit:
    """Someone applies."""
    actor = actor_van_verzoek(request)
    zaak = actions.vraag_aan(actor, actions.Aanvraag(invoer.voorletters, invoer.achternaam))
    return AanvraagUit.van(queries.aanvraag(actor, zaak.id))


@routes.get("/aanvragen/{id}", summary="Eén aanvraag")
def aanvraag(request: HttpRequest, id: UUID) -> AanvraagUit:
    """One application."""
    return AanvraagUit.van(queries.aanvraag(actor_van_verzoek(request), id))


bied_aan(routes, "/aanvragen", HANDELINGEN.values())
