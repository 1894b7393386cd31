"""What staffing answers: the documents of the command, with names in camelCase as everywhere in the API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from samenhang.api.schemas import Bladvraag, Bladzijde, Dag, Invoer, Uitvoer


class ZinUit(Uitvoer):
    """A sentence in both languages."""

    nl: str
    en: str


class BezettingsdoelUit(Uitvoer):
    """The target of a plan."""

    procent: float
    seconden: int
    afhaken_procent: float | None
    norm: str | None
    bron: str | None
    status: str | None
    model: str
    minimaal: int
    hoogstens: int | None


class BezettingsweekUit(Uitvoer):
    """A week with its proof."""

    week: Dag
    stand: str
    uren: float | None
    ondergrens_uren: float | None
    kloof_procent: float | None
    bereikt_procent: float | None
    afhaken_procent: float | None
    knopen: int
    herhaalbaar: bool


class BezettingsdagUit(Uitvoer):
    """A day of a plan."""

    datum: Dag
    gesprekken: float
    uren: float
    bereikt_procent: float
    afhaken_procent: float | None


class HalfuurUit(Uitvoer):
    """A half hour of a plan: demand with its band, people, and what callers meet."""

    datum: Dag
    van: str
    gesprekken: float
    laag: int
    hoog: int
    mensen: int
    nodig: int
    bereikt_procent: float
    afhaken_procent: float | None
    gemiddeld_wachten_s: float | None
    bezet_procent: float


class BezettingsdienstUit(Uitvoer):
    """A shift of a plan."""

    datum: Dag
    van: str
    tot: str
    pauze: str | None
    mensen: int
    betaald_uren: float


class RamingstoetsUit(Uitvoer):
    """The forecast made again as of earlier weeks, beside repeating the last known week."""

    weken: int
    vooruit: int
    fout_procent: float
    fout_naief_procent: float
    verhouding: float
    fout_dag_procent: float
    fout_dag_naief_procent: float
    binnen_band_procent: float | None


class CampagneUit(Uitvoer):
    """A campaign of the period with its effect, and from how many earlier ones it comes."""

    naam: str
    soort: str
    effect_procent: float
    eerdere: int


class HistorieomvangUit(Uitvoer):
    """What the counts cover."""

    van: Dag
    tot: Dag
    halfuren: int
    gesprekken: int


class VerklaringUit(Uitvoer):
    """Where a demand comes from."""

    gesprekken: float
    bron: str
    herkomst: str = ""
    geteld: HistorieomvangUit | None = None
    weken_historie: int | None = None
    weken_vooruit: int | None = None
    toets: RamingstoetsUit | None = None
    campagnes: list[CampagneUit] = []
    opmerkingen: list[ZinUit]


class VraagdagUit(Uitvoer):
    """The demand of a day."""

    datum: Dag
    gesprekken: float
    laag: int
    hoog: int


class VraaghalfuurUit(VraagdagUit):
    """The demand of a half hour."""

    van: str


class RamingUit(VerklaringUit):
    """A forecast."""

    versie: str
    scenario: str
    naam: str
    dagen: list[VraagdagUit]
    halfuren: list[VraaghalfuurUit]


class PlanuitkomstUit(Uitvoer):
    """The whole answer of the engine."""

    versie: str
    motor: str
    zaad: int
    scenario: str
    naam: str
    doel: BezettingsdoelUit
    stand: Annotated[str, Field(description="optimaal, haalbaar, onhaalbaar of geen_antwoord")]
    herhaalbaar: bool
    uitleg: list[ZinUit]
    gesprekken: float
    uren: float | None
    uren_per_halfuur: float | None
    bereikt_procent: float | None
    afhaken_procent: float | None
    weken: list[BezettingsweekUit]
    dagen: list[BezettingsdagUit]
    halfuren: list[HalfuurUit]
    diensten: list[BezettingsdienstUit]
    raming: VerklaringUit
    hash: str


class PlanregelUit(Uitvoer):
    """A plan in a list."""

    id: UUID
    naam: str
    waarvoor: str
    van: Dag
    tot: Dag
    staat: Annotated[str, Field(description="concept, vastgesteld of vervangen")]
    stand: str
    uren: float | None
    bereikt_procent: float | None
    afhaken_procent: float | None
    gemaakt: datetime
    door: str


class PlanUit(PlanregelUit):
    """A plan with its answer."""

    vastgesteld: datetime | None
    vastgesteld_door: str
    vervangen_door: UUID | None
    uitkomst: PlanuitkomstUit


class PlannenUit(Bladzijde[PlanregelUit]):
    """A page of plans, the newest first."""

    totaal: int
    volgende: str | None


class Planvraag(Bladvraag):
    """Which plans."""


class PlanverschildagUit(Uitvoer):
    """What a day asks and gives beyond the first plan."""

    datum: Dag
    gesprekken: float | None
    uren: float | None
    bereikt_procent: float | None
    afhaken_procent: float | None


class PlanverschilUit(Uitvoer):
    """What the second plan asks and gives beyond the first."""

    gesprekken: float | None
    uren: float | None
    bereikt_procent: float | None
    afhaken_procent: float | None
    dagen: list[PlanverschildagUit]


class OngewijzigdUit(Uitvoer):
    """The second demand with the shifts of the first plan."""

    bereikt_procent: float
    afhaken_procent: float | None
    dagen: list[BezettingsdagUit]


class PlanvergelijkingUit(Uitvoer):
    """Two plans side by side."""

    voor: PlanuitkomstUit
    na: PlanuitkomstUit
    verschil: PlanverschilUit
    ongewijzigd: OngewijzigdUit | None


class RoosterdienstUit(Uitvoer):
    """A shift with who works it."""

    datum: Dag
    van: str
    tot: str
    pauze: str | None
    medewerkers: list[str]
    leeg: int
    reden: ZinUit | None


class RoosterpersoonUit(Uitvoer):
    """What the roster asks of somebody."""

    id: str
    uren: float
    contract_uren: int
    dagen: int
    avonden: int


class ZonderSeniorUit(Uitvoer):
    """A half hour in which no senior works."""

    datum: Dag
    van: str
    tot: str


class HefboomUit(ZinUit):
    """How many places would stay empty with one rule let go."""

    regel: str
    onbezet: int


class RoosterUit(Uitvoer):
    """A roster; `onbezet` places cannot be filled, for the reasons in `uitleg`."""

    stand: str
    motor: str
    herhaalbaar: bool
    hash: str
    zaad: int | None = None
    onbezet: int | None = None
    onbezet_bewezen: bool | None = None
    diensten: list[RoosterdienstUit] = []
    medewerkers: list[RoosterpersoonUit] = []
    zonder_senior: list[ZonderSeniorUit] = []
    uitleg: list[ZinUit] = []
    hefbomen: list[HefboomUit] = []


class DoelnormUit(Uitvoer):
    """A published target with its source."""

    norm: str
    procent: str | None = None
    seconden: str | None = None
    afhaken: str | None = None
    bron: str
    status: str


class DoelnormenUit(Uitvoer):
    """The published targets of a day."""

    doelen: list[DoelnormUit]


class Doelvraag(Invoer):
    """Of which day."""

    dag: Dag
