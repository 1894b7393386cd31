"""The forecast with its band, and how well it would have done before. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from samenhang.kernel.kalender import Kalender
from samenhang.schemes.helplijn.domain.bezetting.campagne import Campagne, op
from samenhang.schemes.helplijn.domain.bezetting.historie import Historie
from samenhang.schemes.helplijn.domain.bezetting.tijd import Halfuur
from samenhang.schemes.helplijn.domain.bezetting.vraag import Vraagmodel, leer, maandag

KORTSTE_HISTORIE: Final = 4
"""Weeks that the model needs."""
TOETSWEKEN: Final = 8
BAND: Final = 0.8
"""The share of half hours that should fall within the band."""
GROOT: Final = 500


@dataclass(frozen=True, slots=True)
class Vraagdeel:
    """One half hour of the demand: expected calls, and the band within which eight of ten such half hours fall."""

    halfuur: Halfuur
    verwacht: float
    laag: int
    hoog: int


@dataclass(frozen=True, slots=True)
class Toets:
    """The forecast made again as of earlier weeks, beside what then happened.

    Errors are sums of absolute differences over the sum of the counts, per half hour and per day; `naief` repeats the
    same half hour of the last week that was known. `binnen` is the share of half hours within the band, whose width
    each time came from the weeks before (None when there were too few).
    """

    weken: int
    vooruit: int
    fout: float
    fout_naief: float
    fout_dag: float
    fout_dag_naief: float
    binnen: float | None
    spreiding: float
    spreiding_dag: float

    @property
    def verhouding(self) -> float:
        """Our error per half hour over that of the naive forecast; below 1 is better."""
        return self.fout / self.fout_naief if self.fout_naief else 1.0


def grenzen(verwacht: float, spreiding: float) -> tuple[int, int]:
    """The 10 % and 90 % points of a count with this mean and variance mean + spreiding·mean² (negative binomial)."""
    if verwacht <= 0:
        return 0, 0
    if verwacht > GROOT:
        breed = 1.2815515655446004 * math.sqrt(verwacht + spreiding * verwacht**2)
        return max(0, math.floor(verwacht - breed)), math.ceil(verwacht + breed)
    vorm = 1 / spreiding if spreiding > 1e-6 else None
    kans = math.exp(-verwacht) if vorm is None else math.exp(-vorm * math.log1p(verwacht * spreiding))
    som, n, laag = kans, 0, None
    onder, boven = (1 - BAND) / 2, (1 + BAND) / 2
    while True:
        if laag is None and som > onder:
            laag = n
        if som >= boven or n > 40 * GROOT:
            return laag or 0, n
        n += 1
        kans *= verwacht / n if vorm is None else (vorm + n - 1) / n * verwacht / (verwacht + vorm)
        som += kans


def toets(
    historie: Historie, campagnes: Sequence[Campagne], kalender: Kalender, vooruit: int
) -> Toets | None:
    """Forecast each of the last weeks from what was known `vooruit` weeks before; None when the history is too short."""
    dagen = historie.per_dag()
    weken = sorted({maandag(dag) for dag in dagen})
    rijen: list[tuple[float, int, int | None]] = []
    per_dag: list[tuple[float, int, int | None]] = []
    binnen: list[bool] = []
    gedaan = 0
    for week in weken[-TOETSWEKEN:]:
        bekend = {
            h: y for h, y in historie.aantallen.items() if h.datum < week - timedelta(weeks=vooruit - 1)
        }
        if len({maandag(h.datum) for h in bekend}) < KORTSTE_HISTORIE:
            continue
        model = _probeer(Historie(bekend), campagnes, kalender)
        te_raden = [dag for dag in dagen if maandag(dag) == week and model and dag.weekday() in model.weekdag]
        if model is None or not te_raden:
            continue
        eerdere = _spreiding([(v, y) for v, y, _ in rijen]) if rijen else None
        gedaan += 1
        for dag in te_raden:
            nu = [(model.verwacht(h), y, bekend.get(_terug(h, vooruit))) for h, y in dagen[dag].items()]
            if eerdere is not None:
                for verwacht, geteld, _ in nu:
                    laag, hoog = grenzen(verwacht, eerdere)
                    binnen.append(laag <= geteld <= hoog)
            rijen += nu
            vorig = [n for _, _, n in nu if n is not None]
            per_dag.append((sum(v for v, _, _ in nu), sum(y for _, y, _ in nu), sum(vorig) if len(vorig) == len(nu) else None))  # fmt: skip
    samen = [(v, y, n) for v, y, n in rijen if n is not None]
    samen_dag = [(v, y, n) for v, y, n in per_dag if n is not None]
    if not samen or not samen_dag or not sum(y for _, y, _ in samen):
        return None
    return Toets(
        gedaan,
        vooruit,
        *_fouten(samen),
        *_fouten(samen_dag),
        sum(binnen) / len(binnen) if binnen else None,
        _spreiding([(v, y) for v, y, _ in rijen]),
        _spreiding([(v, y) for v, y, _ in per_dag]),
    )


def _probeer(historie: Historie, campagnes: Sequence[Campagne], kalender: Kalender) -> Vraagmodel | None:
    """The model of an earlier day; None when there was no ordinary day yet."""
    try:
        return leer(historie, campagnes, kalender)
    except ValueError:
        return None


def _terug(halfuur: Halfuur, weken: int) -> Halfuur:
    return Halfuur(halfuur.datum - timedelta(weeks=weken), halfuur.minuut)


def _fouten(rijen: Sequence[tuple[float, int, int]]) -> tuple[float, float]:
    geteld = sum(y for _, y, _ in rijen) or 1
    return sum(abs(v - y) for v, y, _ in rijen) / geteld, sum(abs(n - y) for _, y, n in rijen) / geteld


def _spreiding(rijen: Sequence[tuple[float, int]]) -> float:
    """What counts vary beyond chance, relative to the square of their mean."""
    kwadraat = sum(v * v for v, _ in rijen)
    return max(0.0, sum((y - v) ** 2 - v for v, y in rijen) / kwadraat) if kwadraat else 0.0


def raam(
    model: Vraagmodel, halfuren: Sequence[Halfuur], factor: float, spreiding: float
) -> tuple[Vraagdeel, ...]:
    """The demand of these half hours times `factor`, each with its band."""
    uit = []
    for halfuur in halfuren:
        verwacht = model.verwacht(halfuur) * factor
        campagne = op(model.campagnes, halfuur.datum)
        extra = model.effect(campagne).spreiding if campagne else 0.0
        uit.append(Vraagdeel(halfuur, verwacht, *grenzen(verwacht, spreiding + extra)))
    return tuple(uit)


def weken_vooruit(historie: Historie, eerste: date) -> int:
    """Whole weeks between the last counted week and the week of a day; at least 1."""
    return max(1, (maandag(eerste) - maandag(max(h.datum for h in historie.aantallen))).days // 7)
