"""Recording who responded himself to an offer that the CAK mailed."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek import woorden
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.cak import GRONDSLAG, KANALEN, Reageerder
from samenhang.schemes.vroegsignalering.domain.pogingen import DAGDELEN
from samenhang.schemes.vroegsignalering.pages.gedeeld import WERKERS, fouten_in, meld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina
from samenhang.web.formulieren import Datumveld, Opmaak, vertaald


def _tekst(nl: str, en: str, *, nodig: bool = True, lengte: int = 80) -> forms.CharField:
    return forms.CharField(label=vertaald(Tekst(nl, en)), required=nodig, max_length=lengte)


class Reactieformulier(Opmaak, forms.Form):
    """What the resident gave himself; there is no field for arrears."""

    datum = Datumveld(
        label=vertaald(Tekst("Wanneer reageerde de inwoner?", "When did the resident respond?"))
    )
    kanaal = forms.ChoiceField(
        label=vertaald(Tekst("Hoe?", "How?")),
        choices=[(naam, vertaald(titel)) for naam, titel in KANALEN.items()],
    )
    voorletters = _tekst("Voorletters", "Initials", nodig=False, lengte=40)
    tussenvoegsel = _tekst("Tussenvoegsel", "Prefix", nodig=False, lengte=20)
    achternaam = _tekst("Achternaam", "Surname", lengte=200)
    geboortedatum = Datumveld(label=vertaald(Tekst("Geboortedatum", "Birth date")), required=False)
    straat = _tekst("Straat", "Street")
    huisnummer = forms.IntegerField(
        label=vertaald(Tekst("Huisnummer", "House number")), min_value=1, max_value=99_999
    )
    huisletter = _tekst("Huisletter", "House letter", nodig=False, lengte=1)
    toevoeging = _tekst("Toevoeging", "Addition", nodig=False, lengte=4)
    postcode = _tekst("Postcode", "Postcode", lengte=7)
    woonplaats = _tekst("Woonplaats", "Place")
    telefoon = _tekst("Telefoon", "Telephone", nodig=False, lengte=20)
    email = _tekst("E-mail", "E-mail", nodig=False, lengte=254)
    dagdeel = forms.ChoiceField(
        label=vertaald(
            Tekst("Wanneer wil de inwoner gebeld worden?", "When does the resident like to be called?")
        ),
        choices=[("", vertaald(Tekst("maakt niet uit", "no preference")))]
        + [(naam, vertaald(titel)) for naam, titel in DAGDELEN.items()],
        required=False,
    )


@pagina
def nieuwe_reactie(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form; afterwards the case that was opened."""
    rol_vereist(actor, SCHEME.naam, *WERKERS)
    if request.method == "POST":
        formulier = Reactieformulier(request.POST)
        if formulier.is_valid():
            with fouten_in(formulier) as goed:
                zaak = actions.registreer_reactie(actor, Reageerder(**formulier.cleaned_data))
                meld(request, f"Melding {zaak.nummer} is geopend.", f"Case {zaak.nummer} was opened.")
            if goed:
                return redirect(f"/vroegsignalering/meldingen/{zaak.id}")
    else:
        formulier = Reactieformulier(initial={"datum": timezone.localdate()})
    context = {
        "formulier": formulier,
        "aan": queries.regels_nu(actor).cak == "reageerders",
        "wet": woorden.wetten(GRONDSLAG)[0],
    }
    return render(request, "vroegsignalering/reactie.html", context)
