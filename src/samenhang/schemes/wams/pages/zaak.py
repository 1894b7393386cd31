"""One case: what its step asks for as a form, and how it stands for whoever looks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.taken import NAAM as TAAK_KLAAR
from samenhang.kernel.zaken.taken import te_melden
from samenhang.kernel.zaken.verbeteren import gevraagd
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.domain.proces import ZAAK
from samenhang.schemes.wams.domain.redenen import reden_in_twee
from samenhang.schemes.wams.domain.volgende import te_doen
from samenhang.schemes.wams.handelingen import HANDELINGEN
from samenhang.schemes.wams.pages.gedeeld import TITELS, keuzes, meld
from samenhang.schemes.wams.pages.inwoner import van_inwoner
from samenhang.schemes.wams.queries import Zaakbeeld
from samenhang.schemes.wams.scheme import SCHEME
from samenhang.web.bijlage import PDF, bijlage
from samenhang.web.deur import pagina
from samenhang.web.handelingen import Handelingsformulier, Keuzes, doe_of_bekijk, formulier
from samenhang.web.onderdelen import Feit, Gebeurtenis, Zaakkop
from samenhang.web.weergave import taal

HOOFDWEG = (
    "melding",
    "triage",
    "onderzoek",
    "conclusie",
    "regie",
    "plan",
    "uitvoering",
    "evaluatie",
    "afgesloten",
)


@pagina
def zaak(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str = "") -> HttpResponse:
    """One case with what its step asks for as a form; a POST does a verb."""
    if wat and wat not in HANDELINGEN:
        raise Http404
    if actor.organisatie_id is None:
        return van_inwoner(request, actor, zaak_id, wat)
    if wat and request.method == "POST":
        return _doe(request, actor, zaak_id, HANDELINGEN[wat])
    beeld = queries.zaak(actor, zaak_id)
    return _toon(request, actor, beeld, HANDELINGEN.get(wat))


@pagina
def informeerbrief(request: HttpRequest, actor: Actor, zaak_id: UUID, persoon_id: UUID) -> HttpResponse:
    """The letter that tells someone of the family, as PDF; on an English page with a translation behind it."""
    return bijlage(queries.informeerbrief(actor, zaak_id, persoon_id, taal()), "brief.pdf", PDF)


@pagina
def besluitbrief(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The letter of the decision on an objection, for who treats the case and for the resident his own."""
    return bijlage(queries.besluitbrief(actor, zaak_id, taal()), "besluit-op-bezwaar.pdf", PDF)


def _doe(request: HttpRequest, actor: Actor, zaak_id: UUID, handeling: Handeling) -> HttpResponse:
    lijsten: Keuzes = {}
    if any(deel.veld.bron for deel in handeling.velden()):
        lijsten = keuzes(actor, queries.zaak(actor, zaak_id))
    form = formulier(handeling, lijsten, data=request.POST)
    zaak, status = doe_of_bekijk(request, actor, handeling, zaak_id, form)
    if isinstance(zaak, HttpResponse):
        return zaak
    if zaak is not None:
        stap = ZAAK.stap(zaak.stap).titel
        meld(request, Tekst(f"Vastgelegd. Deze zaak staat nu op: {stap.nl}.", f"Recorded. This case is now at: {stap.en}."))  # fmt: skip
        return redirect(f"/wams/zaken/{zaak.id}" if _ziet_nog(actor, zaak) else "/wams/zaken")
    beeld = queries.zaak(actor, zaak_id)
    form.ververs_versie(beeld.zaak.versie)
    antwoord = _toon(request, actor, beeld, handeling, form)
    antwoord.status_code = status
    return antwoord


def _ziet_nog(actor: Actor, zaak: Zaak) -> bool:
    """Whether who just acted still has the case before him: not after closing or reading along."""
    return zaak.gesloten is None and zaak.behandelaar_id == actor.medewerker_id


