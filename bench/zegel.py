"""The seal of the log: what it costs who writes, how fast rows become leaves, and how fast everything is checked.

Writing: eight clients at once on PostgreSQL, each action with its two log rows; with the sealer at work and the
column by which it reads, and without both; rounds alternate. Sealing and checking: so many log rows, on both
databases; the floor of a check is reading the same rows and `sha256sum` over the bytes of their leaves.
"""

from __future__ import annotations

import os
import subprocess  # nosec
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tools.cluster import Cluster

KLANTEN, ACTIES, RONDES = 8, 150, 5
BROK = 5_000


def meet(omvang: int) -> dict[str, Any]:
    """Ratios first; `omvang` is the number of leaves that are sealed and checked."""
    with Cluster() as cluster, tempfile.TemporaryDirectory() as map_:
        uit: dict[str, Any] = {"schrijven": _schrijven(cluster, Path(map_))}
        for soort in ("sqlite", "postgresql"):
            url = cluster.nieuwe_database("veel") if soort == "postgresql" else ""
            uit[soort] = _json(_kind(Path(map_) / soort, url, "veel", str(omvang)))
    return uit


def _kind(map_: Path, url: str, *wat: str) -> subprocess.Popen[str]:
    map_.mkdir(parents=True, exist_ok=True)
    env = os.environ | {
        "SAMENHANG_DATAMAP": str(map_),
        "SAMENHANG_SLEUTEL": "bench-" + "x" * 60,
        "DATABASE_URL": url,
    }
    if not url:
        del env["DATABASE_URL"]
    return subprocess.Popen(  # nosec
        [sys.executable, "-m", "bench.zegel", *wat],
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _json(kind: subprocess.Popen[str]) -> Any:
    import json

    uit, _ = kind.communicate()
    return json.loads(uit.splitlines()[-1])


def _schrijven(cluster: Cluster, map_: Path) -> dict[str, Any]:
    """Actions a second of eight clients: the median with the seal, divided by that without."""
    tempo: dict[str, list[float]] = {"met": [], "zonder": []}
    urls = {naam: cluster.nieuwe_database(naam) for naam in tempo}
    for naam, url in urls.items():
        _kind(map_ / naam, url, "bereid", naam).communicate()
    klanten = {
        naam: [_kind(map_ / naam, url, "schrijf") for _ in range(KLANTEN)] for naam, url in urls.items()
    }
    zegelaar = _kind(map_ / "met", urls["met"], "zegel")
    alle = [zegelaar, *(kind for eigen in klanten.values() for kind in eigen)]
    for kind in alle:
        _hoor(kind)  # it is ready: starting one costs more than a round, and is no part of it
    for _ in range(RONDES):
        for naam, eigen in klanten.items():
            if naam == "met":
                _zeg(zegelaar)
            begin = time.perf_counter()
            for kind in eigen:
                _zeg(kind)
            for kind in eigen:
                _hoor(kind)
            tempo[naam].append(KLANTEN * ACTIES / (time.perf_counter() - begin))
            if naam == "met":
                _zeg(zegelaar)
                _hoor(zegelaar)
    for kind in alle:
        kind.communicate()
    met, zonder = median(tempo["met"]), median(tempo["zonder"])
    return {"verhouding": round(met / zonder, 3), "acties_per_s": round(met), "zonder_zegel": round(zonder)}


def _zeg(kind: subprocess.Popen[str]) -> None:
    assert kind.stdin is not None
    kind.stdin.write("\n")
    kind.stdin.flush()


def _hoor(kind: subprocess.Popen[str]) -> None:
    """Wait for its line. Raises `RuntimeError` when it ended instead: a bench does not wait for who is gone."""
    assert kind.stdout is not None
    if not kind.stdout.readline():
        raise RuntimeError(f"een deel van de meting hield op met {kind.wait()}")


def _klaar() -> None:
    print("klaar", flush=True)


def bereid(naam: str) -> None:
    """Make the tables; without the seal, also without its column."""
    from django.core.management import call_command
    from django.db import connection

    from samenhang.kernel.logboek.groei import TABELLEN

    call_command("migrate", verbosity=0)
    if naam == "zonder":
        with connection.cursor() as cursor:
            for tabel in TABELLEN:
                cursor.execute(f"ALTER TABLE {tabel} DROP COLUMN transactie")


def schrijf() -> None:
    """A round of actions about one person each, every time it is told to; until nobody is there any more."""
    _doe(1)
    _klaar()
    while sys.stdin.readline():
        _doe(ACTIES)
        _klaar()


def _doe(aantal: int) -> None:
    from samenhang.kernel.basis import nieuw_id
    from samenhang.kernel.logboek.operatie import operatie
    from samenhang.kernel.organisaties.actor import Actor

    wie = Actor(None, "bench", None, "")
    for nummer in range(aantal):
        with operatie("vroegsignalering", "melding bekijken", wie) as op:
            op.raakt([nieuw_id()])
            op.verandert(nummer=nummer)


def zegel() -> None:
    """Seal once a second, as the duties do at most: from one line until the next, until nobody is there any more."""
    import select

    _klaar()
    while sys.stdin.readline():
        while not select.select([sys.stdin], [], [], 1.0)[0]:
            _zegel_alles()
        sys.stdin.readline()
        _klaar()


def veel(omvang: int) -> dict[str, Any]:
    """Leaves a second, and a check beside its floor, on this database."""
    from django.core.management import call_command

    from samenhang.kernel.zegel import bladen, punten
    from samenhang.kernel.zegel.controle import controleer

    call_command("migrate", verbosity=0)
    _doe(1)
    _vermenigvuldig(omvang)
    zegelen = _duur(_zegel_alles)
    punten.teken()
    with tempfile.NamedTemporaryFile() as bestand:
        _leg_bladen_neer(Path(bestand.name))
        lezen = _duur(_lees_alles)
        som = _duur(lambda: subprocess.run(["sha256sum", bestand.name], check=True, capture_output=True))  # nosec
        bytes_ = Path(bestand.name).stat().st_size
    nagaan = _duur(lambda: _moet_kloppen(controleer().klopt))
    aantal = bladen.stand().omvang
    vloer = lezen + som
    return {
        "bladen_per_s": round(aantal / zegelen.klok),
        "bladen_per_s_rekentijd": round(aantal / zegelen.rekentijd),
        "nagaan_verhouding": round(nagaan.klok / vloer.klok, 2),
        "nagaan_verhouding_rekentijd": round(nagaan.rekentijd / vloer.rekentijd, 2),
        "bladen": aantal,
        "nagaan_s": round(nagaan.klok, 2),
        "lezen_s": round(lezen.klok, 2),
        "sha256sum_s": round(som.klok, 2),
        "bytes": bytes_,
    }


def _moet_kloppen(klopt: bool) -> None:
    if not klopt:
        sys.exit("de controle vond iets")


@dataclass(frozen=True, slots=True)
class Duur:
    """Seconds by the clock, and of the processor (this process and those it started; a server of databases not)."""

    klok: float
    rekentijd: float

    def __add__(self, ander: Duur) -> Duur:
        """One after the other."""
        return Duur(self.klok + ander.klok, self.rekentijd + ander.rekentijd)


def _duur(doe: Callable[[], object]) -> Duur:
    klok, tijden = time.perf_counter(), os.times()
    doe()
    na = os.times()
    return Duur(time.perf_counter() - klok, sum(na[:4]) - sum(tijden[:4]))


def _vermenigvuldig(omvang: int) -> None:
    """The rows that stand there many times over, each with a salt and ids of its own (by time, as `nieuw_id` makes)."""
    from django.db import connection

    from samenhang.kernel.zegel import wachtrij

    if connection.vendor == "postgresql":
        willekeurig = "md5(random()::text || i)"
        moment = "lpad(to_hex(1764000000000 + i), 12, '0')"
        nieuw = (
            f"({moment} || '7' || substr({willekeurig}, 1, 3) || '8' || substr({willekeurig}, 1, 15))::uuid"
        )
    else:
        willekeurig = "lower(hex(randomblob(16)))"
        nieuw = (
            "printf('%012x', 1764000000000 + i)"
            f" || '7' || substr({willekeurig}, 1, 3) || '8' || substr({willekeurig}, 1, 15)"
        )
    with connection.cursor() as cursor:
        for log in wachtrij.LOGS:
            tabel = wachtrij.tabel(log)
            cursor.execute(f"SELECT count(*) FROM {tabel}")
            keer = omvang // 2 // cursor.fetchone()[0]
            namen = [kolom.naam for kolom in wachtrij.kolommen(log)]
            waarden = ", ".join(
                {"id": nieuw, "operatie_id": nieuw, "zout": willekeurig}.get(naam, naam) for naam in namen
            )
            cursor.execute(
                f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {keer}) "
                f"INSERT INTO {tabel} ({', '.join(namen)}) SELECT {waarden} FROM {tabel} CROSS JOIN n"
            )


