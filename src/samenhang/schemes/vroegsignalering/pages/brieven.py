"""Letters: choose and look, send, follow the round, get the bundle; and one letter as it went."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.brieven import laad_sjablonen
from samenhang.schemes.vroegsignalering.domain.brieven import TALEN
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_uuid, meld
from samenhang.web.bijlage import PDF, bijlage
from samenhang.web.deur import pagina

HIER = "/vroegsignalering/brieven"
KLASSEN = range(1, 6)


def _keuze(vraag: Any) -> queries.Briefkeuze:
    prioriteit = vraag.get("prioriteit", "")
    if prioriteit and prioriteit not in map(str, KLASSEN):
        raise Geweigerd(
            "keuze_onjuist", Tekst("prioriteit: kies uit 1 tot en met 5.", "priority: choose from 1 to 5.")
        )
    return queries.Briefkeuze(
        vraag.get("sjabloon", ""),
        vraag.get("taal", "") or "beide",
        int(prioriteit) if prioriteit else None,
        tuple(als_uuid(zaak) for zaak in vraag.getlist("zaak")),
    )


def _welke(stand: queries.Rondestand) -> Tekst:
    """The name of the letter of a round; the mark of its text when that text is no longer there."""
    versie = stand.ronde.tekstversie
    return next((s.titel for s in laad_sjablonen()[0] if s.versie == versie), Tekst(versie, versie))


@pagina
def brieven(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Which letters there are, the look at who gets the chosen one, and one's earlier rounds. POST: send."""
    if request.method == "POST":
        if not request.POST.getlist("zaak"):
            raise Geweigerd("niets_gekozen", Tekst("Kies minstens één melding.", "Choose at least one case."))
        ronde = actions.begin_brievenronde(actor, _keuze(request.POST))
        meld(request, "De brieven worden gemaakt.", "The letters are being made.")
        return redirect(f"{HIER}/{ronde.id}")
    context: dict[str, Any] = {
        "sjablonen": queries.sjablonen(actor),
        "talen": TALEN,
        "klassen": KLASSEN,
        "rondes": [(stand, _welke(stand)) for stand in queries.rondes(actor, 20)],
    }
    if request.GET.get("sjabloon"):
        keuze = _keuze(request.GET)
        context |= {"keuze": keuze, "kijk": queries.briefvoorbeeld(actor, keuze), "vraag": request.GET.urlencode()}  # fmt: skip
    return render(request, "vroegsignalering/brieven.html", context)


@pagina
def proefbrief(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The first letter of the choice as PDF, marked as an example."""
    return bijlage(queries.proefbrief(actor, _keuze(request.GET)), "voorbeeld.pdf", PDF)


@pagina
def ronde(request: HttpRequest, actor: Actor, ronde_id: UUID) -> HttpResponse:
    """How far a round is, what was left out and why, and the bundle to print."""
    stand = queries.ronde_van(actor, ronde_id)
    if request.headers.get("HX-Request") and not stand.wacht:
        return HttpResponse(headers={"HX-Refresh": "true"})
    smal = request.headers.get("HX-Request")
    sjabloon = "samenhang/delen/brievenronde.html" if smal else "vroegsignalering/brieven/ronde.html"
    context = {"stand": stand, "welke": _welke(stand), "bundel": f"{HIER}/{ronde_id}/bundel.pdf"}
    return render(request, sjabloon, context)


@pagina
def bundel(request: HttpRequest, actor: Actor, ronde_id: UUID) -> HttpResponse:
    """All letters of a round as one PDF."""
    return bijlage(queries.bundel(actor, ronde_id), f"brieven-{ronde_id}.pdf", PDF)


@pagina
def bezwaar_later(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The letter that the answer to an objection comes later, for who treats the case and for the resident."""
    return bijlage(queries.bericht_later(actor, zaak_id), "bezwaar-later.pdf", PDF)


@pagina
def besluit_op_bezwaar(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The letter of the decision on an objection, for who treats the case, a team lead and the resident."""
    return bijlage(queries.besluitbrief(actor, zaak_id), "besluit-op-bezwaar.pdf", PDF)


@pagina
def brief(request: HttpRequest, actor: Actor, zaak_id: UUID, groep: UUID) -> HttpResponse:
    """One letter exactly as it went: for who treats the case, and for the resident himself."""
    return bijlage(queries.brief(actor, zaak_id, groep), f"brief-{groep}.pdf", PDF)
