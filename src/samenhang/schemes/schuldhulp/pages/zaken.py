"""The list of cases with the referrals that wait, a new request, and one case with what its step asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Bedrag, Fout, Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling
from samenhang.kernel.zaken.uitvoeren import voer_uit
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.aanmelden import NieuweHulpvraag, leg_hulpvraag_vast, neem_over
from samenhang.schemes.schuldhulp.actions.inlezen import lees_in
from samenhang.schemes.schuldhulp.actions.schulden import OPEN_INVENTARIS
from samenhang.schemes.schuldhulp.actions.spaarstand import SPAART
from samenhang.schemes.schuldhulp.domain import lijsten
from samenhang.schemes.schuldhulp.domain.bewakers import Antwoordstand, Regeling
from samenhang.schemes.schuldhulp.domain.proces import HOOFDWEG, ZAAK
from samenhang.schemes.schuldhulp.domain.rechtbank import VERZOEKEN
from samenhang.schemes.schuldhulp.domain.schuldenbestand import KOLOMMEN
from samenhang.schemes.schuldhulp.domain.sparen import NIETS
from samenhang.schemes.schuldhulp.domain.volgende import te_doen
from samenhang.schemes.schuldhulp.dossier import wie
from samenhang.schemes.schuldhulp.handelingen import HANDELINGEN
from samenhang.schemes.schuldhulp.pages.krediet import kredietcontext
from samenhang.schemes.schuldhulp.pages.rechtbank import bij_rechter, eerst_bij_rechter, rechtbankcontext
from samenhang.schemes.schuldhulp.pages.rekensom import rekenbeelden
from samenhang.schemes.schuldhulp.queries import Zaakbeeld
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.web.deur import pagina
from samenhang.web.handelingen import Handelingsformulier, Keuzes, formulier
from samenhang.web.onderdelen import Feit, Gebeurtenis, Zaakkop
from samenhang.web.weergave import in_tekst, korte_datum, taal
from samenhang.web.zaaklijst import zaaklijst

LIJST = "/schuldhulp/zaken"
NIEUW = Handeling(
    "hulpvraag", Tekst("Leg een vraag om hulp vast", "Record a request for help"),
    Tekst("De zaak wacht daarna tot een consulent haar oppakt. De termijn loopt vanaf de dag van de vraag.", "The case then waits until a consultant takes it up. The term runs from the day of the request."),
    NieuweHulpvraag, lambda actor, _, invoer: leg_hulpvraag_vast(actor, invoer),
)  # fmt: skip
"""A new request as a verb, for its form: it has no case yet."""
TITELS: dict[str, Any] = {
    "stappen": {stap.naam: stap.titel for stap in ZAAK.stappen},
    "termijnen": {regel.naam: regel for regel in SCHEME.termijnen},
    "bronnen": lijsten.ALLE_BRONNEN,
    "dreigingen": lijsten.ALLE_DREIGINGEN,
    "situaties": lijsten.SITUATIES,
    "inkomens": lijsten.INKOMENS,
    "bewijzen": lijsten.BEWIJZEN,
    "rangen": lijsten.RANGEN,
    "schuldstanden": lijsten.SCHULDSTANDEN,
    "antwoorden": lijsten.ANTWOORDEN,
    "besluiten": {
        "toelating": Tekst("Toelating", "Admission"),
        "afwijzing": Tekst("Afwijzing", "Refusal"),
        "beeindiging": Tekst("Beëindiging", "Ending"),
    },
}
"""What names mean, for every template of the scheme."""


@pagina
def zaken(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The referrals that wait, then the open cases, what is due first on top."""
    lijst = zaaklijst(request, actor, SCHEME, queries.zaken)
    context = lijst | {
        "aanmeldingen": [] if lijst["gezocht"] or lijst["blad"] > 1 else queries.aanmeldingen(actor),
        "leeg": Tekst(
            "Er zijn geen open zaken. Een nieuwe begint met een hulpvraag of een aanmelding.",
            "There are no open cases. A new one begins with a request or a referral.",
        ),
    }
    return render(request, "schuldhulp/zaken.html", TITELS | context)


@require_POST
@pagina
def overnemen(request: HttpRequest, actor: Actor, overdracht_id: UUID) -> HttpResponse:
    """Take in a referral as a case."""
    zaak = neem_over(actor, overdracht_id)
    _meld(request, Tekst(f"Overgenomen als {zaak.nummer}. De afzender ziet dat u haar hebt.", f"Taken in as {zaak.nummer}. The sender sees that you have it."))  # fmt: skip
    return redirect(f"{LIJST}/{zaak.id}")


