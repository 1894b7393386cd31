"""Letters: the look before sending, rounds, the bundle to print, and one letter as it went."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Invoer, Uitvoer
from samenhang.schemes.vroegsignalering import actions, queries

routes = Routes()
PDF = "application/pdf"
Taal = Annotated[Literal["beide", "nl", "en"], Field(description="`beide`: Nederlands, met Engels erachter")]
Brievengroep = Annotated[int | None, Field(ge=1, le=5, description="Alleen meldingen van deze groep")]


class SjabloonUit(Uitvoer):
    """A letter as it holds today; `kanaal` is the part of the route that it belongs to."""

    id: str
    versie: str
    vanaf: date
    kanaal: str
    status: str
    titel: str
    titel_en: str


class Sjablonen(Uitvoer):
    """All letters."""

    sjablonen: list[SjabloonUit]


@routes.get("/briefsjablonen", summary="Briefsjablonen")
def briefsjablonen(request: HttpRequest) -> Sjablonen:
    """The letters that hold today, by route."""
    return Sjablonen(
        sjablonen=[
            SjabloonUit(
                id=s.id, versie=s.versie, vanaf=s.vanaf, kanaal=s.kanaal, status=s.status, titel=s.titel.nl, titel_en=s.titel.en
            )
            for s in queries.sjablonen(actor_van_verzoek(request))
        ]
    )  # fmt: skip


class Briefvraag(Invoer):
    """Which letter, in which languages, for which group of the own cases."""

    sjabloon: Annotated[str, Field(max_length=40, examples=["aanbod"])]
    taal: Taal = "beide"
    prioriteit: Brievengroep = None

    def keuze(self) -> queries.Briefkeuze:
        """As the query takes it."""
        return queries.Briefkeuze(self.sjabloon, self.taal, self.prioriteit)


class BriefrijUit(Uitvoer):
    """One household: how many letters, or the code and words of why none."""

    melding: UUID
    nummer: str
    prioriteit: int
    naam: str
    adres: str
    brieven: int
    reden: str
    waarom: str
    why: str


class BriefkijkUit(Uitvoer):
    """Who would get the letter, who would not and why, and what must be set up first."""

    tekstversie: str
    krijgt: list[BriefrijUit]
    krijgt_niet: list[BriefrijUit]
    ontbreekt: list[str]


@routes.get("/brieven/voorbeeld", summary="Bekijken wie een brief krijgt")
def briefvoorbeeld(request: HttpRequest, vraag: Query[Briefvraag]) -> BriefkijkUit:
    """The look before sending; sends and stores nothing."""
    kijk = queries.briefvoorbeeld(actor_van_verzoek(request), vraag.keuze())
    return BriefkijkUit(
        tekstversie=kijk.sjabloon.versie,
        krijgt=[_rij(rij) for rij in kijk.krijgt],
        krijgt_niet=[_rij(rij) for rij in kijk.krijgt_niet],
        ontbreekt=[deel.nl for deel in kijk.ontbreekt],
    )


def _rij(rij: queries.Briefrij) -> BriefrijUit:
    waarom = rij.waarom
    return BriefrijUit(
        melding=rij.zaak_id, nummer=rij.nummer, prioriteit=rij.prioriteit, naam=rij.naam, adres=rij.adres, brieven=rij.brieven,
        reden=rij.reden, waarom=waarom.nl if waarom else "", why=waarom.en if waarom else "",
    )  # fmt: skip


@routes.get("/brieven/proef", summary="Proefbrief", media=PDF, fouten=(409,))
def proefbrief(request: HttpRequest, vraag: Query[Briefvraag]) -> HttpResponse:
    """The first letter that would go, as PDF marked as an example."""
    return _pdf(queries.proefbrief(actor_van_verzoek(request), vraag.keuze()), "voorbeeld.pdf")


class BrievenrondeIn(Briefvraag):
    """The same, or the cases by name."""

    meldingen: Annotated[
        list[UUID], Field(max_length=2000, description="Alleen deze meldingen; leeg: alle van de groep")
    ] = []

    def keuze(self) -> queries.Briefkeuze:
        """As the action takes it."""
        return queries.Briefkeuze(self.sjabloon, self.taal, self.prioriteit, tuple(self.meldingen))


class Weggelaten(Uitvoer):
    """Why households were left out after the look, and how many."""

    waarom: str
    why: str
    aantal: int


class BrievenrondeUit(Uitvoer):
    """A round and how far it is, in households."""

    id: UUID
    sjabloon: str
    tekstversie: str
    taal: str
    datum: date
    gemaakt: datetime
    wacht: int
    gedaan: int
    vervallen: int
    weggelaten: list[Weggelaten]
    opgehaald: datetime | None

    @classmethod
    def van(cls, stand: queries.Rondestand) -> BrievenrondeUit:
        """From its state."""
        velden = ("id", "sjabloon", "tekstversie", "taal", "datum", "gemaakt", "opgehaald")
        return cls(
            wacht=stand.wacht,
            gedaan=stand.gedaan,
            vervallen=stand.vervallen,
            weggelaten=[Weggelaten(waarom=r.nl, why=r.en, aantal=n) for r, n in stand.redenen],
            **{veld: getattr(stand.ronde, veld) for veld in velden},
        )


@routes.post("/brievenrondes", summary="Brieven versturen", status=201)
def begin_brievenronde(request: HttpRequest, invoer: BrievenrondeIn) -> BrievenrondeUit:
    """Put everybody in line who gets this letter now; the letters are made in the background, each once."""
    actor = actor_van_verzoek(request)
    ronde = actions.begin_brievenronde(actor, invoer.keuze())
    return BrievenrondeUit.van(queries.ronde_van(actor, ronde.id))


@routes.get("/brievenrondes", summary="Brievenrondes")
def brievenrondes(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[BrievenrondeUit]:
    """One's own rounds, the newest first."""
    standen = queries.rondes(actor_van_verzoek(request), vraag.aantal, vraag.na)
    return Bladzijde(
        items=[BrievenrondeUit.van(stand) for stand in standen],
        volgende=queries.na_ronde(standen[-1]) if len(standen) == vraag.aantal else None,
    )


