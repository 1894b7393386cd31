"""Tokens for machines: OAuth 2.0 client credentials (RFC 6749 §4.4), withdrawn by RFC 7009."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Form
from pydantic import Field

from samenhang.api.problemen import NIET_INGELOGD
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.kernel.organisaties.actions import geef_bewijs, trek_bewijs_in

routes = Routes()


class TokenVraag(Invoer):
    """Client credentials as a form; id and secret may also come as HTTP Basic (RFC 6749 §2.3.1)."""

    grant_type: Annotated[Literal["client_credentials"], Field(alias="grant_type")]
    client_id: Annotated[str, Field(alias="client_id", max_length=36)] = ""
    client_secret: Annotated[str, Field(alias="client_secret", max_length=200)] = ""
    scope: Annotated[
        str,
        Field(
            pattern="^(|lezen|schrijven|lezen schrijven)$", description="Leeg: alles waar de sleutel voor is"
        ),
    ] = ""


class Token(Uitvoer):
    """A bearer token and its life in seconds; the names are those of RFC 6749."""

    access_token: Annotated[str, Field(alias="access_token")]
    token_type: Annotated[Literal["Bearer"], Field(alias="token_type")]
    expires_in: Annotated[int, Field(alias="expires_in", examples=[3600])]
    scope: Annotated[str, Field(examples=["lezen schrijven"])]


@routes.post("/token", summary="Bewijs vragen", auth=None, herhaling="", fouten=(401,))
def token(request: HttpRequest, vraag: Form[TokenVraag]) -> Token:
    """Exchange a key and its secret for a bearer token of one hour. It ends earlier when the key is withdrawn."""
    sleutel, geheim = _basic(request) or (vraag.client_id, vraag.client_secret)
    try:
        sleutel_id = UUID(sleutel)
    except ValueError:
        sleutel_id = UUID(int=0)
    bewijs, seconden, scope = geef_bewijs(sleutel_id, geheim, timezone.now(), vraag.scope.split())
    return Token(access_token=bewijs, token_type="Bearer", expires_in=seconden, scope=scope)  # nosec B106


class Intrekking(Invoer):
    """The token to end."""

    token: Annotated[str, Field(min_length=1, max_length=200)]
    token_type_hint: Annotated[str, Field(alias="token_type_hint", max_length=40)] = ""


class Ingetrokken(Uitvoer):
    """It is over, whether or not it was a token."""

    ingetrokken: Literal[True]


@routes.post("/token/intrekkingen", summary="Bewijs intrekken", auth=None, herhaling="", fouten=())
def trek_token_in(request: HttpRequest, vraag: Form[Intrekking]) -> Ingetrokken:
    """End a token at once (RFC 7009); who holds it may end it. An unknown token gives the same answer."""
    trek_bewijs_in(vraag.token)
    return Ingetrokken(ingetrokken=True)


def _basic(request: HttpRequest) -> tuple[str, str] | None:
    soort, _, waarde = request.headers.get("Authorization", "").partition(" ")
    if soort.lower() != "basic":
        return None
    try:
        sleutel, dubbelepunt, geheim = base64.b64decode(waarde, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError) as fout:
        raise NIET_INGELOGD from fout
    return (sleutel, geheim) if dubbelepunt else None
