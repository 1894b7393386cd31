"""The resident's own page: everything that the house knows about him, and his objection."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.rechtsmiddelen import rechtsmiddel_van
from samenhang.schemes.zvh import queries
from samenhang.schemes.zvh.handelingen import HANDELINGEN, VAN_INWONER
from samenhang.schemes.zvh.pages.gedeeld import MIJN, TITELS, meld
from samenhang.web.deur import pagina
from samenhang.web.handelingen import Handelingsformulier, doe_op_zaak, formulier
from samenhang.web.weergave import vandaag


@pagina
def mijn(request: HttpRequest, actor: Actor, zaak_id: UUID | None = None, wat: str = "") -> HttpResponse:
    """The resident's own page; a POST objects, or takes an objection back."""
    fout: Handelingsformulier | None = None
    status = 200
    if zaak_id is not None:
        if wat not in VAN_INWONER:
            raise Http404
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        handeling = HANDELINGEN[wat]
        fout = _eigen_velden(formulier(handeling, {}, data=request.POST), zaak_id)
        zaak, status = doe_op_zaak(actor, handeling, zaak_id, fout)
        if zaak is not None:
            meld(request, Tekst(f"Ontvangen. {handeling.gevolg.nl}", f"Received. {handeling.gevolg.en}"))
            return redirect(MIJN)
        if wat != "bezwaar":
            for tekst in fout.non_field_errors():
                messages.error(request, str(tekst))
            return redirect(MIJN)
    eigen = queries.mijn_casussen(actor)
    bezwaar = HANDELINGEN["bezwaar"]
    context = {
        "casussen": [
            (
                beeld,
                fout
                if fout is not None and beeld.zaak.id == zaak_id
                else _eigen_velden(formulier(bezwaar, {}), beeld.zaak.id),
            )
            for beeld in eigen
        ],
        "eigen": [beeld.zaak for beeld in eigen],
        "bezwaar": bezwaar,
        "intrekken": HANDELINGEN["bezwaar-intrekken"],
        "rechtsmiddel": rechtsmiddel_van(vandaag()).pagina,
    }
    return render(request, "zvh/mijn.html", TITELS | context, status=status)


def _eigen_velden(form: Handelingsformulier, zaak_id: UUID) -> Handelingsformulier:
    """The form with names of its own on the page, where several cases may each have one."""
    form.auto_id = f"{form.handeling.naam}-{zaak_id}-%s"
    return form
