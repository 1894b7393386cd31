"""The figures of a line: months that are over, with small numbers protected."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.utils import timezone

from samenhang.kernel.logboek.operatie import inzien
from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.helplijn.domain.cijfers import (
    Contactcijfer,
    Maandcijfers,
    Overdrachtcijfer,
    maandcijfers,
)
from samenhang.schemes.helplijn.domain.overdracht import VERVALT
from samenhang.schemes.helplijn.domain.redenen import alle_titels
from samenhang.schemes.helplijn.models import Contact, Overdrachtstand
from samenhang.schemes.helplijn.queries.gemeenten import namen
from samenhang.schemes.helplijn.redenen import lijsten
from samenhang.schemes.helplijn.scheme import PLANNER, SCHEME, TEAMLEIDER

MAANDEN: Final = 13
"""How many months are shown: a year and the same month of the year before."""


@dataclass(frozen=True, slots=True)
class Lijncijfers:
    """The months of a line, the oldest first, with the names of the municipalities in them."""

    maanden: tuple[Maandcijfers, ...]
    namen: dict[str, str]
    tot: date


@inzien(SCHEME, "cijfers van de lijn bekijken")
def lijncijfers(actor: Actor) -> Lijncijfers:
    """What this line counted per month and municipality.

    A month is shown once its hand-overs have run out: a figure that still moves would give away what moved.
    """
    rol_vereist(actor, SCHEME.naam, TEAMLEIDER, PLANNER, "auditor")
    vandaag = timezone.localdate()
    tot = (vandaag - VERVALT - timedelta(days=1)).replace(day=1)
    van = tot
    for _ in range(MAANDEN):
        van = (van - timedelta(days=1)).replace(day=1)
    contacten: dict[date, list[Contactcijfer]] = defaultdict(list)
    over: dict[date, list[Overdrachtcijfer]] = defaultdict(list)
    eigen = {"organisatie_id": actor.organisatie}
    begin, einde = begin_van(van), begin_van(tot)
    for moment, code, uitgang, redenen in Contact.objects.filter(
        **eigen, moment__gte=begin, moment__lt=einde
    ).values_list("moment", "gemeentecode", "uitgang", "redenen"):
        contacten[_maand(moment)].append(Contactcijfer(code, uitgang, tuple(redenen)))
    for moment, code, stand in Overdrachtstand.objects.filter(
        **eigen, gemaakt__gte=begin, gemaakt__lt=einde
    ).values_list("gemaakt", "gemeentecode", "stand"):
        over[_maand(moment)].append(Overdrachtcijfer(code, stand))
    redenen_ = list(alle_titels(lijsten()))
    maanden = sorted({*contacten, *over})
    return Lijncijfers(
        tuple(maandcijfers(maand, contacten[maand], over[maand], redenen_) for maand in maanden), namen(), tot
    )


def _maand(moment: datetime) -> date:
    return timezone.localdate(moment).replace(day=1)
