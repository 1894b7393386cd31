"""How many will call, per half hour: a seasonal profile learned from the history. Pure.

expected = level of the week x weekday x share of the half hour x day after a holiday x campaign. Weekday and level are
the maximum-likelihood fit of a multiplicative Poisson model (iterative proportional fitting); the shares of a weekday
are drawn towards those of all days together as far as the counts do not tell them apart (Dirichlet-multinomial); the
level goes on along a damped trend (Holt, Gardner and McKenzie 1985) whose constants did best on the history itself.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Final, TypeVar

from samenhang.kernel.kalender import Kalender
from samenhang.schemes.helplijn.domain.bezetting.campagne import Campagne, op
from samenhang.schemes.helplijn.domain.bezetting.historie import Historie
from samenhang.schemes.helplijn.domain.bezetting.tijd import Halfuur

S = TypeVar("S", bound=Hashable)
RONDES: Final = 30
TREKKRACHT: Final = (10.0, 30.0, 100.0, 300.0, 1_000.0, 3_000.0, 30_000.0)
"""How many calls of its own a weekday must show before it weighs as much as all days together."""
HOLT: Final = tuple(product((0.1, 0.2, 0.35, 0.5, 0.8), (0.0, 0.05, 0.15), (0.8, 0.95)))
DAGEN_VOORAF: Final = 2
"""A factor of special days starts at 1 and weighs as so many ordinary days."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a campaign of a kind does: a factor, its relative variance, and from how many earlier ones it comes."""

    factor: float
    spreiding: float
    eerdere: int


