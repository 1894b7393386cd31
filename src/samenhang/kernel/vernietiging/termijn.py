"""When something has expired. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from samenhang.kernel.scheme import Bewaartermijn


def verlopen_voor(regel: Bewaartermijn, vandaag: date) -> date:
    """What began on this day or earlier has expired today: the whole term has passed.

    Months count by the calendar; a day that a month lacks becomes its last one. `ValueError` for another unit.
    """
    if regel.eenheid == "dagen":
        return vandaag - timedelta(days=regel.lengte + 1)
    if regel.eenheid == "maanden":
        jaar, maand = divmod(vandaag.year * 12 + vandaag.month - 1 - regel.lengte, 12)
        volgende = date(jaar + (maand == 11), (maand + 1) % 12 + 1, 1)
        laatste = (volgende - timedelta(days=1)).day
        return date(jaar, maand + 1, min(vandaag.day, laatste)) - timedelta(days=1)
    raise ValueError(f"bewaartermijn {regel.uitkomst}: eenheid {regel.eenheid} is dagen of maanden")
