"""The page of the data protection officer: what in the log asks for a look, and what was concluded."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toezicht import toetsen
from samenhang.kernel.toezicht.domain.waarnemen import OORDELEN, SOORTEN
from samenhang.web.deur import pagina
from samenhang.web.logboek import met_filters, nummer_van_filter
from samenhang.web.menu import ELK_SCHEME, Menupunt, registreer_menu
from samenhang.web.onderdelen import Bladen, Filter
from samenhang.web.weergave import taal

PAD = "/toezicht"
ROLLEN = ("fg", "auditor")
STANDEN = {"open": Tekst("open", "open"), "getoetst": Tekst("getoetst", "reviewed")}

registreer_menu(Menupunt(Tekst("Toezicht", "Supervision"), PAD, ELK_SCHEME, ROLLEN))


@pagina
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The points; what is open unless asked otherwise, what is due first on top."""
    stand = request.GET.get("stand", "open")
    keuze = toetsen.Toetsfilter(
        "" if stand == "alle" else stand, request.GET.get("soort", ""), nummer_van_filter(request, "na")
    )
    blad = toetsen.toetspunten(actor, keuze)
    return render(
        request,
        "samenhang/toezicht.html",
        {
            "blad": blad,
            "soorten": SOORTEN,
            "standen": STANDEN,
            "filters": _filters(request, keuze),
            "bladen": Bladen(
                van=1 if blad.punten else 0,
                tot=len(blad.punten),
                vorige=met_filters(request, na="") if keuze.na else "",
                volgende=met_filters(request, na=str(blad.volgende)) if blad.volgende else "",
            ),
        },
    )


def _filters(request: HttpRequest, keuze: toetsen.Toetsfilter) -> list[Filter]:
    """The filter on kind, with the way to take it off; open or reviewed is a choice that is always on."""
    if not keuze.soort:
        return []
    return [Filter(Tekst("Soort", "Kind"), SOORTEN[keuze.soort], met_filters(request, soort="", na=""))]


@pagina
def punt(request: HttpRequest, actor: Actor, toetspunt_id: UUID) -> HttpResponse:
    """One point with what it rests on; a POST records the judgement."""
    fouten: dict[str, Tekst] = {}
    status = 200
    if request.method == "POST":
        try:
            toetsen.oordeel(
                actor, toetspunt_id, request.POST.get("oordeel", ""), request.POST.get("motivering", "")
            )
        except Geweigerd as weigering:
            if weigering.status in (403, 404):
                raise
            fouten = {fout.plaats.plek.strip("/"): fout.tekst for fout in weigering.fouten} or {
                "": weigering.tekst
            }
            status = weigering.status
        else:
            klaar = Tekst("Uw oordeel is vastgelegd en verandert niet meer.", "Your judgement is recorded and does not change.")  # fmt: skip
            messages.success(request, klaar.in_taal(taal()))
            return redirect(PAD)
    context = {
        "dossier": toetsen.toetspunt(actor, toetspunt_id),
        "oordelen": OORDELEN,
        "fouten": fouten,
        "ingevuld": request.POST,
    }
    return render(request, "samenhang/toetspunt.html", context, status=status)
