"""A delivery whose process is killed, and two processes with one file: nothing half, nothing lost, nothing twice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.schemes.vroegsignalering import __file__ as hier

WORTEL = Path(hier).resolve().parents[3]


@pytest.fixture(scope="module")
def uitkomst(lege_database: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    proef = subprocess.run(
        [sys.executable, str(Path(hier).parent / "proeflevering.py"), str(tmp_path_factory.mktemp("bestand"))],
        env=lege_database | {"PYTHONPATH": str(WORTEL)}, capture_output=True, text=True, timeout=200, check=False,
    )  # fmt: skip
    assert proef.returncode == 0, proef.stderr[-3000:]
    uit: dict[str, Any] = json.loads(proef.stdout)
    return uit


def klaar(uitkomst: dict[str, Any]) -> dict[str, Any]:
    """What stands after one delivery of the file."""
    rijen, fout = uitkomst["rijen"], uitkomst["fout"]
    return {
        "aanleveringen": [["verwerkt", rijen, rijen - fout, fout, 0]],
        "signalen": rijen - fout,
        "verschillend": rijen - fout,
        "personen": rijen - fout,
        "fouten": fout,
        "verwerkt_gelogd": 1,
    }


@pytest.mark.parametrize("punt", ["0.1", "0.5", "1.0"])
def test_een_gedode_levering_laat_niets_half_achter_en_wordt_afgemaakt(uitkomst, punt: str) -> None:
    gezien = uitkomst[punt]
    assert gezien["signaal"] == 9
    assert gezien["halverwege"] == {
        "aanleveringen": [["ontvangen", 0, 0, 0, 0]],
        "signalen": 0,
        "verschillend": 0,
        "personen": 0,
        "fouten": 0,
        "verwerkt_gelogd": 0,
    }
    assert gezien["later"] == klaar(uitkomst)


@pytest.mark.parametrize("punt", ["0.1", "0.5", "1.0"])
def test_daarna_nog_eens_leveren_verandert_niets(uitkomst, punt: str) -> None:
    gezien = uitkomst[punt]
    assert gezien["opnieuw"]["nieuw"] is False
    assert gezien["slot"] == gezien["later"]


def test_twee_processen_met_hetzelfde_bestand_geven_een_levering(uitkomst) -> None:
    gezien = uitkomst["tegelijk"]
    assert [eind for eind, _ in gezien["uit"]] == [0, 0]
    antwoorden = [antwoord for _, antwoord in gezien["uit"]]
    assert len({antwoord["id"] for antwoord in antwoorden}) == 1
    assert sorted(antwoord["nieuw"] for antwoord in antwoorden) == [False, True]
    assert {antwoord["status"] for antwoord in antwoorden} == {"verwerkt"}
    # who comes second may wait for the lock inside an operation of its own, which is logged and finds it done
    pogingen = gezien["stand"].pop("verwerkt_gelogd")
    assert pogingen in (1, 2)
    assert gezien["stand"] | {"verwerkt_gelogd": 1} == klaar(uitkomst)
