"""Breaking glass, as a page of its own."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions.nood import (
    Conflictvraag,
    Noodbeeld,
    Noodvraag,
    kan_conflict,
    zie_bij_conflict,
    zie_in_nood,
)
from samenhang.schemes.wams.pages.gedeeld import TITELS, keuzes
from samenhang.schemes.wams.pages.partij import OVERLEGGEN
from samenhang.schemes.wams.queries import Partijbeeld, Zaakbeeld
from samenhang.web.deur import pagina
from samenhang.web.handelingen import Handelingsformulier, doe_met, formulier

NOOD = Handeling(
    "nood", Tekst("Kijk in nood", "Look in an emergency"), Tekst("De toezichthouder ziet dit meteen en beoordeelt het binnen twee werkdagen. U vertelt het de inwoner.", "The supervisor sees this at once and reviews it within two working days. You tell the resident."),
    Noodvraag, lambda actor, zaak_id, invoer: zie_in_nood(actor, zaak_id, invoer).zaak,
)  # fmt: skip
"""Breaking glass as a verb, for its form: what it opens is shown once and not kept on the page."""

CONFLICT = Handeling(
    "conflict-van-plichten", Tekst("Kijk wegens een conflict van plichten", "Look for a conflict of duties"), Tekst("De toezichthouder van de gemeente ziet dit meteen en beoordeelt het binnen twee werkdagen. De coördinator vertelt het de inwoner.", "The supervisor of the municipality sees this at once and reviews it within two working days. The coordinator tells the resident."),
    Conflictvraag, lambda actor, zaak_id, invoer: zie_bij_conflict(actor, zaak_id, invoer).zaak,
)  # fmt: skip
"""The same for a party from outside."""


@pagina
def conflict(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The form of a party to open something for a conflict of duties; a POST opens it and shows it once."""
    beeld = queries.partijzaak(actor, zaak_id)
    lijsten = {"delers": [(str(persoon.id), persoon.naam) for persoon in beeld.personen]}
    if request.method != "POST":
        if not kan_conflict(beeld.soort, beeld.zaak.stap):
            raise Http404
        return _toon_conflict(request, beeld, formulier(CONFLICT, lijsten, versie=beeld.zaak.versie))
    form = formulier(CONFLICT, lijsten, data=request.POST)
    gezien, status = doe_met(form, lambda: zie_bij_conflict(actor, zaak_id, form.invoer()), elk_verbod=True)
    if gezien is not None:
        return _toon_conflict(request, beeld, gezien=gezien)
    antwoord = _toon_conflict(request, beeld, form)
    antwoord.status_code = status
    return antwoord


def _toon_conflict(
    request: HttpRequest,
    beeld: Partijbeeld,
    form: Handelingsformulier | None = None,
    gezien: Noodbeeld | None = None,
) -> HttpResponse:
    context = {
        "zaak": beeld.zaak,
        "pad": f"{OVERLEGGEN}/{beeld.zaak.id}",
        "lijst": OVERLEGGEN,
        "conflict": True,
        "handeling": CONFLICT,
        "formulier": form,
        "gezien": gezien,
    }
    return render(request, "wams/nood.html", context | TITELS)


@pagina
def nood(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The form to open something in an emergency; a POST opens it and shows it once."""
    if request.method != "POST":
        beeld = queries.zaak(actor, zaak_id)
        if beeld.beeld != "behandelaar" or beeld.zaak.stap not in ("casusoverleg", "uitvoering"):
            raise Http404
        return _toon_nood(request, actor, beeld)
    form = formulier(NOOD, keuzes(actor, queries.zaak(actor, zaak_id)), data=request.POST)
    gezien, status = doe_met(form, lambda: zie_in_nood(actor, zaak_id, form.invoer()), elk_verbod=True)
    if gezien is not None:
        return render(
            request,
            "wams/nood.html",
            {"zaak": gezien.zaak, "pad": f"/wams/zaken/{zaak_id}", "gezien": gezien} | TITELS,
        )
    antwoord = _toon_nood(request, actor, queries.zaak(actor, zaak_id), form)
    antwoord.status_code = status
    return antwoord


def _toon_nood(
    request: HttpRequest, actor: Actor, beeld: Zaakbeeld, form: Handelingsformulier | None = None
) -> HttpResponse:
    form = form or formulier(NOOD, keuzes(actor, beeld), versie=beeld.zaak.versie)
    return render(
        request,
        "wams/nood.html",
        {"zaak": beeld.zaak, "pad": f"/wams/zaken/{beeld.zaak.id}", "handeling": NOOD, "formulier": form}
        | TITELS,
    )
