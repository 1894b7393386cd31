"""The roster of a plan: who works which shift, from a team that the planner gives and that is kept nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.helplijn.actions.bezetting import UITVOERBAAR
from samenhang.schemes.helplijn.domain.bezetting import ploegbestand
from samenhang.schemes.helplijn.domain.bezetting.lezen import lees_klok
from samenhang.schemes.helplijn.domain.bezetting.ploegbestand import Ploeglezing, Rij, als_tekst, csvrijen
from samenhang.schemes.helplijn.domain.bezetting.roosterblad import KOLOMMEN, roosterrijen
from samenhang.schemes.helplijn.domain.bezetting.tijd import DAGEN
from samenhang.schemes.helplijn.pages.bezettingsbeeld import STANDEN, dagnaam
from samenhang.schemes.helplijn.ploeg import lees_ploegrijen
from samenhang.schemes.helplijn.queries import bezetting as queries
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina
from samenhang.web.formulieren import Opmaak, vertaald
from samenhang.web.weergave import taal

MEESTE_TEKENS = 200_000


class Ploegformulier(Opmaak, forms.Form):
    """The team: a file, or rows on the page; the file goes first and then stands on the page."""

    bestand = forms.FileField(
        label=vertaald(Tekst("Bestand met de ploeg (CSV of XLSX)", "File with the team (CSV or XLSX)")),
        required=False,
        help_text=vertaald(Tekst("Wordt gelezen en niet bewaard; de regels staan daarna hieronder.", "Is read and not kept; its rows then stand below.")),
    )  # fmt: skip
    ploeg = forms.CharField(
        label=vertaald(Tekst("Of hier, een medewerker per regel", "Or here, an employee per line")),
        required=False,
        max_length=MEESTE_TEKENS,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "wrap": "off", "spellcheck": "false", "class": "breed", "translate": "no"}),
        help_text=vertaald(Tekst("Plakken uit een rekenblad mag. Een lege dag is een vrije dag. Afwezig: dagen met een spatie ertussen, of 2026-12-07/2026-12-11 voor een reeks. Rust leeg: elf uur.", "Pasting from a spreadsheet works. An empty day is a day off. The last column holds days of absence with a space in between, or 2026-12-07/2026-12-11 for a range. Rest left empty: eleven hours.")),
    )  # fmt: skip
    avond_vanaf = forms.CharField(
        label=vertaald(Tekst("Avond vanaf", "Evening from")),
        max_length=5,
        initial="18:00",
        help_text=vertaald(Tekst("Diensten die later eindigen worden eerlijk verdeeld.", "Shifts that end later are shared fairly.")),
    )  # fmt: skip

    def clean_avond_vanaf(self) -> str:
        """A time of the clock."""
        tijd = str(self.cleaned_data["avond_vanaf"]).strip()
        if lees_klok(tijd) is None:
            raise forms.ValidationError(vertaald(Tekst("Schrijf een tijd zoals 18:00.", "Write a time such as 18:00.")))  # fmt: skip
        return tijd

    def rijen(self) -> list[Rij]:
        """The rows of the file, or of the page; raises `Geweigerd` for a file that is none."""
        bestand = self.cleaned_data["bestand"]
        return lees_ploegrijen(bestand.read(), bestand.name) if bestand else csvrijen(self.cleaned_data["ploeg"])  # fmt: skip


@pagina
def rooster(request: HttpRequest, actor: Actor, plan_id: UUID) -> HttpResponse:
    """The shifts of a plan over people, per week and per day; what stays empty first, with its reasons."""
    plan = queries.bezettingsplan(actor, plan_id)
    if plan.uitkomst["stand"] not in UITVOERBAAR:
        raise Geweigerd("plan_zonder_diensten", Tekst("Dit plan heeft geen diensten om te vullen. Maak een nieuw plan.", "This plan has no shifts to fill. Make a new plan."), status=409)  # fmt: skip
    if request.GET.get("uitvoer") == "blad":
        return bijlage(_voorbeeld(plan.invoer["open"]), "ploeg.csv")
    context: dict[str, Any] = {"plan": plan, "pad": f"/helplijn/bezetting/{plan_id}"}
    if request.method != "POST":
        formulier = Ploegformulier(initial={"ploeg": ";".join(ploegbestand.KOLOMMEN) + "\n"})
        return render(request, "helplijn/rooster.html", context | {"formulier": formulier})
    formulier = Ploegformulier(request.POST, request.FILES)
    if formulier.is_valid():
        try:
            uit, mensen, formulier = _maak(actor, plan, formulier)
        except _Fouten as fouten:
            return render(request, "helplijn/rooster.html", context | {"formulier": fouten.formulier, "fouten": fouten.teksten}, status=400)  # fmt: skip
        naam = f"rooster-{plan.regel.van}-{plan.regel.tot}.csv"
        if request.POST.get("uitvoer") == "csv" and "diensten" in uit:
            return bijlage("\ufeff" + als_csv(KOLOMMEN, roosterrijen(uit, taal())), naam)
        context |= {"uit": uit, "stand": STANDEN[uit["stand"]]} | (
            _beeld(uit, mensen) if "diensten" in uit else {}
        )
    return render(request, "helplijn/rooster.html", context | {"formulier": formulier}, status=200 if "uit" in context else 400)  # fmt: skip


class _Fouten(Exception):
    """What is wrong with the team, and the form in which it can be mended."""

    def __init__(self, formulier: Ploegformulier, weigering: Geweigerd) -> None:
        super().__init__(weigering.code)
        self.formulier = formulier
        self.teksten = [fout.tekst for fout in weigering.fouten] or [weigering.tekst]


def _maak(
    actor: Actor, plan: queries.Planbeeld, formulier: Ploegformulier
) -> tuple[dict[str, Any], list[dict[str, Any]], Ploegformulier]:
    """The roster, the people, and the form with the rows that were read standing in it."""
    lezing = Ploeglezing()
    try:
        rijen = formulier.rijen()
        velden = {"ploeg": als_tekst(rijen), "avond_vanaf": formulier.cleaned_data["avond_vanaf"]}
        formulier = Ploegformulier(initial=velden)
        mensen = ploegbestand.lees_ploeg(rijen, lezing)
        document = {"diensten": plan.uitkomst["diensten"], "medewerkers": mensen, "avond_vanaf": velden["avond_vanaf"]}  # fmt: skip
        return queries.maak_rooster(actor, document, lezing), mensen, formulier
    except Geweigerd as weigering:
        if weigering.status == 403:
            raise
        raise _Fouten(formulier, weigering) from weigering


def _voorbeeld(open_: Mapping[str, str]) -> str:
    """A sheet to begin with: two people who are there whenever the line is open."""
    dagen = [open_.get(dag, "") for dag in DAGEN]
    rijen = [["A", "J", "32", "", *dagen, ""], ["B", "N", "24", "12", *dagen, ""]]
    return "\ufeff" + als_csv(ploegbestand.KOLOMMEN, rijen)


def _beeld(uit: Mapping[str, Any], mensen: list[dict[str, Any]]) -> dict[str, Any]:
    """Per week who works when, per day who works what, and what stays empty with its reason."""
    weken: dict[date, list[Mapping[str, Any]]] = defaultdict(list)
    for dienst in uit["diensten"]:
        dag = date.fromisoformat(dienst["datum"])
        weken[dag - timedelta(days=dag.weekday())].append(dienst)
    plaatsen = sum(len(dienst["medewerkers"]) + dienst["leeg"] for dienst in uit["diensten"])
    return {
        "leeg": [
            (dagnaam(rij["datum"]), rij, Tekst(rij["reden"]["nl"], rij["reden"]["en"]))
            for rij in uit["diensten"]
            if rij["leeg"]
        ],
        "plaatsen": plaatsen,
        "hefbomen": [(Tekst(rij["nl"], rij["en"]), rij["onbezet"]) for rij in uit["hefbomen"]],
        "weken": [_week(rijen, mensen) for _, rijen in sorted(weken.items())],
        "zonder_senior": _aaneen(uit["zonder_senior"]),
    }


def _week(diensten: list[Mapping[str, Any]], mensen: list[dict[str, Any]]) -> dict[str, Any]:
    dagen = sorted({dienst["datum"] for dienst in diensten})
    van_wie = {(naam, dienst["datum"]): dienst for dienst in diensten for naam in dienst["medewerkers"]}
    rijen = []
    for mens in mensen:
        eigen = [van_wie.get((mens["id"], dag)) for dag in dagen]
        afwezig = set(mens["afwezig"])
        rijen.append(
            {
                "naam": mens["id"],
                "senior": mens["senior"],
                "contract": mens["contract_uren"],
                "uren": sum(_uren(dienst) for dienst in eigen if dienst),
                "cellen": [(dienst, dag in afwezig) for dag, dienst in zip(dagen, eigen, strict=True)],
            }
        )
    return {
        "dagen": [dagnaam(dag) for dag in dagen],
        "mensen": rijen,
        "per_dag": [(dagnaam(dag), [d for d in diensten if d["datum"] == dag]) for dag in dagen],
        "titel": Tekst(f"{dagnaam(dagen[0]).nl} tot en met {dagnaam(dagen[-1]).nl}", f"{dagnaam(dagen[0]).en} to {dagnaam(dagen[-1]).en}"),
    }  # fmt: skip


def _uren(dienst: Mapping[str, Any]) -> float:
    """Paid hours of a shift: a break is half an hour that is not paid."""
    duur = (lees_klok(dienst["tot"]) or 0) - (lees_klok(dienst["van"]) or 0)
    return (duur - (30 if dienst["pauze"] else 0)) / 60


def _aaneen(halfuren: list[Mapping[str, str]]) -> list[tuple[Tekst, list[str]]]:
    """Half hours as stretches, per day."""
    uit: dict[str, list[list[str]]] = defaultdict(list)
    for rij in halfuren:
        vakken = uit[rij["datum"]]
        if vakken and vakken[-1][1] == rij["van"]:
            vakken[-1][1] = rij["tot"]
        else:
            vakken.append([rij["van"], rij["tot"]])
    return [(dagnaam(dag), [f"{van}–{tot}" for van, tot in vakken]) for dag, vakken in uit.items()]
