"""A delivery beside its floors: what receiving, checking, linking, deciding and logging cost on top of reading a file."""

from __future__ import annotations

import os
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

import time_machine

RONDES = 3
NU = "2026-11-24T09:00:00+01:00"


def meet(rijen: int) -> dict[str, Any]:
    """Processor seconds to deliver a file of so many rows into an empty register, and their ratio to DuckDB's bare
    read of it (best of three).

    Beside it, of the same run: what the database itself took for the rows that one signal becomes, which no way
    of delivering can do without. `DATABASE_URL` chooses the database; without it a new file of SQLite.
    """
    with tempfile.TemporaryDirectory() as map_:
        os.environ |= {"SAMENHANG_DATAMAP": map_, "SAMENHANG_SLEUTEL": "bench-" + "x" * 60}
        from samenhang.cli import django_aan

        django_aan()
        import logging

        from django.core.management import call_command

        logging.disable(logging.CRITICAL)
        call_command("migrate", verbosity=0)
        from bench.lezen import _kaal, _tijd, maak_bestand

        pad = maak_bestand(Path(map_) / "levering.csv", rijen)
        kaal = min(_tijd(lambda: _kaal(pad)) for _ in range(RONDES))
        with time_machine.travel(NU, tick=True):
            return _lever(pad, rijen, kaal)


def _lever(pad: Path, rijen: int, kaal: float) -> dict[str, Any]:
    from django.db import connection
    from tests.bouw import lever, maak_gemeente

    gemeente = maak_gemeente()
    in_database = {"cpu": 0.0, "wand": 0.0, "rijen": 0}

    def tel(voer_uit: Any, sql: str, parameters: Any, veel: bool, context: Any) -> Any:
        if not sql.startswith("INSERT"):
            return voer_uit(sql, parameters, veel, context)
        cpu, wand = time.process_time(), time.perf_counter()
        try:
            return voer_uit(sql, parameters, veel, context)
        finally:
            in_database["cpu"] += time.process_time() - cpu
            in_database["wand"] += time.perf_counter() - wand
            in_database["rijen"] += len(parameters) if veel else 0

    geheugen, cpu, wand = _geheugen(), time.process_time(), time.perf_counter()
    with connection.execute_wrapper(tel):
        levering = lever(gemeente, pad)
    cpu, wand = time.process_time() - cpu, time.perf_counter() - wand
    return {
        "verhouding": round(cpu / kaal, 1),
        "database": connection.vendor,
        "rijen": rijen,
        "geaccepteerd": levering.geaccepteerd,
        "ons_s": round(cpu, 2),
        "kaal_s": round(kaal, 3),
        "insert_s": round(in_database["cpu"], 2),
        "insert_wand_s": round(in_database["wand"], 1),
        "wand_s": round(wand, 1),
        "rijen_per_seconde": round(rijen / cpu),
        "geheugen_mb": {"ervoor": geheugen, "hoogste": _geheugen()},
    }


def _geheugen() -> int:
    """The most this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
