"""Coming in with a password, as a test does it."""

from __future__ import annotations

from typing import Any

WACHTWOORD = "Zeven-sloten-tegelijk"
LOGIN = "/account/login/"


def met_wachtwoord(gebruiker_id: Any) -> Any:
    """The user, with the password of all tests."""
    from samenhang.kernel.organisaties.models import Gebruiker

    gebruiker = Gebruiker.objects.get(id=gebruiker_id)
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    return gebruiker


def log_in(client: Any, gebruiker: Any, wachtwoord: str = WACHTWOORD, **meer: str) -> Any:
    """Send the login form; gives the answer."""
    return client.post(LOGIN, {"login": gebruiker.email, "password": wachtwoord, **meer})
