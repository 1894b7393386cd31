"""After destruction not one string of the person stands in the files of the database or in the data folder.

On both databases; also after a backup from before was put back. What a kill leaves: `tests/gedood`.
"""

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

from tests.kernel.vernietiging import __file__ as hier

WORTEL = Path(__file__).parents[3]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def leven(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    datamap = tmp_path_factory.mktemp("leven") / "data"
    datamap.mkdir()
    env = {**os.environ, "SAMENHANG_DATAMAP": str(datamap), "PYTHONPATH": f"{WORTEL / 'src'}:{WORTEL}"}
    env.pop("DATABASE_URL", None)
    with ExitStack() as stapel:
        basis = datamap
        if request.param == "postgresql":
            cluster = stapel.enter_context(Cluster())
            env["DATABASE_URL"] = cluster.url
            basis = cluster.map / "data" / "base"
        proef = subprocess.run(
            [sys.executable, str(Path(hier).parent / "proefvernietiging.py"), str(basis)],
            env=env, capture_output=True, text=True, timeout=200, check=False,
        )  # fmt: skip
        assert proef.returncode == 0, proef.stderr[-3000:]
        yield json.loads(proef.stdout)


def test_eerst_staat_alles_er(leven) -> None:
    """What the BRP said and what a worker wrote is locked: it is never found."""
    assert len(leven["voor"]) == 8
    assert not {"Brepoelstraat", "VERSLEUTELSPOOR"} & set(leven["voor"])
    dicht, open_ = leven["koppeling"]  # what linkage remembers is locked
    assert dicht == []
    assert {"Zwaluwenburg", "9733QX"} <= set(open_)


def test_dertig_dagen_blijft_het_aangeleverde_bestand(leven) -> None:
    assert leven["2026-12-24"]["regels"] == []
    assert "quarantaine" in leven["2026-12-26"]["regels"]


def test_zes_maanden_later_is_van_de_inwoner_geen_letter_over(leven) -> None:
    """With her number in the message to the partner."""
    assert "Zwaluwenburg" in leven["2027-05-24"]["gevonden"]
    (bericht,) = leven["2027-05-24"]["berichten"]
    assert {regel["signaalId"] for regel in bericht} == {"NR-QQ-51423", "E-3"}
    later = leven["2027-05-26"]
    assert later["gevonden"] == []
    assert leven["koppeling_na"] == [[], []]  # made again in the night, of who is left
    assert later["regels"].count("gesloten_zonder_hulp") == 2
    assert later["stappen"] == ["open", "vernietigd", "vernietigd"]
    assert (later["personen"], later["accounts"]) == (1, 0)
    assert later["berichten"] == [[]]
    assert later["register"] == len(later["regels"])
    assert later["mislukt"] == []


def test_een_teruggezette_reservekopie_is_onleesbaar_nog_voor_er_iets_is_gewist(leven) -> None:
    """What the worker wrote of the third resident was never plain in a file; its key went with the case."""
    assert leven["notitie"] == "VERSLEUTELSPOOR"
    assert "VERSLEUTELSPOOR" not in leven["voor"] + leven["2026-12-24"]["gevonden"] + leven["teruggezet"]
    assert leven["notitie_teruggezet"] == "[vernietigd]"


def test_een_teruggezette_reservekopie_verliest_opnieuw_wat_was_vernietigd(leven) -> None:
    """In the backup her case was still open and the raw file was there: no term would have said so."""
    assert "Zwaluwenburg" in leven["teruggezet"]
    na = leven["na_herstel"]
    assert na["gevonden"] == []
    assert na["stappen"] == ["open", "vernietigd", "vernietigd"]
    assert na["na_herstel"] >= 1
    assert set(leven["2027-05-26"]["regels"]) <= set(na["regels"])
    assert na["mislukt"] == []
