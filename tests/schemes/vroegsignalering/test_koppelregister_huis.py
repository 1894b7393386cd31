"""What a house keeps of linkage is what linking all its signals anew gives, whatever people judged in between."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

import duckdb
import pytest
from bench.tweede import schrijf_tweede

from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering.bestand import laad_beleid
from samenhang.schemes.vroegsignalering.bestand.lezen import lees_rijen
from samenhang.schemes.vroegsignalering.koppelen import Oordeel, koppel, laad_gewichten, sleutels
from samenhang.schemes.vroegsignalering.koppelen.verklaring import meet
from samenhang.schemes.vroegsignalering.koppelregister import huis
from samenhang.schemes.vroegsignalering.koppelregister.tellen import maak_telling
from tests.schemes.vroegsignalering.test_bestand import DAG

Sleutel = tuple[str, str]
KOLOMMEN = "uitkomst ORDER BY ALL", "twijfel ORDER BY ALL"


@pytest.fixture(scope="module")
def wereld(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], duckdb.DuckDBPyConnection]:
    """Signals of which many are of one person, as a table of a connection of its own each time."""
    map_ = tmp_path_factory.mktemp("wereld")
    schrijf_tweede(map_, 8802, 320)
    bron = duckdb.connect()
    lees_rijen(bron, sorted(map_.glob("*.csv")), beleid=laad_beleid(DAG), peildatum=DAG, kalender=standaardkalender())  # fmt: skip
    bron.execute("CREATE TABLE alle AS SELECT * REPLACE (row_number() OVER () AS regel) FROM signalen WHERE soort_signaal <> 'intrekking'")  # fmt: skip
    bron.execute(f"COPY alle TO '{map_}/alle.parquet'")

    def maak() -> duckdb.DuckDBPyConnection:
        verbinding = duckdb.connect(config={"threads": 2})
        verbinding.execute(f"CREATE TABLE alle AS FROM '{map_}/alle.parquet'")
        return verbinding

    return maak


def zet_signalen(verbinding: duckdb.DuckDBPyConnection, van: int, tot: int) -> None:
    verbinding.execute(
        f"CREATE OR REPLACE TABLE signalen AS FROM alle WHERE regel > {van} AND regel <= {tot}"
    )


def zet_bekend(verbinding: duckdb.DuckDBPyConnection, bekend: dict[Sleutel, tuple[str, UUID]]) -> None:
    verbinding.execute("CREATE OR REPLACE TEMP TABLE bekend (partner VARCHAR, signaal_id VARCHAR, oud VARCHAR, id UUID, persoon UUID)")  # fmt: skip
    for sleutel, rest in bekend.items():
        verbinding.execute("INSERT INTO bekend VALUES (?, ?, ?, ?, NULL)", [*sleutel, *rest])


def stand(verbinding: duckdb.DuckDBPyConnection) -> Any:
    """Who is who, what is asked, and what the questions are explained from."""
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE te_meten AS SELECT DISTINCT least(x.nr, y.nr) AS a, greatest(x.nr, y.nr) AS b
        FROM twijfel t JOIN signaal_bij x ON x.partner = t.links_partner AND x.signaal_id = t.links_signaal_id
        JOIN signaal_bij y ON y.partner = t.rechts_partner AND y.signaal_id = t.rechts_signaal_id"""
    )
    if verbinding.execute("SELECT 1 FROM duckdb_databases() WHERE database_name = 'register'").fetchone():
        verbinding.execute("CREATE OR REPLACE TEMP TABLE te_tellen AS SELECT a AS nr FROM te_meten UNION SELECT b FROM te_meten")  # fmt: skip
        maak_telling(verbinding, "te_tellen")
    return [verbinding.execute(f"FROM {tabel}").fetchall() for tabel in KOLOMMEN], meet(
        verbinding, "te_meten"
    )


def oordeel_er_op_los(
    kans: random.Random, twijfel: list[Any], bekend: list[Sleutel], eerder: list[Oordeel]
) -> list[Oordeel]:
    """Somebody answers some questions, says something of pairs that nobody asked about, and takes one answer back."""
    vragen = [((v[0], v[1]), (v[2], v[3])) for v in kans.sample(twijfel, min(6, len(twijfel)))]
    losse = [(kans.choice(bekend), kans.choice(bekend)) for _ in range(3)]
    over = [oordeel for oordeel in eerder if kans.random() > 0.2]
    return [*over, *(Oordeel(a, b, kans.random() < 0.6) for a, b in (*vragen, *losse) if a != b)]


def test_wat_het_huis_onthoudt_is_wat_alles_opnieuw_koppelen_geeft(
    wereld: Callable[[], duckdb.DuckDBPyConnection],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Delivery after delivery, with judgements in between and a signal that somebody gave to another person."""
    monkeypatch.setattr(sleutels, "PLAFOND", 4)  # blocks that break up, in a world as small as this
    kans, gewichten, bekend, oordelen = random.Random(1), laad_gewichten(), {}, []
    pad, gehoord = tmp_path / "huis.duckdb", []
    aantal = wereld().execute("SELECT count(*) FROM alle").fetchall()[0][0]
    grenzen = [0, *sorted(kans.sample(range(20, aantal), 2)), aantal]
    for van, tot in pairwise(grenzen):
        opnieuw, erbij = wereld(), wereld()
        zet_signalen(opnieuw, 0, tot)
        zet_signalen(erbij, van, tot)
        for verbinding in (opnieuw, erbij):
            zet_bekend(verbinding, bekend)
        koppel(opnieuw, gewichten=gewichten, oordelen=oordelen, bekend="bekend" if bekend else None)
        erbij.execute(f"ATTACH '{pad}' AS register")
        assert huis.is_van_nu(erbij) == (van > 0)
        huis.koppel_erbij(erbij, gewichten=gewichten, oordelen=oordelen, bekend="bekend", hoor=gehoord.append)
        heel = stand(opnieuw)
        assert stand(erbij) == heel
        nieuw = {(p, s): UUID(int=kans.getrandbits(128)) for p, s in erbij.execute("SELECT partner, signaal_id FROM signalen").fetchall()}  # fmt: skip
        erbij.execute(
            "CREATE TEMP TABLE nieuw (partner VARCHAR, signaal_id VARCHAR, id VARCHAR, persoon VARCHAR, oud VARCHAR)"
        )
        erbij.executemany("INSERT INTO nieuw VALUES (?, ?, ?, NULL, NULL)", [(*sleutel, nummer.hex) for sleutel, nummer in nieuw.items()])  # fmt: skip
        assert huis.leg_huis_vast(erbij, "nieuw")
        huis.laat_los(erbij)
        ids = {sleutel: nummer for sleutel, (_, nummer) in bekend.items()} | nieuw
        (uitkomst, twijfel), _ = heel
        bekend = {(p, s): (persoon, ids[p, s]) for p, s, persoon, *_ in uitkomst}
        een, ander = kans.sample(sorted(bekend), 2)
        bekend[een] = (bekend[ander][0], bekend[een][1])
        oordelen = oordeel_er_op_los(kans, twijfel, sorted(bekend), oordelen)
    assert max(gehoord) == 1
    assert oordelen