@pagina
def hulpvraag(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form of a new request; a POST records it."""
    queries.vereis_werker(actor)
    status = 200
    form = formulier(NIEUW, {})
    if request.method == "POST":
        form, status = formulier(NIEUW, {}, data=request.POST), 400
        if form.is_valid():
            try:
                zaak = leg_hulpvraag_vast(actor, form.invoer())
            except Geweigerd as weigering:
                if weigering.status in (403, 404):
                    raise
                form.weiger(weigering.fouten or (Fout(weigering.code, weigering.tekst),))
                status = weigering.status
            else:
                _meld(
                    request, Tekst(f"Zaak {zaak.nummer} is vastgelegd.", f"Case {zaak.nummer} was recorded.")
                )
                return redirect(f"{LIJST}/{zaak.id}")
    return render(
        request, "schuldhulp/hulpvraag.html", {"handeling": NIEUW, "formulier": form}, status=status
    )


@pagina
def zaak(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str = "") -> HttpResponse:
    """One case with what its step asks for as a form; a POST does a verb."""
    if (wat and wat not in HANDELINGEN) or (request.method == "POST" and not wat):
        raise Http404
    if request.method != "POST":
        return _toon(request, queries.zaak(actor, zaak_id), HANDELINGEN.get(wat))
    handeling = HANDELINGEN[wat]
    keuzes: Keuzes = {}
    if any(deel.veld.bron for deel in handeling.velden()):
        keuzes = _keuzes(queries.zaak(actor, zaak_id))
    form = formulier(handeling, keuzes, data=request.POST)
    status = 400
    if form.is_valid():
        try:
            gedaan = voer_uit(actor, handeling, zaak_id, form.invoer(), form.cleaned_data["versie"])
        except Geweigerd as weigering:
            if weigering.status == 404 or weigering.code == "niet_toegestaan":
                raise
            form.weiger(weigering.fouten or (Fout(weigering.code, weigering.tekst),))
            status = weigering.status
        else:
            stap = ZAAK.stap(gedaan.stap).titel
            _meld(request, Tekst(f"Vastgelegd. Deze zaak staat nu op: {stap.nl}.", f"Recorded. This case is now at: {stap.en}."))  # fmt: skip
            return redirect(f"{LIJST}/{zaak_id}")
    beeld = queries.zaak(actor, zaak_id)
    form.ververs_versie(beeld.zaak.versie)
    antwoord = _toon(request, beeld, handeling, form)
    antwoord.status_code = status
    return antwoord


@require_POST
@pagina
def inlezen(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """Read debts from a file; what is wrong with it stands in the case, line by line."""
    bestand = request.FILES.get("bestand")
    try:
        if bestand is None:
            raise Geweigerd("geen_bestand", Tekst("Kies een bestand.", "Choose a file."))
        lees_in(actor, zaak_id, bestand.name or "", bestand.read())
    except Geweigerd as weigering:
        if weigering.status == 404 or weigering.code == "niet_toegestaan":
            raise
        beeld = queries.zaak(actor, zaak_id)
        antwoord = _toon(
            request, beeld, None, bestandsfouten=[weigering.tekst, *(fout.tekst for fout in weigering.fouten)]
        )
        antwoord.status_code = weigering.status
        return antwoord
    _meld(request, Tekst("De schulden zijn ingelezen.", "The debts were read in."))
    return redirect(f"{LIJST}/{zaak_id}")


def _keuzes(beeld: Zaakbeeld) -> Keuzes:
    """The lists from which a form lets choose: incomes, debts and offers of this case."""
    dossier = beeld.dossier
    if dossier is None:
        return {}
    return {
        "inkomens": [
            (str(rij.id), f"{in_tekst(lijsten.INKOMENS[rij.soort])}, {Bedrag(rij.netto_centen).scherm()}")
            for rij in dossier.lopende_inkomens
        ],
        "schulden": [
            (str(rij.id), f"{wie(rij.schuldeiser).naam} {rij.kenmerk}".strip()) for rij in dossier.schulden
        ],
        "verzoeken": [
            (str(rij.id), in_tekst(VERZOEKEN[rij.soort]))
            for rij in dossier.verzoeken
            if rij.stand in ("voorbereiding", "ingediend")
        ],
        "uitbetalingen": [
            (str(rij.id), wie(rij.schuldeiser).naam)
            for rij in dossier.uitbetalingen
            if rij.kwijting_op is None
        ],
        "betalingen": [
            (str(rij.id), f"{korte_datum(rij.ontvangen_op)}, {rij.bedrag.scherm()}")
            for rij in dossier.betalingen
            if rij.vervallen_op is None
        ],
        "voorstellen": [
            (str(rij.id), f"{wie(rij.schuldeiser).naam} ({in_tekst(lijsten.RANGEN[rij.rang])})")
            for rij in dossier.voorstellen
        ],
    }


def _handelingen(beeld: Zaakbeeld) -> tuple[Sequence[Handeling], Sequence[Handeling]]:
    """What this actor can do now: first, and also."""
    if beeld.dossier is None:
        kan = beeld.zaak.behandelaar_id is None and beeld.zaak.gesloten is None
        return ([HANDELINGEN["oppakken"]] if kan else []), []
    if beeld.zaak.opgeschort_sinds is not None:
        return [HANDELINGEN["hervatting"]], []
    eerst, ook = te_doen(beeld.zaak.stap)
    if beeld.zaak.stap == "toegelaten" and beeld.feiten and beeld.feiten.inkomen_bekend:
        eerst = ("stabilisatie", "huishouden", "inkomen")
    if beeld.zaak.stap == "voorstel" and beeld.feiten:
        uitkomst = {Antwoordstand.AKKOORD: ("akkoord",), Antwoordstand.GEWEIGERD: ("weigering", "antwoord")}
        eerst = uitkomst.get(beeld.feiten.antwoorden, ("antwoord", "rappel"))
    ook = (*ook, *bij_rechter(beeld))
    if beeld.zaak.stap == "geweigerd":
        eerst = (*eerst_bij_rechter(beeld), *eerst)
    eerst = _bij_sparen(beeld, _bij_krediet(beeld, eerst))
    if (afmelding := beeld.dossier.zorgafmelding) and not afmelding.uitkomst:
        ook = ("zorgafmelding", *ook)
    if beeld.dossier.lopende_inkomens and beeld.dossier.krediet is None:
        ook = (*ook, "inkomenseinde")
    return [HANDELINGEN[naam] for naam in eerst], [
        HANDELINGEN[naam] for naam in dict.fromkeys(ook) if naam != "hervatting"
    ]


def _bij_sparen(beeld: Zaakbeeld, eerst: tuple[str, ...]) -> tuple[str, ...]:
    """What an arrangement without credit asks first: its start, what is late, what is to be paid out, the discharge."""
    dossier, stap = beeld.dossier, beeld.zaak.stap
    if stap == "akkoord" and beeld.feiten and beeld.feiten.regeling in (Regeling.SB, Regeling.SA):
        return ("regelingstart",)
    stand = dossier.spaarstand if dossier else None
    if stand is None or stap not in SPAART or dossier is None:
        return eerst
    over = dossier.nog_uit_te_delen > NIETS
    if stand.voldaan:
        return ("uitdeling",) if over else ("kwijting",)
    if stand.achterstand > NIETS:
        return ("betaling", "achterstandsregeling")
    return eerst if over else tuple(naam for naam in eerst if naam != "uitdeling")


def _bij_krediet(beeld: Zaakbeeld, eerst: tuple[str, ...]) -> tuple[str, ...]:
    """What the credit asks first: what the fund says, the start, what is to be confirmed, the discharge."""
    dossier = beeld.dossier
    assert dossier is not None  # who treats it
    if beeld.zaak.stap == "borg_aangevraagd":
        return ("krediet",) if dossier.borg and dossier.borg.besloten_op else ("borguitkomst",)
    stand = dossier.leenstand
    if stand is None or beeld.zaak.stap not in ("krediet_actief", "krediet_achterstand"):
        return eerst
    bevestigd = all(rij.kwijting_op is not None for rij in dossier.uitbetalingen)
    if stand.voldaan:
        return ("kwijting",) if bevestigd else ("kwijtingsbevestiging",)
    return tuple(naam for naam in eerst if naam != "kwijtingsbevestiging" or not bevestigd)


def _toon(
    request: HttpRequest,
    beeld: Zaakbeeld,
    handeling: Handeling | None,
    form: Handelingsformulier | None = None,
    bestandsfouten: Sequence[Tekst] = (),
) -> HttpResponse:
    eerst, ook = _handelingen(beeld)
    if handeling is None and eerst:
        handeling = eerst[0]
    if handeling is not None and form is None:
        form = formulier(handeling, _keuzes(beeld), versie=beeld.zaak.versie)
    context: dict[str, Any] = {
        "beeld": beeld,
        "zaak": beeld.zaak,
        "dossier": beeld.dossier,
        "kop": _kop(beeld),
        "handeling": handeling,
        "formulier": form,
        "eerst": [ander for ander in eerst if ander is not handeling],
        "ook": [ander for ander in ook if ander is not handeling and ander not in eerst],
        "schulden": _schulden(beeld),
        "achterstanden": _achterstanden(beeld),
        "inlezen": beeld.zaak.stap in OPEN_INVENTARIS,
        "bestandsfouten": bestandsfouten,
        "kolommen": KOLOMMEN,
        "voorstellen": _voorstellen(beeld),
        "rekensommen": rekenbeelden(beeld.dossier.rekensommen) if beeld.dossier else [],
        "achterhaald": bool(beeld.dossier and beeld.dossier.rekensommen and beeld.feiten and not beeld.feiten.berekend),
        "gebeurtenissen": [
            Gebeurtenis(rij.moment, Tekst(rij.tekst_nl, rij.tekst_en), rij.door, rij.reden) for rij in beeld.tijdlijn
        ],
    }  # fmt: skip
    return render(
        request,
        "schuldhulp/zaak.html",
        context | kredietcontext(beeld.dossier) | rechtbankcontext(beeld.dossier) | TITELS,
    )


def _schulden(beeld: Zaakbeeld) -> dict[str, Any]:
    """The debts with their total; of an unknown amount no total can tell."""
    if beeld.dossier is None:
        return {}
    rijen = beeld.dossier.schulden
    open_ = beeld.dossier.open_schulden
    return {
        "rijen": [
            (rij, wie(rij.schuldeiser), None if rij.bedrag_centen is None else Bedrag(rij.bedrag_centen))
            for rij in rijen
        ],
        "totaal": Bedrag(sum(rij.bedrag_centen or 0 for rij in open_)),
        "onbekend": sum(rij.bedrag_centen is None for rij in open_),
        "betwist": sum(rij.stand == "betwist" for rij in open_),
    }


def _achterstanden(beeld: Zaakbeeld) -> list[tuple[Tekst | str, Bedrag]]:
    """What early detection sent along: of what, and how much."""
    paren = beeld.hulpvraag.achterstanden if beeld.hulpvraag else []
    return [(lijsten.PARTNERSOORTEN.get(soort, soort), Bedrag.lees(bedrag)) for soort, bedrag in paren]


def _voorstellen(beeld: Zaakbeeld) -> dict[str, Any]:
    if beeld.dossier is None or not beeld.dossier.voorstellen:
        return {}
    rijen = beeld.dossier.voorstellen
    return {
        "rijen": [
            (rij, wie(rij.schuldeiser), Bedrag(rij.vordering_centen), Bedrag(rij.bedrag_centen)) for rij in rijen
        ],
        "akkoord": sum(rij.antwoord == "akkoord" for rij in rijen),
        "open": sum(not rij.antwoord for rij in rijen),
        "aantal": len(rijen),
    }  # fmt: skip


def _kop(beeld: Zaakbeeld) -> Zaakkop:
    """Who, which step, next date with its consequence, who must act."""
    zaak = beeld.zaak
    lopend = next((termijn for termijn in beeld.termijnen if termijn.klaar is None), None)
    regel = SCHEME.termijn(lopend.regel) if lopend else None
    stappen = tuple(ZAAK.stap(naam) for naam in HOOFDWEG)
    if zaak.stap not in HOOFDWEG:
        stappen = (*stappen, ZAAK.stap(zaak.stap))
    feiten = [Feit(Tekst("Behandelaar", "Handler"), zaak.behandelaar.naam if zaak.behandelaar else None)]
    if beeld.telefoon:
        feiten.append(Feit(Tekst("Telefoon", "Telephone"), beeld.telefoon))
    return Zaakkop(
        nummer=zaak.nummer,
        titel=beeld.naam or zaak.nummer,
        stappen=stappen,
        stap=zaak.stap,
        termijn=zaak.volgende_termijn,
        wat=regel.titel if regel else None,
        gevolg=regel.gevolg if regel and regel.gevolg.nl else None,
        aan_zet=zaak.behandelaar.naam if zaak.behandelaar else Tekst("Wacht op een consulent", "Waits for a consultant"),
        gedaan=ZAAK.doorlopen(regel.wat for regel in beeld.tijdlijn) if beeld.tijdlijn else (),
        feiten=feiten,
    )  # fmt: skip


def _meld(request: HttpRequest, tekst: Tekst) -> None:
    messages.success(request, tekst.in_taal(taal()))
