"""A ceiling on how often somebody asks: a token bucket per asker, in the memory of one process.

It slows down a runaway script and a taken-over account; it is no accounting and no measure of anybody. Behind several
processes the ceiling is per process, and a restart forgives.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from typing import Final

ONTHOUDEN: Final = 10_000
"""Askers that are remembered; who asked longest ago is forgotten first."""


class Emmers:
    """At most so many a minute per asker, with bursts up to as many at once."""

    def __init__(self) -> None:
        self._emmers: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._slot = threading.Lock()

    def neem(self, wie: str, per_minuut: int) -> float:
        """Take one from the bucket of this asker: 0 when there was one, else the seconds until there is."""
        nu = time.monotonic()
        with self._slot:
            over, toen = self._emmers.pop(wie, (float(per_minuut), nu))
            over = min(per_minuut, over + (nu - toen) * per_minuut / 60)
            mag = over >= 1
            self._emmers[wie] = (over - 1 if mag else over, nu)
            if len(self._emmers) > ONTHOUDEN:
                self._emmers.popitem(last=False)
        return 0.0 if mag else (1 - over) * 60 / per_minuut
