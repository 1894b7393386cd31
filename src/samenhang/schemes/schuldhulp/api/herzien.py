"""`/normherzieningen`: all calculations of the register under the norms of another day, for a team lead."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.herzien import Herzieningsvraag, begin_herziening, neem_over
from samenhang.schemes.schuldhulp.domain.zaakherziening import Regelstand
from samenhang.schemes.schuldhulp.herziendocument import als_herziening, als_herzieningsbeeld

routes = Routes()


class NormherzieningIn(Invoer):
    """The day whose norms are to be used, and why."""

    naar: date
    reden: Annotated[str, Field(min_length=1, max_length=200)]


class HerzieningsvraagUit(Uitvoer):
    """A revision: without `gerekend` it is being calculated, without `afgerond` it was not taken over to its end."""

    id: UUID
    naar: date
    reden: str
    begonnen: datetime
    door: str
    gerekend: datetime | None
    overgenomen_door: str
    overgenomen_op: datetime | None
    afgerond: datetime | None


class NormherzieningenUit(Uitvoer):
    """The newest revisions."""

    normherzieningen: list[HerzieningsvraagUit]


class HerzieningsvoortgangUit(Uitvoer):
    """Cases done of all, and seconds left going by the pace so far."""

    klaar: int
    totaal: int
    seconden_resterend: int | None


class RegisternormUit(Uitvoer):
    """A norm that differs; empty where it was not used."""

    naam: str
    was: str
    wordt: str


class HerzieningszaakUit(Uitvoer):
    """A case by its number: which outcomes change (`capaciteit/type`) and through which norms. No amounts."""

    nummer: str
    behandelaar: str
    stand: Regelstand
    velden: list[str]
    normen: list[RegisternormUit]
    code: str


class NormherzieningUit(HerzieningsvraagUit):
    """A revision with how far it is, how many cases stand how, and those of which something is to be known."""

    voortgang: HerzieningsvoortgangUit
    tellingen: dict[str, int]
    normen: list[RegisternormUit]
    zaken: list[HerzieningszaakUit]


@routes.get("/normherzieningen", summary="Herzieningen van het register")
def normherzieningen(request: HttpRequest) -> NormherzieningenUit:
    """The newest revisions of your municipality."""
    rijen = queries.normherzieningen(actor_van_verzoek(request))
    return NormherzieningenUit(
        normherzieningen=[HerzieningsvraagUit.model_validate(als_herziening(rij)) for rij in rijen]
    )


@routes.post("/normherzieningen", summary="Reken alles door onder andere normen", status=201, fouten=(409,))
def begin_normherziening(request: HttpRequest, vraag: NormherzieningIn) -> HerzieningsvraagUit:
    """Have every calculation that can still be replaced done again; nothing changes by it."""
    rij = begin_herziening(actor_van_verzoek(request), Herzieningsvraag(vraag.naar, vraag.reden))
    return HerzieningsvraagUit.model_validate(als_herziening(rij))


@routes.get("/normherzieningen/{id}", summary="Eén herziening van het register", fouten=(404,))
def normherziening(request: HttpRequest, id: UUID) -> NormherzieningUit:
    """How far it is, who changes and through which norm."""
    beeld = queries.normherziening(actor_van_verzoek(request), id)
    return NormherzieningUit.model_validate(als_herzieningsbeeld(beeld))


@routes.post("/normherzieningen/{id}/overname", summary="Neem de nieuwe berekeningen over", fouten=(404, 409))
def neem_normherziening_over(request: HttpRequest, id: UUID) -> HerzieningsvraagUit:
    """Have the new calculation recorded in every case that changes; it names the one before and the reason."""
    return HerzieningsvraagUit.model_validate(als_herziening(neem_over(actor_van_verzoek(request), id)))
