"""H1: Erlang B, C and A against printed tables, another library, limits, exact fractions and a simulation."""

from __future__ import annotations

import math
import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyworkforce.queuing import ErlangC

from samenhang.schemes.helplijn.domain.bezetting.erlang import erlang_b, erlang_c, wachtrij
from tests.schemes.helplijn.bezetting.wachtstraat import speel

TABEL_B = [
    (1, 0.0101), (2, 0.1526), (3, 0.4555), (4, 0.8694), (5, 1.3608), (10, 4.4612), (15, 8.1080),
    (20, 12.031), (30, 20.337), (50, 37.901), (100, 84.064),
]  # fmt: skip
"""Lines and the erlang that they carry at 1 % loss, as printed in the usual tables of Erlang B (four or five digits)."""


@pytest.mark.parametrize("lijnen, erlang", TABEL_B)
def test_de_gedrukte_tabel_van_erlang_b(lijnen: int, erlang: float) -> None:
    stap = 0.5 * 10 ** (math.floor(math.log10(erlang)) - (3 if erlang < 1 or erlang >= 10 else 4))
    stap = max(stap, 0.00005)
    assert erlang_b(lijnen, erlang - stap) < 0.01 < erlang_b(lijnen, erlang + stap)


@pytest.mark.parametrize("belasting", [Fraction(1, 3), Fraction(7, 2), Fraction(21, 2), Fraction(40)])
@pytest.mark.parametrize("mensen", [1, 2, 5, 12, 41, 60])
def test_erlang_b_en_c_zijn_de_breuk(mensen: int, belasting: Fraction) -> None:
    termen = [belasting**k / math.factorial(k) for k in range(mensen + 1)]
    verlies = termen[-1] / sum(termen)
    assert erlang_b(mensen, float(belasting)) == pytest.approx(float(verlies), rel=1e-12)
    if belasting < mensen:
        wacht = termen[-1] * mensen / (mensen - belasting)
        verwacht = wacht / (sum(termen[:-1]) + wacht)
        assert erlang_c(mensen, float(belasting)) == pytest.approx(float(verwacht), rel=1e-12)
    else:
        assert erlang_c(mensen, float(belasting)) == 1


@pytest.mark.parametrize(
    "bellers, behandeltijd, seconden", [(100, 180, 20), (3, 840, 20), (40, 330, 30), (900, 240, 15)]
)
@pytest.mark.parametrize("doel", [0.5, 0.8, 0.9, 0.99])
def test_pyworkforce_vraagt_evenveel_mensen(
    bellers: int, behandeltijd: int, seconden: int, doel: float
) -> None:
    ander = ErlangC(
        transactions=bellers, aht=behandeltijd / 60, asa=seconden / 60, interval=30, shrinkage=0.0
    )
    gevraagd = ander.required_positions(service_level=doel)
    n, per_seconde = gevraagd["raw_positions"], bellers / 1800
    hier = wachtrij(n, per_seconde, behandeltijd, None, seconden)
    assert hier.bereikt == pytest.approx(gevraagd["service_level"], abs=1e-9)
    assert hier.wachtkans == pytest.approx(gevraagd["waiting_probability"], abs=1e-9)
    assert hier.bezet == pytest.approx(gevraagd["occupancy"], abs=1e-9)
    assert wachtrij(n - 1, per_seconde, behandeltijd, None, seconden).bereikt < doel <= hier.bereikt


@given(
    mensen=st.integers(1, 300),
    belasting=st.floats(0.01, 400),
    behandeltijd=st.floats(10, 5000),
    seconden=st.floats(0, 600),
)
def test_geduld_zo_lang_als_een_gesprek_geeft_de_staart_van_poisson(
    mensen: int, belasting: float, behandeltijd: float, seconden: float
) -> None:
    uit = wachtrij(mensen, belasting / behandeltijd, behandeltijd, behandeltijd, seconden)
    staart = math.fsum(
        math.exp(k * math.log(belasting) - belasting - math.lgamma(k + 1))
        for k in range(mensen, mensen + int(belasting + 40 * math.sqrt(belasting)) + 60)
    )
    assert uit.wachtkans == pytest.approx(staart, abs=1e-9)
    assert uit.afhaken is not None
    # What comes in is answered or hangs up.
    assert mensen * uit.bezet + uit.afhaken * belasting == pytest.approx(belasting, rel=1e-9, abs=1e-9)
    assert 0 <= uit.bereikt <= 1 - uit.afhaken + 1e-9