@routes.get("/brievenrondes/{id}", summary="Brievenronde", fouten=(404,))
def brievenronde(request: HttpRequest, id: UUID) -> BrievenrondeUit:
    """How far a round of one's own is."""
    return BrievenrondeUit.van(queries.ronde_van(actor_van_verzoek(request), id))


@routes.get("/brievenrondes/{id}/bundel", summary="Brievenbundel", media=PDF, fouten=(404, 409))
def brievenbundel(request: HttpRequest, id: UUID) -> HttpResponse:
    """All letters of a round as one PDF/UA to print."""
    return _pdf(queries.bundel(actor_van_verzoek(request), id), f"brieven-{id}.pdf")


@routes.get("/meldingen/{id}/brieven/{groep}", summary="Brief", media=PDF, fouten=(404,))
def brief(request: HttpRequest, id: UUID, groep: UUID) -> HttpResponse:
    """The letters of one contact attempt exactly as they went."""
    return _pdf(queries.brief(actor_van_verzoek(request), id, groep), f"brief-{groep}.pdf")


@routes.get("/meldingen/{id}/bezwaarbericht", summary="Brief dat het antwoord op een bezwaar later komt", media=PDF, fouten=(404,))  # fmt: skip
def bezwaarbericht(request: HttpRequest, id: UUID) -> HttpResponse:
    """The letter that the answer to an objection comes later, and why."""
    return _pdf(queries.bericht_later(actor_van_verzoek(request), id), "bezwaar-later.pdf")


@routes.get("/meldingen/{id}/besluitbrief", summary="Brief met het besluit op een bezwaar", media=PDF, fouten=(404, 409))  # fmt: skip
def besluitbrief(request: HttpRequest, id: UUID) -> HttpResponse:
    """The letter of the last decision on an objection: the outcome, why, and what the resident can do."""
    return _pdf(queries.besluitbrief(actor_van_verzoek(request), id), "besluit-op-bezwaar.pdf")


def _pdf(inhoud: bytes, naam: str) -> HttpResponse:
    return HttpResponse(
        inhoud, content_type=PDF, headers={"Content-Disposition": f'attachment; filename="{naam}"'}
    )
