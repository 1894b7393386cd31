"""DDAS 1.0: the delivery of the caseload to the national statistics, and the check of any such file."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import File, Query
from ninja.files import UploadedFile
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.uitwisseling.ondertekenen import KOP, handtekening
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.domain.ddas.oordeel import Oordeel, oordeel
from samenhang.web.bijlage import als_bijlage

routes = Routes()
BLADZIJDEN = "ddas-bladzijden"
"""The header that says how many pages the delivery has."""


class Trajectenvraag(Invoer):
    """Which period, which page of 25,000 trajectories, and who gets the quality report of CBS."""

    van: Dag
    tot: Dag
    bladzijde: Annotated[int, Field(ge=1, le=1_000)] = 1
    email: Annotated[str, Field(max_length=254)] = ""


@routes.get("/ddas", summary="Levering aan het CBS (DDAS 1.0)", media="application/octet-stream", fouten=(403, 404))  # fmt: skip
def schuldhulplevering(request: HttpRequest, vraag: Query[Trajectenvraag]) -> HttpResponse:
    """One page of the cases that ran in a period as a DDAS 1.0 document (JSON, UTF-8); it is not sent anywhere.

    The header `ddas-bladzijden` says how many pages there are. Where the deployment has a signing key, the header
    `nlgov-adr-payload-sig` holds the signature over these bytes.
    """
    documenten = queries.ddas_levering(actor_van_verzoek(request), vraag.van, vraag.tot, vraag.email)
    if vraag.bladzijde > len(documenten):
        n = len(documenten)
        raise Geweigerd("geen_bladzijde", Tekst(f"De levering heeft {n} bladzijden. Vraag er een van die.", f"The delivery has {n} pages. Ask for one of those."), status=404)  # fmt: skip
    antwoord = als_bestand(
        documenten[vraag.bladzijde - 1], f"ddas-schuldhulp-{vraag.van}-{vraag.tot}-{vraag.bladzijde}.json"
    )
    antwoord.headers[BLADZIJDEN] = str(len(documenten))
    return antwoord


def als_bestand(document: dict[str, Any], naam: str) -> HttpResponse:
    """The document as a file, its signature in a header."""
    inhoud = json.dumps(document, ensure_ascii=False).encode()
    antwoord = HttpResponse(inhoud, content_type="application/octet-stream", headers=als_bijlage(naam))
    if (teken := handtekening(inhoud)) is not None:
        antwoord.headers[KOP] = teken
    return antwoord


class TrajectbevindingUit(Uitvoer):
    """One finding: on which line, at which place, against which rule, and what to do."""

    regel: Annotated[int, Field(description="Regel van het bestand")]
    plaats: Annotated[str, Field(examples=["leveringen[0].schuldhulptrajecten[3].oplossing.vtlb"])]
    code: Annotated[str, Field(examples=["ddas_drie_einddagen"])]
    ernst: Literal["fout", "let-op"]
    tekst: str
    text: str


class TrajectenoordeelUit(Uitvoer):
    """What a file is worth; the first 500 findings are written out. `vorm`: how many faults are of form."""

    goed: bool
    trajecten: int
    fouten: int
    vorm: int
    let_op: int
    bevindingen: list[TrajectbevindingUit]

    @classmethod
    def van(cls, uit: Oordeel) -> TrajectenoordeelUit:
        """From the checker's verdict."""
        return cls(
            goed=uit.goed,
            trajecten=uit.trajecten,
            fouten=uit.fouten,
            vorm=uit.vorm,
            let_op=uit.let_op,
            bevindingen=[
                TrajectbevindingUit(
                    regel=b.lijn, plaats=b.plaats, code=b.code, ernst="fout" if b.fout else "let-op", tekst=b.tekst.nl, text=b.tekst.en
                )
                for b in uit.bevindingen
            ],
        )  # fmt: skip


@routes.post("/ddas/controles", summary="DDAS-bestand van schuldhulp controleren", fouten=(413,))
def schuldhulpcontrole(request: HttpRequest, bestand: File[UploadedFile]) -> TrajectenoordeelUit:
    """What is wrong with a DDAS 1.0 file of any supplier, also where its schema says nothing. The file is not kept."""
    actor_van_verzoek(request)
    return TrajectenoordeelUit.van(oordeel(bestand.read()))
