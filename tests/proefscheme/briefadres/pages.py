"""The pages of the scheme: they parse, call an action or query, and render; they decide nothing."""

from __future__ import annotations

from uuid import UUID

from briefadres import actions, queries
from briefadres.handelingen import HANDELINGEN
from briefadres.scheme import SCHEME, WERKER
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.uitvoeren import voer_uit
from samenhang.web.deur import pagina
from samenhang.web.handelingen import formulier
from samenhang.web.menu import Menupunt, registreer_menu

registreer_menu(Menupunt(Tekst("Briefadres", "Letter address"), "/briefadres/aanvragen", SCHEME.naam, WERKER))


@pagina
def aanvragen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The list; a POST is a new application."""
    if request.method == "POST":
        wie = actions.Aanvraag(request.POST.get("voorletters", ""), request.POST.get("achternaam", ""))
        return redirect(f"/briefadres/aanvragen/{actions.vraag_aan(actor, wie).id}")
    context = {
        "aanvragen": queries.aanvragen(actor),
        "titels": {s.naam: s.titel for s in SCHEME.zaak.stappen},
    }
    return render(request, "briefadres/aanvragen.html", context)


@pagina
def aanvraag(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str = "") -> HttpResponse:
    """One application with the verb that its step asks for; a POST does that verb."""
    if wat and wat not in HANDELINGEN:
        raise Http404
    beeld = queries.aanvraag(actor, zaak_id)
    volgende = {"aangevraagd": "onderzoek", "onderzocht": "besluit"}
    naam = wat or volgende.get(beeld.zaak.stap, "")
    form = None
    if naam:
        form = formulier(
            HANDELINGEN[naam],
            {},
            data=request.POST if request.method == "POST" else None,
            versie=beeld.zaak.versie,
        )
    if request.method == "POST" and form is not None and form.is_valid():
        voer_uit(actor, HANDELINGEN[naam], zaak_id, form.invoer(), form.cleaned_data["versie"])
        return redirect(f"/briefadres/aanvragen/{zaak_id}")
    context = {
        "beeld": beeld,
        "stappen": SCHEME.zaak.stappen,
        "handeling": HANDELINGEN.get(naam),
        "formulier": form,
    }
    return render(
        request, "briefadres/aanvraag.html", context, status=400 if request.method == "POST" else 200
    )


urlpatterns = [
    path("aanvragen", aanvragen, name="aanvragen"),
    path("aanvragen/<uuid:zaak_id>", aanvraag, name="aanvraag"),
    path("aanvragen/<uuid:zaak_id>/<slug:wat>", aanvraag, name="doe"),
]
