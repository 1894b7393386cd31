"""Alarms about the log: opened once per subject, closed by a supervisor with what came of it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.zegel.models import Logalarm

CONTROLE = "controle"
AFSPLITSING = "afsplitsing"
BESCHULDIGD = "beschuldigd"


def sla(soort: str, onderwerp: str, tekst: Tekst, bewijs: str = "") -> Logalarm:
    """Open an alarm, unless one about the same is open already; in a transaction of its own."""
    with transaction.atomic():
        return Logalarm.objects.get_or_create(
            soort=soort,
            onderwerp=onderwerp[:200],
            klaar=None,
            defaults={
                "tekst_nl": tekst.nl,
                "tekst_en": tekst.en,
                "bewijs": bewijs,
                "moment": timezone.now(),
            },
        )[0]


def open_alarmen() -> list[Logalarm]:
    """What waits for a supervisor, oldest first."""
    return list(Logalarm.objects.filter(klaar__isnull=True).order_by("id"))


def sluit(soort: str, onderwerp: str, door: str, uitkomst: str) -> None:
    """Close what is open about a subject, with what came of it."""
    Logalarm.objects.filter(soort=soort, onderwerp=onderwerp[:200], klaar__isnull=True).update(
        klaar=timezone.now(), klaar_door=door, uitkomst=uitkomst
    )
