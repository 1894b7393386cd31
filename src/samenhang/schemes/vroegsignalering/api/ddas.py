"""DDAS: the delivery to the national statistics, and the check of any such file."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Query
from ninja.files import UploadedFile
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.kernel.uitwisseling.ondertekenen import KOP, handtekening
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.domain import ddascontrole
from samenhang.schemes.vroegsignalering.handtekeningcontrole import (
    HOOGSTENS,
    Ondertekening,
    controleer,
    lees_certificaten,
)
from samenhang.web.bijlage import als_bijlage

routes = Routes()


class Ddasvraag(Invoer):
    """Which period, and who gets the quality report of CBS."""

    van: Dag
    tot: Dag
    email: Annotated[str, Field(max_length=254)] = ""


@routes.get(
    "/ddas", summary="Levering aan het CBS (DDAS 1.2)", media="application/octet-stream", fouten=(403,)
)
def levering(request: HttpRequest, vraag: Query[Ddasvraag]) -> HttpResponse:
    """The signals and cases of a period as a DDAS 1.2 document (JSON, UTF-8); it is not sent anywhere.

    Where the deployment has a signing key, the header `nlgov-adr-payload-sig` holds the signature over these bytes.
    """
    document = queries.ddas_levering(actor_van_verzoek(request), vraag.van, vraag.tot, vraag.email)
    return als_antwoord(document, f"ddas-{vraag.van}-{vraag.tot}.json")


def als_antwoord(document: dict[str, Any], naam: str) -> HttpResponse:
    """The document as a file, its signature beside it."""
    inhoud = json.dumps(document, ensure_ascii=False).encode()
    antwoord = HttpResponse(inhoud, content_type="application/octet-stream", headers=als_bijlage(naam))
    if (teken := handtekening(inhoud)) is not None:
        antwoord.headers[KOP] = teken
    return antwoord


class BevindingUit(Uitvoer):
    """One finding, with its place in the document."""

    code: str
    plaats: Annotated[str, Field(examples=["leveringen[0].vroegsignalen[3].bedrag"])]
    ernst: Literal["fout", "let-op"]
    tekst: str
    text: str


class OndertekeningUit(Uitvoer):
    """A signature that is right; `vertrouwd` is empty when no root certificate was given to compare with."""

    door: str
    uitgever: str
    moment: datetime
    geldig_tot: datetime
    vertrouwd: bool | None

    @classmethod
    def van(cls, uit: Ondertekening) -> OndertekeningUit:
        """From the check."""
        return cls(
            door=uit.door,
            uitgever=uit.uitgever,
            moment=uit.moment,
            geldig_tot=uit.geldig_tot,
            vertrouwd=uit.vertrouwd,
        )


class HandtekeningIn(Invoer):
    """The signature beside the file, and the root certificates (PEM) that the caller trusts."""

    handtekening: Annotated[str, Field(max_length=HOOGSTENS)]
    vertrouw: Annotated[str, Field(max_length=HOOGSTENS)] = ""


class DdasoordeelUit(Uitvoer):
    """What a document is worth; the first 500 findings are written out."""

    goed: bool
    fouten: int
    let_op: int
    bevindingen: list[BevindingUit]

    @classmethod
    def van(cls, oordeel: ddascontrole.Oordeel) -> DdasoordeelUit:
        """From the checker's verdict."""
        return cls(
            goed=oordeel.goed,
            fouten=oordeel.fouten,
            let_op=oordeel.let_op,
            bevindingen=[
                BevindingUit(
                    code=b.code,
                    plaats=b.plaats,
                    ernst="fout" if b.fout else "let-op",
                    tekst=b.tekst.nl,
                    text=b.tekst.en,
                )
                for b in oordeel.bevindingen
            ],
        )


class ControleIn(Invoer):
    """Whose file it should be."""

    gemeente: Annotated[
        str, Field(pattern=r"^([0-9]{4})?$", description="Gemeentecode; leeg: om het even")
    ] = ""


@routes.post("/ddas/controles", summary="DDAS-bestand controleren", fouten=(413,))
def controle(request: HttpRequest, bestand: File[UploadedFile], keuze: Form[ControleIn]) -> DdasoordeelUit:
    """What is wrong with a DDAS file, also where its schema says nothing. The file is not kept."""
    actor_van_verzoek(request)
    return DdasoordeelUit.van(ddascontrole.oordeel(bestand.read(), keuze.gemeente))


@routes.post(
    "/ddas/handtekeningcontroles", summary="Handtekening bij een DDAS-bestand controleren", fouten=(413,)
)
def handtekeningcontrole(
    request: HttpRequest, bestand: File[UploadedFile], invoer: Form[HandtekeningIn]
) -> OndertekeningUit:
    """Who signed exactly these bytes, and when; what is wrong with it is the refusal. The file is not kept."""
    actor_van_verzoek(request)
    stammen = lees_certificaten(invoer.vertrouw.encode(), "vertrouw") if invoer.vertrouw else []
    return OndertekeningUit.van(controleer(bestand.read(), invoer.handtekening, stammen, "handtekening"))
