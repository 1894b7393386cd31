"""`dev.py bench [toegang|lezen|koppelen] [households]`: one JSON line per measurement."""

from __future__ import annotations

import csv
import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from samenhang.demo.leveringen import KOLOMMEN, maak_wereld, schrijf
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering.bestand import laad_beleid, lees
from samenhang.schemes.vroegsignalering.koppelen import koppel, laad_gewichten

DAG = date(2026, 11, 24)


def toon(naam: str, **gemeten: object) -> None:
    """Print one measurement."""
    print(json.dumps({"meting": naam} | gemeten), flush=True)


def toegang() -> None:
    """Decisions per second, when the same questions come back and when none does."""
    from samenhang.cli import django_aan

    django_aan()
    from samenhang.kernel.toegang import Feiten, Verzoek, beslis
    from samenhang.kernel.toegang.geldend import beslistabel

    tabel, nu = beslistabel(), datetime.now(UTC)
    cellen = [cel for ruimte in tabel.ruimtes.values() for cel in ruimte.cellen()]
    vragen = [
        (
            Verzoek(cel.scheme, cel.organisatiesoort, (cel.rol,), cel.doel, frozenset({"naw", "signaal"})),
            Feiten(cel.betrokkenheid, cel.stap),
        )
        for cel in random.Random(1).choices(cellen, k=200_000)
    ]
    for naam in ("koud", "warm"):
        begin = time.process_time()
        for verzoek, feiten in vragen:
            beslis(verzoek, feiten, tabel, nu)
        duur = time.process_time() - begin
        toon("toegang", stand=naam, per_seconde=round(len(vragen) / duur), cellen=len(cellen))


def koppelen(huishoudens: int) -> None:
    """Reading and linking a world; precision and recall on pairs; ratio to DuckDB's bare read of the files."""
    with tempfile.TemporaryDirectory() as map_:
        schrijf(maak_wereld(23, huishoudens), Path(map_))
        paden = sorted(Path(map_).glob("*.csv"))
        with (Path(map_) / "waarheid" / "waarheid.csv").open() as bestand:
            waar = {
                (r["partner"], r["signaal_id"]): (r["persoon"], r["huishouden"])
                for r in csv.DictReader(bestand)
            }
        begin = time.perf_counter()
        kolommen = ", ".join(f"'{naam}': 'VARCHAR'" for naam in KOLOMMEN)
        duckdb.connect().execute(
            f"SELECT count(*), max(achternaam) FROM read_csv(?, delim=';', quote='\"', header=true, auto_detect=false, strict_mode=false, columns={{{kolommen}}})",
            [[str(pad) for pad in paden]],
        )
        kaal = time.perf_counter() - begin
        verbinding = duckdb.connect()
        begin = time.perf_counter()
        gelezen = lees(
            verbinding, paden, beleid=laad_beleid(DAG), peildatum=DAG, kalender=standaardkalender()
        )
        lezen = time.perf_counter() - begin
        begin = time.perf_counter()
        uitkomst = koppel(verbinding, gewichten=laad_gewichten())
        duur = time.perf_counter() - begin
        uit = {
            (p, s): (persoon, huis)
            for p, s, persoon, huis in verbinding.execute(
                "SELECT partner, signaal_id, persoon_id, huishouden_id FROM uitkomst"
            ).fetchall()
        }
    for plek, wat in enumerate(("personen", "huishoudens")):
        eigen, echt, beide = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
        for sleutel, waarde in uit.items():
            eigen[waarde[plek]] += 1
            echt[waar[sleutel][plek]] += 1
            beide[waarde[plek], waar[sleutel][plek]] += 1
        goed = sum(n * (n - 1) // 2 for n in beide.values())
        precisie = goed / sum(n * (n - 1) // 2 for n in eigen.values())
        dekking = goed / sum(n * (n - 1) // 2 for n in echt.values())
        toon(
            "koppelen",
            wat=wat,
            precisie=round(precisie, 4),
            dekking=round(dekking, 4),
            f1=round(2 * precisie * dekking / (precisie + dekking), 4),
        )
    toon(
        "koppelen",
        signalen=gelezen.geaccepteerd,
        kaal_lezen_s=round(kaal, 2),
        lezen_s=round(lezen, 2),
        lezen_ten_opzichte_van_kaal=round(lezen / kaal, 1),
        koppelen_s=round(duur, 2),
        twijfel_per_1000=round(1000 * uitkomst.twijfel / gelezen.geaccepteerd, 2),
        piek_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        seconden=dict(uitkomst.seconden),
    )


if __name__ == "__main__":
    keuze = sys.argv[1] if len(sys.argv) > 1 else "alles"
    if keuze in ("toegang", "alles"):
        toegang()
    if keuze in ("koppelen", "alles"):
        koppelen(int(sys.argv[2]) if len(sys.argv) > 2 else 60_000)
