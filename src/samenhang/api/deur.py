"""The last word under /api: what Django itself refuses becomes a problem document too."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

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
    """Middleware: every refusal under /api is `application/problem+json` with the API's version; HEAD is a GET.

    A HEAD is decided and logged as the GET that it is, and answered without the body (RFC 9110 §9.3.2).
    """

    def __init__(self, verder: Callable[[HttpRequest], HttpResponse]) -> None:
        self.verder = verder

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; replace a refusal that is no problem document yet."""
        if not request.path.startswith("/api/"):
            return self.verder(request)
        zonder_lijf = request.method == "HEAD"
        if zonder_lijf:
            request.method = "GET"
        antwoord = self._met_probleem(request, self.verder(request))
        antwoord.headers["API-Version"] = VERSIE
        return _kop_van(antwoord) if zonder_lijf else antwoord

    def _met_probleem(self, request: HttpRequest, antwoord: HttpResponse) -> HttpResponse:
        if antwoord.status_code >= 400 and not antwoord.headers.get("Content-Type", "").startswith(SOORT):
            vervanging = probleem(request, _NIET_ZO if antwoord.status_code == 405 else _ANDERS)
            vervanging.status_code = antwoord.status_code
            if "Allow" in antwoord.headers:
                vervanging.headers["Allow"] = antwoord.headers["Allow"]
            return vervanging
        return antwoord


def _kop_van(antwoord: HttpResponse) -> HttpResponse:
    if isinstance(antwoord, StreamingHttpResponse):
        antwoord.streaming_content = ()
    else:
        antwoord.headers["Content-Length"] = str(len(antwoord.content))
        antwoord.content = b""
    return antwoord
