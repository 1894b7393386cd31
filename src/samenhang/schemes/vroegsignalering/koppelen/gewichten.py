"""The weights of the evidence: a dated file with the way they were learned. Pure."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from samenhang.schemes.vroegsignalering.koppelen.model import Model
from samenhang.schemes.vroegsignalering.koppelen.samenwonen import THUIS
from samenhang.schemes.vroegsignalering.koppelen.vergelijkingen import PERSOON


@dataclass(frozen=True, slots=True)
class Bewijs:
    """What a pattern of levels says: the sum in hundredths of a nat, and which vetoes and reservations hold."""

    som: int
    vetos: tuple[str, ...]
    voorbehouden: tuple[str, ...]


@dataclass(frozen=True)
class Modelgewichten:
    """Weights in hundredths of a nat of one model, per level and per cell of a crossing; `basis` is added to
    every pair; from the sum `aanvaard` a pair is accepted, from `twijfel` a person is asked."""

    model: Model
    basis: int
    aanvaard: int
    twijfel: int
    niveaus: Mapping[str, Mapping[str, int]]
    kruisingen: Mapping[str, Mapping[str, int]]
    _bekend: dict[int, Bewijs] = field(default_factory=dict, repr=False, compare=False)

    def bewijs(self, patroon: int) -> Bewijs:
        """What a pattern says; remembered, because few patterns occur in many pairs."""
        if patroon not in self._bekend:
            self._bekend[patroon] = self._weeg(patroon)
        return self._bekend[patroon]

    def posten(self, patroon: int) -> list[tuple[str, str, int]]:
        """The sum taken apart: (comparison or crossing, level or cell, weight). A cell that learning never
        met weighs nothing; a level that the file lacks is a `KeyError`."""
        return self._posten(self.model.ontleed(patroon))

    def _posten(self, niveaus: Mapping[str, str]) -> list[tuple[str, str, int]]:
        posten = [(naam, niveau, self.niveaus[naam][niveau]) for naam, niveau in niveaus.items()]
        for naam, cel in self.model.cellen(niveaus).items():
            posten.append((naam, cel, self.kruisingen.get(naam, {}).get(cel, 0)))
        return posten

    def _weeg(self, patroon: int) -> Bewijs:
        niveaus = self.model.ontleed(patroon)
        som = self.basis + sum(gewicht for _, _, gewicht in self._posten(niveaus))
        return Bewijs(
            som,
            tuple(regel.naam for regel in self.model.vetos if regel.geldt(niveaus, som)),
            tuple(regel.naam for regel in self.model.voorbehouden if regel.geldt(niveaus, som)),
        )


@dataclass(frozen=True)
class Gewichten:
    """The weights of one date: for persons, and for who of them live together."""

    vanaf: date
    bron: str
    persoon: Modelgewichten
    thuis: Modelgewichten


def lees_gewichten(bestand: Path) -> Gewichten:
    """Read a weights file."""
    document = tomllib.loads(bestand.read_text("utf-8"))
    return Gewichten(
        vanaf=document["vanaf"],
        bron=document["bron"],
        persoon=_modelgewichten(PERSOON, document["persoon"]),
        thuis=_modelgewichten(THUIS, document["thuis"]),
    )


def _modelgewichten(model: Model, deel: Mapping[str, Any]) -> Modelgewichten:
    return Modelgewichten(
        model,
        basis=deel["basis"],
        aanvaard=deel["aanvaard"],
        twijfel=deel["twijfel"],
        niveaus=deel["gewicht"],
        kruisingen=deel.get("kruising", {}),
    )


@cache
def laad_gewichten() -> Gewichten:
    """The weights that this version ships."""
    return lees_gewichten(Path(__file__).parent / "gewichten.toml")


def zekerheid(som: int) -> float:
    """The posterior probability of a sum, rounded to three decimals."""
    return round(1 / (1 + math.exp(-max(-3000, min(3000, som)) / 100)), 3)
