"""`/contacten`: every operation calls the action of the page."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Invoer, Uitvoer
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.schemes.helplijn.actions.contact import leg_contact_vast
from samenhang.schemes.helplijn.domain.contact import Contactinvoer
from samenhang.schemes.helplijn.queries.contacten import (
    Contactregel,
    Stand,
    contact_bij,
    contacten,
    zoek_contact,
)

routes = Routes()
Nummer = Annotated[str, Field(max_length=20, examples=["HL26-7K3M9QT"])]


class NieuwContactIn(Invoer):
    """One contact, without anything of the caller."""

    kanaal: Annotated[str, Field(max_length=20, examples=["telefoon"])]
    redenen: Annotated[list[Annotated[str, Field(max_length=40)]], Field(max_length=20, examples=[["rekeningen"]])]  # fmt: skip
    uitgang: Annotated[str, Field(max_length=20, examples=["zelf"])]
    postcode: Annotated[
        str, Field(max_length=40, description="Vier cijfers; wordt een gemeente en is daarna vergeten")
    ] = ""
    gemeente: Annotated[str, Field(max_length=10, description="Gemeentecode", examples=["0363"])] = ""
    dreigingen: Annotated[list[Annotated[str, Field(max_length=40)]], Field(max_length=20)] = []
    gevraagd: datetime | None = None


class ContactGemaakt(Uitvoer):
    """A contact that was recorded."""

    id: UUID
    nummer: Nummer
    moment: datetime
    gemeentecode: str


class ContactUit(Uitvoer):
    """A contact; nothing of the caller."""

    id: UUID
    nummer: Nummer
    moment: datetime
    gevraagd: datetime
    kanaal: str
    gemeentecode: str
    gemeente: str
    redenen: list[str]
    dreigingen: list[str]
    uitgang: str
    warm: bool


class ContactenUit(Bladzijde[ContactUit]):
    """A page of contacts, the newest first."""

    totaal: int
    volgende: str | None


class Contactvraag(Bladvraag):
    """Which contacts: of one way on, or all."""

    uitgang: Annotated[str, Field(max_length=20)] = ""


class ContactstandUit(Uitvoer):
    """All that a quoted number gives."""

    nummer: Nummer
    moment: datetime
    uitgang: str

    @classmethod
    def van(cls, stand: Stand) -> ContactstandUit:
        """From the query."""
        return cls(nummer=stand.nummer, moment=stand.moment, uitgang=stand.uitgang)


@routes.post("/contacten", summary="Contact vastleggen", status=201, fouten=(409,))
def leg_vast(request: HttpRequest, invoer: NieuwContactIn) -> ContactGemaakt:
    """Record a contact."""
    rij = leg_contact_vast(
        actor_van_verzoek(request),
        Contactinvoer(
            kanaal=invoer.kanaal,
            redenen=tuple(invoer.redenen),
            uitgang=invoer.uitgang,
            postcode=invoer.postcode,
            gemeente=invoer.gemeente,
            dreigingen=tuple(invoer.dreigingen),
            gevraagd=invoer.gevraagd,
        ),
    )
    return ContactGemaakt(id=rij.id, nummer=rij.nummer, moment=rij.moment, gemeentecode=rij.gemeentecode)


@routes.get("/contacten", summary="Contacten")
def contactlijst(request: HttpRequest, vraag: Query[Contactvraag]) -> ContactenUit:
    """The contacts of this line."""
    begin = int(str(lees_bladwijzer(vraag.na, int)[0])) if vraag.na else 0
    rijen, totaal = contacten(
        actor_van_verzoek(request), uitgang=vraag.uitgang, begin=begin, aantal=vraag.aantal
    )
    einde = begin + len(rijen)
    return ContactenUit(
        items=[_uit(rij) for rij in rijen],
        totaal=totaal,
        volgende=bladwijzer(einde) if einde < totaal else None,
    )


@routes.get("/contacten/{id}", summary="Eén contact", fouten=(404,))
def een_contact(request: HttpRequest, id: UUID) -> ContactUit:
    """One contact of this line."""
    return _uit(contact_bij(actor_van_verzoek(request), str(id)))


def _uit(rij: Contactregel) -> ContactUit:
    return ContactUit(
        id=rij.id,
        nummer=rij.nummer,
        moment=rij.moment,
        gevraagd=rij.gevraagd,
        kanaal=rij.kanaal,
        gemeentecode=rij.gemeentecode,
        gemeente=rij.gemeente,
        redenen=list(rij.redenen),
        dreigingen=list(rij.dreigingen),
        uitgang=rij.uitgang,
        warm=rij.warm,
    )


@routes.get("/contactnummers/{nummer}", summary="Wat een beller met een nummer mag horen", fouten=(404,))
def opzoeken(request: HttpRequest, nummer: str) -> ContactstandUit:
    """By the number that a caller quotes: where he went on, and nothing else."""
    return ContactstandUit.van(zoek_contact(actor_van_verzoek(request), nummer))
