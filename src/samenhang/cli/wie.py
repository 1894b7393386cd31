"""Who a command acts as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenhang.cli import django_aan
from samenhang.kernel.basis import Geweigerd, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.actor import Actor


def actor_van_adres(adres: str) -> Actor:
    """Who has this address. Raises `Geweigerd` when nobody does."""
    django_aan()
    from django.utils import timezone

    from samenhang.kernel.organisaties.models import Gebruiker
    from samenhang.kernel.organisaties.queries import actor_gekozen

    gebruiker = Gebruiker.objects.filter(email=adres.strip().lower(), is_active=True).first()
    if gebruiker is None:
        raise Geweigerd(
            "account_onbekend",
            Tekst(
                f"Er is geen account {adres}, of het is gesloten. Noem bij --als het adres van iemand die hier werkt.",
                f"There is no account {adres}, or it was closed. Give --als the address of someone who works here.",
            ),
        )
    return actor_gekozen(gebruiker, "", timezone.localdate(), trace="", kanaal="cli")[0]
