"""Who responded himself to an offer that the CAK mailed."""

from __future__ import annotations

from typing import Annotated, Literal

from django.http import HttpRequest
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.api.melding import MeldingUit
from samenhang.schemes.vroegsignalering.domain.cak import Reageerder

routes = Routes()


class ReactieIn(Invoer):
    """What the resident gave himself; there is no field for arrears."""

    achternaam: Annotated[str, Field(min_length=1, max_length=200, examples=["Dijk"])]
    voorletters: Annotated[str, Field(max_length=40)] = ""
    tussenvoegsel: Annotated[str, Field(max_length=20)] = ""
    geboortedatum: Dag | None = None
    straat: Annotated[str, Field(min_length=1, max_length=80)]
    huisnummer: Annotated[int, Field(ge=1, le=99_999)]
    huisletter: Annotated[str, Field(max_length=1)] = ""
    toevoeging: Annotated[str, Field(max_length=4)] = ""
    postcode: Annotated[str, Field(max_length=7, examples=["2611AB"])]
    woonplaats: Annotated[str, Field(min_length=1, max_length=80)]
    telefoon: Annotated[str, Field(max_length=20)] = ""
    email: Annotated[str, Field(max_length=254)] = ""
    datum: Dag
    kanaal: Literal["telefoon", "mail", "formulier", "balie"]
    dagdeel: Literal["", "Ochtend", "Middag", "Avond"] = ""


@routes.post("/reacties", summary="Reactie op het CAK registreren", status=201, fouten=(409,))
def registreer_reactie(request: HttpRequest, invoer: ReactieIn) -> MeldingUit:
    """Open a case for who responded to an offer of the CAK: on his own request, with nothing from the CAK."""
    actor = actor_van_verzoek(request)
    zaak = actions.registreer_reactie(actor, Reageerder(**invoer.model_dump()))
    return MeldingUit.van(queries.melding(actor, zaak.id))
