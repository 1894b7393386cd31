"""The last word under /api: what Django itself refuses becomes a problem document too."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from samenhang.api.problemen import SOORT, VERSIE, probleem
from samenhang.kernel.basis import Geweigerd, Tekst

_NIET_ZO = Geweigerd(
    "werkwoord_onjuist",
    Tekst(
        "Dit adres kent deze methode niet. De kop Allow noemt welke wel.",
        "This address does not know this method. The Allow header names which it does.",
    ),
    status=405,
)
_ANDERS = Geweigerd("verzoek_onjuist", Tekst("Het verzoek is niet te lezen.", "The request cannot be read."))


class Probleemdocumenten:
    """Middleware: every refusal under /api is `application/problem+json` with the API's version."""

    def __init__(self, verder: Callable[[HttpRequest], HttpResponse]) -> None:
        self.verder = verder

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; replace a refusal that is no problem document yet."""
        antwoord = self.verder(request)
        if not request.path.startswith("/api/"):
            return antwoord
        if antwoord.status_code >= 400 and not antwoord.headers.get("Content-Type", "").startswith(SOORT):
            vervanging = probleem(request, _NIET_ZO if antwoord.status_code == 405 else _ANDERS)
            vervanging.status_code = antwoord.status_code
            if "Allow" in antwoord.headers:
                vervanging.headers["Allow"] = antwoord.headers["Allow"]
            antwoord = vervanging
        antwoord.headers["API-Version"] = VERSIE
        return antwoord
