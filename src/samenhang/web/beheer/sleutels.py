"""Keys for machines on the page of a worker: make one, end its tokens, withdraw it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from samenhang.kernel.beheer.actions import sleutels
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import SCOPES
from samenhang.web.beheer.formulieren import Sleutel, probeer
from samenhang.web.beheer.medewerkers import LIJST, meld, toon
from samenhang.web.deur import pagina


@require_POST
@pagina
def maak(request: HttpRequest, actor: Actor, medewerker_id: UUID) -> HttpResponse:
    """Make a key; its secret stands on this answer and nowhere else."""
    formulier = Sleutel(request.POST, auto_id="sleutel_%s")
    gevuld = formulier.cleaned_data if formulier.is_valid() else {}
    scopes = ("lezen",) if gevuld.get("alleen_lezen") else SCOPES
    gemaakt = probeer(formulier, lambda: sleutels.geef_sleutel(actor, medewerker_id, gevuld["naam"], scopes))
    if gemaakt is not None:
        return toon(request, actor, medewerker_id, gemaakt=gemaakt)
    return toon(request, actor, medewerker_id, sleutel=formulier)


@require_POST
@pagina
def beeindig(request: HttpRequest, actor: Actor, medewerker_id: UUID, sleutel_id: UUID) -> HttpResponse:
    """End the tokens of a key, or withdraw the key with them."""
    reden = request.POST.get("reden", "")
    if request.POST.get("wat") == "bewijzen":
        sleutels.beeindig_bewijzen(actor, sleutel_id, reden)
        meld(
            request,
            "De bewijzen zijn beëindigd. De sleutel kan nieuwe vragen.",
            "The tokens were ended. The key can ask for new ones.",
        )
    else:
        sleutels.trek_in(actor, sleutel_id, reden)
        meld(request, "De sleutel is ingetrokken.", "The key was withdrawn.")
    return redirect(f"{LIJST}/{medewerker_id}")
