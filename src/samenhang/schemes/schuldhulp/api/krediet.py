"""The credit of a case as models, and `/betaalbestanden`: reading payments from a file of the bank."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import File
from ninja.files import UploadedFile
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import BedragTekst, Uitvoer
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.betaalbestand import lees_betalingen_in
from samenhang.schemes.schuldhulp.kredietdocument import als_betaalbestand

routes = Routes()
Briefsoort = Literal[
    "toelating",
    "afwijzing",
    "beeindiging",
    "voorstel",
    "herinnering",
    "uitkomst",
    "krediet",
    "regeling",
    "hercontrole",
    "uitdeling",
    "kwijting",
]


class BorgUit(Uitvoer):
    """A guarantee that was asked; `hash` is that of its calculation."""

    stand: Annotated[str, Field(examples=["AFGEGEVEN"])]
    kredietsom: BedragTekst
    premie: BedragTekst
    te_factureren: BedragTekst
    aangevraagd_op: date
    besloten_op: date | None
    hash: str
    claim: BedragTekst | None
    claim_op: date | None
    uitbetaald_op: date | None


class KrediettermijnUit(Uitvoer):
    """An instalment, and what of it was paid; `vervalt` counts an agreement about arrears."""

    nummer: int
    vervalt: date
    bedrag: BedragTekst
    rente: BedragTekst
    aflossing: BedragTekst
    betaald: BedragTekst
    voldaan_op: date | None


class LopendKredietUit(Uitvoer):
    """The credit as it stands today."""

    bank: str
    ingang: date
    netto: BedragTekst
    vergoeding: BedragTekst
    maandtermijn: BedragTekst
    effectief_jaarpercentage: str
    betaald: BedragTekst
    openstaand: BedragTekst
    achterstand: BedragTekst
    achter_sinds: date | None
    inlossom: BedragTekst
    schuldenvrij: date
    termijnen: list[KrediettermijnUit]


class UitbetalingUit(Uitvoer):
    """What a creditor was paid, and when he confirmed the discharge."""

    id: UUID
    schuldeiser: str
    rang: str
    vordering: BedragTekst
    bedrag: BedragTekst
    betaald_op: date
    kwijting_op: date | None


class BetalingUit(Uitvoer):
    """A payment of the resident."""

    id: UUID
    op: date
    bedrag: BedragTekst
    soort: Annotated[str, Field(examples=["termijn"])]
    transactie: str
    vervallen_op: date | None
    reden: str


class BetaalfoutUit(Uitvoer):
    """A row that was not booked: where, why and what to do."""

    regel: int | None
    kolom: str | None
    code: str
    nl: str
    en: str


class BetaalbestandUit(Uitvoer):
    """A file with payments; without `klaar` it was broken off and can be read again."""

    id: UUID
    naam: str
    som: str
    begonnen: datetime
    klaar: datetime | None
    door: str
    regels: int
    geboekt: int
    bekend: int
    fouten: list[BetaalfoutUit]


class BetaalbestandenUit(Uitvoer):
    """The newest files."""

    betaalbestanden: list[BetaalbestandUit]


@routes.get("/zaken/{id}/brieven/{soort}", summary="Brief of besluit", media="application/pdf", fouten=(404,))
def schuldhulpbrief(request: HttpRequest, id: UUID, soort: Briefsoort) -> HttpResponse:
    """A decision or letter of the case as PDF/UA."""
    inhoud = queries.brief(actor_van_verzoek(request), id, soort)
    return HttpResponse(
        inhoud,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{soort}.pdf"'},
    )


@routes.get("/betaalbestanden", summary="Bestanden met betalingen")
def betaalbestanden(request: HttpRequest) -> BetaalbestandenUit:
    """The files with payments that were read, and how they went."""
    rijen = queries.betaalbestanden(actor_van_verzoek(request))
    return BetaalbestandenUit(
        betaalbestanden=[BetaalbestandUit.model_validate(als_betaalbestand(rij)) for rij in rijen]
    )


@routes.post("/betaalbestanden", summary="Betalingen inlezen", status=201, fouten=(409, 413))
def lees_betaalbestand_in(request: HttpRequest, bestand: File[UploadedFile]) -> BetaalbestandUit:
    """Book the payments of a CSV or CAMT.053 file; each row that cannot be booked comes back with its line and remedy."""
    rij = lees_betalingen_in(actor_van_verzoek(request), bestand.name or "", bestand.read())
    return BetaalbestandUit.model_validate(als_betaalbestand(rij))
