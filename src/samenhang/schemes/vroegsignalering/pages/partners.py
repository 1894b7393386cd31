"""Partners with their agreements."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import queries
from samenhang.web.deur import pagina


@pagina
def partners(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Partners and their agreements."""
    return render(request, "vroegsignalering/partners.html", {"afspraken": queries.partners(actor)})
