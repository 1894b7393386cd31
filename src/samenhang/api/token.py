"""Tokens for machines: OAuth 2.0 client credentials (RFC 6749 §4.4), by secret or by signing (RFC 7523), withdrawn by RFC 7009."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja import Form
from pydantic import Field

from samenhang.api.problemen import NIET_INGELOGD
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actions import geef_bewijs, geef_bewijs_op_verklaring, trek_bewijs_in
from samenhang.kernel.organisaties.verklaring import SOORT, Verklaring, lees_verklaring

routes = Routes()


class TokenVraag(Invoer):
    """Client credentials as a form; id and secret may also come as HTTP Basic (RFC 6749 §2.3.1)."""

    grant_type: Annotated[Literal["client_credentials"], Field(alias="grant_type")]
    client_id: Annotated[str, Field(alias="client_id", max_length=36)] = ""
    client_secret: Annotated[str, Field(alias="client_secret", max_length=200)] = ""
    client_assertion_type: Annotated[
        Literal["", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"],
        Field(alias="client_assertion_type"),
    ] = ""
    client_assertion: Annotated[str, Field(alias="client_assertion", max_length=4000)] = ""
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
    """Exchange a key and its secret, or an assertion signed with its private key, for a bearer token of one hour.

    It ends earlier when the key is withdrawn.
    """
    nu, scopes = timezone.now(), vraag.scope.split()
    if vraag.client_assertion or vraag.client_assertion_type:
        bewijs, seconden, scope = geef_bewijs_op_verklaring(_verklaring(request, vraag, nu), nu, scopes)
    else:
        sleutel, geheim = _basic(request) or (vraag.client_id, vraag.client_secret)
        try:
            sleutel_id = UUID(sleutel)
        except ValueError:
            sleutel_id = UUID(int=0)
        bewijs, seconden, scope = geef_bewijs(sleutel_id, geheim, nu, scopes)
    return Token(access_token=bewijs, token_type="Bearer", expires_in=seconden, scope=scope)  # nosec B106


def _verklaring(request: HttpRequest, vraag: TokenVraag, nu: datetime) -> Verklaring:
    """What the machine says of itself; it uses one way to prove itself, not two (RFC 6749 §2.3)."""
    if vraag.client_secret or request.headers.get("Authorization") or vraag.client_assertion_type != SOORT:
        raise Geweigerd(
            "bewijsvoering_onduidelijk",
            Tekst(
                f"Stuur client_assertion met client_assertion_type={SOORT}, en geen geheim daarnaast.",
                f"Send client_assertion with client_assertion_type={SOORT}, and no secret beside it.",
            ),
        )
    verklaring = lees_verklaring(vraag.client_assertion, f"{settings.BASISADRES}/api/v1/token", nu)
    if vraag.client_id not in ("", verklaring.client_id):
        raise Geweigerd(
            "verklaring_onjuist",
            Tekst(
                "client_id is een ander dan in de client_assertion.",
                "client_id is another than in the client_assertion.",
            ),
            status=401,
        )
    return verklaring


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
