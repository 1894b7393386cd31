"""Notices of destruction: what the own organisation destroyed and others must hear, and what others destroyed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.verstrekkingen.actions.vernietigbericht import bevestig_vernietigbericht
from samenhang.kernel.verstrekkingen.queries import vernietigbericht, vernietigberichten
from samenhang.web.deur import pagina
from samenhang.web.formulieren import Datumveld, Opmaak, vertaald
from samenhang.web.menu import ELK_SCHEME, Menupunt, registreer_menu
from samenhang.web.weergave import taal

PAD = "/vernietigberichten"
WACHT, KLAAR = Tekst("Wacht op bevestiging", "Waits for a receipt"), Tekst("Bevestigd", "Confirmed")
LEEG = Tekst(
    "Wordt een zaak vernietigd waaruit iets is doorgegeven, dan staat hier wie dat nog moet bevestigen.",
    "When a case is destroyed from which something was passed on, who must still confirm that stands here.",
)
ROLLEN = ("teamleider", "intake", "fg", "beheerder")
registreer_menu(
    Menupunt(Tekst("Vernietigberichten", "Notices of destruction"), PAD, ELK_SCHEME, ROLLEN, achteraan=True)
)


class Ontvangstformulier(Opmaak, forms.Form):
    """Who heard it, and when."""

    door = forms.CharField(
        label=vertaald(Tekst("Wie bevestigt de ontvangst?", "Who confirms the receipt?")),
        help_text=vertaald(Tekst("Naam en organisatie.", "Name and organisation.")),
        max_length=200,
    )
    op = Datumveld(label=vertaald(Tekst("Ontvangen op", "Received on")))


@pagina
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What waits first, then what was confirmed."""
    beelden = vernietigberichten(actor)
    context = {
        "groepen": [
            {
                "naam": "wacht",
                "kop": WACHT,
                "rijen": [b for b in beelden if b.ontvangen is None],
                "leeg": LEEG,
            },
            {"naam": "klaar", "kop": KLAAR, "rijen": [b for b in beelden if b.ontvangen is not None]},
        ],
        "laat": sum(beeld.te_laat for beeld in beelden),
    }
    return render(request, "samenhang/vernietigberichten.html", context)


@pagina
def ontvangst(request: HttpRequest, actor: Actor, vernietigbericht_id: UUID) -> HttpResponse:
    """GET asks who heard it and when; POST records that."""
    beeld = vernietigbericht(actor, vernietigbericht_id)
    begin: dict[str, Any] = {"op": timezone.localdate()}
    formulier = Ontvangstformulier(
        request.POST or None, initial=begin if beeld.hier else begin | {"door": actor.naam}
    )
    if request.method == "POST" and formulier.is_valid():
        try:
            gevuld = formulier.cleaned_data
            bevestig_vernietigbericht(actor, vernietigbericht_id, gevuld["door"], gevuld["op"])
        except Geweigerd as weigering:
            if weigering.status == 404:
                raise
            for fout in weigering.fouten:
                formulier.add_error(fout.plaats.plek.strip("/"), fout.tekst.in_taal(taal()))
            if not weigering.fouten:
                formulier.add_error(None, weigering.tekst.in_taal(taal()))
        else:
            zin = Tekst("De ontvangst is bevestigd.", "The receipt is confirmed.")
            messages.success(request, zin.in_taal(taal()))
            return redirect(PAD)
    context = {"beeld": beeld, "formulier": formulier}
    return render(request, "samenhang/vernietigbericht.html", context)
