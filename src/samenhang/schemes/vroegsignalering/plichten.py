"""The duties of this scheme: finish deliveries that were received but not yet processed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.schemes.vroegsignalering.aanleveren import verwerk

RUST = timedelta(minutes=2)
"""A delivery that was received this long ago and is still not processed was interrupted."""


def _onaf(nu: datetime, hoogstens: int) -> Iterable[str]:
    onaf = Aanlevering.objects.filter(scheme="vroegsignalering", status="ontvangen", ontvangen__lte=nu - RUST)
    return [str(waarde) for waarde in onaf.order_by("ontvangen").values_list("id", flat=True)[:hoogstens]]


def _maak_af(item: str) -> None:
    aanlevering = Aanlevering.objects.select_related("ontvanger").get(id=UUID(item))
    verwerk(systeem(aanlevering.ontvanger), aanlevering.id)


AANLEVERING_AFMAKEN = registreer(Plicht("vroegsignalering.aanlevering-afmaken", _onaf, _maak_af))
