"""The duty to forget: keys older than a day go, with the answers in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from samenhang.kernel.herhaling.herhaling import GELDIG
from samenhang.kernel.herhaling.models import Herhaalsleutel
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer


def _verlopen(nu: datetime, hoogstens: int) -> Iterable[str]:
    return ["alles"] if Herhaalsleutel.objects.filter(moment__lt=nu - GELDIG).exists() else []


def _vergeet(item: str) -> None:
    Herhaalsleutel.objects.filter(moment__lt=timezone.now() - GELDIG).delete()


SLEUTELS_VERGETEN = registreer(Plicht("herhaling.sleutels-vergeten", _verlopen, _vergeet))
