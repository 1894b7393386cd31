"""OpenID Connect: code flow with PKCE, state and nonce; every ID token is checked with the provider's key.

The library trusts a token that came over TLS and sends no nonce; the NLgov profile asks for both, so that a
token for someone else, or of another login, is refused wherever it came from.
"""

from __future__ import annotations

import logging
import secrets
from typing import Any

import jwt
import requests
from allauth.account.adapter import get_adapter as account_adapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst, spoor
from samenhang.kernel.beheer.claims import zet_rollen_uit_claims
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import actor_van, mag_erin
from samenhang.web.weigeringspagina import weigeringspagina

log = logging.getLogger("samenhang.inloggen")
HANDTEKENINGEN = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
"""Signatures with a public key only; "none" and shared secrets are refused."""
SPELING = 60
"""Seconds that the provider's clock may differ from ours."""

NIET_BEKEND = Geweigerd(
    "account_onbekend",
    Tekst(
        "U bent ingelogd bij uw organisatie, maar heeft hier nog geen account. Vraag uw beheerder om u toe te voegen.",
        "You are logged in at your organisation, but have no account here yet. Ask your administrator to add you.",
    ),
    status=403,
)
ONBEVESTIGD = Geweigerd(
    "email_onbevestigd",
    Tekst(
        "Uw organisatie heeft niet bevestigd dat dit e-mailadres van u is. Daarom koppelen wij het niet aan een "
        "account. Vraag uw beheerder.",
        "Your organisation has not confirmed that this e-mail address is yours, so it is not linked to an account. "
        "Ask your administrator.",
    ),
    status=403,
)


