"""How the monitor of a year is shown, to who works with it and to anyone: lines, tiles and charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import HttpResponse, JsonResponse

from samenhang.kernel.basis import Geweigerd, Taal, Tekst
from samenhang.kernel.cijfers.berekening import REDENEN, Cijfer
from samenhang.kernel.cijfers.bescherming import DREMPEL
from samenhang.kernel.cijfers.jaar import Monitorregel
from samenhang.kernel.cijfers.publicatie import herkomsten
from samenhang.kernel.scheme import Indicator
from samenhang.schemes.vroegsignalering.api.monitor import MonitorUit, getoond, monitor_als_csv, wie
from samenhang.schemes.vroegsignalering.pages.cijfergrafieken import maand_in_tekst, waarde_in_tekst
from samenhang.schemes.vroegsignalering.queries.monitor import Monitor
from samenhang.web.bijlage import als_bijlage, bijlage
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.weergave import MAANDEN, in_tekst

KERN = ("signalen_per_1000", "bereik", "acceptatie_van_bereikten", "binnen_termijn")
TEGELS = (*KERN, "acceptatie_van_meldingen", "enkelvoudig", "pogingen_die_bereiken")
"""The headline figures in order of weight; the first four that there are stand on top."""
HOEVEEL_TEGELS = 4
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
    dag: date


def beeld_van(beeld: Monitor) -> dict[str, object]:
    """What the pages show of a monitor."""
    met_maand = [regel for regel in beeld.regels if regel.cijfer.maanden]
    hoeveel = len(beeld.gemeenten)
    return {
        "beeld": beeld,
        "wie": wie(beeld),
        "jaartekst": str(beeld.jaar),
        "drempel": DREMPEL,
        "overgenomen": herkomsten(beeld.overgenomen),
        "tegels": list(_tegels(beeld)),
        "grafieken": list(_grafieken(beeld)),
        "kern": [_regel(regel, hoeveel) for regel in met_maand if regel.cijfer.cel is None],
        "uitsplitsingen": _uitsplitsingen(met_maand, hoeveel),
        "jaren": [(str(jaar), jaar == beeld.jaar) for jaar in beeld.jaren],
        "verborgen": [_regel(regel) for regel in beeld.regels if not regel.cijfer.maanden],
        "waarschuwingen": [_regel(regel) for regel in beeld.waarschuwingen],
        "wachten": [maand_in_tekst(maand) for maand in beeld.wachten],
        "met_vorig": any(regel.vorig for regel in beeld.regels),
        "met_streef": any(regel.streef for regel in beeld.regels),
        "indicatoren": getoond(beeld),
    }


def jaar_van(tekst: str) -> int | None:
    """The year that was asked for, or None; raises `Geweigerd` for what is no year."""
    if not tekst:
        return None
    if not tekst.isdecimal() or len(tekst) != 4:
        raise Geweigerd(
            "jaar_onjuist", Tekst("Kies een jaar van vier cijfers.", "Choose a year of four digits.")
        )
    return int(tekst)


def als_bestand(uitvoer: str, beeld: Monitor) -> HttpResponse:
    """The monitor as CSV or JSON; an internal one says so in its name."""
    naam = f"monitor-{beeld.jaar}{'-intern' if beeld.intern else ''}.{uitvoer}"
    if uitvoer == "json":
        inhoud = MonitorUit.van(beeld).model_dump(mode="json", by_alias=True)
        return JsonResponse(
            inhoud, headers=als_bijlage(naam), json_dumps_params={"ensure_ascii": False, "indent": 1}
        )
    if uitvoer == "csv":
        return bijlage(monitor_als_csv(beeld, wie(beeld).nl), naam)
    raise Geweigerd("uitvoer_onbekend", Tekst("Kies csv of json.", "Choose csv or json."))


def _uitsplitsingen(regels: Sequence[Monitorregel], gemeenten: int) -> list[tuple[Indicator, list[Regel]]]:
    """The figures with classes, each with its lines."""
    per: dict[str, tuple[Indicator, list[Regel]]] = {}
    for regel in regels:
        if regel.cijfer.cel is not None:
            per.setdefault(regel.cijfer.indicator.naam, (regel.cijfer.indicator, []))[1].append(
                _regel(regel, gemeenten)
            )
    return list(per.values())


def _regel(regel: Monitorregel, gemeenten: int = 1) -> Regel:
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
        _deel(c.maanden, c.van, gemeenten) if c.maanden < c.van else None,
        waarde_in_tekst(regel.vorig.waarde) if regel.vorig and regel.vorig.waarde is not None else streep,
        streep if verschil is None else _met_teken(verschil),
        waarde_in_tekst(round(regel.streef.waarde, c.indicator.decimalen)) if regel.streef else streep,
        regel.gehaald,
        c.waarschuwing,
        c.peildatum,
    )  # fmt: skip


def _deel(maanden: int, van: int, gemeenten: int) -> Tekst:
    if gemeenten == 1:
        return Tekst(f"{maanden} van {van} maanden", f"{maanden} of {van} months")
    return Tekst(f"{maanden} van {van} maandcijfers", f"{maanden} of {van} monthly figures")


def _met_teken(verschil: Decimal) -> Tekst:
    tekst = waarde_in_tekst(abs(verschil))
    teken = "+" if verschil > 0 else "−" if verschil < 0 else "±"
    return Tekst(f"{teken}{tekst.nl}", f"{teken}{tekst.en}")


def _tegels(beeld: Monitor) -> Iterator[tuple[Tekst, Tekst, Tekst, Tekst]]:
    """The headline figures of the year: title, figure, unit, and how it compares."""
    er_zijn = [regel for naam in TEGELS for regel in beeld.van(naam) if regel.cijfer.waarde is not None]
    for regel in er_zijn[:HOEVEEL_TEGELS]:
        indicator, gelezen = regel.cijfer.indicator, _regel(regel)
        yield indicator.titel, gelezen.waarde, indicator.eenheid, _vergeleken(regel, gelezen)


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
        Tekst(f"{indicator.titel.nl}: {waarde.nl} over {beeld.jaar}", f"{indicator.titel.en}: {waarde.en} in {beeld.jaar}"),
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
        Tekst(f"{indicator.titel.nl} over {beeld.jaar}.", f"{indicator.titel.en} in {beeld.jaar}."),
        indicator.eenheid,
        [regel.cijfer.cel.titel for regel in regels if regel.cijfer.cel],
        reeksen,
        kop=Tekst("Klasse", "Class"),
        bron=_bron(indicator, beeld),
    )  # fmt: skip


def _getal(waarde: Decimal | None) -> float | None:
    return None if waarde is None else float(waarde)


def _bron(indicator: Indicator, beeld: Monitor) -> Tekst:
    hoe = (
        Tekst("intern, geteld op", "internal, counted on")
        if beeld.intern
        else Tekst("peildatum", "reference date")
    )
    return Tekst(
        f"eigen registratie, {hoe.nl} {beeld.peildatum}; definitie {indicator.herkomst.nl}",
        f"own registration, {hoe.en} {beeld.peildatum}; definition {indicator.herkomst.en}",
    )
