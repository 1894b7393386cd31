"""`/api/v1/zvh`: every operation calls the action of the page."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.categorie import CategorieUitvoer, uit_categorie
from samenhang.api.handelingen import bied_aan
from samenhang.api.routes import MetVersie, Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.api.zaaklijst import Zaakvraag, ZakenUit, zakenblad
from samenhang.schemes.zvh import actions, queries, uitgaven
from samenhang.schemes.zvh.document import als_document
from samenhang.schemes.zvh.handelingen import HANDELINGEN

routes = Routes()
router = routes.router


class ZvhAanmeldingUit(Uitvoer):
    """Who was referred, waiting to be admitted."""

    id: UUID
    bron: Annotated[str, Field(examples=["wams"])]
    bronnummer: str
    naam: str
    gestuurd: datetime


class ZvhAanmeldingenUit(Uitvoer):
    """All of them, who came first on top."""

    aanmeldingen: list[ZvhAanmeldingUit]


class ZvhToelatenIn(Invoer):
    """By what somebody is admitted."""

    toegelaten_omdat: Annotated[str, Field(min_length=1, max_length=1000)]


@uit_categorie(uitgaven.TOELATING)
class ZvhToelatingUit(CategorieUitvoer):
    """Why somebody was referred and admitted."""


@uit_categorie(uitgaven.AFSPRAAK)
class ZvhAfspraakUit(CategorieUitvoer):
    """What was agreed."""


class ZvhGegevenUit(Uitvoer):
    """Something that came along, and why it is needed."""

    leefgebied: Annotated[str, Field(examples=["veiligheid"])]
    tekst: str
    bron: str
    nodig: str


class ZvhTermijnUit(Uitvoer):
    """An open term."""

    regel: str
    einde: date


class ZvhCasusUit(Uitvoer):
    """A case of the house."""

    id: UUID
    nummer: Annotated[str, Field(examples=["ZV26-7K3M9QT"])]
    stap: Annotated[str, Field(examples=["zvh_overleg"])]
    versie: int
    naam: str
    telefoon: str
    toelating: ZvhToelatingUit
    gegevens: list[ZvhGegevenUit]
    afspraken: list[ZvhAfspraakUit]
    verteld: list[date]
    termijnen: list[ZvhTermijnUit]


@routes.get("/aanmeldingen", summary="Aanmeldingen die wachten")
def zvh_aanmeldingen(request: HttpRequest) -> ZvhAanmeldingenUit:
    """Who was referred and waits to be admitted; nothing of why."""
    regels = queries.aanmeldingen(actor_van_verzoek(request))
    return ZvhAanmeldingenUit(aanmeldingen=[ZvhAanmeldingUit(**asdict(regel)) for regel in regels])


@routes.post("/aanmeldingen/{id}/casus", summary="Aanmelding toelaten", status=201)
def zvh_laat_toe(request: HttpRequest, id: UUID, invoer: ZvhToelatenIn) -> ZvhCasusUit:
    """Admit a referral: a new case, with what came along; the sender gets a receipt."""
    actor = actor_van_verzoek(request)
    zaak = actions.laat_toe(actor, id, actions.Toelatingsbesluit(invoer.toegelaten_omdat))
    return ZvhCasusUit.model_validate(als_document(queries.casus(actor, zaak.id)))


@routes.get("/casussen", summary="Open casussen")
def zvh_casussen(request: HttpRequest, vraag: Query[Zaakvraag]) -> ZakenUit:
    """The open cases, what is due first on top."""
    return zakenblad(actor_van_verzoek(request), queries.casussen, vraag)


@routes.get("/casussen/{id}", summary="Eén casus", fouten=(403, 404))
def zvh_casus(request: HttpRequest, id: UUID) -> MetVersie[ZvhCasusUit]:
    """One case, for who treats it."""
    beeld = queries.casus(actor_van_verzoek(request), id)
    return MetVersie(ZvhCasusUit.model_validate(als_document(beeld)), beeld.zaak.versie)


bied_aan(routes, "/casussen", HANDELINGEN.values(), voor="zvh")
