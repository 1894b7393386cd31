"""Letting someone in for the first time: a link of one use, by mail or, at the terminal, on the screen."""

from __future__ import annotations

from uuid import UUID

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.beheer.grenzen import is_installatie, medewerker_van, niet_over_zichzelf
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker

ONDERWERP = Tekst("Uw account in Samenhang", "Your account in Samenhang")
BRIEF = Tekst(
    "Beste {naam},\n\n{organisatie} heeft een account voor u gemaakt in Samenhang. "
    "Kies een wachtwoord via deze link. De link werkt één keer en hoogstens drie dagen.\n\n{link}\n\n"
    "Verwachtte u dit niet? Doe dan niets en meld het uw beheerder.\n",
    "Dear {naam},\n\n{organisatie} has made an account for you in Samenhang. "
    "Choose a password through this link. It works once, and for three days at most.\n\n{link}\n\n"
    "Did you not expect this? Then do nothing and tell your administrator.\n",
)


@action(KERNEL, "medewerker uitnodigen")
def nodig_uit(actor: Actor, medewerker_id: UUID) -> str:
    """Mail a worker a link with which he chooses a password; gives the address it goes to.

    It is sent after the transaction. Raises `Geweigerd` (409) when mail is not set up, or when he has a
    password: then he can ask for a link himself.
    """
    medewerker = medewerker_van(actor, medewerker_id)
    niet_over_zichzelf(actor, medewerker)
    gebruiker = _zonder_wachtwoord(medewerker.gebruiker)
    if not settings.EMAIL_HOST and not settings.EMAIL_BACKEND.endswith("locmem.EmailBackend"):
        raise Geweigerd(
            "geen_mail",
            Tekst(
                "Deze installatie verstuurt geen mail (SAMENHANG_SMTP_HOST is leeg). Wie haar beheert, "
                "maakt een link met: samenhang beheer medewerker link.",
                "This installation sends no mail (SAMENHANG_SMTP_HOST is empty). Who runs it makes a link "
                "with: samenhang beheer medewerker link.",
            ),
            status=409,
        )
    brief = BRIEF.met(
        naam=medewerker.naam, organisatie=medewerker.organisatie.onderscheidend, link=_link(gebruiker)
    ).in_taal(gebruiker.taal or "nl")
    onderwerp = ONDERWERP.in_taal(gebruiker.taal or "nl")
    transaction.on_commit(lambda: send_mail(onderwerp, brief, None, [gebruiker.email]))
    huidige_operatie().verandert(medewerker=str(medewerker.id))
    return gebruiker.email


@action(KERNEL, "inloglink maken")
def maak_link(actor: Actor, medewerker_id: UUID) -> str:
    """The same link, for the terminal of the installation only (403): who holds it, can come in."""
    if not is_installatie(actor):
        raise Geweigerd(
            "alleen_installatie",
            Tekst(
                "Alleen wie de installatie beheert, maakt een inloglink.",
                "Only who runs the installation makes a login link.",
            ),
            status=403,
        )
    medewerker = medewerker_van(actor, medewerker_id)
    huidige_operatie().verandert(medewerker=str(medewerker.id))
    return _link(_zonder_wachtwoord(medewerker.gebruiker))


def _zonder_wachtwoord(gebruiker: Gebruiker | None) -> Gebruiker:
    if gebruiker is None or gebruiker.has_usable_password():
        raise Geweigerd(
            "heeft_wachtwoord",
            Tekst(
                "Dit account heeft al een wachtwoord. Laat de medewerker bij het inloggen "
                "“Wachtwoord vergeten” kiezen.",
                "This account has a password. Let the worker choose “Forgot your password” at the login.",
            ),
            status=409,
        )
    return gebruiker


def _link(gebruiker: Gebruiker) -> str:
    sleutel = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(gebruiker)
    pad = reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(gebruiker), "key": sleutel}
    )
    return f"{settings.BASISADRES.rstrip('/')}{pad}"
