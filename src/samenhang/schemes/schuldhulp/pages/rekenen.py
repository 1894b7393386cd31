"""Try a calculation: fill in, compute, and read how it came about. Nothing is kept."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.domain.berekeningen import BEREKENINGEN
from samenhang.schemes.schuldhulp.pages.beeld import beeld_van
from samenhang.schemes.schuldhulp.pages.formulier import MEESTE_RIJEN, RIJEN, RIJENVELD, formulier_voor
from samenhang.web.deur import pagina


@pagina
def berekeningen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every calculation with what it answers."""
    queries.vereis_werker(actor)
    return render(request, "schuldhulp/berekeningen.html", {"berekeningen": BEREKENINGEN.values()})


@pagina
def berekening(request: HttpRequest, actor: Actor, naam: str) -> HttpResponse:
    """One calculation: its form, and after sending the outcome with its trace."""
    gekozen = BEREKENINGEN.get(naam)
    if gekozen is None:
        raise Http404
    queries.vereis_werker(actor)
    rijen = _rijen(request)
    context: dict[str, Any] = {
        "berekening": gekozen,
        "rijen": rijen,
        "formulier": formulier_voor(gekozen, rijen=rijen),
    }
    if request.method == "POST":
        formulier = context["formulier"] = formulier_voor(gekozen, request.POST, rijen)
        if "meer" not in request.POST:
            document = formulier.document()
            try:
                context["beeld"] = beeld_van(naam, document, queries.bereken(actor, naam, document))
            except Geweigerd as weigering:
                if weigering.status != 400:
                    raise
                formulier.weiger(weigering)
    return render(request, "schuldhulp/berekening.html", context)


def _rijen(request: HttpRequest) -> int:
    """How many rows a list has: as many as there were, and some more when asked."""
    waarde = request.POST.get(RIJENVELD, "")
    rijen = int(waarde) if waarde.isascii() and waarde.isdecimal() and len(waarde) < 4 else RIJEN
    return min(MEESTE_RIJEN, rijen + RIJEN if "meer" in request.POST else rijen)
