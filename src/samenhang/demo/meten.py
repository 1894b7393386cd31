"""Measuring a linkage against the truth of the demo world: pairs of signals that are rightly one person or household."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from samenhang.kernel.basis import Geweigerd, Tekst

Sleutel = tuple[str, str]
"""Partner and signal id."""


@dataclass(frozen=True, slots=True)
class Maat:
    """Precision, recall and their harmonic mean over pairs, each between 0 and 1."""

    precisie: float
    dekking: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 when both are 0."""
        som = self.precisie + self.dekking
        return 2 * self.precisie * self.dekking / som if som else 0.0

    def als_json(self) -> dict[str, float]:
        """Rounded to four decimals."""
        return {
            "precisie": round(self.precisie, 4),
            "dekking": round(self.dekking, 4),
            "f1": round(self.f1, 4),
        }


def meet(uit: Mapping[Sleutel, str], waar: Mapping[Sleutel, str]) -> Maat:
    """How well a grouping of signals meets the true one; a signal without a truth does not count."""
    eigen, echt, beide = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for sleutel in uit.keys() & waar.keys():
        eigen[uit[sleutel]] += 1
        echt[waar[sleutel]] += 1
        beide[uit[sleutel], waar[sleutel]] += 1
    goed, gemaakt, nodig = (_paren(telling) for telling in (beide, eigen, echt))
    return Maat(goed / gemaakt if gemaakt else 1.0, goed / nodig if nodig else 1.0)


def _paren(telling: Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(aantal * (aantal - 1) // 2 for aantal in telling.values())


def lees_groepen(pad: Path, scheiding: str) -> tuple[dict[Sleutel, str], dict[Sleutel, str]]:
    """Person and household of each signal, from a file with these columns: what `koppel` writes, or the truth."""
    personen, huishoudens = {}, {}
    try:
        with pad.open(encoding="utf-8", newline="") as bestand:
            for rij in csv.DictReader(bestand, delimiter=scheiding):
                sleutel = (rij["partner"], rij["signaal_id"])
                personen[sleutel], huishoudens[sleutel] = rij["persoon_id"], rij["huishouden_id"]
    except (OSError, UnicodeDecodeError, KeyError) as fout:
        raise Geweigerd(
            "bestand_onjuist",
            Tekst(
                f"{pad} heeft niet de kolommen partner, signaal_id, persoon_id en huishouden_id, of is niet te lezen.",
                f"{pad} lacks the columns partner, signaal_id, persoon_id and huishouden_id, or cannot be read.",
            ),
        ) from fout
    return personen, huishoudens
