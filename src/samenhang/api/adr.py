"""The API as the NL API Design Rules ask, and the pattern for who adds operations.

How an operation is written (a module per subject in the scheme's `api` package):

    routes = Routes()

    class Melding(Uitvoer):                      # every answer is a typed model: snake_case here, camelCase out
        '''One case.'''
        id: UUID
        volgende_termijn: date | None

    class Zoekvraag(Bladvraag):                  # filters of a list; unknown keys are refused with 400
        '''Filters of the work stock.'''
        te_laat: bool = False

    class RedenIn(Invoer): ...                   # a body; unknown fields are refused with 400

    @routes.get("/meldingen", summary="Werkvoorraad")
    def meldingen(request: HttpRequest, vraag: Query[Zoekvraag]) -> Bladzijde[MeldingRij]:
        '''What it gives, for the reader of the OpenAPI document.'''
        rijen = queries.werkvoorraad(actor_van_verzoek(request), ...)
        return Bladzijde(items=[...], volgende=bladwijzer(...) or None)

    @routes.get("/meldingen/{id}", summary="Eén melding")
    def melding(request: HttpRequest, id: UUID) -> MetVersie[Melding]:      # goes out with an ETag
        ...

    @routes.post("/meldingen/{id}/aanbod", summary="Aanbod vastleggen", status=201, versie=True)
    def aanbod(request: HttpRequest, id: UUID, invoer: AanbodIn) -> Stand:
        return Stand.van(actions.doe_aanbod(actor_van_verzoek(request), id, ...))     # If-Match is seen to

- The return annotation is the schema of the answer; `dict[str, Any]` is refused when the module is imported.
- Function names are the operation ids: unique over the whole API. The docstring is the description.
- The operation translates and calls one action or query, the same one as page and command; it decides nothing.
- A list takes a `Bladvraag` and gives a `Bladzijde`; cursors are made by `kernel.basis.bladwijzer`, which the
  query reads with `lees_bladwijzer`. Amounts are `BedragTekst`, days `Dag` (in) or `date` (out).
- Refusals are `Geweigerd`: they become problem documents by themselves. Name in `fouten` the statuses that an
  operation can give beside 400, 401, 403, 429 and, with a place in its path, 404; a POST has 409 by itself.
- A POST takes an Idempotency-Key without doing anything for it. A file comes as `File[UploadedFile]`, with
  `herhaling="zelf"` when its action has transactions of its own.
- Mount `routes.router` in the package's `__init__`. `tests/schema` checks every rule over all operations.
"""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.parser import Parser

from samenhang.api.beschrijving import vul_aan
from samenhang.api.bewijs import Bewijs, Sessie
from samenhang.api.problemen import (
    NIET_INGELOGD,
    TE_GROOT,
    VERSIE,
    bij_httpfout,
    bij_invoerfout,
    probleem,
)
from samenhang.api.snelheid import Snelheid
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst


class StrengLezen(Parser):
    """JSON as RFC 8259 has it: UTF-8, no NaN, no double names, no NUL in text; with the place of the fault."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The body as Python values; raises `Geweigerd` (415 for another media type, 400 for wrong JSON)."""
        if request.content_type != "application/json":
            raise Geweigerd(
                "soort_onjuist",
                Tekst(
                    "Stuur de inhoud als JSON, met Content-Type: application/json.",
                    "Send the content as JSON, with Content-Type: application/json.",
                ),
                status=415,
            )
        try:
            tekst = request.body.decode("utf-8")
            if (nul := tekst.find("\\u0000")) >= 0:
                raise _met_nul(1 + tekst.count("\n", 0, nul))
            return json.loads(tekst, object_pairs_hook=_zonder_dubbele, parse_constant=_geen_getal)
        except (ValueError, RecursionError) as fout:
            regel = getattr(fout, "lineno", None)
            plek = f" (regel {regel}, kolom {fout.colno})" if isinstance(fout, json.JSONDecodeError) else ""
            tekst_ = Tekst(
                f"De inhoud is geen geldig JSON-document in UTF-8{plek}.",
                f"The content is not a valid JSON document in UTF-8{plek.replace('regel', 'line').replace('kolom', 'column')}.",
            )
            raise Geweigerd(
                "json_onjuist", tekst_, fouten=(Fout("json_onjuist", tekst_, Plaats(regel=regel)),)
            ) from fout


def _met_nul(regel: int) -> Geweigerd:
    tekst = Tekst(
        f"In regel {regel} van de inhoud staat een NUL-teken (\\u0000). Haal het weg en stuur opnieuw.",
        f"Line {regel} of the content holds a NUL character (\\u0000). Take it out and send again.",
    )
    return Geweigerd("json_onjuist", tekst, fouten=(Fout("json_onjuist", tekst, Plaats(regel=regel)),))


def _zonder_dubbele(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(paren)
    if len(document) != len(paren):
        raise ValueError("dubbele naam")
    return document


def _geen_getal(naam: str) -> Any:
    raise ValueError(naam)


class AdrAPI(NinjaAPI):
    """A ninja API that answers as the design rules ask."""

    def __init__(self) -> None:
        super().__init__(
            title="Samenhang",
            version=VERSIE,
            description=(
                "Casus- en procesregie zorg en veiligheid. Datums volgen ISO 8601; bedragen zijn tekst met twee "
                "decimalen; lijsten bladeren met `na`; wie een POST herhaalt geeft een Idempotency-Key mee. "
                "Fouten zijn probleemdocumenten (RFC 9457) met `code`, `tekst` (nl) en `text` (en)."
            ),
            auth=[Bewijs(), Sessie()],
            throttle=[Snelheid()],
            parser=StrengLezen(),
            docs_url=None,
            openapi_url=None,
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
                    },
                    "license": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl/"},
                }
            },
            urls_namespace="api",
        )
        self.add_exception_handler(Geweigerd, _op_weigering)
        self.add_exception_handler(ValidationError, _op_invoerfout)
        self.add_exception_handler(HttpError, _op_httpfout)
        self.add_exception_handler(AuthenticationError, _op_niet_ingelogd)
        self.add_exception_handler(RequestDataTooBig, _op_te_groot)

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """The generated description with what the design rules add; paths are relative to the server's /v1."""
        schema = super().get_openapi_schema(**{"path_prefix": "", **kwargs})
        vul_aan(schema)
        return schema


def _op_weigering(request: HttpRequest, fout: Any) -> HttpResponse:
    return probleem(request, fout)


def _op_invoerfout(request: HttpRequest, fout: Any) -> HttpResponse:
    return probleem(request, bij_invoerfout(fout))


def _op_httpfout(request: HttpRequest, fout: Any) -> HttpResponse:
    return probleem(request, bij_httpfout(fout))


def _op_niet_ingelogd(request: HttpRequest, fout: Any) -> HttpResponse:
    return probleem(request, NIET_INGELOGD)


def _op_te_groot(request: HttpRequest, fout: Any) -> HttpResponse:
    return probleem(request, TE_GROOT)