@given(mensen=st.integers(1, 200), drukte=st.floats(0.01, 0.97), seconden=st.floats(0, 900))
def test_eindeloos_geduld_is_erlang_c(mensen: int, drukte: float, seconden: float) -> None:
    c = wachtrij(mensen, drukte * mensen / 240, 240, None, seconden)
    a = wachtrij(mensen, drukte * mensen / 240, 240, 240e11, seconden)
    assert a.bereikt == pytest.approx(c.bereikt, abs=1e-9)
    assert a.wachtkans == pytest.approx(c.wachtkans, abs=1e-9)
    assert a.afhaken == pytest.approx(0, abs=1e-9)
    assert a.wacht == pytest.approx(c.wacht, abs=1e-9, rel=1e-7)


@given(mensen=st.integers(1, 60), drukte=st.floats(0.05, 3), geduld=st.floats(5, 3600))
def test_meer_mensen_bereiken_meer_bellers_en_minder_haken_af(
    mensen: int, drukte: float, geduld: float
) -> None:
    per_seconde = drukte * mensen / 300
    een, meer = (wachtrij(n, per_seconde, 300, geduld, 20) for n in (mensen, mensen + 1))
    assert een.afhaken is not None
    assert meer.afhaken is not None
    assert meer.bereikt >= een.bereikt - 1e-12
    assert meer.afhaken <= een.afhaken + 1e-12
    assert meer.wacht <= een.wacht + 1e-9


@pytest.mark.parametrize("mensen", [1_000, 5_000, 20_000])
@pytest.mark.parametrize("drukte", [0.5, 0.99, 1.0, 1.02])
def test_duizenden_mensen_lopen_niet_over(mensen: int, drukte: float) -> None:
    uit = wachtrij(mensen, drukte * mensen / 300, 300, 240, 20)
    assert uit.afhaken is not None
    assert all(0 <= deel <= 1 for deel in (uit.bereikt, uit.afhaken, uit.bezet, uit.wachtkans))
    assert uit.afhaken >= 1 - 1 / drukte - 1e-9
    assert 0 <= erlang_c(mensen, drukte * mensen) <= 1


@pytest.mark.parametrize(
    "mensen, per_halfuur, behandeltijd, geduld, seconden",
    [
        (4, 6.0, 840, 240, 20),
        (12, 25.0, 840, 240, 20),
        (10, 25.0, 840, 240, 60),
        (3, 12.0, 300, 90, 0),
        (5, 6.0, 840, None, 20),
        (30, 100.0, 480, 120, 10),
    ],
)
def test_nagespeeld_binnen_drie_sigma(
    mensen: int, per_halfuur: float, behandeltijd: float, geduld: float | None, seconden: float
) -> None:
    halfuren, inloop = 420, 20
    metingen = [
        speel([mensen] * halfuren, [per_halfuur] * halfuren, behandeltijd, geduld, seconden, zaad, inloop)
        for zaad in range(40)
    ]
    uit = wachtrij(mensen, per_halfuur / 1800, behandeltijd, geduld, seconden)

    def binnen(rij: list[float], verwacht: float) -> None:
        sigma = statistics.stdev(rij) / math.sqrt(len(rij))
        assert abs(statistics.mean(rij) - verwacht) <= 3 * sigma + 1e-9

    binnen([m.bereikt / m.bellers for m in metingen], uit.bereikt)
    binnen([m.wacht / m.bellers for m in metingen], uit.wacht)
    if geduld:
        assert uit.afhaken is not None
        binnen([m.afgehaakt / m.bellers for m in metingen], uit.afhaken)


def test_niemand_aan_de_lijn_en_niemand_die_opneemt() -> None:
    assert wachtrij(0, 0.0, 840, 240, 20).bereikt == 1
    leeg = wachtrij(0, 0.1, 840, 240, 20)
    assert (leeg.bereikt, leeg.afhaken, leeg.wacht) == (0.0, 1.0, 240.0)
    assert wachtrij(3, 0.1, 840, None, 20).wacht == math.inf


@pytest.mark.parametrize(
    "deel", [(-1, 1, 1, 1, 1), (1, -1, 1, 1, 1), (1, 1, 0, 1, 1), (1, 1, 1, 0, 1), (1, 1, 1, 1, -1)]
)
def test_wat_geen_lijn_is_wordt_geweigerd(deel: tuple[int, float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="behandeltijd"):
        wachtrij(*deel)
