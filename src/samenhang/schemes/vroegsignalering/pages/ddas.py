"""DDAS: download the delivery to CBS, and check any such file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.domain import ddascontrole
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_dag
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina

PAGINA = "vroegsignalering/ddas.html"


@pagina
def ddas(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Choose a period, or a file to check."""
    rol_vereist(actor, SCHEME.naam, "teamleider")
    return render(request, PAGINA, {"gemeentecode": queries.gemeentecode_van(actor)})


@require_POST
@pagina
def levering(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The delivery of a period as a file."""
    van, tot = als_dag(request.POST.get("van", "")), als_dag(request.POST.get("tot", ""))
    document = queries.ddas_levering(actor, van, tot, request.POST.get("email", ""))
    antwoord = JsonResponse(document, json_dumps_params={"ensure_ascii": False, "indent": 1})
    antwoord.headers["Content-Disposition"] = f'attachment; filename="ddas-{van}-{tot}.json"'
    return antwoord


@require_POST
@pagina
def controle(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What is wrong with the file; it is not kept."""
    rol_vereist(actor, SCHEME.naam, "teamleider")
    bestand = request.FILES.get("bestand")
    if bestand is None:
        raise Geweigerd("geen_bestand", Tekst("Kies een bestand.", "Choose a file."))
    code = queries.gemeentecode_van(actor)
    oordeel = ddascontrole.oordeel(bestand.read(), code)
    return render(
        request,
        PAGINA,
        {
            "gemeentecode": code,
            "oordeel": oordeel,
            "naam": bestand.name,
            "meer": oordeel.fouten + oordeel.let_op - len(oordeel.bevindingen),
        },
    )
