"""The pages of the scheme: they parse, call an action or query, and render; they decide nothing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from samenhang.kernel.basis import Fout, Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker, Rolvervulling
from samenhang.kernel.scheme import Handeling
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.uitvoeren import voer_uit
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions.gezin import WAARMEE
from samenhang.schemes.wams.actions.melden import NieuweMelding, leg_melding_vast
from samenhang.schemes.wams.actions.nood import WAT, Noodvraag, zie_in_nood
from samenhang.schemes.wams.actions.overleg import ONDERWERPEN
from samenhang.schemes.wams.actions.plan import MEELEZERS
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN, PARTIJEN
from samenhang.schemes.wams.domain.melding import HOE, MELDERS, RELATIES, WIJZEN
from samenhang.schemes.wams.domain.planzinnen import DOELEN, OORDELEN
from samenhang.schemes.wams.domain.proces import ZAAK
from samenhang.schemes.wams.domain.volgende import te_doen
from samenhang.schemes.wams.handelingen import HANDELINGEN
from samenhang.schemes.wams.queries import Zaakbeeld
from samenhang.schemes.wams.scheme import SCHEME
from samenhang.web.deur import pagina
from samenhang.web.handelingen import Handelingsformulier, Keuzes, formulier
from samenhang.web.menu import Menupunt, registreer_menu
from samenhang.web.onderdelen import Bladen, Feit, Gebeurtenis, Zaakkop
from samenhang.web.weergave import taal

WERKERS = ("meldpunt", "onderzoeker", "coordinator", "teamleider")
PER_BLAD = 50
MIJN = "/wams/mijn"
MELD = Handeling(
    "melding", Tekst("Leg een melding vast", "Record a report"), Tekst("De melding wacht daarna tot iemand haar oppakt.", "The report then waits until someone takes it up."),
    NieuweMelding, lambda actor, _, invoer: leg_melding_vast(actor, invoer),
)  # fmt: skip
"""A new report as a verb, for its form: it has no case yet."""
NOOD = Handeling(
    "nood", Tekst("Kijk in nood", "Look in an emergency"), Tekst("De toezichthouder ziet dit meteen en beoordeelt het binnen twee werkdagen. U vertelt het de inwoner.", "The supervisor sees this at once and reviews it within two working days. You tell the resident."),
    Noodvraag, lambda actor, zaak_id, invoer: zie_in_nood(actor, zaak_id, invoer).zaak,
)  # fmt: skip
"""Breaking glass as a verb, for its form: what it opens is shown once and not kept on the page."""
TITELS: dict[str, Any] = {
    "stappen": {stap.naam: stap.titel for stap in ZAAK.stappen},
    "relaties": RELATIES,
    "waarmee": WAARMEE,
    "leefgebieden": LEEFGEBIEDEN,
    "melders": MELDERS,
    "manieren": HOE,
    "wijzen": WIJZEN,
    "doelen": DOELEN,
    "oordelen": OORDELEN,
    "partijen": PARTIJEN,
    "nood": WAT,
    "zinnen": {zin.naam: zin.tekst for zin in SCHEME.planzinnen},
    "onderwerpen": ONDERWERPEN,
    "termijnen": {regel.naam: regel for regel in SCHEME.termijnen},
}
"""What names mean, for every template of the scheme."""
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

registreer_menu(
    Menupunt(Tekst("Zaken", "Cases"), "/wams/zaken", SCHEME.naam, WERKERS),
    Menupunt(Tekst("Nieuwe melding", "New report"), "/wams/melding", SCHEME.naam, ("meldpunt",)),
    Menupunt(Tekst("Auditlog", "Audit log"), "/logboek", SCHEME.naam, ("auditor", "fg")),
    Menupunt(Tekst("Mijn plan", "My plan"), MIJN, SCHEME.naam, ("inwoner",)),
)


@pagina
def zaken(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The open cases, what is due first on top."""
    blad = max(1, int(request.GET["blad"])) if request.GET.get("blad", "").isdecimal() else 1
    eigen = request.GET.get("van") == "mij"
    begin = (blad - 1) * PER_BLAD
    rijen, totaal = queries.zaken(actor, van_mij=eigen, begin=begin, aantal=PER_BLAD)
    extra = "&van=mij" if eigen else ""
    bladen = Bladen(
        van=min(begin + 1, totaal),
        tot=begin + len(rijen),
        totaal=totaal,
        vorige=f"?blad={blad - 1}{extra}" if blad > 1 else "",
        volgende=f"?blad={blad + 1}{extra}" if begin + PER_BLAD < totaal else "",
    )
    context = {
        "rijen": rijen,
        "bladen": bladen,
        "eigen": eigen,
        "mag_melden": actor.heeft_rol(SCHEME.naam, "meldpunt"),
    }
    return render(request, "wams/zaken.html", context | TITELS)


