"""Keys of machine clients: make one, end its tokens, withdraw it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from samenhang.api.beheer.gedeeld import BeheerRedenIn, Kort
from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.kernel.beheer.actions import sleutels
from samenhang.kernel.beheer.sleutelbeeld import SleutelRegel

routes = Routes()
Scope = Literal["lezen", "schrijven"]


class SleutelIn(Invoer):
    """What a key is for."""

    naam: Kort
    scopes: Annotated[
        list[Scope],
        Field(min_length=1, max_length=2, description="Waar bewijzen van de sleutel hoogstens voor zijn"),
    ] = ["lezen", "schrijven"]


class NieuweSleutelUit(Uitvoer):
    """A new key with its secret, which stands in this answer and nowhere else."""

    sleutel: UUID
    geheim: str
    naam: str


class OpenbareSleutelUit(Uitvoer):
    """A public key by which the machine signs (RFC 7523)."""

    kid: Annotated[str, Field(examples=["leverstraat-2026"])]
    alg: Literal["PS256", "ES256"]
    toegevoegd: datetime


class SleutelUit(Uitvoer):
    """A key without its secret, and how many of its tokens are valid now."""

    id: UUID
    naam: str
    scopes: list[Scope]
    gemaakt: datetime
    ingetrokken: datetime | None
    bewijzen: Annotated[int, Field(ge=0, description="Bewijzen die nu gelden")]
    bewijs_tot: Annotated[datetime | None, Field(description="Wanneer de laatste daarvan verloopt")]
    openbaar: Annotated[
        list[OpenbareSleutelUit], Field(description="Met een openbare sleutel geldt het geheim niet meer")
    ]

    @classmethod
    def van_regel(cls, regel: SleutelRegel) -> SleutelUit:
        """From the query."""
        velden = {veld: getattr(regel, veld) for veld in cls.model_fields}
        velden["openbaar"] = [OpenbareSleutelUit(**asdict(deel)) for deel in regel.openbaar]
        return cls(**velden)


class OpenbareSleutelIn(Invoer):
    """A public key as one JWK (RFC 7517), written as text."""

    jwk: Annotated[
        str,
        Field(
            min_length=2,
            max_length=4000,
            examples=['{"kty": "EC", "crv": "P-256", "kid": "2026", "x": "…", "y": "…"}'],
        ),
    ]


class OpenbareSleutelIntrekkenIn(BeheerRedenIn):
    """Which public key goes, and why."""

    kid: Annotated[str, Field(min_length=1, max_length=100)]


@routes.post("/medewerkers/{id}/sleutels", summary="Sleutel maken", status=201, herhaling="")
def beheer_sleutel_maken(request: HttpRequest, id: UUID, invoer: SleutelIn) -> NieuweSleutelUit:
    """A key for a machine client that acts as this worker. Its secret is kept nowhere, so a call is not replayed."""
    sleutel, geheim = sleutels.geef_sleutel(actor_van_verzoek(request), id, invoer.naam, invoer.scopes)
    return NieuweSleutelUit(sleutel=sleutel.id, geheim=geheim, naam=sleutel.naam)


@routes.post("/sleutels/{id}/openbaar", summary="Openbare sleutel toevoegen", status=201, fouten=(409,))
def beheer_openbare_sleutel_toevoegen(
    request: HttpRequest, id: UUID, invoer: OpenbareSleutelIn
) -> SleutelUit:
    """Register the public key by which a machine proves itself (`private_key_jwt`); its secret works no more."""
    regel = sleutels.voeg_openbare_sleutel_toe(actor_van_verzoek(request), id, invoer.jwk)
    return SleutelUit.van_regel(regel)


@routes.post("/sleutels/{id}/openbaar/intrekking", summary="Openbare sleutel intrekken")
def beheer_openbare_sleutel_intrekken(
    request: HttpRequest, id: UUID, invoer: OpenbareSleutelIntrekkenIn
) -> SleutelUit:
    """Withdraw one public key; the tokens of the machine end at once."""
    regel = sleutels.trek_openbare_sleutel_in(actor_van_verzoek(request), id, invoer.kid, invoer.reden)
    return SleutelUit.van_regel(regel)


@routes.post("/sleutels/{id}/bewijsbeeindiging", summary="Bewijzen van een sleutel beëindigen")
def beheer_bewijzen_beeindigen(request: HttpRequest, id: UUID, invoer: BeheerRedenIn) -> SleutelUit:
    """End every token of a key at once; the key itself stays and gives new ones."""
    regel = sleutels.beeindig_bewijzen(actor_van_verzoek(request), id, invoer.reden)
    return SleutelUit.van_regel(regel)


@routes.post("/sleutels/{id}/intrekking", summary="Sleutel intrekken")
def beheer_sleutel_intrekken(request: HttpRequest, id: UUID, invoer: BeheerRedenIn) -> SleutelUit:
    """Withdraw a key; its tokens end at once."""
    return SleutelUit.van_regel(sleutels.trek_in(actor_van_verzoek(request), id, invoer.reden))
