"""What stands behind an account: its sessions, machine tokens and second factor."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from samenhang.kernel.organisaties.models import Bewijs, Gebruiker, Medewerker, Toegangsstop


def beeindig_sessies(gebruiker: Gebruiker, *, behalve: str = "") -> int:
    """End the sessions of an account everywhere, except the one with this key; gives how many."""
    sessies = UserSession.objects.filter(user=gebruiker).exclude(session_key=behalve)
    aantal = 0
    for sessie in sessies:
        sessie.end()
        aantal += 1
    return aantal


def sluit_af(medewerker: Medewerker) -> None:
    """Nothing that was given for this employment works any longer: tokens go, and sessions start anew."""
    Bewijs.objects.filter(sleutel__medewerker=medewerker).delete()
    if medewerker.gebruiker is not None:
        beeindig_sessies(medewerker.gebruiker)


def stop_toegang(medewerker: Medewerker, aanleiding: str, nu: datetime) -> Toegangsstop:
    """Stop the access of a worker: his sessions end, and every door refuses him until an administrator reopens it."""
    stop = Toegangsstop.objects.create(medewerker=medewerker, sinds=nu, aanleiding=aanleiding)
    if medewerker.gebruiker is not None:
        beeindig_sessies(medewerker.gebruiker)
    return stop


def wis_tweede_factor(gebruiker: Gebruiker) -> int:
    """Forget the second factors of an account, so that a new one must be set at the next login."""
    aantal, _ = Authenticator.objects.filter(user=gebruiker).delete()
    return int(aantal)
