"""Settings of one's own: language, sessions, password, second factor, and the roles one holds."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Tekst
from samenhang.kernel.beheer.account import eigen_account
from samenhang.kernel.beheer.actions import account as acties
from samenhang.kernel.organisaties.actor import Actor
from samenhang.web.deur import pagina

PAD = "/instellingen"


def _meld(request: HttpRequest, nl: str, en: str) -> None:
    messages.success(request, Tekst(nl, en).in_taal(translation.get_language() or "nl"))


@pagina
def instellingen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Everything on one page."""
    account = eigen_account(actor, request.session.session_key or "")
    context = {
        "account": account,
        "talen": settings.LANGUAGES,
        "taal_nu": account.taal or translation.get_language(),
    }
    return render(request, "samenhang/instellingen.html", context)


@require_POST
@pagina
def taal(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Keep a language: for this browser and for mail."""
    gekozen = acties.kies_taal(actor, request.POST.get("taal", ""))
    translation.activate(gekozen)
    _meld(request, "Uw taal is Nederlands.", "Your language is English.")
    antwoord = redirect(PAD)
    antwoord.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, gekozen, samesite="Lax", secure=settings.LANGUAGE_COOKIE_SECURE
    )
    return antwoord


@require_POST
@pagina
def sessie(request: HttpRequest, actor: Actor, sessie_id: int) -> HttpResponse:
    """End one session."""
    acties.beeindig_sessie(actor, sessie_id)
    _meld(request, "Die sessie is beëindigd.", "That session was ended.")
    return redirect(PAD)


@require_POST
@pagina
def overal(request: HttpRequest, actor: Actor) -> HttpResponse:
    """End every other session."""
    aantal = acties.log_overal_uit(actor, behalve=request.session.session_key or "")
    _meld(request, f"U bent elders uitgelogd ({aantal}).", f"You were logged out elsewhere ({aantal}).")
    return redirect(PAD)
