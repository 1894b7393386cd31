"""What every template may use: who is logged in, where he can go, whether this is the demo."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import KiesEerst, ToegangGestopt
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.web.deur import actor_bij
from samenhang.web.menu import menu_voor, openbare_paginas


def huis(request: HttpRequest) -> dict[str, Any]:
    """The context processor of all pages."""
    context: dict[str, Any] = {
        "demo": settings.DEMO,
        "productnaam": "Samenhang",
        "thema": settings.THEMA.name if settings.THEMA else "",
        "openbare_paginas": openbare_paginas(),
        "leus": Tekst("casus- en procesregie", "casework and coordination"),
    }
    if isinstance(getattr(request, "user", None), Gebruiker):
        with suppress(KiesEerst, ToegangGestopt):
            actor = actor_bij(request)
            context |= {
                "nu": timezone.now(),
                "actor": actor,
                "menu": menu_voor(actor, request.path),
                "rollen": roltitels(actor),
            }
        context["meer_hoedanigheden"] = getattr(request, "_samenhang_meer", False)
    return context


def roltitels(actor: Actor) -> list[Tekst]:
    """The roles of an actor as people call them, each once, in order of scheme and declaration."""
    titels = [
        rol.titel
        for naam, scheme in geinstalleerde_schemes().items()
        for rol in scheme.rollen
        if actor.heeft_rol(naam, rol.naam)
    ]
    return list(dict.fromkeys(titels))
