"""Deliveries: the list, the form, one delivery with its report."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.tabelbestand import onschadelijk
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import aanleveren, actions, queries
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_uuid, meld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina


@pagina
def aanleveringen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Deliveries: the list, and the form to deliver a file."""
    if request.method == "POST":
        bestand = request.FILES.get("bestand")
        if bestand is None:
            raise Geweigerd("geen_bestand", Tekst("Kies een bestand.", "Choose a file."))
        if (bestand.size or 0) > settings.MAX_UPLOAD_BYTES:
            raise Geweigerd(
                "te_groot",
                Tekst(
                    "Het bestand is te groot. Lever het in delen.",
                    "The file is too large. Deliver it in parts.",
                ),
                status=413,
            )
        with tempfile.NamedTemporaryFile(suffix=".csv") as doel:
            for brok in bestand.chunks():
                doel.write(brok)
            doel.flush()
            rij = aanleveren.lever_aan(
                actor,
                als_uuid(request.POST.get("partner", "")),
                aanleveren.Bestand(Path(doel.name), bestand.name or "bestand.csv", "web"),
            )
        return redirect(f"/vroegsignalering/aanleveringen/{rij.id}")
    context = {
        "rijen": queries.aanleveringen(actor),
        "afspraken": queries.partners(actor),
        "mag_leveren": actor.heeft_rol(SCHEME.naam, "intake", "partner"),
        "mag_oppakken": actor.heeft_rol(SCHEME.naam, "intake"),
    }
    return render(request, "vroegsignalering/aanleveringen.html", context)


@require_POST
@pagina
def oppakken(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Turn accepted signals into meldingen."""
    nieuw = actions.pak_signalen_op(actor)
    meld(request, f"{nieuw} nieuwe meldingen geopend.", f"{nieuw} new cases opened.")
    return redirect("/vroegsignalering/aanleveringen")


@pagina
def aanlevering(request: HttpRequest, actor: Actor, aanlevering_id: UUID) -> HttpResponse:
    """One delivery with its error report; `?uitvoer=csv` gives it as a file."""
    rij = queries.aanlevering(actor, aanlevering_id)
    fouten = list(rij.fouten.all()[:2000])
    if request.GET.get("uitvoer") == "csv":
        tekst = io.StringIO()
        schrijver = csv.writer(tekst, delimiter=";", lineterminator="\n")
        schrijver.writerow(["bestand", "regel", "kolom", "code", "tekst"])
        for fout in fouten:
            schrijver.writerow(
                [
                    onschadelijk(str(cel))
                    for cel in (rij.bestandsnaam, fout.regel or "", fout.kolom, fout.code, fout.tekst)
                ]
            )
        return HttpResponse(
            tekst.getvalue(),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="fouten.csv"'},
        )
    return render(request, "vroegsignalering/aanlevering.html", {"rij": rij, "fouten": fouten})
