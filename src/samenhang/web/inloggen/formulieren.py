"""The login library's forms in our look and in both languages."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm

from samenhang.kernel.basis import Tekst
from samenhang.web.formulieren import Opmaak, vertaald

LABELS = {
    "login": Tekst("E-mailadres", "E-mail address"),
    "email": Tekst("E-mailadres", "E-mail address"),
    "password": Tekst("Wachtwoord", "Password"),
    "oldpassword": Tekst("Huidig wachtwoord", "Current password"),
    "password1": Tekst("Nieuw wachtwoord", "New password"),
    "password2": Tekst("Nieuw wachtwoord nog een keer", "New password once more"),
    "code": Tekst("Code", "Code"),
    "name": Tekst("Naam van de sleutel", "Name of the key"),
    "passwordless": Tekst("Ook inloggen zonder wachtwoord", "Also log in without a password"),
}
HULP = {
    "password1": Tekst(
        "Minstens 12 tekens. Een zin van een paar woorden is sterk en goed te onthouden.",
        "At least 12 characters. A sentence of a few words is strong and easy to remember.",
    ),
    "passwordless": Tekst(
        "De sleutel vraagt dan zelf om uw pincode of vingerafdruk.",
        "The key itself then asks for your PIN or fingerprint.",
    ),
    "code": Tekst(
        "Zes cijfers uit uw app, of een herstelcode.", "Six digits of your app, or a recovery code."
    ),
}


class Onze(Opmaak):
    """Mixin: our labels and help, no placeholders, and the error beside the field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, veld in self.fields.items():
            veld.widget.attrs.pop("placeholder", None)
            if naam in LABELS:
                veld.label = vertaald(LABELS[naam])
                veld.help_text = vertaald(HULP[naam]) if naam in HULP else ""


class Inloggen(Onze, account.LoginForm):  # type: ignore[misc]  # allauth ships no types
    """E-mail address and password."""


class WachtwoordVergeten(Onze, account.ResetPasswordForm):  # type: ignore[misc]
    """Where the link goes."""


class WachtwoordKiezen(Onze, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password, from a link."""


class WachtwoordWijzigen(Onze, account.ChangePasswordForm):  # type: ignore[misc]
    """A new password, knowing the old one."""


class WachtwoordZetten(Onze, account.SetPasswordForm):  # type: ignore[misc]
    """A first password, for who came in by a provider."""


class Bevestigen(Onze, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more."""


class Factorcode(Onze, factor.AuthenticateForm):  # type: ignore[misc]
    """The code at the login."""


class Factorbevestiging(Onze, factor.ReauthenticateForm):  # type: ignore[misc]
    """The code once more."""


class AppInstellen(Onze, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = vertaald(
            Tekst("De zes cijfers die uw app nu toont.", "The six digits that your app shows now.")
        )


class SleutelToevoegen(Onze, AddWebAuthnForm):  # type: ignore[misc]
    """A new security key or passkey."""


class SleutelHernoemen(Onze, EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a key."""
