"""The clock of the demo: while the world is loaded it is the day on which something happened.

So a case that was opened five weeks ago was opened by the same action as one of today, and its log rows,
terms and timeline carry the moment at which they would have come about.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.utils import timezone

_TIK = timedelta(milliseconds=40)
_BEGIN_WERKDAG = time(8, 30)


class Klok:
    """Tells the time that was set; every question takes a moment, so that rows keep their order.

    Time never runs past `grens`: nothing in the world happened after now.
    """

    def __init__(self, grens: datetime) -> None:
        self.grens = grens
        self._nu = grens

    def zet(self, dag: date, minuut: int = 0) -> None:
        """Make it so many minutes after the begin of a working day, in Dutch time; never past the limit."""
        begin = timezone.make_aware(datetime.combine(dag, _BEGIN_WERKDAG))
        self._nu = min(begin + timedelta(minutes=minuut), self.grens)

    def nu(self) -> datetime:
        """The moment that it is."""
        self._nu = min(self._nu + _TIK, self.grens)
        return self._nu


@contextmanager
def lopend(klok: Klok) -> Iterator[Klok]:
    """Let the whole program live by this clock: everything asks `django.utils.timezone.now`."""
    echt = timezone.now
    setattr(timezone, "now", klok.nu)  # noqa: B010 - a type checker rightly refuses to assign to a function
    try:
        yield klok
    finally:
        setattr(timezone, "now", echt)  # noqa: B010
