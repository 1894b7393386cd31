"""Parts of the test command side by side: together, never more than allowed, each heard apart, and none left behind."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tools.naast import Klaar, naast_elkaar

WACHT = """
import pathlib, sys, time
eigen, ander = map(pathlib.Path, sys.argv[1:])
eigen.touch()
while not ander.exists(): time.sleep(0.01)
print("eerst"); print("fout", file=sys.stderr, flush=True)
"""
TEL = """
import os, pathlib, sys
plek = pathlib.Path(sys.argv[1])
eigen = plek / str(os.getpid())
eigen.touch(); print(len(list(plek.iterdir()))); eigen.unlink()
"""
RUIM_OP = """
import pathlib, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    pathlib.Path(sys.argv[1]).touch()
    signal.pause()
finally:
    pathlib.Path(sys.argv[2]).touch()
"""


def py(programma: str, *argumenten: object) -> Sequence[str]:
    return (sys.executable, "-S", "-c", programma, *map(str, argumenten))


@pytest.mark.timeout(60)
def test_twee_die_op_elkaar_wachten_komen_beide_klaar_en_worden_apart_gehoord(tmp_path: Path) -> None:
    een, twee = tmp_path / "een", tmp_path / "twee"
    opdrachten = {"een": py(WACHT, een, twee), "twee": py(WACHT, twee, een)}
    klaar = {deel.naam: deel for deel in naast_elkaar(opdrachten, 2, str(tmp_path))}
    assert {naam: deel.code for naam, deel in klaar.items()} == {"een": 0, "twee": 0}
    for deel in klaar.values():
        assert sorted(deel.gezegd.splitlines()) == ["eerst", "fout"]
        assert deel.seconden > 0


def test_er_lopen_er_nooit_meer_dan_gezegd(tmp_path: Path) -> None:
    plek = tmp_path / "plek"
    plek.mkdir()
    opdrachten = {str(nummer): py(TEL, plek) for nummer in range(6)}
    gezien = [int(deel.gezegd) for deel in naast_elkaar(opdrachten, 2, str(tmp_path))]
    assert len(gezien) == 6
    assert max(gezien) <= 2


@pytest.mark.timeout(60)
def test_wie_niet_verder_vraagt_laat_niets_lopen_en_niets_beginnen(tmp_path: Path) -> None:
    loopt, opgeruimd, nooit = tmp_path / "loopt", tmp_path / "opgeruimd", tmp_path / "nooit"
    opdrachten = {
        "lang": py(RUIM_OP, loopt, opgeruimd),
        "stuk": py(WACHT + "sys.exit(3)", tmp_path / "stuk", loopt),
        "nooit": py(WACHT, nooit, loopt),
    }
    delen = naast_elkaar(opdrachten, 2, str(tmp_path))
    eerste = next(delen)
    assert (eerste.naam, eerste.code) == ("stuk", 3)
    assert isinstance(eerste, Klaar)
    delen.close()  # type: ignore[attr-defined]
    assert opgeruimd.exists()
    assert not nooit.exists()
