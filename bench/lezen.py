"""The reader beside DuckDB's bare scan: what the checks of the format cost on top of parsing the file."""

from __future__ import annotations

import statistics
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
from tests.bouw import KOP, rij

from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering.bestand import laad_beleid, lees

DAG = date(2026, 11, 24)
RONDES = 3


def meet(rijen: int) -> dict[str, Any]:
    """CPU seconds to read one file of so many good rows, bare and checked, and their ratio (medians of three)."""
    with tempfile.TemporaryDirectory() as map_:
        pad = maak_bestand(Path(map_) / "levering.csv", rijen)
        kaal, gelezen = [], []
        for _ in range(RONDES):
            kaal.append(_tijd(lambda: _kaal(pad)))
            gelezen.append(_tijd(lambda: _gelezen(pad, rijen)))
    onder, boven = statistics.median(kaal), statistics.median(gelezen)
    return {
        "verhouding": round(boven / onder, 1),
        "rijen": rijen,
        "ons_s": round(boven, 3),
        "kaal_s": round(onder, 3),
        "rijen_per_seconde": round(rijen / boven),
    }


def maak_bestand(pad: Path, rijen: int, van: int = 0) -> Path:
    """A file of good rows, each of another customer at another address; `van` is the number of the first."""
    with pad.open("w", encoding="utf-8") as bestand:
        bestand.write(";".join(KOP) + "\n")
        for n in range(van, van + rijen):
            een = rij(
                n,
                achternaam=f"Naam{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676 % 26)}",
                geboortedatum=f"19{50 + n % 50}-0{1 + n % 9}-{10 + n % 19}",
                huisnummer=str(1 + n % 9_999),
                postcode=f"{1000 + n % 8999}A{chr(65 + n % 18)}",
                telefoon=f"06{10_000_000 + n:08d}",
            )
            bestand.write(";".join(een.get(kolom, "") for kolom in KOP) + "\n")
    return pad


def _tijd(doe: Any) -> float:
    begin = time.process_time()
    doe()
    return time.process_time() - begin


def _kaal(pad: Path) -> None:
    kolommen = ", ".join(f"'{naam}': 'VARCHAR'" for naam in KOP)
    duckdb.connect().execute(
        f"CREATE TABLE kaal AS SELECT * FROM read_csv(?, delim=';', quote='\"', header=true, auto_detect=false, columns={{{kolommen}}})",
        [str(pad)],
    )


def _som(pad: Path) -> None:
    kolommen = ", ".join(f"'{naam}': 'VARCHAR'" for naam in KOP)
    lengtes = ", ".join(f"sum(strlen({naam}))" for naam in KOP)
    duckdb.connect().execute(
        f"SELECT {lengtes} FROM read_csv(?, delim=';', quote='\"', header=true, auto_detect=false, columns={{{kolommen}}})",
        [str(pad)],
    ).fetchall()


def _gelezen(pad: Path, rijen: int) -> None:
    uitkomst = lees(
        duckdb.connect(), [pad], beleid=laad_beleid(DAG), peildatum=DAG, kalender=standaardkalender()
    )
    if uitkomst.geaccepteerd != rijen:
        raise RuntimeError(f"{uitkomst.geaccepteerd} van {rijen} geaccepteerd")
