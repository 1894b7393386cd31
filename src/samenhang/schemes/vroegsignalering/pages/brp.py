"""Answers of the BRP that wait for a judgement, side by side, and the round of questions."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering import brp as poort
from samenhang.schemes.vroegsignalering.domain.brp import BrpOordeel
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_uuid, meld
from samenhang.web.deur import pagina

HIER = "/vroegsignalering/brp"
MELDING = "/vroegsignalering/meldingen"


@pagina
def uitval(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: the most urgent case that waits, each person side by side. POST: the judgement about one of them."""
    if request.method == "POST":
        oordeel = request.POST.get("oordeel", "")
        actions.beoordeel_brp(
            actor,
            als_uuid(request.POST.get("zaak", "")),
            als_uuid(request.POST.get("persoon", "")),
            oordeel,
            request.POST.get("toelichting", ""),
        )
        if oordeel == BrpOordeel.BEVESTIG:
            meld(request, "Bevestigd; wat de BRP zegt is vastgelegd.", "Confirmed; what the BRP says was recorded.")  # fmt: skip
            return redirect(_verder(request, HIER))
        meld(request, "Vastgelegd; de vraag blijft open.", "Recorded; the question stays open.")
        return redirect(_verder(request, f"{HIER}?na={request.POST.get('na', '')}"))
    na = request.GET.get("na", "")
    zaak = als_uuid(request.GET["zaak"]) if request.GET.get("zaak") else None
    gevonden = queries.brp_uitval(actor, 1, na, zaak)
    context: dict[str, Any] = {
        "uitval": gevonden,
        "stand": queries.brpstand(actor),
        "ingesteld": poort.ingesteld(),
        "overgeslagen": bool(na),
        "zaak_id": zaak,
        "melding": f"{MELDING}/{zaak}" if zaak else "",
    }
    return render(request, "vroegsignalering/brp.html", context)


def _verder(request: HttpRequest, anders: str) -> str:
    """Who came from a case goes back to it."""
    zaak = request.POST.get("vanuit", "")
    return f"{MELDING}/{als_uuid(zaak)}" if zaak else anders


@require_POST
@pagina
def ronde(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Ask the BRP about every case that waits for it."""
    gedaan = actions.loop_brp_na(actor)
    meld(
        request,
        f"{gedaan.gevraagd} meldingen gevraagd: {gedaan.bevestigd} bevestigd, {gedaan.te_beoordelen} te beoordelen.",
        f"{gedaan.gevraagd} cases asked: {gedaan.bevestigd} confirmed, {gedaan.te_beoordelen} to judge.",
    )
    return redirect(HIER)
