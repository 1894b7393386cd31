"""`/berichten`: the messages to and from creditors; and which creditor gets them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.berichten import zet_op_knooppunt
from samenhang.schemes.schuldhulp.berichtdocument import als_berichten

routes = Routes()


class KnooppuntberichtUit(Uitvoer):
    """A message. `vervalt`: the last day on which it lies at the node unfetched; `uitkomst`: why it was not processed."""

    id: UUID
    zaak: UUID
    zaaknummer: str
    schuldeiser: str
    uitgaand: bool
    soort: str
    stand: str
    gemaakt: datetime
    vervalt: date | None
    uiterlijk: date | None
    let_op: bool
    uitkomst: str


class KnooppuntberichtenUit(Uitvoer):
    """The messages, what asks for attention first, and how the last round along the node went."""

    aangesloten: bool
    opgehaald: datetime | None
    achter: bool
    storing: str | None
    berichten: list[KnooppuntberichtUit]


class KnooppuntdeelnameIn(Invoer):
    """Whether the creditor gets messages, and his registration number when it is not known yet."""

    aan: bool
    kvk: Annotated[str, Field(max_length=20, examples=["12345678"])] = ""


class KnooppuntdeelnameUit(Uitvoer):
    """A creditor, and whether he gets messages."""

    id: UUID
    naam: str
    kvk: str
    krijgt_berichten: bool


@routes.get("/berichten", summary="Berichten aan en van schuldeisers")
def knooppuntberichten(request: HttpRequest) -> KnooppuntberichtenUit:
    """The messages of this municipality with how each stands; what it says is with the case."""
    return KnooppuntberichtenUit.model_validate(als_berichten(queries.berichten(actor_van_verzoek(request))))


@routes.post("/schuldeisers/{id}/knooppunt", summary="Schuldeiser op het knooppunt zetten", status=201)
def zet_schuldeiser_op_knooppunt(
    request: HttpRequest, id: UUID, invoer: KnooppuntdeelnameIn
) -> KnooppuntdeelnameUit:
    """Let a creditor get messages through the node, or no longer."""
    rij = zet_op_knooppunt(actor_van_verzoek(request), id, invoer.aan, invoer.kvk)
    return KnooppuntdeelnameUit(id=rij.id, naam=rij.naam, kvk=rij.kvk, krijgt_berichten=rij.knooppunt)
