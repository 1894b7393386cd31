"""Objections to decisions: the list, one case for who handles them, and what the resident does on his own page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling, Niets
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.bezwaar import (
    Bezwaarkeuze,
    EigenBezwaar,
    Herstel,
    dien_in,
    ontvang_herstel,
)
from samenhang.schemes.schuldhulp.actions.bezwaarbeslissing import (
    Ingebrekestelling,
    leg_ingebrekestelling_vast,
    trek_in,
)
from samenhang.schemes.schuldhulp.actions.meervoudig import trek_toestemming_in
from samenhang.schemes.schuldhulp.bezwaarbrieven import titels
from samenhang.schemes.schuldhulp.bezwaarhandelingen import BEZWAARHANDELINGEN
from samenhang.schemes.schuldhulp.bezwaarzaak import Bezwaarzaak, dwangsom_van
from samenhang.schemes.schuldhulp.domain.bezwaar import (
    HOREN,
    ONTBREEKT,
    ONTBREEKT_BRIEF,
    UITKOMSTEN,
    UITSTEL,
    VIA,
    op_tijd,
)
from samenhang.schemes.schuldhulp.models import Bezwaarschrift
from samenhang.schemes.schuldhulp.pages.gedeeld import TITELS, meld
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina
from samenhang.web.handelingen import Handelingsformulier, Keuzes, doe_of_bekijk, formulier
from samenhang.web.weergave import in_tekst, korte_datum, taal, vandaag

PAD, EIGEN = "/schuldhulp/bezwaren", "/schuldhulp/mijn"
_WOORDEN = {"horen": HOREN, "uitkomsten": UITKOMSTEN, "uitstellen": UITSTEL, "wegen": VIA}


@pagina
def bezwaren(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The cases with an objection, what is due first on top; with a number another case opens."""
    nummer, weigering = request.GET.get("nummer", ""), None
    if nummer:
        try:
            return redirect(f"{PAD}/{queries.zaak_met_nummer(actor, nummer)}")
        except Geweigerd as nee:
            if nee.status != 404:
                raise
            weigering = nee.tekst
    context = {"rijen": queries.bezwaren(actor), "nummer": nummer, "weigering": weigering}
    return render(request, "schuldhulp/bezwaren.html", TITELS | context, status=404 if weigering else 200)


@pagina
def bezwaarzaak(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str = "") -> HttpResponse:
    """The objections of one case, with what comes next as a form; a POST does a verb."""
    if (wat and wat not in BEZWAARHANDELINGEN) or (request.method == "POST" and not wat):
        raise Http404
    beeld = queries.bezwaarzaak(actor, zaak_id)
    if request.method != "POST":
        return _toon(request, beeld, BEZWAARHANDELINGEN.get(wat))
    handeling = BEZWAARHANDELINGEN[wat]
    form = formulier(handeling, _keuzes(beeld), data=request.POST)
    gedaan, status = doe_of_bekijk(request, actor, handeling, zaak_id, form)
    if isinstance(gedaan, HttpResponse):
        return gedaan
    if gedaan is not None:
        meld(request, Tekst("Vastgelegd.", "Recorded."))
        return redirect(f"{PAD}/{zaak_id}")
    beeld = queries.bezwaarzaak(actor, zaak_id)
    form.ververs_versie(beeld.zaak.versie)
    return _toon(request, beeld, handeling, form, status)


@pagina
def bezwaarbrief(request: HttpRequest, actor: Actor, zaak_id: UUID, bezwaar_id: UUID, soort: str) -> HttpResponse:  # fmt: skip
    """A letter about an objection as PDF, for who handles it and for the resident."""
    return bijlage(queries.bezwaarbrief(actor, zaak_id, bezwaar_id, soort), f"{soort}.pdf", "application/pdf")


