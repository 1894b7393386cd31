"""A delivery beside its floor: what receiving, checking, linking, deciding and logging cost on top of storing rows."""

from __future__ import annotations

import csv
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
    """CPU seconds to deliver a file of so many rows, the floor, and their ratio.

    The floor parses the same file with the standard library and inserts each row as one row of text, in one
    transaction of the same database: nothing can keep the data for less.
    """
    with tempfile.TemporaryDirectory() as map_:
        os.environ |= {"SAMENHANG_DATAMAP": map_, "SAMENHANG_SLEUTEL": "bench-" + "x" * 60}
        os.environ.pop("DATABASE_URL", None)
        from samenhang.cli import django_aan

        django_aan()
        import logging

        from django.core.management import call_command

        logging.disable(logging.CRITICAL)
        call_command("migrate", verbosity=0)
        from bench.lezen import maak_bestand

        pad = maak_bestand(Path(map_) / "levering.csv", rijen)
        with time_machine.travel(NU, tick=True):
            return _vergelijk(pad, rijen)


def _vergelijk(pad: Path, rijen: int) -> dict[str, Any]:
    from tests.bouw import lever, maak_gemeente

    gemeente = maak_gemeente()
    vloer = min(_vloer(pad) for _ in range(RONDES))
    begin = time.process_time()
    geheugen = _geheugen()
    levering = lever(gemeente, pad)
    ons = time.process_time() - begin
    return {
        "verhouding": round(ons / vloer, 1),
        "rijen": rijen,
        "geaccepteerd": levering.geaccepteerd,
        "ons_s": round(ons, 2),
        "vloer_s": round(vloer, 2),
        "rijen_per_seconde": round(rijen / ons),
        "geheugen_mb": {"ervoor": geheugen, "hoogste": _geheugen()},
    }


def _geheugen() -> int:
    """The most this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _vloer(pad: Path) -> float:
    """CPU seconds."""
    from django.db import connection, transaction

    begin = time.process_time()
    with pad.open(encoding="utf-8", newline="") as bestand:
        kop, *rijen = list(csv.reader(bestand, delimiter=";"))
    kolommen, plekken = ", ".join(f'"{naam}" text' for naam in kop), ", ".join(["%s"] * len(kop))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS vloer")
        cursor.execute(f"CREATE TABLE vloer ({kolommen})")
        cursor.executemany(f"INSERT INTO vloer VALUES ({plekken})", rijen)
    return time.process_time() - begin
