"""AuthZEN 1.0 at the paths that the standard fixes: evaluation, evaluations, and where they are.

A contract of its own beside /api/v1: its names are those of the standard, unknown fields are ignored, a refusal is 200
with `decision: false`, and only a question that cannot be read is an error (400, a problem document with its place).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from samenhang.api.adr import StrengLezen
from samenhang.api.authzen.lezen import EERSTE_JA, EERSTE_NEE, Reeks, lees_reeks, lees_vraag
from samenhang.api.problemen import NIET_INGELOGD, TE_GROOT, probleem
from samenhang.api.snelheid import Snelheid
from samenhang.kernel.basis import Geweigerd, Tekst, spoor
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.queries import actor_bij_bewijs
from samenhang.kernel.toegang.redenen import weigeringen
from samenhang.kernel.zaken.oordeel import Oordeel, Oordeelvraag, Vertaler, beoordeel

KOP = "X-Request-ID"
EVALUATION, EVALUATIONS = "access/v1/evaluation", "access/v1/evaluations"
_snelheid = Snelheid()
_TE_VEEL = Geweigerd(
    "te_veel",
    Tekst(
        "Te veel vragen in korte tijd. Wacht het aantal seconden van Retry-After.",
        "Too many questions in a short time. Wait the seconds of Retry-After.",
    ),
    status=429,
)
_ALLEEN_POST = Geweigerd(
    "werkwoord_onjuist",
    Tekst("Stel de vraag met POST.", "Ask the question with POST."),
    status=405,
)

vertaler: Vertaler | None = None
"""Another policy than that of the cases here; only the proof against the standard's own fixture sets one."""


def _deur(beantwoord: Callable[[Actor, Any], dict[str, Any]]) -> Callable[[HttpRequest], HttpResponse]:
    """Who asks, what, how often; refusals as problem documents; the request's number comes back."""

    @csrf_exempt
    def view(request: HttpRequest) -> HttpResponse:
        try:
            antwoord: HttpResponse = JsonResponse(_antwoord(request, beantwoord))
        except Geweigerd as weigering:
            antwoord = probleem(request, weigering)
            if weigering.status == 405:
                antwoord.headers["Allow"] = "POST"
            if weigering.status == 429:
                antwoord.headers["Retry-After"] = str(int(_snelheid.wait()) + 1)
        antwoord.headers["Cache-Control"] = "no-store"
        nummer = request.headers.get(KOP, "")
        if re.fullmatch(r"[!-~]{1,200}", nummer):
            antwoord.headers[KOP] = nummer
        return antwoord

    return view


def _antwoord(request: HttpRequest, beantwoord: Callable[[Actor, Any], dict[str, Any]]) -> dict[str, Any]:
    if request.method != "POST":
        raise _ALLEEN_POST
    soort, _, bewijs = request.headers.get("Authorization", "").partition(" ")
    vrager = None
    if soort.lower() == "bearer" and bewijs:
        vrager = actor_bij_bewijs(bewijs, timezone.now(), scope="lezen", trace=spoor.voor_actor())
    if vrager is None:
        raise NIET_INGELOGD
    request.auth = vrager  # type: ignore[attr-defined]
    if not _snelheid.allow_request(request):
        raise _TE_VEEL
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise TE_GROOT
    try:
        document = StrengLezen().parse_body(request)
    except Geweigerd as weigering:
        weigering.status = 400
        raise
    return beantwoord(vrager, document)


def _een(vrager: Actor, document: Any) -> dict[str, Any]:
    return _als_json(beoordeel(vrager, lees_vraag(document), vertaler))


def _veel(vrager: Actor, document: Any) -> dict[str, Any]:
    reeks = lees_reeks(document)
    return _een(vrager, document) if reeks is None else {"evaluations": list(_reeks(vrager, reeks))}


def _reeks(vrager: Actor, reeks: Reeks) -> Iterable[dict[str, Any]]:
    for vraag in reeks.vragen:
        uit = _uit_reeks(vrager, vraag)
        yield uit
        if (reeks.wijze == EERSTE_NEE and not uit["decision"]) or (
            reeks.wijze == EERSTE_JA and uit["decision"]
        ):
            return


def _uit_reeks(vrager: Actor, vraag: Oordeelvraag | Geweigerd) -> dict[str, Any]:
    """One of a batch: a question that cannot be read is a refusal of its own, and stops no other."""
    try:
        if isinstance(vraag, Geweigerd):
            raise vraag
        return _als_json(beoordeel(vrager, vraag, vertaler))
    except Geweigerd as fout:
        plek = fout.fouten[0].plaats.plek if fout.fouten else ""
        melding = {
            "status": fout.status,
            "code": fout.code,
            "plek": plek,
            "nl": fout.tekst.nl,
            "en": fout.tekst.en,
        }
        return {"decision": False, "context": {"error": melding}}


def _als_json(oordeel: Oordeel) -> dict[str, Any]:
    besluit, wetten = oordeel.besluit, oordeel.tabel.grondslagen
    return {
        "decision": oordeel.mag,
        "context": {
            "verleend": {"lezen": sorted(besluit.leest), "schrijven": sorted(besluit.schrijft)},
            "geweigerd": [
                {
                    "categorie": rij.categorie,
                    "code": rij.code,
                    "artikelen": list(rij.artikelen),
                    "reason_user": {"nl": rij.zin.nl, "en": rij.zin.en},
                }
                for rij in weigeringen(besluit, wetten)
            ],
            "regels": list(besluit.regels),
            "grondslagen": [{"id": naam, "artikel": wetten[naam].artikel} for naam in besluit.grondslagen],
            "plichten": list(besluit.plichten),
            "tabelHash": besluit.tabel_hash,
        },
    }


@require_safe
def waar(request: HttpRequest) -> HttpResponse:
    """Where the decisions are asked: the metadata of a decision point, for anyone."""
    hier = settings.BASISADRES.replace("http://", "https://")
    return JsonResponse(
        {
            "policy_decision_point": hier,
            "access_evaluation_endpoint": f"{hier}/{EVALUATION}",
            "access_evaluations_endpoint": f"{hier}/{EVALUATIONS}",
        },
        headers={"Access-Control-Allow-Origin": "*", "Cache-Control": "max-age=3600"},
    )


urlpatterns = [
    path(EVALUATION, _deur(_een), name="authzen-vraag"),
    path(EVALUATIONS, _deur(_veel), name="authzen-vragen"),
    path(".well-known/authzen-configuration", waar, name="authzen-waar"),
]
