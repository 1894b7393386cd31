"""The list of home visits."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.categorie import CategorieUitvoer, uit_categorie
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.schemes.vroegsignalering import queries, uitgaven

routes = Routes()


class Bezoekvraag(Invoer):
    """Which part of the list."""

    postcodes: Annotated[str, Field(max_length=200, examples=["2611-2613 2620"])] = ""
    dagdeel: Annotated[
        Literal["", "Ochtend", "Middag", "Avond"],
        Field(description="Alleen wie in dit dagdeel nog geen bezoek had"),
    ] = ""


@uit_categorie(uitgaven.POGING)
class EerderUit(CategorieUitvoer):
    """An earlier attempt."""


class BezoekUit(Uitvoer):
    """One door; nothing about arrears or partners."""

    melding: UUID
    nummer: str
    naam: str
    mensen: int
    straat: str
    huisnummer: str
    postcode: str
    woonplaats: str
    eerder: list[EerderUit]
    nog_niet: list[str]
    uiterlijk: date | None


class Bezoeken(Uitvoer):
    """The list, in the order of the walk."""

    bezoeken: list[BezoekUit]


@routes.get("/bezoeken", summary="Huisbezoeken")
def bezoeken(request: HttpRequest, vraag: Query[Bezoekvraag]) -> Bezoeken:
    """The own cases that are to be visited now, by postcode, street and number."""
    rijen = queries.bezoeklijst(actor_van_verzoek(request), queries.Bezoekkeuze(vraag.postcodes, vraag.dagdeel))  # fmt: skip
    return Bezoeken(
        bezoeken=[
            BezoekUit(
                melding=b.zaak_id,
                eerder=[EerderUit.van_beeld(p) for p in b.eerder],
                nog_niet=list(b.nog_niet),
                **{
                    veld: getattr(b, veld)
                    for veld in ("nummer", "naam", "mensen", "straat", "huisnummer", "postcode", "woonplaats", "uiterlijk")
                },
            )
            for b in rijen
        ]
    )  # fmt: skip
