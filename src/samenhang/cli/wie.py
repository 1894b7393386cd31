"""Who a command acts as."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from samenhang.cli import django_aan
from samenhang.kernel.basis import Geweigerd, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.actor import Actor

MINUUT: Final = timedelta(minutes=1)


def actor_van_adres(adres: str) -> Actor:
    """Who has this address. Raises `Geweigerd` when nobody does, and when too many commands act for him at once."""
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
    return binnen_de_grens(actor_gekozen(gebruiker, "", timezone.localdate(), trace="", kanaal="cli")[0])


def binnen_de_grens(actor: Actor) -> Actor:
    """The actor, unless as many commands ran in his name in the last minute as may; every command passes here once.

    Each command is a process of its own, so they are counted in the log. Raises `Geweigerd` (429).
    """
    from django.conf import settings
    from django.utils import timezone

    from samenhang.kernel.logboek.queries import bezigheden

    nu, hoogstens = timezone.now(), settings.OPDRACHTEN_PER_MINUUT
    if bezigheden(actor.gebruiker_id, "cli", nu - MINUUT, nu) < hoogstens:
        return actor
    raise Geweigerd(
        "te_veel",
        Tekst(
            f"Voor {actor.naam} liepen er in de laatste minuut {hoogstens} opdrachten of meer. Wacht een minuut.",
            f"In the last minute {hoogstens} commands or more acted for {actor.naam}. Wait a minute.",
        ),
        status=429,
    )
