"""The figures of a line: the counts of a month, and what was published of them, by vintage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.cijfers.models import Vaststelling
from samenhang.kernel.logboek.operatie import inzien
from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.helplijn.domain.cijfers import (
    Contactcijfer,
    Gepubliceerd,
    Maandcijfers,
    Overdrachtcijfer,
    maandcijfers,
    tel,
)
from samenhang.schemes.helplijn.domain.overdracht import VERVALT
from samenhang.schemes.helplijn.domain.redenen import alle_titels
from samenhang.schemes.helplijn.models import Contact, Overdrachtstand
from samenhang.schemes.helplijn.queries.gemeenten import namen
from samenhang.schemes.helplijn.redenen import lijsten
from samenhang.schemes.helplijn.scheme import PLANNER, SCHEME, TEAMLEIDER

MAANDEN: Final = 13
"""How many months are counted again at each vintage, and shown: a year and the same month of the year before."""
NA: Final = VERVALT + timedelta(days=1)
"""So long after its end a month is published: its hand-overs have run out by then."""


@dataclass(frozen=True, slots=True)
class Lijncijfers:
    """The months of a line, the oldest first, with the names of the municipalities in them; `tot` is exclusive.

    `peildatums`: every vintage that there is, the newest first.
    """

    maanden: tuple[Maandcijfers, ...]
    namen: dict[str, str]
    tot: date
    peildatums: tuple[date, ...]


def tot_op(dag: date) -> date:
    """The first day of the month that is not to be published yet on a day."""
    return (dag - NA).replace(day=1)


def van_op(dag: date) -> date:
    """The first day of the first month that is counted on a day."""
    maanden = (tot := tot_op(dag)).year * 12 + tot.month - 1 - MAANDEN
    return date(maanden // 12, maanden % 12 + 1, 1)


def getelde_maanden(organisatie_id: UUID, dag: date) -> Iterator[tuple[date, dict[str, dict[str, int]]]]:
    """The exact counts of each month with something in it, as they stand now, the oldest first."""
    contacten: dict[date, list[Contactcijfer]] = defaultdict(list)
    over: dict[date, list[Overdrachtcijfer]] = defaultdict(list)
    begin, einde = begin_van(van_op(dag)), begin_van(tot_op(dag))
    for moment, code, uitgang, redenen in Contact.objects.filter(
        organisatie_id=organisatie_id, moment__gte=begin, moment__lt=einde
    ).values_list("moment", "gemeentecode", "uitgang", "redenen"):
        contacten[_maand(moment)].append(Contactcijfer(code, uitgang, tuple(redenen)))
    for moment, code, stand in Overdrachtstand.objects.filter(
        organisatie_id=organisatie_id, gemaakt__gte=begin, gemaakt__lt=einde
    ).values_list("gemaakt", "gemeentecode", "stand"):
        over[_maand(moment)].append(Overdrachtcijfer(code, stand))
    for maand in sorted({*contacten, *over}):
        yield maand, tel(contacten[maand], over[maand], alle_titels(lijsten()))


@inzien(SCHEME, "cijfers van de lijn bekijken")
def lijncijfers(actor: Actor, peildatum: date | None = None) -> Lijncijfers:
    """What this line published per month and municipality, as it stood at a vintage (default: the last)."""
    rol_vereist(actor, SCHEME.naam, TEAMLEIDER, PLANNER, "auditor")
    alles = Vaststelling.objects.filter(scheme=SCHEME.naam, organisatie_id=actor.organisatie)
    peildatums = tuple(alles.order_by("-peildatum").values_list("peildatum", flat=True).distinct())
    dag = min(peildatum or date.max, timezone.localdate())
    per_maand: dict[date, list[tuple[date, Gepubliceerd]]] = defaultdict(list)
    rijen = alles.filter(maand__gte=van_op(dag), peildatum__lte=dag).order_by("maand", "-peildatum")
    for rij in rijen:
        per_maand[rij.maand].append((rij.peildatum, rij.gepubliceerd))
    maanden = (maandcijfers(maand, peilingen) for maand, peilingen in per_maand.items())
    return Lijncijfers(tuple(rij for rij in maanden if rij is not None), namen(), tot_op(dag), peildatums)


def _maand(moment: datetime) -> date:
    return timezone.localdate(moment).replace(day=1)
