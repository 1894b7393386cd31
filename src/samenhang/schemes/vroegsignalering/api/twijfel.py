"""Doubtful pairs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from samenhang.api.adr import Invoer
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.api.gedeeld import actor_van

router = Router()


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
            for p in queries.twijfelparen(actor_van(request))
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
    actions.beoordeel(actor_van(request), id, invoer.zelfde)
    return {"id": id, "zelfde": invoer.zelfde}
