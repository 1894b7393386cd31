"""Refusals and requests to the court as models, and the file that went in."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.categorie import CategorieUitvoer, uit_categorie
from samenhang.api.routes import Routes
from samenhang.api.schemas import Uitvoer
from samenhang.schemes.schuldhulp import queries, uitgaven

routes = Routes()


@uit_categorie(uitgaven.WEIGERING)
class SchuldeiserweigeringUit(CategorieUitvoer):
    """That a creditor refused, and why."""

    schuldeiser: str


class VerzoekpuntUit(Uitvoer):
    """An item of the checklist; `vanzelf`: shown by the case itself."""

    code: str
    titel: str
    stand: Literal["aanwezig", "ontbreekt", "nvt"]
    vanzelf: bool
    reden: str
    bron: str
    status: str


class RechtbankverzoekUit(Uitvoer):
    """A request to the court."""

    id: UUID
    soort: Annotated[str, Field(examples=["287a"])]
    stand: Annotated[str, Field(examples=["voorbereiding"])]
    rechtbank: str
    ingediend_op: date | None
    uitspraak_op: date | None
    tot: date | None
    kenmerk: str
    toelichting: str
    schone_lei_op: date | None
    punten: list[VerzoekpuntUit]


@routes.get("/zaken/{id}/verzoeken/{verzoek}/bundel", summary="Dossier voor de rechter", media="application/pdf", fouten=(404,))  # fmt: skip
def rechtbankbundel(request: HttpRequest, id: UUID, verzoek: UUID) -> HttpResponse:
    """The file for the court as it was handed in, PDF/UA."""
    return HttpResponse(
        queries.rechtbankbundel(actor_van_verzoek(request), id, verzoek),
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="rechtbankdossier.pdf"'},
    )
