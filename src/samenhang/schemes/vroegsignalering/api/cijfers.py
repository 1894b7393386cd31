"""The figures: for who works with them, and the public part for anyone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer, TweetaligUit, Uitvoer
from samenhang.kernel.cijfers.berekening import REDENEN, Cijfer
from samenhang.kernel.cijfers.bescherming import DREMPEL
from samenhang.kernel.cijfers.publicatie import Publicatie, als_csv
from samenhang.kernel.scheme import Indicator
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.scheme import SCHEME

routes = Routes()


class IndicatorUit(Uitvoer):
    """What a figure is: definition, formula, scope, qualifier and source."""

    naam: Annotated[str, Field(examples=["bereik"])]
    titel: TweetaligUit
    definitie: TweetaligUit
    formule: TweetaligUit
    eenheid: TweetaligUit
    bereik: TweetaligUit
    voorbehoud: TweetaligUit
    bron: str
    bronstatus: Literal["bevestigd", "ongeverifieerd", "eigen"]
    openbaar: bool

    @classmethod
    def van(cls, indicator: Indicator) -> IndicatorUit:
        """From the declaration of the scheme."""
        teksten = ("titel", "definitie", "formule", "eenheid", "bereik", "voorbehoud")
        return cls.model_validate(
            {veld: TweetaligUit.van(getattr(indicator, veld)) for veld in teksten}
            | {veld: getattr(indicator, veld) for veld in ("naam", "bron", "bronstatus", "openbaar")}
        )


class CijferUit(Uitvoer):
    """One figure, or why it is not shown. `waarde` is text, so that its decimals stay as published."""

    indicator: str
    maand: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}$", examples=["2026-10"])]
    klasse: Annotated[str | None, Field(description="Klasse van de uitsplitsing, null: het geheel")]
    waarde: Annotated[str | None, Field(examples=["20.0"])]
    teller: int | None
    noemer: int | None
    reden: Annotated[str | None, Field(description="Waarom er geen waarde is")]
    uitleg: TweetaligUit | None
    waarschuwing: Annotated[bool, Field(description="Buiten de vangrail: onwaarschijnlijk, ga het na")]
    peildatum: date

    @classmethod
    def van(cls, cijfer: Cijfer) -> CijferUit:
        """From a computed figure."""
        waarde: Decimal | None = cijfer.waarde
        return cls(
            indicator=cijfer.indicator.naam,
            maand=f"{cijfer.maand:%Y-%m}",
            klasse=cijfer.cel.naam if cijfer.cel else None,
            waarde=None if waarde is None else str(waarde),
            teller=cijfer.teller,
            noemer=cijfer.noemer,
            reden=cijfer.reden.value if cijfer.reden else None,
            uitleg=TweetaligUit.van(REDENEN[cijfer.reden]) if cijfer.reden else None,
            waarschuwing=cijfer.waarschuwing,
            peildatum=cijfer.peildatum,
        )


class OvergenomenUit(Uitvoer):
    """A month that was not counted here, and by which program or document it was."""

    maand: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}$", examples=["2025-10"])]
    herkomst: str

    @classmethod
    def reeks(cls, overgenomen: Iterable[tuple[date, str]]) -> list[OvergenomenUit]:
        """Each month, oldest first."""
        return [cls(maand=f"{maand:%Y-%m}", herkomst=herkomst) for maand, herkomst in sorted(overgenomen)]


class CijfersUit(Uitvoer):
    """The publication at a vintage, with what every figure means."""

    peildatum: date | None
    intern: Annotated[bool, Field(description="Precieze aantallen, ook kleine: niet publiceren")]
    drempel: Annotated[int, Field(description="Aantallen van 1 tot dit getal worden nergens gepubliceerd")]
    overgenomen: list[OvergenomenUit]
    indicatoren: list[IndicatorUit]
    cijfers: list[CijferUit]

    @classmethod
    def van(cls, gegeven: Publicatie | None, *, openbaar: bool) -> CijfersUit:
        """From a publication; an empty one when nothing was published yet."""
        return cls(
            peildatum=gegeven.peildatum if gegeven else None,
            intern=bool(gegeven and gegeven.intern),
            drempel=DREMPEL,
            overgenomen=OvergenomenUit.reeks(gegeven.overgenomen.items() if gegeven else ()),
            indicatoren=[IndicatorUit.van(i) for i in SCHEME.indicatoren if i.openbaar or not openbaar],
            cijfers=[CijferUit.van(c) for c in gegeven.cijfers] if gegeven else [],
        )


class Cijfervraag(Invoer):
    """Which vintage."""

    peildatum: Annotated[
        Dag | None, Field(description="Zoals gepubliceerd op deze dag; leeg: de laatste")
    ] = None


class OpenbareVraag(Cijfervraag):
    """Which municipality and vintage."""

    gemeente: Annotated[str, Field(pattern=r"^[0-9]{4}$", examples=["9901"], description="Gemeentecode")]


@routes.get("/cijfers", summary="Cijfers")
def cijfers(request: HttpRequest, vraag: Query[Cijfervraag]) -> CijfersUit:
    """The figures of the own municipality as published, with definitions, sources and vintage."""
    return CijfersUit.van(queries.cijfers(actor_van_verzoek(request), vraag.peildatum), openbaar=False)


@routes.get("/cijfers/intern", summary="Interne cijfers")
def interne_cijfers(request: HttpRequest) -> CijfersUit:
    """The figures of the own municipality as counted last: exact and provisional, not to be published."""
    return CijfersUit.van(queries.interne_cijfers(actor_van_verzoek(request)), openbaar=False)


@routes.get("/openbaar/cijfers", summary="Openbare cijfers", auth=None, fouten=(404,))
def openbare_cijfers(request: HttpRequest, vraag: Query[OpenbareVraag]) -> CijfersUit:
    """The public figures of a municipality; no login."""
    _, gegeven = queries.openbare_cijfers(vraag.gemeente, vraag.peildatum)
    return CijfersUit.van(gegeven, openbaar=True)


@routes.get(
    "/openbaar/cijferbestand", summary="Openbare cijfers als CSV", auth=None, media="text/csv", fouten=(404,)
)
def openbaar_cijferbestand(request: HttpRequest, vraag: Query[OpenbareVraag]) -> HttpResponse:
    """The public figures of a municipality as CSV; lines that start with # say what they are."""
    gemeente, gegeven = queries.openbare_cijfers(vraag.gemeente, vraag.peildatum)
    inhoud = als_csv(gegeven, gemeente.onderscheidend, SCHEME)
    return HttpResponse(inhoud, content_type="text/csv; charset=utf-8")


