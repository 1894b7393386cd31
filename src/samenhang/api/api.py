"""The one API of a deployment: token, terms, and the routers of the installed schemes."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from samenhang.api.adr import AdrAPI, Invoer
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.organisaties.actions import geef_bewijs
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.scheme.register import scheme_pakket
from samenhang.kernel.termijnen.opdracht import bereken_document

api = AdrAPI()


class TokenVraag(Invoer):
    """Client credentials (RFC 6749 §4.4), as JSON."""

    client_id: UUID
    client_secret: str
    grant_type: str = "client_credentials"


@api.post("/token", auth=None, tags=["toegang"], summary="Bewijs vragen")
def token(request: HttpRequest, vraag: TokenVraag) -> dict[str, Any]:
    """Exchange a key and its secret for a bearer token of one hour."""
    bewijs, seconden = geef_bewijs(vraag.client_id, vraag.client_secret, timezone.now())
    return {"access_token": bewijs, "token_type": "Bearer", "expires_in": seconden}  # nosec B105


@api.post("/termijnberekeningen", tags=["termijnen"], summary="Termijn berekenen")
def termijn(request: HttpRequest, document: dict[str, Any]) -> dict[str, Any]:
    """The end of a term with its explanation; the same document as `samenhang termijn bereken`."""
    return bereken_document(document, standaardkalender())


for _naam in geinstalleerde_schemes():
    if find_spec(f"{scheme_pakket(_naam)}.api"):
        api.add_router(f"/{_naam}", import_module(f"{scheme_pakket(_naam)}.api").router, tags=[_naam])
