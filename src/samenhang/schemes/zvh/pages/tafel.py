"""What a party at the table sees, and brings in."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.zvh import queries
from samenhang.schemes.zvh.handelingen import HANDELINGEN, VAN_PARTIJ
from samenhang.schemes.zvh.pages.gedeeld import TAFEL, TITELS, meld
from samenhang.web.deur import pagina
from samenhang.web.handelingen import doe_op_zaak, formulier


@pagina
def tafel(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The cases at whose table the actor sits for his organisation."""
    return render(request, "zvh/tafel.html", TITELS | {"rijen": queries.tafel(actor)})


@pagina
def tafelcasus(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str = "") -> HttpResponse:
    """One case as the party may see it; a POST does a verb of a party."""
    if wat and wat not in VAN_PARTIJ:
        raise Http404
    inbreng = formulier(HANDELINGEN["inbreng"], {})
    status = 200
    if wat and request.method == "POST":
        form = formulier(HANDELINGEN[wat], {}, data=request.POST)
        gedaan, status = doe_op_zaak(actor, HANDELINGEN[wat], zaak_id, form)
        if gedaan is not None:
            gevolg = HANDELINGEN[wat].gevolg
            meld(request, Tekst(f"Vastgelegd. {gevolg.nl}", f"Recorded. {gevolg.en}"))
            return redirect(f"{TAFEL}/{zaak_id}")
        inbreng = form if wat == "inbreng" else inbreng
    beeld = queries.tafelcasus(actor, zaak_id)
    context = {
        "beeld": beeld,
        "zaak": beeld.zaak,
        "handeling": HANDELINGEN["inbreng"],
        "formulier": inbreng,
        "vrijgave": HANDELINGEN["vrijgave"],
    }
    return render(request, "zvh/tafelcasus.html", TITELS | context, status=status)
