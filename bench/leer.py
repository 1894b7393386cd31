"""Learn the weights: logistic regression over the levels of candidate pairs of which the truth is known.

`python -m bench.leer MAP… --naar gewichten.toml`: each MAP holds `leveringen/*.csv` and `waarheid.csv` of a
learning seed. Every set weighs the same, so that no generator decides. A pair weighs as what depends on it: two
persons as many as their pairs of signals, two records the root of that, because records that look alike are known
already where signals repeat. Needs numpy (extra `bench`).
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from math import sqrt
from pathlib import Path

import duckdb
import numpy as np
from numpy.typing import NDArray

from bench.koppelaars import lees_signalen
from bench.koppelmaat import lees_waarheid
from samenhang.schemes.vroegsignalering.koppelen.bewijs import patronen, vul
from samenhang.schemes.vroegsignalering.koppelen.huishoudens import bewoning
from samenhang.schemes.vroegsignalering.koppelen.model import Model
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import normaliseer
from samenhang.schemes.vroegsignalering.koppelen.samenwonen import THUIS
from samenhang.schemes.vroegsignalering.koppelen.sleutels import maak_paren
from samenhang.schemes.vroegsignalering.koppelen.vergelijkingen import PERSOON

KRIMP_NIVEAU, KRIMP_CEL = 1.0, 4.0
"""L2 penalties: a cell of a crossing must earn its weight with more pairs than a level."""
SCHAAL = 30_000
"""Every learning set counts as this many pairs."""

Kenmerk = tuple[str, str, str]
"""("gewicht" or "kruising", comparison, level)."""
Telling = dict[int, tuple[float, float]]
"""Pairs per pattern: of one person, of two."""


def tel_patronen(map_: Path) -> tuple[Telling, Telling]:
    """Patterns of the candidate pairs of one set: of records (one person or two) and of persons at one unit
    (one household or two)."""
    verbinding = duckdb.connect()
    lees_signalen(verbinding, map_)
    normaliseer(verbinding)
    maak_paren(verbinding)
    patronen(verbinding)
    waar = lees_waarheid(map_ / "waarheid.csv")
    wie, signalen = {}, Counter[int]()
    for partner, signaal, nr in verbinding.execute(
        "SELECT partner, signaal_id, nr FROM signaal_bij"
    ).fetchall():
        wie[nr] = waar[partner, signaal]
        signalen[nr] += 1
    persoon: dict[tuple[int, bool], float] = defaultdict(float)
    for a, b, patroon in verbinding.execute("SELECT a, b, patroon FROM vergelijking").fetchall():
        persoon[patroon, wie[a].persoon == wie[b].persoon] += sqrt(signalen[a] * signalen[b])
    # Households are learned over true persons: what the matcher joins wrongly must not teach it.
    eerste: dict[str, int] = {}
    lid = [(nr, eerste.setdefault(wie[nr].persoon, nr)) for nr in sorted(wie)]
    vul(verbinding, "lid", {"nr": "BIGINT", "groep": "BIGINT"}, lid)
    van_persoon = Counter[int]()
    for nr, groep in lid:
        van_persoon[groep] += signalen[nr]
    bewoning(verbinding)
    thuis: dict[tuple[int, bool], float] = defaultdict(float)
    for a, b, patroon in verbinding.execute("SELECT a, b, patroon FROM samenwoning").fetchall():
        thuis[patroon, wie[a].huishouden == wie[b].huishouden] += van_persoon[a] * van_persoon[b]
    return _geschaald(persoon), _geschaald(thuis)


def _geschaald(telling: Mapping[tuple[int, bool], float]) -> Telling:
    maal = SCHAAL / max(sum(telling.values()), 1)
    return {
        patroon: (maal * telling.get((patroon, True), 0), maal * telling.get((patroon, False), 0))
        for patroon in {patroon for patroon, _ in telling}
    }


def leer(model: Model, tellingen: list[Telling]) -> dict[Kenmerk, float]:
    """Weights in nats per level and cell; the key ("basis", "", "") holds what is added to every pair."""
    samen: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for telling in tellingen:
        for patroon, (een, twee) in telling.items():
            samen[patroon][0] += een
            samen[patroon][1] += twee
    plekken: dict[Kenmerk, int] = {("basis", "", ""): 0}
    rijen = []
    for patroon in samen:
        niveaus = model.ontleed(patroon)
        kenmerken: list[Kenmerk] = [("gewicht", naam, niveau) for naam, niveau in niveaus.items()]
        kenmerken += [("kruising", naam, cel) for naam, cel in model.cellen(niveaus).items()]
        rijen.append([0] + [plekken.setdefault(kenmerk, len(plekken)) for kenmerk in kenmerken])
    een, twee = np.array(list(samen.values())).T
    krimp = np.array(
        [1e-3 if k[0] == "basis" else KRIMP_NIVEAU if k[0] == "gewicht" else KRIMP_CEL for k in plekken]
    )
    waarden = _newton(np.array(rijen), een, een + twee, krimp)
    return dict(zip(plekken, waarden, strict=True))


def _newton(
    index: NDArray[np.int64], een: NDArray[np.float64], alle: NDArray[np.float64], krimp: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Penalised maximum likelihood; `index` lists which weights each row adds up."""
    waarden = np.zeros(len(krimp))
    for _ in range(40):
        kans = 1 / (1 + np.exp(-np.clip(waarden[index].sum(axis=1), -30, 30)))
        rest, kromming = een - alle * kans, alle * kans * (1 - kans)
        n = len(krimp)
        helling = -krimp * waarden
        hesse = np.diag(krimp)
        for i in range(index.shape[1]):
            helling += np.bincount(index[:, i], rest, n)
            for j in range(index.shape[1]):
                hesse += np.bincount(n * index[:, i] + index[:, j], kromming, n * n).reshape(n, n)
        stap = np.linalg.solve(hesse, helling)
        stap *= min(1.0, 4.0 / np.abs(stap).max())
        waarden += stap
        if np.abs(stap).max() < 1e-4:
            break
    return waarden


