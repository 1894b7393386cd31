"""What every template may use: who is logged in, where he can go, whether this is the demo."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.web.deur import actor_bij
from samenhang.web.menu import menu_voor


def huis(request: HttpRequest) -> dict[str, Any]:
    """The context processor of all pages."""
    context: dict[str, Any] = {
        "demo": settings.DEMO,
        "productnaam": "Samenhang",
        "thema": settings.THEMA.name if settings.THEMA else "",
        "leus": Tekst("casus- en procesregie", "casework and coordination"),
    }
    if isinstance(getattr(request, "user", None), Gebruiker):
        actor = actor_bij(request)
        context |= {"actor": actor, "menu": menu_voor(actor, request.path)}
    return context