@require_POST
@pagina
def eigen_bezwaar(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The resident objects."""
    return _eigen(request, lambda: dien_in(actor, zaak_id, EigenBezwaar(_id(request, "besluit"), request.POST.get("gronden", ""))), Tekst("Uw bezwaar is ontvangen.", "Your objection was received."))  # fmt: skip


@require_POST
@pagina
def eigen_ingebrekestelling(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The resident tells that the decision is late."""
    return _eigen(request, lambda: leg_ingebrekestelling_vast(actor, zaak_id, Ingebrekestelling(_id(request, "bezwaar"), vandaag())), Tekst("Wij weten dat wij te laat zijn.", "We know that we are late."))  # fmt: skip


@require_POST
@pagina
def eigen_aanvulling(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The resident adds what was missing."""
    return _eigen(request, lambda: ontvang_herstel(actor, zaak_id, Herstel(_id(request, "bezwaar"), vandaag(), request.POST.get("gronden", ""))), Tekst("Uw aanvulling is ontvangen.", "Your addition was received."))  # fmt: skip


@require_POST
@pagina
def eigen_intrekking(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The resident withdraws his objection."""
    return _eigen(request, lambda: trek_in(actor, zaak_id, Bezwaarkeuze(_id(request, "bezwaar"))), Tekst("Uw bezwaar is ingetrokken.", "Your objection was withdrawn."))  # fmt: skip


@require_POST
@pagina
def eigen_toestemming(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The resident takes his consent back."""
    return _eigen(request, lambda: trek_toestemming_in(actor, zaak_id, Niets()), Tekst("Uw toestemming is ingetrokken. Wij vroegen het meldpunt om te wissen wat het al kreeg.", "Your consent was withdrawn. We asked the desk to erase what it already got."))  # fmt: skip


def bezwaarbeeld(rij: Bezwaarschrift) -> dict[str, Any]:
    """An objection for a page, with what it costs to be late and its letters."""
    return {
        "rij": rij,
        "op_tijd": op_tijd(rij.bezwaar_tot, rij.ontvangen_op, rij.verzonden_op),
        "te_laat": rij.open and rij.uiterlijk < vandaag(),
        "dwangsom": dwangsom_van(rij),
        "brieven": titels(rij),
        "wacht_op": ONTBREEKT.get(rij.ontbreekt),
        "aanvullen_kan": rij.aanvullen_tot is not None and rij.aanvullen_tot >= vandaag(),
        "wacht_op_u": ONTBREEKT_BRIEF.get(rij.ontbreekt),
        "uitkomst": UITKOMSTEN.get(rij.uitkomst),
        "horen": HOREN.get(rij.horen),
        "via": VIA[rij.via],
    }


def _eigen(request: HttpRequest, doe: Callable[[], object], gedaan: Tekst) -> HttpResponse:
    try:
        doe()
    except Geweigerd as weigering:
        if weigering.status not in (400, 409):
            raise
        messages.error(request, weigering.tekst.in_taal(taal()))
    else:
        meld(request, gedaan)
    return redirect(EIGEN)


def _id(request: HttpRequest, veld: str) -> UUID:
    """What the form names; what is no id is refused by the action, which tells the log."""
    try:
        return UUID(request.POST.get(veld, ""))
    except ValueError:
        return UUID(int=0)


def _toon(
    request: HttpRequest,
    beeld: Bezwaarzaak,
    handeling: Handeling | None,
    form: Handelingsformulier | None = None,
    status: int = 200,
) -> HttpResponse:
    eerst, ook = _te_doen(beeld)
    if handeling is None and eerst:
        handeling = eerst[0]
    if handeling is not None and form is None:
        form = formulier(handeling, _keuzes(beeld), versie=beeld.zaak.versie)
    context = {
        "beeld": beeld,
        "zaak": beeld.zaak,
        "bezwaren": [bezwaarbeeld(rij) for rij in reversed(beeld.bezwaren)],
        "handeling": handeling,
        "formulier": form,
        "eerst": [ander for ander in eerst if ander is not handeling],
        "ook": [ander for ander in ook if ander is not handeling and ander not in eerst],
    }
    return render(request, "schuldhulp/bezwaar.html", TITELS | _WOORDEN | context, status=status)


def _te_doen(beeld: Bezwaarzaak) -> tuple[Sequence[Handeling], Sequence[Handeling]]:
    """What comes next for the objection that is due first, and what can be done beside it."""
    open_ = sorted((rij for rij in beeld.bezwaren if rij.open), key=lambda rij: rij.uiterlijk)
    vrij = {rij.id for rij in beeld.beschikkingen} - {rij.besluit for rij in beeld.bezwaren if rij.ingetrokken_op is None}  # fmt: skip
    nieuw = ("bezwaarontvangst",) if vrij else ()
    if not open_:
        return [BEZWAARHANDELINGEN[naam] for naam in nieuw], []
    rij = open_[0]
    eerst = (
        ("bezwaarbesluit",) if rij.horen else ("horen",) if rij.hoorzitting_op else ("hoorzitting", "horen")
    )
    if rij.ontbreekt:
        eerst = ("aanvulling", *eerst)
    elif not rij.gronden:
        eerst = ("aanvulvraag", *eerst)
    ook = [naam for naam in BEZWAARHANDELINGEN if naam != "bezwaarontvangst"] + [*nieuw]
    return [BEZWAARHANDELINGEN[naam] for naam in eerst], [BEZWAARHANDELINGEN[naam] for naam in ook]


def _keuzes(beeld: Bezwaarzaak) -> Keuzes:
    """The lists from which a form lets choose: decisions without an objection, and objections that wait."""
    heeft = {rij.besluit for rij in beeld.bezwaren if rij.ingetrokken_op is None}
    soorten = TITELS["besluiten"]
    return {
        "besluiten": [
            (str(rij.id), f"{in_tekst(soorten[rij.soort])}, {korte_datum(rij.bekendgemaakt_op)}")
            for rij in beeld.beschikkingen
            if rij.id not in heeft
        ],
        "bezwaren": [
            (str(rij.id), f"{in_tekst(soorten[rij.besluit_soort])}, {korte_datum(rij.ontvangen_op)}")
            for rij in beeld.bezwaren
            if rij.open
        ],
    }
