"""What else happens in the demo world: each of these storylines, on its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from samenhang.demo import draaiboek, voorvallen
from samenhang.demo.werkvloer import BESLUITEN
from samenhang.schemes.vroegsignalering import actions, queries
from tests.bouw import maak_gemeente, maak_paar


@pytest.mark.django_db
def test_een_samenvoeging_die_is_teruggenomen_blijft_wachten(schrijf: Callable[..., Path]) -> None:
    gemeente = maak_gemeente()
    paar = maak_paar(gemeente, schrijf)
    assert voorvallen.neem_samenvoeging_terug(gemeente.intake) is None
    actions.beoordeel(gemeente.intake, paar.id, True)
    terug = voorvallen.neem_samenvoeging_terug(gemeente.intake)
    assert terug == paar.id
    voorvallen.beoordeel_twijfel(gemeente.intake, Random(7), terug)
    assert queries.aantal_twijfelparen(gemeente.intake) == (1, 0)


def test_een_bezwaar_wordt_toegewezen_of_afgewezen_of_ligt_er_nog() -> None:
    verhalen = {draaiboek.schrijf(Random(zaad), "bezwaar")[-3:] for zaad in range(40)}
    besluiten = {(zet.hoe, zet.na > 30) for verhaal in verhalen for zet in verhaal if zet.wat == "besluit"}
    assert besluiten == {("toegewezen", False), ("afgewezen", False), ("afgewezen", True)}
    assert {hoe for hoe, _ in besluiten} == set(BESLUITEN)
