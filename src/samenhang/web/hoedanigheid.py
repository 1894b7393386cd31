"""For whom someone works now: who works for two organisations, or is a resident as well, chooses one."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from samenhang.kernel.basis import spoor
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import (
    ALS_INWONER,
    HOEDANIGHEID,
    actor_als,
    hoedanigheden,
    inwoner_van,
)
from samenhang.web.context import roltitels


@login_required
def kies(request: HttpRequest) -> HttpResponse:
    """GET shows the choices, POST keeps one for this session; the choice itself is logged."""
    gebruiker = request.user
    assert isinstance(gebruiker, Gebruiker)  # login_required
    dag, trace = timezone.localdate(), spoor.voor_actor()
    werkt = {str(rij.id): rij for rij in hoedanigheden(gebruiker, dag)}
    actors = {sleutel: actor_als(rij, dag, trace=trace) for sleutel, rij in werkt.items()}
    if gebruiker.persoon_id is not None:
        actors[ALS_INWONER] = inwoner_van(gebruiker, trace=trace)
    if request.method == "POST":
        gekozen = request.POST.get("hoedanigheid", "")
        if gekozen not in actors:
            raise Http404
        with operatie("kernel", "hoedanigheid kiezen", actors[gekozen]):
            request.session[HOEDANIGHEID] = gekozen
        return redirect("/")
    keuzes = [
        (sleutel, werkt[sleutel].organisatie.onderscheidend if sleutel in werkt else "", roltitels(actor))
        for sleutel, actor in actors.items()
    ]
    context = {"keuzes": keuzes, "nu": request.session.get(HOEDANIGHEID, "")}
    return render(request, "samenhang/hoedanigheid.html", context)
