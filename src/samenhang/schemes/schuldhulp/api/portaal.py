"""`/portaal`: a creditor's own offers for its machine; and the files that it sent, for who treats the case."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import File
from ninja.files import UploadedFile
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.categorie import CategorieUitvoer, uit_categorie
from samenhang.api.routes import Routes
from samenhang.api.schemas import BedragTekst, Invoer, Uitvoer
from samenhang.schemes.schuldhulp import queries, uitgaven
from samenhang.schemes.schuldhulp.actions.portaal import Portaalantwoord, beantwoord, sluit_aan, stuur_opgave
from samenhang.schemes.schuldhulp.portaaldocument import als_portaalvoorstel
from samenhang.web.bijlage import als_bijlage

routes = Routes()


@uit_categorie(uitgaven.OPGAVESTUK)
class OpgavestukUit(CategorieUitvoer):
    """A statement of claim that was sent with an offer; `som` is its SHA-256."""


@uit_categorie(uitgaven.AANBOD)
class PortaalvoorstelUit(CategorieUitvoer):
    """An offer as the letter to this creditor has it, and his answer; `open`: he can still answer."""

    gemeente: str
    vordering: BedragTekst
    aanbod: BedragTekst
    open: bool
    opgave: BedragTekst | None
    stukken: list[OpgavestukUit]


class PortaalvoorstellenUit(Uitvoer):
    """The offers to this creditor, without what he sent."""

    voorstellen: list[PortaalvoorstelUit]


class PortaalantwoordIn(Invoer):
    """The answer: a reason with a refusal, an amount when the claim is another one."""

    antwoord: Literal["akkoord", "geweigerd", "bedrag_wijkt_af"]
    reden: Annotated[str, Field(max_length=1000)] = ""
    bedrag: Annotated[str, Field(max_length=20, description="Zoals mensen het schrijven: 1234,50")] = ""


class AansluitingIn(Invoer):
    """The KvK number of the account; empty takes it away."""

    kvk: Annotated[str, Field(max_length=20, examples=["12345678"])]


class AansluitingUit(Uitvoer):
    """A creditor, and whether it has an account in the portal."""

    id: UUID
    naam: str
    aangesloten: bool


@routes.get("/portaal/voorstellen", summary="Voorstellen aan deze schuldeiser")
def portaalvoorstellen(request: HttpRequest) -> PortaalvoorstellenUit:
    """The offers that were made to the creditor of this key; each look is logged for the resident."""
    rijen = queries.portaalvoorstellen(actor_van_verzoek(request))
    return PortaalvoorstellenUit(
        voorstellen=[PortaalvoorstelUit.model_validate(als_portaalvoorstel(rij)) for rij in rijen]
    )


@routes.get("/portaal/voorstellen/{id}", summary="Eén voorstel aan deze schuldeiser")
def portaalvoorstel(request: HttpRequest, id: UUID) -> PortaalvoorstelUit:
    """One offer; of another creditor it is not found."""
    return PortaalvoorstelUit.model_validate(
        als_portaalvoorstel(queries.portaalvoorstel(actor_van_verzoek(request), id))
    )


@routes.post("/portaal/voorstellen/{id}/antwoord", summary="Voorstel beantwoorden", status=201, fouten=(409,))
def beantwoord_voorstel(request: HttpRequest, id: UUID, invoer: PortaalantwoordIn) -> PortaalvoorstelUit:
    """Accept, refuse with a reason, or state another amount. The first two are final."""
    actor = actor_van_verzoek(request)
    beantwoord(actor, id, Portaalantwoord(invoer.antwoord, invoer.reden, invoer.bedrag))
    return PortaalvoorstelUit.model_validate(als_portaalvoorstel(queries.portaalvoorstel(actor, id)))


@routes.post("/portaal/voorstellen/{id}/opgaven", summary="Opgave insturen", status=201, fouten=(409, 413))
def stuur_opgave_in(request: HttpRequest, id: UUID, bestand: File[UploadedFile]) -> PortaalvoorstelUit:
    """Send a statement of claim: a PDF, PNG or JPEG of 2 MB at most that can do nothing."""
    actor = actor_van_verzoek(request)
    stuur_opgave(actor, id, bestand.name or "", bestand.read())
    return PortaalvoorstelUit.model_validate(als_portaalvoorstel(queries.portaalvoorstel(actor, id)))


@routes.get("/zaken/{id}/opgaven/{stuk}", summary="Opgave van een schuldeiser", media="application/octet-stream", fouten=(404,))  # fmt: skip
def schuldeiseropgave(request: HttpRequest, id: UUID, stuk: UUID) -> HttpResponse:
    """A file that a creditor sent, for who treats the case."""
    rij, inhoud = queries.opgave(actor_van_verzoek(request), id, stuk)
    return HttpResponse(
        inhoud, content_type="application/octet-stream", headers=als_bijlage(rij.bestandsnaam)
    )


@routes.post("/schuldeisers/{id}/account", summary="Schuldeiser aansluiten op het portaal", status=201)
def sluit_schuldeiser_aan(request: HttpRequest, id: UUID, invoer: AansluitingIn) -> AansluitingUit:
    """Give a creditor the account of an organisation that logs in here; new offers stand in its portal."""
    rij = sluit_aan(actor_van_verzoek(request), id, invoer.kvk)
    return AansluitingUit(id=rij.id, naam=rij.naam, aangesloten=rij.account_id is not None)
