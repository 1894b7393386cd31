"""Plans of staffing for the planner, and questions that keep nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import inzien
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.plannen import Grens
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.helplijn.domain.bezetting import antwoord
from samenhang.schemes.helplijn.domain.bezetting.doelen import alle_doelen
from samenhang.schemes.helplijn.domain.bezetting.lezen import Lezing
from samenhang.schemes.helplijn.domain.bezetting.rooster import rooster
from samenhang.schemes.helplijn.models import Bezettingsplan
from samenhang.schemes.helplijn.scheme import PLANNER, SCHEME

GRENS = Grens(seconden=30.0)


@dataclass(frozen=True, slots=True)
class Planregel:
    """A plan in a list."""

    id: UUID
    naam: str
    waarvoor: str
    van: date
    tot: date
    staat: str
    stand: str
    uren: float | None
    bereikt_procent: float | None
    afhaken_procent: float | None
    gemaakt: datetime
    door: str


@dataclass(frozen=True, slots=True)
class Planbeeld:
    """A plan with its question and its whole answer."""

    regel: Planregel
    vastgesteld: datetime | None
    vastgesteld_door: str
    vervangen_door: UUID | None
    invoer: dict[str, Any]
    uitkomst: dict[str, Any]
    scenario_som: str


@inzien(SCHEME, "bezettingsplannen bekijken")
def bezettingsplannen(actor: Actor, *, begin: int = 0, aantal: int = 50) -> tuple[Sequence[Planregel], int]:
    """A page of the plans of this line, the newest first; and how many there are."""
    rol_vereist(actor, SCHEME.naam, PLANNER)
    rijen = _plannen(actor)
    return [
        _regel(plan) for plan in rijen.order_by("-run__gemaakt", "-id")[begin : begin + aantal]
    ], rijen.count()


@inzien(SCHEME, "bezettingsplan bekijken")
def bezettingsplan(actor: Actor, plan_id: UUID) -> Planbeeld:
    """One plan; raises `Geweigerd` (404) when it is not of this line."""
    rol_vereist(actor, SCHEME.naam, PLANNER)
    plan = plan_van(actor, plan_id)
    return Planbeeld(
        _regel(plan),
        plan.vastgesteld,
        str(plan.vastgesteld_door or ""),
        plan.vervangen_door_id,
        plan.run.scenario.invoer,
        plan.run.uitkomst,
        plan.run.scenario.som,
    )


def plan_van(actor: Actor, plan_id: UUID, *, op_slot: bool = False) -> Bezettingsplan:
    """The row of a plan of this line, locked when it is going to change."""
    rijen = _plannen(actor)
    plan = (rijen.select_for_update(of=("self",)) if op_slot else rijen).filter(id=plan_id).first()
    if plan is None:
        raise Geweigerd("plan_onbekend", Tekst("Dit plan bestaat hier niet.", "This plan does not exist here."), status=404)  # fmt: skip
    return plan


def _plannen(actor: Actor) -> QuerySet[Bezettingsplan]:
    return Bezettingsplan.objects.filter(run__scenario__organisatie_id=actor.organisatie).select_related(
        "run__scenario__door", "vastgesteld_door"
    )


def _regel(plan: Bezettingsplan) -> Planregel:
    run, scenario = plan.run, plan.run.scenario
    return Planregel(
        plan.id,
        scenario.naam,
        scenario.waarvoor,
        scenario.van,
        scenario.tot,
        plan.staat,
        run.stand,
        run.uitkomst["uren"],
        run.uitkomst["bereikt_procent"],
        run.uitkomst["afhaken_procent"],
        run.gemaakt,
        str(scenario.door or ""),
    )


def raam_vraag(
    actor: Actor, document: object, historie: bytes | None = None, bestand: str = ""
) -> dict[str, Any]:
    """The forecast for a document; keeps nothing, as what follows here."""
    rol_vereist(actor, SCHEME.naam, PLANNER)
    return antwoord.raming(document, standaardkalender(), historie, bestand)


@inzien(SCHEME, "bezetting vergelijken")
def plan_anders(actor: Actor, plan_id: UUID, anders: dict[str, Any]) -> dict[str, Any]:
    """A plan that is kept beside the same question with something else in it."""
    rol_vereist(actor, SCHEME.naam, PLANNER)
    scenario = plan_van(actor, plan_id).run.scenario
    document = {"scenario": scenario.invoer, "anders": anders}
    historie = scenario.historie.encode() if scenario.historie else None
    return antwoord.vergelijk(document, standaardkalender(), historie, grens=GRENS)


def maak_rooster(actor: Actor, document: object, lezing: Lezing | None = None) -> dict[str, Any]:
    """Who works which shift. It tells of people's availability: for the planner only, and kept nowhere."""
    rol_vereist(actor, SCHEME.naam, PLANNER)
    return rooster(document, lezing=lezing)


def doelen(actor: Actor, dag: date) -> list[dict[str, str]]:
    """The published targets of a day."""
    rol_vereist(actor, SCHEME.naam, PLANNER)
    return alle_doelen(dag)
