"""The destruction records; the same query as the page."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladzijde, Dag, Invoer, Uitvoer
from samenhang.kernel.vernietiging.queries import VernietigingBeeld, VernietigingFilter, vernietigingen

routes = Routes()


class VernietigingVraag(Invoer):
    """Which records."""

    van: Dag | None = None
    tot: Dag | None = None
    regel: Annotated[str, Field(max_length=40)] = ""
    na: Annotated[UUID | None, Field(description="`volgende` van de vorige bladzijde")] = None


class AantalUit(Uitvoer):
    """How many of a kind."""

    soort: str
    aantal: int


class VernietigingUit(Uitvoer):
    """One destruction: what, how many, under which rule; never whose."""

    id: UUID
    operatie: UUID
    moment: datetime
    scheme: str
    regel: str
    termijn: str
    artikel: str
    status: str
    aantallen: list[AantalUit]
    door: str

    @classmethod
    def van(cls, rij: VernietigingBeeld) -> VernietigingUit:
        """From the query's record."""
        return cls(
            id=rij.id,
            operatie=rij.operatie_id,
            moment=rij.moment,
            scheme=rij.scheme,
            regel=rij.regel,
            termijn=rij.termijn,
            artikel=rij.artikel,
            status=rij.status,
            aantallen=[AantalUit(soort=soort, aantal=aantal) for soort, aantal in rij.aantallen],
            door=rij.door,
        )


@routes.get("/vernietigingen", summary="Vernietigde gegevens", fouten=(403,))
def lijst(request: HttpRequest, vraag: Query[VernietigingVraag]) -> Bladzijde[VernietigingUit]:
    """The records of the own organisation, newest first."""
    rijen, volgende = vernietigingen(
        actor_van_verzoek(request), VernietigingFilter(vraag.van, vraag.tot, vraag.regel, vraag.na)
    )
    return Bladzijde[VernietigingUit](
        items=[VernietigingUit.van(rij) for rij in rijen], volgende=str(volgende) if volgende else None
    )
