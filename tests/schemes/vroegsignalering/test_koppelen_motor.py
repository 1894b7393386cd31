"""The choice of engine on the command line, where Spark is not."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from samenhang.cli.hoofd import hoofd
from tests.bouw import rij, schrijf_levering


def koppel(capsys: pytest.CaptureFixture[str], *argumenten: object) -> tuple[int, str, dict[str, str]]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "koppel", *map(str, argumenten), "--peildatum", "2026-12-01", "--json"])
    uit = capsys.readouterr()
    assert isinstance(einde.value.code, int)
    return einde.value.code, uit.out, json.loads(uit.err)


def test_zonder_spark_zegt_de_opdracht_wat_er_moet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    bron, uit = schrijf_levering(tmp_path / "a.csv", rij(1)), tmp_path / "uit.csv"
    uit.write_text("van gisteren")
    code, gezegd, probleem = koppel(capsys, bron, "--uitvoer", uit, "--motor", "spark")
    assert (code, gezegd, probleem["code"]) == (2, "", "spark_ontbreekt")
    assert "requirements/spark.txt" in probleem["tekst"]
    assert "requirements/spark.txt" in probleem["text"]
    assert uit.read_text() == "van gisteren"


def test_een_register_is_van_duckdb(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bron = schrijf_levering(tmp_path / "a.csv", rij(1))
    code, _, probleem = koppel(
        capsys,
        bron,
        "--uitvoer",
        tmp_path / "uit.csv",
        "--register",
        tmp_path / "register",
        "--motor",
        "spark",
    )
    assert (code, probleem["code"]) == (2, "register_op_duckdb")
    assert not (tmp_path / "register").exists()
