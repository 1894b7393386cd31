"""The monitor of a year: every figure beside last year and the own target, with charts, and the form for a target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Taal, Tekst
from samenhang.kernel.cijfers.berekening import REDENEN, Cijfer
from samenhang.kernel.cijfers.bescherming import DREMPEL
from samenhang.kernel.cijfers.jaar import Monitorregel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Indicator
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.api.monitor import MonitorUit, monitor_als_csv
from samenhang.schemes.vroegsignalering.pages.cijfergrafieken import waarde_in_tekst
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_dag, meld
from samenhang.schemes.vroegsignalering.queries.monitor import Monitor
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.weergave import MAANDEN, in_tekst

PAD = "/vroegsignalering/monitor"
KERN = ("signalen_per_1000", "bereik", "acceptatie_van_bereikten", "binnen_termijn")
VERDELINGEN = ("aandeel_partnersoort", "resultaat_niet_bereikt", "pogingen_per_soort")


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of the table as people read it."""

    indicator: Indicator
    klasse: Tekst | None
    waarde: Tekst
    uitleg: Tekst
    deel: Tekst | None
    vorig: Tekst
    verschil: Tekst
    streef: Tekst
    gehaald: bool | None
    waarschuwing: bool


@pagina
def monitor(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The monitor of the own municipality; `?uitvoer=csv` or `json` gives the same as a file."""
    beeld = queries.monitor(actor, _jaar(request))
    if (uitvoer := request.GET.get("uitvoer")) is not None:
        return _bestand(uitvoer, beeld, actor.organisatienaam)
    getoond = [regel for regel in beeld.regels if regel.cijfer.maanden]
    verborgen = [regel for regel in beeld.regels if not regel.cijfer.maanden]
    return render(
        request,
        "vroegsignalering/monitor.html",
        {
            "beeld": beeld,
            "ddas": actor.heeft_rol(SCHEME.naam, "teamleider"),
            "jaartekst": str(beeld.jaar),
            "csv": f"?jaar={beeld.jaar}&uitvoer=csv",
            "json": f"?jaar={beeld.jaar}&uitvoer=json",
            "drempel": DREMPEL,
            "tegels": list(_tegels(beeld)),
            "grafieken": list(_grafieken(beeld)),
            "kern": [_regel(regel) for regel in getoond if regel.cijfer.cel is None],
            "uitsplitsingen": _uitsplitsingen(getoond),
            "jaren": [(str(jaar), jaar == beeld.jaar) for jaar in beeld.jaren],
            "verborgen": [_regel(regel) for regel in verborgen],
            "waarschuwingen": [_regel(regel) for regel in beeld.waarschuwingen],
            "met_streef": [indicator for indicator in SCHEME.indicatoren if indicator.streef],
        },
    )


@require_POST
@pagina
def streefwaarde(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Record a target."""
    try:
        waarde = Decimal(request.POST.get("waarde", "").replace(",", "."))
    except InvalidOperation as fout:
        raise Geweigerd(
            "streef_waarde",
            Tekst("Vul een getal in, zoals 25 of 25,5.", "Enter a number, such as 25 or 25.5."),
        ) from fout
    actions.leg_streefwaarde_vast(
        actor, request.POST.get("indicator", ""), als_dag(request.POST.get("vanaf", "")), waarde, request.POST.get("reden", "")
    )  # fmt: skip
    meld(request, "De streefwaarde is vastgelegd.", "The target is recorded.")
    return redirect(PAD)


def _uitsplitsingen(regels: Sequence[Monitorregel]) -> list[tuple[Indicator, list[Regel]]]:
    """The figures with classes, each with its lines."""
    per: dict[str, tuple[Indicator, list[Regel]]] = {}
    for regel in regels:
        if regel.cijfer.cel is not None:
            per.setdefault(regel.cijfer.indicator.naam, (regel.cijfer.indicator, []))[1].append(_regel(regel))
    return list(per.values())


def _jaar(request: HttpRequest) -> int | None:
    tekst = request.GET.get("jaar", "")
    if not tekst:
        return None
    if not tekst.isdecimal() or len(tekst) != 4:
        raise Geweigerd(
            "jaar_onjuist", Tekst("Kies een jaar van vier cijfers.", "Choose a year of four digits.")
        )
    return int(tekst)


def _bestand(uitvoer: str, beeld: Monitor, organisatie: str) -> HttpResponse:
    if uitvoer == "json":
        inhoud = MonitorUit.van(beeld).model_dump(mode="json", by_alias=True)
        antwoord: HttpResponse = JsonResponse(inhoud, json_dumps_params={"ensure_ascii": False, "indent": 1})
    elif uitvoer == "csv":
        antwoord = HttpResponse(monitor_als_csv(beeld, organisatie), content_type="text/csv; charset=utf-8")
    else:
        raise Geweigerd("uitvoer_onbekend", Tekst("Kies csv of json.", "Choose csv or json."))
    antwoord.headers["Content-Disposition"] = f'attachment; filename="monitor-{beeld.jaar}.{uitvoer}"'
    return antwoord


def _regel(regel: Monitorregel) -> Regel:
    c, streep = regel.cijfer, Tekst("–", "–")
    uitleg = REDENEN[c.reden] if c.reden else Tekst("{teller} van {noemer}", "{teller} of {noemer}").met(
        teller=in_tekst(c.teller), noemer=in_tekst(c.noemer)
    )  # fmt: skip
    verschil = regel.verschil
    return Regel(
        c.indicator,
        c.cel.titel if c.cel else None,
        streep if c.waarde is None else waarde_in_tekst(c.waarde),
        uitleg,
        Tekst(f"{c.maanden} van {c.van} maanden", f"{c.maanden} of {c.van} months") if c.maanden < c.van else None,
        waarde_in_tekst(regel.vorig.waarde) if regel.vorig and regel.vorig.waarde is not None else streep,
        streep if verschil is None else _met_teken(verschil),
        waarde_in_tekst(round(regel.streef.waarde, c.indicator.decimalen)) if regel.streef else streep,
        regel.gehaald,
        c.waarschuwing,
    )  # fmt: skip


def _met_teken(verschil: Decimal) -> Tekst:
    tekst = waarde_in_tekst(abs(verschil))
    teken = "+" if verschil > 0 else "−" if verschil < 0 else "±"
    return Tekst(f"{teken}{tekst.nl}", f"{teken}{tekst.en}")


def _tegels(beeld: Monitor) -> Iterator[tuple[Tekst, Tekst, Tekst, Tekst]]:
    """The headline figures of the year: title, figure, unit, and how it compares."""
    for naam in KERN:
        for regel in beeld.van(naam):
            gelezen = _regel(regel)
            if regel.cijfer.waarde is not None:
                yield (
                    regel.cijfer.indicator.titel,
                    gelezen.waarde,
                    regel.cijfer.indicator.eenheid,
                    _vergeleken(regel, gelezen),
                )


def _vergeleken(regel: Monitorregel, gelezen: Regel) -> Tekst:
    delen_nl, delen_en = [], []
    if regel.verschil is not None:
        delen_nl.append(f"vorig jaar {gelezen.vorig.nl}")
        delen_en.append(f"last year {gelezen.vorig.en}")
    if regel.streef is not None:
        delen_nl.append(f"streef {gelezen.streef.nl}: {'gehaald' if regel.gehaald else 'niet gehaald'}")
        delen_en.append(f"target {gelezen.streef.en}: {'met' if regel.gehaald else 'not met'}")
    return Tekst(
        "; ".join(delen_nl) or "geen cijfer van vorig jaar", "; ".join(delen_en) or "no figure of last year"
    )


def _grafieken(beeld: Monitor) -> Iterator[Grafiek]:
    for naam in KERN:
        if grafiek := _over_het_jaar(beeld, naam):
            yield grafiek
    for naam in VERDELINGEN:
        if grafiek := _verdeling(beeld, naam):
            yield grafiek


def _over_het_jaar(beeld: Monitor, naam: str) -> Grafiek | None:
    """A figure per month of the year, beside last year and the target, when at least two months are shown."""
    dit, vorig = _per_maand(beeld.maandcijfers, naam), _per_maand(beeld.vorige_maandcijfers, naam)
    regels = beeld.van(naam)
    if sum(waarde is not None for waarde in dit) < 2 or not regels or regels[0].cijfer.waarde is None:
        return None
    cijfer, streef = regels[0].cijfer, regels[0].streef
    indicator, waarde = cijfer.indicator, waarde_in_tekst(regels[0].cijfer.waarde or Decimal(0))
    reeksen = [Reeks(Tekst(str(beeld.jaar), str(beeld.jaar)), dit)]
    if any(punt is not None for punt in vorig):
        reeksen.append(Reeks(Tekst(str(beeld.jaar - 1), str(beeld.jaar - 1)), vorig))
    if streef is not None:
        reeksen.append(Reeks(Tekst("Streefwaarde", "Target"), [float(streef.waarde)] * 12))
    return Grafiek(
        "lijn",
        Tekst(f"{indicator.titel.nl}: {waarde.nl} over {beeld.jaar}", f"{indicator.titel.en}: {waarde.en} over {beeld.jaar}"),
        Tekst(f"{indicator.titel.nl} per maand, naast vorig jaar.", f"{indicator.titel.en} per month, beside last year."),
        indicator.eenheid,
        [Tekst(MAANDEN[Taal.NL][n], MAANDEN[Taal.EN][n]) for n in range(12)],
        reeksen,
        kop=Tekst("Maand", "Month"),
        bron=_bron(indicator, beeld),
    )  # fmt: skip


def _per_maand(cijfers: Sequence[Cijfer], naam: str) -> list[float | None]:
    op = {c.maand.month: c.waarde for c in cijfers if c.indicator.naam == naam and c.cel is None}
    return [float(waarde) if (waarde := op.get(nummer)) is not None else None for nummer in range(1, 13)]


def _verdeling(beeld: Monitor, naam: str) -> Grafiek | None:
    regels = beeld.van(naam)
    getoond = [regel for regel in regels if regel.cijfer.waarde]
    if not getoond:
        return None
    hoogste = max(getoond, key=lambda regel: regel.cijfer.waarde or Decimal(0))
    indicator, waarde = hoogste.cijfer.indicator, waarde_in_tekst(hoogste.cijfer.waarde or Decimal(0))
    klasse = hoogste.cijfer.cel.titel if hoogste.cijfer.cel else indicator.titel
    reeksen = [
        Reeks(Tekst(str(beeld.jaar), str(beeld.jaar)), [_getal(regel.cijfer.waarde) for regel in regels])
    ]
    vorig = [_getal(regel.vorig.waarde) if regel.vorig else None for regel in regels]
    if any(punt is not None for punt in vorig):
        reeksen.append(Reeks(Tekst(str(beeld.jaar - 1), str(beeld.jaar - 1)), vorig))
    return Grafiek(
        "staven",
        Tekst(f"{indicator.titel.nl}: {klasse.nl} het meest, {waarde.nl}", f"{indicator.titel.en}: {klasse.en} most, {waarde.en}"),
        Tekst(f"{indicator.titel.nl} over {beeld.jaar}.", f"{indicator.titel.en} over {beeld.jaar}."),
        indicator.eenheid,
        [regel.cijfer.cel.titel for regel in regels if regel.cijfer.cel],
        reeksen,
        kop=Tekst("Klasse", "Class"),
        bron=_bron(indicator, beeld),
    )  # fmt: skip


def _getal(waarde: Decimal | None) -> float | None:
    return None if waarde is None else float(waarde)


def _bron(indicator: Indicator, beeld: Monitor) -> Tekst:
    return Tekst(
        f"eigen registratie, peildatum {beeld.peildatum}; definitie {indicator.bron}",
        f"own registration, reference date {beeld.peildatum}; definition {indicator.bron}",
    )
