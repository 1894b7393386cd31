"""The figures: for policy officer and team lead, and the public part for anyone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.cijfers.berekening import REDENEN, Cijfer, Reden
from samenhang.kernel.cijfers.bescherming import DREMPEL
from samenhang.kernel.cijfers.publicatie import Publicatie, als_csv
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Indicator
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.api.cijfers import CijfersUit
from samenhang.schemes.vroegsignalering.pages.cijfergrafieken import (
    grafieken_van,
    maand_in_tekst,
    waarde_in_tekst,
)
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_dag, meld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.bijlage import als_bijlage, bijlage
from samenhang.web.deur import pagina, toon_weigering
from samenhang.web.weergave import in_tekst

TEGELS = ("signalen_per_1000", "bereik", "acceptatie_van_bereikten", "binnen_termijn")
PAD = "/vroegsignalering/cijfers"
MAANDEN_OP_DE_PAGINA = 13


TEKENS: dict[Reden, tuple[str, Tekst]] = {
    Reden.TE_KLEIN: (
        "*",
        Tekst(
            f"te klein: aantallen van 1 tot en met {DREMPEL - 1} tonen wij niet, en ook niet wat daaruit is af te leiden",
            f"too small: we do not show counts from 1 to {DREMPEL - 1}, nor what could be derived from them",
        ),
    ),
    Reden.GEEN_NOEMER: (
        "–",
        Tekst("er was in die maand niets te tellen", "there was nothing to count in that month"),
    ),
    Reden.GEEN_INWONERTAL: ("?", Tekst("het inwonertal ontbreekt", "the number of residents is missing")),
    Reden.NIET_GETELD: ("·", Tekst("niet vastgesteld", "not set")),
}
"""Why a figure is not shown: a mark in the table, and what it says in the one legend above it."""


@dataclass(frozen=True, slots=True)
class Tabelcel:
    """What stands in one cell of the table: a figure with its counts, or the mark of why there is none."""

    tekst: Tekst
    uitleg: Tekst
    waarschuwing: bool
    teken: str = ""


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """One line of the table: an indicator, or one class of it, over the months."""

    indicator: Indicator
    klasse: Tekst | None
    cellen: tuple[Tabelcel, ...]

    @property
    def leeg(self) -> bool:
        """Whether no month has a figure that is shown."""
        return all(cel.teken for cel in self.cellen)


@pagina
def cijfers(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The figures of the own municipality; `?uitvoer=csv` or `json` gives the same as a file."""
    gegeven = queries.cijfers(actor, _peildatum(request))
    if (uitvoer := request.GET.get("uitvoer")) is not None:
        return _bestand(uitvoer, gegeven, actor.organisatienaam, openbaar=False)
    context = _beeld(gegeven) | {"gemeentecode": queries.gemeentecode_van(actor)}
    return render(request, "vroegsignalering/cijfers.html", context)


