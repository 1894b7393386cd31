"""The table of acceptance cases names every case once, and tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

HIER = Path(__file__).resolve().parents[2]
TABEL = HIER / "docs/aanvaarding.md"
GEVALLEN = range(1, 23)


def rijen() -> dict[int, list[tuple[str, str]]]:
    """Per case the tests that its row names, as (file, function)."""
    uit: dict[int, list[tuple[str, str]]] = {}
    for regel in TABEL.read_text("utf-8").splitlines():
        if kop := re.match(r"\| (\d+) \|", regel):
            geval = int(kop[1])
            assert geval not in uit, geval
            uit[geval] = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", regel)
    return uit


def functies_in(bestand: str) -> set[str]:
    boom = ast.parse((HIER / bestand).read_text("utf-8"))
    return {knoop.name for knoop in ast.walk(boom) if isinstance(knoop, ast.FunctionDef)}


def test_elk_geval_staat_er_een_keer_met_een_test() -> None:
    tabel = rijen()
    assert sorted(tabel) == list(GEVALLEN)
    assert [geval for geval, tests in tabel.items() if not tests] == []


def test_elke_genoemde_test_bestaat() -> None:
    for geval, tests in rijen().items():
        for bestand, naam in tests:
            assert naam in functies_in(bestand), (geval, bestand, naam)


def test_elke_test_met_een_nummer_staat_in_de_tabel() -> None:
    genoemd = {naam for tests in rijen().values() for _, naam in tests}
    for bestand in (HIER / "tests/schemes/vroegsignalering").glob("test_aanvaarding*.py"):
        genummerd = {
            naam for naam in functies_in(str(bestand.relative_to(HIER))) if re.match(r"test_\d", naam)
        }
        assert genummerd <= genoemd, genummerd - genoemd


def test_elk_geval_van_de_wams_staat_er_met_tests_die_bestaan_of_zonder() -> None:
    """The second table: twenty cases, each with tests that exist, or saying that it is not there yet."""
    gezien = []
    for regel in TABEL.read_text("utf-8").splitlines():
        if kop := re.match(r"\| W(\d+) \|", regel):
            tests = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", regel)
            gezien.append(int(kop[1]))
            assert bool(tests) is ("not there yet" not in regel), regel
            for bestand, naam in tests:
                assert naam in functies_in(bestand), (bestand, naam)
    assert gezien == list(range(1, 21))


def test_elk_geval_van_de_bezetting_staat_er_met_tests_die_bestaan() -> None:
    regels = [r for r in TABEL.read_text("utf-8").splitlines() if re.match(r"\| H\d \|", r)]
    assert [regel[2:4] for regel in regels] == ["H1", "H2", "H3", "H4", "H5"]
    for regel in regels:
        tests = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", regel)
        assert tests
        for bestand, naam in tests:
            assert naam in functies_in(bestand), (bestand, naam)


def test_elk_geval_van_de_schuldhulp_staat_er_met_tests_die_bestaan() -> None:
    """The third table: the twelve cases of debt assistance."""
    gezien = []
    for regel in TABEL.read_text("utf-8").splitlines():
        if kop := re.match(r"\| S(\d+) \|", regel):
            tests = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", regel)
            gezien.append(int(kop[1]))
            assert tests, regel
            for bestand, naam in tests:
                assert naam in functies_in(bestand), (bestand, naam)
    assert gezien == list(range(1, 13))
