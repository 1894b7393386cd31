"""Workers within the caller's reach."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.beheer.gedeeld import BeeindigingIn, BeheerRedenIn, Kort
from samenhang.api.beheer.sleutels import SleutelUit
from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Dag, Invoer, Uitvoer
from samenhang.kernel.beheer import queries
from samenhang.kernel.beheer.actions import medewerkers as acties
from samenhang.kernel.beheer.actions import uitnodigen
from samenhang.kernel.beheer.gegevens import MedewerkerGegevens
from samenhang.kernel.beheer.queries import MedewerkerBeeld, MedewerkerRij

routes = Routes()
Stand = Literal["werkt", "komt", "weg"]


class MedewerkerIn(Invoer):
    """Someone who comes to work at an organisation; the e-mail address is how he logs in."""

    organisatie: UUID
    naam: Kort
    email: Kort
    functie: Kort = ""
    van: Dag | None = None


class MedewerkerWijzigingIn(BeheerRedenIn):
    """What can change about a worker."""

    naam: Kort
    functie: Kort = ""


class MedewerkerVraag(Bladvraag):
    """Filters of the list of workers."""

    zoek: Annotated[str, Field(max_length=200, description="Deel van naam of e-mailadres")] = ""
    organisatie: UUID | None = None
    rol: Annotated[str, Field(max_length=100, description="Rol van vandaag, als scheme:rol")] = ""
    stand: Literal["werkt", "komt", "weg", "iedereen"] = "werkt"


class MedewerkerUit(Uitvoer):
    """A worker with the roles of today, as scheme:rol."""

    id: UUID
    naam: str
    functie: str
    email: str
    organisatie: UUID
    organisatienaam: str
    van: date
    tot: date | None
    stand: Stand
    rollen: list[str]

    @classmethod
    def van_rij(cls, rij: MedewerkerRij) -> MedewerkerUit:
        """From the row of the list."""
        return cls(**_velden(rij))


class RolvervullingUit(Uitvoer):
    """A role that someone holds, held or will hold, with its mandate and who gave it."""

    id: UUID
    scheme: str
    rol: str
    van: date
    tot: date | None
    stand: Stand
    mandaat: str
    verleend_door: str
    bron: Literal["lokaal", "claim"]


class MedewerkerBeeldUit(MedewerkerUit):
    """One worker in full."""

    wachtwoord: bool
    tweede_factor: bool
    gestopt: Annotated[datetime | None, Field(description="Sinds wanneer de toegang is gestopt")]
    rolvervullingen: list[RolvervullingUit]
    sleutels: list[SleutelUit]

    @classmethod
    def van_beeld(cls, beeld: MedewerkerBeeld) -> MedewerkerBeeldUit:
        """From the query."""
        return cls(
            **_velden(beeld.rij),
            wachtwoord=beeld.heeft_wachtwoord,
            tweede_factor=beeld.tweede_factor,
            gestopt=beeld.gestopt,
            rolvervullingen=[
                RolvervullingUit(**{veld: getattr(r, veld) for veld in RolvervullingUit.model_fields})
                for r in beeld.rollen
            ],
            sleutels=[SleutelUit.van_regel(regel) for regel in beeld.sleutels],
        )


def _velden(rij: MedewerkerRij) -> dict[str, Any]:
    gelijk = ("id", "naam", "functie", "email", "van", "tot", "stand")
    return {veld: getattr(rij, veld) for veld in gelijk} | {
        "organisatie": rij.organisatie_id,
        "organisatienaam": rij.organisatie,
        "rollen": [naam for naam, _ in rij.rollen],
    }


class UitnodigingUit(Uitvoer):
    """Where the invitation went."""

    email: str


class FactorwissingUit(Uitvoer):
    """How many second factors were forgotten."""

    gewist: int


@routes.get("/medewerkers", summary="Medewerkers", fouten=(404,))
def beheer_medewerkers(request: HttpRequest, vraag: Query[MedewerkerVraag]) -> Bladzijde[MedewerkerUit]:
    """Who works at the organisations within reach, by name."""
    filter_ = queries.MedewerkerFilter(
        organisatie=vraag.organisatie,
        rol=vraag.rol,
        zoek=vraag.zoek,
        stand="" if vraag.stand == "iedereen" else vraag.stand,
        na=vraag.na,
        aantal=vraag.aantal,
    )
    blad = queries.medewerkers(actor_van_verzoek(request), filter_)
    return Bladzijde(items=[MedewerkerUit.van_rij(rij) for rij in blad.rijen], volgende=blad.volgende or None)


@routes.post("/medewerkers", summary="Medewerker toevoegen", status=201, fouten=(404, 409))
def beheer_medewerker_toevoegen(request: HttpRequest, invoer: MedewerkerIn) -> MedewerkerBeeldUit:
    """Take someone on; he has no role and no password yet."""
    actor = actor_van_verzoek(request)
    gegevens = MedewerkerGegevens(invoer.naam, invoer.email, invoer.functie, invoer.van)
    rij = acties.voeg_medewerker_toe(actor, invoer.organisatie, gegevens)
    return MedewerkerBeeldUit.van_beeld(queries.medewerker(actor, rij.id))


@routes.get("/medewerkers/{id}", summary="Eén medewerker")
def beheer_medewerker(request: HttpRequest, id: UUID) -> MedewerkerBeeldUit:
    """One worker, with every role ever held and the keys."""
    return MedewerkerBeeldUit.van_beeld(queries.medewerker(actor_van_verzoek(request), id))


@routes.post("/medewerkers/{id}/wijzigingen", summary="Medewerker wijzigen")
def beheer_medewerker_wijzigen(
    request: HttpRequest, id: UUID, invoer: MedewerkerWijzigingIn
) -> MedewerkerBeeldUit:
    """Change name and job title, with the reason."""
    actor = actor_van_verzoek(request)
    acties.wijzig_medewerker(actor, id, invoer.naam, invoer.functie, invoer.reden)
    return MedewerkerBeeldUit.van_beeld(queries.medewerker(actor, id))


@routes.post("/medewerkers/{id}/beeindiging", summary="Medewerker beëindigen")
def beheer_medewerker_beeindigen(request: HttpRequest, id: UUID, invoer: BeeindigingIn) -> MedewerkerBeeldUit:
    """End an employment with all its roles; without a last day at once, everywhere logged out."""
    actor = actor_van_verzoek(request)
    acties.beeindig_medewerker(actor, id, invoer.reden, invoer.laatste_dag)
    return MedewerkerBeeldUit.van_beeld(queries.medewerker(actor, id))


@routes.post("/medewerkers/{id}/uitnodigingen", summary="Medewerker uitnodigen")
def beheer_medewerker_uitnodigen(request: HttpRequest, id: UUID) -> UitnodigingUit:
    """Mail a link with which the worker chooses a password."""
    return UitnodigingUit(email=uitnodigen.nodig_uit(actor_van_verzoek(request), id))


@routes.post("/medewerkers/{id}/heropening", summary="Toegang heropenen")
def beheer_medewerker_heropenen(request: HttpRequest, id: UUID, invoer: BeheerRedenIn) -> MedewerkerBeeldUit:
    """Let someone in again whose access was stopped, with the reason."""
    actor = actor_van_verzoek(request)
    acties.heropen_toegang(actor, id, invoer.reden)
    return MedewerkerBeeldUit.van_beeld(queries.medewerker(actor, id))


@routes.post("/medewerkers/{id}/factorwissing", summary="Tweede factor wissen")
def beheer_factor_wissen(request: HttpRequest, id: UUID, invoer: BeheerRedenIn) -> FactorwissingUit:
    """Forget a lost second factor and end the sessions; the worker sets a new one at the login."""
    return FactorwissingUit(
        gewist=acties.zet_tweede_factor_terug(actor_van_verzoek(request), id, invoer.reden)
    )
