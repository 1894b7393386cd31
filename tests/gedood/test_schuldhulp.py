"""A payment import, a proposal run, its letters and a revision of a caseload killed at ten points each: nothing lost, nothing half, nothing twice."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gedood.draaien import OP_VERZOEK, draai

ONDERWERPEN = ("betalen", "voorstellen")
pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def uitkomst(lege_database: dict[str, str]) -> dict[str, Any]:
    return draai("proef_schuldhulp.py", lege_database)


@pytest.mark.parametrize("onderwerp", ONDERWERPEN)
def test_tien_punten_en_daarna_is_alles_er_een_keer(uitkomst: dict[str, Any], onderwerp: str) -> None:
    gezien = uitkomst[onderwerp]
    punten = [proef["punt"] for proef in gezien["gedood"]]
    assert (len(set(punten)), punten[0], punten[-2]) == (10, 1, gezien["stappen"])
    assert {proef["einde"] for proef in gezien["gedood"]} == {-9}
    heel = gezien["heel"]
    assert heel["slot"] == heel["later"] == heel["half"] != gezien["begin"]
    for proef in gezien["gedood"]:
        assert proef["slot"] == heel["slot"], proef["punt"]


def test_een_betaling_is_er_helemaal_of_niet(uitkomst: dict[str, Any]) -> None:
    heel = uitkomst["betalen"]["heel"]["slot"]
    aantallen = []
    for proef in uitkomst["betalen"]["gedood"]:
        half = proef["half"]
        aantallen.append(sum(map(len, half["betalingen"])))
        assert half["verteld"] == [len(deel) for deel in half["betalingen"]]
        assert all(paar in vol for deel, vol in zip(half["betalingen"], heel["betalingen"], strict=True) for paar in deel)  # fmt: skip
        if half["bestanden"] and half["bestanden"][0][0]:
            assert half == heel
    assert aantallen == sorted(aantallen)
    assert {0, 6} < set(aantallen)


def test_een_voorstel_gaat_naar_allen_of_naar_niemand(uitkomst: dict[str, Any]) -> None:
    begin, heel = uitkomst["voorstellen"]["begin"], uitkomst["voorstellen"]["heel"]["slot"]
    assert len(heel["voorstellen"]) == 3
    gezien = [proef["half"] for proef in uitkomst["voorstellen"]["gedood"]]
    assert all(half in (begin, heel) for half in gezien)
    assert begin in gezien
    assert heel in gezien


@OP_VERZOEK
def test_van_brieven_aan_schuldeisers_gaat_elke_een_keer(uitkomst: dict[str, Any]) -> None:
    test_tien_punten_en_daarna_is_alles_er_een_keer(uitkomst, "post")
    heel = uitkomst["post"]["heel"]["slot"]
    assert (heel["brieven"], heel["voorstellen"], heel["bladen"], heel["taak"]) == (["gedaan"] * 3, 3, [3], 0)
    for proef in uitkomst["post"]["gedood"]:
        half = proef["half"]
        assert len(half["verteld"]) == half["brieven"].count("gedaan") == len(set(half["verteld"]))
    assert {half["half"]["brieven"].count("gedaan") for half in uitkomst["post"]["gedood"]} >= {0, 1, 2, 3}
    samen = uitkomst["samen_post"]
    assert [einde for einde, _ in samen["uit"]] == [0, 0]
    assert samen["stand"] == heel


@pytest.mark.parametrize("onderwerp", ONDERWERPEN)
def test_twee_tegelijk_is_als_een(uitkomst: dict[str, Any], onderwerp: str) -> None:
    samen = uitkomst[f"samen_{onderwerp}"]
    assert [einde for einde, _ in samen["uit"]] == [0, 0]
    heel = uitkomst[onderwerp]["heel"]["slot"]
    for naam in ("betalingen", "verteld", "voorstellen", "stap", "taken", "termijnen"):
        assert samen["stand"].get(naam) == heel.get(naam)


def test_een_herziening_gaat_verder_waar_zij_gedood_werd(uitkomst: dict[str, Any]) -> None:
    """The same file byte for byte as an undisturbed run makes, each case in it once, and nothing left beside it."""
    gezien = uitkomst["herzien"]
    punten = [proef["punt"] for proef in gezien["gedood"]]
    assert (len(set(punten)), punten[0], punten[-2]) == (10, 1, gezien["stappen"])
    assert {proef["einde"] for proef in gezien["gedood"]} == {-9}
    heel = gezien["heel"]["slot"]
    assert heel["klopt"]
    assert heel["map"] == ["uit.json", "voorraad.json"]
    assert len(heel["gewijzigd"]) == len(set(heel["gewijzigd"])) > 100
    for proef in gezien["gedood"]:
        assert proef["slot"] == heel, proef["punt"]
    klaar = [proef["half"]["dagboek"] for proef in gezien["gedood"] if not proef["half"]["hash"]]
    assert klaar == sorted(klaar)
    assert klaar[0] == 1
    assert klaar[-1] > 10
