"""dev.py: standard library only, silent on stdout but for what was asked, and every part of the test command named."""

from __future__ import annotations

import ast
import subprocess  # nosec
import sys
from pathlib import Path

import dev
import pytest
from tools import proef
from tools.proef import DELEN, tijdentabel

HIER = Path(__file__).resolve().parents[2]


def test_dev_gebruikt_alleen_de_standaardbibliotheek() -> None:
    for knoop in ast.walk(ast.parse((HIER / "dev.py").read_text("utf-8"))):
        namen = [punt.name for punt in knoop.names] if isinstance(knoop, ast.Import) else []
        if isinstance(knoop, ast.ImportFrom):
            namen = [knoop.module or ""]
        for naam in namen:
            assert naam.split(".")[0] in sys.stdlib_module_names, naam


def test_run_zet_niets_van_zichzelf_op_stdout() -> None:
    invoer = '{"start":"2026-04-07","lengte":4,"eenheid":"weken","atw":true}'
    uit = subprocess.run(  # nosec
        [sys.executable, str(HIER / "dev.py"), "run", "--", "termijn", "bereken"],
        input=invoer, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert uit.returncode == 0, uit.stderr
    assert uit.stdout.startswith('{"einde": "2026-05-06"')
    assert uit.stdout.count("\n") == 1


@pytest.mark.parametrize("argumenten", [[], ["dans"]])
def test_een_onbekend_woord_geeft_de_uitleg_en_uitgang_twee(
    argumenten: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.hoofd(argumenten) == 2
    uit = capsys.readouterr()
    assert "python3 dev.py demo" in uit.out + uit.err


def test_elk_woord_staat_in_de_uitleg() -> None:
    for woord in dev.DOEN:
        assert f"\n{woord}" in dev.GEBRUIK


def test_ci_roept_alleen_de_testopdracht() -> None:
    regels = [
        regel for regel in (HIER / ".ci/run").read_text().splitlines() if regel and not regel.startswith("#")
    ]
    assert regels[-1] == "exec python3 dev.py test"
    assert len(regels) == 3


def test_elk_deel_heeft_een_naam_en_een_zin_en_de_eenheidstests_sluiten() -> None:
    assert list(DELEN)[-1] == "eenheid"
    assert all(deel.__doc__ for deel in DELEN.values())


def test_geen_testmap_valt_buiten_de_testopdracht() -> None:
    for map_ in proef.EIGEN_DELEN:
        gedekt = any(
            f'"{map_}"' in ast.unparse(knoop).replace("'", '"')
            for knoop in ast.walk(ast.parse((HIER / "tools/proef.py").read_text("utf-8")))
            if isinstance(knoop, ast.Call) and getattr(knoop.func, "id", "") == "pytest"
        )
        assert gedekt or map_ == "tests/proefscheme", map_


def test_een_onbekend_deel_wordt_geweigerd(capsys: pytest.CaptureFixture[str]) -> None:
    assert proef.hoofd(["dans"]) == 2
    assert "dans" in capsys.readouterr().err


def test_de_delen_worden_geteld_en_het_eerste_dat_mislukt_stopt_de_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gedaan: list[str] = []

    def goed() -> None:
        """Goes well."""
        gedaan.append("goed")

    def stuk() -> None:
        """Does not."""
        raise proef.Mislukt(3)

    monkeypatch.delenv(proef.WERKMAP, raising=False)
    monkeypatch.setattr(proef, "DELEN", {"goed": goed, "stuk": stuk, "nooit": goed})
    assert proef.hoofd([]) == 3
    assert gedaan == ["goed"]
    tabel = capsys.readouterr().err
    assert "stuk" in tabel
    assert "MISLUKT" in tabel
    assert "nooit" not in tabel


def test_de_tijden_staan_onder_elkaar() -> None:
    tabel = tijdentabel({"lint": 7.4, "typen": 26.0}, "", 27.2)
    assert tabel.splitlines()[1].split() == ["lint", "7", "s"]
    assert tabel.splitlines()[-1].split() == ["samen", "27", "s"]


def test_een_deel_binnen_een_andere_proef_zwijgt_over_tijden(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def goed() -> None:
        """Goes well."""

    monkeypatch.setenv(proef.WERKMAP, str(tmp_path))
    monkeypatch.setattr(proef, "DELEN", {"goed": goed})
    assert proef.hoofd(["goed"]) == 0
    uit = capsys.readouterr()
    assert "== goed: Goes well." in uit.out
    assert uit.err == ""


def test_elk_deel_van_een_processor_bestaat_en_de_drukke_staan_er_niet_bij() -> None:
    assert set(proef.ENKEL) < set(DELEN)
    assert set(DELEN) - set(proef.ENKEL) == {"e2e", "postgres", "eenheid"}
