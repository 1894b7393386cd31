"""`/api/v1/wams`: every operation calls the action of the page."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.handelingen import bied_aan
from samenhang.api.routes import MetVersie, Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.api.zaaklijst import Zaakvraag, ZakenUit, zakenblad
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions.melden import NieuweMelding, leg_melding_vast, neem_over
from samenhang.schemes.wams.actions.nood import (
    Conflictvraag,
    Noodbeeld,
    Noodvraag,
    zie_bij_conflict,
    zie_in_nood,
)
from samenhang.schemes.wams.api.schemas import (
    WamsDoorgegevenenUit,
    WamsDoorgegevenUit,
    WamsOverlegUit,
    WamsPartijzaakUit,
    WamsUitnodigingenUit,
    WamsZaakUit,
)
from samenhang.schemes.wams.document import (
    als_document,
    als_overleg,
    als_partijzaak,
    als_uitnodiging,
)
from samenhang.schemes.wams.handelingen import HANDELINGEN

routes = Routes()
router = routes.router
PDF = "application/pdf"


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
def wams_zaken(request: HttpRequest, vraag: Query[Zaakvraag]) -> ZakenUit:
    """The open cases that wait for the own role, what is due first on top."""
    return zakenblad(actor_van_verzoek(request), queries.zaken, vraag)


@routes.post("/zaken", summary="Melding vastleggen", status=201)
def wams_meld(request: HttpRequest, invoer: WamsNieuweMeldingIn) -> WamsZaakUit:
    """Record a report about someone."""
    actor = actor_van_verzoek(request)
    zaak = leg_melding_vast(actor, NieuweMelding(**invoer.model_dump()))
    return WamsZaakUit.model_validate(als_document(queries.zaak(actor, zaak.id)))


@routes.get("/doorgegeven", summary="Doorgegeven meldingen die wachten")
def wams_doorgegeven(request: HttpRequest) -> WamsDoorgegevenenUit:
    """Whom other schemes passed on, waiting to be taken in as a report."""
    regels = queries.doorgegeven(actor_van_verzoek(request))
    return WamsDoorgegevenenUit(doorgegeven=[WamsDoorgegevenUit(**asdict(regel)) for regel in regels])


@routes.post("/doorgegeven/{id}/zaak", summary="Doorgegeven melding overnemen", status=201)
def wams_neem_over(request: HttpRequest, id: UUID) -> WamsZaakUit:
    """Take in, as a report, whom another scheme passed on; the sender gets a receipt."""
    actor = actor_van_verzoek(request)
    zaak = neem_over(actor, id)
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


@routes.post("/zaken/{id}/nood", summary="In nood bekijken", status=201, herhaling="zelf", fouten=(403, 404))
def wams_nood(request: HttpRequest, id: UUID, invoer: WamsNoodvraagIn) -> WamsNoodUit:
    """Open one kind of data of one person because someone is in danger; the supervisor sees it.

    Its answer is kept nowhere: a call that is repeated is a look of its own, and logged as one.
    """
    return _nood(zie_in_nood(actor_van_verzoek(request), id, Noodvraag(**invoer.model_dump())))


@routes.post(
    "/zaken/{id}/conflict-van-plichten", summary="Bekijken wegens een conflict van plichten", status=201,
    herhaling="zelf", fouten=(403, 404),
)  # fmt: skip
def wams_conflict(request: HttpRequest, id: UUID, invoer: WamsNoodvraagIn) -> WamsNoodUit:
    """A party that takes part opens one kind of data of one person; the supervisor of the municipality sees it.

    As with `nood`, its answer is kept nowhere.
    """
    return _nood(zie_bij_conflict(actor_van_verzoek(request), id, Conflictvraag(**invoer.model_dump())))


def _nood(gezien: Noodbeeld) -> WamsNoodUit:
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


@routes.get(
    "/zaken/{id}/informeerbrief/{persoon}", summary="Brief over de melding", media=PDF, fouten=(403, 404, 409)
)
def wams_informeerbrief(
    request: HttpRequest, id: UUID, persoon: UUID, vraag: Query[WamsPlanvraag]
) -> HttpResponse:
    """The letter that tells someone of the family that there is a case about him, as PDF/UA."""
    return HttpResponse(
        queries.informeerbrief(actor_van_verzoek(request), id, persoon, vraag.taal),
        content_type=PDF,
        headers={"Content-Disposition": 'attachment; filename="brief.pdf"'},
    )


@routes.get(
    "/zaken/{id}/besluitbrief",
    summary="Brief met het besluit op een bezwaar",
    media=PDF,
    fouten=(403, 404, 409),
)
def wams_besluitbrief(request: HttpRequest, id: UUID, vraag: Query[WamsPlanvraag]) -> HttpResponse:
    """The letter of the last decision on an objection, as PDF/UA."""
    return HttpResponse(
        queries.besluitbrief(actor_van_verzoek(request), id, vraag.taal),
        content_type=PDF,
        headers={"Content-Disposition": 'attachment; filename="besluit-op-bezwaar.pdf"'},
    )


@routes.get("/zaken/{id}/casusoverleg", summary="Het casusoverleg", fouten=(403, 404))
def wams_casusoverleg(request: HttpRequest, id: UUID) -> MetVersie[WamsOverlegUit]:
    """The meeting: agenda, who is there and may see what, agreements, minutes."""
    beeld = queries.overleg(actor_van_verzoek(request), id)
    return MetVersie(WamsOverlegUit.model_validate(als_overleg(beeld)), beeld.zaak.versie)


@routes.get("/overleggen", summary="Mijn uitnodigingen")
def wams_overleggen(request: HttpRequest) -> WamsUitnodigingenUit:
    """The meetings to which a worker of a party is invited, and the cases in which he takes part."""
    rijen = queries.uitnodigingen(actor_van_verzoek(request))
    return WamsUitnodigingenUit.model_validate({"uitnodigingen": [als_uitnodiging(rij) for rij in rijen]})


@routes.get("/overleggen/{id}", summary="Eén zaak, voor een partij", fouten=(403, 404))
def wams_partijzaak(request: HttpRequest, id: UUID) -> MetVersie[WamsPartijzaakUit]:
    """A case as the party that asks may see it."""
    beeld = queries.partijzaak(actor_van_verzoek(request), id)
    return MetVersie(WamsPartijzaakUit.model_validate(als_partijzaak(beeld)), beeld.zaak.versie)


bied_aan(routes, "/zaken", HANDELINGEN.values(), voor="wams")
