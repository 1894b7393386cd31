"""Background work that keeps failing, with a button to try again at once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.plichten import overzicht
from samenhang.web.deur import pagina
from samenhang.web.weergave import taal

PAD = "/beheer/plichten"


@pagina
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET shows what fails; POST lets the next worker try one item at once."""
    if request.method == "POST":
        nummer = request.POST.get("item", "")
        overzicht.opnieuw(actor, int(nummer) if nummer.isdigit() and len(nummer) < 10 else 0)
        zin = Tekst("Het wordt zo opnieuw geprobeerd.", "It will be tried again shortly.")
        messages.success(request, zin.in_taal(taal()))
        return redirect(PAD)
    return render(request, "samenhang/beheer/plichten.html", {"rijen": overzicht.mislukt(actor)})
