"""Doing duties: note the attempt, lock the item, ask whether it is still due, do it, all in one transaction.

A worker that is killed loses nothing: its transaction is rolled back, its lock falls, and after `WACHT` another
tries. An item that fails is tried again, each time later, and stays visible until it succeeds. Two workers never
do one item at once: the row is locked (PostgreSQL skips it, SQLite lets one writer in at a time), and who gets it
next finds it no longer due.
"""

from __future__ import annotations

import logging
import random
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import Error, close_old_connections, connection, transaction
from django.utils import timezone

from samenhang.kernel import incidenten
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.onderhoud import onderhoud
from samenhang.kernel.plichten.models import PlichtItem

log = logging.getLogger("samenhang.plichten")

WACHT = timedelta(seconds=30)
LANGSTE_WACHT = timedelta(hours=6)
HOOGSTENS = 100


@dataclass(frozen=True, slots=True)
class Plicht:
    """A duty: `wat_moet(now, at most)` names the items that are due, `doe(item)` does one, twice is as once.

    `daarna` runs after a round in which something was done, outside any transaction.
    """

    naam: str
    wat_moet: Callable[[datetime, int], Iterable[str]]
    doe: Callable[[str], None]
    daarna: Callable[[], None] | None = None


_PLICHTEN: dict[str, Plicht] = {}


def registreer(plicht: Plicht) -> Plicht:
    """Make a duty known to the workers of this deployment."""
    _PLICHTEN[plicht.naam] = plicht
    return plicht


def plichten(alleen: Collection[str] = ()) -> tuple[Plicht, ...]:
    """All known duties, by name, or only those with these names; an unknown name is a `Geweigerd`."""
    if onbekend := sorted(set(alleen) - set(_PLICHTEN)):
        raise Geweigerd(
            "plicht_onbekend",
            Tekst(
                f"Er is geen plicht {onbekend[0]}. Kies uit: {', '.join(sorted(_PLICHTEN))}.",
                f"There is no duty {onbekend[0]}. Choose from: {', '.join(sorted(_PLICHTEN))}.",
            ),
        )
    return tuple(_PLICHTEN[naam] for naam in sorted(alleen or _PLICHTEN))


def wacht_na(pogingen: int) -> timedelta:
    """How long to wait after so many attempts: half a minute, doubled each time, at most six hours."""
    keer: int = 2 ** min(pogingen - 1, 12)
    return min(LANGSTE_WACHT, WACHT * keer)


def werk(
    hoogstens: int = HOOGSTENS,
    stop: Callable[[], bool] = lambda: False,
    gekozen: Sequence[Plicht] = (),
) -> int:
    """One round over all duties, or the chosen ones; gives how many items were done. `stop` is asked between items."""
    gedaan = 0
    for plicht in gekozen or plichten():
        eigen, items = 0, deque(plicht.wat_moet(timezone.now(), hoogstens))
        while items:
            if stop():
                return gedaan + eigen
            if doe_een(plicht, items.popleft(), hoogstens):
                eigen += 1
            elif items:  # another worker may walk the same list: go on elsewhere in it
                items.rotate(-random.randrange(len(items)))  # nosec B311
        if eigen and plicht.daarna is not None:
            plicht.daarna()
        gedaan += eigen
    return gedaan


def doe_een(plicht: Plicht, item: str, hoogstens: int = HOOGSTENS) -> bool:
    """Do one item; False when another worker has it, it must wait, it is no longer due, or it fails."""
    poging = _begin(plicht, item)
    if not poging:
        return False
    try:
        with transaction.atomic():
            rij = _op_slot(plicht, item)
            if rij is None or rij.pogingen != poging:
                return False
            nodig = item in set(plicht.wat_moet(timezone.now(), hoogstens))
            if nodig:
                plicht.doe(item)
            rij.delete()
            return nodig
    except Exception as fout:
        _mislukt(plicht, item, fout)
        return False


def _op_slot(plicht: Plicht, item: str) -> PlichtItem | None:
    """The row of the item, locked until the end of the transaction; None when someone else holds it."""
    overslaan = connection.features.has_select_for_update_skip_locked
    return (
        PlichtItem.objects.select_for_update(skip_locked=overslaan)
        .filter(plicht=plicht.naam, item=item)
        .first()
    )


def _begin(plicht: Plicht, item: str) -> int:
    """Note an attempt, before the work and apart from it, so that also one that kills its worker is counted.

    Gives the number of the attempt; 0 when the item is taken or must wait.
    """
    nu = timezone.now()
    with transaction.atomic():
        PlichtItem.objects.bulk_create([PlichtItem(plicht=plicht.naam, item=item)], ignore_conflicts=True)
        rij = _op_slot(plicht, item)
        if rij is None or any(tot is not None and tot > nu for tot in (rij.bezet_tot, rij.niet_voor)):
            return 0
        rij.pogingen += 1
        rij.bezet_tot = nu + wacht_na(rij.pogingen)
        rij.save(update_fields=["pogingen", "bezet_tot", "bijgewerkt"])
        return rij.pogingen


def _mislukt(plicht: Plicht, item: str, fout: Exception) -> None:
    """Keep what went wrong without its content: what a database says may hold a name or an address."""
    if isinstance(fout, Geweigerd):
        nl, en = f"{fout.tekst.nl} ({fout.code})", f"{fout.tekst.en} ({fout.code})"
        log.warning("plicht %s geweigerd op %s: %s", plicht.naam, item, fout.code)
    else:
        nummer = incidenten.meld(fout, "plicht", plicht=plicht.naam, item=item)
        nl = en = f"{type(fout).__name__} (incident {nummer})"
    with transaction.atomic():
        rij = _op_slot(plicht, item)
        if rij is not None:
            rij.niet_voor = timezone.now() + wacht_na(rij.pogingen)
            rij.bezet_tot = None
            rij.fout, rij.fout_en = nl[:2000], en[:2000]
            rij.save()


def storing(plicht: str, item: str) -> PlichtItem | None:
    """What went wrong with an item that waits for its next attempt; None when nothing did."""
    return PlichtItem.objects.filter(plicht=plicht, item=item).exclude(fout="").first()


def nu_weer(rij: PlichtItem) -> None:
    """Let the next worker take a failed item at once; `pogingen` counts on."""
    rij.niet_voor = None
    rij.save(update_fields=["niet_voor", "bijgewerkt"])


def mislukt() -> list[PlichtItem]:
    """What keeps failing, most tried first."""
    return list(PlichtItem.objects.exclude(fout="").order_by("-pogingen", "plicht", "item")[:200])


def werk_door(
    rust: float = 2.0, stop: Callable[[], bool] = lambda: False, gekozen: Sequence[Plicht] = ()
) -> None:
    """Work until `stop` says so, resting when there is nothing to do; a database that is away is waited for.

    Under maintenance it rests too, and finishes at most the item in hand.
    """

    def ophouden() -> bool:
        return stop() or onderhoud(settings.DATAMAP) is not None

    while not stop():
        try:
            close_old_connections()
            gedaan = 0 if ophouden() else werk(stop=ophouden, gekozen=gekozen)
        except Error as fout:
            log.warning("de database antwoordt niet: %s", type(fout).__name__)
            gedaan = 0
        if not gedaan:
            _rust(rust, stop)


def _rust(seconden: float, stop: Callable[[], bool]) -> None:
    einde = time.monotonic() + seconden
    while not stop() and time.monotonic() < einde:
        time.sleep(0.1)