def _handelingen(actor: Actor, beeld: Zaakbeeld) -> tuple[list[Handeling], list[Handeling]]:
    """What this actor can do now: first, and also."""
    if beeld.beeld == "behandelaar":
        eerst, ook = te_doen(beeld.zaak.stap, beeld.bevinding.samenhang if beeld.bevinding else None)
        if gevraagd(beeld.zaak):
            eerst = ("verbetering-antwoord", *eerst)
        if te_melden(beeld.taken):
            eerst = (*eerst, TAAK_KLAAR)
        return [HANDELINGEN[n] for n in eerst], [HANDELINGEN[n] for n in ook]
    if beeld.beeld == "meelezer":
        return [HANDELINGEN["meegelezen"]], []
    if beeld.zaak.stap == "melding" and actor.heeft_rol(SCHEME.naam, "meldpunt"):
        return [HANDELINGEN["oppakken"]], []
    if any(bezwaar.beslist_op is None for bezwaar in beeld.bezwaren):
        return [HANDELINGEN["bezwaar-besluit"]], []
    return [], []


def _toon(
    request: HttpRequest,
    actor: Actor,
    beeld: Zaakbeeld,
    handeling: Handeling | None,
    form: Handelingsformulier | None = None,
) -> HttpResponse:
    eerst, ook = _handelingen(actor, beeld)
    if handeling is None and eerst:
        handeling = eerst[0]
    if handeling is not None and form is None:
        form = formulier(
            handeling, keuzes(actor, beeld), begin=dict(request.GET.items()), versie=beeld.zaak.versie
        )
    context: dict[str, Any] = {
        "beeld": beeld,
        "taken": beeld.taken,
        "zaak": beeld.zaak,
        "besloten": max((b.beslist_op for b in beeld.bezwaren if b.beslist_op), default=None),
        "kop": _kop(beeld),
        "handeling": handeling,
        "formulier": form,
        "eerst": [ander for ander in eerst if ander is not handeling],
        "ook": [ander for ander in ook if ander is not handeling],
        "namen": {persoon.id: persoon.naam for persoon in beeld.personen},
        "plan": [(doel, [a for a in beeld.afspraken if a.doel_id == doel.id]) for doel in beeld.doelen],
        "gebeurtenissen": [
            Gebeurtenis(rij.moment, Tekst(rij.tekst_nl, rij.tekst_en), rij.door, reden_in_twee(rij.reden))
            for rij in beeld.tijdlijn
        ],
    }
    sjabloon = {"behandelaar": _sjabloon(beeld), "meelezer": "wams/meelezer.html"}.get(beeld.beeld, "wams/collega.html")  # fmt: skip
    return render(request, sjabloon, context | TITELS)


def _sjabloon(beeld: Zaakbeeld) -> str:
    """The desk and the coordinator have a page of their own; the investigation works on the desk's."""
    meldpunt = beeld.zaak.stap in ("melding", "triage", "onderzoek", "onderzoek_ambtshalve", "conclusie")
    return "wams/loket.html" if meldpunt else "wams/coordinator.html"


def _kop(beeld: Zaakbeeld) -> Zaakkop:
    """Who, which step, next date with its consequence, who must act."""
    zaak = beeld.zaak
    lopend = next((t for t in beeld.termijnen if t.klaar is None), None)
    regel = SCHEME.termijn(lopend.regel) if lopend else None
    ambtshalve = zaak.stap == "onderzoek_ambtshalve"
    hoofdweg = tuple(naam for naam in HOOFDWEG if not (ambtshalve and naam == "onderzoek"))
    return Zaakkop(
        nummer=zaak.nummer,
        titel=beeld.naam or zaak.nummer,
        stappen=ZAAK.weg(hoofdweg, zaak.stap),
        stap=zaak.stap,
        termijn=zaak.volgende_termijn,
        wat=regel.titel if regel else None,
        gevolg=regel.gevolg if regel and regel.gevolg.nl else None,
        aan_zet=zaak.behandelaar.naam
        if zaak.behandelaar
        else Tekst("Wacht op het meldpunt", "Waits for the desk"),
        gedaan=_gedaan(zaak),
        feiten=[Feit(Tekst("Behandelaar", "Handler"), zaak.behandelaar.naam if zaak.behandelaar else None)],
    )


def _gedaan(zaak: Zaak) -> tuple[str, ...]:
    """The steps of the main way that lie behind a case; one that was stopped may have skipped some, and tells none."""
    stap = {"casusoverleg": "evaluatie", "afschalen": "afgesloten", "onderzoek_ambtshalve": "onderzoek"}.get(
        zaak.stap, zaak.stap
    )
    if stap not in HOOFDWEG or zaak.gesloten is not None:
        return ()
    return HOOFDWEG[: HOOFDWEG.index(stap)]
