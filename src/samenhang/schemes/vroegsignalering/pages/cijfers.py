"""The figures per month for policy officer and team lead: internal as counted last, or as published."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.pages.cijferbeeld import als_bestand, beeld_van
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_dag, meld
from samenhang.web.deur import pagina
from samenhang.web.onderdelen import Tabblad

PAD = "/vroegsignalering/cijfers"


def gepubliceerd(request: HttpRequest) -> bool:
    """Whether the published figures are asked for and not the internal ones; raises `Geweigerd` for anything else."""
    welk = request.GET.get("beeld", "intern")
    if welk not in ("intern", "gepubliceerd"):
        raise Geweigerd(
            "beeld_onbekend", Tekst("Kies intern of gepubliceerd.", "Choose intern or gepubliceerd.")
        )
    return welk == "gepubliceerd"


def bladen_van(pad: str, *, openbaar: bool) -> list[Tabblad]:
    """The two views of the figures."""
    return [
        Tabblad(Tekst("Intern, tot vandaag", "Internal, up to today"), f"{pad}beeld=intern", not openbaar),
        Tabblad(Tekst("Gepubliceerd", "Published"), f"{pad}beeld=gepubliceerd", openbaar),
    ]


@pagina
def cijfers(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The figures of the own municipality; `?beeld=gepubliceerd` as anyone has them, `?uitvoer=csv` or `json` a file."""
    openbaar = gepubliceerd(request)
    if openbaar:
        peildatum = request.GET.get("peildatum", "")
        gegeven = queries.cijfers(actor, als_dag(peildatum) if peildatum else None)
    else:
        gegeven = queries.interne_cijfers(actor)
    if (uitvoer := request.GET.get("uitvoer")) is not None:
        return als_bestand(uitvoer, gegeven, actor.organisatienaam, openbaar=False)
    welk = "gepubliceerd" if openbaar else "intern"
    context = beeld_van(gegeven) | {
        "intern": not openbaar,
        "tabbladen": bladen_van(f"{PAD}?", openbaar=openbaar),
        "csv": f"?beeld={welk}&uitvoer=csv",
        "json": f"?beeld={welk}&uitvoer=json",
        "monitor": f"/vroegsignalering/monitor?beeld={welk}",
        "gemeentecode": queries.gemeentecode_van(actor),
    }
    return render(request, "vroegsignalering/cijfers.html", context)


@require_POST
@pagina
def tel(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Count as of now, for internal use."""
    rijen = actions.tel_cijfers(actor)
    meld(
        request,
        f"Geteld: {len(rijen)} maanden, tot en met vandaag. Er is niets gepubliceerd.",
        f"Counted: {len(rijen)} months, up to today. Nothing was published.",
    )
    return redirect(PAD)


@require_POST
@pagina
def stel_vast(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Count and publish as of today."""
    rijen = actions.stel_cijfers_vast(actor)
    openbaar = sum(bool(rij.gepubliceerd) for rij in rijen)
    meld(
        request,
        f"Geteld: {len(rijen)} maanden. Van {openbaar} is iets gepubliceerd; de rest loopt nog, of verschilt te weinig.",
        f"Counted: {len(rijen)} months. Of {openbaar} something was published; the rest is running, or differs too little.",
    )
    return redirect(f"{PAD}?beeld=gepubliceerd")


@require_POST
@pagina
def inwonertal(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Record the number of residents."""
    aantal = request.POST.get("aantal", "").replace(".", "")
    if not aantal.isdecimal() or len(aantal) > 9:
        raise Geweigerd("aantal_onjuist", Tekst("Vul een heel getal in.", "Enter a whole number."))
    actions.leg_inwonertal_vast(
        actor, als_dag(request.POST.get("vanaf", "")), int(aantal), request.POST.get("bron", "")
    )
    meld(
        request,
        "Het inwonertal is vastgelegd. Het telt mee vanaf de volgende telling.",
        "The number of residents is recorded. It counts from the next count.",
    )
    return redirect(PAD)
