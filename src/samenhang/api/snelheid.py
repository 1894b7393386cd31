"""A ceiling on the number of calls per client: a token bucket in the memory of each process.

It protects the service from a runaway script; it is no accounting. Behind several processes the ceiling is
per process, and a restart forgives.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

ONTHOUDEN = 10_000


class Snelheid(BaseThrottle):
    """At most `API_PER_MINUUT` calls a minute per client, with bursts up to as many at once."""

    def __init__(self) -> None:
        self._emmers: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._slot = threading.Lock()
        self._wacht = threading.local()

    def allow_request(self, request: HttpRequest) -> bool:
        """Take one from the client's bucket; False when it is empty."""
        per_minuut = settings.API_PER_MINUUT
        actor = getattr(request, "auth", None)
        wie = str(actor.medewerker_id or actor.gebruiker_id) if actor else request.META.get("REMOTE_ADDR", "")
        nu = time.monotonic()
        with self._slot:
            over, toen = self._emmers.pop(wie, (float(per_minuut), nu))
            over = min(per_minuut, over + (nu - toen) * per_minuut / 60)
            mag = over >= 1
            self._emmers[wie] = (over - 1 if mag else over, nu)
            if len(self._emmers) > ONTHOUDEN:
                self._emmers.popitem(last=False)
        self._wacht.seconden = 0.0 if mag else (1 - over) * 60 / per_minuut
        return mag

    def wait(self) -> float:
        """Seconds until the next call may come, for the refusal just given in this thread."""
        seconden: float = self._wacht.seconden
        return seconden
