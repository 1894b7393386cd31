"""The form for who is on the telephone, the list of contacts, and one by its number."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.helplijn.actions.contact import kan_over, leg_contact_vast
from samenhang.schemes.helplijn.domain.contact import Contactinvoer
from samenhang.schemes.helplijn.domain.lijsten import DREIGINGEN, KANALEN, UITGANGEN
from samenhang.schemes.helplijn.domain.redenen import alle_titels
from samenhang.schemes.helplijn.queries.contacten import contacten as lijst
from samenhang.schemes.helplijn.queries.contacten import zoek_contact
from samenhang.schemes.helplijn.queries.gemeenten import namen
from samenhang.schemes.helplijn.redenen import lijsten, redenen_van
from samenhang.schemes.helplijn.scheme import AAN_DE_LIJN, SCHEME
from samenhang.web.deur import pagina
from samenhang.web.formulieren import Opmaak, vertaald
from samenhang.web.onderdelen import Bladen
from samenhang.web.weergave import taal

FORMULIER, LIJST = "/helplijn/contact", "/helplijn/contacten"
PER_BLAD = 50


class Momentveld(forms.DateTimeField):
    """A moment as the browser's own picker gives it, on Dutch time."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(**{"widget": widget, "input_formats": ["%Y-%m-%dT%H:%M"], **kwargs})


class Contactformulier(Opmaak, forms.Form):
    """One contact, in the order in which a talk goes; what is usual is filled in."""

    redenen = forms.MultipleChoiceField(
        label=vertaald(Tekst("Waar gaat het over?", "What is it about?")), widget=forms.CheckboxSelectMultiple
    )
    dreigingen = forms.MultipleChoiceField(
        label=vertaald(Tekst("Dreigt er iets?", "Does something threaten?")),
        widget=forms.CheckboxSelectMultiple,
        choices=[(naam, vertaald(tekst)) for naam, tekst in DREIGINGEN.items()],
        required=False,
    )
    uitgang = forms.ChoiceField(
        label=vertaald(Tekst("Waarheen gaat de beller nu?", "Where does the caller go next?")),
        widget=forms.RadioSelect,
        choices=[(naam, vertaald(tekst)) for naam, tekst in UITGANGEN.items()],
        error_messages={"required": vertaald(Tekst("Kies een uitgang.", "Choose a way on."))},
    )
    postcode = forms.CharField(
        label=vertaald(Tekst("Vier cijfers van de postcode", "Four digits of the postcode")),
        help_text=vertaald(
            Tekst(
                "Wordt een gemeente en daarna vergeten.",
                "Becomes a municipality and is forgotten after that.",
            )
        ),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 6}),
    )
    gemeente = forms.ChoiceField(
        label=vertaald(Tekst("Of de gemeente", "Or the municipality")), required=False
    )
    kanaal = forms.ChoiceField(
        label=vertaald(Tekst("Hoe?", "How?")),
        choices=[(naam, vertaald(tekst)) for naam, tekst in KANALEN.items()],
        initial="telefoon",
    )
    gevraagd = Momentveld(
        label=vertaald(Tekst("Vroeg eerder om hulp, op", "Asked for help earlier, on")),
        help_text=vertaald(
            Tekst(
                "Leeg is nu. Vanaf dit moment loopt de wettelijke termijn.",
                "Empty is now. The statutory term runs from this moment.",
            )
        ),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        redenen, gemeente = self.fields["redenen"], self.fields["gemeente"]
        assert isinstance(redenen, forms.MultipleChoiceField)
        assert isinstance(gemeente, forms.ChoiceField)
        redenen.choices = [
            (naam, vertaald(tekst)) for naam, tekst in redenen_van(timezone.localdate()).redenen.items()
        ]
        redenen.error_messages["required"] = vertaald(
            Tekst("Kies minstens één reden.", "Choose at least one reason.")
        )
        gemeente.choices = [("", "–"), *sorted(namen().items(), key=lambda paar: paar[1])]

    def invoer(self) -> Contactinvoer:
        """What was filled in, for the action."""
        d = self.cleaned_data
        gevraagd: datetime | None = d["gevraagd"]
        return Contactinvoer(
            kanaal=d["kanaal"],
            redenen=tuple(d["redenen"]),
            uitgang=d["uitgang"],
            postcode=d["postcode"],
            gemeente=d["gemeente"],
            dreigingen=tuple(d["dreigingen"]),
            gevraagd=gevraagd,
        )

    def weiger(self, weigering: Geweigerd) -> None:
        """Show a refusal at its fields; what was filled in stays."""
        for fout in weigering.fouten:
            veld = fout.plaats.kolom if fout.plaats.kolom in self.fields else None
            self.add_error(veld, f"{vertaald(fout.tekst)} ({fout.code})")
        if not weigering.fouten:
            self.add_error(None, f"{vertaald(weigering.tekst)} ({weigering.code})")


@pagina
def contact(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form of a contact; a POST records it and gives an empty form for the next caller, or offers the hand-over."""
    rol_vereist(actor, SCHEME.naam, *AAN_DE_LIJN)
    form, status = Contactformulier(auto_id="c-%s"), 200
    if request.method == "POST":
        form, status = Contactformulier(request.POST, auto_id="c-%s"), 400
        if form.is_valid():
            try:
                rij = leg_contact_vast(actor, form.invoer())
            except Geweigerd as weigering:
                if weigering.status == 403:
                    raise
                form.weiger(weigering)
                status = weigering.status
            else:
                tekst = Tekst(f"Vastgelegd. Nummer voor de beller: {rij.nummer}.", f"Recorded. Number for the caller: {rij.nummer}.")  # fmt: skip
                messages.success(request, tekst.in_taal(taal()))
                return redirect(f"{LIJST}/{rij.id}/overdragen" if kan_over(rij) else FORMULIER)
    return render(request, "helplijn/contact.html", {"formulier": form}, status=status)


@pagina
def contacten(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The contacts of this line, the newest first."""
    return _toon(request, actor)


@require_POST
@pagina
def zoek(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What may be told to a caller who quotes a number; the number stands in no address."""
    try:
        return _toon(request, actor, gevonden=zoek_contact(actor, request.POST.get("nummer", "")[:40]))
    except Geweigerd as weigering:
        if weigering.status == 403:
            raise
        antwoord = _toon(request, actor, nee=weigering.tekst)
        antwoord.status_code = weigering.status
        return antwoord


def _toon(request: HttpRequest, actor: Actor, **meer: Any) -> HttpResponse:
    blad = max(1, int(request.GET["blad"][:6])) if request.GET.get("blad", "").isdecimal() else 1
    uitgang = request.GET.get("uitgang", "")
    uitgang = uitgang if uitgang in UITGANGEN else ""
    begin = (blad - 1) * PER_BLAD
    rijen, totaal = lijst(actor, uitgang=uitgang, begin=begin, aantal=PER_BLAD)
    gekozen = {"uitgang": uitgang} if uitgang else {}
    context = {
        "rijen": rijen,
        "uitgang": uitgang,
        "uitgangen": UITGANGEN,
        "kanalen": KANALEN,
        "dreigingen": DREIGINGEN,
        "redenen": alle_titels(lijsten()),
        "bladen": Bladen(
            van=min(begin + 1, totaal),
            tot=begin + len(rijen),
            totaal=totaal,
            vorige="?" + urlencode({**gekozen, "blad": blad - 1}) if blad > 1 else "",
            volgende="?" + urlencode({**gekozen, "blad": blad + 1}) if begin + PER_BLAD < totaal else "",
        ),
    }
    return render(request, "helplijn/contacten.html", context | meer)
