"""The NL API Design Rules in one place: problem documents, API-Version, 400 for wrong input, one schema hook."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.security import HttpBearer
from pydantic import BeforeValidator, ConfigDict

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.queries import actor_bij_bewijs

VERSIE = "1.0.0"


def _alleen_iso(waarde: object) -> object:
    """Pydantic reads 0 as 1970-01-01; a date on the wire is an ISO string and nothing else."""
    if (isinstance(waarde, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", waarde)) or isinstance(
        waarde, date
    ):
        return waarde
    raise ValueError("JJJJ-MM-DD")


Dag = Annotated[date, BeforeValidator(_alleen_iso)]
"""A calendar day on the wire."""


class Invoer(Schema):
    """Base of every body and filter: unknown fields are refused, so that a typing error is not ignored."""

    model_config = ConfigDict(extra="forbid", str_max_length=10_000)


class Bewijs(HttpBearer):
    """OAuth 2.0 bearer token (RFC 6750); the actor becomes `request.auth`."""

    openapi_name = "bearer"

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor behind the token, in one statement."""
        treffer = re.fullmatch(
            r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}", request.headers.get("traceparent", "")
        )
        return actor_bij_bewijs(token, timezone.now(), trace=treffer.group(1) if treffer else "")


class AdrAPI(NinjaAPI):
    """A ninja API that answers as the design rules ask."""

    def __init__(self) -> None:
        super().__init__(
            title="Samenhang",
            version=VERSIE,
            description="Casus- en procesregie zorg en veiligheid. Datums ISO 8601, bedragen als tekst met twee decimalen.",
            auth=Bewijs(),
            docs_url=None,
            openapi_url="/openapi.json",
            servers=[
                {
                    "url": f"{settings.BASISADRES.replace('http://', 'https://')}/api/v1",
                    "description": "Deze voorziening",
                }
            ],
            openapi_extra={
                "info": {
                    "contact": {
                        "name": "Samenhang",
                        "email": "beheer@samenhang.invalid",
                        "url": "https://samenhang.invalid/contact",
                    }
                }
            },
            urls_namespace="api",
        )
        self.add_exception_handler(Geweigerd, _op_weigering)
        self.add_exception_handler(ValidationError, _op_invoerfout)
        self.add_exception_handler(HttpError, _op_httpfout)

    def on_exception(self, request: HttpRequest, exc: Any) -> HttpResponse:
        """Missing or wrong credentials come first: 401 as a problem document."""
        if type(exc).__name__ == "AuthenticationError":
            antwoord = probleem(_NIET_INGELOGD)
            antwoord.headers["WWW-Authenticate"] = "Bearer"
            return antwoord
        return super().on_exception(request, exc)

    def create_response(self, request: HttpRequest, data: Any, **kwargs: Any) -> HttpResponse:
        """Every answer carries the version of the API."""
        antwoord = super().create_response(request, data, **kwargs)
        antwoord.headers["API-Version"] = VERSIE
        return antwoord

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """The generated description with what the design rules add to every operation."""
        schema = super().get_openapi_schema(**kwargs)
        schema["openapi"] = "3.1.0"
        schema.setdefault("components", {}).setdefault("schemas", {})["Probleem"] = _PROBLEEM
        for operaties in schema["paths"].values():
            for operatie in operaties.values():
                for code, antwoord in operatie["responses"].items():
                    if str(code).startswith(("2", "3")):
                        antwoord["headers"] = {
                            "API-Version": {
                                "description": "Versie van de API",
                                "schema": {"type": "string", "examples": [VERSIE]},
                            }
                        }
                for code, wat in _FOUTEN.items():
                    operatie["responses"].setdefault(
                        code,
                        {
                            "description": wat,
                            "content": {
                                "application/problem+json": {
                                    "schema": {"$ref": "#/components/schemas/Probleem"}
                                }
                            },
                        },
                    )
        return schema


_FOUTEN = {
    "400": "Invoer onjuist",
    "401": "Niet ingelogd",
    "403": "Niet toegestaan",
    "404": "Niet gevonden",
    "409": "Nu niet mogelijk",
}
_PROBLEEM = {
    "type": "object",
    "title": "Probleem",
    "required": ["type", "status", "title", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "status": {"type": "integer"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "fouten": {"type": "array", "items": {"type": "object"}},
    },
}
_NIET_INGELOGD = Geweigerd(
    "niet_ingelogd",
    Tekst(
        "Geef een geldig bewijs mee: Authorization: Bearer …; vraag het bij /api/v1/token.",
        "Send a valid token: Authorization: Bearer …; ask for it at /api/v1/token.",
    ),
    status=401,
)


def probleem(weigering: Geweigerd) -> HttpResponse:
    """A refusal as RFC 9457 problem document."""
    return JsonResponse(
        weigering.probleem(),
        status=weigering.status,
        content_type="application/problem+json",
        headers={"API-Version": VERSIE},
    )


def _op_weigering(request: HttpRequest, fout: Any) -> HttpResponse:
    return probleem(fout)


def _op_invoerfout(request: HttpRequest, fout: Any) -> HttpResponse:
    return probleem(_invoerfout(fout))


def _op_httpfout(request: HttpRequest, fout: Any) -> HttpResponse:
    return probleem(_httpfout(fout))


def _invoerfout(fout: ValidationError) -> Geweigerd:
    fouten = []
    for rij in fout.errors:
        plek = ".".join(str(deel) for deel in rij["loc"][1:]) or "body"
        fouten.append(
            Fout(
                "veld_onjuist",
                Tekst(f"Veld {plek} klopt niet: {rij['msg']}.", f"Field {plek} is wrong: {rij['msg']}."),
                Plaats(kolom=plek),
            )
        )
    return Geweigerd(
        "invoer_onjuist",
        fouten[0].tekst if fouten else Tekst("De invoer klopt niet.", "The input is wrong."),
        fouten=tuple(fouten),
    )


def _httpfout(fout: HttpError) -> Geweigerd:
    return Geweigerd(
        "verzoek_onjuist",
        Tekst(f"Het verzoek klopt niet: {fout}", f"The request is wrong: {fout}"),
        status=fout.status_code,
    )
