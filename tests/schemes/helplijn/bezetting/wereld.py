"""A line whose truth is known: the demand that the history is drawn from."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from samenhang.kernel.kalender import standaardkalender

WEEKDAG = (1.15, 1.05, 1.0, 0.95, 0.85)
MAANDAG = date(2026, 9, 7)
"""The first planned week of the tests: no holiday in or just before it."""


def profiel(halfuren: int = 24) -> list[float]:
    """Two humps over a day from eight to eight, adding up to 1."""
    rauw = [
        0.55
        + 0.9 * math.exp(-((((h / (halfuren - 1)) - 0.25) / 0.13) ** 2))
        + 0.7 * math.exp(-((((h / (halfuren - 1)) - 0.6) / 0.15) ** 2))
        for h in range(halfuren)
    ]
    return [deel / sum(rauw) for deel in rauw]


def waar(per_week: float, dag: date) -> list[float]:
    """The expected calls of each half hour of a day, from eight to eight."""
    deel = per_week * WEEKDAG[dag.weekday()] / sum(WEEKDAG)
    return [deel * aandeel for aandeel in profiel()]


def historie(
    per_week: float = 375,
    weken: int = 20,
    tot: date = MAANDAG,
    zaad: int = 1,
    factor: Callable[[date], float] = lambda dag: 1.0,
    toeval: bool = True,
) -> list[dict[str, Any]]:
    """Counts of so many weeks that end before `tot`; the line is closed on holidays."""
    dobbel, kalender, uit = random.Random(zaad), standaardkalender(), []
    for nummer in range(weken * 7):
        dag = tot - timedelta(weeks=weken) + timedelta(days=nummer)
        if dag.weekday() > 4 or kalender.feestdag(dag):
            continue
        for plek, verwacht in enumerate(waar(per_week, dag)):
            aantal = poisson(dobbel, verwacht * factor(dag)) if toeval else round(verwacht * factor(dag))
            uit.append(
                {"datum": str(dag), "van": f"{8 + plek // 2:02d}:{30 * (plek % 2):02d}", "aantal": aantal}
            )
    return uit


def vraag(per_week: float, maandag: date = MAANDAG) -> list[dict[str, Any]]:
    """The true demand of a week as a document gives it."""
    from decimal import Decimal

    return [
        {
            "datum": str(dag),
            "van": f"{8 + plek // 2:02d}:{30 * (plek % 2):02d}",
            "gesprekken": Decimal(f"{verwacht:.4f}"),
        }
        for dag in (maandag + timedelta(days=n) for n in range(5))
        for plek, verwacht in enumerate(waar(per_week, dag))
    ]


def scenario(**anders: Any) -> dict[str, Any]:
    """A week of a line that is open from eight to eight, calls of 14 minutes, patience of 4 minutes."""
    document = {
        "van": str(MAANDAG),
        "tot": str(MAANDAG + timedelta(days=4)),
        "open": dict.fromkeys(("ma", "di", "wo", "do", "vr"), "08:00-20:00"),
        "behandeltijd_s": 840,
        "geduld_s": 240,
    } | anders
    return {naam: waarde for naam, waarde in document.items() if waarde is not None}


def poisson(toeval: random.Random, gemiddeld: float) -> int:
    """A Poisson number, as arrivals of rate one until `gemiddeld`."""
    aantal, tijd = 0, toeval.expovariate(1)
    while tijd < gemiddeld:
        aantal += 1
        tijd += toeval.expovariate(1)
    return aantal
