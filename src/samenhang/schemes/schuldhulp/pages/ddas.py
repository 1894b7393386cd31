"""DDAS 1.0: download the delivery to CBS, and check any supplier's file."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.uitwisseling.ondertekenen import KOP
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.api.ddas import als_bestand
from samenhang.schemes.schuldhulp.domain.ddas.oordeel import oordeel
from samenhang.schemes.schuldhulp.scheme import LEIDER, SCHEME
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina

PAGINA = "schuldhulp/ddas.html"


@pagina
def ddas(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Choose a period for a delivery, or a file to check; neither is kept."""
    rol_vereist(actor, SCHEME.naam, LEIDER)
    if request.method == "POST" and "van" in request.POST:
        return _levering(request, actor)
    context: dict[str, Any] = {"grondslag": beslistabel().grondslagen["cbs-33"]}
    if request.method == "POST":
        bestand = request.FILES.get("bestand")
        if bestand is None:
            raise Geweigerd("geen_bestand", Tekst("Kies een bestand.", "Choose a file."))
        context |= {"oordeel": oordeel(bestand.read()), "naam": bestand.name}
    return render(request, PAGINA, context)


def _levering(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The pages of the delivery as files, their signatures beside them where the deployment signs."""
    van, tot = _dag(request.POST["van"]), _dag(request.POST.get("tot", ""))
    documenten = queries.ddas_levering(actor, van, tot, request.POST.get("email", ""))
    stam = f"ddas-schuldhulp-{van}-{tot}"
    bestanden = [als_bestand(deel, f"{stam}-{n}.json") for n, deel in enumerate(documenten, 1)]
    if len(bestanden) == 1 and KOP not in bestanden[0].headers:
        return bestanden[0]
    pak = io.BytesIO()
    with zipfile.ZipFile(pak, "w", zipfile.ZIP_DEFLATED) as archief:
        for n, deel in enumerate(bestanden, 1):
            archief.writestr(f"{stam}-{n}.json", deel.content)
            if KOP in deel.headers:
                archief.writestr(f"{stam}-{n}.json.jws", deel.headers[KOP])
    return bijlage(pak.getvalue(), f"{stam}.zip", "application/zip")


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise Geweigerd("datum_onjuist", Tekst("Dit is geen dag. Kies een begin en een einde.", "This is no day. Choose a start and an end.")) from fout  # fmt: skip
