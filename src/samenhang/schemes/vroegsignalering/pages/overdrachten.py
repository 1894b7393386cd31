"""Hand-overs: those that leave and come in, one of them to read, print or take along, and that it was received."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.verstrekkingen.actions import REDENEN_INTREKKING
from samenhang.kernel.verstrekkingen.queries import vernietigberichten
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.verstuurd import VELDEN
from samenhang.schemes.vroegsignalering.domain.werkfilter import PARTNERSOORTEN
from samenhang.schemes.vroegsignalering.overdrachtbestand import als_document
from samenhang.schemes.vroegsignalering.pages.gedeeld import WERKERS, fouten_in, meld
from samenhang.schemes.vroegsignalering.queries.verstuurd import NAMEN
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina
from samenhang.web.formulieren import Datumveld, Opmaak, vertaald

BEWIJS_HOOGSTENS = 20_000


@pagina
def overdrachten(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What goes out and what comes in, the newest first."""
    werkt = actor.heeft_rol(SCHEME.naam, *WERKERS)
    context: dict[str, Any] = {
        "werkt": werkt,
        "regels": queries.overdrachten(actor) if werkt else [],
        "binnen": queries.binnengekomen(actor),
        "berichten": queries.ontvangen_berichten(actor),
        "vernietigd": [beeld for beeld in vernietigberichten(actor, SCHEME.naam) if beeld.ontvangen is None],
        "mag_lezen": actor.heeft_rol(SCHEME.naam, "intake"),
    }
    context["inhoud"] = {regel.soort: (regel.titel, regel.gegevens) for regel in context["regels"]}.values()
    return render(request, "vroegsignalering/overdrachten.html", context)


class Ontvangstformulier(Opmaak, forms.Form):
    """Who received it and when; or the receipt that he sent back."""

    door = forms.CharField(
        label=vertaald(Tekst("Wie bevestigt de ontvangst?", "Who confirms the receipt?")),
        help_text=vertaald(
            Tekst("Naam en organisatie van de ontvanger.", "Name and organisation of the receiver.")
        ),
        max_length=200,
        required=False,
    )
    op = Datumveld(label=vertaald(Tekst("Ontvangen op", "Received on")), required=False)
    bewijs = forms.FileField(
        label=vertaald(Tekst("Of: het ontvangstbewijs", "Or: the receipt")),
        help_text=vertaald(
            Tekst(
                "Het deel ontvangstbewijs uit het bestand, ingevuld door de ontvanger (JSON). Dan hoeft u hierboven niets in te vullen.",
                "The part ontvangstbewijs of the file, completed by the receiver (JSON). Then nothing is needed above.",
            )
        ),
        required=False,
    )

    def clean(self) -> dict[str, Any] | None:
        """Either the receipt, or name and day."""
        d = super().clean() or {}
        if not d.get("bewijs") and not (d.get("door") and d.get("op")) and not self.errors:
            fout = Tekst(
                "Vul in wie en wanneer, of kies een bestand.", "Enter who and when, or choose a file."
            )
            self.add_error(None, vertaald(fout))
        bestand = d.get("bewijs")
        if bestand and bestand.size > BEWIJS_HOOGSTENS:
            fout = Tekst("Een ontvangstbewijs is een klein bestand.", "A receipt is a small file.")
            self.add_error("bewijs", vertaald(fout))
        return d

    def ontvangst(self, overdracht_id: UUID) -> actions.Ontvangst:
        """What the form says, for the action."""
        d = self.cleaned_data
        if d["bewijs"]:
            return actions.uit_bewijs(d["bewijs"].read().decode("utf-8", "replace"), overdracht_id)
        return actions.Ontvangst(d["door"], d["op"])


