"""A plan of staffing is made and kept, and a person adopts it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.plannen import Grens
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.helplijn.domain.bezetting import antwoord
from samenhang.schemes.helplijn.domain.bezetting.scenario import kaal
from samenhang.schemes.helplijn.models import Bezettingsplan, Bezettingsrun, Bezettingsscenario
from samenhang.schemes.helplijn.queries.bezetting import plan_van
from samenhang.schemes.helplijn.scheme import PLANNER, SCHEME

GRENS = Grens(seconden=30.0)
UITVOERBAAR = ("optimaal", "haalbaar")


def plan_bezetting(
    actor: Actor, document: object, waarvoor: str, historie: bytes | None = None, bestand: str = ""
) -> Bezettingsplan:
    """Answer a question and keep it: scenario, run and plan in state concept. Nothing is kept of a refused one.

    The engine works before the transaction opens: seconds of searching must not hold up who writes.
    Raises `Geweigerd` with every fault, its place and its remedy.
    """
    rol_vereist(actor, SCHEME.naam, PLANNER)
    reden = waarvoor.strip()
    if not reden or len(reden) > 200:
        raise Geweigerd("waarvoor_ontbreekt", Tekst("Schrijf in hoogstens 200 tekens waarvoor dit plan is.", "Write in at most 200 characters what this plan is for."))  # fmt: skip
    uitkomst = antwoord.plan(document, standaardkalender(), historie, bestand, GRENS)
    return _bewaar(actor, kaal(document), reden, historie.decode("utf-8-sig") if historie else "", uitkomst)


@action(SCHEME, "bezetting plannen")
def _bewaar(
    actor: Actor, invoer: Any, waarvoor: str, historie: str, uitkomst: dict[str, Any]
) -> Bezettingsplan:
    rol_vereist(actor, SCHEME.naam, PLANNER)
    nu = huidige_operatie().nu
    scenario, _ = Bezettingsscenario.objects.get_or_create(
        organisatie_id=actor.organisatie,
        som=uitkomst["scenario"],
        defaults={
            "naam": uitkomst["naam"],
            "waarvoor": waarvoor,
            "van": invoer["van"],
            "tot": invoer["tot"],
            "invoer": invoer,
            "historie": historie,
            "gemaakt": nu,
            "door_id": actor.medewerker_id,
        },
    )
    eerder = Bezettingsplan.objects.filter(run__scenario=scenario, run__som=uitkomst["hash"]).first()
    if eerder is not None:  # the same question with the same answer is the same plan
        return eerder
    run = Bezettingsrun.objects.create(
        scenario=scenario,
        motor=uitkomst["motor"],
        versie=uitkomst["versie"],
        zaad=uitkomst["zaad"],
        stand=uitkomst["stand"],
        herhaalbaar=uitkomst["herhaalbaar"],
        uitkomst=uitkomst,
        som=uitkomst["hash"],
        gemaakt=nu,
    )
    return Bezettingsplan.objects.create(run=run)


@action(SCHEME, "bezetting vaststellen")
def stel_bezetting_vast(actor: Actor, plan_id: UUID) -> Bezettingsplan:
    """Adopt a plan; an adopted plan of the same days is replaced by it.

    Raises `Geweigerd`: 404 unknown here, 409 when it is no concept, or when it has no shifts to work by.
    """
    rol_vereist(actor, SCHEME.naam, PLANNER)
    plan = plan_van(actor, plan_id, op_slot=True)
    if plan.staat != Bezettingsplan.CONCEPT:
        raise Geweigerd("plan_geen_concept", Tekst("Dit plan is al vastgesteld of vervangen. Maak een nieuw plan.", "This plan was adopted or replaced already. Make a new plan."), status=409)  # fmt: skip
    if plan.run.stand not in UITVOERBAAR:
        raise Geweigerd("plan_zonder_diensten", Tekst("Dit plan heeft geen diensten: er was geen oplossing of geen antwoord. Lees de uitleg en pas de vraag aan.", "This plan has no shifts: there was no solution or no answer. Read the explanation and change the question."), status=409)  # fmt: skip
    nu, scenario = huidige_operatie().nu, plan.run.scenario
    plan.staat, plan.vastgesteld = Bezettingsplan.VASTGESTELD, nu
    plan.vastgesteld_door_id = actor.medewerker_id
    plan.save(update_fields=["staat", "vastgesteld", "vastgesteld_door"])
    Bezettingsplan.objects.filter(
        run__scenario__organisatie_id=actor.organisatie,
        run__scenario__van__lte=scenario.tot,
        run__scenario__tot__gte=scenario.van,
        staat=Bezettingsplan.VASTGESTELD,
    ).exclude(id=plan.id).update(staat=Bezettingsplan.VERVANGEN, vervangen_door=plan)
    return plan
