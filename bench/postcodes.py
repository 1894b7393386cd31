"""The table of postcodes at national size through the command: time beside DuckDB's bare read, and peak memory.

The file is invented, in the shape of CBS's pc6hnr: rows in the order of the postcode, 342 municipalities, one in
twenty of the four digits in two of them. `meet` runs it at an eighth and whole: memory that is flat is the same twice.
"""

from __future__ import annotations

import os
import random
import subprocess  # nosec
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

GEMEENTEN = 342
PC4 = 4_070
LETTERS = 114
"""Letters in use per four digits."""
_OPDRACHT = """
import resource, sys
from samenhang.cli.hoofd import hoofd
try:
    hoofd(sys.argv[1:])
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""


def maak(map_: Path, rijen: int, zaad: int = 1) -> tuple[Path, Path]:
    """Write the table and the names; the same seed gives the same files."""
    toeval = random.Random(zaad)  # nosec
    tabel, namen = map_ / f"pc6hnr-{rijen}.csv", map_ / "gemeenten.csv"
    namen.write_text("Gemcode2026;Gemeentenaam2026\n" + "".join(f"{n};Gemeente {n}\n" for n in range(1, GEMEENTEN + 1)))  # fmt: skip
    per_pc6 = rijen // (PC4 * LETTERS) or 1
    codes = [chr(65 + a) + chr(65 + b) for a in range(26) for b in range(26)][:LETTERS]
    with tabel.open("w") as uit:
        uit.write("PC6;Huisnummer;Buurt2026;Wijk2026;Gemeente2026\n")
        geschreven = 0
        for nummer in range(PC4):
            cijfers, gemeente = 1000 + nummer * 2, 1 + nummer * GEMEENTEN // PC4
            grens = LETTERS // 2 if toeval.random() < 0.05 and gemeente < GEMEENTEN else LETTERS
            for plek, letters in enumerate(codes):
                code = gemeente + (plek >= grens)
                laatste = nummer == PC4 - 1 and plek == LETTERS - 1
                for huis in range(1, (rijen - geschreven if laatste else per_pc6) + 1):
                    uit.write(f"{cijfers}{letters};{huis};{code:04d}0101;{code:04d}01;{code}\n")
                    geschreven += 1
    return tabel, namen


def laad(map_: Path, tabel: Path, namen: Path, dag: str, als: str) -> dict[str, Any]:
    """Load through the command, in a process of its own; seconds and peak memory in MB."""
    argumenten = ["helplijn", "postcodes", str(tabel), "--namen", str(namen), "--peildatum", dag, "--bron", "verzonnen", "--als", als]  # fmt: skip
    begin = time.perf_counter()
    klaar = subprocess.run(  # nosec
        [sys.executable, "-c", _OPDRACHT, *argumenten], env=_omgeving(map_), check=True, capture_output=True, text=True
    )  # fmt: skip
    return {"seconden": round(time.perf_counter() - begin, 1), "geheugen_mb": int(klaar.stderr.split()[-1])}


def _omgeving(map_: Path) -> dict[str, str]:
    return os.environ | {"SAMENHANG_DATAMAP": str(map_), "DATABASE_URL": ""}


def _bodem(tabel: Path) -> float:
    """What reading the file and keeping its pairs takes at least."""
    import duckdb

    begin = time.perf_counter()
    duckdb.connect(config={"threads": 1}).execute("SELECT count(*) FROM (SELECT DISTINCT left(PC6, 4), Gemeente2026 FROM read_csv(?, delim=';', all_varchar=true))", [str(tabel)]).fetchone()  # fmt: skip
    return time.perf_counter() - begin


_INRICHTEN = """
from samenhang.cli import django_aan
django_aan()
from datetime import date
from django.core.management import call_command
call_command("migrate", verbosity=0)
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie, Rolvervulling
lijn = Organisatie.objects.create(soort="hulplijn", naam="Lijn")
bea = Gebruiker.objects.create_user("bea@test.invalid", naam="bea")
wie = Medewerker.objects.create(gebruiker=bea, organisatie=lijn, naam="bea", van=date(2026, 1, 1))
Rolvervulling.objects.create(medewerker=wie, scheme="helplijn", rol="beheerder", van=date(2026, 1, 1))
"""


def meet(rijen: int = 8_000_000) -> dict[str, Any]:
    """An eighth and the whole; `verhouding` is beside DuckDB's bare read on one thread."""
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        subprocess.run([sys.executable, "-c", _INRICHTEN], env=_omgeving(map_), check=True)  # nosec
        uit: dict[str, Any] = {"rijen": rijen}
        for deel, dag in ((rijen // 8, "2026-01-01"), (rijen, "2026-02-01")):
            tabel, namen = maak(map_, deel)
            uit[f"bij_{deel}"] = laad(map_, tabel, namen, dag, "bea@test.invalid") | {"bestand_mb": tabel.stat().st_size // 1_000_000}  # fmt: skip
        uit["duckdb_s"] = round(_bodem(tabel), 1)
        uit["verhouding"] = round(uit[f"bij_{rijen}"]["seconden"] / uit["duckdb_s"], 1)
        return uit
