"""A ceiling on the number of calls per client."""

from __future__ import annotations

import threading

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

from samenhang.kernel.basis.emmers import Emmers


class Snelheid(BaseThrottle):
    """At most `API_PER_MINUUT` calls a minute per client, with bursts up to as many at once."""

    def __init__(self) -> None:
        self._emmers = Emmers()
        self._wacht = threading.local()

    def allow_request(self, request: HttpRequest) -> bool:
        """Take one from the client's bucket; False when it is empty."""
        actor = getattr(request, "auth", None)
        wie = str(actor.medewerker_id or actor.gebruiker_id) if actor else request.META.get("REMOTE_ADDR", "")
        self._wacht.seconden = self._emmers.neem(wie, settings.API_PER_MINUUT)
        return not self._wacht.seconden

    def wait(self) -> float:
        """Seconds until the next call may come, for the refusal just given in this thread."""
        seconden: float = self._wacht.seconden
        return seconden
