"""The municipality's own rules: what holds, what held, the next set with its effect; and the public page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.bestand import laad_beleid
from samenhang.schemes.vroegsignalering.domain.beleidsregels import KANALEN, SOORTEN, TITELS, Beleidsregels
from samenhang.schemes.vroegsignalering.domain.cak import ROUTES
from samenhang.schemes.vroegsignalering.domain.pogingen import SOORTEN_POGING
from samenhang.schemes.vroegsignalering.domain.werkfilter import PARTNERSOORTEN
from samenhang.schemes.vroegsignalering.pages.gedeeld import WERKERS, als_dag, fouten_in, meld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina, toon_weigering
from samenhang.web.formulieren import TEKSTGEBIED, TEKSTVAK, Bedragveld, Datumveld, Opmaak, vertaald

KLASSEN = range(1, 6)
GETOOND = 100
"""Rows of the list of changes on the page; the API gives all."""


def _bij(titel: Tekst, soort: str) -> Tekst:
    """A title for one kind of partner."""
    partner = PARTNERSOORTEN[soort]
    return Tekst(f"{titel.nl}: {partner.nl.lower()}", f"{titel.en}: {partner.en.lower()}")


class Beleidsformulier(Opmaak, forms.Form):
    """A set of rules; the follow-up table is one row of fields per class."""

    vanaf = Datumveld(label=vertaald(Tekst("Geldt vanaf", "Holds from")))
    drempel = Bedragveld(
        label=vertaald(TITELS["drempel"]),
        help_text=vertaald(Tekst("Euro, zoals 75,00", "Euros, such as 75,00")),
    )
    minimumDagen = forms.IntegerField(label=vertaald(TITELS["minimumDagen"]))  # noqa: N815 - the name on the wire
    spoedWerkdagen = forms.IntegerField(label=vertaald(TITELS["spoedWerkdagen"]))  # noqa: N815 - the name on the wire
    huurgrens = Bedragveld(label=vertaald(TITELS["huurgrens"]))
    terugkijkMaanden = forms.IntegerField(label=vertaald(TITELS["terugkijkMaanden"]))  # noqa: N815 - the name on the wire
    aanbod = forms.CharField(label=vertaald(TITELS["aanbod"]), widget=forms.Textarea(attrs={"rows": 3}))
    aanbodEn = forms.CharField(label=vertaald(TITELS["aanbodEn"]), widget=forms.Textarea(attrs={"rows": 3}))  # noqa: N815 - the name on the wire
    postcodes = forms.CharField(
        label=vertaald(TITELS["postcodes"]),
        help_text=vertaald(
            Tekst(
                "Reeksen van vier cijfers, zoals 2600-2629 2640. Leeg: er wordt niet op gelet.",
                "Ranges of four digits, such as 2600-2629 2640. Empty: not checked.",
            )
        ),
        required=False,
    )
    experimenten = forms.MultipleChoiceField(
        label=vertaald(TITELS["experimenten"]),
        help_text=vertaald(
            Tekst(
                "Pas aanzetten nadat een jurist de regeling heeft gelezen.",
                "Switch on only after a lawyer has read the regulation.",
            )
        ),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    cak = forms.ChoiceField(
        label=vertaald(TITELS["cak"]),
        help_text=vertaald(
            Tekst(
                "Iedere route heeft een eigen grondslag; die staan op de beleidspagina.",
                "Each route has a basis of its own; they stand on the policy page.",
            )
        ),
        choices=[(naam, vertaald(titel)) for naam, titel in ROUTES.items()],
        widget=forms.RadioSelect,
    )
    retouradres = forms.CharField(
        label=vertaald(TITELS["retouradres"]),
        help_text=vertaald(
            Tekst(
                "Staat achter het venster: geen woord over schulden.",
                "Shows through the window: not a word about debts.",
            )
        ),
        max_length=80,
        required=False,
    )
    telefoon = forms.CharField(label=vertaald(TITELS["telefoon"]), max_length=20, required=False)
    mail = forms.CharField(label=vertaald(TITELS["mail"]), max_length=100, required=False)
    vastgesteld_door = forms.CharField(
        label=vertaald(Tekst("Vastgesteld door", "Decided by")), max_length=200
    )
    reden = forms.CharField(label=vertaald(Tekst("Reden", "Reason")), max_length=300)
    terugwerkend = forms.BooleanField(
        label=vertaald(
            Tekst("Een ingangsdatum in het verleden is zo bedoeld", "A first day in the past is meant")
        ),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = laad_beleid(_vandaag()).experimenten.values()
        veld = self.fields["experimenten"]
        assert isinstance(veld, forms.MultipleChoiceField)
        veld.choices = [(e.id, f"{e.id}: {e.artikel} ({e.status})") for e in keuzes]
        for soort in SOORTEN:
            self.fields[f"maximum_{soort}"] = forms.IntegerField(
                label=vertaald(_bij(TITELS["maximumDagen"], soort)), required=False, min_value=1
            )
        for klasse in KLASSEN:
            for taal, erbij in (("", ""), ("_en", " (en)")):
                self.fields[f"route{taal}_{klasse}"] = forms.CharField(
                    label=f"{klasse}{erbij}", max_length=300, widget=forms.Textarea(attrs={"rows": 2})
                )
            self.fields[f"werkdagen_{klasse}"] = forms.IntegerField(label=f"{klasse}")
            self.fields[f"kanalen_{klasse}"] = forms.MultipleChoiceField(
                label=f"{klasse}",
                choices=[(kanaal, vertaald(SOORTEN_POGING[kanaal])) for kanaal in KANALEN],
                widget=forms.CheckboxSelectMultiple,
            )
        for naam, veld in self.fields.items():
            if naam.startswith(("maximum_", "route_", "werkdagen_")):
                veld.widget.attrs["class"] = TEKSTGEBIED if naam.startswith("route_") else TEKSTVAK

    def voorstel(self) -> actions.Beleidsvoorstel:
        """What the form says, for the action."""
        d = self.cleaned_data
        gelijk = ("minimumDagen", "spoedWerkdagen", "terugkijkMaanden", "aanbod", "aanbodEn", "postcodes", "experimenten", "cak", "retouradres", "telefoon", "mail")  # fmt: skip
        return actions.Beleidsvoorstel(
            vanaf=d["vanaf"],
            regels={naam: d[naam] for naam in gelijk}
            | {naam: d[naam].draad() for naam in ("drempel", "huurgrens")}
            | {
                "maximumDagen": {s: d[f"maximum_{s}"] for s in SOORTEN if d[f"maximum_{s}"]},
                "opvolging": [
                    {
                        "klasse": k,
                        "route": d[f"route_{k}"],
                        "routeEn": d[f"route_en_{k}"],
                        "werkdagen": d[f"werkdagen_{k}"],
                        "kanalen": d[f"kanalen_{k}"],
                    }
                    for k in KLASSEN
                ],
            },
            vastgesteld_door=d["vastgesteld_door"],
            reden=d["reden"],
            terugwerkend=d["terugwerkend"],
        )

    def tabelrijen(self) -> list[tuple[int, list[forms.BoundField]]]:
        """The follow-up table as rows of fields."""
        velden = ("route", "route_en", "werkdagen", "kanalen")
        return [(k, [self[f"{veld}_{k}"] for veld in velden]) for k in KLASSEN]

    def maxima(self) -> list[forms.BoundField]:
        """The longest age of arrears per kind of partner."""
        return [self[f"maximum_{soort}"] for soort in SOORTEN]


def _vandaag() -> Any:
    from django.utils import timezone

    return timezone.localdate()


def _begin(regels: Beleidsregels) -> dict[str, Any]:
    draad = regels.draad()
    begin = {naam: draad[naam] for naam in draad if naam not in ("opvolging", "maximumDagen", "postcodes")}
    begin["postcodes"] = " ".join(draad["postcodes"])
    begin |= {f"maximum_{soort}": dagen for soort, dagen in draad["maximumDagen"].items()}
    for rij in draad["opvolging"]:
        begin[f"route_{rij['klasse']}"] = rij["route"]
        begin[f"route_en_{rij['klasse']}"] = rij["routeEn"]
        begin[f"werkdagen_{rij['klasse']}"] = rij["werkdagen"]
        begin[f"kanalen_{rij['klasse']}"] = rij["kanalen"]
    return begin


@pagina
def beleid(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The municipality's sets of rules; the one that holds today on top."""
    context = {
        "sets": queries.beleidssets(actor),
        "mag_wijzigen": actor.heeft_rol(SCHEME.naam, "beleid"),
        "mag_teksten": actor.heeft_rol(SCHEME.naam, "beleid", *WERKERS),
        "regels": queries.regels_nu(actor),
        "zinnen": queries.in_gewone_woorden(queries.regels_nu(actor)),
        "gemeente": queries.eigen_gemeente(actor),
        "cakroutes": queries.cakroutes(queries.regels_nu(actor)),
    }
    return render(request, "vroegsignalering/beleid.html", context)


