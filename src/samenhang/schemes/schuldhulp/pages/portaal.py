"""The creditor's portal: his own offers, his answer and his statement of claim; and what the worker sees of it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.portaal import Portaalantwoord, beantwoord, sluit_aan, stuur_opgave
from samenhang.schemes.schuldhulp.domain.lijsten import PORTAALANTWOORDEN, RANGEN
from samenhang.schemes.schuldhulp.pages.gedeeld import meld
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina

PAD = "/schuldhulp/portaal"


@pagina
def portaal(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The offers that were made to this creditor, what is due first on top."""
    return render(request, "schuldhulp/portaal.html", {"rijen": queries.portaalvoorstellen(actor)})


@pagina
def portaalvoorstel(request: HttpRequest, actor: Actor, aanbod_id: UUID) -> HttpResponse:
    """One offer; answering it, with what is wrong at the top."""
    weigering = None
    if request.method == "POST":
        post = request.POST
        invoer = Portaalantwoord(post.get("antwoord", ""), post.get("reden", ""), post.get("bedrag", ""))
        try:
            beantwoord(actor, aanbod_id, invoer)
        except Geweigerd as nee:
            if nee.status != 400:
                raise
            weigering = nee
        else:
            meld(request, Tekst("Uw antwoord is vastgelegd.", "Your answer was recorded."))
            return redirect(f"{PAD}/{aanbod_id}")
    beeld = queries.portaalvoorstel(actor, aanbod_id)
    context = {
        "beeld": beeld,
        "aanbod": beeld.aanbod,
        "keuzes": PORTAALANTWOORDEN,
        "rangen": RANGEN,
        "gekozen": request.POST.get("antwoord", ""),
        "ingevuld": request.POST,
        "weigering": weigering.tekst if weigering else None,
    }
    return render(request, "schuldhulp/portaalvoorstel.html", context, status=400 if weigering else 200)


@require_POST
@pagina
def opgave_sturen(request: HttpRequest, actor: Actor, aanbod_id: UUID) -> HttpResponse:
    """Send a statement of claim with an offer."""
    bestand = request.FILES.get("bestand")
    stuur_opgave(
        actor, aanbod_id, (bestand.name or "") if bestand else "", bestand.read() if bestand else b""
    )
    meld(request, Tekst("Uw opgave is ontvangen.", "Your statement was received."))
    return redirect(f"{PAD}/{aanbod_id}")


@pagina
def opgave(request: HttpRequest, actor: Actor, zaak_id: UUID, stuk_id: UUID) -> HttpResponse:
    """A file that a creditor sent, as an attachment: a browser never shows it inside our pages."""
    stuk, inhoud = queries.opgave(actor, zaak_id, stuk_id)
    antwoord = bijlage(inhoud, stuk.bestandsnaam, "application/octet-stream")
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    return antwoord


@require_POST
@pagina
def aansluiten(request: HttpRequest, actor: Actor, schuldeiser_id: UUID) -> HttpResponse:
    """Give a creditor an account, or take it away."""
    rij = sluit_aan(actor, schuldeiser_id, request.POST.get("kvk", ""))
    tekst = (
        Tekst(f"{rij.naam} krijgt nieuwe voorstellen in het portaal.", f"{rij.naam} gets new proposals in the portal.")
        if rij.account_id
        else Tekst(f"{rij.naam} krijgt nieuwe voorstellen per brief.", f"{rij.naam} gets new proposals by letter.")
    )  # fmt: skip
    meld(request, tekst)
    return redirect("/schuldhulp/schuldeisers")
