"""What a password must be, said in both languages; words that everyone tries first in Dutch, beside Django's English list."""

from __future__ import annotations

import re

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.web.formulieren import vertaald

WOORDEN = (
    "welkom", "wachtwoord", "geheim", "gemeente", "samenhang", "inloggen", "lente", "zomer", "herfst", "winter",
    "januari", "februari", "maart", "april", "juni", "juli", "augustus", "september", "oktober", "november",
    "december", "nederland", "voetbal", "ajax", "feyenoord", "qwerty", "azerty", "iloveyou", "password", "letmein",
    "admin", "beheer", "beheerder", "hallo", "vakantie",
)  # fmt: skip
FOUT = vertaald(
    Tekst(
        "Dit wachtwoord raadt iedereen als eerste. Neem een paar woorden die niet bij elkaar horen.",
        "This password is the first that anyone tries. Take a few words that do not belong together.",
    )
)


class Woordweigering:
    """Refuses a password that is one or two obvious words with figures and signs around them."""

    def validate(self, password: str, user: Gebruiker | None = None) -> None:
        """Raises `ValidationError` for an obvious one."""
        kaal = re.sub(r"[^a-z]", "", password.casefold())
        rest = re.sub("|".join(sorted(WOORDEN, key=len, reverse=True)), "", kaal)
        if kaal and len(rest) < 4:
            raise ValidationError(FOUT, code="voor_de_hand")

    def get_help_text(self) -> str:
        """What is asked, for who fills one in."""
        return str(FOUT)


class Lengte(MinimumLengthValidator):
    """As Django's, in words of both languages."""

    def get_error_message(self) -> str:
        """What is asked."""
        n = self.min_length
        return str(
            vertaald(
                Tekst(
                    f"Dit wachtwoord is te kort: neem minstens {n} tekens, bijvoorbeeld een zin van een paar woorden.",
                    f"This password is too short: take at least {n} characters, for example a few words.",
                )
            )
        )
