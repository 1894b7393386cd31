"""The monitor of a year for policy officer and team lead: internal or as published, and the form for a target."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.pages.cijfers import bladen_van, gepubliceerd
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_dag, meld
from samenhang.schemes.vroegsignalering.pages.monitorbeeld import als_bestand, beeld_van, jaar_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina

PAD = "/vroegsignalering/monitor"


@pagina
def monitor(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The monitor of the own municipality; `?beeld=gepubliceerd` as anyone has it, `?uitvoer=csv` or `json` a file."""
    jaar = jaar_van(request.GET.get("jaar", ""))
    openbaar = gepubliceerd(request)
    beeld = queries.monitor(actor, jaar) if openbaar else queries.interne_monitor(actor, jaar)
    if (uitvoer := request.GET.get("uitvoer")) is not None:
        return als_bestand(uitvoer, beeld)
    welk = "gepubliceerd" if openbaar else "intern"
    context = beeld_van(beeld) | {
        "welk": welk,
        "tabbladen": bladen_van(f"{PAD}?jaar={beeld.jaar}&", openbaar=openbaar),
        "ddas": actor.heeft_rol(SCHEME.naam, "teamleider"),
        "gemeentecode": queries.gemeentecode_van(actor),
        "csv": f"?beeld={welk}&jaar={beeld.jaar}&uitvoer=csv",
        "json": f"?beeld={welk}&jaar={beeld.jaar}&uitvoer=json",
        "mag_streven": [indicator for indicator in SCHEME.indicatoren if indicator.streef],
    }
    return render(request, "vroegsignalering/monitor.html", context)


@require_POST
@pagina
def streefwaarde(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Record a target."""
    try:
        waarde = Decimal(request.POST.get("waarde", "").replace(",", "."))
    except InvalidOperation as fout:
        raise Geweigerd(
            "streef_waarde",
            Tekst("Vul een getal in, zoals 25 of 25,5.", "Enter a number, such as 25 or 25.5."),
        ) from fout
    actions.leg_streefwaarde_vast(
        actor, request.POST.get("indicator", ""), als_dag(request.POST.get("vanaf", "")), waarde, request.POST.get("reden", "")
    )  # fmt: skip
    meld(request, "De streefwaarde is vastgelegd.", "The target is recorded.")
    return redirect(PAD)
