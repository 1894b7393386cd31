"""`/bezetting…`: forecasts, comparisons and rosters that keep nothing, and plans that are kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.schemes.helplijn.actions.bezetting import plan_bezetting, stel_bezetting_vast
from samenhang.schemes.helplijn.api import bezettingin as wire
from samenhang.schemes.helplijn.api import bezettinguit as m
from samenhang.schemes.helplijn.queries import bezetting as queries

routes = Routes()


@routes.get("/bezettingsdoelen", summary="Gepubliceerde doelen met bron en status")
def bezettingsdoelen(request: HttpRequest, vraag: Query[m.Doelvraag]) -> m.DoelnormenUit:
    """The published targets; no law prescribes one."""
    rijen = queries.doelen(actor_van_verzoek(request), vraag.dag)
    return m.DoelnormenUit.model_validate({"doelen": rijen})


@routes.post("/bezettingsramingen", summary="Raming van de vraag", herhaling="", fouten=())
def bezettingsraming(request: HttpRequest, invoer: wire.BezettingsvraagIn) -> m.RamingUit:
    """The expected calls of each half hour, with band and backtest. Nothing is stored."""
    return m.RamingUit.model_validate(_met_plek(lambda: queries.raam_vraag(actor_van_verzoek(request), invoer.document())))  # fmt: skip


@routes.post("/roosters", summary="Rooster van mensen over diensten", herhaling="", fouten=())
def bezettingsrooster(request: HttpRequest, invoer: wire.RoosterIn) -> m.RoosterUit:
    """Who works which shift, and why what is empty cannot be filled. For the planner only; nothing is stored."""
    return m.RoosterUit.model_validate(_met_plek(lambda: queries.maak_rooster(actor_van_verzoek(request), invoer.document())))  # fmt: skip


@routes.get("/bezettingsplannen", summary="Plannen van bezetting")
def bezettingsplannen(request: HttpRequest, vraag: Query[m.Planvraag]) -> m.PlannenUit:
    """The plans of this line, the newest first."""
    begin = int(str(lees_bladwijzer(vraag.na, int)[0])) if vraag.na else 0
    rijen, totaal = queries.bezettingsplannen(actor_van_verzoek(request), begin=begin, aantal=vraag.aantal)
    einde = begin + len(rijen)
    return m.PlannenUit(
        items=[m.PlanregelUit.model_validate(dataclasses.asdict(rij)) for rij in rijen],
        totaal=totaal,
        volgende=bladwijzer(einde) if einde < totaal else None,
    )


@routes.post(
    "/bezettingsplannen", summary="Plan maken en bewaren", status=201, herhaling="zelf", fouten=(409,)
)
def maak_bezettingsplan(request: HttpRequest, invoer: wire.PlanIn) -> m.PlanUit:
    """Compute the cheapest shifts and keep scenario, run and plan; of a refused question nothing is kept."""
    actor = actor_van_verzoek(request)
    plan = _met_plek(lambda: plan_bezetting(actor, invoer.scenario.document(), invoer.waarvoor), "/scenario")
    return _plan(queries.bezettingsplan(actor, plan.id))


@routes.get("/bezettingsplannen/{id}", summary="Eén plan van bezetting", fouten=(404,))
def bezettingsplan(request: HttpRequest, id: UUID) -> m.PlanUit:
    """One plan with its whole answer."""
    return _plan(queries.bezettingsplan(actor_van_verzoek(request), id))


@routes.post("/bezettingsplannen/{id}/vaststellen", summary="Plan vaststellen", fouten=(404, 409))
def stel_vast(request: HttpRequest, id: UUID) -> m.PlanUit:
    """A person adopts a plan; an adopted plan of the same days is replaced."""
    actor = actor_van_verzoek(request)
    return _plan(queries.bezettingsplan(actor, stel_bezetting_vast(actor, id).id))


@routes.post("/bezettingsplannen/{id}/vergelijkingen", summary="Plan naast hetzelfde met iets anders", herhaling="", fouten=(404,))  # fmt: skip
def vergelijk_bezettingsplan(request: HttpRequest, id: UUID, anders: wire.AndersIn) -> m.PlanvergelijkingUit:
    """What another demand, target or campaign asks and gives, per day. Nothing is stored."""
    actor = actor_van_verzoek(request)
    uit = _met_plek(lambda: queries.plan_anders(actor, id, anders.document()))
    return m.PlanvergelijkingUit.model_validate(uit)


def _plan(beeld: queries.Planbeeld) -> m.PlanUit:
    regel = dataclasses.asdict(beeld.regel)
    return m.PlanUit.model_validate(
        regel
        | {
            "vastgesteld": beeld.vastgesteld,
            "vastgesteld_door": beeld.vastgesteld_door,
            "vervangen_door": beeld.vervangen_door,
            "uitkomst": beeld.uitkomst,
        }
    )


def _met_plek(doe: Callable[[], Any], boven: str = "") -> Any:
    """Do it; the places of a refusal get the names of this wire."""
    try:
        return doe()
    except Geweigerd as weigering:
        weigering.fouten = tuple(
            dataclasses.replace(
                fout, plaats=dataclasses.replace(fout.plaats, plek=boven + wire.camel(fout.plaats.plek))
            )
            for fout in weigering.fouten
        )
        raise
