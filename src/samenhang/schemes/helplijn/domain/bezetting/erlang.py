"""Queues of a telephone line: Erlang B, C and A. Pure.

Calls arrive at random with a rate λ (per second), a conversation lasts 1/μ seconds on average, and n people answer.
Erlang B: who finds everybody busy goes away. Erlang C: he waits for ever. Erlang A (M/M/n+M): he waits until his own
patience, on average 1/θ seconds, is over. Probabilities are floats; they come out of ratios of terms that are all
positive, so that nothing overflows and nothing cancels at thousands of people.

Source: Garnett, Mandelbaum and Reiman, Designing a call center with impatient customers (2002), §2; Mandelbaum and
Zeltyn, The Palm/Erlang-A queue (2005), §3.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

KLEIN: Final = 1e-17
"""A term this small beside the largest adds nothing to a float."""
MEESTE_TERMEN: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Wachtrij:
    """What callers and staff meet in a steady stream.

    `bereikt` is the share of all callers who are answered within T seconds, `afhaken` the share who hang up while
    waiting (None when no patience is known: Erlang C does not know it, which is not zero), `wacht` the average wait
    in seconds over all callers (`inf` when the queue keeps growing), `bezet` the share of paid time in conversation,
    `wachtkans` the share of callers who have to wait at all.
    """

    bereikt: float
    afhaken: float | None
    wacht: float
    bezet: float
    wachtkans: float


def erlang_b(mensen: int, belasting: float) -> float:
    """The share of callers who find everybody busy when nobody waits; `belasting` is λ/μ in erlang.

    B(0) = 1, B(k) = a·B(k-1) / (k + a·B(k-1)).
    """
    geblokkeerd = 1.0
    for k in range(1, mensen + 1):
        geblokkeerd = belasting * geblokkeerd / (k + belasting * geblokkeerd)
    return geblokkeerd


def erlang_c(mensen: int, belasting: float) -> float:
    """The share of callers who have to wait when nobody hangs up; 1 when the load is not below the number of people."""
    if belasting >= mensen:
        return 1.0
    geblokkeerd = erlang_b(mensen, belasting)
    return mensen * geblokkeerd / (mensen - belasting * (1 - geblokkeerd))


def wachtrij(
    mensen: int, per_seconde: float, behandeltijd: float, geduld: float | None, seconden: float
) -> Wachtrij:
    """What happens with so many people, calls per second, seconds of work per call and T = `seconden`.

    With a patience (seconds on average) by Erlang A, without by Erlang C. Raises `ValueError` for a negative number,
    no handling time or no patience; nobody calling is everybody reached.
    """
    if (
        mensen < 0
        or per_seconde < 0
        or behandeltijd <= 0
        or seconden < 0
        or (geduld is not None and geduld <= 0)
    ):
        raise ValueError("aantallen en tijden zijn nul of meer, behandeltijd en geduld meer dan nul")
    if per_seconde == 0:
        return Wachtrij(1.0, None if geduld is None else 0.0, 0.0, 0.0, 0.0)
    if geduld is None:
        return _c(mensen, per_seconde, 1 / behandeltijd, seconden)
    return _a(mensen, per_seconde, 1 / behandeltijd, 1 / geduld, seconden)


def _c(n: int, lab: float, mu: float, t: float) -> Wachtrij:
    belasting = lab / mu
    if belasting >= n:
        return Wachtrij(0.0, None, math.inf, 1.0, 1.0)
    wachtkans = erlang_c(n, belasting)
    over = n * mu - lab
    return Wachtrij(
        1 - wachtkans * math.exp(-over * t), None, wachtkans / over, min(1.0, belasting / n), wachtkans
    )


def _a(n: int, lab: float, mu: float, theta: float, t: float) -> Wachtrij:
    """Sums over the number that waits, outward from the likeliest, relative to it."""
    if n == 0:  # everybody waits his patience out
        return Wachtrij(0.0, 1.0, 1 / theta, 0.0, 1.0)
    geblokkeerd = erlang_b(n, lab / mu)
    eerste, rij = _wachtenden(lab, n * mu, theta)
    vol = rij[0] if eerste == 0 else 0.0
    # The states below and at "all busy, nobody waiting" sum to vol/B; everything is multiplied by B, which may be tiny.
    noemer = vol + geblokkeerd * math.fsum(rij[1:] if eerste == 0 else rij)
    binnen = _binnen(n * mu, theta, t, eerste, rij)
    wachtend = math.fsum((eerste + j) * c for j, c in enumerate(rij))
    afhaken = min(1.0, geblokkeerd * theta * wachtend / (noemer * lab))
    return Wachtrij(
        min(1.0, ((1 - geblokkeerd) * vol + geblokkeerd * binnen) / noemer),
        afhaken,
        afhaken / theta,
        min(1.0, lab * (1 - afhaken) / (n * mu)),
        min(1.0, geblokkeerd * math.fsum(rij) / noemer),
    )


def _wachtenden(lab: float, capaciteit: float, theta: float) -> tuple[int, list[float]]:
    """The chances of 'all busy and j waiting' relative to the largest, from the first j that counts.

    c(j) = c(j-1)·λ / (nμ + jθ): rising until nμ + jθ passes λ, falling after.
    """
    top = max(0, math.floor((lab - capaciteit) / theta))
    if top > MEESTE_TERMEN:
        raise ValueError("zo groot is de overbelasting niet te berekenen: neem een korter geduld")
    omlaag, waarde, j = [], 1.0, top
    while j > 0 and waarde > KLEIN:
        waarde *= (capaciteit + j * theta) / lab
        j -= 1
        omlaag.append(waarde)
    uit = [*reversed(omlaag), 1.0]
    waarde, k = 1.0, top
    while waarde > KLEIN and len(uit) < MEESTE_TERMEN:
        k += 1
        waarde *= lab / (capaciteit + k * theta)
        uit.append(waarde)
    return j, uit


def _binnen(capaciteit: float, theta: float, t: float, begin: int, rij: list[float]) -> float:
    """Of who finds j waiting: the share that is answered before T and before his patience ends, times c(j), summed.

    He is answered after j+1 departures, at rates nμ + kθ for k = j..0. With β = nμ/θ, exp(-θ·wait) is then
    Beta(β, j+1), so that the share is β/(β+j+1) · P(Beta(β+1, j+1) ≥ exp(-θT)), and each next j adds one term to
    the incomplete beta function. In logarithms: x^β may be smaller than a float can hold.
    """
    a, x_log = capaciteit / theta + 1, -theta * t
    rest = -math.expm1(x_log)
    if rest <= 0:
        return 0.0
    # ln of the term that I(a, j+1) adds to I(a, j): x^a (1-x)^j / (j B(a, j)); I(a, 1) = x^a
    onvolledig, term = math.exp(a * x_log), a * x_log
    som = 0.0
    rest_log = math.log(rest)
    for j in range(begin + len(rij)):
        if j >= begin:
            deel = capaciteit / (capaciteit + (j + 1) * theta)
            som += rij[j - begin] * deel * max(0.0, 1 - onvolledig)
        term += rest_log + math.log((a + j) / (j + 1))
        onvolledig += math.exp(term)
    return som
