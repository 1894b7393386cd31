"""Five years on the keys are gone: a backup that is put back is unreadable behind every door (W15), on both databases."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from tools.cluster import Cluster

WORTEL = Path(__file__).parents[3]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def leven(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    datamap = tmp_path_factory.mktemp("vijfjaar") / "data"
    datamap.mkdir()
    env = {**os.environ, "SAMENHANG_DATAMAP": str(datamap), "PYTHONPATH": f"{WORTEL / 'src'}:{WORTEL}"}
    env.pop("DATABASE_URL", None)
    with ExitStack() as stapel:
        if request.param == "postgresql":
            env["DATABASE_URL"] = stapel.enter_context(Cluster()).url
        proef = subprocess.run(
            [sys.executable, str(Path(__file__).parent / "proefvijfjaar.py")],
            env=env, capture_output=True, text=True, timeout=900, check=False,
        )  # fmt: skip
        assert proef.returncode == 0, proef.stderr[-3000:]
        yield json.loads(proef.stdout)


DEUREN = ["api", "inwoner", "opdracht", "pagina"]


def test_15_eerst_leest_elke_deur_het(leven: dict[str, Any]) -> None:
    assert leven["voor"]["leesbaar"] == DEUREN
    assert leven["voor"]["logboek"][0] == 0, leven["voor"]["logboek"]


def test_15_na_vijf_jaar_wist_de_plicht_en_een_kopie_is_onleesbaar(leven: dict[str, Any]) -> None:
    gewist, terug = leven["gewist"], leven["teruggezet"]
    assert (gewist["stap"], gewist["leesbaar"]) == ("vernietigd", [])
    assert terug["stap"] == "zvh_overleg", "in de kopie loopt de casus nog"
    assert terug["leesbaar"] == []
    assert terug["antwoord"] == [200, 200, 0]
    assert terug["vernietigd"] == DEUREN
    assert (leven["weer_gewist"]["stap"], leven["weer_gewist"]["leesbaar"]) == ("vernietigd", [])


def test_15_het_logboek_klopt_en_de_cijfers_blijven(leven: dict[str, Any]) -> None:
    for wanneer in ("gewist", "teruggezet", "weer_gewist"):
        assert leven[wanneer]["logboek"][0] == 0, (wanneer, leven[wanneer]["logboek"])
        assert leven[wanneer]["cijfers"] == leven["voor"]["cijfers"], wanneer
    assert "2026" in leven["voor"]["cijfers"][0]
    assert len(leven["voor"]["cijfers"][1].splitlines()) > 3
