"""The one screen from which a case meeting is run."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions.uitnodigen import partijen_van
from samenhang.schemes.wams.domain.planzinnen import DOELEN
from samenhang.schemes.wams.handelingen import HANDELINGEN
from samenhang.schemes.wams.pages.gedeeld import TITELS, meld
from samenhang.schemes.wams.queries import Overlegbeeld
from samenhang.web.deur import pagina
from samenhang.web.handelingen import Handelingsformulier, Keuzes, doe_op_zaak, formulier
from samenhang.web.weergave import taal

VOORAF = ("overleg", "uitnodigen", "inwoner-uitnodigen")
TIJDENS = ("afspraak", "uitnodigen", "inwoner-uitnodigen")
IN_DE_RIJ = ("aanwezigheid", "agendapunt")
"""Verbs with a button in the row of their subject instead of a form of their own."""
STAND = {"uitvoering": ("overleg-beginnen",), "casusoverleg": ("overleg-sluiten",)}


@pagina
def overleg(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str = "") -> HttpResponse:
    """The meeting; a POST does what is done in it and comes back here."""
    mag = {*VOORAF, *TIJDENS, *IN_DE_RIJ, "overleg-beginnen", "overleg-sluiten"}
    if wat and wat not in mag:
        raise Http404
    if not wat or request.method != "POST":
        return _toon(request, actor, queries.overleg(actor, zaak_id))
    handeling = HANDELINGEN[wat]
    lijsten = _keuzes(actor, queries.overleg(actor, zaak_id))
    form = formulier(handeling, lijsten, data=request.POST)
    gedaan, status = doe_op_zaak(actor, handeling, zaak_id, form)
    if gedaan is not None:
        meld(request, Tekst(f"Vastgelegd. {handeling.gevolg.nl}", f"Recorded. {handeling.gevolg.en}"))
        return redirect(f"/wams/zaken/{zaak_id}/casusoverleg")
    antwoord = _toon(request, actor, queries.overleg(actor, zaak_id), wat, form)
    antwoord.status_code = status
    return antwoord


def _toon(
    request: HttpRequest,
    actor: Actor,
    beeld: Overlegbeeld,
    wat: str = "",
    form: Handelingsformulier | None = None,
) -> HttpResponse:
    lijsten = _keuzes(actor, beeld)
    loopt = beeld.zaak.stap == "casusoverleg"
    verben: tuple[str, ...] = TIJDENS if loopt else VOORAF if beeld.zaak.stap == "uitvoering" else ()
    if beeld.overleg is None:
        verben = verben[:1]
    formulieren = []
    for naam in verben:
        eigen = (
            form
            if form is not None and naam == wat
            else formulier(HANDELINGEN[naam], lijsten, versie=beeld.zaak.versie)
        )
        if eigen.is_bound:
            eigen.ververs_versie(beeld.zaak.versie)
        formulieren.append((HANDELINGEN[naam], eigen))
    context: dict[str, Any] = {
        "beeld": beeld,
        "zaak": beeld.zaak,
        "loopt": loopt,
        "formulieren": formulieren,
        "fout": form if form is not None and wat not in verben else None,
        "stand": HANDELINGEN["overleg-sluiten" if loopt else "overleg-beginnen"] if beeld.overleg else None,
        "namen": dict(beeld.personen),
        "doelnamen": {doel.id: (doel.doel, doel.persoon_id) for doel in beeld.doelen},
    }
    return render(request, "wams/overleg.html", context | TITELS)


def _keuzes(actor: Actor, beeld: Overlegbeeld) -> Keuzes:
    namen = dict(beeld.personen)
    return {
        "deelnemers": [(str(wie), naam) for wie, naam in beeld.deelnemers],
        "doelen": [
            (str(doel.id), f"{namen.get(doel.persoon_id, '')}: {DOELEN[doel.doel].in_taal(taal())}")
            for doel in beeld.doelen
        ],
        "partijen": [
            (str(wie.id), f"{wie.organisatie.naam}: {wie.naam}")
            for wie in partijen_van(actor.organisatie, timezone.localdate()).values()
        ],
        "genodigden": [(str(wie.id), wie.naam) for wie in beeld.genodigden],
    }
