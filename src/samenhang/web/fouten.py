"""Pages for what went wrong; under /api the same as problem documents."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from samenhang.kernel.basis import Geweigerd, Tekst

NIET_GEVONDEN = Geweigerd(
    "niet_gevonden",
    Tekst(
        "Deze pagina bestaat niet. Controleer het adres of ga naar de startpagina.",
        "This page does not exist. Check the address or go to the start page.",
    ),
    status=404,
)
MISLUKT = Geweigerd(
    "onverwacht",
    Tekst(
        "Er ging iets mis bij ons. Er is niets half opgeslagen. Probeer het later opnieuw.",
        "Something went wrong on our side. Nothing was stored half. Try again later.",
    ),
    status=500,
)


def _toon(request: HttpRequest, weigering: Geweigerd) -> HttpResponse:
    if request.path.startswith("/api/"):
        return JsonResponse(
            weigering.probleem(),
            status=weigering.status,
            content_type="application/problem+json",
            headers={"API-Version": "1.0.0"},
        )
    return render(
        request,
        "samenhang/weigering.html",
        {"weigering": weigering, "tekst": weigering.tekst},
        status=weigering.status,
    )


def niet_gevonden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return _toon(request, NIET_GEVONDEN)


def mislukt(request: HttpRequest) -> HttpResponse:
    """500, without anything that could fail again."""
    if request.path.startswith("/api/"):
        return _toon(request, MISLUKT)
    tekst = f"<!doctype html><html lang=nl><title>Samenhang</title><h1>Samenhang</h1><p>{MISLUKT.tekst.nl}<p lang=en>{MISLUKT.tekst.en}"
    return HttpResponse(tekst, status=500)
