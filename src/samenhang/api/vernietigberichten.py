"""Notices of destruction: as on the page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.kernel.verstrekkingen.actions.vernietigbericht import bevestig_vernietigbericht
from samenhang.kernel.verstrekkingen.queries import Vernietigbeeld, vernietigbericht, vernietigberichten

routes = Routes()


class VernietigberichtUit(Uitvoer):
    """That a source destroyed what a hand-over came from, and whether its receiver confirmed that he knows."""

    id: UUID
    overdracht: Annotated[UUID, Field(description="Nummer van de overdracht")]
    zaaknummer: str
    scheme: str
    titel: str
    title: str
    van: str
    naar: str
    artikel: str
    vernietigd: date
    ontvangen: datetime | None
    ontvangen_door: str
    hier: Annotated[bool, Field(description="De eigen organisatie vernietigde het")]
    te_laat: Annotated[bool, Field(description="Niet binnen twee werkdagen bevestigd")]

    @classmethod
    def uit(cls, beeld: Vernietigbeeld) -> VernietigberichtUit:
        """From the query's record."""
        return cls(
            id=beeld.id,
            overdracht=beeld.overdracht,
            zaaknummer=beeld.zaaknummer,
            scheme=beeld.scheme,
            titel=beeld.titel.nl,
            title=beeld.titel.en,
            van=beeld.van,
            naar=beeld.naar.nl,
            artikel=beeld.artikel,
            vernietigd=beeld.vernietigd,
            ontvangen=beeld.ontvangen,
            ontvangen_door=beeld.ontvangen_door,
            hier=beeld.hier,
            te_laat=beeld.te_laat,
        )


class VernietigberichtenUit(Uitvoer):
    """The notices, what waits longest first."""

    vernietigberichten: list[VernietigberichtUit]


class VernietigontvangstIn(Invoer):
    """Who confirms, and on which day."""

    door: Annotated[str, Field(max_length=200)]
    op: Dag


@routes.get("/vernietigberichten", summary="Vernietigberichten", fouten=(403,))
def berichten(request: HttpRequest) -> VernietigberichtenUit:
    """What the own organisation destroyed and others must hear, and what others destroyed."""
    beelden = vernietigberichten(actor_van_verzoek(request))
    return VernietigberichtenUit(vernietigberichten=[VernietigberichtUit.uit(beeld) for beeld in beelden])


@routes.post(
    "/vernietigberichten/{id}/ontvangst", summary="Bevestig een vernietigbericht", status=201, fouten=(403, 404, 409)
)  # fmt: skip
def bevestig(request: HttpRequest, id: UUID, invoer: VernietigontvangstIn) -> VernietigberichtUit:
    """Record that the receiver knows; gives the notice as it then is."""
    actor = actor_van_verzoek(request)
    bevestig_vernietigbericht(actor, id, invoer.door, invoer.op)
    return VernietigberichtUit.uit(vernietigbericht(actor, id))