def als_toml(naam: str, model: Model, waarden: dict[Kenmerk, float], aanvaard: int, twijfel: int) -> str:
    """The part of the weights file about one model."""
    regels = [
        f"[{naam}]",
        f"basis = {round(100 * waarden['basis', '', ''])}",
        f"aanvaard = {aanvaard}",
        f"twijfel = {twijfel}",
    ]
    for vergelijking in model.vergelijkingen:
        regels += ["", f"[{naam}.gewicht.{vergelijking.naam}]"]
        for niveau in vergelijking.niveaus:
            waarde = waarden.get(("gewicht", vergelijking.naam, niveau.naam), 0.0)
            regels.append(f"{niveau.naam} = {round(100 * waarde)}")
    for kruising in model.kruisingen:
        regels += ["", f"[{naam}.kruising.{kruising}]"]
        eigen = sorted((k[2], w) for k, w in waarden.items() if k[:2] == ("kruising", kruising))
        regels += [f'"{cel}" = {round(100 * w)}' for cel, w in eigen if round(100 * w)]
    return "\n".join(regels) + "\n"


def hoofd() -> None:
    """Learn and write."""
    lezer = argparse.ArgumentParser(prog="python -m bench.leer", description=__doc__)
    lezer.add_argument("mappen", nargs="+", type=Path)
    lezer.add_argument("--naar", type=Path, required=True)
    lezer.add_argument("--bron", default="logistische regressie over niveaus; zie bench/leer.py")
    lezer.add_argument("--vanaf", type=date.fromisoformat, default=date(2026, 11, 29))
    lezer.add_argument("--aanvaard", type=int, default=110, help="honderdsten nat; 110 is 75 %%")
    lezer.add_argument("--twijfel", type=int, default=-120)
    keuze = lezer.parse_args()
    persoon, thuis = zip(*(tel_patronen(map_) for map_ in keuze.mappen), strict=True)
    delen = [
        "# Weights in hundredths of a nat (natural logarithm of the odds). Made by `python -m bench.leer`; do not edit.",
        f"vanaf = {keuze.vanaf.isoformat()}",
        f'bron = "{keuze.bron}"',
        "",
        als_toml("persoon", PERSOON, leer(PERSOON, list(persoon)), keuze.aanvaard, keuze.twijfel),
        als_toml("thuis", THUIS, leer(THUIS, list(thuis)), 0, 0),
    ]
    keuze.naar.write_text("\n".join(delen), "utf-8")


if __name__ == "__main__":
    hoofd()
