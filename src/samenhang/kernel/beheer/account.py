"""One's own account: sessions, second factor, and the roles with their dates and mandate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.beheer.queries import RolRegel, rolregels
from samenhang.kernel.logboek.operatie import KERNEL, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker


@dataclass(frozen=True, slots=True)
class Sessie:
    """A place where someone is logged in: which program, from where, since and until last seen."""

    id: int
    apparaat: str
    adres: str
    begonnen: datetime
    gezien: datetime
    deze: bool


@dataclass(frozen=True, slots=True)
class EigenAccount:
    """What someone sees of himself."""

    naam: str
    email: str
    taal: str
    organisatie: str
    rollen: tuple[RolRegel, ...]
    sessies: tuple[Sessie, ...]
    tweede_factor: tuple[str, ...]
    heeft_wachtwoord: bool


def eigen_gebruiker(actor: Actor) -> Gebruiker:
    """The account behind the actor; raises `Geweigerd` (409) for who has none, such as a machine or a duty."""
    gebruiker = Gebruiker.objects.filter(id=actor.gebruiker_id).first() if actor.gebruiker_id else None
    if gebruiker is None:
        raise Geweigerd(
            "geen_account",
            Tekst("Hier hoort geen account van een mens bij.", "There is no person's account behind this."),
            status=409,
        )
    return gebruiker


@query(KERNEL, "eigen account bekijken")
def eigen_account(actor: Actor, sleutel: str = "") -> EigenAccount:
    """One's own account in the capacity one acts in; `sleutel` is the key of the session that asks."""
    gebruiker = eigen_gebruiker(actor)
    dag = timezone.localdate()
    sessies = UserSession.objects.purge_and_list(gebruiker)
    return EigenAccount(
        naam=actor.naam,
        email=gebruiker.email,
        taal=gebruiker.taal,
        organisatie=actor.organisatienaam,
        rollen=rolregels(actor.medewerker_id, dag) if actor.medewerker_id else (),
        sessies=tuple(
            Sessie(
                id=rij.id,
                apparaat=apparaat(rij.user_agent),
                adres=rij.ip,
                begonnen=rij.created_at,
                gezien=rij.last_seen_at,
                deze=rij.session_key == sleutel,
            )
            for rij in sorted(sessies, key=lambda rij: rij.last_seen_at, reverse=True)
        ),
        tweede_factor=tuple(
            Authenticator.objects.filter(user=gebruiker).order_by("type").values_list("type", flat=True)
        ),
        heeft_wachtwoord=gebruiker.has_usable_password(),
    )


PROGRAMMAS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMEN = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"))  # fmt: skip


def apparaat(kop: str) -> str:
    """A browser's own description in two words, as far as it says: "Firefox, Windows"."""
    delen = [next((naam for teken, naam in lijst if teken in kop), "") for lijst in (PROGRAMMAS, SYSTEMEN)]
    return ", ".join(deel for deel in delen if deel) or kop[:40] or "–"
