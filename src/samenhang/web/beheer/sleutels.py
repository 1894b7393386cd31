"""Keys for machines on the page of a worker: make one, let it sign with a public key, end its tokens, withdraw it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from samenhang.kernel.beheer import queries
from samenhang.kernel.beheer.actions import sleutels
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import SCOPES
from samenhang.web.beheer.formulieren import OpenbareSleutel, Sleutel, probeer
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
    """End the tokens of a key, withdraw one of its public keys, or the key itself."""
    reden = request.POST.get("reden", "")
    if kid := request.POST.get("kid", ""):
        sleutels.trek_openbare_sleutel_in(actor, sleutel_id, kid, reden)
        meld(
            request,
            f"De openbare sleutel {kid} is ingetrokken en de bewijzen zijn beëindigd.",
            f"The public key {kid} was withdrawn and the tokens were ended.",
        )
    elif request.POST.get("wat") == "bewijzen":
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


@require_POST
@pagina
def openbaar(request: HttpRequest, actor: Actor, medewerker_id: UUID) -> HttpResponse:
    """Register the public key by which a machine signs."""
    eigen = queries.medewerker(actor, medewerker_id).sleutels
    formulier = OpenbareSleutel(request.POST, auto_id="openbaar_%s", sleutels=eigen)
    gevuld = formulier.cleaned_data if formulier.is_valid() else {}
    if probeer(
        formulier, lambda: sleutels.voeg_openbare_sleutel_toe(actor, gevuld["sleutel"], gevuld["jwk"])
    ):
        meld(
            request,
            "De openbare sleutel is toegevoegd. De machine ondertekent nu; het geheim geldt niet meer.",
            "The public key was added. The machine signs from now on; the secret works no more.",
        )
        return redirect(f"{LIJST}/{medewerker_id}")
    return toon(request, actor, medewerker_id, openbaar=formulier)
