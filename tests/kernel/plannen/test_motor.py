"""The engine: right on small problems, the same twice, silent, and it says what it does not know."""

from __future__ import annotations

import itertools
import random

import pytest

from samenhang.kernel.plannen import Grens, Model, Stand, los_op, motor


def _knapzak(zaad: int, dingen: int, rijen: int = 1) -> tuple[Model, list[int], list[list[int]], list[int]]:
    toeval = random.Random(zaad)
    prijs = [toeval.randint(5, 60) for _ in range(dingen)]
    maat = [[toeval.randint(3, 40) for _ in range(dingen)] for _ in range(rijen)]
    nodig = [sum(rij) // 3 for rij in maat]
    model = Model()
    nummers = [model.rij(float(deel)) for deel in nodig]
    for plek in range(dingen):
        model.kolom(prijs[plek], 0, 1, True, [(n, float(maat[r][plek])) for r, n in enumerate(nummers)])
    return model, prijs, maat, nodig


@pytest.mark.parametrize("zaad", range(6))
def test_kleine_problemen_zijn_wat_uitproberen_geeft(zaad: int) -> None:
    model, prijs, maat, nodig = _knapzak(zaad, 10, 2)
    best = min(
        sum(p for p, k in zip(prijs, keus, strict=True) if k)
        for keus in itertools.product((0, 1), repeat=10)
        if all(
            sum(m for m, k in zip(rij, keus, strict=True) if k) >= eis
            for rij, eis in zip(maat, nodig, strict=True)
        )
    )
    uit = los_op(model)
    assert (uit.stand, uit.kosten, uit.grens, uit.kloof) == (Stand.OPTIMAAL, best, best, 0.0)
    assert uit.herhaalbaar


def test_de_vier_standen_worden_niet_vermengd() -> None:
    onhaalbaar = Model()
    rij = onhaalbaar.rij(3.0)
    onhaalbaar.kolom(1, 0, 1, True, [(rij, 1.0)])
    uit = los_op(onhaalbaar)
    assert (uit.stand, uit.waarden, uit.kloof) == (Stand.ONHAALBAAR, (), None)
    zwaar = _knapzak(7, 60, 25)[0]
    haalbaar = los_op(zwaar, grens=Grens(knopen=1))
    assert haalbaar.stand is Stand.HAALBAAR
    assert haalbaar.kosten is not None
    assert haalbaar.grens is not None
    assert haalbaar.grens < haalbaar.kosten
    assert 0 < (haalbaar.kloof or 0) < 0.5
    assert haalbaar.herhaalbaar
    niets = los_op(zwaar, grens=Grens(seconden=0.0))
    assert (niets.stand, niets.herhaalbaar) == (Stand.GEEN_ANTWOORD, False)


def test_hetzelfde_zaad_geeft_hetzelfde_en_niets_op_het_scherm(capfd: pytest.CaptureFixture[str]) -> None:
    een, ander = (los_op(_knapzak(9, 50, 20)[0], zaad=4, grens=Grens(knopen=20)) for _ in range(2))
    assert een == ander
    assert motor().startswith("HiGHS 1.")
    assert capfd.readouterr() == ("", "")
