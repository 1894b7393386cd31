"""One melding and what is done with it."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from samenhang.api.adr import Dag, Invoer
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.api.gedeeld import RedenIn, actor_van
from samenhang.schemes.vroegsignalering.queries import ZaakBeeld

router = Router()


@router.get("/meldingen/{id}", summary="Eén melding")
def melding(request: HttpRequest, id: UUID) -> dict[str, Any]:
    """Everything the caller may see of one case; refused categories are named with their reason."""
    return _zaak(queries.melding(actor_van(request), id))


def _zaak(beeld: ZaakBeeld) -> dict[str, Any]:
    zaak = beeld.zaak
    return {
        "id": zaak.id,
        "nummer": zaak.nummer,
        "stap": zaak.stap,
        "prioriteit": zaak.prioriteit,
        "geopend": zaak.geopend,
        "gesloten": zaak.gesloten,
        "personen": [
            {
                "id": persoon.id,
                "naam": persoon.naam,
                "geboortedatum": persoon.geboortedatum,
                "adres": persoon.adres,
                "telefoon": persoon.telefoon,
                "email": persoon.email,
                "signalen": [
                    {
                        "partner": s.partner,
                        "soort": s.soort,
                        "bedrag": s.bedrag.draad(),
                        "datum": s.datum,
                        "dreiging": s.dreiging,
                        "datumDreiging": s.datum_dreiging,
                    }
                    for s in persoon.signalen
                ],
            }
            for persoon in beeld.personen
        ],
        "contactpogingen": [
            {"soort": p.soort, "datum": p.datum, "dagdeel": p.dagdeel, "bereikt": p.bereikt}
            for p in beeld.pogingen
        ],
        "aanbod": [
            {"datum": a.datum, "kanaal": a.kanaal, "aanvaardOp": a.aanvaard_op, "dreiging": a.dreiging}
            for a in beeld.aanbiedingen
        ],
        "uitkomst": beeld.uitkomst.resultaat if beeld.uitkomst else None,
        "termijnen": [
            {"regel": t.regel, "start": t.start, "einde": t.einde, "klaar": t.klaar} for t in beeld.termijnen
        ],
        "mogelijk": [
            {"overgang": overgang.naam, "belemmering": [fout.code for fout in fouten]}
            for overgang, fouten in beeld.keuzes
        ],
        "geweigerd": [{"categorie": categorie, "reden": reden} for categorie, reden in beeld.geweigerd],
    }


class PogingIn(Invoer):
    """A contact attempt."""

    soort: str
    datum: Dag
    dagdeel: str
    bereikt: bool


@router.post(
    "/meldingen/{id}/contactpogingen", response={201: dict[str, Any]}, summary="Contactpoging vastleggen"
)
def contactpoging(request: HttpRequest, id: UUID, invoer: PogingIn) -> Status[dict[str, Any]]:
    """Record one attempt to reach the household."""
    zaak = actions.leg_contactpoging_vast(actor_van(request), id, actions.Poging(**invoer.dict()))
    return Status(201, {"id": zaak.id, "stap": zaak.stap})


class BrpIn(Invoer):
    """What the BRP said."""

    woont_hier: Annotated[bool, Field(alias="woontHier")]
    toelichting: str = ""


@router.post("/meldingen/{id}/inwonerschap", summary="Inwonerschap vastleggen")
def inwonerschap(request: HttpRequest, id: UUID, invoer: BrpIn) -> dict[str, Any]:
    """Record whether the resident lives at the address."""
    zaak = actions.bevestig_inwoner(actor_van(request), id, invoer.woont_hier, invoer.toelichting)
    return {"id": zaak.id, "stap": zaak.stap}


class AanbodIn(Invoer):
    """An offer of a first talk."""

    kanaal: str
    datum: Dag


@router.post("/meldingen/{id}/aanbod", response={201: dict[str, Any]}, summary="Aanbod vastleggen")
def aanbod(request: HttpRequest, id: UUID, invoer: AanbodIn) -> Status[dict[str, Any]]:
    """Record the offer."""
    zaak = actions.doe_aanbod(actor_van(request), id, invoer.kanaal, invoer.datum)
    return Status(201, {"id": zaak.id, "stap": zaak.stap})


class AanvaardingIn(Invoer):
    """An acceptance: who, when, and whether a threat was confirmed."""

    persoon: UUID
    datum: Dag
    dreiging: bool


@router.post("/meldingen/{id}/aanvaarding", summary="Aanvaarding vastleggen")
def aanvaarding(request: HttpRequest, id: UUID, invoer: AanvaardingIn) -> dict[str, Any]:
    """The resident accepts; the statutory term starts and the referral goes out."""
    zaak = actions.aanvaard(actor_van(request), id, invoer.persoon, invoer.datum, invoer.dreiging)
    return {"id": zaak.id, "stap": zaak.stap, "termijn": zaak.volgende_termijn}


@router.post("/meldingen/{id}/gesprek", summary="Gesprek vastleggen")
def gesprek(request: HttpRequest, id: UUID) -> dict[str, Any]:
    """The first talk was held."""
    zaak = actions.leg_gesprek_vast(actor_van(request), id)
    return {"id": zaak.id, "stap": zaak.stap}


class AfrondingIn(Invoer):
    """A result and why."""

    resultaat: str
    reden: str


@router.post("/meldingen/{id}/afsluiten", summary="Melding afronden")
def afsluiten(request: HttpRequest, id: UUID, invoer: AfrondingIn) -> dict[str, Any]:
    """Close with a result that fits the history."""
    zaak = actions.rond_af(actor_van(request), id, invoer.resultaat, invoer.reden)
    return {"id": zaak.id, "stap": zaak.stap}


@router.post("/meldingen/{id}/heropenen", summary="Melding heropenen")
def heropenen(request: HttpRequest, id: UUID, invoer: RedenIn) -> dict[str, Any]:
    """Start contacting again."""
    zaak = actions.heropen(actor_van(request), id, invoer.reden)
    return {"id": zaak.id, "stap": zaak.stap}


@router.post("/meldingen/{id}/opschorten", summary="Melding opschorten")
def opschorten(request: HttpRequest, id: UUID, invoer: RedenIn) -> dict[str, Any]:
    """Suspend."""
    zaak = actions.schort_op(actor_van(request), id, invoer.reden)
    return {"id": zaak.id, "opgeschortSinds": zaak.opgeschort_sinds}


@router.post("/meldingen/{id}/hervatten", summary="Melding hervatten")
def hervatten(request: HttpRequest, id: UUID, invoer: RedenIn) -> dict[str, Any]:
    """Resume."""
    zaak = actions.hervat(actor_van(request), id, invoer.reden)
    return {"id": zaak.id, "stap": zaak.stap}
