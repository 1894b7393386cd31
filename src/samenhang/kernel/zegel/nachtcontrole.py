"""Checking by the clock: begun as a duty, done outside any transaction, its outcome kept and an alarm when it found something."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from samenhang.kernel.zegel import alarm
from samenhang.kernel.zegel.controle import Uitslag, als_tekst, controleer
from samenhang.kernel.zegel.models import Controlepunt, Logcontrole

ELKE = timedelta(hours=24)
GESTRAND = timedelta(hours=2)
"""After so long a check that did not end was killed."""
SYSTEEM = "systeem"


def moet(nu: datetime) -> bool:
    """Whether a check is due: a day after the one before, or after the first checkpoint."""
    laatste = Logcontrole.objects.order_by("-id").first()
    if laatste is not None:
        return nu - laatste.moment >= (ELKE if laatste.klaar else GESTRAND)
    eerste = Controlepunt.objects.order_by("id").first()
    return eerste is not None and nu - eerste.moment >= ELKE


def begin(door: str = SYSTEEM) -> Logcontrole:
    """Note that a check begins."""
    return Logcontrole.objects.create(moment=timezone.now(), door=door)


def doe_begonnen() -> None:
    """Do the check that a duty began."""
    rij = Logcontrole.objects.filter(klaar__isnull=True, door=SYSTEEM).order_by("-id").first()
    if rij is not None:
        leg_vast(rij, controleer())


def leg_vast(rij: Logcontrole, uit: Uitslag) -> Logcontrole:
    """Keep what a check found."""
    rij.klaar = timezone.now()
    rij.omvang, rij.controlepunten = uit.omvang, uit.controlepunten
    rij.milliseconden = uit.milliseconden
    rij.bevindingen = [deel.document() for deel in uit.bevindingen]
    rij.save()
    if not uit.klopt:
        alarm.sla(alarm.CONTROLE, uit.bevindingen[0].code, als_tekst(uit))
    return rij


def laatste() -> Logcontrole | None:
    """The newest check that ended."""
    return Logcontrole.objects.filter(klaar__isnull=False).order_by("-id").first()
