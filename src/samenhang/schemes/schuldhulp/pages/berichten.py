"""The messages to and from creditors, and who gets them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.berichten import zet_op_knooppunt
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import SALDOOPGAVE, SOORTEN, STANDEN
from samenhang.schemes.schuldhulp.domain.lijsten import RANGEN
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.pages.gedeeld import meld
from samenhang.web.deur import pagina

WOORDEN = {"berichtsoorten": SOORTEN, "berichtstanden": STANDEN}


@pagina
def berichten(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The messages of this municipality, what asks for attention first."""
    return render(request, "schuldhulp/berichten.html", {"beeld": queries.berichten(actor)} | WOORDEN)


@require_POST
@pagina
def knooppunt(request: HttpRequest, actor: Actor, schuldeiser_id: UUID) -> HttpResponse:
    """Let a creditor get messages, or no longer."""
    rij = zet_op_knooppunt(
        actor, schuldeiser_id, request.POST.get("aan") == "ja", request.POST.get("kvk", "")
    )
    meld(
        request,
        Tekst(f"{rij.naam} krijgt voortaan berichten via het knooppunt.", f"{rij.naam} gets messages through the node from now on.")
        if rij.knooppunt
        else Tekst(f"{rij.naam} krijgt voortaan brieven.", f"{rij.naam} gets letters from now on."),
    )  # fmt: skip
    return redirect("/schuldhulp/schuldeisers")


def berichtencontext(dossier: Dossier | None) -> dict[str, Any]:
    """What the template of a case needs for its messages, with what creditors stated."""
    if dossier is None:
        return {}
    return {
        "berichten": [(rij, rij.blijft_liggen(dossier.vandaag)) for rij in dossier.berichten],
        "saldo_opgaven": [
            (rij, [
                (deel.get("kenmerk", ""), _bedrag(deel.get("actueelVorderingsbedrag")), RANGEN.get(deel.get("vorderingstype", "")))
                for deel in dossier.berichtinhoud.get(rij.id, {}).get("vorderingen", [])
            ])
            for rij in dossier.berichten
            if rij.soort == SALDOOPGAVE and not rij.uitkomst
        ],
    } | WOORDEN  # fmt: skip


def _bedrag(tekst: str | None) -> Bedrag | None:
    return None if tekst is None else Bedrag.lees(tekst)
