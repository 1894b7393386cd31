"""A round of letters whose process is killed at ten points: nothing lost, nothing half, nothing twice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.schemes.vroegsignalering import __file__ as hier

WORTEL = Path(hier).resolve().parents[3]
VOOR_HET_BEGIN = ("voor_de_ronde", "na_de_wachtrij")
AF = {
    "eerste_pdf": 0, "eerste_poging": 0, "eerste_brief": 0, "eerste_klaar": 0, "eerste_gelogd": 0,
    "halverwege_pdf": 2, "halverwege_gelogd": 3, "laatste_gelogd": 4,
}  # fmt: skip
"""How many letters stand when the process died at that point: those before, whole; of the one in hand nothing."""


@pytest.fixture(scope="module")
def uitkomst(lege_database: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    proef = subprocess.run(
        [sys.executable, str(Path(hier).parent / "proefbrieven.py"), str(tmp_path_factory.mktemp("bestand"))],
        env=lege_database | {"PYTHONPATH": str(WORTEL)}, capture_output=True, text=True, timeout=200, check=False,
    )  # fmt: skip
    assert proef.returncode == 0, proef.stderr[-3000:]
    uit: dict[str, Any] = json.loads(proef.stdout)
    return uit


def met(aantal: int, uitkomst: dict[str, Any]) -> dict[str, Any]:
    """What stands when so many letters of one round were sent and the others wait."""
    return {
        "rondes": 1,
        "opdrachten": sorted(["gedaan"] * aantal + ["wacht"] * (uitkomst["aantal"] - aantal)),
        "brieven": [1] * aantal,
        "pogingen": [1] * aantal,
        "gelijk": True,
        "gelogd": aantal,
    }


@pytest.mark.parametrize("punt", [*VOOR_HET_BEGIN, *AF])
def test_een_gedode_ronde_laat_niets_half_achter_en_wordt_eenmaal_afgemaakt(uitkomst, punt: str) -> None:
    gezien = uitkomst[punt]
    assert gezien["signaal"] == 9
    if punt in VOOR_HET_BEGIN:
        leeg = met(0, uitkomst) | {"rondes": 0, "opdrachten": []}
        assert gezien["halverwege"] == leeg
    else:
        assert gezien["halverwege"] == met(AF[punt], uitkomst)
    assert gezien["later"] == met(uitkomst["aantal"], uitkomst)
    assert gezien["krijgt"] == 0


def test_twee_werkers_aan_een_ronde_maken_elke_brief_een_keer(uitkomst) -> None:
    gezien = uitkomst["tegelijk"]
    assert gezien["uit"] == [0, 0]
    assert gezien["wacht"] == 0
    gelogd = gezien["stand"].pop("gelogd")
    assert gelogd >= uitkomst["aantal"]
    assert gezien["stand"] | {"gelogd": uitkomst["aantal"]} == met(uitkomst["aantal"], uitkomst)
