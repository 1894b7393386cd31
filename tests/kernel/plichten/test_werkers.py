"""Workers that are killed lose nothing and repeat nothing; two workers share a stock. On the database of this run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from tests.kernel.plichten import __file__ as hier

PUNTEN = ("na het noteren", "voor het werk", "na het werk, voor het vastleggen", "na het vastleggen")


@pytest.fixture(scope="module")
def leeg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """An empty database of the same kind as this run's."""
    env = {**os.environ, "SAMENHANG_DATAMAP": str(tmp_path_factory.mktemp("werkers"))}
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        env.pop("DATABASE_URL", None)
        yield env
        return
    import psycopg

    naam = f"werkers_{uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as verbinding:
        verbinding.execute(f"CREATE DATABASE {naam}")
        yield env | {"DATABASE_URL": urlsplit(url)._replace(path=f"/{naam}").geturl()}
        verbinding.execute(f"DROP DATABASE {naam} WITH (FORCE)")


@pytest.fixture(scope="module")
def uitkomst(leeg: dict[str, str]) -> dict[str, dict[str, object]]:
    proef = subprocess.run(
        [sys.executable, str(Path(hier).parent / "proefwerkers.py")], env=leeg, capture_output=True, text=True, timeout=110, check=False
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
