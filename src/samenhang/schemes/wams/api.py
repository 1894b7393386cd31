"""`/api/v1/wams`: every operation calls the action of the page."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.handelingen import bied_aan
from samenhang.api.routes import MetVersie, Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Dag, Invoer, Uitvoer
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions.melden import NieuweMelding, leg_melding_vast
from samenhang.schemes.wams.actions.nood import Noodvraag, zie_in_nood
from samenhang.schemes.wams.document import als_document, als_regel
from samenhang.schemes.wams.handelingen import HANDELINGEN

routes = Routes()
router = routes.router
PDF = "application/pdf"


class WamsZaakRegelUit(Uitvoer):
    """A case in the list."""

    id: UUID
    nummer: Annotated[str, Field(examples=["MP26-7K3M9QT"])]
    stap: Annotated[str, Field(examples=["triage"])]
    naam: str
    eigen: bool
    behandelaar: str | None
    volgende_termijn: date | None


class WamsZakenUit(Bladzijde[WamsZaakRegelUit]):
    """A page of open cases, what is due first on top."""

    totaal: int
    volgende: str | None


class WamsZakenvraag(Bladvraag):
    """Which cases: all that wait for the own role, or the own ones."""

    eigen: bool = False


class WamsMeldingUit(Uitvoer):
    """What was reported."""

    melder_soort: str
    melder: str
    hoe: str
    tekst: str
    melder_bericht_op: date | None


class WamsBevindingUit(Uitvoer):
    """The finding on coherence."""

    samenhang: bool
    problemen: str
    onderbouwing: str
    binnen_termijn: bool
    te_laat_omdat: str


class WamsInformeringUit(Uitvoer):
    """When someone was told, or until when that was put off."""

    op: date | None
    hoe: str
    uitgesteld_tot: date | None
    reden: str


class WamsPuntUit(Uitvoer):
    """What is going on in one domain."""

    leefgebied: str
    tekst: str
    bron: str


class WamsLoketUit(Uitvoer):
    """That a desk is involved."""

    leefgebied: str
    loket: str


class WamsGezinslidUit(Uitvoer):
    """A member of the family; of who does not take part the name only."""

    id: UUID
    naam: str
    relatie: str
    neemt_deel: bool
    stemt_in_met: list[str]
    ingetrokken: list[str]
    telefoon: str
    informering: WamsInformeringUit | None
    punten: list[WamsPuntUit]
    loketten: list[WamsLoketUit]


class WamsDoelUit(Uitvoer):
    """A goal."""

    id: UUID
    persoon: UUID
    doel: str
    oordeel: str


class WamsPlanafspraakUit(Uitvoer):
    """An agreement."""

    id: UUID
    doel: UUID
    zin: str
    wie: str
    uiterlijk: date
    gelezen_op: date | None
    klaar: date | None


class WamsBezwaarUit(Uitvoer):
    """An objection and what was decided on it."""

    tekst: str
    op: date
    beslist_op: date | None
    toegewezen: bool | None
    motivering: str


class WamsZaaktermijnUit(Uitvoer):
    """A term of the case."""

    regel: str
    einde: date
    klaar: date | None


class WamsZaakUit(Uitvoer):
    """A case as whoever asks may see it: `beeld` says as whom."""

    id: UUID
    nummer: Annotated[str, Field(examples=["MP26-7K3M9QT"])]
    stap: Annotated[str, Field(examples=["plan"])]
    versie: int
    beeld: str
    naam: str
    volgende_termijn: date | None
    personen: list[WamsGezinslidUit]
    meldingen: list[WamsMeldingUit]
    bevinding: WamsBevindingUit | None
    doelen: list[WamsDoelUit]
    afspraken: list[WamsPlanafspraakUit]
    bezwaren: list[WamsBezwaarUit]
    evaluaties: list[str]
    overleg: date | None
    agenda: list[str]
    termijnen: list[WamsZaaktermijnUit]


class WamsNieuweMeldingIn(Invoer):
    """A report about someone."""

    achternaam: Annotated[str, Field(min_length=1, max_length=200)]
    tekst: Annotated[str, Field(min_length=1, max_length=2000)]
    melder_soort: Annotated[str, Field(max_length=40, examples=["professional"])]
    hoe: Annotated[str, Field(max_length=20, examples=["telefoon"])]
    melder: Annotated[str, Field(max_length=200)] = ""
    voorletters: Annotated[str, Field(max_length=40)] = ""
    geboortedatum: Dag | None = None
    telefoon: Annotated[str, Field(max_length=80)] = ""


@routes.get("/zaken", summary="Open zaken")
def wams_zaken(request: HttpRequest, vraag: Query[WamsZakenvraag]) -> WamsZakenUit:
    """The open cases that wait for the own role, what is due first on top."""
    begin = int(str(lees_bladwijzer(vraag.na, int)[0])) if vraag.na else 0
    rijen, totaal = queries.zaken(
        actor_van_verzoek(request), van_mij=vraag.eigen, begin=begin, aantal=vraag.aantal
    )
    einde = begin + len(rijen)
    return WamsZakenUit(
        items=[WamsZaakRegelUit(**als_regel(rij)) for rij in rijen],
        totaal=totaal,
        volgende=bladwijzer(einde) if einde < totaal else None,
    )


@routes.post("/zaken", summary="Melding vastleggen", status=201)
def wams_meld(request: HttpRequest, invoer: WamsNieuweMeldingIn) -> WamsZaakUit:
    """Record a report about someone."""
    actor = actor_van_verzoek(request)
    zaak = leg_melding_vast(actor, NieuweMelding(**invoer.model_dump()))
    return WamsZaakUit.model_validate(als_document(queries.zaak(actor, zaak.id)))


@routes.get("/zaken/{id}", summary="Eén zaak")
def wams_zaak(request: HttpRequest, id: UUID) -> MetVersie[WamsZaakUit]:
    """One case, as whoever asks may see it."""
    beeld = queries.zaak(actor_van_verzoek(request), id)
    return MetVersie(WamsZaakUit.model_validate(als_document(beeld)), beeld.zaak.versie)


class WamsNoodvraagIn(Invoer):
    """Of whom, what, which danger, and why it cannot wait."""

    persoon: UUID
    wat: Annotated[str, Field(max_length=20, examples=["veiligheid"])]
    gevaar: Annotated[str, Field(max_length=20, examples=["kind"])]
    waarom: Annotated[str, Field(max_length=250)]


class WamsNoodUit(Uitvoer):
    """What was opened in an emergency, once."""

    naam: str
    geboortedatum: date | None
    wat: str
    telefoon: str
    punten: list[str]
    vertellen_voor: Annotated[date, Field(description="Uiterlijk dan hoort de inwoner het")]


@routes.post("/zaken/{id}/nood", summary="In nood bekijken", status=201, herhaling="", fouten=(403, 404))
def wams_nood(request: HttpRequest, id: UUID, invoer: WamsNoodvraagIn) -> WamsNoodUit:
    """Open one kind of data of one person because someone is in danger; the supervisor sees it.

    It is never answered from what was kept: each call is a look of its own.
    """
    gezien = zie_in_nood(actor_van_verzoek(request), id, Noodvraag(**invoer.model_dump()))
    return WamsNoodUit(
        naam=gezien.naam,
        geboortedatum=gezien.geboortedatum,
        wat=gezien.wat,
        telefoon=gezien.telefoon,
        punten=list(gezien.punten),
        vertellen_voor=gezien.vertellen_voor,
    )


class WamsPlanvraag(Invoer):
    """In which language."""

    taal: Annotated[str, Field(max_length=2, examples=["nl"])] = "nl"


@routes.get("/zaken/{id}/planstuk", summary="Plan op papier", media=PDF, fouten=(404, 409))
def wams_planstuk(request: HttpRequest, id: UUID, vraag: Query[WamsPlanvraag]) -> HttpResponse:
    """The plan of two pages as PDF/UA."""
    return HttpResponse(
        queries.planstuk(actor_van_verzoek(request), id, vraag.taal),
        content_type=PDF,
        headers={"Content-Disposition": 'attachment; filename="plan.pdf"'},
    )


bied_aan(routes, "/zaken", HANDELINGEN.values(), voor="wams")