@pagina
def nieuw_beleid(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The next set: filled in, looked at with its effect on the stock, decided."""
    context: dict[str, Any] = {}
    if request.method == "POST":
        formulier = Beleidsformulier(request.POST)
        if formulier.is_valid():
            voorstel = formulier.voorstel()
            with fouten_in(formulier, {"maximumDagen": "minimumDagen", "opvolging": "vanaf"}) as goed:
                if request.POST.get("stap") == "vastleggen":
                    rij = actions.stel_beleid_vast(actor, voorstel)
                    meld(
                        request,
                        f"Vastgesteld; geldt vanaf {rij.vanaf:%d-%m-%Y}.",
                        f"Decided; holds from {rij.vanaf:%d-%m-%Y}.",
                    )
                    return redirect("/vroegsignalering/beleid")
                voorbeeld = actions.vergelijk_beleid(actor, voorstel)
                context |= {"voorbeeld": voorbeeld, "blik": voorbeeld.terugblik, "hoogstens": GETOOND}
            if not goed:
                context.pop("voorbeeld", None)
    else:
        formulier = Beleidsformulier(initial=_begin(queries.regels_nu(actor)))
        if not actor.heeft_rol(SCHEME.naam, "beleid"):
            raise Geweigerd(
                "rol_ontbreekt",
                Tekst("Dit kan alleen met de rol beleid.", "This needs the role beleid."),
                status=403,
            )
    context["formulier"] = formulier
    return render(request, "vroegsignalering/beleid_nieuw.html", context)


def regels(request: HttpRequest, code: str = "") -> HttpResponse:
    """Public, without logging in: by which rules a municipality takes up signals, and what it does not look at."""
    gemeenten = queries.gemeenten_met_regels()
    if not code and len(gemeenten) == 1:
        code = gemeenten[0].gemeentecode or ""
    try:
        dag = als_dag(request.GET["op"]) if request.GET.get("op") else None
        context = {
            "gemeenten": gemeenten,
            "g": queries.gepubliceerde_regels(code, dag) if code else None,
            "dag": dag,
            "partnersoorten": PARTNERSOORTEN,
        }
    except Geweigerd as weigering:
        return toon_weigering(request, weigering)
    return render(request, "vroegsignalering/regels.html", context)