@require_POST
@pagina
def stel_vast(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Count and publish as of today."""
    rijen = actions.stel_cijfers_vast(actor)
    meld(request, f"Vastgesteld: {len(rijen)} maanden.", f"Set: {len(rijen)} months.")
    return redirect(PAD)


@require_POST
@pagina
def inwonertal(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Record the number of residents."""
    aantal = request.POST.get("aantal", "").replace(".", "")
    if not aantal.isdecimal() or len(aantal) > 9:
        raise Geweigerd("aantal_onjuist", Tekst("Vul een heel getal in.", "Enter a whole number."))
    actions.leg_inwonertal_vast(
        actor, als_dag(request.POST.get("vanaf", "")), int(aantal), request.POST.get("bron", "")
    )
    meld(
        request,
        "Het inwonertal is vastgelegd. Het telt mee vanaf de volgende peildatum.",
        "The number of residents is recorded. It counts from the next reference date.",
    )
    return redirect(PAD)


@require_safe
def openbaar(request: HttpRequest) -> HttpResponse:
    """The public figures, without login: choose a municipality, or the only one there is."""
    try:
        gemeenten = queries.gemeenten_met_cijfers()
        code = request.GET.get("gemeente", "")
        if not code and len(gemeenten) == 1:
            code = gemeenten[0].gemeentecode or ""
        if not code:
            return render(request, "vroegsignalering/cijfers_openbaar.html", {"gemeenten": gemeenten})
        gemeente, gegeven = queries.openbare_cijfers(code, _peildatum(request))
        if (uitvoer := request.GET.get("uitvoer")) is not None:
            return _bestand(uitvoer, gegeven, gemeente.onderscheidend, openbaar=True)
    except Geweigerd as weigering:
        return toon_weigering(request, weigering)
    context = _beeld(gegeven) | {
        "gemeenten": gemeenten,
        "gemeente": gemeente,
        "csv_adres": f"?gemeente={code}&uitvoer=csv",
        "json_adres": f"?gemeente={code}&uitvoer=json",
    }
    return render(request, "vroegsignalering/cijfers_openbaar.html", context)


def _peildatum(request: HttpRequest) -> date | None:
    tekst = request.GET.get("peildatum", "")
    return als_dag(tekst) if tekst else None


def _bestand(uitvoer: str, gegeven: Publicatie | None, organisatie: str, *, openbaar: bool) -> HttpResponse:
    if uitvoer == "json":
        inhoud = CijfersUit.van(gegeven, openbaar=openbaar).model_dump(mode="json", by_alias=True)
        return JsonResponse(
            inhoud,
            headers=als_bijlage("cijfers.json"),
            json_dumps_params={"ensure_ascii": False, "indent": 1},
        )
    if uitvoer == "csv":
        return bijlage(als_csv(gegeven, organisatie, SCHEME), "cijfers.csv")
    raise Geweigerd("uitvoer_onbekend", Tekst("Kies csv of json.", "Choose csv or json."))


def _beeld(gegeven: Publicatie | None) -> dict[str, object]:
    """What both pages show of a publication."""
    if gegeven is None:
        return {"gegeven": None, "drempel": DREMPEL}
    eerder, gegeven = len(gegeven.maanden) > MAANDEN_OP_DE_PAGINA, _laatste(gegeven)
    alle = list(_rijen(gegeven))
    rijen = [rij for rij in alle if not rij.leeg]
    return {
        "gegeven": gegeven,
        "drempel": DREMPEL,
        "eerder": eerder,
        "tegels": list(_tegels(gegeven)),
        "grafieken": list(grafieken_van(gegeven)),
        "maanden": [maand_in_tekst(maand) for maand in gegeven.maanden],
        "rijen": rijen,
        "niet_getoond": [rij for rij in alle if rij.leeg],
        "alle_rijen": alle,
        "tekens": _tekens(rijen),
        "waarschuwingen": [
            (c.indicator, maand_in_tekst(c.maand), _cel(c)) for c in gegeven.cijfers if c.waarschuwing
        ],
        "zonder_inwonertal": any(c.reden == "geen_inwonertal" for c in gegeven.cijfers),
    }


def _laatste(gegeven: Publicatie) -> Publicatie:
    """The last year and the month to compare it with: earlier months stand in the files and in the monitor."""
    maanden = gegeven.maanden[-MAANDEN_OP_DE_PAGINA:]
    return replace(gegeven, maanden=maanden, cijfers=tuple(c for c in gegeven.cijfers if c.maand in maanden))


def _tegels(gegeven: Publicatie) -> Iterator[tuple[Tekst, Tekst, Tekst, Tekst]]:
    """The headline figures, each of the last month in which it is shown: title, figure, unit, which month."""
    for naam in TEGELS:
        getoond = [c for c in gegeven.cijfers if c.indicator.naam == naam and c.waarde is not None]
        if getoond:
            laatste = getoond[-1]
            yield (
                laatste.indicator.titel,
                _cel(laatste).tekst,
                laatste.indicator.eenheid,
                maand_in_tekst(laatste.maand),
            )


def _rijen(gegeven: Publicatie) -> Iterator[Tabelrij]:
    eerste = gegeven.maanden[0]
    for cijfer in (c for c in gegeven.cijfers if c.maand == eerste):
        reeks = [c for c in gegeven.cijfers if (c.indicator, c.cel) == (cijfer.indicator, cijfer.cel)]
        yield Tabelrij(
            cijfer.indicator, cijfer.cel.titel if cijfer.cel else None, tuple(_cel(c) for c in reeks)
        )


def _tekens(rijen: list[Tabelrij]) -> list[tuple[str, Tekst]]:
    """The legend of the table: the marks that stand in it."""
    gebruikt = {cel.teken for rij in rijen for cel in rij.cellen}
    return [(teken, betekenis) for teken, betekenis in TEKENS.values() if teken in gebruikt]


def _cel(cijfer: Cijfer) -> Tabelcel:
    if cijfer.waarde is None or cijfer.reden is not None:
        reden = Reden(cijfer.reden or Reden.NIET_GETELD)
        return Tabelcel(Tekst("–", "–"), REDENEN[reden], False, TEKENS[reden][0])
    van = Tekst("{teller} van {noemer}", "{teller} of {noemer}").met(
        teller=in_tekst(cijfer.teller), noemer=in_tekst(cijfer.noemer)
    )
    return Tabelcel(waarde_in_tekst(cijfer.waarde), van, cijfer.waarschuwing)
