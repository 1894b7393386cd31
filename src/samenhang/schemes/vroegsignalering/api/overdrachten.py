"""Hand-overs that leave."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Uitvoer, geblader
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.overdrachtbestand import als_document

routes = Routes()


class OverdrachtUit(Uitvoer):
    """One hand-over without its content."""

    id: UUID
    melding: UUID
    nummer: str
    soort: Annotated[str, Field(examples=["aanmelding"])]
    naar: str
    gemaakt: datetime
    ontvangen: datetime | None
    artikel: str
    gegevens: list[str]


@routes.get("/overdrachten", summary="Uitgaande overdrachten")
def overdrachten(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[OverdrachtUit]:
    """What goes to debt assistance or another municipality, the newest first; no data of residents."""
    blad, volgende = geblader(queries.overdrachten(actor_van_verzoek(request)), vraag)
    return Bladzijde(
        items=[
            OverdrachtUit(
                id=rij.id,
                melding=rij.zaak_id,
                nummer=rij.nummer,
                soort=rij.soort,
                naar=rij.naar if isinstance(rij.naar, str) else rij.naar.nl,
                gemaakt=rij.moment,
                ontvangen=rij.ontvangen,
                artikel=rij.wet.artikel,
                gegevens=[deel.nl for deel in rij.gegevens],
            )
            for rij in blad
        ],
        volgende=volgende,
    )


class GrondslagUit(Uitvoer):
    """The legal basis: name, article, and whether its text was checked."""

    titel: str
    artikel: str
    bevestigd: bool


class AchterstandUit(Uitvoer):
    """Arrears with one kind of partner."""

    soort: Annotated[str, Field(examples=["energie"])]
    bedrag: Annotated[str, Field(examples=["847.26"])]


class InhoudUit(Uitvoer):
    """What is passed on; a field that this kind of hand-over does not have is null."""

    meldingnummer: str
    naam: str
    geboortedatum: date | None = None
    adres: str | None = None
    telefoon: str | None = None
    email: str | None = None
    aanvaard_op: date | None = None
    dreiging: bool | None = None
    eerste_gesprek_uiterlijk: date | None = None
    naar_gemeente: str | None = None
    achterstanden: list[AchterstandUit]


class OverdrachtinhoudUit(Uitvoer):
    """One hand-over as its receiver reads it."""

    overdracht: UUID
    soort: str
    titel: str
    van: str
    gemaakt: datetime
    ontvangen: datetime | None
    grondslag: GrondslagUit
    inhoud: InhoudUit


@routes.get("/overdrachten/{id}", summary="Eén overdracht met haar inhoud")
def overdracht(request: HttpRequest, id: UUID) -> OverdrachtinhoudUit:
    """Exactly what is passed on, for who treats its case; each call is logged about the person."""
    beeld = queries.overdracht_ophalen(actor_van_verzoek(request), id)
    achterstanden = [
        AchterstandUit(soort=soort, bedrag=bedrag) for soort, bedrag in beeld.inhoud["achterstanden"]
    ]
    inhoud = InhoudUit(**(beeld.inhoud | {"achterstanden": achterstanden}))
    return OverdrachtinhoudUit(**(als_document(beeld) | {"inhoud": inhoud}))
