"""The resident's own page, and the plan on paper."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.rechtsmiddelen import rechtsmiddel_van
from samenhang.kernel.zaken.uitvoeren import voer_uit
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.handelingen import HANDELINGEN
from samenhang.schemes.wams.pages.gedeeld import MIJN, TITELS, meld
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina
from samenhang.web.handelingen import formulier
from samenhang.web.weergave import taal, vandaag


@pagina
def mijn(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The resident's own page: everything about himself, in plain words, and what he can do."""
    zaken = queries.mijn_zaken(actor)
    context = {
        "zaken": zaken,
        "eigen_zaken": [eigen.zaak for eigen in zaken],
        "vertegenwoordigden": queries.vertegenwoordigden(actor),
        "bezwaar": HANDELINGEN["bezwaar"],
        "vandaag": vandaag(),
        "rechtsmiddel": rechtsmiddel_van(vandaag()).pagina,
    }
    return render(request, "wams/mijn.html", context | TITELS)


@pagina
def namens(request: HttpRequest, actor: Actor, persoon_id: UUID) -> HttpResponse:
    """What a representative sees of the young person whom he stands for; there is nothing to do here."""
    zaken = queries.namens(actor, persoon_id)
    naam = next((eigen.lid.naam for eigen in zaken if eigen.lid), "")
    return render(
        request, "wams/mijn.html", TITELS | {"zaken": zaken, "namens": naam or "-", "vandaag": vandaag()}
    )


@pagina
def planstuk(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The plan as PDF, in the language of the page."""
    return bijlage(queries.planstuk(actor, zaak_id, taal()), "plan.pdf", "application/pdf")


def van_inwoner(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str) -> HttpResponse:
    """What a resident does from his own page; a refusal stands on top of it."""
    if request.method != "POST" or wat not in ("bezwaar", "intrekken"):
        return redirect(MIJN)
    handeling = HANDELINGEN[wat]
    form = formulier(handeling, {}, data=request.POST)
    if not form.is_valid():
        messages.error(request, Tekst("Vul eerst iets in.", "First fill in something.").in_taal(taal()))
        return redirect(MIJN)
    try:
        voer_uit(actor, handeling, zaak_id, form.invoer())
    except Geweigerd as weigering:
        if weigering.status in (403, 404):
            raise
        messages.error(request, weigering.tekst.in_taal(taal()))
    else:
        meld(request, Tekst(f"Ontvangen. {handeling.gevolg.nl}", f"Received. {handeling.gevolg.en}"))
    return redirect(MIJN)
