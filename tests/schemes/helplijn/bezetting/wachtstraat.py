"""A telephone line played out event by event: the oracle of the formulas and of the plans.

It knows nothing of the formulas: callers come at random, wait in order, hang up when their patience is over; who is
in conversation finishes it, also after the end of his shift.
"""

from __future__ import annotations

import heapq
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

HALFUUR = 1800.0


@dataclass
class Telling:
    """How many called, were answered within T, hung up, and how long all waited together (seconds)."""

    bellers: int = 0
    bereikt: int = 0
    afgehaakt: int = 0
    wacht: float = 0.0


def speel(
    mensen: Sequence[int],
    per_halfuur: Sequence[float],
    behandeltijd: float,
    geduld: float | None,
    seconden: float,
    zaad: int,
    inloop: int = 0,
) -> Telling:
    """One run over the half hours in order; the first `inloop` half hours are not counted."""
    toeval, telling = random.Random(zaad), Telling()
    komst = [
        moment
        for nummer, aantal in enumerate(per_halfuur)
        for moment in sorted((nummer + toeval.random()) * HALFUUR for _ in range(_poisson(toeval, aantal)))
    ]
    bezig: list[float] = []  # ends of conversations
    rij: list[tuple[float, float]] = []  # (came, hangs up), in order
    gebeurtenis = sorted([*((k, 1) for k in komst), *((n * HALFUUR, 0) for n in range(len(mensen)))])
    vooraan = 0
    einde = len(mensen) * HALFUUR
    wijzer = 0
    while wijzer < len(gebeurtenis) or bezig:
        volgende = gebeurtenis[wijzer] if wijzer < len(gebeurtenis) else (math.inf, 1)
        if bezig and bezig[0] <= volgende[0]:
            nu = heapq.heappop(bezig)
        else:
            nu, soort = volgende
            wijzer += 1
            if soort == 1:
                rij.append((nu, nu + (toeval.expovariate(1 / geduld) if geduld else math.inf)))
        open_ = mensen[min(int(nu / HALFUUR), len(mensen) - 1)] if nu < einde else mensen[-1]
        while vooraan < len(rij):
            kwam, weg = rij[vooraan]
            geteld = kwam >= inloop * HALFUUR
            if weg <= nu:
                telling.afgehaakt += geteld
                telling.wacht += (weg - kwam) * geteld
            elif len(bezig) < open_:
                heapq.heappush(bezig, nu + toeval.expovariate(1 / behandeltijd))
                telling.bereikt += geteld and nu - kwam <= seconden
                telling.wacht += (nu - kwam) * geteld
            else:
                # whoever stands behind him may have hung up already; that is counted when his turn comes
                break
            telling.bellers += geteld
            vooraan += 1
    return telling


def _poisson(toeval: random.Random, gemiddeld: float) -> int:
    """A Poisson number, as arrivals of rate one until `gemiddeld`."""
    aantal, tijd = 0, toeval.expovariate(1)
    while tijd < gemiddeld:
        aantal += 1
        tijd += toeval.expovariate(1)
    return aantal
