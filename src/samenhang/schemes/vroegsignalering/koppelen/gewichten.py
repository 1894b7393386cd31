"""The weights of the evidence: a dated file with the way they were learned."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Gewichten:
    """Weights in hundredths of a nat per comparison and level; `basis` is added to every pair.

    `aanvaard` and `twijfel` are the sums at which the posterior reaches 95 % and 60 %.
    """

    vanaf: date
    bron: str
    basis: int
    niveaus: Mapping[str, Mapping[str, int]]
    aanvaard: int
    twijfel: int

    def van(self, vergelijking: str, niveau: str) -> int:
        """The weight of a level; `KeyError` when the file lacks it."""
        return self.niveaus[vergelijking][niveau]


def lees_gewichten(bestand: Path) -> Gewichten:
    """Read a weights file."""
    document = tomllib.loads(bestand.read_text("utf-8"))
    return Gewichten(
        vanaf=document["vanaf"],
        bron=document["bron"],
        basis=document["basis"],
        niveaus=document["gewicht"],
        aanvaard=document["aanvaard"],
        twijfel=document["twijfel"],
    )


@cache
def laad_gewichten() -> Gewichten:
    """The weights that this version ships."""
    return lees_gewichten(Path(__file__).parent / "gewichten.toml")


def zekerheid(som: int) -> float:
    """The posterior probability of a sum, rounded to three decimals."""
    return round(1 / (1 + math.exp(-max(-3000, min(3000, som)) / 100)), 3)
