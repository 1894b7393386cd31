"""Start page, health checks and the log views of the kernel."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from samenhang.kernel.logboek.queries import audit, over_mij
from samenhang.kernel.organisaties.actor import Actor
from samenhang.web.deur import KiesEerst, actor_bij, pagina
from samenhang.web.menu import menu_voor


def start(request: HttpRequest) -> HttpResponse:
    """Where someone begins: the first entry of his menu; who is not logged in, at the login."""
    if not request.user.is_authenticated:
        return redirect("/inloggen")
    try:
        menu = menu_voor(actor_bij(request), "/")
    except KiesEerst:
        return redirect("/hoedanigheid")
    return redirect(menu[0][0].pad) if menu else render(request, "samenhang/geen_rol.html", status=403)


def gezond(request: HttpRequest) -> HttpResponse:
    """The process lives."""
    return JsonResponse({"status": "gezond"})


def klaar(request: HttpRequest) -> HttpResponse:
    """The process can serve: the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "klaar"})


@pagina
def logboek(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Who looked, when and why: the resident's own lines, or the audit log for who supervises."""
    if actor.organisatie_id is None:
        return render(request, "samenhang/logboek_inwoner.html", {"regels": over_mij(actor)})
    regels = audit(actor, zoek=request.GET.get("zoek", ""), uitkomst=request.GET.get("uitkomst", ""))
    return render(
        request,
        "samenhang/logboek_audit.html",
        {"regels": regels, "zoek": request.GET.get("zoek", ""), "uitkomst": request.GET.get("uitkomst", "")},
    )
