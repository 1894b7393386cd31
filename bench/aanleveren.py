"""A delivery beside its floors: what receiving and checking, and what registering, cost on top of reading a file."""

from __future__ import annotations

import os
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import time_machine

RONDES = 3
NU = "2026-11-24T09:00:00+01:00"


def meet_ontvangst(rijen: int) -> dict[str, Any]:
    """Reception alone: processor and wall seconds from a file at the door to the partner's answer, in an empty
    register, and the most memory the process held.

    Its floors, each the best of three in the same run: DuckDB that reads every column of the file as text into a
    table (`kaal`), and DuckDB that reads them into nothing but the sum of their lengths (`som`).
    """
    with _wereld() as map_:
        from bench.lezen import _kaal, _som, _tijd, maak_bestand

        pad = maak_bestand(Path(map_) / "levering.csv", rijen)
        from tests.bouw import maak_gemeente

        from samenhang.schemes.vroegsignalering import aanleveren

        gemeente, klok, ervoor = maak_gemeente(), _Klok(), _geheugen()
        with time_machine.travel(NU, tick=True), klok:
            levering = aanleveren.lever(
                gemeente.intake, gemeente.partner.id, aanleveren.Bestand(pad, pad.name, "bench"), wacht=False
            ).aanlevering
        hoogste = _geheugen()
        kaal = min(_tijd(lambda: _kaal(pad)) for _ in range(RONDES))
        som = min(_tijd(lambda: _som(pad)) for _ in range(RONDES))
    return {
        "verhouding": round(klok.cpu / kaal, 1),
        "verhouding_som": round(klok.cpu / som, 1),
        "rijen": rijen,
        "geaccepteerd": levering.geaccepteerd,
        "status": levering.status,
        "cpu_s": round(klok.cpu, 2),
        "wand_s": round(klok.wand, 1),
        "kaal_s": round(kaal, 2),
        "som_s": round(som, 2),
        "geheugen_mb": {"ervoor": ervoor, "hoogste": hoogste},
    }


def meet(rijen: int) -> dict[str, Any]:
    """Processor seconds to receive a file of so many rows (kept, checked, answered) and to register it in an empty
    register, each with its ratio to DuckDB's bare read of the file (best of three).

    Beside it, of the same run: what the database itself took for the rows that one signal becomes, which no way
    of delivering can do without. `DATABASE_URL` chooses the database; without it a new file of SQLite. A file of
    fewer than five portions is registered in five smaller ones.
    """
    with _wereld() as map_:
        from bench.lezen import _kaal, _tijd, maak_bestand

        pad = maak_bestand(Path(map_) / "levering.csv", rijen)
        kaal = min(_tijd(lambda: _kaal(pad)) for _ in range(RONDES))
        with time_machine.travel(NU, tick=True):
            return _lever(pad, rijen, kaal)


@contextmanager
def _wereld() -> Iterator[str]:
    """An empty installation in a folder of its own."""
    with tempfile.TemporaryDirectory() as map_:
        os.environ |= {"SAMENHANG_DATAMAP": map_, "SAMENHANG_SLEUTEL": "bench-" + "x" * 60}
        from samenhang.cli import django_aan

        django_aan()
        import logging

        from django.core.management import call_command

        logging.disable(logging.CRITICAL)
        call_command("migrate", verbosity=0)
        yield map_


def _lever(pad: Path, rijen: int, kaal: float) -> dict[str, Any]:
    from django.db import connection
    from tests.bouw import maak_gemeente

    from samenhang.schemes.vroegsignalering import aanleveren, inschrijving

    inschrijving.PORTIE = min(inschrijving.PORTIE, rijen // 5)
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

    bestand = aanleveren.Bestand(pad, pad.name, "bench")
    ervoor, ontvangst, inschrijven = _geheugen(), _Klok(), _Klok()
    with connection.execute_wrapper(tel):
        with ontvangst:
            levering = aanleveren.lever(
                gemeente.intake, gemeente.partner.id, bestand, wacht=False
            ).aanlevering
        gekeurd = _geheugen()
        with inschrijven:
            levering = aanleveren.verwerk(gemeente.intake, levering.id)
    cpu = ontvangst.cpu + inschrijven.cpu
    return {
        "verhouding": round(ontvangst.cpu / kaal, 1),
        "verhouding_inschrijven": round(inschrijven.cpu / kaal, 1),
        "database": connection.vendor,
        "rijen": rijen,
        "geaccepteerd": levering.geaccepteerd,
        "ontvangst_s": round(ontvangst.cpu, 2),
        "inschrijven_s": round(inschrijven.cpu, 2),
        "kaal_s": round(kaal, 3),
        "insert_s": round(in_database["cpu"], 2),
        "insert_wand_s": round(in_database["wand"], 1),
        "wand_s": [round(ontvangst.wand, 1), round(inschrijven.wand, 1)],
        "rijen_per_seconde": round(rijen / cpu),
        "geheugen_mb": {"ervoor": ervoor, "gekeurd": gekeurd, "hoogste": _geheugen()},
    }


class _Klok:
    """Processor and wall seconds of what happens within it."""

    def __enter__(self) -> None:
        self.cpu, self.wand = -time.process_time(), -time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.cpu += time.process_time()
        self.wand += time.perf_counter()


def _geheugen() -> int:
    """The most this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
