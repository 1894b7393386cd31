"""Hand-overs that leave: the list, and one of them to read, print or take along as a file."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.domain.verstuurd import VELDEN
from samenhang.schemes.vroegsignalering.domain.werkfilter import PARTNERSOORTEN
from samenhang.schemes.vroegsignalering.overdrachtbestand import als_document
from samenhang.web.deur import pagina


@pagina
def overdrachten(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What went out, the newest first."""
    return render(request, "vroegsignalering/overdrachten.html", {"regels": queries.overdrachten(actor)})


@pagina
def overdracht(request: HttpRequest, actor: Actor, overdracht_id: UUID) -> HttpResponse:
    """One hand-over as the receiver reads it; `uitvoer=json` gives it as a file."""
    if request.GET.get("uitvoer") == "json":
        beeld = queries.overdracht_ophalen(actor, overdracht_id)
        naam = f"{beeld.regel.soort}-{beeld.regel.nummer}.json"
        return JsonResponse(
            als_document(beeld),
            json_dumps_params={"ensure_ascii": False, "indent": 2},
            headers={"Content-Disposition": f'attachment; filename="{naam}"'},
        )
    beeld = queries.overdracht(actor, overdracht_id)
    context = {
        "beeld": beeld,
        "regel": beeld.regel,
        "velden": [
            (VELDEN[naam], _leesbaar(waarde))
            for naam, waarde in beeld.inhoud.items()
            if naam != "achterstanden"
        ],
        "achterstanden": [
            (PARTNERSOORTEN[soort], Bedrag.lees(bedrag))
            for soort, bedrag in beeld.inhoud.get("achterstanden", ())
        ],
        "achterstandentitel": VELDEN["achterstanden"],
    }
    return render(request, "vroegsignalering/overdracht.html", context)


def _leesbaar(waarde: Any) -> Any:
    """A day as a day; everything else as it stands in the message."""
    if isinstance(waarde, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", waarde):
        return date.fromisoformat(waarde)
    return waarde
