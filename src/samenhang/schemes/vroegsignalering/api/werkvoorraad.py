"""The work stock, dividing it and undoing that."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Invoer, Uitvoer
from samenhang.kernel.basis import nieuw_id
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.queries import Filter, WerkRij

routes = Routes()
Volgorde = Literal[
    "prioriteit", "termijn", "nummer", "stap", "behandelaar", "geopend",
    "-prioriteit", "-termijn", "-nummer", "-stap", "-behandelaar", "-geopend",
]  # fmt: skip
Meldingsoort = Literal["", "enkelvoudig", "meervoudig", "opeenvolgend"]
Partnersoort = Annotated[
    Literal["", "huur", "energie", "water", "zorg", "anders"],
    Field(description="Soort partner; alleen samen met behandelaar=mij"),
]


class Zoekvraag(Bladvraag):
    """Filters of the work stock."""

    stap: Annotated[
        str, Field(max_length=40, description="Alleen deze stap; leeg: alle behalve afgeronde")
    ] = ""
    behandelaar: Annotated[
        str, Field(max_length=36, description="`mij`, `niemand` of het id van een collega")
    ] = ""
    prioriteit: Annotated[int | None, Field(ge=1, le=9)] = None
    soort: Meldingsoort = ""
    partner: Partnersoort = ""
    zoek: Annotated[
        str, Field(max_length=200, description="Nummer, of naam, geboortedatum of adres in eigen zaken")
    ] = ""
    te_laat: Annotated[bool, Field(description="Alleen met een verstreken termijn")] = False
    volgorde: Annotated[Volgorde, Field(description="Kolom; met een - ervoor aflopend")] = "prioriteit"


class WerkUit(Uitvoer):
    """One row of the work stock."""

    id: UUID
    nummer: str
    stap: str
    prioriteit: int
    soort: str
    naam: str
    adres: str
    behandelaar: str
    termijn: date | None
    geopend: datetime

    @classmethod
    def van(cls, rij: WerkRij) -> WerkUit:
        """From the list."""
        return cls(
            id=rij.id, nummer=rij.nummer, stap=rij.stap, prioriteit=rij.prioriteit, soort=rij.soort, naam=rij.naam,
            adres=rij.adres, behandelaar=rij.behandelaar, termijn=rij.termijn, geopend=rij.geopend,
        )  # fmt: skip


@routes.get("/meldingen", summary="Werkvoorraad")
def meldingen(request: HttpRequest, vraag: Query[Zoekvraag]) -> Bladzijde[WerkUit]:
    """The cases of the organisation in the order of the published rules; `volgende` continues the list."""
    lijst = queries.werkvoorraad(actor_van_verzoek(request), Filter(**vraag.model_dump()))
    return Bladzijde(items=[WerkUit.van(rij) for rij in lijst], volgende=lijst.volgende or None)


class ToewijzingIn(Invoer):
    """Cases, a colleague (empty: release) and why."""

    meldingen: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    medewerker: UUID | None = None
    reden: Annotated[str, Field(max_length=300)]


class VorigeUit(Uitvoer):
    """Who treated a case before; null: nobody."""

    melding: UUID
    medewerker: UUID | None


class ToewijzingUit(Uitvoer):
    """What was before; `id` undoes the whole at `/toewijzingen/{id}/ongedaan`."""

    id: UUID
    vorige: list[VorigeUit]


@routes.post("/toewijzingen", summary="Toewijzen of vrijgeven", fouten=(404, 409))
def toewijzen(request: HttpRequest, invoer: ToewijzingIn) -> ToewijzingUit:
    """Assign cases to a colleague or release them, all or none."""
    groep = nieuw_id()
    vorige = actions.wijs_toe(
        actor_van_verzoek(request), invoer.meldingen, invoer.medewerker, invoer.reden, groep=groep
    )
    return ToewijzingUit(
        id=groep, vorige=[VorigeUit(melding=zaak, medewerker=wie) for zaak, wie in vorige.items()]
    )


class OngedaanUit(Uitvoer):
    """How many cases went back, and how many stayed because they had moved on."""

    terug: int
    gebleven: int


@routes.post("/toewijzingen/{id}/ongedaan", summary="Toewijzing ongedaan maken")
def toewijzing_ongedaan(request: HttpRequest, id: UUID) -> OngedaanUit:
    """Take back an assignment of one's own, once."""
    terug, gebleven = actions.maak_toewijzing_ongedaan(actor_van_verzoek(request), id)
    return OngedaanUit(terug=terug, gebleven=gebleven)
