"""The persona chooser of the demo. It is routed only in demo mode, and refuses outside it as well."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import PERSONADOMEIN, Gebruiker
from samenhang.kernel.organisaties.queries import actor_van, hoedanigheden
from samenhang.web.context import roltitels

GEMEENTEN = Tekst("Bij een gemeente", "At a municipality")
PARTNERS = Tekst("Bij een andere organisatie", "At another organisation")
INWONERS = Tekst("Inwoner", "Resident")
VOLGORDE = (GEMEENTEN, PARTNERS, INWONERS)


@dataclass(frozen=True, slots=True)
class Persona:
    """Someone to be in the demo: what he does, and where; a resident works nowhere. `groep` is where he stands."""

    groep: Tekst
    email: str
    naam: str
    organisatie: str
    rollen: list[Tekst]


def _groep(actor: Actor) -> Tekst:
    if actor.organisatie_id is None:
        return INWONERS
    return GEMEENTEN if actor.organisatiesoort == "gemeente" else PARTNERS


def kies_persona(request: HttpRequest) -> HttpResponse:
    """Choose who you are: GET shows the personas, POST logs in as one."""
    if not settings.DEMO:
        raise Http404
    personas = Gebruiker.objects.filter(email__endswith=PERSONADOMEIN, is_active=True)
    if request.method == "POST":
        gebruiker = get_object_or_404(personas, email=request.POST.get("persona", ""))
        login(request, gebruiker, backend=settings.AUTHENTICATION_BACKENDS[0])
        return redirect("/")
    dag = timezone.localdate()
    lijst = []
    for gebruiker in personas.order_by("gemaakt"):
        actor = actor_van(gebruiker, dag)
        lijst.append(
            Persona(
                _groep(actor),
                gebruiker.email,
                str(gebruiker),
                " · ".join(rij.organisatie.onderscheidend for rij in hoedanigheden(gebruiker, dag)),
                roltitels(actor),
            )
        )
    lijst.sort(key=lambda persona: VOLGORDE.index(persona.groep))
    return render(request, "samenhang/personas.html", {"personas": lijst})