@pagina
def melding(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form of a new report; a POST records it."""
    if request.method != "POST":
        if not actor.heeft_rol(SCHEME.naam, "meldpunt"):
            raise Http404
        return render(request, "wams/melding.html", {"handeling": MELD, "formulier": formulier(MELD, {})})
    form = formulier(MELD, {}, data=request.POST)
    status = 400
    if form.is_valid():
        try:
            zaak = leg_melding_vast(actor, form.invoer())
        except Geweigerd as weigering:
            if weigering.status in (403, 404):
                raise
            form.weiger(weigering.fouten or (Fout(weigering.code, weigering.tekst),))
            status = weigering.status
        else:
            _meld(request, Tekst(f"Melding {zaak.nummer} vastgelegd.", f"Report {zaak.nummer} recorded."))
            return redirect(f"/wams/zaken/{zaak.id}")
    return render(request, "wams/melding.html", {"handeling": MELD, "formulier": form}, status=status)


@pagina
def zaak(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str = "") -> HttpResponse:
    """One case with what its step asks for as a form; a POST does a verb."""
    if wat and wat not in HANDELINGEN:
        raise Http404
    if actor.organisatie_id is None:
        return _van_inwoner(request, actor, zaak_id, wat)
    if wat and request.method == "POST":
        return _doe(request, actor, zaak_id, HANDELINGEN[wat])
    beeld = queries.zaak(actor, zaak_id)
    return _toon(request, actor, beeld, HANDELINGEN.get(wat))


def _doe(request: HttpRequest, actor: Actor, zaak_id: UUID, handeling: Handeling) -> HttpResponse:
    keuzes: Keuzes = {}
    if any(deel.veld.bron for deel in handeling.velden()):
        keuzes = _keuzes(actor, queries.zaak(actor, zaak_id))
    form = formulier(handeling, keuzes, data=request.POST)
    status = 400
    if form.is_valid():
        try:
            zaak = voer_uit(actor, handeling, zaak_id, form.invoer(), form.cleaned_data["versie"])
        except Geweigerd as weigering:
            if weigering.status == 404 or weigering.code == "niet_toegestaan":
                raise
            form.weiger(weigering.fouten or (Fout(weigering.code, weigering.tekst),))
            status = weigering.status
        else:
            stap = ZAAK.stap(zaak.stap).titel
            _meld(request, Tekst(f"Vastgelegd. Deze zaak staat nu op: {stap.nl}.", f"Recorded. This case is now at: {stap.en}."))  # fmt: skip
            return redirect(f"/wams/zaken/{zaak.id}" if _ziet_nog(actor, zaak) else "/wams/zaken")
    beeld = queries.zaak(actor, zaak_id)
    form.ververs_versie(beeld.zaak.versie)
    antwoord = _toon(request, actor, beeld, handeling, form)
    antwoord.status_code = status
    return antwoord


def _ziet_nog(actor: Actor, zaak: Zaak) -> bool:
    """Whether who just acted still has the case before him: not after closing or reading along."""
    return zaak.gesloten is None and zaak.behandelaar_id == actor.medewerker_id


def _van_inwoner(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str) -> HttpResponse:
    """What a resident does from his own page; a refusal stands on top of it."""
    if request.method != "POST" or wat not in ("bezwaar", "intrekken"):
        return redirect(MIJN)
    handeling = HANDELINGEN[wat]
    form = formulier(handeling, {}, data=request.POST)
    if not form.is_valid():
        messages.error(request, Tekst("Vul eerst iets in.", "First fill in something.").in_taal(taal()))
        return redirect(MIJN)
    try:
        voer_uit(actor, handeling, zaak_id, form.invoer())
    except Geweigerd as weigering:
        if weigering.status in (403, 404):
            raise
        messages.error(request, weigering.tekst.in_taal(taal()))
    else:
        _meld(request, Tekst(f"Ontvangen. {handeling.gevolg.nl}", f"Received. {handeling.gevolg.en}"))
    return redirect(MIJN)


def _keuzes(actor: Actor, beeld: Zaakbeeld) -> Keuzes:
    """The lists from which a form lets choose: persons, goals and agreements of this case, and colleagues."""
    deelnemers = [(str(p.id), p.naam) for p in beeld.personen if p.neemt_deel or p.hulpvrager]
    namen = {str(p.id): p.naam for p in beeld.personen}
    open_ = [afspraak for afspraak in beeld.afspraken if afspraak.klaar is None]
    return {
        "gezin": [(str(p.id), p.naam) for p in beeld.personen],
        "deelnemers": deelnemers,
        "doelen": [
            (str(doel.id), f"{namen.get(str(doel.persoon_id), '')}: {DOELEN[doel.doel].in_taal(taal())}")
            for doel in beeld.doelen
        ],
        "afspraken": [
            (str(a.id), f"{PARTIJEN[a.wie].in_taal(taal())} {TITELS['zinnen'][a.zin].in_taal(taal())}") for a in open_
        ],
        "onderzoekers": _collegas(actor, "onderzoeker"),
        "coordinatoren": _collegas(actor, "coordinator"),
        "meelezers": [paar for paar in _collegas(actor, *MEELEZERS) if paar[0] != str(actor.medewerker_id)],
    }  # fmt: skip


def _collegas(actor: Actor, *rollen: str) -> list[tuple[str, str]]:
    """Colleagues who hold one of these roles today."""
    vandaag = timezone.localdate()
    met_rol = Rolvervulling.objects.filter(scheme=SCHEME.naam, rol__in=rollen, van__lte=vandaag).exclude(
        tot__lt=vandaag
    )
    rijen = Medewerker.objects.filter(
        organisatie_id=actor.organisatie, id__in=met_rol.values("medewerker_id")
    ).order_by("naam")
    return [(str(wie.id), wie.naam) for wie in rijen if wie.werkt_op(vandaag)]


def _handelingen(actor: Actor, beeld: Zaakbeeld) -> tuple[list[Handeling], list[Handeling]]:
    """What this actor can do now: first, and also."""
    if beeld.beeld == "behandelaar":
        eerst, ook = te_doen(beeld.zaak.stap, beeld.bevinding.samenhang if beeld.bevinding else None)
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
            handeling, _keuzes(actor, beeld), begin=dict(request.GET.items()), versie=beeld.zaak.versie
        )
    context: dict[str, Any] = {
        "beeld": beeld,
        "zaak": beeld.zaak,
        "kop": _kop(beeld),
        "handeling": handeling,
        "formulier": form,
        "eerst": [ander for ander in eerst if ander is not handeling],
        "ook": [ander for ander in ook if ander is not handeling],
        "namen": {persoon.id: persoon.naam for persoon in beeld.personen},
        "agenda": [
            (
                onderwerp,
                [(p.naam, punt) for p in beeld.personen for punt in p.punten if punt.leefgebied == onderwerp],
            )
            for onderwerp in beeld.agenda
        ],
        "plan": [(doel, [a for a in beeld.afspraken if a.doel_id == doel.id]) for doel in beeld.doelen],
        "gebeurtenissen": [
            Gebeurtenis(rij.moment, Tekst(rij.tekst_nl, rij.tekst_en), rij.door, rij.reden)
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
    stappen = tuple(
        ZAAK.stap(naam) for naam in HOOFDWEG if naam != "onderzoek" or zaak.stap != "onderzoek_ambtshalve"
    )
    if zaak.stap not in HOOFDWEG:
        stappen = (*stappen, ZAAK.stap(zaak.stap))
    return Zaakkop(
        nummer=zaak.nummer,
        titel=beeld.naam or zaak.nummer,
        stappen=stappen,
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


@pagina
def nood(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The form to open something in an emergency; a POST opens it and shows it once."""
    if request.method != "POST":
        beeld = queries.zaak(actor, zaak_id)
        if beeld.beeld != "behandelaar" or beeld.zaak.stap not in ("casusoverleg", "uitvoering"):
            raise Http404
        return _toon_nood(request, actor, beeld)
    form = formulier(NOOD, _keuzes(actor, queries.zaak(actor, zaak_id)), data=request.POST)
    status = 400
    if form.is_valid():
        try:
            gezien = zie_in_nood(actor, zaak_id, form.invoer())
        except Geweigerd as weigering:
            if weigering.status in (403, 404):
                raise
            form.weiger(weigering.fouten or (Fout(weigering.code, weigering.tekst),))
            status = weigering.status
        else:
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
    form = form or formulier(NOOD, _keuzes(actor, beeld), versie=beeld.zaak.versie)
    return render(
        request,
        "wams/nood.html",
        {"zaak": beeld.zaak, "pad": f"/wams/zaken/{beeld.zaak.id}", "handeling": NOOD, "formulier": form}
        | TITELS,
    )


@pagina
def planstuk(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The plan as PDF, in the language of the page."""
    return HttpResponse(
        queries.planstuk(actor, zaak_id, taal()),
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="plan.pdf"'},
    )


@pagina
def mijn(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The resident's own page: everything about himself, in plain words, and what he can do."""
    context = {
        "zaken": queries.mijn_zaken(actor),
        "bezwaar": HANDELINGEN["bezwaar"],
    }
    return render(request, "wams/mijn.html", context | TITELS)


def _meld(request: HttpRequest, tekst: Tekst) -> None:
    messages.success(request, tekst.in_taal(taal()))


urlpatterns = [
    path("zaken", zaken, name="zaken"),
    path("melding", melding, name="melding"),
    path("mijn", mijn, name="mijn"),
    path("zaken/<uuid:zaak_id>/plan.pdf", planstuk, name="planstuk"),
    path("zaken/<uuid:zaak_id>", zaak, name="zaak"),
    path("zaken/<uuid:zaak_id>/nood", nood, name="nood"),
    path("zaken/<uuid:zaak_id>/<slug:wat>", zaak, name="doe"),
]
