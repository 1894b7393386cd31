"""The demo of the installed wheel, as a stranger meets it: made once, taken again, every persona with work, measured against the truth."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tools.poort import vrije_poort

from tests.wiel.conftest import draai, goed


@pytest.fixture(scope="module")
def kleine_demo(samenhang: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """A small demo that was asked on every page."""
    map_ = tmp_path_factory.mktemp("demo") / "klein"
    poort = str(vrije_poort())
    uit = goed(samenhang, "beheer", "demo", "--klein", "--check", "--map", map_, "--poort", poort)
    return map_, json.loads(uit.splitlines()[-1])


def test_elke_pagina_van_elke_persona_doet_het(kleine_demo: tuple[Path, dict[str, object]]) -> None:
    _, verslag = kleine_demo
    assert isinstance(verslag["paginas"], int)
    assert verslag["paginas"] > 100


def test_afspraken_en_beleid_kwamen_door_de_eigen_deur(kleine_demo: tuple[Path, dict[str, object]]) -> None:
    """Each by somebody, for a reason, with its line in the audit log; one agreement has ended, partners heard back."""
    map_, _ = kleine_demo
    with closing(sqlite3.connect(map_ / "samenhang.sqlite3")) as bank:

        def tel(vraag: str) -> int:
            return int(bank.execute(f"SELECT count(*) FROM {vraag}").fetchone()[0])

        for tabel, wat in (
            ("partnerafspraak", "'afspraak vastleggen', 'afspraak beëindigen'"),
            ("beleidsset", "'beleid vaststellen'"),
        ):
            rijen = tel(f"vroegsignalering_{tabel}")
            assert rijen > 2
            assert tel(f"vroegsignalering_{tabel} WHERE door = '' OR reden = ''") == 0
            assert tel(f"logboek_auditregel WHERE scheme = 'vroegsignalering' AND naam IN ({wat})") == rijen
        assert tel("vroegsignalering_partnerafspraak WHERE tot IS NOT NULL") == 1
        assert tel("vroegsignalering_terugkoppelbericht") > 0
        assert tel("rechten_bezwaar") > 0
        assert tel("verstrekkingen_uitgaandeoverdracht") > 0
        werkt = bank.execute(
            "SELECT DISTINCT m.naam FROM zaken_zaak z JOIN organisaties_medewerker m ON m.id = z.behandelaar_id"
        ).fetchall()
        assert {"Lieke Dijkgraaf", "Sanne Terpstra", "Youssef El Amrani"} <= {naam for (naam,) in werkt}


def test_een_tweede_start_neemt_de_wereld_die_er_staat(
    samenhang: Path, kleine_demo: tuple[Path, dict[str, object]]
) -> None:
    map_, _ = kleine_demo
    voor = (map_ / "demo.json").stat().st_mtime_ns
    gemeten = json.loads(goed(samenhang, "beheer", "demo-waarheid", "--map", map_))
    assert gemeten["signalen"] > 30
    assert gemeten["personen"]["precisie"] > 0.97
    assert (map_ / "demo.json").stat().st_mtime_ns == voor


def test_een_map_met_iets_anders_blijft_staan(samenhang: Path, tmp_path: Path) -> None:
    (tmp_path / "eigen.txt").write_text("van mij")
    uit = draai(samenhang, "beheer", "demo", "--klein", "--check", "--map", tmp_path)
    assert uit.returncode == 2
    assert "map_in_gebruik" in uit.stderr
    assert [pad.name for pad in tmp_path.iterdir()] == ["eigen.txt"]


def test_een_peildatum_die_geen_dag_is_wordt_geweigerd(samenhang: Path, tmp_path: Path) -> None:
    uit = draai(samenhang, "beheer", "demo", "--peildatum", "31 februari", "--map", tmp_path / "x")
    assert uit.returncode == 2
    assert "2026-11-24" in uit.stderr
