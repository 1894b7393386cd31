"""How figures per month are shown, to who works with them and to anyone: tiles, charts and one table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.http import HttpResponse, JsonResponse

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.cijfers.berekening import REDENEN, Cijfer, Reden
from samenhang.kernel.cijfers.bescherming import DREMPEL
from samenhang.kernel.cijfers.publicatie import Publicatie, als_csv, herkomsten
from samenhang.kernel.scheme import Indicator
from samenhang.schemes.vroegsignalering.api.cijfers import CijfersUit
from samenhang.schemes.vroegsignalering.pages.cijfergrafieken import (
    dag_in_tekst,
    grafieken_van,
    maand_in_tekst,
    waarde_in_tekst,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.bijlage import als_bijlage, bijlage
from samenhang.web.weergave import in_tekst

TEGELS = ("signalen_per_1000", "bereik", "acceptatie_van_bereikten", "binnen_termijn")
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
    Reden.NIET_GETELD: (
        "·",
        Tekst(
            "nog niet gepubliceerd: de afloop volgt een maand later, en een klein verschil met een eerdere dag wacht",
            "not published yet: the course follows a month later, and a small difference with an earlier day waits",
        ),
    ),
}
"""Why a figure is not shown: a mark in the table, and what it says in the one legend above it."""


@dataclass(frozen=True, slots=True)
class Tabelcel:
    """What stands in one cell of the table: a figure with its counts, or the mark of why there is none."""

    tekst: Tekst
    uitleg: Tekst
    waarschuwing: bool
    teken: str = ""
    dag: Tekst | None = None


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


def als_bestand(
    uitvoer: str, gegeven: Publicatie | None, organisatie: str, *, openbaar: bool
) -> HttpResponse:
    """The figures as CSV or JSON; internal ones say so in their name."""
    naam = "cijfers-intern" if gegeven is not None and gegeven.intern else "cijfers"
    if uitvoer == "json":
        inhoud = CijfersUit.van(gegeven, openbaar=openbaar).model_dump(mode="json", by_alias=True)
        return JsonResponse(
            inhoud,
            headers=als_bijlage(f"{naam}.json"),
            json_dumps_params={"ensure_ascii": False, "indent": 1},
        )
    if uitvoer == "csv":
        return bijlage(als_csv(gegeven, organisatie, SCHEME), f"{naam}.csv")
    raise Geweigerd("uitvoer_onbekend", Tekst("Kies csv of json.", "Choose csv or json."))


def beeld_van(gegeven: Publicatie | None) -> dict[str, object]:
    """What the pages show of the figures."""
    if gegeven is None:
        return {"gegeven": None, "drempel": DREMPEL}
    eerder, gegeven = len(gegeven.maanden) > MAANDEN_OP_DE_PAGINA, _laatste(gegeven)
    alle = list(_rijen(gegeven))
    rijen = [rij for rij in alle if not rij.leeg]
    return {
        "gegeven": gegeven,
        "drempel": DREMPEL,
        "eerder": eerder,
        "overgenomen": herkomsten(paar for paar in gegeven.overgenomen.items() if paar[0] in gegeven.maanden),
        "tegels": list(_tegels(gegeven)),
        "grafieken": list(grafieken_van(gegeven)),
        "maanden": [
            (maand_in_tekst(maand), maand >= gegeven.peildatum.replace(day=1)) for maand in gegeven.maanden
        ],
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
    """The headline figures, each of the last whole month in which it is shown: title, figure, unit, which month."""
    for naam in TEGELS:
        getoond = [c for c in gegeven.cijfers if c.indicator.naam == naam and c.waarde is not None]
        heel = [c for c in getoond if c.maand < gegeven.peildatum.replace(day=1)]
        if getoond:
            laatste = (heel or getoond)[-1]
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
            cijfer.indicator,
            cijfer.cel.titel if cijfer.cel else None,
            tuple(_cel(c, met_dag=not gegeven.intern) for c in reeks),
        )


def _tekens(rijen: list[Tabelrij]) -> list[tuple[str, Tekst]]:
    """The legend of the table: the marks that stand in it."""
    gebruikt = {cel.teken for rij in rijen for cel in rij.cellen}
    return [(teken, betekenis) for teken, betekenis in TEKENS.values() if teken in gebruikt]


def _cel(cijfer: Cijfer, *, met_dag: bool = False) -> Tabelcel:
    if cijfer.waarde is None or cijfer.reden is not None:
        reden = Reden(cijfer.reden or Reden.NIET_GETELD)
        return Tabelcel(Tekst("–", "–"), REDENEN[reden], False, TEKENS[reden][0])
    van = Tekst("{teller} van {noemer}", "{teller} of {noemer}").met(
        teller=in_tekst(cijfer.teller), noemer=in_tekst(cijfer.noemer)
    )
    dag = dag_in_tekst(cijfer.peildatum) if met_dag else None
    return Tabelcel(waarde_in_tekst(cijfer.waarde), van, cijfer.waarschuwing, "", dag)