class Verbinding(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth ships no types
    """The conversation with the provider in one login."""

    verwachte_nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself; raises `OAuth2Error` when it is another issuer than configured."""
        config: dict[str, Any] = super().openid_config
        verwacht = self.get_provider().app.settings["server_url"].split("/.well-known/")[0].rstrip("/")
        if str(config.get("issuer", "")).rstrip("/") != verwacht:
            raise OAuth2Error("issuer")
        return config

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **kwargs: Any) -> SocialLogin:
        """Check the ID token, and that the further claims are about the same person."""
        id_token = kwargs["response"].get("id_token")
        if not id_token:
            raise OAuth2Error("id_token ontbreekt")
        zeker = self._decode_id_token(app, id_token)
        meer = self._fetch_user_info(token.token)
        if meer.get("sub") != zeker["sub"]:
            raise OAuth2Error("userinfo van een ander")
        gegevens = {"userinfo": meer | zeker, "id_token": zeker}
        return self.get_provider().sociallogin_from_response(request, gegevens)

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        """Signature, issuer, audience, times and nonce; raises `OAuth2Error` for whichever is wrong."""
        try:
            claims: dict[str, Any] = jwt.decode(
                id_token,
                key=self._sleutel(id_token),
                algorithms=HANDTEKENINGEN,
                audience=app.client_id,
                issuer=self.openid_config["issuer"],
                leeway=SPELING,
                options={"require": ["exp", "iat", "sub", "iss", "aud"]},
            )
        except (jwt.PyJWTError, ValueError, KeyError, TypeError) as fout:
            raise OAuth2Error(f"id_token: {type(fout).__name__}") from fout
        if not self.verwachte_nonce or claims.get("nonce") != self.verwachte_nonce:
            raise OAuth2Error("id_token: nonce")
        doelgroep = claims["aud"]
        if isinstance(doelgroep, list) and len(doelgroep) > 1 and claims.get("azp") != app.client_id:
            raise OAuth2Error("id_token: azp")
        return claims

    def _sleutel(self, id_token: str) -> Any:
        kop = jwt.get_unverified_header(id_token)
        if kop.get("alg") not in HANDTEKENINGEN:
            raise jwt.InvalidAlgorithmError
        with get_adapter().get_requests_session() as sessie:
            antwoord = sessie.get(self.openid_config["jwks_uri"])
            antwoord.raise_for_status()
        sleutels = jwt.PyJWKSet.from_dict(antwoord.json()).keys
        passend = [s for s in sleutels if s.public_key_use in (None, "sig") and s.key_id == kop.get("kid")]
        if len(passend) != 1:
            raise jwt.InvalidKeyError("kid")
        return passend[0].key


class Aanbieder(OpenIDConnectProvider):  # type: ignore[misc]  # allauth ships no types
    """The provider of this deployment; each login gets a nonce, kept with its state."""

    oauth2_adapter_class = Verbinding
    package = "allauth.socialaccount.providers.openid_connect"  # whose addresses are used

    def redirect(self, request: HttpRequest, process: str, **kwargs: Any) -> HttpResponse:
        """Send the browser to the provider, with state, PKCE challenge and nonce."""
        nonce = secrets.token_urlsafe(24)
        kwargs["auth_params"] = self.get_auth_params() | {"nonce": nonce}
        kwargs["scope"] = self.get_scope()
        try:
            antwoord: HttpResponse = super().redirect(request, process, nonce=nonce, **kwargs)
        except (OAuth2Error, requests.RequestException) as fout:
            antwoord = render_authentication_error(request, self, exception=fout)
        return antwoord


provider_classes = [Aanbieder]


class _Terugkeer(OAuth2CallbackView):  # type: ignore[misc]  # allauth ships no types
    def _get_state(self, request: HttpRequest, provider: Any) -> Any:
        state, antwoord = super()._get_state(request, provider)
        if state is not None:
            self.adapter.verwachte_nonce = state.get("nonce", "")
        return state, antwoord


def terugkeer(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Where the provider sends the browser back to."""
    verbinding = Verbinding(request, provider_id)
    try:
        antwoord: HttpResponse = _Terugkeer.adapter_view(verbinding)(request)
    except SocialApp.DoesNotExist as fout:
        raise Http404 from fout
    except (OAuth2Error, requests.RequestException) as fout:
        antwoord = render_authentication_error(request, verbinding.get_provider(), exception=fout)
    return antwoord


class OidcAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Who a provider's answer is here: an account that an administrator made, found once by its address."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody gets an account by logging in elsewhere."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account and set the roles from the claims; ends with a page when there is none."""
        sociallogin.state["process"] = "login"  # never a connection to who happens to be logged in
        claims: dict[str, Any] = sociallogin.account.extra_data["userinfo"]
        if sociallogin.is_existing:
            gebruiker = sociallogin.user
        else:
            gebruiker = self._bij_adres(request, claims)
            sociallogin.connect(request, gebruiker)
        if not mag_erin(gebruiker):
            raise ImmediateHttpResponse(account_adapter(request).respond_user_inactive(request, gebruiker))
        dag = timezone.localdate()
        actor = actor_van(gebruiker, dag, trace=spoor.voor_actor())
        zet_rollen_uit_claims(actor, gebruiker, claims.get(settings.OIDC_ROLCLAIM), dag)

    def _bij_adres(self, request: HttpRequest, claims: dict[str, Any]) -> Gebruiker:
        """The account with the address of the claims, by the policy of SAMENHANG_OIDC_EMAIL."""
        bevestigd = claims.get("email_verified")
        vertrouwd = settings.OIDC_EMAIL == "vertrouwd" and "email_verified" not in claims
        gebruiker = Gebruiker.objects.filter(email=str(claims.get("email", "")).strip().lower()).first()
        if gebruiker is None:
            raise ImmediateHttpResponse(weigeringspagina(request, NIET_BEKEND))
        if bevestigd is not True and not vertrouwd:
            raise ImmediateHttpResponse(weigeringspagina(request, ONBEVESTIGD))
        return gebruiker

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Why a login failed, for the operator; the visitor gets a page without details."""
        if isinstance(exception, requests.RequestException):
            log.error("aanbieder onbereikbaar: %s", type(exception).__name__)
        else:
            log.warning("inloggen via aanbieder mislukt: %s %s", error, exception)

    def get_requests_session(self) -> requests.Session:
        """Waits ten seconds at most, and follows the provider nowhere else."""
        sessie: requests.Session = super().get_requests_session()
        sessie.max_redirects = 0
        return sessie
