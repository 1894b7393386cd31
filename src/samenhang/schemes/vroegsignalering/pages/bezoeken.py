"""The list of home visits: on screen, on paper and as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.domain.pogingen import DAGDELEN, SOORTEN_POGING
from samenhang.web.deur import pagina


@pagina
def bezoeken(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The visits, by postcode; `?uitvoer=csv` gives the file."""
    keuze = queries.Bezoekkeuze(request.GET.get("postcodes", ""), request.GET.get("dagdeel", ""))
    rijen = queries.bezoeklijst(actor, keuze)
    if request.GET.get("uitvoer") == "csv":
        return HttpResponse(
            queries.als_bestand(rijen),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="huisbezoeken.csv"'},
        )
    vraag = request.GET.copy()
    vraag["uitvoer"] = "csv"
    context = {
        "keuze": keuze,
        "dagdelen": DAGDELEN,
        "soorten": SOORTEN_POGING,
        "delen": list(queries.per_postcode(rijen)),
        "aantal": len(rijen),
        "csv": f"?{vraag.urlencode()}",
    }
    return render(request, "vroegsignalering/bezoeken.html", context)
