"""The referrals, the list of cases, and one case with what its step asks for."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.taken import NAAM as TAAK_KLAAR
from samenhang.kernel.zaken.taken import te_melden
from samenhang.kernel.zaken.verbeteren import gevraagd
from samenhang.schemes.zvh import actions, queries
from samenhang.schemes.zvh.domain.proces import LOPEND, ZAAK
from samenhang.schemes.zvh.handelingen import HANDELINGEN, OOK, VAN_ANDEREN, VOLGENDE
from samenhang.schemes.zvh.pages.gedeeld import MIJN, TITELS, ZAKEN, meld
from samenhang.schemes.zvh.scheme import SCHEME
from samenhang.schemes.zvh.tafel import partijen
from samenhang.web.bijlage import PDF, bijlage
from samenhang.web.deur import pagina
from samenhang.web.handelingen import Handelingsformulier, Keuzes, doe_met, doe_op_zaak, formulier
from samenhang.web.onderdelen import Feit, Gebeurtenis, Zaakkop
from samenhang.web.weergave import taal
from samenhang.web.zaaklijst import zaaklijst

TOELATEN = Handeling(
    "toelaten", Tekst("Laat de aanmelding toe", "Admit the referral"), Tekst("U behandelt de casus; de afzender krijgt een ontvangstbewijs. Daarna ziet u wat meekwam.", "You treat the case; the sender gets a receipt. Then you see what came along."),
    actions.Toelatingsbesluit, actions.laat_toe,
)  # fmt: skip
"""Admitting as a verb, for its form: there is no case yet."""


@pagina
def casussen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Who waits to be admitted, and the open cases, what is due first on top."""
    lijst = zaaklijst(request, actor, SCHEME, queries.casussen, stappen=LOPEND)
    eerste = not lijst["gezocht"] and lijst["blad"] == 1
    context = lijst | {
        "aanmeldingen": queries.aanmeldingen(actor) if eerste else [],
        "leeg": Tekst("Er zijn geen open casussen.", "There are no open cases."),
    }
    return render(request, "zvh/casussen.html", TITELS | context)


