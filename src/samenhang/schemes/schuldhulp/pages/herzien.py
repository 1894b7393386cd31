"""The calculations of the register under other norms: ask, look who changes and why, take over."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.herzien import Herzieningsvraag, begin_herziening, neem_over
from samenhang.schemes.schuldhulp.domain.zaakherziening import STANDEN, Regelstand
from samenhang.schemes.schuldhulp.models import Herzieningsregel
from samenhang.schemes.schuldhulp.pages.woorden import VELDEN
from samenhang.web.deur import pagina
from samenhang.web.weergave import in_tekst, taal

PAD = "/schuldhulp/normherzieningen"
MEESTE = 200
"""Cases on the page; the command and the API show all."""
TOON = {Regelstand.WIJZIGT: "let-op", Regelstand.OVERGENOMEN: "goed", Regelstand.NIET: "fout"}
REGELING = Tekst("Regeling", "Arrangement")


@pagina
def herzieningen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The revisions, and a form to begin one."""
    fouten: list[Tekst] = []
    status = 200
    if request.method == "POST":
        try:
            rij = begin_herziening(actor, Herzieningsvraag(_dag(request), request.POST.get("reden", "")))
        except Geweigerd as weigering:
            if weigering.status in (403, 404):
                raise
            fouten, status = [weigering.tekst], weigering.status
        else:
            return redirect(f"{PAD}/{rij.id}")
    context = {
        "rijen": queries.normherzieningen(actor),
        "fouten": fouten,
        "naar": request.POST.get("naar", ""),
        "reden": request.POST.get("reden", ""),
    }
    return render(request, "schuldhulp/normherzieningen.html", context, status=status)


@pagina
def herziening(request: HttpRequest, actor: Actor, herziening_id: UUID) -> HttpResponse:
    """One revision: how far it is, who changes and through which norm, and what to do with it."""
    beeld = queries.normherziening(actor, herziening_id)
    context = {
        "beeld": beeld,
        "herziening": beeld.herziening,
        "procent": beeld.klaar * 100 // beeld.totaal if beeld.totaal else 100,
        "tellingen": [(STANDEN[stand], aantal) for stand, aantal in beeld.tellingen.items() if aantal],
        "regels": [_regel(regel) for regel in beeld.regels[:MEESTE]],
        "meer": max(0, len(beeld.regels) - MEESTE),
    }
    return render(request, "schuldhulp/normherziening.html", context)


@require_POST
@pagina
def overname(request: HttpRequest, actor: Actor, herziening_id: UUID) -> HttpResponse:
    """Take the new calculations over."""
    try:
        neem_over(actor, herziening_id)
    except Geweigerd as weigering:
        if weigering.status in (403, 404):
            raise
        messages.error(request, weigering.tekst.in_taal(taal()))
    return redirect(f"{PAD}/{herziening_id}")


def _dag(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.POST.get("naar", ""))
    except ValueError as fout:
        raise Geweigerd("datum_onjuist", Tekst("Kies de dag van de normen.", "Choose the day of the norms.")) from fout  # fmt: skip


def _regel(regel: Herzieningsregel) -> dict[str, object]:
    """A case for the table; its fields in words."""
    stand = Regelstand(regel.stand)
    velden = [REGELING if veld == "regeling" else VELDEN[veld.split("/")[1]] for veld in regel.velden]
    return {
        "nummer": regel.zaak.nummer,
        "behandelaar": regel.zaak.behandelaar.naam if regel.zaak.behandelaar else "–",
        "stand": STANDEN[stand],
        "toon": TOON.get(stand, "info"),
        "velden": ", ".join(in_tekst(veld) for veld in velden),
        "normen": regel.normen,
        "code": regel.code,
    }
