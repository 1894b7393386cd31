"""The work stock and dividing it."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from samenhang.api.adr import Invoer
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.api.gedeeld import actor_van
from samenhang.schemes.vroegsignalering.queries import WerkRij

router = Router()


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
    rijen = queries.werkvoorraad(actor_van(request), queries.Filter(**vraag.dict()))
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


class ToewijzingIn(Invoer):
    """Cases, a colleague (empty: release) and why."""

    meldingen: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    medewerker: UUID | None = None
    reden: str


@router.post("/toewijzingen", summary="Toewijzen of vrijgeven")
def toewijzen(request: HttpRequest, invoer: ToewijzingIn) -> dict[str, Any]:
    """Assign cases to a colleague or release them; `vorige` allows to undo."""
    vorige = actions.wijs_toe(actor_van(request), invoer.meldingen, invoer.medewerker, invoer.reden)
    return {"vorige": {str(zaak): str(wie) if wie else None for zaak, wie in vorige.items()}}
