"""What was destroyed, under which rule: the records, with filters and export."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.vernietiging.queries import KOLOMMEN, ROLLEN, VernietigingFilter, vernietigingen
from samenhang.web.deur import pagina
from samenhang.web.logboek import dag_van_filter, met_filters, nummer_van_filter
from samenhang.web.menu import ELK_SCHEME, Menupunt, registreer_menu

registreer_menu(
    Menupunt(Tekst("Vernietigd", "Destroyed"), "/vernietigingen", ELK_SCHEME, tuple(ROLLEN), achteraan=True),
)


@pagina
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The records of the own organisation; `?uitvoer=csv` gives the page as a file."""
    keuze = VernietigingFilter(
        van=dag_van_filter(request, "van"),
        tot=dag_van_filter(request, "tot"),
        regel=request.GET.get("regel", ""),
        na=nummer_van_filter(request, "na"),
    )
    rijen, volgende = vernietigingen(actor, keuze)
    if request.GET.get("uitvoer") == "csv":
        antwoord = HttpResponse(
            als_csv(KOLOMMEN, [rij.cellen() for rij in rijen]), content_type="text/csv; charset=utf-8"
        )
        antwoord["Content-Disposition"] = 'attachment; filename="vernietigingen.csv"'
        return antwoord
    return render(
        request,
        "samenhang/vernietigingen.html",
        {
            "rijen": rijen,
            "filter": keuze,
            "volgende": met_filters(request, na=str(volgende)) if volgende else "",
            "uitvoer": met_filters(request, uitvoer="csv"),
        },
    )
