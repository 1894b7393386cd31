"""The objections that wait, and one of them with the decision on it, for a team lead."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.zvh import queries
from samenhang.schemes.zvh.handelingen import HANDELINGEN, VAN_LEIDER
from samenhang.schemes.zvh.pages.gedeeld import BEZWAREN, TITELS, meld
from samenhang.web.deur import pagina
from samenhang.web.handelingen import doe_op_zaak, formulier


@pagina
def bezwaren(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The objections that wait for a decision, what is due first on top."""
    return render(request, "zvh/bezwaren.html", {"rijen": queries.bezwaren(actor)})


@pagina
def bezwaar(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str = "") -> HttpResponse:
    """One objection; a POST decides on it, or records why something goes on meanwhile."""
    if wat and wat not in VAN_LEIDER:
        raise Http404
    handeling = HANDELINGEN[wat or VAN_LEIDER[0]]
    form, status = None, 200
    if wat and request.method == "POST":
        form = formulier(handeling, {}, data=request.POST)
        zaak, status = doe_op_zaak(actor, handeling, zaak_id, form)
        if zaak is not None:
            meld(request, Tekst(f"Vastgelegd. {handeling.gevolg.nl}", f"Recorded. {handeling.gevolg.en}"))
            return redirect(f"{BEZWAREN}/{zaak_id}")
    beeld = queries.bezwaar(actor, zaak_id)
    if form is None:
        form = formulier(handeling, {}, versie=beeld.zaak.versie)
    else:
        form.ververs_versie(beeld.zaak.versie)
    ander = [HANDELINGEN[naam] for naam in VAN_LEIDER if naam != handeling.naam]
    if beeld.open is not None and beeld.open.doorgaan_grond:
        ander = [keus for keus in ander if keus.naam != "bezwaar-doorgaan"]
    context = {
        "beeld": beeld,
        "zaak": beeld.zaak,
        "handeling": handeling if beeld.open else None,
        "formulier": form,
        "pad": BEZWAREN,
        "eerst": ander,
        "ook": [],
    }
    return render(request, "zvh/bezwaar.html", TITELS | context, status=status)
