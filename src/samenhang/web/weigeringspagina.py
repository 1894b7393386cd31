"""A refusal as a page: what is the matter, what to do about it, and the numbers to mention when asking for help."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from samenhang.kernel.basis import Geweigerd, Tekst


@dataclass(frozen=True, slots=True)
class Gezicht:
    """How refusals of one HTTP status look; `raad` is what to do next, beside what the refusal itself says."""

    icoon: str
    kop: Tekst
    raad: Tekst | None = None


_VRAAGT: Final = re.compile(r"\b[Vv]raag\b")
"""A refusal that says itself whom to ask needs no second advice to ask somebody."""
_ANDERS = Gezicht("fout", Tekst("Dat kan niet", "Not possible"))
_PER_STATUS = {
    403: Gezicht(
        "slot",
        Tekst("Geen toegang", "No access"),
        Tekst(
            "Moet u hier voor uw werk bij kunnen? Vraag uw teamleider of beheerder, en noem de code hieronder.",
            "Do you need this for your work? Ask your team lead or administrator, and mention the code below.",
        ),
    ),
    404: Gezicht("verdwaald", Tekst("Niet gevonden", "Not found")),
    405: Gezicht("botsing", Tekst("Deze pagina opent u anders", "This page opens in another way")),
    409: Gezicht(
        "botsing",
        Tekst("Dat kan nu niet", "Not possible now"),
        Tekst(
            "Mogelijk heeft een collega intussen iets veranderd. Ga terug, ververs de pagina en probeer het opnieuw.",
            "A colleague may have changed something meanwhile. Go back, refresh the page and try again.",
        ),
    ),
    413: Gezicht("bestand", Tekst("Te groot", "Too large")),
    429: Gezicht("klok", Tekst("Even wachten", "Please wait")),
    500: Gezicht("stekker", Tekst("Er ging iets mis", "Something went wrong")),
    503: Gezicht("stekker", Tekst("Even niet bereikbaar", "Not available for a moment")),
}


def weigeringspagina(request: HttpRequest, weigering: Geweigerd) -> HttpResponse:
    """The page with header and menu, for a refusal that a page or an action gave."""
    return render(request, "samenhang/weigering.html", _context(request, weigering), status=weigering.status)


def kale_pagina(request: HttpRequest, weigering: Geweigerd, *, beide: bool = False) -> HttpResponse:
    """The same without session, database and menu, which may be what failed; in the language of the browser.

    `beide` says it once more in the other language: here nobody can choose one.
    """
    taal = translation.get_language_from_request(request)
    with translation.override(taal):
        context = _context(request, weigering) | {"taal": taal, "kaal": True}
        if beide:
            andere = "en" if taal == "nl" else "nl"
            context |= {"andere": andere, "andere_tekst": weigering.tekst.in_taal(andere)}
        html = render_to_string("samenhang/weigering_kaal.html", context)
    return HttpResponse(html, status=weigering.status, headers={"Content-Language": taal})


def _context(request: HttpRequest, weigering: Geweigerd) -> dict[str, object]:
    gezicht = _PER_STATUS.get(weigering.status, _ANDERS)
    return {
        "weigering": weigering,
        "gezicht": gezicht,
        "raad": None if weigering.status == 403 and _VRAAGT.search(weigering.tekst.nl) else gezicht.raad,
        "verzoek": getattr(request, "verzoek", ""),
        "opnieuw": request.get_full_path()
        if request.method == "GET" and weigering.status in (429, 500, 503)
        else "",
    }
