"""DDAS: download the delivery to CBS, and check any such file."""

from __future__ import annotations

import io
import zipfile

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.grondslagen import Grondslag
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.uitwisseling.ondertekenen import KOP
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.api.ddas import als_antwoord
from samenhang.schemes.vroegsignalering.domain import ddascontrole
from samenhang.schemes.vroegsignalering.handtekeningcontrole import controleer, lees_certificaten
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_dag
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina

PAGINA = "vroegsignalering/ddas.html"
GRONDSLAG = "cbs-33"


@pagina
def ddas(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Choose a period, or a file to check."""
    rol_vereist(actor, SCHEME.naam, "teamleider")
    return render(
        request, PAGINA, {"gemeentecode": queries.gemeentecode_van(actor), "grondslag": _grondslag()}
    )


@require_POST
@pagina
def levering(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The delivery of a period as a file; with its signature in one archive when the deployment signs."""
    van, tot = als_dag(request.POST.get("van", "")), als_dag(request.POST.get("tot", ""))
    document = queries.ddas_levering(actor, van, tot, request.POST.get("email", ""))
    naam = f"ddas-{van}-{tot}.json"
    antwoord = als_antwoord(document, naam)
    if KOP not in antwoord.headers:
        return antwoord
    pak = io.BytesIO()
    with zipfile.ZipFile(pak, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr(naam, antwoord.content)
        archief.writestr(f"{naam}.jws", antwoord.headers[KOP])
    return bijlage(pak.getvalue(), f"ddas-{van}-{tot}.zip", "application/zip")


@require_POST
@pagina
def handtekening(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Who signed the file; it is not kept."""
    rol_vereist(actor, SCHEME.naam, "teamleider")
    bestanden = {naam: request.FILES.get(naam) for naam in ("bestand", "handtekening", "vertrouw")}
    bestand, teken, stam = bestanden["bestand"], bestanden["handtekening"], bestanden["vertrouw"]
    if bestand is None or teken is None:
        raise Geweigerd(
            "geen_bestand",
            Tekst(
                "Kies het bestand en de handtekening (.jws) die ernaast staat.",
                "Choose the file and the signature (.jws) beside it.",
            ),
        )
    stammen = lees_certificaten(stam.read(), stam.name or "") if stam else []
    uit = controleer(
        bestand.read(), teken.read().decode("ascii", errors="replace"), stammen, teken.name or ""
    )
    context = {"gemeentecode": queries.gemeentecode_van(actor), "grondslag": _grondslag()}
    return render(request, PAGINA, context | {"ondertekening": uit, "naam": bestand.name})


@require_POST
@pagina
def controle(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What is wrong with the file; it is not kept."""
    rol_vereist(actor, SCHEME.naam, "teamleider")
    bestand = request.FILES.get("bestand")
    if bestand is None:
        raise Geweigerd("geen_bestand", Tekst("Kies een bestand.", "Choose a file."))
    code = queries.gemeentecode_van(actor)
    oordeel = ddascontrole.oordeel(bestand.read(), code)
    return render(
        request,
        PAGINA,
        {
            "gemeentecode": code,
            "grondslag": _grondslag(),
            "oordeel": oordeel,
            "naam": bestand.name,
        },
    )


def _grondslag() -> Grondslag:
    """The legal basis of the delivery, with how sure it is."""
    return beslistabel().grondslagen[GRONDSLAG]
