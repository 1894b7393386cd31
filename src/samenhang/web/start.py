"""Start page and the log views of the kernel."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.logboek.queries import audit, over_mij
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.queries import KiesEerst
from samenhang.web.deur import actor_bij, pagina
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
