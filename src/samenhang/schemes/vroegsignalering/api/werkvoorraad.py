"""The work stock, dividing it and undoing that; one's own work, filters and agenda."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Dag, Invoer, Uitvoer, geblader
from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.zaken.models import BewaardFilter
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.queries import Filter, WerkRij

routes = Routes()
Volgorde = Literal[
    "prioriteit", "termijn", "nummer", "stap", "behandelaar", "geopend",
    "-prioriteit", "-termijn", "-nummer", "-stap", "-behandelaar", "-geopend",
]  # fmt: skip


class Zoekvraag(Bladvraag):
    """Filters of the work stock."""

    stap: Annotated[
        str, Field(max_length=40, description="Alleen deze stap; leeg: alle behalve afgeronde")
    ] = ""
    behandelaar: Annotated[
        str, Field(max_length=36, description="`mij`, `niemand` of het id van een collega")
    ] = ""
    prioriteit: Annotated[int | None, Field(ge=1, le=9)] = None
    soort: Literal["", "enkelvoudig", "meervoudig", "opeenvolgend"] = ""
    partner: Annotated[
        Literal["", "huur", "energie", "water", "zorg", "anders"],
        Field(description="Soort partner; alleen samen met behandelaar=mij"),
    ] = ""
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


class TaakUit(Uitvoer):
    """A task, with its case."""

    id: UUID
    melding: UUID
    nummer: str
    soort: str
    titel: str
    uiterlijk: date | None

    @classmethod
    def van(cls, taak: Any) -> TaakUit:
        """From the row."""
        return cls(
            id=taak.id, melding=taak.zaak_id, nummer=taak.zaak.nummer, soort=taak.soort, titel=taak.titel_nl, uiterlijk=taak.uiterlijk
        )  # fmt: skip


class MijnWerkUit(Uitvoer):
    """The start page as data."""

    meldingen: list[WerkUit]
    terugbellen: list[TaakUit]
    taken: list[TaakUit]
    bezwaren: list[TaakUit]
    te_laat: int
    niet_toegewezen: int
    brp_open: int
    twijfelparen: int


@routes.get("/mijn-werk", summary="Mijn werk")
def mijn_werk(request: HttpRequest) -> MijnWerkUit:
    """What is mine and due, and what waits."""
    werk = queries.mijn_werk(actor_van_verzoek(request))
    return MijnWerkUit(
        meldingen=[WerkUit.van(rij) for rij in werk.zaken],
        terugbellen=[TaakUit.van(taak) for taak in werk.terugbellen],
        taken=[TaakUit.van(taak) for taak in werk.taken],
        bezwaren=[TaakUit.van(taak) for taak in werk.bezwaren],
        te_laat=werk.te_laat,
        niet_toegewezen=werk.niet_toegewezen,
        brp_open=werk.brp_open,
        twijfelparen=werk.twijfel,
    )


class Agendavraag(Bladvraag):
    """Which part of the agenda."""

    team: bool = False
    soort: Literal["", "termijn", "taak", "afspraak"] = ""
    van: Dag | None = None
    tot: Dag | None = None


class AgendaUit(Uitvoer):
    """One thing that is due."""

    soort: str
    dag: date
    titel: str
    melding: UUID
    nummer: str
    behandelaar: str
    artikel: str
    status: str


@routes.get("/agenda", summary="Agenda")
def agenda(request: HttpRequest, vraag: Query[Agendavraag]) -> Bladzijde[AgendaUit]:
    """Terms, tasks and agreements by day; no personal data of residents."""
    rijen = queries.agenda(
        actor_van_verzoek(request), team=vraag.team, soort=vraag.soort, van=vraag.van, tot=vraag.tot
    )
    blad, volgende = geblader(rijen, vraag)
    return Bladzijde(
        volgende=volgende,
        items=[
            AgendaUit(
                soort=r.soort, dag=r.dag, titel=r.titel.nl, melding=r.zaak_id, nummer=r.nummer, behandelaar=r.behandelaar,
                artikel=r.artikel, status=r.status,
            )
            for r in blad
        ],
    )  # fmt: skip


class FilterIn(Invoer):
    """A filter to keep."""

    naam: Annotated[str, Field(min_length=1, max_length=60)]
    stap: Annotated[str, Field(max_length=40)] = ""
    behandelaar: Annotated[str, Field(max_length=36)] = ""
    prioriteit: Annotated[int | None, Field(ge=1, le=9)] = None
    soort: Literal["", "enkelvoudig", "meervoudig", "opeenvolgend"] = ""
    te_laat: bool = False
    volgorde: Volgorde = "prioriteit"
    kolommen: Annotated[list[Annotated[str, Field(max_length=20)]], Field(max_length=10)] = []


class FilterUit(Uitvoer):
    """A saved filter."""

    id: UUID
    naam: str
    standaard: bool
    stap: str
    behandelaar: str
    prioriteit: int | None
    soort: str
    te_laat: bool
    volgorde: str
    kolommen: list[str]

    @classmethod
    def van(cls, rij: BewaardFilter) -> FilterUit:
        """From the row; what was not chosen has its default."""
        waarden: dict[str, Any] = {
            "stap": "",
            "behandelaar": "",
            "prioriteit": None,
            "soort": "",
            "te_laat": False,
        }
        waarden |= {"volgorde": "prioriteit", "kolommen": []} | rij.waarden
        waarden.pop("partner", None)
        return cls(id=rij.id, naam=rij.naam, standaard=rij.standaard, **waarden)


@routes.get("/filters", summary="Mijn filters")
def filters(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[FilterUit]:
    """The filters that the caller saved."""
    blad, volgende = geblader(queries.mijn_filters(actor_van_verzoek(request)), vraag)
    return Bladzijde(items=[FilterUit.van(rij) for rij in blad], volgende=volgende)


@routes.post("/filters", summary="Filter bewaren", status=201)
def filter_bewaren(request: HttpRequest, invoer: FilterIn) -> FilterUit:
    """Keep a filter under a name of one's own."""
    velden = invoer.model_dump(exclude={"naam", "kolommen"})
    return FilterUit.van(
        actions.bewaar_filter(actor_van_verzoek(request), invoer.naam, Filter(**velden), invoer.kolommen)
    )


class NaamIn(Invoer):
    """Another name."""

    naam: Annotated[str, Field(min_length=1, max_length=60)]


@routes.post("/filters/{id}/hernoemen", summary="Filter hernoemen")
def filter_hernoemen(request: HttpRequest, id: UUID, invoer: NaamIn) -> FilterUit:
    """Give one's own filter another name."""
    return FilterUit.van(actions.hernoem_filter(actor_van_verzoek(request), id, invoer.naam))


class StandaardIn(Invoer):
    """Whether the work stock opens with it."""

    standaard: bool = True


@routes.post("/filters/{id}/standaard", summary="Standaardfilter kiezen")
def filter_standaard(request: HttpRequest, id: UUID, invoer: StandaardIn) -> FilterUit:
    """Open the work stock with this filter from now on, or no longer."""
    return FilterUit.van(actions.maak_standaard(actor_van_verzoek(request), id, invoer.standaard))


class Weg(Uitvoer):
    """What was removed."""

    id: UUID


@routes.post("/filters/{id}/verwijderen", summary="Filter verwijderen")
def filter_verwijderen(request: HttpRequest, id: UUID) -> Weg:
    """Remove one's own filter."""
    actions.verwijder_filter(actor_van_verzoek(request), id)
    return Weg(id=id)
