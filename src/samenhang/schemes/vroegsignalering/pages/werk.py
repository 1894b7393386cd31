"""My work and the work stock."""

from __future__ import annotations

import csv
import io

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.tabelbestand import onschadelijk
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.pages.gedeeld import WERKERS, als_uuid, meld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina


@pagina
def mijn_werk(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Start page: what is mine and due, and what waits."""
    return render(
        request,
        "vroegsignalering/mijn_werk.html",
        {
            "werk": queries.mijn_werk(actor),
            "scheme": SCHEME,
            "mag_nemen": actor.heeft_rol(SCHEME.naam, *WERKERS),
        },
    )


@pagina
def werkvoorraad(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The work stock with filters; `?uitvoer=csv` gives the same rows as a file."""
    vraag = request.GET
    try:
        prioriteit = int(vraag["prioriteit"]) if vraag.get("prioriteit") else None
    except ValueError as fout:
        raise Geweigerd(
            "filter_onjuist", Tekst("Prioriteit is een getal.", "Priority is a number.")
        ) from fout
    filter_ = queries.Filter(
        stap=vraag.get("stap", ""),
        behandelaar=vraag.get("behandelaar", ""),
        prioriteit=prioriteit,
        zoek=vraag.get("zoek", ""),
        te_laat=vraag.get("laat") == "ja",
        na=vraag.get("na", ""),
    )
    rijen = queries.werkvoorraad(actor, filter_)
    if vraag.get("uitvoer") == "csv":
        return _csv(rijen)
    context = {
        "rijen": rijen,
        "filter": filter_,
        "scheme": SCHEME,
        "collegas": queries.collegas(actor),
        "volgende": rijen[-1].bladwijzer if len(rijen) == filter_.aantal else "",
        "stappen": list(SCHEME.zaak.stappen),
        "titels": {stap.naam: stap.titel for stap in SCHEME.zaak.stappen},
        "vraag": "&".join(
            f"{naam}={waarde}" for naam, waarde in vraag.items() if naam not in ("na", "uitvoer")
        ),
        "prioriteiten": range(1, 6),
    }
    return render(request, "vroegsignalering/werkvoorraad.html", context)


def _csv(rijen: list[queries.WerkRij]) -> HttpResponse:
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\n")
    schrijver.writerow(["nummer", "stap", "prioriteit", "naam", "adres", "behandelaar", "termijn"])
    for rij in rijen:
        schrijver.writerow(
            [
                onschadelijk(str(cel))
                for cel in (
                    rij.nummer,
                    rij.stap,
                    rij.prioriteit,
                    rij.naam,
                    rij.adres,
                    rij.behandelaar,
                    rij.termijn or "",
                )
            ]
        )
    return HttpResponse(
        tekst.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="werkvoorraad.csv"'},
    )


@require_POST
@pagina
def toewijzen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Assign or release the chosen cases; the message offers to undo."""
    gekozen = [als_uuid(waarde) for waarde in request.POST.getlist("zaak")]
    if not gekozen:
        raise Geweigerd(
            "niets_gekozen", Tekst("Kies eerst een of meer meldingen.", "First choose one or more cases.")
        )
    doel = request.POST.get("medewerker", "")
    wie = actor.medewerker_id if doel == "mij" else als_uuid(doel) if doel else None
    actions.wijs_toe(actor, gekozen, wie, request.POST.get("reden", ""))
    meld(request, f"{len(gekozen)} meldingen bijgewerkt.", f"{len(gekozen)} cases updated.")
    return redirect("/vroegsignalering/werkvoorraad")
