"""The line as a planner sets it: how long calls take, how patient callers are, what it promises. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from samenhang.schemes.helplijn.domain.bezetting.doelen import Doel
from samenhang.schemes.helplijn.domain.bezetting.erlang import Wachtrij, wachtrij
from samenhang.schemes.helplijn.domain.bezetting.tijd import SECONDEN

MODELLEN = ("erlang_c", "erlang_a")


@dataclass(frozen=True, slots=True)
class Lijn:
    """Handling time and patience in seconds, the target, and how many people at least and at most.

    With `erlang_c` the service level is reckoned as if nobody hung up, so that who gives up does not make the target
    cheaper; with `erlang_a` as it will be measured. What hang-ups there will be is always Erlang A's, and unknown
    without a patience.
    """

    behandeltijd: int
    geduld: int | None
    doel: Doel
    model: str = "erlang_c"
    minimaal: int = 2
    hoogstens: int | None = None
    bijhouden: bool = True

    def verwacht(self, mensen: int, gesprekken: float) -> Wachtrij:
        """What a half hour with so many calls and people brings."""
        return _verwacht(self.behandeltijd, self.geduld, self.model, self.doel.seconden, mensen, gesprekken)

    def laagst(self, gesprekken: float) -> int:
        """The fewest people that the half hour may have: the minimum, and in Erlang C more than the load.

        Without `bijhouden` a half hour may be given up (nobody is then reached in it), which is cheaper over the week.
        """
        if self.model == "erlang_a" or not self.bijhouden:
            return self.minimaal
        return max(self.minimaal, math.floor(gesprekken * self.behandeltijd / SECONDEN) + 1)

    def haalt(self, bereikt: float, afhaken: float | None) -> bool:
        """Whether these shares meet the target."""
        grens = self.doel.afhaken
        return bereikt >= float(self.doel.procent) / 100 - 1e-9 and (
            grens is None or afhaken is None or afhaken <= float(grens) / 100 + 1e-9
        )

    def nodig(self, gesprekken: float) -> int:
        """The fewest people with which this half hour by itself meets the target."""
        mensen = self.laagst(gesprekken)
        while True:
            stand = self.verwacht(mensen, gesprekken)
            if self.haalt(stand.bereikt, stand.afhaken):
                return mensen
            mensen += 1

    def trap(self, gesprekken: float) -> Iterator[tuple[int, Wachtrij]]:
        """More and more people, until one more no longer counts for the target or there is no seat."""
        ruim = min(1e-4, (1 - float(self.doel.procent) / 100) / 50)
        krap = 1.0 if self.doel.afhaken is None else min(1e-4, float(self.doel.afhaken) / 100 / 50)
        mensen = self.laagst(gesprekken)
        while self.hoogstens is None or mensen <= self.hoogstens:
            stand = self.verwacht(mensen, gesprekken)
            yield mensen, stand
            if stand.bereikt > 1 - ruim and (stand.afhaken or 0.0) < krap:
                return
            mensen += 1


@lru_cache(200_000)
def _verwacht(
    behandeltijd: int, geduld: int | None, model: str, seconden: int, mensen: int, gesprekken: float
) -> Wachtrij:
    per_seconde = gesprekken / SECONDEN
    a = None if geduld is None else wachtrij(mensen, per_seconde, behandeltijd, geduld, seconden)
    if model == "erlang_a" and a is not None:
        return a
    c = wachtrij(mensen, per_seconde, behandeltijd, None, seconden)
    return c if a is None else Wachtrij(c.bereikt, a.afhaken, c.wacht, c.bezet, c.wachtkans)
