"""One's own work and the agenda."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Dag, Uitvoer, geblader
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.api.werkvoorraad import WerkUit

routes = Routes()


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
    op_naam: int
    te_laat: int
    taken_te_laat: int
    niet_toegewezen: int
    brp_te_vragen: int
    brp_te_beoordelen: int
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
        op_naam=werk.op_naam,
        te_laat=werk.te_laat,
        taken_te_laat=werk.taken_te_laat,
        niet_toegewezen=werk.niet_toegewezen,
        brp_te_vragen=werk.brp.te_vragen,
        brp_te_beoordelen=werk.brp.te_beoordelen,
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
                artikel=r.bron.nl, status=r.status,
            )
            for r in blad
        ],
    )  # fmt: skip
