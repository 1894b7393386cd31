"""After destruction not one string of the person stands in the database file, its log or the data folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kernel.vernietiging import __file__ as hier

WORTEL = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def leven(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    env = {
        **os.environ,
        "SAMENHANG_DATAMAP": str(tmp_path_factory.mktemp("leven")),
        "PYTHONPATH": f"{WORTEL / 'src'}:{WORTEL}",
    }
    env.pop("DATABASE_URL", None)
    dagen = ["2026-12-24", "2026-12-26", "2027-05-24", "2027-05-26"]
    proef = subprocess.run(
        [sys.executable, str(Path(hier).parent / "proefvernietiging.py"), *dagen], env=env, capture_output=True, text=True, timeout=115, check=False
    )  # fmt: skip
    assert proef.returncode == 0, proef.stderr[-3000:]
    uit: dict[str, dict[str, object]] = json.loads(proef.stdout)
    return uit


def test_eerst_staat_alles_er(leven) -> None:
    assert len(leven["voor"]) == 7


def test_dertig_dagen_blijft_het_aangeleverde_bestand(leven) -> None:
    assert leven["2026-12-24"]["regels"] == []
    assert "quarantaine" in leven["2026-12-26"]["regels"]


def test_zes_maanden_later_is_van_de_inwoner_geen_letter_over(leven) -> None:
    assert "Zwaluwenburg" in leven["2027-05-24"]["gevonden"]
    assert leven["2027-05-26"]["gevonden"] == []
    assert leven["2027-05-26"]["regels"].count("gesloten_zonder_hulp") == 1
    assert leven["2027-05-26"]["stappen"] == ["open", "vernietigd"]
    assert leven["2027-05-26"]["personen"] == 1
    assert leven["2027-05-26"]["accounts"] == 0
    assert leven["2027-05-26"]["mislukt"] == []
