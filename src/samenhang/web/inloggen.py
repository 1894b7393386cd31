"""Login: local accounts with a second factor, and OpenID Connect with roles from claims."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from samenhang.kernel.organisaties.models import Bewijs, Gebruiker, Medewerker, Rolvervulling


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts are made by an administrator or by the identity provider, never by the visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False


class OidcAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts of a trusted identity provider: matched by verified e-mail, roles follow the claims at each login."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Only who already is a worker here may come in."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Connect to the account with the verified e-mail address and set the roles from the claims."""
        gegevens: dict[str, Any] = sociallogin.account.extra_data
        gegevens = gegevens.get("userinfo", gegevens)
        email = str(gegevens.get("email", "")).lower()
        gebruiker = (
            Gebruiker.objects.filter(email=email, is_active=True).first()
            if gegevens.get("email_verified")
            else None
        )
        if gebruiker is None:
            return
        if not sociallogin.is_existing:
            sociallogin.connect(request, gebruiker)
        medewerker = Medewerker.objects.filter(gebruiker=gebruiker).first()
        if medewerker is not None:
            zet_rollen(medewerker, gegevens.get(settings.OIDC_ROLCLAIM, []))


@transaction.atomic
def zet_rollen(medewerker: Medewerker, claims: object) -> None:
    """Make the roles from claims ("scheme:role") the worker's claim roles of today; local roles stay.

    Roles that are no longer claimed end yesterday, and bearer tokens with them.
    """
    gevraagd = (
        {tuple(claim.split(":", 1)) for claim in claims if isinstance(claim, str) and ":" in claim}
        if isinstance(claims, list)
        else set()
    )
    vandaag = timezone.localdate()
    open_ = {
        (rij.scheme, rij.rol): rij
        for rij in Rolvervulling.objects.filter(medewerker=medewerker, tot__isnull=True)
    }
    for sleutel, rij in open_.items():
        if rij.bron == "claim" and sleutel not in gevraagd:
            rij.tot = vandaag - timedelta(days=1)
            rij.save(update_fields=["tot"])
            Bewijs.objects.filter(sleutel__medewerker=medewerker).delete()
    for scheme, rol in sorted(gevraagd - set(open_)):
        Rolvervulling.objects.create(
            medewerker=medewerker, scheme=scheme, rol=rol, van=vandaag, bron="claim", mandaat="OpenID Connect"
        )
