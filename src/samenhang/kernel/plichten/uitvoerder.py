"""Doing duties: take an item with a lease, do it in one transaction, let go.

A worker that is killed loses nothing: its transaction is rolled back and its lease runs out. An item that
fails is tried again, each time later, and stays visible until it succeeds.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.plichten.models import PlichtItem

log = logging.getLogger("samenhang.plichten")

LEASE = timedelta(minutes=15)
LANGSTE_WACHT = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Plicht:
    """A duty: `wat_moet(now, at most)` names the items that are due, `doe(item)` does one, twice is as once."""

    naam: str
    wat_moet: Callable[[datetime, int], Iterable[str]]
    doe: Callable[[str], None]


_PLICHTEN: dict[str, Plicht] = {}


def registreer(plicht: Plicht) -> Plicht:
    """Make a duty known to the workers of this deployment."""
    _PLICHTEN[plicht.naam] = plicht
    return plicht


def plichten() -> tuple[Plicht, ...]:
    """All known duties, by name."""
    return tuple(_PLICHTEN[naam] for naam in sorted(_PLICHTEN))


def neem(plicht: Plicht, item: str, nu: datetime) -> bool:
    """Take the lease on an item; False when another worker has it or it must wait."""
    with transaction.atomic():
        rij, nieuw = PlichtItem.objects.select_for_update(skip_locked=False).get_or_create(
            plicht=plicht.naam, item=item
        )
        bezet = rij.bezet_tot is not None and rij.bezet_tot > nu
        wacht = rij.niet_voor is not None and rij.niet_voor > nu
        if not nieuw and (bezet or wacht):
            return False
        rij.bezet_tot = nu + LEASE
        rij.pogingen += 1
        rij.save()
        return True


def werk(hoogstens: int = 100) -> int:
    """One round over all duties; gives how many items were done."""
    gedaan = 0
    for plicht in plichten():
        for item in list(plicht.wat_moet(timezone.now(), hoogstens)):
            if neem(plicht, item, timezone.now()):
                gedaan += _doe(plicht, item)
    return gedaan


def _doe(plicht: Plicht, item: str) -> int:
    try:
        with transaction.atomic():
            plicht.doe(item)
            PlichtItem.objects.filter(plicht=plicht.naam, item=item).delete()
    except Exception as fout:
        log.exception("plicht %s mislukt op %s", plicht.naam, item)
        rij = PlichtItem.objects.get(plicht=plicht.naam, item=item)
        wacht = min(LANGSTE_WACHT, timedelta(seconds=30) * 2 ** min(rij.pogingen, 12))
        rij.niet_voor = timezone.now() + wacht
        rij.bezet_tot = None
        rij.fout = f"{type(fout).__name__}: {fout}"[:2000]
        rij.save()
        return 0
    return 1


def mislukt() -> list[PlichtItem]:
    """What keeps failing, most tried first."""
    return list(PlichtItem.objects.filter(~Q(fout="")).order_by("-pogingen", "plicht", "item")[:200])


def werk_door(rust: float = 2.0, stop: Callable[[], bool] = lambda: False) -> None:
    """Work until `stop` says so, resting when there is nothing to do."""
    while not stop():
        if not werk():
            time.sleep(rust)
