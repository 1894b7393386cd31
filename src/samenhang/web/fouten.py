"""Pages for what went wrong; under /api the same as problem documents. Never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language_from_request

from samenhang.kernel import incidenten
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.web.weigeringspagina import kale_pagina, weigeringspagina

VOOR_MACHINES = ("/api/", "/access/")
"""What begins so is asked by machines: a refusal there is a problem document."""
ONJUIST_VERZOEK = Geweigerd(
    "verzoek_onjuist",
    Tekst(
        "Uw browser stuurde iets wat wij niet kunnen lezen. Ga terug, ververs de pagina en probeer het opnieuw.",
        "Your browser sent something we cannot read. Go back, refresh the page and try again.",
    ),
)
GEEN_TOEGANG = Geweigerd(
    "geen_toegang",
    Tekst("U mag deze pagina niet openen.", "You may not open this page."),
    status=403,
)
FORMULIER_VERLOPEN = Geweigerd(
    "formulier_verlopen",
    Tekst(
        "Dit formulier is verlopen of komt van een andere site. Er is niets opgeslagen. "
        "Ga terug, ververs de pagina en vul het opnieuw in; uw browser moet cookies toestaan.",
        "This form has expired or comes from another site. Nothing was stored. "
        "Go back, refresh the page and fill it in again; your browser must allow cookies.",
    ),
    status=403,
)
NIET_GEVONDEN = Geweigerd(
    "niet_gevonden",
    Tekst(
        "Deze pagina bestaat niet. Controleer het adres of ga naar de startpagina.",
        "This page does not exist. Check the address or go to the start page.",
    ),
    status=404,
)
NIET_IN_DE_API = Geweigerd(
    "niet_gevonden",
    Tekst(
        "De API kent dit adres niet. Wat zij kent staat in /api/v1/openapi.json.",
        "The API does not know this address. What it knows stands in /api/v1/openapi.json.",
    ),
    status=404,
)

TE_GROOT = Geweigerd(
    "te_groot",
    Tekst(
        "U stuurde te veel in één keer. Er is niets opgeslagen. Ga terug en stuur het in delen.",
        "You sent too much at once. Nothing was stored. Go back and send it in parts.",
    ),
    status=413,
)
METHODE_ONJUIST = Geweigerd(
    "methode_onjuist",
    Tekst(
        "Dit adres hoort bij een knop op een andere pagina; los is er niets te zien. Ga terug en gebruik de knop.",
        "This address belongs to a button on another page; by itself it shows nothing. Go back and use the button.",
    ),
    status=405,
)
TE_VAAK = Geweigerd(
    "te_vaak",
    Tekst(
        "U deed dit te vaak achter elkaar. Wacht een paar minuten en probeer het dan opnieuw.",
        "You did this too often in a row. Wait a few minutes and try again.",
    ),
    status=429,
)
ONBEREIKBAAR = Geweigerd(
    "onbereikbaar",
    Tekst(
        "Er is onderhoud, of het is te druk. Er is niets half opgeslagen. Probeer het over een paar minuten opnieuw.",
        "There is maintenance, or it is too busy. Nothing was stored half. Try again in a few minutes.",
    ),
    status=503,
)
WACHT = 120
"""Seconds after which it makes sense to try again."""


class Methodepagina:
    """Middleware: where Django refuses a method with an empty page, one that says what to do."""

    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self._volgende = volgende

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; under /api the same is done by `api.deur`."""
        antwoord = self._volgende(request)
        if antwoord.status_code != 405 or request.path.startswith(VOOR_MACHINES):
            return antwoord
        vervanging = kale_pagina(request, METHODE_ONJUIST)
        vervanging.headers["Allow"] = antwoord.headers["Allow"]
        return vervanging


def probleemdocument(request: HttpRequest, weigering: Geweigerd) -> HttpResponse:
    """A refusal under /api that its own code does not get to see."""
    taal = get_language_from_request(request)
    return JsonResponse(
        weigering.probleem(taal),
        status=weigering.status,
        content_type="application/problem+json",
        headers={"API-Version": "1.0.0", "Content-Language": taal, "Vary": "Accept-Language"},
    )


def _toon(request: HttpRequest, weigering: Geweigerd) -> HttpResponse:
    if request.path.startswith(VOOR_MACHINES):
        return probleemdocument(request, weigering)
    return weigeringspagina(request, weigering)


def _zonder_sessie(request: HttpRequest, weigering: Geweigerd) -> HttpResponse:
    return (
        _toon(request, weigering)
        if request.path.startswith(VOOR_MACHINES)
        else kale_pagina(request, weigering)
    )


def onjuist_verzoek(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 or 413: Django refused the request before any page saw it. Rendered without session, which may be missing."""
    te_groot = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    return _zonder_sessie(request, TE_GROOT if te_groot else ONJUIST_VERZOEK)


def geen_toegang(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403 outside the access decision, which has its own page with reasons."""
    return _toon(request, GEEN_TOEGANG)


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form lacks the mark that proves that it is ours."""
    return _toon(request, FORMULIER_VERLOPEN)


def niet_gevonden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return _toon(request, NIET_IN_DE_API if request.path.startswith(VOOR_MACHINES) else NIET_GEVONDEN)


def te_vaak(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: the login library counts too many attempts from one place."""
    return _later(request, TE_VAAK)


def mislukt(request: HttpRequest) -> HttpResponse:
    """500, without anything that could fail again; the number is the request's, which is in the log.

    A database that does not answer gives a page 503: it is being maintained, or too busy.
    """
    if isinstance(sys.exception(), OperationalError) and not request.path.startswith(VOOR_MACHINES):
        return _later(request, ONBEREIKBAAR)
    return _zonder_sessie(request, incidenten.als_weigering(getattr(request, "verzoek", "")))


def _later(request: HttpRequest, weigering: Geweigerd) -> HttpResponse:
    antwoord = kale_pagina(request, weigering)
    antwoord.headers["Retry-After"] = str(WACHT)
    return antwoord


def schrijf_op(request: HttpRequest | None = None, **signaal: object) -> None:
    """Log what made a request fail; Django's signal `got_request_exception` calls it."""
    fout = sys.exception()
    if fout is not None and request is not None:
        deur: incidenten.Deur = "api" if request.path.startswith(VOOR_MACHINES) else "web"
        incidenten.meld(fout, deur, getattr(request, "verzoek", ""))
