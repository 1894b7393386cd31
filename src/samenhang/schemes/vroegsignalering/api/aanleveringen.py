"""Deliveries and taking them up."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import File, Router, Status
from ninja.files import UploadedFile

from samenhang.schemes.vroegsignalering import aanleveren, actions, queries
from samenhang.schemes.vroegsignalering.api.gedeeld import actor_van

router = Router()


@router.post("/oppakken", summary="Signalen oppakken")
def oppakken(request: HttpRequest) -> dict[str, Any]:
    """Turn accepted signals into meldingen by the published rules."""
    return {"nieuw": actions.pak_signalen_op(actor_van(request))}


@router.get("/aanleveringen", summary="Aanleveringen")
def aanleveringen(request: HttpRequest) -> dict[str, Any]:
    """Deliveries received, or sent by the calling partner."""
    return {"aanleveringen": [_aanlevering(rij) for rij in queries.aanleveringen(actor_van(request))]}


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
    rij = queries.aanlevering(actor_van(request), id)
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
            actor_van(request), id, aanleveren.Bestand(Path(doel.name), naam, "api")
        )
    return Status(201, _aanlevering(aanlevering))
