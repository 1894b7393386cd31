"""The resident's own page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina


@pagina
def mijn_gegevens(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The resident's own page: what is known, where it stands, what he can do."""
    return render(
        request,
        "vroegsignalering/mijn_gegevens.html",
        {
            "beelden": queries.mijn_zaken(actor),
            "scheme": SCHEME,
            "titels": {stap.naam: stap.titel for stap in SCHEME.zaak.stappen},
        },
    )
