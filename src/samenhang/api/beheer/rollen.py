"""Roles with their mandate."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest

from samenhang.api.beheer.gedeeld import BeeindigingIn, BeheerRedenIn, Kort
from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.kernel.beheer.actions import rollen as acties
from samenhang.kernel.beheer.gegevens import RolGegevens
from samenhang.kernel.organisaties.models import Rolvervulling

routes = Routes()


class RolIn(Invoer):
    """A role of a scheme, with the basis on which it is given."""

    scheme: Kort
    rol: Kort
    mandaat: Kort
    van: Dag | None = None
    tot: Dag | None = None


class MandaatIn(BeheerRedenIn):
    """The basis on which a role rests, corrected."""

    mandaat: Kort


class RolUit(Uitvoer):
    """A role as it stands; `tot` is the last day."""

    id: UUID
    medewerker: UUID
    scheme: str
    rol: str
    van: date
    tot: date | None
    mandaat: str

    @classmethod
    def van_rij(cls, rij: Rolvervulling) -> RolUit:
        """From the row."""
        gelijk = ("id", "scheme", "rol", "van", "tot", "mandaat")
        return cls(medewerker=rij.medewerker_id, **{veld: getattr(rij, veld) for veld in gelijk})


@routes.post("/medewerkers/{id}/rollen", summary="Rol verlenen", status=201)
def beheer_rol_verlenen(request: HttpRequest, id: UUID, invoer: RolIn) -> RolUit:
    """Give a role of a scheme that the caller administers; never to oneself."""
    gegevens = RolGegevens(**invoer.model_dump())
    return RolUit.van_rij(acties.verleen_rol(actor_van_verzoek(request), id, gegevens))


@routes.post("/rollen/{id}/beeindiging", summary="Rol beëindigen")
def beheer_rol_beeindigen(request: HttpRequest, id: UUID, invoer: BeeindigingIn) -> RolUit:
    """End a role, at once or after a last day; the last administrator stays."""
    rij = acties.beeindig_rol(actor_van_verzoek(request), id, invoer.reden, invoer.laatste_dag)
    return RolUit.van_rij(rij)


@routes.post("/rollen/{id}/mandaten", summary="Mandaat verbeteren")
def beheer_mandaat_wijzigen(request: HttpRequest, id: UUID, invoer: MandaatIn) -> RolUit:
    """Correct the basis on which a role rests; the old text stays in the log."""
    rij = acties.wijzig_mandaat(actor_van_verzoek(request), id, invoer.mandaat, invoer.reden)
    return RolUit.van_rij(rij)
