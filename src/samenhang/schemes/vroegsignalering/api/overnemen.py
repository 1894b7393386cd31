"""Counts of months before this register: the template, and taking them over."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import File, Form
from ninja.files import UploadedFile
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.kernel.cijfers.models import HERKOMST_HOOGSTENS
from samenhang.schemes.vroegsignalering import actions, queries

routes = Routes()


class OvernameIn(Invoer):
    """Where the counts are from: the program or document that counted."""

    herkomst: Annotated[str, Field(min_length=3, max_length=HERKOMST_HOOGSTENS, examples=["Vorige systeem, uitdraai 5 januari 2026"])]  # fmt: skip


class OvernameUit(Uitvoer):
    """The months that were taken over; they are published with the next publication."""

    peildatum: date
    herkomst: str
    maanden: list[str]


@routes.get("/cijfers/sjabloon", summary="Sjabloon om cijfers over te nemen (CSV)", media="text/csv")
def sjabloon(request: HttpRequest) -> HttpResponse:
    """The file for the months before this register, with every class and no number yet."""
    inhoud = queries.cijfersjabloon(actor_van_verzoek(request))
    return HttpResponse(inhoud, content_type="text/csv; charset=utf-8")


@routes.post("/cijfers/overnames", summary="Cijfers van eerdere maanden overnemen", status=201)
def neem_over(request: HttpRequest, bestand: File[UploadedFile], invoer: Form[OvernameIn]) -> OvernameUit:
    """Take over what another program counted, or refuse the file as a whole with every fault."""
    actor = actor_van_verzoek(request)
    rijen = actions.neem_cijfers_over(actor, bestand.read(), invoer.herkomst)
    return OvernameUit(
        peildatum=rijen[0].peildatum,
        herkomst=rijen[0].herkomst,
        maanden=[f"{rij.maand:%Y-%m}" for rij in rijen],
    )
