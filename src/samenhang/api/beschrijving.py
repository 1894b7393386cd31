"""What the design rules add to the generated OpenAPI document: one place, for every operation."""

from __future__ import annotations

import re
from typing import Any

from samenhang.api.problemen import SOORT, VERSIE

FOUTEN = {
    "400": "De invoer klopt niet; `fouten` noemt elke plek",
    "401": "Geen geldig bewijs of sessie",
    "403": "Niet toegestaan voor deze rol, dit doel of deze stap",
    "404": "Bestaat niet, of niet voor deze organisatie",
    "409": "Kan nu niet, gezien de stand van zaken",
    "410": "Bestaat niet meer: vernietigd of gewist",
    "412": "Intussen gewijzigd: If-Match noemt een oudere versie",
    "413": "Te groot",
    "415": "De inhoud is van een andere soort dan gevraagd",
    "422": "De Idempotency-Key hoort bij een ander verzoek",
    "429": "Te veel verzoeken; wacht zolang Retry-After zegt",
}

PROBLEEM = {
    "type": "object",
    "title": "Probleem",
    "description": "Een weigering (RFC 9457): stabiele code, uitleg in beide talen, en de plaats van elke fout.",
    "required": ["type", "status", "title", "detail", "code", "tekst", "text"],
    "properties": {
        "type": {"type": "string", "examples": ["urn:samenhang:probleem:invoer_onjuist"]},
        "status": {"type": "integer", "examples": [400]},
        "title": {"type": "string", "description": "In de taal van Accept-Language"},
        "detail": {"type": "string", "description": "In de taal van Accept-Language"},
        "code": {"type": "string", "examples": ["invoer_onjuist"]},
        "tekst": {"type": "string", "description": "Uitleg en remedie, Nederlands"},
        "text": {"type": "string", "description": "Explanation and remedy, English"},
        "fouten": {"type": "array", "items": {"$ref": "#/components/schemas/Probleemplek"}},
    },
}
PLEK = {
    "type": "object",
    "title": "Probleemplek",
    "description": "Eén fout met haar plaats.",
    "required": ["code", "bestand", "regel", "kolom", "plek", "tekst", "text"],
    "properties": {
        "code": {"type": "string"},
        "bestand": {"type": "string"},
        "regel": {"type": ["integer", "null"]},
        "kolom": {"type": "string", "examples": ["datum"]},
        "plek": {"type": "string", "description": "Cel of JSON-pointer; leeg: regel en kolom zeggen het"},
        "tekst": {"type": "string"},
        "text": {"type": "string"},
    },
}


def vul_aan(schema: dict[str, Any]) -> None:
    """Complete the document in place: headers, refusals per operation, media types, the problem schema."""
    schema["openapi"] = "3.1.0"
    onderdelen = schema.setdefault("components", {}).setdefault("schemas", {})
    onderdelen |= {"Probleem": PROBLEEM, "Probleemplek": PLEK}
    for pad, operaties in schema["paths"].items():
        for operatie in operaties.values():
            _operatie(pad, operatie)
    schema["tags"] = [
        {"name": naam}
        for naam in sorted(
            {t for d in schema["paths"].values() for o in d.values() for t in o.get("tags", [])}
        )
    ]


def _operatie(pad: str, operatie: dict[str, Any]) -> None:
    media, etag = operatie.pop("x-media", ""), operatie.pop("x-etag", False)
    antwoorden = operatie["responses"] = {str(code): wat for code, wat in operatie["responses"].items()}
    for code, antwoord in antwoorden.items():
        antwoord["description"] = {"200": "Gelukt", "201": "Gemaakt", "204": "Gelukt, zonder inhoud"}.get(
            code, antwoord["description"]
        )
        antwoord["headers"] = _kop("API-Version", "Versie van de API", VERSIE)
        if etag:
            antwoord["headers"] |= _kop("ETag", "Versie van dit gegeven, voor If-Match", '"3"')
        if media and media != "application/json":
            antwoord["content"] = {soort: {"schema": {"type": "string"}} for soort in media.split(", ")}
    codes = {"400", "429", *map(str, operatie.pop("x-fouten", ()))}
    if operatie.get("security"):
        codes |= {"401", "403", "409"}  # 409: a session that has not chosen for whom it acts
    if "{" in pad:
        codes.add("404")
    if "requestBody" in operatie:
        codes |= {"413"} | ({"415"} if "application/json" in operatie["requestBody"]["content"] else set())
    for code in sorted(codes):
        antwoorden[code] = _weigering(code)
    operatie["description"] = re.sub(r"\s+", " ", operatie.get("description", "")).strip()


def _kop(naam: str, uitleg: str, voorbeeld: str) -> dict[str, Any]:
    return {naam: {"description": uitleg, "schema": {"type": "string", "examples": [voorbeeld]}}}


def _weigering(code: str) -> dict[str, Any]:
    kop = _kop("API-Version", "Versie van de API", VERSIE)
    if code == "429":
        kop |= {"Retry-After": {"description": "Seconden", "schema": {"type": "integer"}}}
    return {
        "description": FOUTEN[code],
        "headers": kop,
        "content": {SOORT: {"schema": {"$ref": "#/components/schemas/Probleem"}}},
    }
