"""The monitor of a year and the municipality's own targets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.cijfers.bescherming import DREMPEL
from samenhang.kernel.cijfers.jaar import Jaarcijfer, Monitorregel
from samenhang.kernel.cijfers.publicatie import kopregels
from samenhang.kernel.scheme import Indicator
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.api.cijfers import CijferUit, IndicatorUit, OvergenomenUit
from samenhang.schemes.vroegsignalering.queries.monitor import Monitor
from samenhang.schemes.vroegsignalering.scheme import SCHEME

routes = Routes()
KOLOMMEN = (
    "indicator", "klasse", "jaar", "waarde", "eenheid", "teller", "noemer", "reden", "maanden", "van", "vorig_jaar", "verschil", "streefwaarde",
    "gehaald", "waarschuwing", "peildatum", "voorbehoud", "bron", "bronstatus",
)  # fmt: skip


class StreefUit(Uitvoer):
    """A target, and from when."""

    vanaf: date
    waarde: Annotated[str, Field(examples=["25.0"])]
    reden: str


class JaarcijferUit(Uitvoer):
    """A figure of the year, of the same months a year earlier, and the target. Values are text, decimals as published."""

    indicator: str
    klasse: str | None
    waarde: Annotated[str | None, Field(examples=["20.0"])]
    teller: int | None
    noemer: int | None
    reden: Annotated[str | None, Field(description="Waarom er geen waarde is")]
    maanden: Annotated[
        int, Field(description="Over hoeveel maanden: die waarin teller en noemer te tonen zijn")
    ]
    van: Annotated[int, Field(description="Hoeveel maanden zijn gepubliceerd")]
    vorig_jaar: Annotated[str | None, Field(description="Dezelfde maanden, een jaar eerder")]
    verschil: str | None
    streefwaarde: StreefUit | None
    gehaald: bool | None
    waarschuwing: Annotated[bool, Field(description="Buiten de vangrail: onwaarschijnlijk, ga het na")]
    peildatum: date

    @classmethod
    def van_regel(cls, regel: Monitorregel) -> JaarcijferUit:
        """From a line of the monitor."""
        cijfer, streef = regel.cijfer, regel.streef
        return cls(
            indicator=cijfer.indicator.naam,
            klasse=cijfer.cel.naam if cijfer.cel else None,
            waarde=_tekst(cijfer.waarde),
            teller=cijfer.teller,
            noemer=cijfer.noemer,
            reden=cijfer.reden.value if cijfer.reden else None,
            maanden=cijfer.maanden,
            van=cijfer.van,
            vorig_jaar=_tekst(regel.vorig.waarde) if regel.vorig else None,
            verschil=_tekst(regel.verschil),
            streefwaarde=StreefUit(vanaf=streef.vanaf, waarde=str(streef.waarde), reden=streef.reden)
            if streef
            else None,
            gehaald=regel.gehaald,
            waarschuwing=cijfer.waarschuwing,
            peildatum=cijfer.peildatum,
        )


def _tekst(waarde: Decimal | None) -> str | None:
    return None if waarde is None else str(waarde)


class MonitorUit(Uitvoer):
    """The year as published: every figure, its months, and what every figure means."""

    jaar: int
    peildatum: date | None
    intern: Annotated[bool, Field(description="Precieze aantallen, ook kleine: niet publiceren")]
    gemeenten: Annotated[list[str], Field(description="De gemeentecodes waarvan de cijfers zijn opgeteld")]
    drempel: Annotated[int, Field(description="Aantallen van 1 tot dit getal worden nergens gepubliceerd")]
    maanden: list[str]
    wachten: Annotated[list[str], Field(description="Geteld, en nog niet gepubliceerd: de maand loopt nog")]
    jaren: Annotated[list[int], Field(description="De jaren waarvan cijfers zijn gepubliceerd")]
    overgenomen: list[OvergenomenUit]
    indicatoren: list[IndicatorUit]
    jaarcijfers: list[JaarcijferUit]
    maandcijfers: list[CijferUit]

    @classmethod
    def van(cls, beeld: Monitor) -> MonitorUit:
        """From the query's record."""
        return cls(
            jaar=beeld.jaar,
            peildatum=beeld.peildatum,
            intern=beeld.intern,
            gemeenten=[gemeente.gemeentecode or "" for gemeente in beeld.gemeenten],
            drempel=DREMPEL,
            maanden=[f"{maand:%Y-%m}" for maand in beeld.maanden],
            wachten=[f"{maand:%Y-%m}" for maand in beeld.wachten],
            jaren=list(beeld.jaren),
            overgenomen=OvergenomenUit.reeks(beeld.overgenomen),
            indicatoren=[IndicatorUit.van(indicator) for indicator in getoond(beeld)],
            jaarcijfers=[JaarcijferUit.van_regel(regel) for regel in beeld.regels],
            maandcijfers=[CijferUit.van(cijfer) for cijfer in beeld.maandcijfers],
        )


def getoond(beeld: Monitor) -> list[Indicator]:
    """The figures that this monitor is about, each once."""
    namen = {regel.cijfer.indicator.naam for regel in beeld.regels}
    return [indicator for indicator in SCHEME.indicatoren if not namen or indicator.naam in namen]


def monitor_als_csv(beeld: Monitor, organisatie: str) -> str:
    """The year as CSV, one row per figure, after lines that start with # and say what they are."""
    kop = (
        f"# {SCHEME.titel.nl} · {organisatie} · {beeld.jaar} · peildatum {beeld.peildatum or 'nog geen'}\n"
        f"{kopregels(beeld.intern, beeld.overgenomen)}"
        "# Een jaarcijfer telt de maanden op die te tonen zijn; maanden en van zeggen hoeveel\n"
    )
    return kop + als_csv(KOLOMMEN, [_cellen(regel, beeld.jaar) for regel in beeld.regels])


