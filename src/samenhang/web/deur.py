"""What every page needs: the actor of the request, and refusals as pages instead of tracebacks."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import actor_als, hoedanigheden, inwoner_van

Pagina = Callable[..., HttpResponse]
HOEDANIGHEID = "hoedanigheid"
"""Session key: the employment as which someone acts (its id), or `ALS_INWONER`."""
ALS_INWONER = "inwoner"


def trace_van(request: HttpRequest) -> str:
    """The trace id of a W3C `traceparent` header, or empty when there is none or it is malformed."""
    treffer = re.fullmatch(
        r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}", request.headers.get("traceparent", "")
    )
    return treffer.group(1) if treffer and set(treffer.group(1)) != {"0"} else ""


class KiesEerst(Exception):
    """Someone who can act in several capacities has not chosen one yet."""


def actor_bij(request: HttpRequest) -> Actor:
    """The actor behind the session in the capacity that was chosen, once per request.

    Raises `KiesEerst` when there is a choice and none was made, or when the chosen one has ended.
    """
    actor: Actor | None = getattr(request, "_samenhang_actor", None)
    if actor is None:
        assert isinstance(request.user, Gebruiker)  # pages require a login
        actor = _actor(request, request.user)
        request._samenhang_actor = actor  # type: ignore[attr-defined]
    return actor


def _actor(request: HttpRequest, gebruiker: Gebruiker) -> Actor:
    dag, trace = timezone.localdate(), trace_van(request)
    gekozen = request.session.get(HOEDANIGHEID, "")
    werkt = hoedanigheden(gebruiker, dag)
    inwoner = gebruiker.persoon_id is not None
    request._samenhang_meer = len(werkt) + inwoner > 1  # type: ignore[attr-defined]
    for medewerker in werkt:
        if str(medewerker.id) == gekozen or (len(werkt) == 1 and not inwoner):
            return actor_als(medewerker, dag, trace=trace)
    if werkt and not (inwoner and gekozen == ALS_INWONER):
        raise KiesEerst
    return inwoner_van(gebruiker, trace=trace)


def pagina(functie: Callable[..., HttpResponse]) -> Pagina:
    """A page for who is logged in; a refusal becomes a page that says what is missing and whom to ask.

    A refused form goes back to where it came from with the reason on top, when `terug` stands in the form.
    Who has not chosen yet for whom he works, chooses first.
    """

    @functools.wraps(functie)
    def bewaakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return functie(request, actor_bij(request), *args, **kwargs)
        except KiesEerst:
            return redirect("/hoedanigheid")
        except Geweigerd as weigering:
            return toon_weigering(request, weigering)

    return login_required(bewaakt)


def toon_weigering(request: HttpRequest, weigering: Geweigerd) -> HttpResponse:
    """A refusal as a page of its own, or as a message above the form that was sent."""
    tekst = weigering.tekst.in_taal(get_language() or "nl")
    terug = request.POST.get("terug", "") if request.method == "POST" else ""
    if re.fullmatch(r"/[A-Za-z0-9/_.?=&-]*", terug) and not terug.startswith("//"):
        for fout in weigering.fouten or ():
            messages.error(request, f"{fout.tekst.in_taal(get_language() or 'nl')} ({fout.code})")
        if not weigering.fouten:
            messages.error(request, f"{tekst} ({weigering.code})")
        return redirect(terug)
    return render(
        request, "samenhang/weigering.html", {"weigering": weigering, "tekst": tekst}, status=weigering.status
    )
