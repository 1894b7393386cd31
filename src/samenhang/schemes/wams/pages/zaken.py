"""The list of cases, and a new report."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions.melden import NieuweMelding, leg_melding_vast, neem_over
from samenhang.schemes.wams.domain.proces import LOPEND
from samenhang.schemes.wams.pages.gedeeld import TITELS, meld
from samenhang.schemes.wams.scheme import SCHEME
from samenhang.web.deur import pagina
from samenhang.web.handelingen import Handelingsformulier, doe_met, formulier
from samenhang.web.zaaklijst import zaaklijst

MELD = Handeling(
    "melding", Tekst("Leg een melding vast", "Record a report"), Tekst("De melding wacht daarna tot iemand haar oppakt.", "The report then waits until someone takes it up."),
    NieuweMelding, lambda actor, _, invoer: leg_melding_vast(actor, invoer),
)  # fmt: skip
"""A new report as a verb, for its form: it has no case yet."""
VOLGORDE = (
    "achternaam",
    "voorletters",
    "geboortedatum",
    "telefoon",
    "melder_soort",
    "melder",
    "hoe",
    "tekst",
)
"""Who it is about, who reports and how, and then what he says."""


@pagina
def zaken(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The open cases, what is due first on top."""
    lijst = zaaklijst(request, actor, SCHEME, queries.zaken, stappen=LOPEND)
    meldpunt = actor.heeft_rol(SCHEME.naam, "meldpunt") and not lijst["gezocht"] and lijst["blad"] == 1
    context = lijst | {
        "doorgegeven": queries.doorgegeven(actor) if meldpunt else [],
        "mag_melden": actor.heeft_rol(SCHEME.naam, "meldpunt"),
        "leeg": Tekst("Er zijn geen open zaken voor uw rol.", "There are no open cases for your role."),
    }
    return render(request, "wams/zaken.html", TITELS | context)


@require_POST
@pagina
def overnemen(request: HttpRequest, actor: Actor, overdracht_id: UUID) -> HttpResponse:
    """Take in whom another scheme passed on."""
    zaak = neem_over(actor, overdracht_id)
    meld(request, Tekst(f"Overgenomen als {zaak.nummer}. De afzender ziet dat u haar hebt.", f"Taken in as {zaak.nummer}. The sender sees that you have it."))  # fmt: skip
    return redirect(f"/wams/zaken/{zaak.id}")


@pagina
def melding(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form of a new report; a POST records it."""
    if request.method != "POST":
        if not actor.heeft_rol(SCHEME.naam, "meldpunt"):
            raise Http404
        return render(request, "wams/melding.html", {"handeling": MELD, "formulier": _meldformulier()})
    form = _meldformulier(request.POST)
    zaak, status = doe_met(form, lambda: leg_melding_vast(actor, form.invoer()), elk_verbod=True)
    if zaak is not None:
        meld(request, Tekst(f"Melding {zaak.nummer} vastgelegd.", f"Report {zaak.nummer} recorded."))
        return redirect(f"/wams/zaken/{zaak.id}")
    return render(request, "wams/melding.html", {"handeling": MELD, "formulier": form}, status=status)


def _meldformulier(data: QueryDict | None = None) -> Handelingsformulier:
    form = formulier(MELD, {}, data=data)
    form.order_fields(VOLGORDE)
    return form
