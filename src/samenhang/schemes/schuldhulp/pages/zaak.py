"""One case with what its step asks for, and debts from a file into it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.domain.vertegenwoordiging import HOEDANIGHEDEN
from samenhang.kernel.scheme import Handeling
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.inlezen import lees_in
from samenhang.schemes.schuldhulp.actions.schulden import OPEN_INVENTARIS
from samenhang.schemes.schuldhulp.domain import lijsten
from samenhang.schemes.schuldhulp.domain.proces import HOOFDWEG, ZAAK
from samenhang.schemes.schuldhulp.domain.schuldenbestand import KOLOMMEN
from samenhang.schemes.schuldhulp.handelingen import HANDELINGEN
from samenhang.schemes.schuldhulp.pages.berichten import berichtencontext
from samenhang.schemes.schuldhulp.pages.eerder import eerdercontext
from samenhang.schemes.schuldhulp.pages.gedeeld import TITELS, meld
from samenhang.schemes.schuldhulp.pages.krediet import kredietcontext
from samenhang.schemes.schuldhulp.pages.rechtbank import rechtbankcontext
from samenhang.schemes.schuldhulp.pages.rekensom import rekenbeelden
from samenhang.schemes.schuldhulp.pages.zaakhandelingen import handelingen, keuzes
from samenhang.schemes.schuldhulp.queries import Zaakbeeld
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.web.deur import pagina
from samenhang.web.handelingen import Handelingsformulier, Keuzes, doe_op_zaak, formulier
from samenhang.web.onderdelen import Feit, Gebeurtenis, Zaakkop


@pagina
def zaak(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str = "") -> HttpResponse:
    """One case with what its step asks for as a form; a POST does a verb."""
    if (wat and wat not in HANDELINGEN) or (request.method == "POST" and not wat):
        raise Http404
    if request.method != "POST":
        return _toon(request, queries.zaak(actor, zaak_id), HANDELINGEN.get(wat))
    handeling = HANDELINGEN[wat]
    mogelijk: Keuzes = {}
    if any(deel.veld.bron for deel in handeling.velden()):
        mogelijk = keuzes(queries.zaak(actor, zaak_id))
    form = formulier(handeling, mogelijk, data=request.POST)
    gedaan, status = doe_op_zaak(actor, handeling, zaak_id, form)
    if gedaan is not None:
        stap = ZAAK.stap(gedaan.stap).titel
        meld(request, Tekst(f"Vastgelegd. Deze zaak staat nu op: {stap.nl}.", f"Recorded. This case is now at: {stap.en}."))  # fmt: skip
        return redirect(f"/schuldhulp/zaken/{zaak_id}")
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
            request,
            beeld,
            None,
            bestandsfouten=[weigering.tekst, *(fout.tekst for fout in weigering.bijzonderheden)],
        )
        antwoord.status_code = weigering.status
        return antwoord
    meld(request, Tekst("De schulden zijn ingelezen.", "The debts were read in."))
    return redirect(f"/schuldhulp/zaken/{zaak_id}")


def _toon(
    request: HttpRequest,
    beeld: Zaakbeeld,
    handeling: Handeling | None,
    form: Handelingsformulier | None = None,
    bestandsfouten: Sequence[Tekst] = (),
) -> HttpResponse:
    eerst, ook = handelingen(beeld)
    if handeling is None and eerst:
        handeling = eerst[0]
    if handeling is not None and form is None:
        form = formulier(handeling, keuzes(beeld), versie=beeld.zaak.versie)
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
        context
        | berichtencontext(beeld.dossier)
        | kredietcontext(beeld.dossier)
        | rechtbankcontext(beeld.dossier)
        | eerdercontext(beeld.dossier)
        | TITELS,
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
    feiten = [Feit(Tekst("Behandelaar", "Handler"), zaak.behandelaar.naam if zaak.behandelaar else None)]
    if beeld.telefoon:
        feiten.append(Feit(Tekst("Telefoon", "Telephone"), beeld.telefoon))
    for rij in beeld.vertegenwoordigd:
        als = HOEDANIGHEDEN[rij.hoedanigheid]
        feiten.append(Feit(Tekst(als.nl.capitalize(), als.en.capitalize()), rij.naam))
    return Zaakkop(
        nummer=zaak.nummer,
        titel=beeld.naam or zaak.nummer,
        stappen=ZAAK.weg(HOOFDWEG, zaak.stap),
        stap=zaak.stap,
        termijn=zaak.volgende_termijn,
        wat=regel.titel if regel else None,
        gevolg=regel.gevolg if regel and regel.gevolg.nl else None,
        aan_zet=zaak.behandelaar.naam if zaak.behandelaar else Tekst("Wacht op een consulent", "Waits for a consultant"),
        gedaan=ZAAK.doorlopen(regel.wat for regel in beeld.tijdlijn) if beeld.tijdlijn else (),
        feiten=feiten,
    )  # fmt: skip
