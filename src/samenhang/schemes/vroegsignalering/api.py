"""`/api/v1/vroegsignalering`: the scheme's part of the API. Every operation calls the action of the page."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import File, Query, Router, Status
from ninja.files import UploadedFile
from pydantic import Field

from samenhang.api.adr import Dag, Invoer
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import aanleveren, actions, queries
from samenhang.schemes.vroegsignalering.queries import WerkRij, ZaakBeeld

router = Router()


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.auth  # type: ignore[attr-defined]
    return actor


class Zoekvraag(Invoer):
    """Filters of the work stock."""

    stap: str = ""
    behandelaar: str = ""
    prioriteit: Annotated[int | None, Field(ge=1, le=9)] = None
    zoek: Annotated[str, Field(max_length=200)] = ""
    te_laat: Annotated[bool, Field(alias="teLaat")] = False
    na: Annotated[str, Field(max_length=100)] = ""
    aantal: Annotated[int, Field(ge=1, le=100)] = 100


@router.get("/meldingen", summary="Werkvoorraad")
def meldingen(request: HttpRequest, vraag: Query[Zoekvraag]) -> dict[str, Any]:
    """The cases of the organisation in the order of the published rules; `volgende` continues the list."""
    rijen = queries.werkvoorraad(_actor(request), queries.Filter(**vraag.dict()))
    volgende = rijen[-1].bladwijzer if len(rijen) == vraag.aantal else None
    return {"meldingen": [_rij(rij) for rij in rijen], "volgende": volgende}


def _rij(rij: WerkRij) -> dict[str, Any]:
    return {
        "id": rij.id,
        "nummer": rij.nummer,
        "stap": rij.stap,
        "prioriteit": rij.prioriteit,
        "naam": rij.naam,
        "adres": rij.adres,
        "behandelaar": rij.behandelaar,
        "termijn": rij.termijn,
        "geopend": rij.geopend,
    }


@router.get("/meldingen/{id}", summary="Eén melding")
def melding(request: HttpRequest, id: UUID) -> dict[str, Any]:
    """Everything the caller may see of one case; refused categories are named with their reason."""
    return _zaak(queries.melding(_actor(request), id))


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
    zaak = actions.leg_contactpoging_vast(_actor(request), id, actions.Poging(**invoer.dict()))
    return Status(201, {"id": zaak.id, "stap": zaak.stap})


class BrpIn(Invoer):
    """What the BRP said."""

    woont_hier: Annotated[bool, Field(alias="woontHier")]
    toelichting: str = ""


@router.post("/meldingen/{id}/inwonerschap", summary="Inwonerschap vastleggen")
def inwonerschap(request: HttpRequest, id: UUID, invoer: BrpIn) -> dict[str, Any]:
    """Record whether the resident lives at the address."""
    zaak = actions.bevestig_inwoner(_actor(request), id, invoer.woont_hier, invoer.toelichting)
    return {"id": zaak.id, "stap": zaak.stap}


class AanbodIn(Invoer):
    """An offer of a first talk."""

    kanaal: str
    datum: Dag


@router.post("/meldingen/{id}/aanbod", response={201: dict[str, Any]}, summary="Aanbod vastleggen")
def aanbod(request: HttpRequest, id: UUID, invoer: AanbodIn) -> Status[dict[str, Any]]:
    """Record the offer."""
    zaak = actions.doe_aanbod(_actor(request), id, invoer.kanaal, invoer.datum)
    return Status(201, {"id": zaak.id, "stap": zaak.stap})


class AanvaardingIn(Invoer):
    """An acceptance: who, when, and whether a threat was confirmed."""

    persoon: UUID
    datum: Dag
    dreiging: bool


@router.post("/meldingen/{id}/aanvaarding", summary="Aanvaarding vastleggen")
def aanvaarding(request: HttpRequest, id: UUID, invoer: AanvaardingIn) -> dict[str, Any]:
    """The resident accepts; the statutory term starts and the referral goes out."""
    zaak = actions.aanvaard(_actor(request), id, invoer.persoon, invoer.datum, invoer.dreiging)
    return {"id": zaak.id, "stap": zaak.stap, "termijn": zaak.volgende_termijn}


@router.post("/meldingen/{id}/gesprek", summary="Gesprek vastleggen")
def gesprek(request: HttpRequest, id: UUID) -> dict[str, Any]:
    """The first talk was held."""
    zaak = actions.leg_gesprek_vast(_actor(request), id)
    return {"id": zaak.id, "stap": zaak.stap}


class AfrondingIn(Invoer):
    """A result and why."""

    resultaat: str
    reden: str


@router.post("/meldingen/{id}/afsluiten", summary="Melding afronden")
def afsluiten(request: HttpRequest, id: UUID, invoer: AfrondingIn) -> dict[str, Any]:
    """Close with a result that fits the history."""
    zaak = actions.rond_af(_actor(request), id, invoer.resultaat, invoer.reden)
    return {"id": zaak.id, "stap": zaak.stap}


class RedenIn(Invoer):
    """Why."""

    reden: str


@router.post("/meldingen/{id}/heropenen", summary="Melding heropenen")
def heropenen(request: HttpRequest, id: UUID, invoer: RedenIn) -> dict[str, Any]:
    """Start contacting again."""
    zaak = actions.heropen(_actor(request), id, invoer.reden)
    return {"id": zaak.id, "stap": zaak.stap}


@router.post("/meldingen/{id}/opschorten", summary="Melding opschorten")
def opschorten(request: HttpRequest, id: UUID, invoer: RedenIn) -> dict[str, Any]:
    """Suspend."""
    zaak = actions.schort_op(_actor(request), id, invoer.reden)
    return {"id": zaak.id, "opgeschortSinds": zaak.opgeschort_sinds}


@router.post("/meldingen/{id}/hervatten", summary="Melding hervatten")
def hervatten(request: HttpRequest, id: UUID, invoer: RedenIn) -> dict[str, Any]:
    """Resume."""
    zaak = actions.hervat(_actor(request), id, invoer.reden)
    return {"id": zaak.id, "stap": zaak.stap}


class ToewijzingIn(Invoer):
    """Cases, a colleague (empty: release) and why."""

    meldingen: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    medewerker: UUID | None = None
    reden: str


@router.post("/toewijzingen", summary="Toewijzen of vrijgeven")
def toewijzen(request: HttpRequest, invoer: ToewijzingIn) -> dict[str, Any]:
    """Assign cases to a colleague or release them; `vorige` allows to undo."""
    vorige = actions.wijs_toe(_actor(request), invoer.meldingen, invoer.medewerker, invoer.reden)
    return {"vorige": {str(zaak): str(wie) if wie else None for zaak, wie in vorige.items()}}


@router.get("/twijfelparen", summary="Twijfelparen")
def twijfelparen(request: HttpRequest) -> dict[str, Any]:
    """Pairs that wait for a judgement."""
    return {
        "paren": [
            {
                "id": p.id,
                "zekerheid": p.zekerheid,
                "links": _naam(p.links, p.links_partner),
                "rechts": _naam(p.rechts, p.rechts_partner),
            }
            for p in queries.twijfelparen(_actor(request))
        ]
    }


def _naam(naam: Any, partner: str) -> dict[str, Any]:
    velden = (
        "voorletters",
        "voornaam",
        "tussenvoegsel",
        "achternaam",
        "geboortedatum",
        "straat",
        "huisnummer",
        "postcode",
        "woonplaats",
    )
    return {"partner": partner} | {veld: getattr(naam, veld) for veld in velden}


class OordeelIn(Invoer):
    """Whether both are one person."""

    zelfde: bool


@router.post("/twijfelparen/{id}/oordeel", summary="Twijfelpaar beoordelen")
def oordeel(request: HttpRequest, id: UUID, invoer: OordeelIn) -> dict[str, Any]:
    """Judge a pair; it is never asked again."""
    actions.beoordeel(_actor(request), id, invoer.zelfde)
    return {"id": id, "zelfde": invoer.zelfde}


@router.post("/oppakken", summary="Signalen oppakken")
def oppakken(request: HttpRequest) -> dict[str, Any]:
    """Turn accepted signals into meldingen by the published rules."""
    return {"nieuw": actions.pak_signalen_op(_actor(request))}


@router.get("/aanleveringen", summary="Aanleveringen")
def aanleveringen(request: HttpRequest) -> dict[str, Any]:
    """Deliveries received, or sent by the calling partner."""
    return {"aanleveringen": [_aanlevering(rij) for rij in queries.aanleveringen(_actor(request))]}


def _aanlevering(rij: Any) -> dict[str, Any]:
    return {
        "id": rij.id,
        "bestandsnaam": rij.bestandsnaam,
        "partner": rij.afzender.naam,
        "ontvangen": rij.ontvangen,
        "status": rij.status,
        "code": rij.code,
        "gelezen": rij.gelezen,
        "geaccepteerd": rij.geaccepteerd,
        "afgekeurd": rij.afgekeurd,
        "dubbel": rij.dubbel,
    }


@router.get("/aanleveringen/{id}/fouten", summary="Foutenrapport")
def fouten(request: HttpRequest, id: UUID) -> dict[str, Any]:
    """What was wrong in a delivery, line by line."""
    rij = queries.aanlevering(_actor(request), id)
    return {
        "fouten": [
            {"regel": f.regel, "kolom": f.kolom, "code": f.code, "tekst": f.tekst, "text": f.text}
            for f in rij.fouten.all()[:10_000]
        ]
    }


@router.post("/partners/{id}/aanleveringen", response={201: dict[str, Any]}, summary="Bestand aanleveren")
def lever_aan(request: HttpRequest, id: UUID, bestand: File[UploadedFile]) -> Status[dict[str, Any]]:
    """Deliver a file of signals; the same file again is the same delivery, so a call can be repeated safely."""
    with tempfile.NamedTemporaryFile(suffix=".csv") as doel:
        for brok in bestand.chunks():
            doel.write(brok)
        doel.flush()
        naam = (bestand.name or "bestand.csv")[:200]
        aanlevering = aanleveren.lever_aan(
            _actor(request), id, aanleveren.Bestand(Path(doel.name), naam, "api")
        )
    return Status(201, _aanlevering(aanlevering))
