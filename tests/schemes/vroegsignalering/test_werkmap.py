"""The temporary folder of a run on Spark: gone at the end, and after a kill at the next start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from samenhang.schemes.vroegsignalering.koppelen.werkmap import VOORVOEGSEL, ruim_op, werkmap

PROGRAMMA = "import time; from samenhang.schemes.vroegsignalering.koppelen.werkmap import werkmap\nwith werkmap() as map_: print(map_, flush=True); time.sleep(60)"


@pytest.fixture(autouse=True)
def tijdelijk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_wat_een_gedood_proces_achterliet_is_bij_de_volgende_start_weg(tijdelijk: Path) -> None:
    omgeving = os.environ | {"TMPDIR": str(tijdelijk)}
    with subprocess.Popen([sys.executable, "-c", PROGRAMMA], env=omgeving, stdout=subprocess.PIPE) as proces:
        assert proces.stdout is not None
        van_een_ander = Path(proces.stdout.readline().decode().strip())
        (van_een_ander / "signalen.parquet").write_text("naam")
        ruim_op()
        assert van_een_ander.is_dir(), "een lopend proces houdt zijn map"
        proces.send_signal(signal.SIGKILL)
    assert van_een_ander.is_dir()
    with werkmap() as eigen:
        assert not van_een_ander.exists()
        assert eigen.is_dir()
    assert list(tijdelijk.glob(f"{VOORVOEGSEL}*")) == []


def test_een_map_zonder_slot_blijft_staan(tijdelijk: Path) -> None:
    vreemd = tijdelijk / f"{VOORVOEGSEL}van-iets-anders"
    vreemd.mkdir()
    ruim_op()
    assert vreemd.is_dir()
