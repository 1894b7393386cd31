"""Who calls: an OAuth 2.0 bearer token of a machine, or the session of someone who is logged in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import APIKeyCookie, HttpBearer

from samenhang.kernel.basis import spoor
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import HOEDANIGHEID, actor_bij_bewijs, actor_gekozen


def actor_van_verzoek(request: HttpRequest) -> Actor:
    """The actor that authentication put on the request."""
    actor: Actor = request.auth  # type: ignore[attr-defined]
    return actor


class Bewijs(HttpBearer):
    """OAuth 2.0 bearer token (RFC 6750); the actor becomes `request.auth`."""

    openapi_name = "bearer"

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor behind the token, in one statement; 403 when the token is only for reading and this is not."""
        scope = "lezen" if request.method == "GET" else "schrijven"
        return actor_bij_bewijs(token, timezone.now(), scope=scope, trace=spoor.voor_actor())


class Sessie(APIKeyCookie):
    """The session cookie of the web door; a change needs the CSRF header as well."""

    param_name = settings.SESSION_COOKIE_NAME
    openapi_description = "Sessie van de webdeur; wijzigingen met de kop X-CSRFToken"

    def _get_key(self, request: HttpRequest) -> str | None:
        if self.param_name not in request.COOKIES:
            return None
        return super()._get_key(request)

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """The actor behind the session, in the capacity chosen on the web; raises `KiesEerst` (409) without one."""
        gebruiker: Any = request.user
        if key is None or not isinstance(gebruiker, Gebruiker):
            return None
        gekozen = request.session.get(HOEDANIGHEID, "")
        actor, _ = actor_gekozen(
            gebruiker, gekozen, timezone.localdate(), trace=spoor.voor_actor(), kanaal="api"
        )
        return actor