@pagina
def ontvangst(request: HttpRequest, actor: Actor, overdracht_id: UUID) -> HttpResponse:
    """Confirm that a hand-over was received; shows nothing of its content."""
    regel = queries.overdracht_zonder_inhoud(actor, overdracht_id)
    if request.method == "POST":
        formulier = Ontvangstformulier(request.POST, request.FILES)
        if formulier.is_valid():
            with fouten_in(formulier) as goed:
                actions.bevestig_ontvangst(actor, overdracht_id, formulier.ontvangst(overdracht_id))
                meld(request, "De ontvangst is bevestigd.", "The receipt is confirmed.")
            if goed:
                return redirect("/vroegsignalering/overdrachten")
    else:
        begin = {"op": timezone.localdate()}
        formulier = Ontvangstformulier(initial=begin if regel.hier else begin | {"door": actor.naam})
    return render(request, "vroegsignalering/ontvangst.html", {"regel": regel, "formulier": formulier})


@pagina
def bericht(request: HttpRequest, actor: Actor, ontvangen_id: UUID) -> HttpResponse:
    """What came in as a message, for who receives signals."""
    beeld = queries.ontvangen_bericht(actor, ontvangen_id)
    context = {"beeld": beeld, "regel": beeld.regel} | _inhoud(beeld.inhoud)
    return render(request, "vroegsignalering/ontvangen_bericht.html", context)


class Intrekformulier(Opmaak, forms.Form):
    """Why it is taken back."""

    reden = forms.ChoiceField(
        label=vertaald(Tekst("Waarom trekt u dit in?", "Why do you take this back?")),
        choices=[(naam, vertaald(tekst)) for naam, tekst in REDENEN_INTREKKING.items()],
        widget=forms.RadioSelect,
    )


@pagina
def intrekken(request: HttpRequest, actor: Actor, overdracht_id: UUID) -> HttpResponse:
    """Take a hand-over back; shows nothing of its content."""
    regel = queries.overdracht_zonder_inhoud(actor, overdracht_id)
    formulier = Intrekformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_in(formulier) as goed:
            actions.trek_overdracht_in(actor, overdracht_id, formulier.cleaned_data["reden"])
            meld(request, "De overdracht is ingetrokken.", "The hand-over was taken back.")
        if goed:
            return redirect("/vroegsignalering/overdrachten")
    return render(request, "vroegsignalering/intrekken.html", {"regel": regel, "formulier": formulier})


@pagina
def overdracht(request: HttpRequest, actor: Actor, overdracht_id: UUID) -> HttpResponse:
    """One hand-over as the receiver reads it; `uitvoer=json` gives it as a file."""
    if request.GET.get("uitvoer") == "json":
        beeld = queries.overdracht_ophalen(actor, overdracht_id)
        naam = f"{beeld.regel.soort}-{beeld.regel.nummer}.json"
        return JsonResponse(
            als_document(beeld),
            json_dumps_params={"ensure_ascii": False, "indent": 2},
            headers={"Content-Disposition": f'attachment; filename="{naam}"'},
        )
    beeld = queries.overdracht(actor, overdracht_id)
    context = {
        "beeld": beeld,
        "regel": beeld.regel,
        "intrekadres": f"/vroegsignalering/overdrachten/{overdracht_id}/intrekken",
    } | _inhoud(beeld.inhoud)
    return render(request, "vroegsignalering/overdracht.html", context)


def _inhoud(inhoud: dict[str, Any]) -> dict[str, Any]:
    """The fields of a content, for its page."""
    return {
        "velden": [
            (NAMEN[naam], _zeg(naam, waarde)) for naam, waarde in inhoud.items() if naam != "achterstanden"
        ],
        "achterstanden": [
            (PARTNERSOORTEN.get(soort, Tekst(soort, soort)), _bedrag(bedrag))
            for soort, bedrag in inhoud.get("achterstanden", ())
        ],
        "achterstandentitel": VELDEN["achterstanden"],
    }


def _bedrag(tekst: str) -> Bedrag | None:
    """An amount as it was sent; none when another deployment wrote something else."""
    try:
        return Bedrag.lees(tekst)
    except Geweigerd:
        return None


def _zeg(naam: str, waarde: Any) -> Any:
    return REDENEN_INTREKKING[waarde] if naam == "reden" else _leesbaar(waarde)


def _leesbaar(waarde: Any) -> Any:
    """A day as a day; everything else as it stands in the message."""
    if isinstance(waarde, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", waarde):
        return date.fromisoformat(waarde)
    return waarde
