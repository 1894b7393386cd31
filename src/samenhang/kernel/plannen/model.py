"""A mixed-integer linear problem as arrays that any engine can take, and what came of it. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

ONEINDIG = math.inf


class Stand(StrEnum):
    """What an engine can say; these four are never merged.

    `optimaal` is proven, `haalbaar` has a known gap, `onhaalbaar` is proven impossible, `geen_antwoord` is neither:
    the work that was allowed ran out.
    """

    OPTIMAAL = "optimaal"
    HAALBAAR = "haalbaar"
    ONHAALBAAR = "onhaalbaar"
    GEEN_ANTWOORD = "geen_antwoord"


@dataclass(frozen=True, slots=True)
class Grens:
    """How much work is allowed: nodes of the search (the same on every machine), and seconds as an emergency brake.

    An answer that the brake stopped is not repeatable, and says so.
    """

    knopen: int = 5_000
    seconden: float = 60.0


@dataclass(slots=True)
class Model:
    """Columns (variables with cost and bounds), rows (sums with bounds); minimise. Each column is given once, whole."""

    kosten: list[float] = field(default_factory=list)
    onder: list[float] = field(default_factory=list)
    boven: list[float] = field(default_factory=list)
    heel: list[bool] = field(default_factory=list)
    rij_onder: list[float] = field(default_factory=list)
    rij_boven: list[float] = field(default_factory=list)
    begin: list[int] = field(default_factory=lambda: [0])
    rij_van: list[int] = field(default_factory=list)
    waarde: list[float] = field(default_factory=list)

    def rij(self, onder: float = -ONEINDIG, boven: float = ONEINDIG) -> int:
        """A new row; columns name it by this number."""
        self.rij_onder.append(onder)
        self.rij_boven.append(boven)
        return len(self.rij_onder) - 1

    def kolom(
        self, kosten: float, onder: float, boven: float, heel: bool, delen: Iterable[tuple[int, float]]
    ) -> int:
        """A new column with its coefficients (row, value)."""
        self.kosten.append(kosten)
        self.onder.append(onder)
        self.boven.append(boven)
        self.heel.append(heel)
        for rij, waarde in delen:
            self.rij_van.append(rij)
            self.waarde.append(waarde)
        self.begin.append(len(self.rij_van))
        return len(self.kosten) - 1


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """An answer with its proof: `kosten` of the plan found, `grens` below which no plan can come, and the values.

    `waarden` is empty without a plan; `herhaalbaar` is false when the clock stopped the engine.
    """

    stand: Stand
    kosten: float | None
    grens: float | None
    waarden: tuple[float, ...]
    knopen: int
    herhaalbaar: bool

    @property
    def kloof(self) -> float | None:
        """How much better a plan could be at most, as a share of its cost."""
        if self.kosten is None or self.grens is None:
            return None
        return max(0.0, self.kosten - self.grens) / max(abs(self.kosten), 1e-9)
