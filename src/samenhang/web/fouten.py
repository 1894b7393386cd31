"""Pages for what went wrong; under /api the same as problem documents. Never a traceback."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language_from_request

from samenhang.kernel import incidenten
from samenhang.kernel.basis import Geweigerd, Tekst

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


def _toon(request: HttpRequest, weigering: Geweigerd) -> HttpResponse:
    if request.path.startswith("/api/"):
        taal = get_language_from_request(request)
        return JsonResponse(
            weigering.probleem(taal),
            status=weigering.status,
            content_type="application/problem+json",
            headers={"API-Version": "1.0.0", "Content-Language": taal, "Vary": "Accept-Language"},
        )
    return render(
        request,
        "samenhang/weigering.html",
        {"weigering": weigering, "tekst": weigering.tekst},
        status=weigering.status,
    )


def onjuist_verzoek(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: Django refused the request before any page saw it. Rendered without session, which may be missing."""
    return (
        _toon(request, ONJUIST_VERZOEK)
        if request.path.startswith("/api/")
        else _kaal(request, ONJUIST_VERZOEK)
    )


def geen_toegang(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403 outside the access decision, which has its own page with reasons."""
    return _toon(request, GEEN_TOEGANG)


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form lacks the mark that proves that it is ours."""
    return _toon(request, FORMULIER_VERLOPEN)


def niet_gevonden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return _toon(request, NIET_IN_DE_API if request.path.startswith("/api/") else NIET_GEVONDEN)


def mislukt(request: HttpRequest) -> HttpResponse:
    """500, without anything that could fail again; the number is the request's, which is in the log."""
    weigering = incidenten.als_weigering(getattr(request, "verzoek", ""))
    return _toon(request, weigering) if request.path.startswith("/api/") else _kaal(request, weigering)


def schrijf_op(request: HttpRequest | None = None, **signaal: object) -> None:
    """Log what made a request fail; Django's signal `got_request_exception` calls it."""
    fout = sys.exception()
    if fout is not None and request is not None:
        deur: incidenten.Deur = "api" if request.path.startswith("/api/") else "web"
        incidenten.meld(fout, deur, getattr(request, "verzoek", ""))


def _kaal(request: HttpRequest, weigering: Geweigerd) -> HttpResponse:
    """A page of fixed text in both languages."""
    tekst = (
        "<!doctype html><html lang=nl><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>Samenhang</title><h1>Samenhang</h1><p>{weigering.tekst.nl}<p lang=en>{weigering.tekst.en}"
        "<p><a href='/'>Naar de startpagina <span lang=en>(to the start page)</span></a>"
    )
    return HttpResponse(tekst, status=weigering.status)