class VastgesteldUit(Uitvoer):
    """The vintage that was set, its months, and those of which something was published."""

    peildatum: date | None
    maanden: list[str]
    gepubliceerd: list[str]


class GeteldUit(Uitvoer):
    """The day of the count, and its months."""

    peildatum: date | None
    maanden: list[str]


@routes.post("/cijfers/tellingen", summary="Cijfers tellen", status=201)
def tel_cijfers(request: HttpRequest) -> GeteldUit:
    """Count as of now for the own eyes; nothing is published."""
    rijen = actions.tel_cijfers(actor_van_verzoek(request))
    return GeteldUit(
        peildatum=rijen[-1].peildatum if rijen else None, maanden=[f"{rij.maand:%Y-%m}" for rij in rijen]
    )


@routes.post("/cijfers/vaststellingen", summary="Cijfers vaststellen", status=201)
def stel_cijfers_vast(request: HttpRequest) -> VastgesteldUit:
    """Count and publish as of today; twice on one day is once."""
    rijen = actions.stel_cijfers_vast(actor_van_verzoek(request))
    return VastgesteldUit(
        peildatum=rijen[-1].peildatum if rijen else None,
        maanden=[f"{rij.maand:%Y-%m}" for rij in rijen],
        gepubliceerd=[f"{rij.maand:%Y-%m}" for rij in rijen if rij.gepubliceerd],
    )


class InwonertalIn(Invoer):
    """The residents from a day, with the source."""

    vanaf: Dag
    aantal: Annotated[int, Field(ge=1, le=20_000_000, examples=[52341])]
    bron: Annotated[str, Field(min_length=1, max_length=200, examples=["CBS StatLine 70072ned, 2026"])]


class InwonertalUit(Uitvoer):
    """The number as recorded."""

    vanaf: date
    aantal: int
    bron: str


@routes.post("/inwonertallen", summary="Inwonertal vastleggen", status=201)
def leg_inwonertal_vast(request: HttpRequest, invoer: InwonertalIn) -> InwonertalUit:
    """Record the residents of the own municipality; used from the next reference date."""
    rij = actions.leg_inwonertal_vast(actor_van_verzoek(request), invoer.vanaf, invoer.aantal, invoer.bron)
    return InwonertalUit(vanaf=rij.vanaf, aantal=rij.aantal, bron=rij.bron)