def _zegel_alles() -> None:
    from samenhang.kernel.zegel import bladen

    while bladen.wacht():
        bladen.voeg_toe()


def _brokken() -> Any:
    """The rows behind the leaves, piece by piece, as a check reads them."""
    from django.db import connection

    from samenhang.kernel.zegel import bladen, wachtrij

    for begin in range(0, bladen.stand().omvang, BROK):
        for log in wachtrij.LOGS:
            with connection.cursor() as cursor:
                cursor.execute(
                    f"SELECT {wachtrij.noem(log)}, b.nummer FROM zegel_blad b JOIN {wachtrij.tabel(log)} r ON r.id = b.rij_id "
                    "WHERE b.nummer >= %s AND b.nummer < %s AND b.log = %s",
                    [begin, begin + BROK, log],
                )
                yield log, cursor.fetchall()


def _lees_alles() -> None:
    for _ in _brokken():
        pass


def _leg_bladen_neer(pad: Path) -> None:
    from samenhang.kernel.zegel import wachtrij
    from samenhang.kernel.zegel.domain.regel import regels

    with pad.open("wb") as bestand:
        for log, rijen in _brokken():
            bestand.writelines(regels(log, wachtrij.kolommen(log), rijen))


def _hoofd(wat: str, *rest: str) -> None:
    import json
    import logging

    from samenhang.cli import django_aan

    django_aan()
    logging.disable(logging.WARNING)
    if wat == "veel":
        print(json.dumps(veel(int(rest[0]))), flush=True)
    elif wat == "bereid":
        bereid(*rest)
    else:
        {"schrijf": schrijf, "zegel": zegel}[wat]()


if __name__ == "__main__":
    _hoofd(*sys.argv[1:])
