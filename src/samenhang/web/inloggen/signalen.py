"""Coming in and leaving stand in the audit log; a failed attempt in the log of the service, without an address."""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.signals import authenticator_removed
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from samenhang.kernel.basis import spoor
from samenhang.kernel.logboek.operatie import KERNEL, operatie
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import actor_van

log = logging.getLogger("samenhang.inloggen")


def _noteer(naam: str, request: HttpRequest, gebruiker: Gebruiker, **wijziging: Any) -> None:
    actor = actor_van(gebruiker, timezone.localdate(), trace=spoor.voor_actor())
    with operatie(KERNEL, naam, actor) as op:
        op.verandert(**wijziging)


@receiver(user_logged_in, dispatch_uid="samenhang_ingelogd")
def ingelogd(sender: object, request: HttpRequest, user: Gebruiker, **kwargs: Any) -> None:
    """Who came in, and by which ways (password, code, passkey, provider)."""
    wegen = [record["method"] for record in get_authentication_records(request, user)]
    _noteer("inloggen", request, user, langs=wegen)


@receiver(user_logged_out, dispatch_uid="samenhang_uitgelogd")
def uitgelogd(sender: object, request: HttpRequest, user: Gebruiker | None, **kwargs: Any) -> None:
    """Who left; nobody when the session had ended already."""
    if isinstance(user, Gebruiker):
        _noteer("uitloggen", request, user)


@receiver(user_login_failed, dispatch_uid="samenhang_mislukt")
def mislukt(sender: object, credentials: dict[str, Any], **kwargs: Any) -> None:
    """A wrong password: counted for the operator, without saying whose."""
    log.warning("inloggen mislukt")


@receiver(authenticator_removed, dispatch_uid="samenhang_factor_weg")
def factor_weg(sender: object, request: HttpRequest, **kwargs: Any) -> None:
    """Whether there still is a second factor is asked anew."""
    request.session.pop("factor", None)
