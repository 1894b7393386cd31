"""One's own account over the API: who am I, in which roles, where logged in. For the session of a person."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.http import HttpRequest

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.kernel.beheer.account import eigen_account as lees_account
from samenhang.kernel.beheer.actions import account as acties

routes = Routes()


class EigenRolUit(Uitvoer):
    """A role of one's own, with dates, mandate and who gave it."""

    id: UUID
    scheme: str
    rol: str
    van: date
    tot: date | None
    stand: Literal["werkt", "komt", "weg"]
    mandaat: str
    verleend_door: str


class EigenSessieUit(Uitvoer):
    """Where one is logged in."""

    id: int
    apparaat: str
    adres: str
    begonnen: datetime
    gezien: datetime
    deze: bool


class EigenAccountUit(Uitvoer):
    """One's own account, in the capacity one acts in."""

    naam: str
    email: str
    taal: Literal["nl", "en"]
    organisatie: str
    tweede_factor: list[str]
    rollen: list[EigenRolUit]
    sessies: list[EigenSessieUit]


class TaalIn(Invoer):
    """The language of pages and mail."""

    taal: Literal["nl", "en"]


class UitgelogdUit(Uitvoer):
    """How many sessions ended."""

    beeindigd: int


def _account(request: HttpRequest) -> EigenAccountUit:
    account = lees_account(actor_van_verzoek(request), request.session.session_key or "")
    return EigenAccountUit(
        naam=account.naam,
        email=account.email,
        taal="en" if account.taal == "en" else "nl",
        organisatie=account.organisatie,
        tweede_factor=list(account.tweede_factor),
        rollen=[
            EigenRolUit(**{veld: getattr(r, veld) for veld in EigenRolUit.model_fields})
            for r in account.rollen
        ],
        sessies=[
            EigenSessieUit(**{veld: getattr(s, veld) for veld in EigenSessieUit.model_fields})
            for s in account.sessies
        ],
    )


@routes.get("/account", summary="Eigen account", fouten=(409,))
def eigen_account(request: HttpRequest) -> EigenAccountUit:
    """Name, roles with dates and mandate, sessions; 409 for a machine, which has no account."""
    return _account(request)


@routes.post("/account/taal", summary="Taal kiezen")
def eigen_taal(request: HttpRequest, invoer: TaalIn) -> EigenAccountUit:
    """Keep the language of pages and mail."""
    acties.kies_taal(actor_van_verzoek(request), invoer.taal)
    return _account(request)


@routes.post("/account/sessies/{id}/beeindiging", summary="Sessie beëindigen")
def eigen_sessie_beeindigen(request: HttpRequest, id: int) -> EigenAccountUit:
    """Log out one of one's own sessions."""
    acties.beeindig_sessie(actor_van_verzoek(request), id)
    return _account(request)


@routes.post("/account/uitlogging", summary="Overal uitloggen")
def eigen_uitlogging(request: HttpRequest) -> UitgelogdUit:
    """Log out everywhere, except here."""
    return UitgelogdUit(
        beeindigd=acties.log_overal_uit(actor_van_verzoek(request), behalve=request.session.session_key or "")
    )
