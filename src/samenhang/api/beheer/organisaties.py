"""Organisations within the caller's reach."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.beheer.gedeeld import BeheerRedenIn, Kort
from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Invoer, Uitvoer
from samenhang.kernel.beheer import queries
from samenhang.kernel.beheer.actions import organisaties as acties
from samenhang.kernel.beheer.gegevens import OrganisatieGegevens
from samenhang.kernel.organisaties.models import Organisatie

routes = Routes()


class OrganisatieIn(Invoer):
    """An organisation; a number that is unknown stays empty."""

    soort: Kort
    naam: Kort
    kvk: Kort = ""
    oin: Kort = ""
    rsin: Kort = ""
    tooi: Kort = ""
    gemeentecode: Kort = ""


class OrganisatieWijzigingIn(OrganisatieIn):
    """The organisation as it is to be, with the reason."""

    reden: Kort


class OrganisatieUit(Uitvoer):
    """One organisation; `onderscheidend` tells it from its namesakes."""

    id: UUID
    soort: str
    naam: str
    onderscheidend: str
    kvk: str | None
    oin: str | None
    rsin: str | None
    tooi: str | None
    gemeentecode: str | None
    actief: bool
    beheerd_door: Annotated[UUID | None, Field(description="Wie de accounts beheert; null: zijzelf")]

    @classmethod
    def van(cls, rij: Organisatie) -> OrganisatieUit:
        """From the row."""
        gelijk = ("id", "soort", "naam", "kvk", "oin", "rsin", "tooi", "gemeentecode", "actief")
        return cls(
            onderscheidend=rij.onderscheidend,
            beheerd_door=rij.beheerd_door_id,
            **{veld: getattr(rij, veld) for veld in gelijk},
        )


class OrganisatieVraag(Bladvraag):
    """Filters of the list of organisations."""

    zoek: Annotated[str, Field(max_length=200, description="Deel van de naam, of een nummer")] = ""


@routes.get("/organisaties", summary="Organisaties")
def beheer_organisaties(request: HttpRequest, vraag: Query[OrganisatieVraag]) -> Bladzijde[OrganisatieUit]:
    """The caller's own organisation, and those whose workers it administers; by name."""
    rijen = queries.organisaties(
        actor_van_verzoek(request), zoek=vraag.zoek, na=vraag.na, aantal=vraag.aantal
    )
    return Bladzijde(
        items=[OrganisatieUit.van(rij) for rij in rijen],
        volgende=queries.na_naam(rijen[-1]) if len(rijen) == vraag.aantal else None,
    )


@routes.post("/organisaties", summary="Organisatie registreren", status=201)
def beheer_organisatie_registreren(request: HttpRequest, invoer: OrganisatieIn) -> OrganisatieUit:
    """Register an organisation, whose workers the caller's own organisation administers from then on."""
    gegevens = OrganisatieGegevens(**invoer.model_dump())
    return OrganisatieUit.van(acties.registreer_organisatie(actor_van_verzoek(request), gegevens))


@routes.get("/organisaties/{id}", summary="Eén organisatie")
def beheer_organisatie(request: HttpRequest, id: UUID) -> OrganisatieUit:
    """One organisation within reach."""
    return OrganisatieUit.van(queries.organisatie(actor_van_verzoek(request), id))


@routes.post("/organisaties/{id}/wijzigingen", summary="Organisatie wijzigen")
def beheer_organisatie_wijzigen(
    request: HttpRequest, id: UUID, invoer: OrganisatieWijzigingIn
) -> OrganisatieUit:
    """Replace name and numbers, with the reason; old and new go into the log."""
    gegevens = OrganisatieGegevens(**invoer.model_dump(exclude={"reden"}))
    return OrganisatieUit.van(
        acties.wijzig_organisatie(actor_van_verzoek(request), id, gegevens, invoer.reden)
    )


@routes.post("/organisaties/{id}/beeindiging", summary="Organisatie beëindigen")
def beheer_organisatie_beeindigen(request: HttpRequest, id: UUID, invoer: BeheerRedenIn) -> OrganisatieUit:
    """From now on nobody acts for this organisation; what it did is kept."""
    return OrganisatieUit.van(acties.beeindig_organisatie(actor_van_verzoek(request), id, invoer.reden))
