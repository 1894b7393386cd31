"""Each request gets a number and one line in the service log, which holds nothing about a person.

The line names the pattern of the address ("vroegsignalering/meldingen/<uuid:id>"), never the address itself:
no identifiers, no query string, no user, no network address. Who looked at whom stands in the audit log.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

from samenhang.kernel.basis import nieuw_id, spoor

KOP = "X-Request-ID"
STIL = ("leeft", "klaar")
"""Probes come every few seconds; they are logged only when they fail."""
_log = structlog.get_logger("samenhang.verzoek")


def verzoeknummer(request: HttpRequest) -> str:
    """The number of this request: a proxy's own when it is plain hexadecimal, else a new one."""
    gegeven = request.headers.get(KOP, "").lower()
    return gegeven if re.fullmatch(r"[0-9a-f-]{16,64}", gegeven) else str(nieuw_id())


def spoor_van(request: HttpRequest) -> spoor.Spoor:
    """The trace that the caller is in (W3C Trace Context), or one that begins here."""
    koppen = request.headers
    return spoor.lees(koppen.get("traceparent", ""), koppen.get("tracestate", "")) or spoor.nieuw()


class Verzoekregel:
    """Middleware that numbers the request, puts it in its trace, and logs method, route, status and time taken."""

    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self._volgende = volgende

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begin = time.perf_counter()
        nummer = verzoeknummer(request)
        request.verzoek = nummer  # type: ignore[attr-defined]
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(verzoek=nummer)
        with spoor.lopend(spoor_van(request)) as hier:
            antwoord = self._volgende(request)
        antwoord.headers.setdefault(KOP, nummer)  # a door whose contract returns the caller's own has set it
        antwoord.headers["traceresponse"] = hier.antwoord
        route = request.resolver_match.route if request.resolver_match else ""
        if antwoord.status_code >= 500:
            schrijf = _log.error
        elif route in STIL or request.path.startswith("/static/"):
            schrijf = _log.debug
        else:
            schrijf = _log.info
        schrijf(
            "verzoek",
            methode=request.method if request.method in METHODEN else "?",
            route=route,
            status=antwoord.status_code,
            ms=round((time.perf_counter() - begin) * 1000, 1),
        )
        return antwoord


METHODEN = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
"""A method is a free token on the wire; only these words reach the log."""
