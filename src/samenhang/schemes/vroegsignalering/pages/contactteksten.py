"""The municipality's texts for contact: the list, and the next version of one, looked at before it is decided."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.contactteksten import (
    INVULLINGEN,
    LANGST,
    LENGTE,
    NEUTRAAL,
    SOORTEN,
)
from samenhang.schemes.vroegsignalering.domain.pogingen import SOORTEN_POGING
from samenhang.schemes.vroegsignalering.pages.gedeeld import fouten_in, meld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina
from samenhang.web.formulieren import Datumveld, Opmaak, vertaald

PADEN = {slugify(soort): soort for soort in SOORTEN}
"""The word in the address of each way of contact."""


class Tekstformulier(Opmaak, forms.Form):
    """A text in both languages, from when, and why."""

    vanaf = Datumveld(label=vertaald(Tekst("Geldt vanaf", "Holds from")))
    onderwerp_nl = forms.CharField(
        label=vertaald(Tekst("Onderwerp", "Subject")), max_length=100, required=False
    )
    nl = forms.CharField(
        label=vertaald(Tekst("Tekst", "Text")), widget=forms.Textarea(attrs={"rows": 10}), max_length=LANGST
    )
    onderwerp_en = forms.CharField(
        label=vertaald(Tekst("Onderwerp (Engels)", "Subject (English)")), max_length=100, required=False
    )
    en = forms.CharField(
        label=vertaald(Tekst("Tekst (Engels)", "Text (English)")),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=LANGST,
    )
    reden = forms.CharField(label=vertaald(Tekst("Reden", "Reason")), max_length=300)


@pagina
def contactteksten(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every way of contact with its text."""
    context = {
        "rijen": [
            (rij, SOORTEN_POGING[rij.soort], slugify(rij.soort)) for rij in queries.contactteksten(actor)
        ],
        "mag_wijzigen": actor.heeft_rol(SCHEME.naam, "beleid"),
        "neutraal": NEUTRAAL,
    }
    return render(request, "vroegsignalering/contactteksten.html", context)


@pagina
def nieuwe_contacttekst(request: HttpRequest, actor: Actor, pad: str) -> HttpResponse:
    """The next version of one text: filled in, looked at, decided."""
    soort = PADEN.get(pad)
    if soort is None:
        raise Http404
    rol_vereist(actor, SCHEME.naam, "beleid")
    nu = next(rij for rij in queries.contactteksten(actor) if rij.soort == soort)
    context: dict[str, Any] = {}
    if request.method == "POST":
        formulier = Tekstformulier(request.POST)
        if formulier.is_valid():
            voorstel = actions.Tekstvoorstel(soort=soort, **formulier.cleaned_data)
            with fouten_in(formulier, {"onderwerpNl": "onderwerp_nl", "onderwerpEn": "onderwerp_en"}) as goed:
                if request.POST.get("stap") == "vastleggen":
                    rij = actions.stel_contacttekst_vast(actor, voorstel)
                    meld(
                        request,
                        f"Vastgesteld; geldt vanaf {rij.vanaf:%d-%m-%Y}.",
                        f"Decided; holds from {rij.vanaf}.",
                    )
                    return redirect("/vroegsignalering/contactteksten")
                context["voorbeeld"] = actions.bekijk_contacttekst(actor, voorstel)
            if not goed:
                context.pop("voorbeeld", None)
    else:
        t = nu.geldt
        begin = {"vanaf": timezone.localdate(), "nl": t.tekst.nl, "en": t.tekst.en}
        formulier = Tekstformulier(
            initial=begin | {"onderwerp_nl": t.onderwerp.nl, "onderwerp_en": t.onderwerp.en}
        )
    context |= {
        "formulier": formulier,
        "titel": SOORTEN_POGING[soort],
        "versies": nu.versies,
        "mail": soort == "Mail",
        "neutraal": soort in NEUTRAAL,
        "hoogstens": LENGTE.get(soort, LANGST),
        "invullingen": [("{" + naam + "}", wat) for naam, wat in INVULLINGEN.items() if naam != "partners" or soort not in NEUTRAAL],
    }  # fmt: skip
    return render(request, "vroegsignalering/contacttekst.html", context)
