"""The monitor of a year beside last year and the municipality's own targets: as published, as counted, or of all together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.cijfers.berekening import Cijfer
from samenhang.kernel.cijfers.jaar import Monitorregel, Streef, samen, vergelijk
from samenhang.kernel.cijfers.models import Telling
from samenhang.kernel.cijfers.publicatie import Publicatie, publicatie
from samenhang.kernel.cijfers.publicatie import interne_cijfers as van_binnen
from samenhang.kernel.cijfers.streefwaarden import streefwaarden_op
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.queries.cijfers import (
    LEZERS,
    gemeenten_met_cijfers,
    openbare_cijfers,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME

EERSTE_JAAR = 2021
"""Early detection is a duty since 1 January 2021."""


@dataclass(frozen=True, slots=True)
class Monitor:
    """The year at a vintage: per figure a line, and the months behind it.

    `intern`: exact, for the organisation's own eyes. `wachten` are the months of the year that were counted and
    of which nothing is published yet. `gemeenten` are those whose figures are added up. `overgenomen`: months of this
    year and the last that another program counted, with which.
    """

    jaar: int
    peildatum: date | None
    maanden: tuple[date, ...]
    regels: tuple[Monitorregel, ...]
    maandcijfers: tuple[Cijfer, ...]
    vorige_maandcijfers: tuple[Cijfer, ...]
    jaren: tuple[int, ...]
    intern: bool = False
    wachten: tuple[date, ...] = ()
    gemeenten: tuple[Organisatie, ...] = ()
    overgenomen: tuple[tuple[date, str], ...] = ()

    @property
    def waarschuwingen(self) -> tuple[Monitorregel, ...]:
        """The figures outside what occurs nationally."""
        return tuple(regel for regel in self.regels if regel.cijfer.waarschuwing)

    def van(self, indicator: str) -> tuple[Monitorregel, ...]:
        """The lines of one figure: one, or one per class."""
        return tuple(regel for regel in self.regels if regel.cijfer.indicator.naam == indicator)


@query(SCHEME, "monitor bekijken")
def monitor(actor: Actor, jaar: int | None = None, peildatum: date | None = None) -> Monitor:
    """The monitor of the own municipality over a year (default: the last one with figures), from what was published.

    Raises `Geweigerd` for a year in which there was no early detection yet, or that has yet to begin.
    """
    rol_vereist(actor, SCHEME.naam, *LEZERS)
    return _van_gemeente(actor, publicatie(SCHEME, actor.organisatie, peildatum), jaar)


@query(SCHEME, "interne monitor bekijken")
def interne_monitor(actor: Actor, jaar: int | None = None) -> Monitor:
    """The same from the exact counts of the last time it was counted, running months too; not to be published."""
    rol_vereist(actor, SCHEME.naam, *LEZERS)
    return _van_gemeente(actor, van_binnen(SCHEME, actor.organisatie), jaar)


def openbare_monitor(gemeentecode: str = "", jaar: int | None = None) -> Monitor:
    """The public monitor of a municipality, or without a code of all that published here together; for anyone.

    Made of published figures only, so it says nothing that they do not say. Raises `Geweigerd`: 404 for an unknown
    code, and for an impossible year.
    """
    _controleer(jaar)
    if gemeentecode:
        gemeente, gegeven = openbare_cijfers(gemeentecode)
        return _maak([gegeven] if gegeven else [], jaar, [gemeente])
    gemeenten = gemeenten_met_cijfers()
    gegeven_van = [publicatie(SCHEME, gemeente.id, alleen_openbaar=True) for gemeente in gemeenten]
    return _maak([gegeven for gegeven in gegeven_van if gegeven], jaar, gemeenten)


def _van_gemeente(actor: Actor, gegeven: Publicatie | None, jaar: int | None) -> Monitor:
    _controleer(jaar)
    return _maak([gegeven] if gegeven else [], jaar, [Organisatie.objects.get(id=actor.organisatie)])


def _controleer(jaar: int | None) -> None:
    dit_jaar = timezone.localdate().year
    if jaar is not None and not EERSTE_JAAR <= jaar <= dit_jaar:
        raise Geweigerd(
            "jaar_onjuist",
            Tekst(f"Kies een jaar van {EERSTE_JAAR} tot en met {dit_jaar}.", f"Choose a year from {EERSTE_JAAR} to {dit_jaar}."),
        )  # fmt: skip


def _maak(publicaties: list[Publicatie], jaar: int | None, gemeenten: list[Organisatie]) -> Monitor:
    jaren = tuple(sorted({maand.year for p in publicaties for maand in p.maanden}, reverse=True))
    gekozen = jaar or (jaren[0] if jaren else timezone.localdate().year)
    dit, vorig = _van(publicaties, gekozen), _van(publicaties, gekozen - 1)
    maanden = tuple(sorted({cijfer.maand for cijfer in dit}))
    peildatum = max((p.peildatum for p in publicaties), default=None)
    streefwaarden: Mapping[str, Streef] = {}
    if len(gemeenten) == 1:
        dag = min(date(gekozen, 12, 31), peildatum or timezone.localdate())
        streefwaarden = streefwaarden_op(SCHEME, gemeenten[0].id, dag)
    geteld = Telling.objects.filter(
        scheme=SCHEME.naam, organisatie__in=[g.id for g in gemeenten], maand__year=gekozen
    )
    wachten = set(geteld.values_list("maand", flat=True)) - set(maanden)
    return Monitor(
        gekozen,
        max((cijfer.peildatum for cijfer in dit), default=None),
        maanden,
        vergelijk(dit, vorig, streefwaarden),
        samen(dit) if len(publicaties) > 1 else dit,
        samen(vorig) if len(publicaties) > 1 else vorig,
        jaren,
        any(p.intern for p in publicaties),
        tuple(sorted(wachten)),
        tuple(gemeenten),
        tuple(_overgenomen(publicaties, gekozen, {g.id: g.naam for g in gemeenten})),
    )


def _overgenomen(
    publicaties: list[Publicatie], jaar: int, namen: Mapping[UUID, str]
) -> Iterator[tuple[date, str]]:
    for gegeven in publicaties:
        van = f"{namen[gegeven.organisatie_id]}: " if len(publicaties) > 1 else ""
        for maand, bron in gegeven.overgenomen.items():
            if maand.year in (jaar - 1, jaar):
                yield maand, f"{van}{bron}"


def _van(publicaties: list[Publicatie], jaar: int) -> tuple[Cijfer, ...]:
    return tuple(cijfer for p in publicaties for cijfer in p.cijfers if cijfer.maand.year == jaar)
