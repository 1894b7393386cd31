"""Refusals as RFC 9457 problem documents, whatever raised them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language_from_request
from ninja.errors import HttpError, Throttled, ValidationError

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

VERSIE = "1.0.0"
SOORT = "application/problem+json"

NIET_INGELOGD = Geweigerd(
    "niet_ingelogd",
    Tekst(
        "Geef een geldig bewijs mee: Authorization: Bearer …; vraag het bij /api/v1/token.",
        "Send a valid token: Authorization: Bearer …; ask for it at /api/v1/token.",
    ),
    status=401,
)
TE_GROOT = Geweigerd(
    "te_groot",
    Tekst(
        "Het verzoek is te groot. Splits het of lever een bestand aan.",
        "The request is too large. Split it or deliver a file.",
    ),
    status=413,
)


def probleem(request: HttpRequest, weigering: Geweigerd) -> HttpResponse:
    """A refusal as problem document: `title` and `detail` in the asked language, `tekst` and `text` in both."""
    taal = get_language_from_request(request)
    kop = {"API-Version": VERSIE, "Content-Language": taal, "Vary": "Accept-Language"}
    if weigering.status == 401:
        kop["WWW-Authenticate"] = "Bearer"
    return JsonResponse(weigering.probleem(taal), status=weigering.status, content_type=SOORT, headers=kop)


def bij_invoerfout(fout: ValidationError) -> Geweigerd:
    """Every wrong field with its place; 400, because the design rules know no 422 for wrong input."""
    fouten = tuple(_veldfout(rij) for rij in fout.errors)
    algemeen = Tekst("De invoer klopt niet.", "The input is wrong.")
    return Geweigerd("invoer_onjuist", fouten[0].tekst if fouten else algemeen, fouten=fouten)


def bij_httpfout(fout: HttpError) -> Geweigerd:
    """What ninja itself refuses; a refusal of our own inside it keeps its code."""
    if isinstance(fout.__cause__, Geweigerd):
        return fout.__cause__
    if isinstance(fout, Throttled):
        return Geweigerd(
            "te_veel",
            Tekst(
                "Te veel verzoeken in korte tijd. Wacht het aantal seconden van Retry-After.",
                "Too many requests in a short time. Wait the seconds of Retry-After.",
            ),
            status=429,
        )
    if fout.status_code == 403:
        return Geweigerd(
            "csrf_ontbreekt",
            Tekst(
                "Met een sessie hoort bij elke wijziging de kop X-CSRFToken. Of gebruik een bewijs (Bearer).",
                "With a session every change needs the header X-CSRFToken. Or use a bearer token.",
            ),
            status=403,
        )
    return Geweigerd(
        "verzoek_onjuist",
        Tekst("Het verzoek is niet te lezen.", "The request cannot be read."),
        status=fout.status_code,
    )


_ZINNEN: Mapping[str, Tekst] = {
    "missing": Tekst("ontbreekt", "is missing"),
    "extra_forbidden": Tekst("is geen bekend veld; laat het weg", "is not a known field; leave it out"),
    "string_type": Tekst("is tekst", "is text"),
    "string_too_long": Tekst("is te lang: hoogstens {max_length} tekens", "is too long: at most {max_length} characters"),
    "string_too_short": Tekst("is te kort: minstens {min_length} tekens", "is too short: at least {min_length} characters"),
    "int_type": Tekst("is een geheel getal", "is a whole number"),
    "int_parsing": Tekst("is een geheel getal", "is a whole number"),
    "int_from_float": Tekst("is een geheel getal", "is a whole number"),
    "greater_than_equal": Tekst("is {ge} of meer", "is {ge} or more"),
    "less_than_equal": Tekst("is {le} of minder", "is {le} or less"),
    "bool_type": Tekst("is true of false", "is true or false"),
    "bool_parsing": Tekst("is true of false", "is true or false"),
    "uuid_parsing": Tekst("is een UUID", "is a UUID"),
    "uuid_type": Tekst("is een UUID", "is a UUID"),
    "literal_error": Tekst("is een van {expected}", "is one of {expected}"),
    "enum": Tekst("is een van {expected}", "is one of {expected}"),
    "list_type": Tekst("is een lijst", "is a list"),
    "too_short": Tekst("heeft minstens {min_length} waarden", "has at least {min_length} values"),
    "too_long": Tekst("heeft hoogstens {max_length} waarden", "has at most {max_length} values"),
}  # fmt: skip
"""The sentence after the field's name, by pydantic's type of error; `value_error` brings its own."""


def _veldfout(rij: Mapping[str, Any]) -> Fout:
    plek = ".".join(str(deel) for deel in rij["loc"][1:]) or "body"
    zin = _ZINNEN.get(rij["type"])
    if zin is not None:
        zin = zin.met(**rij.get("ctx", {}))
    else:
        eigen = str(rij.get("ctx", {}).get("error", "")) if rij["type"] == "value_error" else ""
        nl, _, en = eigen.partition(" | ")
        zin = Tekst(nl or f"klopt niet: {rij['msg']}", en or nl or f"is wrong: {rij['msg']}")
    return Fout(
        "veld_onjuist", Tekst(f'Veld "{plek}" {zin.nl}.', f'Field "{plek}" {zin.en}.'), Plaats(kolom=plek)
    )
