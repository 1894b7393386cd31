"""Messages out and in, a bank statement and a list of debts killed at ten points each: nothing lost, nothing half, nothing twice."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gedood.draaien import OP_VERZOEK, draai

ONDERWERPEN = ("versturen", "ontvangen", "afschrift", "inlezen")
pytestmark = [pytest.mark.timeout(600), OP_VERZOEK]


@pytest.fixture(scope="module")
def uitkomst(lege_database: dict[str, str]) -> dict[str, Any]:
    return draai("proef_uitwisseling.py", lege_database, 590)


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


def test_een_bericht_ligt_er_een_keer_en_de_zaak_weet_het(uitkomst: dict[str, Any]) -> None:
    """What is stored as sent is at the node; what is at the node and not stored yet goes again under its number."""
    heel = uitkomst["versturen"]["heel"]["slot"]
    assert heel["ligt_er"] == [["11112222", 1], ["12345678", 0], ["33334444", 1]]
    assert (heel["bij_knooppunt"], heel["verteld"], heel["termijnen"]) == (2, [2, 0], 1)
    gezien = [proef["half"] for proef in uitkomst["versturen"]["gedood"]]
    for half in gezien:
        assert half["zonder_plek"] == 0
        assert half["bij_knooppunt"] <= 2
        assert half["verteld"][0] == sum(stand == "ligt_klaar" for _, _, stand in half["berichten"])
    aantallen = [half["bij_knooppunt"] for half in gezien]
    assert aantallen == sorted(aantallen)
    assert aantallen[0] == 0
    assert aantallen[-1] == 2


def test_een_antwoord_telt_een_keer_en_wordt_pas_daarna_bevestigd(uitkomst: dict[str, Any]) -> None:
    heel = uitkomst["ontvangen"]["heel"]["slot"]
    assert [rij[1:] for rij in heel["antwoorden"]] == [["", ""], ["geweigerd", "knooppunt"], ["akkoord", "knooppunt"]]  # fmt: skip
    assert (heel["weigeringen"], heel["verteld"], heel["ligt_er"][1]) == (1, [2, 2], ["12345678", 0])
    for proef in uitkomst["ontvangen"]["gedood"]:
        half = proef["half"]
        geteld = sum(bool(antwoord) for _, antwoord, _ in half["antwoorden"])
        assert half["verteld"][1] == geteld
        assert geteld >= 2 - half["ligt_er"][1][1]
        assert sum(soort == "voorstelantwoord" for _, soort, _ in half["berichten"]) == geteld


def test_een_lijst_schulden_is_er_helemaal_of_niet(uitkomst: dict[str, Any]) -> None:
    begin, heel = uitkomst["inlezen"]["begin"], uitkomst["inlezen"]["heel"]["slot"]
    assert len(heel["schulden"]) == 8
    gezien = [proef["half"] for proef in uitkomst["inlezen"]["gedood"]]
    assert all(half in (begin, heel) for half in gezien)
    assert begin in gezien
    assert heel in gezien


def test_een_betaling_van_een_afschrift_is_er_helemaal_of_niet(uitkomst: dict[str, Any]) -> None:
    heel = uitkomst["afschrift"]["heel"]["slot"]
    assert sum(map(len, heel["betalingen"])) == 6
    for proef in uitkomst["afschrift"]["gedood"]:
        half = proef["half"]
        assert half["verteld"] == [len(deel) for deel in half["betalingen"]]
        assert all(paar in vol for deel, vol in zip(half["betalingen"], heel["betalingen"], strict=True) for paar in deel)  # fmt: skip


@pytest.mark.parametrize("onderwerp", ["versturen", "ontvangen"])
def test_twee_werkers_tegelijk_is_als_een(uitkomst: dict[str, Any], onderwerp: str) -> None:
    samen = uitkomst[f"samen_{onderwerp}"]
    assert [einde for einde, _ in samen["uit"]] == [0, 0]
    assert samen["stand"] == uitkomst[onderwerp]["heel"]["slot"]
