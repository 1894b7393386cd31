"""Doubtful pairs."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Invoer, Uitvoer
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.models import SignaalNaam

routes = Routes()


class Kant(Uitvoer):
    """One side of a pair, as the partner sent it."""

    partner: str
    voorletters: str
    voornaam: str
    tussenvoegsel: str
    achternaam: str
    geboortedatum: date | None
    straat: str
    huisnummer: int
    postcode: str
    woonplaats: str

    @classmethod
    def van(cls, naam: SignaalNaam, partner: str) -> Kant:
        """From the name row of a signal."""
        velden = {veld: getattr(naam, veld) for veld in cls.model_fields if veld != "partner"}
        return cls(partner=partner, **velden)


class PaarUit(Uitvoer):
    """Two signals that may be of one person."""

    id: UUID
    zekerheid: Annotated[float, Field(ge=0, le=1, examples=[0.74])]
    links: Kant
    rechts: Kant


@routes.get("/twijfelparen", summary="Twijfelparen")
def twijfelparen(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[PaarUit]:
    """Pairs that wait for a judgement, the most likely first."""
    paren = queries.twijfelparen(actor_van_verzoek(request), vraag.aantal, vraag.na)
    return Bladzijde(
        items=[
            PaarUit(
                id=paar.id,
                zekerheid=paar.zekerheid,
                links=Kant.van(paar.links, paar.links_partner),
                rechts=Kant.van(paar.rechts, paar.rechts_partner),
            )
            for paar in paren
        ],
        volgende=paren[-1].bladwijzer if len(paren) == vraag.aantal else None,
    )


class OordeelIn(Invoer):
    """Whether both are one person."""

    zelfde: bool


class OordeelUit(Uitvoer):
    """The judgement that now stands."""

    id: UUID
    zelfde: bool


@routes.post("/twijfelparen/{id}/oordeel", summary="Twijfelpaar beoordelen")
def oordeel(request: HttpRequest, id: UUID, invoer: OordeelIn) -> OordeelUit:
    """Judge a pair; it is never asked again."""
    actions.beoordeel(actor_van_verzoek(request), id, invoer.zelfde)
    return OordeelUit(id=id, zelfde=invoer.zelfde)
