"""The case page: header, the next thing to do as a form, tabs; and every verb on the case."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling
from samenhang.kernel.zaken.uitvoeren import voer_uit
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.handelingen import HANDELINGEN
from samenhang.schemes.vroegsignalering.pages import zaakbeeld
from samenhang.schemes.vroegsignalering.pages.gedeeld import meld
from samenhang.schemes.vroegsignalering.queries import ZaakBeeld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina
from samenhang.web.handelingen import Handelingsformulier, doe_of_bekijk, formulier
from samenhang.web.weergave import taal

TABBLADEN = tuple(zaakbeeld.TABBLADEN)
MIJN = "/vroegsignalering/mijn-gegevens"


@pagina
def melding(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str = "overzicht") -> HttpResponse:
    """GET: a tab of the case, or the form of one verb on it. POST: do that verb."""
    handeling = HANDELINGEN.get(wat)
    if handeling is None and wat not in TABBLADEN:
        raise Http404
    if request.method == "POST":
        if handeling is None:
            raise Http404
        if actor.organisatie_id is None:
            return _van_inwoner(request, actor, zaak_id, handeling)
        return _doe(request, actor, zaak_id, handeling)
    if actor.organisatie_id is None:
        return redirect(MIJN)
    beeld = queries.melding(actor, zaak_id)
    form = _formulier(request, actor, beeld, handeling) if handeling else None
    return _toon(request, actor, beeld, "overzicht" if handeling else wat, handeling, form)


def _van_inwoner(request: HttpRequest, actor: Actor, zaak_id: UUID, handeling: Handeling) -> HttpResponse:
    """What a resident does from his own page; a refusal stands on top of it."""
    form = formulier(handeling, {}, data=request.POST)
    if not form.is_valid():
        messages.error(request, Tekst("Kies eerst iets.", "First choose something.").in_taal(taal()))
        return redirect(MIJN)
    try:
        voer_uit(actor, handeling, zaak_id, form.invoer())
    except Geweigerd as weigering:
        if weigering.status in (403, 404):
            raise
        messages.error(request, weigering.tekst.in_taal(taal()))
        return redirect(MIJN)
    meld(
        request,
        f"Ontvangen: {handeling.titel.nl.lower()}. {handeling.gevolg.nl}",
        f"Received: {handeling.titel.en.lower()}. {handeling.gevolg.en}",
    )
    return redirect(MIJN)


def _formulier(
    request: HttpRequest, actor: Actor, beeld: ZaakBeeld, handeling: Handeling, *, gestuurd: bool = False
) -> Handelingsformulier:
    begin = dict(request.GET.items()) | zaakbeeld.begin(beeld, handeling.naam, request.GET.get("poging", ""))
    data = None
    if gestuurd:
        data = request.POST.copy()
        data["versie"] = request.POST.get("versie", "")
    return formulier(
        handeling,
        zaakbeeld.keuzelijsten(actor, beeld, handeling),
        data=data,
        begin=begin,
        versie=beeld.zaak.versie,
    )


def _doe(request: HttpRequest, actor: Actor, zaak_id: UUID, handeling: Handeling) -> HttpResponse:
    beeld = None
    if any(deel.veld.bron for deel in handeling.velden()):
        beeld = queries.melding(actor, zaak_id)
    keuzes = zaakbeeld.keuzelijsten(actor, beeld, handeling) if beeld else {}
    form = formulier(handeling, keuzes, data=request.POST)
    zaak, status = doe_of_bekijk(request, actor, handeling, zaak_id, form, elk_verbod=True)
    if isinstance(zaak, HttpResponse):
        return zaak
    if zaak is not None:
        stap = SCHEME.zaakproces.stap(zaak.stap).titel
        meld(request, f"Vastgelegd. Deze melding staat nu op: {stap.nl}.", f"Recorded. This case is now at: {stap.en}.")  # fmt: skip
        terug = request.POST.get("terug", "")
        if terug in TABBLADEN and terug != "overzicht":
            return redirect(f"/vroegsignalering/meldingen/{zaak.id}/{terug}")
        return redirect(f"/vroegsignalering/meldingen/{zaak.id}")
    beeld = queries.melding(actor, zaak_id)
    form.ververs_versie(beeld.zaak.versie)
    antwoord = _toon(request, actor, beeld, "overzicht", handeling, form)
    antwoord.status_code = status
    return antwoord


def _toon(
    request: HttpRequest,
    actor: Actor,
    beeld: ZaakBeeld,
    tab: str,
    handeling: Handeling | None,
    form: Handelingsformulier | None,
) -> HttpResponse:
    eerst, verder = zaakbeeld.te_doen(actor, beeld)
    if handeling is None and eerst:
        handeling, form = eerst[0], _formulier(request, actor, beeld, eerst[0])
    context: dict[str, Any] = {
        "beeld": beeld,
        "zaak": beeld.zaak,
        "kop": zaakbeeld.kop(beeld),
        "tab": tab,
        "besloten": max((b.beslist_op for b in beeld.bezwaren if b.beslist_op), default=None),
        "tabbladen": zaakbeeld.tabbladen(beeld, tab),
        "tabsjabloon": f"vroegsignalering/melding/{tab}.html",
        "handeling": handeling,
        "formulier": form,
        "eerst": [ander for ander in eerst if ander is not handeling],
        "verder": [ander for ander in verder if ander is not handeling],
        "kaartje": handeling is not None and handeling.naam == "contactpoging",
    }
    if handeling is not None and handeling.naam in ("aanvaarding", "dreiging"):
        context["gemeld"] = zaakbeeld.gemelde_dreiging(beeld)
    if context["kaartje"]:
        context["teksten"] = zaakbeeld.teksten(actor, beeld)
    context |= zaakbeeld.tabinhoud(actor, beeld, tab)
    return render(request, "vroegsignalering/melding.html", context)
