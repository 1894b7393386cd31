"""Deliveries and taking them up."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import File, Query
from ninja.files import UploadedFile
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Uitvoer
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.schemes.vroegsignalering import aanleveren, actions, queries

routes = Routes()


class Opgepakt(Uitvoer):
    """How many new meldingen came of it."""

    nieuw: int


@routes.post("/oppakken", summary="Signalen oppakken")
def oppakken(request: HttpRequest) -> Opgepakt:
    """Turn accepted signals into meldingen by the published rules."""
    return Opgepakt(nieuw=actions.pak_signalen_op(actor_van_verzoek(request)))


class AanleveringUit(Uitvoer):
    """One delivered file and what became of its rows."""

    id: UUID
    bestandsnaam: str
    partner: str
    ontvangen: datetime
    status: Literal["ontvangen", "verwerkt", "geweigerd"]
    code: Annotated[str, Field(description="Waarom het bestand is geweigerd; leeg: het is niet geweigerd")]
    gelezen: int
    geaccepteerd: int
    afgekeurd: int
    dubbel: int

    @classmethod
    def van(cls, rij: Aanlevering) -> AanleveringUit:
        """From the row."""
        return cls(
            partner=rij.afzender.naam,
            **{veld: getattr(rij, veld) for veld in cls.model_fields if veld != "partner"},
        )


@routes.get("/aanleveringen", summary="Aanleveringen")
def aanleveringen(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[AanleveringUit]:
    """Deliveries received, or sent by the calling partner; the newest first."""
    rijen = queries.aanleveringen(actor_van_verzoek(request), vraag.aantal, vraag.na)
    return Bladzijde(
        items=[AanleveringUit.van(rij) for rij in rijen],
        volgende=queries.na_aanlevering(rijen[-1]) if len(rijen) == vraag.aantal else None,
    )


class AanleverfoutUit(Uitvoer):
    """One thing that was wrong: line (the header is 1), column, code and sentence."""

    regel: int | None
    kolom: str
    code: Annotated[str, Field(examples=["R06"])]
    tekst: str
    text: str


@routes.get("/aanleveringen/{id}/fouten", summary="Foutenrapport")
def fouten(request: HttpRequest, id: UUID, vraag: Query[Bladvraag]) -> Bladzijde[AanleverfoutUit]:
    """What was wrong in a delivery, line by line."""
    rijen = queries.aanleverfouten(actor_van_verzoek(request), id, vraag.aantal, vraag.na)
    return Bladzijde(
        items=[
            AanleverfoutUit(regel=f.regel, kolom=f.kolom, code=f.code, tekst=f.tekst, text=f.text)
            for f in rijen
        ],
        volgende=queries.na_fout(rijen[-1]) if len(rijen) == vraag.aantal else None,
    )


@routes.post("/partners/{id}/aanleveringen", summary="Bestand aanleveren", status=201, herhaling="zelf")
def lever_aan(request: HttpRequest, id: UUID, bestand: File[UploadedFile]) -> AanleveringUit:
    """Deliver a file of signals; the same file again is the same delivery, so a call can be repeated safely."""
    with tempfile.NamedTemporaryFile(suffix=".csv") as doel:
        for brok in bestand.chunks():
            doel.write(brok)
        doel.flush()
        naam = (bestand.name or "bestand.csv")[:200]
        aanlevering = aanleveren.lever_aan(
            actor_van_verzoek(request), id, aanleveren.Bestand(Path(doel.name), naam, "api")
        )
    return AanleveringUit.van(aanlevering)
