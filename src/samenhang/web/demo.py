"""The persona chooser of the demo. It is routed only in demo mode, and refuses outside it as well."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from samenhang.kernel.organisaties.models import Gebruiker, Rolvervulling

DOMEIN = "@demo.invalid"
"""Personas have addresses in a domain that cannot exist; nobody else can be chosen."""


def kies_persona(request: HttpRequest) -> HttpResponse:
    """Choose who you are: GET shows the personas, POST logs in as one."""
    if not settings.DEMO:
        raise Http404
    personas = Gebruiker.objects.filter(email__endswith=DOMEIN, is_active=True)
    if request.method == "POST":
        gebruiker = get_object_or_404(personas, email=request.POST.get("persona", ""))
        login(request, gebruiker, backend="allauth.account.auth_backends.AuthenticationBackend")
        return redirect("/")
    rollen = Rolvervulling.objects.filter(medewerker__gebruiker__in=personas, tot__isnull=True).values_list(
        "medewerker__gebruiker_id", "rol"
    )
    per_persona: dict[object, list[str]] = {}
    for gebruiker_id, rol in rollen:
        per_persona.setdefault(gebruiker_id, []).append(rol)
    lijst = [
        (
            persona,
            ", ".join(sorted(per_persona.get(persona.id, []))),
            getattr(getattr(persona, "medewerker", None), "organisatie", None),
        )
        for persona in personas.select_related("medewerker__organisatie").order_by("gemaakt")
    ]
    return render(request, "samenhang/personas.html", {"personas": lijst})
