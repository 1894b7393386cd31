"""Creditors, and the pairs that look alike: a person judges."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.schuldeisers import beoordeel, haal_uit_elkaar, zet_adres
from samenhang.schemes.schuldhulp.pages.gedeeld import meld
from samenhang.web.deur import pagina

PAD = "/schuldhulp/schuldeisers"


@pagina
def schuldeisers(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Which creditors there are, and which pairs wait for a judgement."""
    beeld = queries.schuldeisers(actor)
    return render(request, "schuldhulp/schuldeisers.html", {"beeld": beeld})


@require_POST
@pagina
def oordeel(request: HttpRequest, actor: Actor, links_id: UUID, rechts_id: UUID) -> HttpResponse:
    """Judge a pair: one and the same, or not."""
    zelfde = request.POST.get("oordeel") == "zelfde"
    beoordeel(actor, links_id, rechts_id, zelfde, request.POST.get("reden", ""))
    meld(request, Tekst("Uw oordeel is vastgelegd.", "Your judgement was recorded."))
    return redirect(PAD)


@require_POST
@pagina
def splits(request: HttpRequest, actor: Actor, schuldeiser_id: UUID) -> HttpResponse:
    """Take a creditor out of the one with which it was merged."""
    rij = haal_uit_elkaar(actor, schuldeiser_id, request.POST.get("reden", ""))
    meld(request, Tekst(f"{rij.naam} staat weer apart.", f"{rij.naam} stands apart again."))
    return redirect(PAD)


@require_POST
@pagina
def adres(request: HttpRequest, actor: Actor, schuldeiser_id: UUID) -> HttpResponse:
    """Record where letters to a creditor go."""
    rij = zet_adres(actor, schuldeiser_id, request.POST.get("adres", ""))
    meld(
        request, Tekst(f"Het adres van {rij.naam} is vastgelegd.", f"The address of {rij.naam} was recorded.")
    )
    return redirect(PAD)
