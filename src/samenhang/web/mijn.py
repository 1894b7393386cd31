"""The copy of one's own data in any register, to read or for a computer."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Tekst
from samenhang.kernel.inzage import kopie_van
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.verbeteren import Verbeterverzoek, vraag_van
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina
from samenhang.web.kopie.vormen import als_json, als_pdf
from samenhang.web.weergave import taal


@pagina
def kopie(request: HttpRequest, actor: Actor, scheme_naam: str, vorm: str) -> HttpResponse:
    """Everything that this register knows of who asks (AVG art. 15 lid 3)."""
    inhoud = kopie_van(actor, scheme_naam)
    naam = f"mijn-gegevens-{scheme_naam}-{inhoud.gemaakt.isoformat()}.{vorm}"
    return bijlage(als_pdf(inhoud) if vorm == "pdf" else als_json(inhoud), naam, f"application/{vorm}")


@require_POST
@pagina
def verbetering(request: HttpRequest, actor: Actor, scheme_naam: str, zaak_id: UUID) -> HttpResponse:
    """Ask that something is corrected (AVG art. 16); back to the own page, with what happens next on top."""
    vraag_van(scheme_naam)(actor, zaak_id, Verbeterverzoek(request.POST.get("wat", "")))
    gedaan = Tekst("Wij hebben uw verzoek om verbetering. Wij bellen u.", "We have your request for correction. We call you.")  # fmt: skip
    messages.success(request, gedaan.in_taal(taal()))
    return redirect(f"/{scheme_naam}/mijn")
