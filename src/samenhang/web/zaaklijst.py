"""A scheme's list of cases as a page: what was chosen in the bar above it, and the pages of the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Scheme
from samenhang.kernel.zaken.lijst import Zaakkeuze, Zaaklijst
from samenhang.web.onderdelen import Bladen

PER_BLAD = 50


def zaaklijst(
    request: HttpRequest, actor: Actor, sch: Scheme, lijst: Zaaklijst, *, stappen: Iterable[str] = ()
) -> dict[str, Any]:
    """What `samenhang/delen/zaaklijst.html` shows; `stappen` are those to choose from, all without them."""
    blad = max(1, int(request.GET["blad"][:6])) if request.GET.get("blad", "").isdecimal() else 1
    keuze = Zaakkeuze(
        eigen=request.GET.get("van") == "mij",
        stap=request.GET.get("stap", ""),
        zoek=request.GET.get("zoek", "")[:100],
        te_laat=request.GET.get("te_laat") == "ja",
    )
    begin = (blad - 1) * PER_BLAD
    rijen, totaal = lijst(actor, keuze, begin=begin, aantal=PER_BLAD)
    gekozen = {
        naam: waarde
        for naam, waarde in (
            ("van", "mij" if keuze.eigen else ""), ("stap", keuze.stap), ("zoek", keuze.zoek), ("te_laat", "ja" if keuze.te_laat else ""),
        ) if waarde
    }  # fmt: skip
    alle = {stap.naam: stap.titel for stap in sch.zaakproces.stappen}
    return {
        "rijen": rijen,
        "keuze": keuze,
        "gezocht": any(asdict(keuze).values()),
        "blad": blad,
        "stappen": alle,
        "keuzestappen": {naam: alle[naam] for naam in (stappen or alle)},
        "bladen": Bladen(
            van=min(begin + 1, totaal),
            tot=begin + len(rijen),
            totaal=totaal,
            vorige="?" + urlencode({**gekozen, "blad": blad - 1}) if blad > 1 else "",
            volgende="?" + urlencode({**gekozen, "blad": blad + 1}) if begin + PER_BLAD < totaal else "",
        ),
    }
