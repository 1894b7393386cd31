"""Deliveries: the list, the form, one delivery with its progress and its report."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import aanleveren, actions, queries, rapport
from samenhang.schemes.vroegsignalering.bestand.codes import CODES, fout, zin
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_dag, als_uuid, bladen, meld, zonder
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.schemes.vroegsignalering.upload import opgeslagen
from samenhang.web.bijlage import CSV, als_bijlage, bijlage
from samenhang.web.deur import pagina
from samenhang.web.onderdelen import Filter

STANDEN = {
    "ontvangen": Tekst("nog bezig", "in progress"),
    "gekeurd": Tekst("wordt ingeschreven", "being registered"),
    "verwerkt": Tekst("verwerkt", "processed"),
    "geweigerd": Tekst("geweigerd", "refused"),
    "fouten": Tekst("met fouten", "with errors"),
}
UITVOER = 100_000


@pagina
def aanleveringen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Deliveries: the form to deliver a file, and the list; `?uitvoer=csv` gives the list as a file."""
    if request.method == "POST":
        return _lever(request, actor)
    filter_ = _filter(request)
    if request.GET.get("uitvoer") == "csv":
        return _csv(actor, request)
    lijst = queries.aanleveringen(actor, filter_)
    partijen = queries.partijen(actor)
    context = {
        "rijen": lijst.rijen,
        "totaal": lijst.totaal,
        "filter": filter_,
        "filters": _chips(request, filter_, {partij.id: partij.naam for partij in partijen}),
        "bladen": bladen(request, filter_.blad, filter_.aantal, lijst.totaal),
        "partijen": partijen,
        "standen": STANDEN,
        "is_partner": actor.heeft_rol(SCHEME.naam, "partner"),
        "afspraken": queries.lopende_afspraken(actor),
        "mag_leveren": actor.heeft_rol(SCHEME.naam, "intake", "partner"),
        "mag_oppakken": actor.heeft_rol(SCHEME.naam, "intake"),
        "csv": zonder(request, "blad", uitvoer="csv"),
    }
    return render(request, "vroegsignalering/aanleveringen.html", context)


def _filter(request: HttpRequest) -> queries.Leveringfilter:
    vraag = request.GET
    return queries.Leveringfilter(
        stand=vraag.get("stand", ""),
        partij=als_uuid(vraag["partij"]) if vraag.get("partij") else None,
        zoek=vraag.get("zoek", ""),
        van=als_dag(vraag["van"]) if vraag.get("van") else None,
        tot=als_dag(vraag["tot"]) if vraag.get("tot") else None,
        volgorde=vraag.get("volgorde") or "-ontvangen",
        blad=int(vraag["blad"]) if vraag.get("blad", "").isdigit() else 1,
    )


def _chips(request: HttpRequest, filter_: queries.Leveringfilter, namen: dict[UUID, str]) -> list[Filter]:
    aan = [
        ("stand", Tekst("Stand", "State"), STANDEN.get(filter_.stand, filter_.stand)),
        ("partij", Tekst("Partij", "Party"), namen.get(filter_.partij, "?") if filter_.partij else ""),
        ("zoek", Tekst("Bestand", "File"), filter_.zoek),
        ("van", Tekst("Vanaf", "From"), str(filter_.van or "")),
        ("tot", Tekst("Tot en met", "Until"), str(filter_.tot or "")),
    ]
    return [Filter(naam, waarde, zonder(request, veld, "blad")) for veld, naam, waarde in aan if str(waarde)]


def _csv(actor: Actor, request: HttpRequest) -> HttpResponse:
    filter_ = _filter(request)
    alles = queries.Leveringfilter(
        filter_.stand,
        filter_.partij,
        filter_.zoek,
        filter_.van,
        filter_.tot,
        filter_.volgorde,
        aantal=UITVOER,
    )
    kop = "aanlevering bestand partner gemeente ontvangen stand code gelezen geaccepteerd afgekeurd dubbel"
    rijen = (
        (
            rij.id, rij.bestandsnaam, rij.afzender.onderscheidend, rij.ontvanger.onderscheidend, timezone.localtime(rij.ontvangen).isoformat("T", "seconds"),
            rij.status, rij.code, rij.gelezen, rij.geaccepteerd, rij.afgekeurd, rij.dubbel,
        )
        for rij in queries.aanleveringen(actor, alles).rijen
    )  # fmt: skip
    return bijlage(als_csv(kop.split(), rijen), "aanleveringen.csv")


