"""Staffing for the planner: the plans, a new one, one with its picture, and what if."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.helplijn.actions.bezetting import UITVOERBAAR, plan_bezetting, stel_bezetting_vast
from samenhang.schemes.helplijn.pages.bezettingsbeeld import (
    KOLOMMEN,
    STANDEN,
    STATEN,
    beeld_van,
    samenvatting,
    vergelijkbeeld,
)
from samenhang.schemes.helplijn.pages.bezettingsformulier import Planformulier, Watalsformulier
from samenhang.schemes.helplijn.queries import bezetting as queries
from samenhang.schemes.helplijn.scheme import PLANNER, SCHEME
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina
from samenhang.web.onderdelen import Bladen
from samenhang.web.weergave import taal

LIJST = "/helplijn/bezetting"
PER_BLAD = 25


@pagina
def bezetting(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The plans of this line, the newest first."""
    tekst = request.GET.get("begin", "0")
    begin = int(tekst) if tekst.isascii() and tekst.isdecimal() and len(tekst) < 7 else 0
    rijen, totaal = queries.bezettingsplannen(actor, begin=begin, aantal=PER_BLAD)
    einde = begin + len(rijen)
    return render(
        request,
        "helplijn/bezetting.html",
        {
            "plannen": rijen,
            "standen": STANDEN,
            "bladen": Bladen(
                min(begin + 1, totaal),
                einde,
                totaal,
                f"?begin={max(0, begin - PER_BLAD)}" if begin else "",
                f"?begin={einde}" if einde < totaal else "",
            ),
        },
    )


@pagina
def nieuw(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A new plan from a file with counts; what is wrong stands at its field, with the line in the file."""
    rol_vereist(actor, SCHEME.naam, PLANNER)
    formulier = Planformulier(request.POST or None, request.FILES or None)
    status = 200
    if request.method == "POST":
        if formulier.is_valid():
            bestand = formulier.cleaned_data["historie"]
            try:
                plan = plan_bezetting(
                    actor,
                    formulier.document(),
                    formulier.cleaned_data["waarvoor"],
                    bestand.read(),
                    bestand.name,
                )
            except Geweigerd as weigering:
                if weigering.status != 400:
                    raise
                formulier.weiger(weigering)
            else:
                return redirect(f"{LIJST}/{plan.id}")
        status = 400
    return render(request, "helplijn/bezetting_nieuw.html", {"formulier": formulier}, status=status)


@pagina
def plan(request: HttpRequest, actor: Actor, plan_id: UUID) -> HttpResponse:
    """One plan: its picture per day with table and file, its shifts, its proof, and what if."""
    beeld = queries.bezettingsplan(actor, plan_id)
    uitkomst = beeld.uitkomst
    if request.GET.get("uitvoer") == "csv":
        rijen = [[rij[naam] for naam in KOLOMMEN] for rij in uitkomst["halfuren"]]
        return bijlage(als_csv(KOLOMMEN, rijen), f"bezetting-{beeld.regel.van}-{beeld.regel.tot}.csv")
    watals = Watalsformulier(request.GET if "watals" in request.GET else None)
    context: dict[str, Any] = {
        "plan": beeld,
        "uitkomst": uitkomst,
        "beeld": beeld_van(uitkomst, request.GET.get("dag", "")),
        **samenvatting(uitkomst),
        "watals": watals,
        "csv": "?uitvoer=csv",
        "staten": STATEN,
        "vast_te_stellen": beeld.regel.staat == "concept" and uitkomst["stand"] in UITVOERBAAR,
    }
    if watals.is_bound and watals.is_valid():
        anders = watals.anders(
            beeld.invoer.get("doel", {"norm": "gebruikelijk"}), beeld.invoer.get("campagnes", [])
        )
        try:
            context["vergelijking"] = vergelijkbeeld(queries.plan_anders(actor, plan_id, anders))
        except Geweigerd as weigering:
            if weigering.status != 400:
                raise
            for fout in weigering.fouten:
                watals.add_error(None, fout.tekst.in_taal(taal()))
    return render(request, "helplijn/bezettingsplan.html", context)


@require_POST
@pagina
def vaststellen(request: HttpRequest, actor: Actor, plan_id: UUID) -> HttpResponse:
    """Adopt a plan."""
    stel_bezetting_vast(actor, plan_id)
    messages.success(request, Tekst("Het plan is vastgesteld.", "The plan is adopted.").in_taal(taal()))
    return redirect(f"{LIJST}/{plan_id}")