def _cellen(regel: Monitorregel, jaar: int) -> tuple[object, ...]:
    c: Jaarcijfer = regel.cijfer
    gehaald = {True: "J", False: "N", None: ""}[regel.gehaald]
    return tuple(
        "" if cel is None else cel
        for cel in (
            c.indicator.naam, c.cel.naam if c.cel else None, jaar, c.waarde, c.indicator.eenheid.nl, c.teller, c.noemer, c.reden.value if c.reden else None,
            c.maanden, c.van, regel.vorig.waarde if regel.vorig else None, regel.verschil, regel.streef.waarde if regel.streef else None, gehaald,
            "J" if c.waarschuwing else "N", c.peildatum, c.indicator.voorbehoud.nl, c.indicator.bron, c.indicator.bronstatus,
        )
    )  # fmt: skip


class Monitorvraag(Invoer):
    """Which year and vintage."""

    jaar: Annotated[int | None, Field(ge=2021, le=2100, examples=[2026])] = None
    peildatum: Annotated[
        Dag | None, Field(description="Zoals gepubliceerd op deze dag; leeg: de laatste")
    ] = None


@routes.get("/monitor", summary="Monitor van een jaar")
def monitor(request: HttpRequest, vraag: Query[Monitorvraag]) -> MonitorUit:
    """The figures of a year beside last year and the own targets, with definitions, sources and vintage."""
    return MonitorUit.van(queries.monitor(actor_van_verzoek(request), vraag.jaar, vraag.peildatum))


@routes.get("/monitorbestand", summary="Monitor van een jaar als CSV", media="text/csv")
def monitorbestand(request: HttpRequest, vraag: Query[Monitorvraag]) -> HttpResponse:
    """The same as CSV; lines that start with # say what they are."""
    actor = actor_van_verzoek(request)
    inhoud = monitor_als_csv(queries.monitor(actor, vraag.jaar, vraag.peildatum), actor.organisatienaam)
    return HttpResponse(inhoud, content_type="text/csv; charset=utf-8")


class Jaarvraag(Invoer):
    """Which year."""

    jaar: Annotated[int | None, Field(ge=2021, le=2100, examples=[2026])] = None


@routes.get("/monitor/intern", summary="Interne monitor van een jaar")
def interne_monitor(request: HttpRequest, vraag: Query[Jaarvraag]) -> MonitorUit:
    """The same from the exact counts of the last count, running months too; not to be published."""
    return MonitorUit.van(queries.interne_monitor(actor_van_verzoek(request), vraag.jaar))


class OpenbareJaarvraag(Jaarvraag):
    """Which year, and of which municipality."""

    gemeente: Annotated[
        str,
        Field(pattern=r"^([0-9]{4})?$", examples=["9901"], description="Leeg: alle gemeenten van deze omgeving samen"),
    ] = ""  # fmt: skip


@routes.get("/openbaar/monitor", summary="Openbare monitor van een jaar", auth=None, fouten=(404,))
def openbare_monitor(request: HttpRequest, vraag: Query[OpenbareJaarvraag]) -> MonitorUit:
    """The public figures of a year of a municipality, or of all here together; no login."""
    return MonitorUit.van(queries.openbare_monitor(vraag.gemeente, vraag.jaar))


@routes.get(
    "/openbaar/monitorbestand", summary="Openbare monitor als CSV", auth=None, media="text/csv", fouten=(404,)
)
def openbaar_monitorbestand(request: HttpRequest, vraag: Query[OpenbareJaarvraag]) -> HttpResponse:
    """The same as CSV; lines that start with # say what they are."""
    beeld = queries.openbare_monitor(vraag.gemeente, vraag.jaar)
    inhoud = monitor_als_csv(beeld, wie(beeld).nl)
    return HttpResponse(inhoud, content_type="text/csv; charset=utf-8")


def wie(beeld: Monitor) -> Tekst:
    """Whose figures these are, for a heading."""
    if len(beeld.gemeenten) == 1:
        naam = beeld.gemeenten[0].onderscheidend
        return Tekst(naam, naam)
    return Tekst(f"{len(beeld.gemeenten)} gemeenten samen", f"{len(beeld.gemeenten)} municipalities together")


class StreefwaardeIn(Invoer):
    """A target for one figure from a day, and where it comes from."""

    indicator: Annotated[str, Field(max_length=60, examples=["bereik"])]
    vanaf: Dag
    waarde: Annotated[str, Field(pattern=r"^[0-9]{1,4}(\.[0-9]{1,2})?$", examples=["25.0"])]
    reden: Annotated[
        str, Field(min_length=1, max_length=300, examples=["beleidsplan schuldhulpverlening 2026, doel 3"])
    ]


class StreefwaardeUit(Uitvoer):
    """The target as recorded."""

    indicator: str
    vanaf: date
    waarde: str
    reden: str


@routes.post("/streefwaarden", summary="Streefwaarde vastleggen", status=201)
def leg_streefwaarde_vast(request: HttpRequest, invoer: StreefwaardeIn) -> StreefwaardeUit:
    """Record a target of the own municipality; earlier ones keep what they were compared with."""
    rij = actions.leg_streefwaarde_vast(
        actor_van_verzoek(request), invoer.indicator, invoer.vanaf, Decimal(invoer.waarde), invoer.reden
    )
    return StreefwaardeUit(indicator=rij.indicator, vanaf=rij.vanaf, waarde=str(rij.waarde), reden=rij.reden)
