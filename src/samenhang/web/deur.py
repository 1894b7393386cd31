"""What every page needs: the actor of the request, and refusals as pages instead of tracebacks."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language

from samenhang.kernel.basis import Geweigerd, Tekst, spoor
from samenhang.kernel.basis.emmers import Emmers
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import HOEDANIGHEID, KiesEerst, actor_gekozen
from samenhang.web.weigeringspagina import weigeringspagina

Pagina = Callable[..., HttpResponseBase]
_EMMERS = Emmers()
TE_VEEL = Geweigerd(
    "te_veel",
    Tekst(
        "U opende heel veel pagina's in korte tijd. Wacht even en ga dan verder; er is niets verloren.",
        "You opened a great many pages in a short time. Wait a moment and go on; nothing was lost.",
    ),
    status=429,
)


def actor_bij(request: HttpRequest) -> Actor:
    """The actor behind the session in the capacity that was chosen, once per request.

    Raises `KiesEerst` when there is a choice and none was made, or when the chosen one has ended.
    """
    actor: Actor | None = getattr(request, "_samenhang_actor", None)
    if actor is None:
        assert isinstance(request.user, Gebruiker)  # pages require a login
        actor, meer = actor_gekozen(
            request.user,
            request.session.get(HOEDANIGHEID, ""),
            timezone.localdate(),
            trace=spoor.voor_actor(),
        )
        request._samenhang_actor, request._samenhang_meer = actor, meer  # type: ignore[attr-defined]
    return actor


def pagina(functie: Callable[..., HttpResponseBase]) -> Pagina:
    """A page for who is logged in; a refusal becomes a page that says what is missing and whom to ask.

    A refused form goes back to where it came from with the reason on top, when `terug` stands in the form.
    Who has not chosen yet for whom he works, chooses first.
    """

    @functools.wraps(functie)
    def bewaakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            actor = actor_bij(request)
            if wacht := _EMMERS.neem(_wie(actor), settings.PAGINAS_PER_MINUUT):
                return _later(request, wacht)
            return functie(request, actor, *args, **kwargs)
        except KiesEerst:
            return redirect("/hoedanigheid")
        except Geweigerd as weigering:
            return toon_weigering(request, weigering)

    return login_required(bewaakt)


def _wie(actor: Actor) -> str:
    return str(actor.medewerker_id or actor.persoon_id or actor.gebruiker_id)


def _later(request: HttpRequest, wacht: float) -> HttpResponse:
    """Who asks faster than anybody reads waits a moment; it is no attempt and stops nobody's access."""
    antwoord = weigeringspagina(request, TE_VEEL)
    antwoord.headers["Retry-After"] = str(int(wacht) + 1)
    return antwoord


def toon_weigering(request: HttpRequest, weigering: Geweigerd) -> HttpResponse:
    """A refusal as a page of its own, or as a message above the form that was sent."""
    terug = request.POST.get("terug", "") if request.method == "POST" else ""
    if re.fullmatch(r"/[A-Za-z0-9/_.?=&-]*", terug) and not terug.startswith("//"):
        for fout in weigering.fouten or ():
            messages.error(request, f"{fout.tekst.in_taal(get_language() or 'nl')} ({fout.code})")
        if not weigering.fouten:
            messages.error(request, f"{weigering.tekst.in_taal(get_language() or 'nl')} ({weigering.code})")
        return redirect(terug)
    return weigeringspagina(request, weigering)
