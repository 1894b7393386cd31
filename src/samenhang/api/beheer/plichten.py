"""Background work that keeps failing."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Uitvoer, geblader
from samenhang.kernel.plichten import overzicht
from samenhang.kernel.plichten.models import PlichtItem

routes = Routes()


class PlichtItemUit(Uitvoer):
    """One item that failed; without `niet_voor` the next worker takes it."""

    id: int
    plicht: str
    item: str
    pogingen: int
    niet_voor: datetime | None
    fout: Annotated[str, Field(description="Zonder gegevens van personen")]
    error: str

    @classmethod
    def van(cls, rij: PlichtItem) -> PlichtItemUit:
        """From the row."""
        return cls(
            id=rij.id,
            plicht=rij.plicht,
            item=rij.item,
            pogingen=rij.pogingen,
            niet_voor=rij.niet_voor,
            fout=rij.fout,
            error=rij.fout_en,
        )


@routes.get("/plichten", summary="Achtergrondwerk dat mislukt", fouten=(403,))
def beheer_plichten(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[PlichtItemUit]:
    """The items that fail, most tried first; at most 200 in all."""
    blad, volgende = geblader(overzicht.mislukt(actor_van_verzoek(request)), vraag)
    return Bladzijde(items=[PlichtItemUit.van(rij) for rij in blad], volgende=volgende)


@routes.post("/plichten/{id}/poging", summary="Achtergrondwerk opnieuw proberen", fouten=(403, 404))
def beheer_plicht_opnieuw(request: HttpRequest, id: Annotated[int, Field(ge=0, le=2**31)]) -> PlichtItemUit:
    """Let the next worker take the item at once."""
    return PlichtItemUit.van(overzicht.opnieuw(actor_van_verzoek(request), id))
