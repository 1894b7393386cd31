"""The way of docs/beheer.md for PostgreSQL, tried: pg_dump, a new database, pg_restore, and it stands as before."""

from __future__ import annotations

import json
import os
import re
import subprocess  # nosec
import sys
from pathlib import Path
from typing import Any

import pytest
from tools.cluster import Cluster, programma

from tests.huis.opdrachten import HIER

OPDRACHT = [sys.executable, "-c", "from samenhang.cli.hoofd import hoofd; hoofd()"]


def samenhang(url: str, datamap: Path, *argumenten: str) -> Any:
    env = os.environ | {"DATABASE_URL": url, "SAMENHANG_DATAMAP": str(datamap)}
    uit = subprocess.run([*OPDRACHT, *argumenten], env=env, capture_output=True, text=True, check=False)  # nosec
    assert uit.returncode == 0, uit.stderr
    return json.loads(uit.stdout) if uit.stdout.startswith("{") else uit.stdout


def uit_handleiding(programma_naam: str) -> list[str]:
    """The options that docs/beheer.md gives for a program, so that the test tries what the operator types."""
    tekst = (HIER / "docs" / "beheer.md").read_text("utf-8")
    regel = re.search(rf"^{programma_naam} (.+)$", tekst, re.M)
    assert regel, f"docs/beheer.md noemt {programma_naam} niet"
    return [
        woord
        for woord in regel[1].split()
        if woord.startswith("--") and not woord.startswith(("--file=", "--dbname="))
    ]


def test_pg_dump_en_pg_restore_geven_dezelfde_database(tmp_path: Path) -> None:
    with Cluster() as cluster:
        samenhang(cluster.url, tmp_path / "data", "beheer", "migreer")
        voor = samenhang(cluster.url, tmp_path / "data", "beheer", "stand", "--json")
        kopie = tmp_path / "samenhang.dump"
        subprocess.run(  # nosec
            [programma("pg_dump"), *uit_handleiding("pg_dump"), f"--file={kopie}", cluster.kopie_url()],
            check=True,
        )
        bestanden = samenhang(
            cluster.url, tmp_path / "data", "beheer", "reservekopie", str(tmp_path / "bestanden")
        )
        assert bestanden["database"] == "postgresql"
        nieuw = cluster.nieuwe_database("terug")
        subprocess.run(  # nosec
            [programma("pg_restore"), *uit_handleiding("pg_restore"), f"--dbname={nieuw}", str(kopie)],
            check=True,
        )
        samenhang(nieuw, tmp_path / "terug", "beheer", "herstel", str(tmp_path / "bestanden"))
        na = samenhang(nieuw, tmp_path / "terug", "beheer", "stand", "--json")
        assert {**na, "vrije_ruimte_mb": 0} == {**voor, "vrije_ruimte_mb": 0}
        assert na["migraties_open"] == 0
        with pytest.raises(RuntimeError, match="groeit alleen"):  # the triggers came along
            cluster.sql(nieuw, "DELETE FROM logboek_auditregel")
