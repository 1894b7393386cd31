"""Persons into households: the same unit in overlapping time, and a bond. Pure.

A household is an order of work, never a permission to see each other's data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

SPELING = timedelta(days=120)
"""Signals tell that someone lived at a unit on some days; this much around them counts as overlap."""


@dataclass(frozen=True, slots=True)
class Verblijf:
    """One person at one unit between two days, with what may bind him to others there."""

    persoon: int
    eenheid: str
    eerste: date
    laatste: date
    namen: frozenset[str]
    banden: frozenset[str]


def huishoudens(verblijven: Iterable[Verblijf]) -> dict[int, int]:
    """The household of each person, named after its lowest person number."""
    per_eenheid: dict[str, list[Verblijf]] = defaultdict(list)
    ouder: dict[int, int] = {}
    for verblijf in verblijven:
        per_eenheid[verblijf.eenheid].append(verblijf)
        ouder.setdefault(verblijf.persoon, verblijf.persoon)

    def wortel(persoon: int) -> int:
        while ouder[persoon] != persoon:
            ouder[persoon] = ouder[ouder[persoon]]
            persoon = ouder[persoon]
        return persoon

    for bewoners in per_eenheid.values():
        for plek, links in enumerate(bewoners):
            for rechts in bewoners[plek + 1 :]:
                if _samen(links, rechts):
                    a, b = sorted((wortel(links.persoon), wortel(rechts.persoon)))
                    ouder[b] = a
    return {persoon: wortel(persoon) for persoon in ouder}


def _samen(links: Verblijf, rechts: Verblijf) -> bool:
    tegelijk = links.eerste - SPELING <= rechts.laatste and rechts.eerste - SPELING <= links.laatste
    return tegelijk and bool(links.namen & rechts.namen or links.banden & rechts.banden)
