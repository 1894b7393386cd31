"""Asking the municipality to call a caller, how hand-overs stand, and the resident's own page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling, Niets
from samenhang.kernel.zaken.uitvoeren import voer_uit
from samenhang.schemes.helplijn.actions.overdracht import draag_warm_over
from samenhang.schemes.helplijn.domain.lijsten import DREIGINGEN
from samenhang.schemes.helplijn.domain.overdracht import Overdrachtsinvoer
from samenhang.schemes.helplijn.domain.proces import STANDEN
from samenhang.schemes.helplijn.handelingen import INTREKKEN
from samenhang.schemes.helplijn.queries.contacten import contact_bij
from samenhang.schemes.helplijn.queries.overdrachten import mijn_overdrachten, overdrachten
from samenhang.schemes.helplijn.toestemming import toestemmingstekst
from samenhang.web.deur import pagina
from samenhang.web.handelingen import formulier
from samenhang.web.onderdelen import Bladen
from samenhang.web.weergave import taal

LIJST = "/helplijn/overdrachten"
PER_BLAD = 50
OVERDRAGEN = Handeling(
    "overdragen",
    Tekst("Draag over aan de gemeente", "Hand over to the municipality"),
    Tekst("De gemeente ziet dit meteen en belt de beller.", "The municipality sees this at once and calls the caller."),
    Overdrachtsinvoer,
    draag_warm_over,
)  # fmt: skip


@pagina
def overdragen(request: HttpRequest, actor: Actor, contact_id: UUID) -> HttpResponse:
    """The text to read out, and what the caller tells after his yes; a POST hands over."""
    regel = contact_bij(actor, str(contact_id))
    form, status = formulier(OVERDRAGEN, {}), 200
    if request.method == "POST":
        form, status = formulier(OVERDRAGEN, {}, data=request.POST), 400
        if form.is_valid():
            try:
                zaak = draag_warm_over(actor, contact_id, form.invoer())
            except Geweigerd as weigering:
                if not weigering.fouten:
                    raise
                for fout in weigering.fouten:
                    veld = fout.plaats.kolom if fout.plaats.kolom in form.fields else None
                    form.add_error(veld, f"{fout.tekst.in_taal(taal())} ({fout.code})")
                status = weigering.status
            else:
                klaar = Tekst(
                    f"Overgedragen als {zaak.nummer}. De gemeente belt de beller.",
                    f"Handed over as {zaak.nummer}. The municipality calls the caller.",
                )
                messages.success(request, klaar.in_taal(taal()))
                return redirect(LIJST)
    context = {
        "formulier": form,
        "tekst": toestemmingstekst(timezone.localdate()),
        "handeling": OVERDRAGEN,
        "contact_id": contact_id,
        "regel": regel,
        "dreigingen": DREIGINGEN,
    }
    return render(request, "helplijn/overdragen.html", context, status=status)


@pagina
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The hand-overs of this line, the newest first."""
    blad = max(1, int(request.GET["blad"][:6])) if request.GET.get("blad", "").isdecimal() else 1
    stand = request.GET.get("stand", "")
    stand = stand if stand in STANDEN else ""
    begin = (blad - 1) * PER_BLAD
    rijen, totaal = overdrachten(actor, stand=stand, begin=begin, aantal=PER_BLAD)
    gekozen = {"stand": stand} if stand else {}
    context: dict[str, Any] = {
        "rijen": rijen,
        "stand": stand,
        "standen": STANDEN,
        "intrekken": INTREKKEN,
        "bladen": Bladen(
            van=min(begin + 1, totaal),
            tot=begin + len(rijen),
            totaal=totaal,
            vorige="?" + urlencode({**gekozen, "blad": blad - 1}) if blad > 1 else "",
            volgende="?" + urlencode({**gekozen, "blad": blad + 1}) if begin + PER_BLAD < totaal else "",
        ),
    }
    return render(request, "helplijn/overdrachten.html", context)


@require_POST
@pagina
def intrekken(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The caller withdraws his consent; a refusal stands above the list."""
    try:
        voer_uit(actor, INTREKKEN, zaak_id, Niets())
    except Geweigerd as weigering:
        if weigering.status in (403, 404):
            raise
        messages.error(request, weigering.tekst.in_taal(taal()))
    else:
        klaar = Tekst(f"Ingetrokken. {INTREKKEN.gevolg.nl}", f"Withdrawn. {INTREKKEN.gevolg.en}")
        messages.success(request, klaar.in_taal(taal()))
    return redirect(LIJST)


@pagina
def mijn(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What the line has of the resident himself, until it goes."""
    eigen = mijn_overdrachten(actor)
    context = {
        "eigen": eigen,
        "zaken": [deel.zaak for deel in eigen],
        "standen": STANDEN,
        "dreigingen": DREIGINGEN,
    }
    return render(request, "helplijn/mijn.html", context)
