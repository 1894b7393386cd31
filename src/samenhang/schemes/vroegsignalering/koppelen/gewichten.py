"""The weights of the evidence: a dated file with the way they were learned. Pure."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from typing import Any

from samenhang.schemes.vroegsignalering.koppelen.model import Model, Regel
from samenhang.schemes.vroegsignalering.koppelen.samenwonen import THUIS
from samenhang.schemes.vroegsignalering.koppelen.vergelijkingen import PERSOON


@dataclass(frozen=True, slots=True)
class Bewijs:
    """What a pattern of levels says: the sum in hundredths of a nat, and which vetoes and reservations hold."""

    som: int
    vetos: tuple[str, ...]
    voorbehouden: tuple[str, ...]


_Tabel = tuple[int, int, int, int, int, int, tuple[int, ...]]
"""The weights of a crossing of at most three comparisons: of each its number and the step of one level in the
weights, which stand in order of levels."""

_Maskers = tuple[Regel, tuple[tuple[int, int], ...]]
"""A rule, with of each comparison that it names the number and a bit for every level at which it holds."""


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
        # By number and not by name: with much dirt nearly every pair has a pattern of its own.
        plekken, som = [], self.basis
        for gewichten in self._niveautabellen:
            patroon, plek = divmod(patroon, len(gewichten))
            plekken.append(plek)
            som += gewichten[plek]
        for a, x, b, y, c, z, tabel in self._kruistabellen:
            som += tabel[plekken[a] * x + plekken[b] * y + plekken[c] * z]
        return Bewijs(som, _geldend(self._regels[0], plekken, som), _geldend(self._regels[1], plekken, som))

    def weging(self, patronen: str) -> str:
        """SQL: `patroon`, `som`, and whether a veto or a reservation holds, of the patterns of a question; what
        `bewijs` says, for very many at once."""
        kolommen, maal = [], 1
        for nummer, deel in enumerate(self.model.vergelijkingen):
            kolommen.append(f"((patroon // {maal}) % {len(deel.niveaus)})::INTEGER AS v{nummer}")
            maal *= len(deel.niveaus)
        posten = [str(self.basis)]
        posten += [
            f"[{', '.join(map(str, tabel))}][v{nummer} + 1]"
            for nummer, tabel in enumerate(self._niveautabellen)
        ]
        posten += [
            f"[{', '.join(map(str, tabel))}][v{a} * {x} + v{b} * {y} + v{c} * {z} + 1]"
            for a, x, b, y, c, z, tabel in self._kruistabellen
        ]
        veto, voorbehoud = map(_geldend_sql, self._regels)
        return f"""WITH v AS (SELECT patroon, {", ".join(kolommen)} FROM ({patronen})),
            s AS (SELECT *, ({" + ".join(posten)})::INTEGER AS som FROM v)
            SELECT patroon, som, {veto} AS veto, {voorbehoud} AS voorbehoud FROM s"""

    @cached_property
    def _niveautabellen(self) -> tuple[tuple[int, ...], ...]:
        return tuple(
            tuple(self.niveaus[deel.naam][niveau.naam] for niveau in deel.niveaus)
            for deel in self.model.vergelijkingen
        )

    @cached_property
    def _kruistabellen(self) -> tuple[_Tabel, ...]:
        nummers = {deel.naam: nummer for nummer, deel in enumerate(self.model.vergelijkingen)}
        tabellen = []
        for naam, groepen in self.model.kruisingen.items():
            assen = [nummers[groep.vergelijking] for groep in groepen]
            namen = [
                [groep.van(niveau.naam) for niveau in self.model.vergelijkingen[nummer].niveaus]
                for groep, nummer in zip(groepen, assen, strict=True)
            ]
            eigen = self.kruisingen.get(naam, {})
            stappen: list[tuple[int, int]] = [(0, 0)] * (3 - len(assen))
            stap = 1
            for nummer, niveaus in zip(reversed(assen), reversed(namen), strict=True):
                stappen.append((nummer, stap))
                stap *= len(niveaus)
            (a, x), (b, y), (c, z) = stappen
            tabellen.append((a, x, b, y, c, z, tuple(eigen.get("+".join(cel), 0) for cel in product(*namen))))
        return tuple(tabellen)

    @cached_property
    def _regels(self) -> tuple[tuple[_Maskers, ...], tuple[_Maskers, ...]]:
        """The vetoes and the reservations."""
        return tuple(map(self._maskers, self.model.vetos)), tuple(map(self._maskers, self.model.voorbehouden))

    def _maskers(self, regel: Regel) -> _Maskers:
        return regel, tuple(
            (
                nummer,
                sum(
                    1 << n for n, niveau in enumerate(deel.niveaus) if niveau.naam in regel.wanneer[deel.naam]
                ),
            )
            for nummer, deel in enumerate(self.model.vergelijkingen)
            if deel.naam in regel.wanneer
        )


def _geldend(regels: tuple[_Maskers, ...], plekken: list[int], som: int) -> tuple[str, ...]:
    """The names of the rules that hold at these levels and this sum."""
    namen: tuple[str, ...] = ()
    for regel, maskers in regels:
        if regel.tot is not None and som >= regel.tot:
            continue
        for nummer, masker in maskers:
            if not masker >> plekken[nummer] & 1:
                break
        else:
            namen += (regel.naam,)
    return namen


def _geldend_sql(regels: tuple[_Maskers, ...]) -> str:
    """SQL: whether one of the rules holds at the levels `v0`, `v1`, … and the sum `som`."""
    takken = []
    for regel, maskers in regels:
        eisen = [
            f"v{nummer} IN ({', '.join(str(n) for n in range(masker.bit_length()) if masker >> n & 1)})"
            for nummer, masker in maskers
        ]
        if regel.tot is not None:
            eisen.append(f"som < {regel.tot}")
        takken.append(f"({' AND '.join(eisen)})")
    return " OR ".join(takken) or "false"


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
