"""A warm hand-over and its destruction killed at ten points each: a caller is passed on once or not at all, and gone whole."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gedood.draaien import OP_VERZOEK, draai

ONDERWERPEN = ("overdragen", "verlopen")
pytestmark = [pytest.mark.timeout(600), OP_VERZOEK]


@pytest.fixture(scope="module")
def uitkomst(lege_database: dict[str, str]) -> dict[str, Any]:
    return draai("proef_helplijn.py", lege_database)


@pytest.mark.parametrize("onderwerp", ONDERWERPEN)
def test_tien_punten_en_daarna_is_het_een_keer_gebeurd(uitkomst: dict[str, Any], onderwerp: str) -> None:
    gezien = uitkomst[onderwerp]
    punten = [proef["punt"] for proef in gezien["gedood"]]
    assert (len(set(punten)), punten[0], punten[-2]) == (10, 1, gezien["stappen"])
    assert {proef["einde"] for proef in gezien["gedood"]} == {-9}
    heel = gezien["heel"]
    assert heel["slot"] == heel["half"] != gezien["begin"]
    halve = [proef["half"] for proef in gezien["gedood"]]
    assert all(half in (gezien["begin"], heel["half"]) for half in halve)  # whole or not at all
    assert gezien["begin"] in halve
    assert heel["half"] in halve
    for proef in gezien["gedood"]:
        assert proef["slot"] == heel["slot"], proef["punt"]


def test_een_beller_gaat_een_keer_naar_de_gemeente(uitkomst: dict[str, Any]) -> None:
    heel = uitkomst["overdragen"]["heel"]["slot"]
    assert heel == {
        "personen": 1, "stappen": ["aangeboden"], "betrokken": 1, "stukken": 1, "warm": 1, "standen": ["aangeboden"], "records": 0,
    }  # fmt: skip


def test_na_veertien_dagen_is_hij_weg_met_een_bewijs(uitkomst: dict[str, Any]) -> None:
    heel = uitkomst["verlopen"]["heel"]["slot"]
    assert heel == {
        "personen": 0, "stappen": ["vernietigd"], "betrokken": 0, "stukken": 0, "warm": 1, "standen": ["verlopen"], "records": 1,
    }  # fmt: skip
