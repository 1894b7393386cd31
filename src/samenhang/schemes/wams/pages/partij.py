"""The pages of a party from outside: its invitations, and its own view of a case."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions.nood import kan_conflict
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN
from samenhang.schemes.wams.handelingen import HANDELINGEN
from samenhang.schemes.wams.pages.gedeeld import TITELS, meld
from samenhang.schemes.wams.queries import Partijbeeld
from samenhang.web.deur import pagina
from samenhang.web.handelingen import Handelingsformulier, Keuzes, doe_op_zaak, formulier
from samenhang.web.weergave import taal

OVERLEGGEN = "/wams/overleggen"
IN_ZAAK = ("inbreng", "vrijgave")
VAN_PARTIJ = ("uitnodiging-antwoord", *IN_ZAAK)
"""The verbs of a party."""


@pagina
def uitnodigingen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """To which meetings the actor is invited, and in which cases he takes part."""
    return _lijst(request, actor)


@pagina
def deelname(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str = "") -> HttpResponse:
    """A case as this party may see it; a POST does a verb of a party."""
    if wat and wat not in VAN_PARTIJ:
        raise Http404
    if wat and request.method == "POST":
        return _doe(request, actor, zaak_id, HANDELINGEN[wat])
    return _toon(request, queries.partijzaak(actor, zaak_id))


def _doe(request: HttpRequest, actor: Actor, zaak_id: UUID, handeling: Handeling) -> HttpResponse:
    in_zaak = handeling.naam in IN_ZAAK
    lijsten = _keuzes(queries.partijzaak(actor, zaak_id)) if in_zaak else {}
    form = formulier(handeling, lijsten, data=request.POST)
    gedaan, status = doe_op_zaak(actor, handeling, zaak_id, form)
    if gedaan is not None:
        meld(request, Tekst(f"Vastgelegd. {handeling.gevolg.nl}", f"Recorded. {handeling.gevolg.en}"))
        return redirect(f"{OVERLEGGEN}/{zaak_id}" if in_zaak else OVERLEGGEN)
    if not in_zaak:
        return _lijst(request, actor, form, status)
    antwoord = _toon(request, queries.partijzaak(actor, zaak_id), {handeling.naam: form})
    antwoord.status_code = status
    return antwoord


def _keuzes(beeld: Partijbeeld) -> Keuzes:
    return {
        "delers": [(str(persoon.id), persoon.naam) for persoon in beeld.personen],
        "in_te_brengen": [(naam, LEEFGEBIEDEN[naam].in_taal(taal())) for naam in beeld.geeft],
    }


def _toon(
    request: HttpRequest, beeld: Partijbeeld, gevuld: dict[str, Handelingsformulier] | None = None
) -> HttpResponse:
    handeling, vrijgave = (HANDELINGEN[naam] for naam in IN_ZAAK)
    forms = {naam: formulier(HANDELINGEN[naam], _keuzes(beeld)) for naam in IN_ZAAK} | (gevuld or {})
    context = {
        "beeld": beeld,
        "zaak": beeld.zaak,
        "plan": [(doel, [a for a in beeld.afspraken if a.doel_id == doel.id]) for doel in beeld.doelen],
        "namen": {persoon.id: persoon.naam for persoon in beeld.personen},
        "handeling": handeling,
        "kan_conflict": kan_conflict(beeld.soort, beeld.zaak.stap),
        "formulier": forms["inbreng"],
        "vrijgave_handeling": vrijgave,
        "vrijgave": forms["vrijgave"],
        "stelde_voorwaarde": beeld.stelde_voorwaarde,
    }
    return render(request, "wams/partij.html", context | TITELS)


def _lijst(
    request: HttpRequest, actor: Actor, form: Handelingsformulier | None = None, status: int = 200
) -> HttpResponse:
    context = {"rijen": queries.uitnodigingen(actor), "fout": form}
    return render(request, "wams/uitnodigingen.html", context | TITELS, status=status)