def _lever(request: HttpRequest, actor: Actor) -> HttpResponse:
    bestand = request.FILES.get("bestand")
    if bestand is None:
        raise Geweigerd("geen_bestand", Tekst("Kies een bestand.", "Choose a file."))
    partner, _, gemeente = request.POST.get("partner", "").partition(":")
    with opgeslagen(bestand) as pad:
        try:
            ontvangst = aanleveren.lever(
                actor,
                als_uuid(partner),
                aanleveren.Bestand(
                    pad,
                    bestand.name or "bestand.csv",
                    "web",
                    achtergrond=(bestand.size or 0) > aanleveren.GROOT,
                ),
                als_uuid(gemeente) if gemeente else None,
                wacht=False,
            )
        except aanleveren.AanleveringGeweigerd as weigering:
            return redirect(f"/vroegsignalering/aanleveringen/{weigering.aanlevering.id}")
    rij = ontvangst.aanlevering
    if not ontvangst.nieuw:
        eerder = zin("F09", timezone.localtime(rij.ontvangen).date().isoformat())
        meld(request, eerder.nl, eerder.en)
    return redirect(f"/vroegsignalering/aanleveringen/{rij.id}")


@require_POST
@pagina
def oppakken(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Turn accepted signals into meldingen."""
    nieuw = actions.pak_signalen_op(actor)
    meld(request, f"{nieuw} nieuwe meldingen geopend.", f"{nieuw} new cases opened.")
    return redirect("/vroegsignalering/aanleveringen")


@pagina
def aanlevering(request: HttpRequest, actor: Actor, aanlevering_id: UUID) -> HttpResponseBase:
    """One delivery: its progress, its counts, its report by code; `?uitvoer=csv` gives the report as a file."""
    rij, per_code = queries.telling(actor, aanlevering_id)
    stand = queries.stand_van(rij)
    context: dict[str, Any] = {
        "rij": rij,
        "per_code": [(code, aantal, fout(code) if code in CODES else None) for code, aantal in per_code],
        "stand": stand,
        "resterend": stand.resterend(time.time()) if stand else None,
        "storing": queries.storing_van(rij),
        "mag_opnieuw": actor.heeft_rol(SCHEME.naam, "intake"),
    }
    if request.headers.get("HX-Request"):
        if rij.status not in ("ontvangen", "gekeurd"):
            return HttpResponse(headers={"HX-Refresh": "true"})
        return render(request, "vroegsignalering/_voortgang.html", context)
    mag_lezen = actor.heeft_rol(SCHEME.naam, "intake", "partner")
    code = request.GET.get("code", "")
    if mag_lezen and request.GET.get("uitvoer") == "csv":
        lijst = queries.foutenlijst(actor, aanlevering_id, aantal=1)
        return StreamingHttpResponse(
            rapport.regels(lijst.aanlevering, code),
            content_type=CSV,
            headers=als_bijlage("foutenrapport.csv"),
        )
    if mag_lezen and per_code:
        blad = int(request.GET["blad"]) if request.GET.get("blad", "").isdigit() else 1
        lijst = queries.foutenlijst(actor, aanlevering_id, code, blad)
        context |= {
            "fouten": lijst.fouten,
            "bladen": bladen(request, blad, 100, lijst.totaal),
            "filters": [Filter(Tekst("Code", "Code"), code, zonder(request, "code", "blad"))] if code else [],
        }
    context |= {
        "mag_lezen": mag_lezen,
        "code": code,
        "heeft_origineel": mag_lezen and rij.status != "geweigerd" and queries.heeft_origineel(rij),
        "heeft_afgekeurd": any(code.startswith("R") for code, _ in per_code),
        "csv": zonder(request, "blad", uitvoer="csv"),
    }
    return render(request, "vroegsignalering/aanlevering.html", context)


@require_POST
@pagina
def opnieuw(request: HttpRequest, actor: Actor, aanlevering_id: UUID) -> HttpResponse:
    """Let processing that failed begin again."""
    rij = actions.begin_opnieuw(actor, aanlevering_id)
    meld(request, "Het verwerken begint zo opnieuw.", "Processing will begin again in a moment.")
    return redirect(f"/vroegsignalering/aanleveringen/{rij.id}")


@pagina
def origineel(request: HttpRequest, actor: Actor, aanlevering_id: UUID) -> FileResponse:
    """The file as it was sent, while it is kept."""
    rij, pad = queries.origineel(actor, aanlevering_id)
    return FileResponse(pad.open("rb"), as_attachment=True, filename=Path(rij.bestandsnaam).stem + pad.suffix)


@pagina
def verbeterblad(request: HttpRequest, actor: Actor, aanlevering_id: UUID) -> HttpResponse:
    """The refused rows with what is wrong, to correct and deliver again; `?soort=xlsx` as a spreadsheet."""
    rij, pad = queries.origineel(actor, aanlevering_id)
    soort = request.GET.get("soort", "csv")
    inhoud, type_ = rapport.verbeterblad(rij, pad, soort, get_language() or "nl")
    return bijlage(inhoud, f"verbeter_{Path(rij.bestandsnaam).stem}.{soort}", type_)
