"""Partners with which messages are exchanged, and their keys."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from samenhang.api.beheer.gedeeld import BeheerRedenIn, Kort
from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.kernel.uitwisseling import partners

routes = Routes()
Sleutelregel = Annotated[str, Field(max_length=300, description="naam+nummer+sleutel, van de partner")]


class UitwisselsleutelUit(Uitvoer):
    """A public key of a partner; withdrawn ones stay in the list."""

    id: UUID
    regel: str
    nummer: str
    toegevoegd: datetime
    door: str
    ingetrokken: datetime | None


class UitwisselpartnerUit(Uitvoer):
    """A partner, its keys, and how much waits for it; `fout` says what went wrong last."""

    id: UUID
    organisatie: str
    ander: str
    oin: str
    adres: str
    sinds: datetime
    sleutels: list[UitwisselsleutelUit]
    wacht: int
    fout: str
    error: str


class UitwisselingUit(Uitvoer):
    """Our own public key, and the partners."""

    sleutel: str
    partners: list[UitwisselpartnerUit]


def _lees(request: HttpRequest) -> UitwisselingUit:
    beeld = partners.uitwisselpartners(actor_van_verzoek(request))
    return UitwisselingUit(
        sleutel=beeld.sleutel,
        partners=[
            UitwisselpartnerUit(
                id=rij.id,
                organisatie=rij.organisatie,
                ander=rij.ander,
                oin=rij.oin,
                adres=rij.adres,
                sinds=rij.sinds,
                sleutels=[
                    UitwisselsleutelUit(
                        id=deel.id,
                        regel=deel.regel,
                        nummer=deel.nummer,
                        toegevoegd=deel.toegevoegd,
                        door=deel.door,
                        ingetrokken=deel.ingetrokken,
                    )
                    for deel in rij.sleutels
                ],
                wacht=rij.wacht,
                fout=rij.fout.nl if rij.fout else "",
                error=rij.fout.en if rij.fout else "",
            )
            for rij in beeld.partners
        ],
    )


@routes.get("/uitwisseling", summary="Uitwisselpartners en sleutels", fouten=(403,))
def uitwisseling(request: HttpRequest) -> UitwisselingUit:
    """With whom the organisations within reach exchange messages."""
    return _lees(request)


class UitwisselpartnerIn(Invoer):
    """A new partner: for which organisation, who, where, with which key."""

    organisatie: UUID
    oin: Kort
    adres: Kort
    sleutel: Sleutelregel


@routes.post("/uitwisselpartners", summary="Uitwisselpartner toevoegen", status=201, fouten=(403, 404, 409))
def nieuwe_uitwisselpartner(request: HttpRequest, invoer: UitwisselpartnerIn) -> UitwisselingUit:
    """From now on hand-overs to this organisation go as messages, and its own come in."""
    actor = actor_van_verzoek(request)
    partners.voeg_partner_toe(actor, invoer.organisatie, invoer.oin, invoer.adres, invoer.sleutel)
    return _lees(request)


class PartnersleutelIn(Invoer):
    """One more key of a partner."""

    sleutel: Sleutelregel


@routes.post(
    "/uitwisselpartners/{id}/sleutels", summary="Partnersleutel toevoegen", status=201, fouten=(403, 404, 409)
)
def nieuwe_partnersleutel(request: HttpRequest, id: UUID, invoer: PartnersleutelIn) -> UitwisselingUit:
    """Both keys hold until the old one is withdrawn."""
    partners.voeg_sleutel_toe(actor_van_verzoek(request), id, invoer.sleutel)
    return _lees(request)


@routes.post("/partnersleutels/{id}/intrekking", summary="Partnersleutel intrekken", fouten=(403, 404, 409))
def partnersleutel_intrekken(request: HttpRequest, id: UUID, invoer: BeheerRedenIn) -> UitwisselingUit:
    """What this key signs is refused from now on."""
    partners.trek_sleutel_in(actor_van_verzoek(request), id, invoer.reden)
    return _lees(request)


@routes.post("/uitwisselpartners/{id}/einde", summary="Uitwisseling beëindigen", fouten=(403, 404))
def uitwisselpartner_beeindigen(request: HttpRequest, id: UUID, invoer: BeheerRedenIn) -> UitwisselingUit:
    """Nothing goes to or comes from this partner any more."""
    partners.beeindig_partner(actor_van_verzoek(request), id, invoer.reden)
    return _lees(request)
