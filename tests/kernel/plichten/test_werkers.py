"""Workers that are killed lose nothing and repeat nothing; two workers share a stock. On the database of this run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kernel.plichten import __file__ as hier

PUNTEN = ("na het noteren", "voor het werk", "na het werk, voor het vastleggen", "na het vastleggen")


@pytest.fixture(scope="module")
def uitkomst(lege_database: dict[str, str]) -> dict[str, dict[str, object]]:
    proef = subprocess.run(
        [sys.executable, str(Path(hier).parent / "proefwerkers.py")], env=lege_database, capture_output=True, text=True, timeout=110, check=False
    )  # fmt: skip
    assert proef.returncode == 0, proef.stderr[-3000:]
    uit: dict[str, dict[str, object]] = json.loads(proef.stdout)
    return uit


@pytest.mark.parametrize("punt", PUNTEN)
def test_een_gedode_werker_verliest_niets_en_herhaalt_niets(uitkomst, punt: str) -> None:
    gezien = uitkomst[punt]
    assert gezien["signaal"] == 9
    assert gezien["halverwege"] == (1 if punt == "na het vastleggen" else 0)
    assert (gezien["gedaan"], gezien["dubbel"], gezien["blijft"]) == (4, 0, 0)


def test_twee_werkers_delen_een_voorraad_zonder_dubbel_werk(uitkomst) -> None:
    gezien = uitkomst["samen"]
    assert (gezien["gedaan"], gezien["dubbel"], gezien["blijft"]) == (40, 0, 0)
    assert sum(gezien["deden"]) == 40
    assert min(gezien["deden"]) > 0