@dataclass(frozen=True, slots=True)
class Vraagmodel:
    """A fitted line: ask it what a half hour brings."""

    aandeel: Mapping[int, Mapping[int, float]]
    weekdag: Mapping[int, float]
    niveaus: Mapping[date, float]
    laatste: date
    verloop: Callable[[int], float]
    na_feestdag: float
    feestdag: float
    feestdagen_gezien: int
    effecten: Mapping[str, Effect]
    campagnes: tuple[Campagne, ...]
    kalender: Kalender

    def verwacht(self, halfuur: Halfuur) -> float:
        """The expected number of calls, with campaigns whose effect is entered or known; unknown ones count as none."""
        dag = halfuur.datum
        factor = self.weekdag[dag.weekday()] * self.aandeel[dag.weekday()].get(halfuur.minuut, 0.0)
        if self.kalender.feestdag(dag):
            factor *= self.feestdag
        elif is_na_feestdag(dag, self.kalender):
            factor *= self.na_feestdag
        campagne = op(self.campagnes, dag)
        return self.niveau(maandag(dag)) * factor * (self.effect(campagne).factor if campagne else 1.0)

    def niveau(self, week: date) -> float:
        """Calls a day of a week: as it was, or as the trend goes on."""
        if week in self.niveaus:
            return self.niveaus[week]
        if week > self.laatste:
            return self.verloop((week - self.laatste).days // 7)
        eerder = [bekend for bekend in self.niveaus if bekend < week]
        return self.niveaus[max(eerder) if eerder else min(self.niveaus)]

    def effect(self, campagne: Campagne) -> Effect:
        """The factor of a campaign: entered, else estimated, else 1 from nothing."""
        if campagne.effect is not None:
            return Effect(1 + float(campagne.effect) / 100, 0.0, 0)
        return self.effecten.get(campagne.soort, Effect(1.0, 0.0, 0))

    def kent(self, halfuur: Halfuur) -> bool:
        """Whether the history says anything about such a half hour."""
        return halfuur.minuut in self.aandeel.get(halfuur.datum.weekday(), {})


def maandag(dag: date) -> date:
    """The Monday of its week."""
    return dag - timedelta(days=dag.weekday())


def is_na_feestdag(dag: date, kalender: Kalender) -> bool:
    """Whether it is the first ordinary day after a holiday that fell on a weekday: whoever waited calls then."""
    if dag.weekday() > 4 or kalender.feestdag(dag):
        return False
    gisteren = dag - timedelta(days=1)
    while not kalender.is_werkdag(gisteren):
        if gisteren.weekday() < 5:
            return True
        gisteren -= timedelta(days=1)
    return False


def leer(historie: Historie, campagnes: Sequence[Campagne], kalender: Kalender) -> Vraagmodel:
    """Fit the model; the history must hold at least one ordinary day."""
    dagen = historie.per_dag()
    gewoon = {
        dag: rij
        for dag, rij in dagen.items()
        if not kalender.feestdag(dag) and not is_na_feestdag(dag, kalender) and not op(campagnes, dag)
    }
    aandeel = _aandelen(gewoon)
    weekdag, niveaus = _passen(gewoon, aandeel)
    laatste = maandag(max(dagen))
    model = Vraagmodel(
        aandeel, weekdag, niveaus, laatste, _holt(niveaus, laatste), 1.0, 1.0, 0, {}, tuple(campagnes), kalender
    )  # fmt: skip
    gemiddeld = sum(niveaus.values()) / len(niveaus)

    def som(welke: Callable[[date], bool]) -> tuple[float, float, int]:
        """Counted and expected on such days without a campaign, and how many there were."""
        zulke = {
            d: r for d, r in dagen.items() if d.weekday() in weekdag and welke(d) and not op(campagnes, d)
        }
        verwacht = sum(_kaal(model, halfuur) for rij in zulke.values() for halfuur in rij)
        return sum(sum(rij.values()) for rij in zulke.values()), verwacht, len(zulke)

    vooraf = DAGEN_VOORAF * gemiddeld
    geteld, verwacht, _ = som(lambda dag: is_na_feestdag(dag, kalender))
    na = (geteld + vooraf) / (verwacht + vooraf) if verwacht else 1.0
    geteld, verwacht, gezien = som(lambda dag: kalender.feestdag(dag) is not None)
    vrij = (geteld + vooraf) / (verwacht + vooraf) if verwacht else 1.0
    return Vraagmodel(
        aandeel, weekdag, niveaus, laatste, model.verloop, na, vrij, gezien,
        _effecten(model, dagen, campagnes), tuple(campagnes), kalender,
    )  # fmt: skip


def _kaal(model: Vraagmodel, halfuur: Halfuur) -> float:
    """What an ordinary day would have brought."""
    wie = halfuur.datum.weekday()
    return (
        model.niveau(maandag(halfuur.datum))
        * model.weekdag[wie]
        * model.aandeel[wie].get(halfuur.minuut, 0.0)
    )


def _aandelen(dagen: Mapping[date, Mapping[Halfuur, int]]) -> dict[int, dict[int, float]]:
    """The share of each half hour in the day, per weekday; the shares of a weekday add up to 1."""
    samen: dict[int, float] = defaultdict(float)
    geteld: dict[int, float] = defaultdict(float)
    eigen: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    keren: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for rij in dagen.values():
        for halfuur, aantal in rij.items():
            wie = halfuur.datum.weekday()
            samen[halfuur.minuut] += aantal
            geteld[halfuur.minuut] += 1
            eigen[wie][halfuur.minuut] += aantal
            keren[wie][halfuur.minuut] += 1
    # Half hours that were open less often must not look quieter: counts become rates.
    tempo = {minuut: (samen[minuut] + 0.5) / geteld[minuut] for minuut in sorted(samen)}
    vooraf = {
        wie: {minuut: tempo[minuut] / sum(tempo[m] for m in rij) for minuut in sorted(rij)}
        for wie, rij in sorted(eigen.items())
    }
    kracht = max(TREKKRACHT, key=lambda k: sum(_waarschijnlijk(eigen[wie], vooraf[wie], k) for wie in vooraf))
    uit: dict[int, dict[int, float]] = {}
    for wie, verdeling in vooraf.items():
        meest = max(keren[wie].values())
        rauw = {m: (eigen[wie][m] * meest / keren[wie][m] + kracht * p) for m, p in verdeling.items()}
        totaal = sum(rauw.values())
        uit[wie] = {m: deel / totaal for m, deel in rauw.items()}
    return uit


def _waarschijnlijk(geteld: Mapping[int, float], vooraf: Mapping[int, float], kracht: float) -> float:
    """The logarithm of the Dirichlet-multinomial chance of these counts, apart from what does not depend on `kracht`."""
    som = math.lgamma(kracht) - math.lgamma(kracht + sum(geteld.values()))
    return som + sum(math.lgamma(kracht * p + geteld[m]) - math.lgamma(kracht * p) for m, p in vooraf.items())


def _passen(
    dagen: Mapping[date, Mapping[Halfuur, int]], aandeel: Mapping[int, Mapping[int, float]]
) -> tuple[dict[int, float], dict[date, float]]:
    """Weekday factors (on average 1) and calls a day of each week: the likeliest, by turns."""
    rijen = [
        (dag.weekday(), maandag(dag), sum(rij.values()), sum(aandeel[dag.weekday()][h.minuut] for h in rij))
        for dag, rij in dagen.items()
    ]
    weekdag: dict[int, float] = dict.fromkeys(sorted({wie for wie, *_ in rijen}), 1.0)
    niveau: dict[date, float] = dict.fromkeys(sorted({week for _, week, *_ in rijen}), 1.0)
    per_week, per_wie = _som((w, y) for _, w, y, _ in rijen), _som((wie, y) for wie, _, y, _ in rijen)
    for _ in range(RONDES):
        noemer = _som((w, weekdag[wie] * deel) for wie, w, _, deel in rijen)
        niveau = {week: per_week[week] / noemer[week] for week in niveau}
        verwacht = _som((wie, niveau[w] * deel) for wie, w, _, deel in rijen)
        weekdag = {wie: per_wie[wie] / verwacht[wie] if verwacht[wie] else 1.0 for wie in weekdag}
        gemiddeld = sum(weekdag.values()) / len(weekdag) or 1.0
        weekdag = {wie: max(factor / gemiddeld, 1e-6) for wie, factor in weekdag.items()}
    return weekdag, niveau


def _som(paren: Iterable[tuple[S, float]]) -> dict[S, float]:
    uit: dict[S, float] = defaultdict(float)
    for sleutel, waarde in paren:
        uit[sleutel] += waarde
    return uit


def _holt(niveaus: Mapping[date, float], laatste: date) -> Callable[[int], float]:
    """Calls a day so many weeks after the last; the constants are those with the least error one week ahead."""
    eerste = min(niveaus)
    weken = [eerste + timedelta(weeks=n) for n in range((laatste - eerste).days // 7 + 1)]
    logs = [math.log(max(niveaus[week], 0.1)) if week in niveaus else None for week in weken]
    begin = [log for log in logs[:4] if log is not None]
    basis = sum(begin) / len(begin)

    def loop(alfa: float, beta: float, demping: float) -> tuple[float, float, float]:
        stand, helling, fout = basis, 0.0, 0.0
        for nummer, log in enumerate(logs):
            voorspeld = stand + demping * helling
            if log is None:
                stand, helling = voorspeld, demping * helling
                continue
            if nummer >= 2:
                fout += (log - voorspeld) ** 2
            nieuw = voorspeld + alfa * (log - voorspeld)
            helling = demping * helling + beta * (nieuw - stand - demping * helling)
            stand = nieuw
        return fout, stand, helling

    alfa, beta, demping = min(HOLT, key=lambda keus: loop(*keus)[0])
    _, stand, helling = loop(alfa, beta, demping)

    def verloop(weken_later: int) -> float:
        return math.exp(stand + helling * sum(demping**n for n in range(1, weken_later + 1)))

    return verloop


def _effecten(
    model: Vraagmodel, dagen: Mapping[date, Mapping[Halfuur, int]], campagnes: Sequence[Campagne]
) -> dict[str, Effect]:
    """Per kind of campaign what it did: counted over what an ordinary day would have brought."""
    per_soort: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for campagne in campagnes:
        zulke = [
            (sum(rij.values()), sum(_kaal(model, halfuur) for halfuur in rij))
            for dag, rij in dagen.items()
            if campagne.geldt(dag) and dag.weekday() in model.weekdag and not model.kalender.feestdag(dag)
        ]
        if verwacht := sum(deel for _, deel in zulke):
            per_soort[campagne.soort].append((sum(y for y, _ in zulke), verwacht))
    uit = {}
    for soort, paren in per_soort.items():
        geteld, verwacht = sum(y for y, _ in paren), sum(e for _, e in paren)
        factor = geteld / verwacht
        tussen = [(y / e - factor) ** 2 for y, e in paren]
        variantie = sum(tussen) / (len(paren) - 1) if len(paren) > 1 else 0.0
        uit[soort] = Effect(factor, (variantie / max(factor, 0.01) ** 2) + 1 / max(geteld, 1), len(paren))
    return uit
