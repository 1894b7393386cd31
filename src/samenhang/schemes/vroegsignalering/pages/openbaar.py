"""The public figures and the public monitor: for anyone, without login, only what was published."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.pages import cijferbeeld, monitorbeeld
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_dag
from samenhang.web.deur import toon_weigering
from samenhang.web.onderdelen import Tabblad

CIJFERS = "/vroegsignalering/openbaar/cijfers"
MONITOR = "/vroegsignalering/openbaar/monitor"


def _bladen(code: str, *, jaar: bool) -> list[Tabblad]:
    vraag = f"?gemeente={code}" if code else ""
    return [
        Tabblad(Tekst("Per jaar", "Per year"), f"{MONITOR}{vraag}", jaar),
        Tabblad(Tekst("Per maand", "Per month"), f"{CIJFERS}{vraag}", not jaar),
    ]


@require_safe
def cijfers(request: HttpRequest) -> HttpResponse:
    """The public figures per month: choose a municipality, or the only one there is."""
    try:
        gemeenten = queries.gemeenten_met_cijfers()
        code = request.GET.get("gemeente", "")
        if not code and len(gemeenten) == 1:
            code = gemeenten[0].gemeentecode or ""
        context: dict[str, object] = {"gemeenten": gemeenten, "tabbladen": _bladen(code, jaar=False)}
        if not code:
            return render(request, "vroegsignalering/cijfers_openbaar.html", context)
        gemeente, gegeven = queries.openbare_cijfers(code, _peildatum(request))
        if (uitvoer := request.GET.get("uitvoer")) is not None:
            return cijferbeeld.als_bestand(uitvoer, gegeven, gemeente.onderscheidend, openbaar=True)
    except Geweigerd as weigering:
        return toon_weigering(request, weigering)
    context |= cijferbeeld.beeld_van(gegeven) | {
        "gemeente": gemeente,
        "csv": f"?gemeente={code}&uitvoer=csv",
        "json": f"?gemeente={code}&uitvoer=json",
    }
    return render(request, "vroegsignalering/cijfers_openbaar.html", context)


@require_safe
def monitor(request: HttpRequest) -> HttpResponse:
    """The public monitor of a year: of one municipality, or of all that published here together."""
    try:
        gemeenten = queries.gemeenten_met_cijfers()
        code = request.GET.get("gemeente", "")
        if not code and len(gemeenten) == 1:
            code = gemeenten[0].gemeentecode or ""
        beeld = queries.openbare_monitor(code, monitorbeeld.jaar_van(request.GET.get("jaar", "")))
        if (uitvoer := request.GET.get("uitvoer")) is not None:
            return monitorbeeld.als_bestand(uitvoer, beeld)
    except Geweigerd as weigering:
        return toon_weigering(request, weigering)
    context = monitorbeeld.beeld_van(beeld) | {
        "gemeenten": gemeenten,
        "code": code,
        "tabbladen": _bladen(code, jaar=True),
        "csv": f"?gemeente={code}&jaar={beeld.jaar}&uitvoer=csv",
        "json": f"?gemeente={code}&jaar={beeld.jaar}&uitvoer=json",
    }
    return render(request, "vroegsignalering/monitor_openbaar.html", context)


def _peildatum(request: HttpRequest) -> date | None:
    tekst = request.GET.get("peildatum", "")
    return als_dag(tekst) if tekst else None
