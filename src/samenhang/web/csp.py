"""Security headers on every answer: a strict content security policy without exceptions."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class Kopregels:
    """Middleware that sets the headers."""

    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self._volgende = volgende

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self._volgende(request)
        antwoord.headers["Content-Security-Policy"] = CSP
        antwoord.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        antwoord.headers["Referrer-Policy"] = "same-origin"
        if not request.path.startswith("/static/"):
            antwoord.headers.setdefault("Cache-Control", "no-store")
        return antwoord
