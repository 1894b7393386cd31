"""The duties of this scheme: finish deliveries that were interrupted, set the figures each month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.timezone import localtime

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.cijfers.models import Vaststelling
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering.aanleveren import verwerk
from samenhang.schemes.vroegsignalering.actions.cijfers import stel_cijfers_vast
from samenhang.schemes.vroegsignalering.scheme import SCHEME

RUST = timedelta(minutes=2)
"""A delivery that was received this long ago and is still not processed was interrupted."""


def _onaf(nu: datetime, hoogstens: int) -> Iterable[str]:
    onaf = Aanlevering.objects.filter(scheme="vroegsignalering", status="ontvangen", ontvangen__lte=nu - RUST)
    return [str(waarde) for waarde in onaf.order_by("ontvangen").values_list("id", flat=True)[:hoogstens]]


def _maak_af(item: str) -> None:
    aanlevering = Aanlevering.objects.select_related("ontvanger").get(id=UUID(item))
    verwerk(systeem(aanlevering.ontvanger), aanlevering.id)


AANLEVERING_AFMAKEN = registreer(Plicht("vroegsignalering.aanlevering-afmaken", _onaf, _maak_af))


def _te_tellen(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Municipalities with cases whose figures were not set yet in this month."""
    eerste = localtime(nu).date().replace(day=1)
    gemeenten = (
        Organisatie.objects.filter(soort="gemeente", actief=True)
        .filter(Exists(Zaak.objects.filter(organisatie_id=OuterRef("id"), scheme=SCHEME.naam)))
        .exclude(
            Exists(
                Vaststelling.objects.filter(
                    organisatie_id=OuterRef("id"), scheme=SCHEME.naam, peildatum__gte=eerste
                )
            )
        )
    )
    return [str(nummer) for nummer in gemeenten.order_by("id").values_list("id", flat=True)[:hoogstens]]


def _tel(item: str) -> None:
    stel_cijfers_vast(systeem(Organisatie.objects.get(id=UUID(item))))


CIJFERS_VASTSTELLEN = registreer(Plicht("vroegsignalering.cijfers-vaststellen", _te_tellen, _tel))
