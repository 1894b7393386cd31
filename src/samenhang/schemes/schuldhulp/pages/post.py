"""Letters to creditors: choose and look, send, follow the round, get the bundle to print."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions import post as actions
from samenhang.schemes.schuldhulp.domain.post import POSTSOORTEN
from samenhang.schemes.schuldhulp.pages.gedeeld import meld
from samenhang.web.bijlage import PDF, bijlage
from samenhang.web.deur import pagina

HIER = "/schuldhulp/post"


def _keuze(vraag: Any) -> queries.Postkeuze:
    return queries.Postkeuze(
        vraag.get("soort", ""),
        tuple(_uuid(waarde) for waarde in vraag.getlist("zaak")),
        tuple(_uuid(waarde) for waarde in vraag.getlist("voorstel")),
    )


def _uuid(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise Geweigerd("keuze_onjuist", Tekst("Kies uit de lijst.", "Choose from the list.")) from fout


@pagina
def post(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Which letters there are, the look at which creditors get the chosen one, and one's earlier rounds. POST: send."""
    if request.method == "POST":
        keuze = _keuze(request.POST)
        if not keuze.voorstellen:
            raise Geweigerd(
                "niets_gekozen", Tekst("Kies minstens één schuldeiser.", "Choose at least one creditor.")
            )
        ronde = actions.begin_postronde(actor, keuze)
        meld(request, Tekst("De brieven worden gemaakt.", "The letters are being made."))
        return redirect(f"{HIER}/{ronde.id}")
    keuze = _keuze(request.GET)
    context: dict[str, Any] = {
        "soorten": POSTSOORTEN,
        "keuze": keuze,
        "rondes": [(stand, POSTSOORTEN[stand.ronde.soort]) for stand in queries.postrondes(actor, 20)],
    }
    if keuze.soort:
        context |= {"kijk": queries.postvoorbeeld(actor, keuze), "vraag": request.GET.urlencode()}
    return render(request, "schuldhulp/post.html", context)


@pagina
def proefpost(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The first letter of the choice as PDF, marked as an example."""
    return bijlage(queries.proefpost(actor, _keuze(request.GET)), "voorbeeld.pdf", PDF)


@pagina
def postronde(request: HttpRequest, actor: Actor, postronde_id: UUID) -> HttpResponse:
    """How far a round is, what was left out and why, and the bundle to print."""
    stand = queries.postronde(actor, postronde_id)
    smal = request.headers.get("HX-Request")
    if smal and not stand.wacht:
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = {
        "stand": stand,
        "welke": POSTSOORTEN[stand.ronde.soort],
        "bundel": f"{HIER}/{postronde_id}/bundel.pdf",
    }
    sjabloon = "samenhang/delen/brievenronde.html" if smal else "schuldhulp/postronde.html"
    return render(request, sjabloon, context)


@pagina
def postbundel(request: HttpRequest, actor: Actor, postronde_id: UUID) -> HttpResponse:
    """All letters of a round as one PDF."""
    return bijlage(queries.postbundel(actor, postronde_id), f"post-{postronde_id}.pdf", PDF)
