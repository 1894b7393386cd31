"""The start page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.organisaties.queries import KiesEerst, ToegangGestopt
from samenhang.web.deur import actor_bij
from samenhang.web.menu import menu_voor
from samenhang.web.weigeringspagina import weigeringspagina


def start(request: HttpRequest) -> HttpResponse:
    """Where someone begins: the first entry of his menu; who is not logged in, at the login."""
    if not request.user.is_authenticated:
        return redirect("/inloggen")
    try:
        menu = menu_voor(actor_bij(request), "/")
    except KiesEerst:
        return redirect("/hoedanigheid")
    except ToegangGestopt as weigering:
        return weigeringspagina(request, weigering)
    return redirect(menu.begin) if menu.begin else render(request, "samenhang/geen_rol.html", status=403)
