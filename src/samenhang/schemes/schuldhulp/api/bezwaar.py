"""`/bezwaren`: objections to decisions; every operation calls the action of the page."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Path

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.categorie import CategorieUitvoer, uit_categorie
from samenhang.api.handelingen import bied_aan
from samenhang.api.routes import MetVersie, Routes
from samenhang.api.schemas import BedragTekst, Uitvoer
from samenhang.schemes.schuldhulp import queries, uitgaven
from samenhang.schemes.schuldhulp.bezwaardocument import als_bezwaarzaak
from samenhang.schemes.schuldhulp.bezwaarhandelingen import BEZWAARHANDELINGEN

routes = Routes()
Bezwaarbrief = Annotated[
    str, Path(pattern=r"^bezwaar_[a-z]{1,20}(-[1-9][0-9]?)?$", description="Naam uit `brieven`")
]


class BezwaarregelUit(Uitvoer):
    """A case with an objection, and by when it is decided."""

    id: UUID
    nummer: str
    uiterlijk: date
    klaar: date | None


class BezwaarregelsUit(Uitvoer):
    """The cases with an objection, what is due first on top."""

    bezwaren: list[BezwaarregelUit]


class DwangsomstandUit(Uitvoer):
    """What a late decision costs so far."""

    dagen: int
    bedrag: BedragTekst
    hash: str


@uit_categorie(uitgaven.BEZWAARBESLUIT)
class BezwaarbesluitUit(CategorieUitvoer):
    """A decision to which one can object."""


@uit_categorie(uitgaven.BEZWAARSCHRIFT)
class BezwaarschriftUit(CategorieUitvoer):
    """An objection to a decision."""

    dwangsom: DwangsomstandUit | None
    aanvullen_tot: date | None
    brieven: list[str]


class BezwaarzaakUit(Uitvoer):
    """A case as who handles objections sees it."""

    id: UUID
    nummer: str
    stap: str
    versie: int
    naam: str
    besluiten: list[BezwaarbesluitUit]
    bezwaren: list[BezwaarschriftUit]


@routes.get("/bezwaren", summary="Zaken met een bezwaar")
def bezwaren(request: HttpRequest) -> BezwaarregelsUit:
    """The cases with an objection."""
    return BezwaarregelsUit(
        bezwaren=[
            BezwaarregelUit(id=rij.zaak.id, nummer=rij.zaak.nummer, uiterlijk=rij.uiterlijk, klaar=rij.klaar)
            for rij in queries.bezwaren(actor_van_verzoek(request))
        ]
    )


@routes.get("/bezwaren/{id}", summary="Bezwaren in één zaak")
def bezwaarzaak(request: HttpRequest, id: UUID) -> MetVersie[BezwaarzaakUit]:
    """The decisions and objections of one case."""
    beeld = queries.bezwaarzaak(actor_van_verzoek(request), id)
    return MetVersie(BezwaarzaakUit.model_validate(als_bezwaarzaak(beeld)), beeld.zaak.versie)


@routes.get("/bezwaren/{id}/{bezwaar}/brieven/{soort}", summary="Brief over een bezwaar", media="application/pdf", fouten=(404,))  # fmt: skip
def bezwaarbrief(request: HttpRequest, id: UUID, bezwaar: UUID, soort: Bezwaarbrief) -> HttpResponse:
    """A letter about an objection as PDF/UA."""
    inhoud = queries.bezwaarbrief(actor_van_verzoek(request), id, bezwaar, soort)
    return HttpResponse(
        inhoud,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{soort}.pdf"'},
    )


bied_aan(routes, "/bezwaren", BEZWAARHANDELINGEN.values(), voor="schuldhulp")
