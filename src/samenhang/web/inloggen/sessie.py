"""How long a session lasts, and that a worker has a second factor: asked at every request of the web door."""

from __future__ import annotations

import time
from collections.abc import Callable

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone, translation

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.web.weergave import taal

BEGONNEN, GEZIEN = "begonnen", "gezien"
BIJWERKEN = 300
"""Seconds between two notes of when a session was last seen, so that reading a page writes nothing."""
VRIJ = ("/account/", "/uitloggen", "/taal", "/static/", "/leeft", "/klaar", "/inloggen")
"""Where someone without a second factor may be: setting one, and leaving."""

VERLOPEN = Tekst(
    "U was een tijd niet actief en bent daarom uitgelogd. Log opnieuw in.",
    "You were not active for a while and have been logged out. Log in again.",
)
FACTOR_NODIG = Geweigerd(
    "tweede_factor_nodig",
    Tekst(
        "Stel eerst een tweede factor in, bij Instellingen.", "First set up a second factor, under Settings."
    ),
    status=403,
)


class Sessiebewaking:
    """Middleware: ends what lasted too long, remembers when a session was seen, demands the second factor."""

    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self._volgende = volgende

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or send it to the login or to setting a second factor."""
        gebruiker = request.user
        if not isinstance(gebruiker, Gebruiker):
            return self._volgende(request)
        if _verlopen(request):
            logout(request)
            if request.path.startswith("/api/"):
                return self._volgende(request)
            messages.info(request, VERLOPEN.in_taal(taal()))
            return redirect(f"{settings.LOGIN_URL}?next={request.path}" if request.method == "GET" else "/")
        nieuw = _onthoud(request, gebruiker)
        if (
            settings.TWEEDE_FACTOR
            and not request.path.startswith(VRIJ)
            and factor_ontbreekt(request, gebruiker)
        ):
            if request.path.startswith("/api/"):
                return JsonResponse(
                    FACTOR_NODIG.probleem(taal()), status=403, content_type="application/problem+json"
                )
            return redirect("mfa_index")
        antwoord = self._volgende(request)
        if (
            nieuw
            and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES
            and gebruiker.taal not in ("", taal())
        ):
            antwoord.set_cookie(
                settings.LANGUAGE_COOKIE_NAME, gebruiker.taal, samesite="Lax", secure=request.is_secure()
            )
        return antwoord


def _verlopen(request: HttpRequest) -> bool:
    nu = time.time()
    begonnen, gezien = request.session.get(BEGONNEN), request.session.get(GEZIEN)
    if begonnen is None or gezien is None:
        return False
    return bool(nu - gezien > settings.SESSIE_STIL or nu - begonnen > settings.SESSION_COOKIE_AGE)


def _onthoud(request: HttpRequest, gebruiker: Gebruiker) -> bool:
    """Note when the session began and was last seen; gives whether it is new."""
    nu, gezien = time.time(), request.session.get(GEZIEN)
    if gezien is not None and nu - gezien < BIJWERKEN:
        return False
    if gezien is None:
        request.session[BEGONNEN] = nu
        if (
            gebruiker.taal in dict(settings.LANGUAGES)
            and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES
        ):
            translation.activate(gebruiker.taal)
    request.session[GEZIEN] = nu
    UserSession.objects.create_from_request(request)
    return gezien is None


def factor_ontbreekt(request: HttpRequest, gebruiker: Gebruiker) -> bool:
    """Whether this worker still has to set a second factor; a resident and a provider's login need not.

    Whether the factor was used is asked at the login itself. The answer "no" is kept in the session.
    """
    if request.session.get("factor") == "ja":
        return False
    if settings.OIDC_TWEEDE_FACTOR == "aanbieder" and any(
        record["method"] == "socialaccount" for record in get_authentication_records(request, gebruiker)
    ):
        return False
    if Authenticator.objects.filter(user=gebruiker).exclude(type="recovery_codes").exists():
        request.session["factor"] = "ja"
        return False
    return Medewerker.objects.filter(gebruiker=gebruiker, van__lte=timezone.localdate()).exists()
