"""Our settings of the login library: nobody signs up, secrets are encrypted, and errors speak both languages."""

from __future__ import annotations

import base64
import hashlib
import time
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import mag_erin
from samenhang.web.formulieren import vertaald

FOUTEN = {
    "account_inactive": Tekst(
        "Dit account is gesloten. Vraag uw beheerder.", "This account is closed. Ask your administrator."
    ),
    "email_password_mismatch": Tekst(
        "Het e-mailadres of het wachtwoord klopt niet. Probeer het opnieuw, of kies “Wachtwoord vergeten”.",
        "The e-mail address or the password is wrong. Try again, or choose “Forgot your password”.",
    ),
    "enter_current_password": Tekst(
        "Dit is niet uw huidige wachtwoord.", "This is not your current password."
    ),
    "incorrect_code": Tekst(
        "Deze code klopt niet (meer). Neem de nieuwste code uit uw app, of een herstelcode.",
        "This code is wrong or has expired. Take the newest code of your app, or a recovery code.",
    ),
    "incorrect_password": Tekst("Dit wachtwoord klopt niet.", "This password is wrong."),
    "invalid_or_expired_key": Tekst(
        "Deze link is gebruikt of verlopen. Vraag een nieuwe aan.",
        "This link was used or has expired. Ask for a new one.",
    ),
    "invalid_login": Tekst("Inloggen is niet gelukt.", "The login failed."),
    "invalid_password_reset": Tekst(
        "Deze link is gebruikt of verlopen. Vraag een nieuwe aan.",
        "This link was used or has expired. Ask for a new one.",
    ),
    "too_many_login_attempts": Tekst(
        "Te veel mislukte pogingen. Wacht vijf minuten en probeer het dan opnieuw.",
        "Too many failed attempts. Wait five minutes and try again.",
    ),
    "rate_limited": Tekst(
        "Te veel pogingen. Wacht even en probeer het dan opnieuw.",
        "Too many attempts. Wait a moment and try again.",
    ),
    "cannot_delete_authenticator": Tekst(
        "Deze tweede factor kan nu niet weg.", "This second factor cannot go now."
    ),
    "cannot_generate_recovery_codes": Tekst(
        "Stel eerst een app of sleutel in; herstelcodes horen daarbij.",
        "First set up an app or key; recovery codes belong to it.",
    ),
    "invalid_token": Tekst("De aanmelding klopt niet.", "The login answer is wrong."),
}


def _fouten(eigen: dict[str, Any]) -> dict[str, Any]:
    """The library's errors with ours in their place."""
    return eigen | {code: vertaald(tekst) for code, tekst in FOUTEN.items() if code in eigen}


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """Checks passwords, and asks at every request anew whether the account may still come in."""

    def user_can_authenticate(self, user: Gebruiker | None) -> bool:
        """Active accounts only, and personas in the demo only; also for a session that is going on."""
        return user is not None and mag_erin(user)


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts are made by an administrator, never by the visitor."""

    error_messages: ClassVar[dict[str, Any]] = _fouten(DefaultAccountAdapter.error_messages)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def pre_login(self, request: HttpRequest, user: Gebruiker, **kwargs: Any) -> Any:
        """The last word on every way in (password, passkey, provider): may this account come in at all?"""
        if not mag_erin(user):
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who proved himself in the last minutes, by logging in or because he was asked, is not asked again."""
        from allauth.account import app_settings
        from allauth.account.internal.flows.login import get_authentication_records

        if not super().is_reauthentication_required(app=app, **kwargs):
            return False
        bewezen = [record["at"] for record in get_authentication_records(self.request, self.request.user)]
        return not bewezen or time.time() - max(bewezen) >= app_settings.REAUTHENTICATION_TIMEOUT


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Second factors: their secrets are encrypted at rest under a key of the deployment."""

    error_messages: ClassVar[dict[str, Any]] = _fouten(DefaultMFAAdapter.error_messages)

    def encrypt(self, text: str) -> str:
        """AES-128-CBC with HMAC-SHA-256 (Fernet)."""
        return _kluis().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Back again; a wrong key raises `InvalidToken`."""
        return _kluis().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: Gebruiker, type: Any) -> str:
        """A first name for a new key, which its owner can change."""
        from allauth.mfa.models import Authenticator

        nummer = Authenticator.objects.filter(user=user, type=type).count() + 1
        return str(vertaald(Tekst(f"Sleutel {nummer}", f"Key {nummer}")))


def _kluis() -> Fernet:
    sleutel = hashlib.sha256(b"tweede-factor|" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(sleutel))
