"""The duties that follow a destruction: its line in the register outside the database, and the bytes cleared."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import OperationalError, connection
from django.utils import timezone
from django.utils.timezone import localtime

from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.vernietiging.models import Vernietiging
from samenhang.kernel.vernietiging.register import schrijf_bij
from samenhang.kernel.vernietiging.uitvegen import Bezet, mag_vegen, veeg

log = logging.getLogger("samenhang.vernietiging")

EERSTE_WERKUUR = 6
HOOGSTENS_WACHTEN = timedelta(hours=20)
"""PostgreSQL writes tables anew under a lock: at night, or when it has waited this long."""
NA_BEZET = timedelta(minutes=10)

_niet_voor: datetime | None = None


def rond_af() -> bool:
    """Register what was destroyed and clear the bytes now; False when that cannot be yet, and a duty goes on.

    Inside a transaction nothing is certain yet; and while someone reads, bytes cannot go. Where the application is not
    the owner of the tables, `samenhang beheer veeg-uit` does it, as the owner.
    """
    if connection.in_atomic_block:
        return False
    schrijf_bij()
    if not mag_vegen():
        return False
    try:
        veeg()
    except (Bezet, OperationalError) as fout:
        log.warning("de bytes konden nog niet worden uitgeveegd: %s", type(fout).__name__)
        return False
    return True


def _te_registreren(nu: datetime, hoogstens: int) -> Iterable[str]:
    return ["register"] if Vernietiging.objects.filter(geregistreerd__isnull=True).exists() else []


def _uit_te_vegen(nu: datetime, hoogstens: int) -> Iterable[str]:
    if _niet_voor is not None and nu < _niet_voor:
        return []
    oudste = (
        Vernietiging.objects.filter(uitgeveegd__isnull=True)
        .order_by("id")
        .values_list("moment", flat=True)
        .first()
    )
    if oudste is None:
        return []
    if not mag_vegen():
        return []
    overdag = connection.vendor != "sqlite" and localtime(nu).hour >= EERSTE_WERKUUR
    return [] if overdag and nu - oudste < HOOGSTENS_WACHTEN else ["database"]


def _veeg_uit() -> None:
    global _niet_voor
    _niet_voor = None if rond_af() else timezone.now() + NA_BEZET


def _registreer(item: str) -> None:
    schrijf_bij()


def _daarna(item: str) -> None:
    """Nothing: the bytes are cleared outside the transaction of the item, see `Plicht.daarna`."""


REGISTREREN = registreer(Plicht("vernietiging.register-bijwerken", _te_registreren, _registreer))
UITVEGEN = registreer(Plicht("vernietiging.uitvegen", _uit_te_vegen, _daarna, daarna=_veeg_uit))
