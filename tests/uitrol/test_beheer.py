"""Running and maintaining, as an operator does it: migrate, serve, stop, work, look, back up, restore."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess  # nosec
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.dienst import dienst, stop, vraag, wacht_op

OPDRACHT = [sys.executable, "-c", "from samenhang.cli.hoofd import hoofd; hoofd()"]


def omgeving(datamap: Path, **meer: str) -> dict[str, str]:
    kaal = {
        naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("SAMENHANG", "DATABASE"))
    }
    return kaal | {"SAMENHANG_DATAMAP": str(datamap), "SAMENHANG_TAAL": "nl"} | meer


def draai(datamap: Path, *argumenten: str, **meer: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # nosec
        [*OPDRACHT, *argumenten], env=omgeving(datamap, **meer), capture_output=True, text=True, check=False
    )


def goed(datamap: Path, *argumenten: str) -> Any:
    uit = draai(datamap, *argumenten)
    assert uit.returncode == 0, uit.stderr
    return json.loads(uit.stdout) if uit.stdout.startswith("{") else uit.stdout


@pytest.fixture(scope="module")
def datamap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a fresh deployment on SQLite."""
    map_ = tmp_path_factory.mktemp("uitrol") / "data"
    assert "bij" in goed(map_, "beheer", "migreer")
    (map_ / "aanleveringen").mkdir()
    (map_ / "aanleveringen" / "0001.csv").write_text("a;b\n1;2\n")
    return map_


def test_de_dienst_start_is_klaar_en_stopt_op_sigterm_zonder_restanten(datamap: Path) -> None:
    with dienst(OPDRACHT, omgeving(datamap)) as (proces, adres):
        assert wacht_op(f"{adres}/klaar", proces) == (200, '{"status": "klaar"}')
        assert vraag(f"{adres}/leeft") == (200, '{"status": "leeft"}')
        assert goed(datamap, "beheer", "gezond", "--adres", f"{adres}/klaar") == {"status": 200}
        stop(proces)


def test_een_dienst_op_een_lege_database_is_niet_klaar_en_zegt_waarom(tmp_path: Path) -> None:
    with dienst(OPDRACHT, omgeving(tmp_path / "leeg"), "--no-plichten") as (proces, adres):
        status, tekst = wacht_op(f"{adres}/klaar", proces)
        assert status == 503
        assert json.loads(tekst)["reden"] == "migraties"
        assert vraag(f"{adres}/leeft")[0] == 200
        uit = draai(tmp_path / "leeg", "beheer", "gezond", "--adres", f"{adres}/klaar")
        assert uit.returncode == 1
        assert json.loads(uit.stderr)["code"] == "niet_klaar"


def test_de_werker_doet_een_ronde_en_stopt_op_sigterm(datamap: Path) -> None:
    assert "0 gedaan" in goed(datamap, "beheer", "werker", "--een-ronde")
    proces = subprocess.Popen(  # nosec
        [*OPDRACHT, "beheer", "werker"], env=omgeving(datamap), stderr=subprocess.PIPE, text=True
    )
    assert proces.stderr is not None
    assert json.loads(proces.stderr.readline())["event"] == "werker gestart"
    proces.send_signal(signal.SIGTERM)
    assert json.loads(proces.stderr.readline())["event"] == "werker gestopt"
    assert proces.wait(timeout=20) == 0
    proces.stderr.close()


def test_de_stand_in_cijfers(datamap: Path, tmp_path: Path) -> None:
    stand = goed(datamap, "beheer", "stand", "--json")
    assert stand["migraties_open"] == stand["plichten_mislukt"] == stand["zaken_open"] == 0
    assert stand["database"] == "sqlite"
    assert goed(tmp_path / "leeg", "beheer", "stand", "--json")["migraties_open"] > 10


def test_een_reservekopie_onder_een_open_schrijver_is_heel_en_komt_terug(
    datamap: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(datamap / "samenhang.sqlite3")) as schrijver:
        schrijver.execute("CREATE TABLE IF NOT EXISTS proef (wat TEXT)")
        schrijver.execute("INSERT INTO proef VALUES ('vastgelegd')")
        schrijver.commit()
        schrijver.execute("INSERT INTO proef VALUES ('nog niet vastgelegd')")
        uit = goed(datamap, "beheer", "reservekopie", str(tmp_path / "kopie"))
        schrijver.rollback()
    assert uit["database"] == "sqlite"
    assert uit["bestanden"] == 3  # database, raw file, key
    terug = tmp_path / "terug"
    goed(terug, "beheer", "herstel", str(tmp_path / "kopie"))
    with closing(sqlite3.connect(terug / "samenhang.sqlite3")) as kopie:
        assert kopie.execute("SELECT wat FROM proef").fetchall() == [("vastgelegd",)]
    assert (terug / "aanleveringen" / "0001.csv").read_text() == "a;b\n1;2\n"
    assert (terug / "sleutel").read_text() == (datamap / "sleutel").read_text()
    assert goed(terug, "beheer", "stand", "--json")["migraties_open"] == 0
