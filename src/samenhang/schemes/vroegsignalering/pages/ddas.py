"""DDAS: download the delivery to CBS, and check any such file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.grondslagen import Grondslag
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.api.ddas import als_antwoord
from samenhang.schemes.vroegsignalering.domain import ddascontrole
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_dag
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina

PAGINA = "vroegsignalering/ddas.html"
GRONDSLAG = "cbs-33"


@pagina
def ddas(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Choose a period, or a file to check."""
    rol_vereist(actor, SCHEME.naam, "teamleider")
    return render(
        request, PAGINA, {"gemeentecode": queries.gemeentecode_van(actor), "grondslag": _grondslag()}
    )


@require_POST
@pagina
def levering(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The delivery of a period as a file."""
    van, tot = als_dag(request.POST.get("van", "")), als_dag(request.POST.get("tot", ""))
    document = queries.ddas_levering(actor, van, tot, request.POST.get("email", ""))
    return als_antwoord(document, f"ddas-{van}-{tot}.json")


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
            "grondslag": _grondslag(),
            "oordeel": oordeel,
            "naam": bestand.name,
            "meer": oordeel.fouten + oordeel.let_op - len(oordeel.bevindingen),
        },
    )


def _grondslag() -> Grondslag:
    """The legal basis of the delivery, with how sure it is."""
    return beslistabel().grondslagen[GRONDSLAG]
