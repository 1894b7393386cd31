"""`/api/v1/zvh`: every operation calls the action of the page."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.categorie import CategorieUitvoer, uit_categorie
from samenhang.api.handelingen import bied_aan
from samenhang.api.routes import MetVersie, Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.api.zaaklijst import Zaakvraag, ZakenUit, zakenblad
from samenhang.schemes.zvh import actions, queries, uitgaven
from samenhang.schemes.zvh.document import als_bezwaar, als_document, als_tafeldocument
from samenhang.schemes.zvh.handelingen import HANDELINGEN

PDF = "application/pdf"
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


class ZvhNoodzaakUit(Uitvoer):
    """A kind of data, and why a party needs it."""

    soort: Annotated[str, Field(examples=["veiligheid"])]
    nodig: str


class ZvhTafelgenootUit(Uitvoer):
    """Who sits at the table for which party, and what it sees and does not see now."""

    deelname: UUID
    partij: str
    naam: str
    ziet: list[ZvhNoodzaakUit]
    ziet_niet: list[str]


class ZvhTafelregelUit(Uitvoer):
    """A case at whose table the party sits."""

    id: UUID
    nummer: Annotated[str, Field(examples=["ZV26-7K3M9QT"])]
    huis: str
    regisseur: str
    stap: Annotated[str, Field(examples=["zvh_overleg"])]
    sinds: datetime


class ZvhTafelUit(Uitvoer):
    """All of them, the newest on top."""

    casussen: list[ZvhTafelregelUit]


class ZvhTafelcasusUit(Uitvoer):
    """A case as a party at the table may see it."""

    id: UUID
    nummer: Annotated[str, Field(examples=["ZV26-7K3M9QT"])]
    stap: Annotated[str, Field(examples=["zvh_overleg"])]
    versie: int
    huis: str
    naam: str
    adres: str
    telefoon: str
    noodzaak: list[ZvhNoodzaakUit]
    gegevens: list[ZvhGegevenUit]
    afspraken: list[ZvhAfspraakUit]


@uit_categorie(uitgaven.BEZWAAR)
class ZvhBezwaarUit(CategorieUitvoer):
    """An objection, and what became of it."""


class ZvhTermijnUit(Uitvoer):
    """An open term."""

    regel: str
    einde: date


class ZvhTaakUit(Uitvoer):
    """Something to be done in a case."""

    id: UUID
    titel: str
    soort: Annotated[str, Field(examples=["brief"])]
    uiterlijk: date | None


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
    tafel: list[ZvhTafelgenootUit]
    afspraken: list[ZvhAfspraakUit]
    verteld: list[date]
    bezwaren: list[ZvhBezwaarUit]
    taken: list[ZvhTaakUit]
    termijnen: list[ZvhTermijnUit]


class ZvhBezwaarregelUit(Uitvoer):
    """A case with an objection that waits for a decision."""

    id: UUID
    nummer: Annotated[str, Field(examples=["ZV26-7K3M9QT"])]
    behandelaar: str
    uiterlijk: date | None
    eigen: Annotated[bool, Field(description="Behandelt u zelf: een collega beslist")]


class ZvhBezwarenUit(Uitvoer):
    """All of them, what is due first on top."""

    bezwaren: list[ZvhBezwaarregelUit]


class ZvhBezwaarzaakUit(Uitvoer):
    """The objections in a case, and which organisations take part in it."""

    id: UUID
    nummer: Annotated[str, Field(examples=["ZV26-7K3M9QT"])]
    stap: Annotated[str, Field(examples=["zvh_overleg"])]
    versie: int
    bezwaren: list[ZvhBezwaarUit]
    deelnemers: list[str]
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


@routes.get("/tafel", summary="Casussen aan wier tafel u zit")
def zvh_tafel(request: HttpRequest) -> ZvhTafelUit:
    """The open cases in which the party takes part; nothing of whom they are about."""
    regels = queries.tafel(actor_van_verzoek(request))
    return ZvhTafelUit(casussen=[ZvhTafelregelUit(**asdict(regel)) for regel in regels])


@routes.get("/tafel/{id}", summary="Eén casus aan tafel", fouten=(403, 404))
def zvh_tafelcasus(request: HttpRequest, id: UUID) -> MetVersie[ZvhTafelcasusUit]:
    """One case as the party may see it now; what it does not see is not in it."""
    beeld = queries.tafelcasus(actor_van_verzoek(request), id)
    return MetVersie(ZvhTafelcasusUit.model_validate(als_tafeldocument(beeld)), beeld.zaak.versie)


@routes.get("/bezwaren", summary="Bezwaren die wachten")
def zvh_bezwaren(request: HttpRequest) -> ZvhBezwarenUit:
    """The cases in which an objection waits for a decision; nothing of whom they are about."""
    regels = queries.bezwaren(actor_van_verzoek(request))
    return ZvhBezwarenUit(bezwaren=[ZvhBezwaarregelUit(**asdict(regel)) for regel in regels])


@routes.get("/bezwaren/{id}", summary="Het bezwaar in één casus", fouten=(403, 404))
def zvh_bezwaar(request: HttpRequest, id: UUID) -> MetVersie[ZvhBezwaarzaakUit]:
    """What a resident objects to, for who decides on it."""
    beeld = queries.bezwaar(actor_van_verzoek(request), id)
    return MetVersie(ZvhBezwaarzaakUit.model_validate(als_bezwaar(beeld)), beeld.zaak.versie)


class ZvhBriefvraag(Invoer):
    """In which language."""

    taal: Annotated[str, Field(max_length=2, examples=["nl"])] = "nl"


@routes.get("/casussen/{id}/brieven/{soort}", summary="Brief van het huis", media=PDF, fouten=(403, 404, 409))
def zvh_brief(request: HttpRequest, id: UUID, soort: str, vraag: Query[ZvhBriefvraag]) -> HttpResponse:
    """A letter as PDF/UA: that the house has his data, or the decision on his objection."""
    return HttpResponse(
        queries.brief(actor_van_verzoek(request), id, soort, vraag.taal),
        content_type=PDF,
        headers={"Content-Disposition": 'attachment; filename="brief.pdf"'},
    )


bied_aan(routes, "/casussen", HANDELINGEN.values(), voor="zvh")