@pagina
def aanmelding(request: HttpRequest, actor: Actor, overdracht_id: UUID) -> HttpResponse:
    """The form by which a referral is admitted; a POST admits it."""
    regel = queries.aanmeldingen(actor, overdracht_id)[0]
    form = formulier(TOELATEN, {}, data=request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        zaak, status = doe_met(
            form, lambda: actions.laat_toe(actor, overdracht_id, form.invoer()), elk_verbod=True
        )
        if zaak is not None:
            meld(request, Tekst(f"Toegelaten als {zaak.nummer}.", f"Admitted as {zaak.nummer}."))
            return redirect(f"{ZAKEN}/{zaak.id}")
    context = {"regel": regel, "handeling": TOELATEN, "formulier": form}
    return render(request, "zvh/aanmelding.html", context, status=status)


@pagina
def brief(request: HttpRequest, actor: Actor, zaak_id: UUID, soort: str) -> HttpResponse:
    """A letter of the house as PDF; on an English page with a translation behind it."""
    return bijlage(queries.brief(actor, zaak_id, soort, taal()), "brief.pdf", PDF)


@pagina
def casus(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str = "") -> HttpResponse:
    """One case with what its step asks for as a form; a POST does a verb."""
    if wat and (wat not in HANDELINGEN or wat in VAN_ANDEREN):
        raise Http404
    if actor.organisatie_id is None:
        return redirect(MIJN)
    if not wat or request.method != "POST":
        return _toon(request, actor, queries.casus(actor, zaak_id), HANDELINGEN.get(wat))
    handeling = HANDELINGEN[wat]
    vooraf = any(deel.veld.bron for deel in handeling.velden())
    lijsten = _keuzes(actor, queries.casus(actor, zaak_id)) if vooraf else {}
    form = formulier(handeling, lijsten, data=request.POST)
    zaak, status = doe_op_zaak(actor, handeling, zaak_id, form)
    if zaak is not None:
        stap = ZAAK.stap(zaak.stap).titel
        meld(request, Tekst(f"Vastgelegd. Deze casus staat nu op: {stap.nl}.", f"Recorded. This case is now at: {stap.en}."))  # fmt: skip
        return redirect(ZAKEN if zaak.gesloten else f"{ZAKEN}/{zaak.id}")
    beeld = queries.casus(actor, zaak_id)
    form.ververs_versie(beeld.zaak.versie)
    antwoord = _toon(request, actor, beeld, handeling, form)
    antwoord.status_code = status
    return antwoord


def _keuzes(actor: Actor, beeld: queries.Casusbeeld) -> Keuzes:
    """Who can come to the table and is not there yet, and who can leave it."""
    zitten = {genoot.naam for genoot in beeld.tafel}
    kan = partijen(actor.organisatie, timezone.localdate()).values()
    return {
        "tafelpartijen": [
            (str(wie.id), f"{wie.organisatie.naam}: {wie.naam}") for wie in kan if wie.naam not in zitten
        ],
        TAAK_KLAAR: [(nummer, tekst.in_taal(taal())) for nummer, tekst in te_melden(beeld.taken)],
        "tafelgenoten": [(str(genoot.deelname), f"{genoot.partij}: {genoot.naam}") for genoot in beeld.tafel],
    }


def _toon(
    request: HttpRequest,
    actor: Actor,
    beeld: queries.Casusbeeld,
    handeling: Handeling | None,
    form: Handelingsformulier | None = None,
) -> HttpResponse:
    lijsten = _keuzes(actor, beeld)
    kan, ook = _te_doen(beeld, lijsten)
    if gevraagd(beeld.zaak):
        kan.insert(0, HANDELINGEN["verbetering-antwoord"])
    if lijsten[TAAK_KLAAR]:
        kan.append(HANDELINGEN[TAAK_KLAAR])
    handeling = handeling or (kan[0] if kan else None)
    if handeling is not None and form is None:
        form = formulier(handeling, lijsten, begin=dict(request.GET.items()), versie=beeld.zaak.versie)
    context = {
        "beeld": beeld,
        "zaak": beeld.zaak,
        "kop": _kop(beeld),
        "handeling": handeling,
        "formulier": form,
        "pad": ZAKEN,
        "taken": beeld.taken,
        "eerst": [ander for ander in kan if ander is not handeling],
        "ook": [ander for ander in ook if ander is not handeling],
        "gebeurtenissen": [
            Gebeurtenis(rij.moment, Tekst(rij.tekst_nl, rij.tekst_en), rij.door) for rij in beeld.tijdlijn
        ],
    }
    return render(request, "zvh/casus.html", TITELS | context)


def _te_doen(beeld: queries.Casusbeeld, lijsten: Keuzes) -> tuple[list[Handeling], list[Handeling]]:
    """What can be done now: first, and also. Nothing is offered for which there is nobody to choose; telling the
    resident again comes last."""
    stap = beeld.zaak.stap
    later = {"informeren"} if beeld.verteld else set()
    niet = {"bezwaar"} if beeld.open_bezwaar else set()
    eerst = [naam for naam in VOLGENDE.get(stap, ()) if naam not in later]
    ook = [*OOK.get(stap, ()), *(naam for naam in VOLGENDE.get(stap, ()) if naam in later)]
    niemand = niet | {
        naam
        for naam, bron in (("partij", "tafelpartijen"), ("partij-weg", "tafelgenoten"))
        if not lijsten[bron]
    }
    kan, erbij = ([HANDELINGEN[naam] for naam in deel if naam not in niemand] for deel in (eerst, ook))
    return kan, erbij


def _eerst(beeld: queries.Casusbeeld) -> tuple[date | None, Tekst | None, Tekst | None]:
    """The first date to come with what it is and its consequence: of a term, or of what was agreed."""
    vandaag = timezone.localdate()
    komt = next((afspraak for afspraak in beeld.afspraken if afspraak.uiterlijk >= vandaag), None)
    if beeld.termijnen and (komt is None or beeld.termijnen[0].einde <= komt.uiterlijk):
        regel = SCHEME.termijn(beeld.termijnen[0].regel)
        return beeld.termijnen[0].einde, regel.titel, regel.gevolg
    if komt is not None:
        wie = actions.PARTIJEN[komt.wie]
        return komt.uiterlijk, Tekst(f"Afspraak: {wie.nl}", f"Agreement: {wie.en}"), None
    return None, None, None


def _kop(beeld: queries.Casusbeeld) -> Zaakkop:
    """Who, which step, next date with its consequence, who must act."""
    zaak: Zaak = beeld.zaak
    dag, wat, gevolg = _eerst(beeld)
    stappen = tuple(stap for stap in ZAAK.stappen if stap.naam != "vernietigd")
    namen = [stap.naam for stap in stappen]
    return Zaakkop(
        nummer=zaak.nummer,
        titel=beeld.naam,
        stappen=stappen,
        stap=zaak.stap,
        termijn=dag,
        wat=wat,
        gevolg=gevolg,
        aan_zet=zaak.behandelaar.naam if zaak.behandelaar else Tekst("Niemand", "Nobody"),
        gedaan=tuple(namen[: namen.index(zaak.stap)]),
        feiten=[
            Feit(Tekst("Kwam van", "Came from"), beeld.toelating.bronnummer),
            Feit(Tekst("Telefoon", "Telephone"), beeld.telefoon or None),
        ],
    )
