"""The work stock in a large register beside the same in a small one: what a worker opens all day must not slow down.

Two processes, each with a database of its own, hold the same municipality with a small and a large register.
They are asked in turn, one call each, so that a busy machine weighs on both alike; what counts is the ratio of
the ninety-fifth percentiles, of wall time and of processor time: of the process, and on PostgreSQL of its backend
too. Where others work on the same machine the second is the one to read. One municipality holds everything, a tenth of its cases is open, and the worker who
asks has fifty of them.
"""

from __future__ import annotations

import os
import subprocess  # nosec
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import time_machine
from tools.cluster import Cluster

from bench.api import NU

KLEIN = 10_000
RONDES = 30
WEB, API = "/vroegsignalering", "/api/v1/vroegsignalering"
AANROEPEN = {
    "werkvoorraad": f"{WEB}/werkvoorraad?alles=ja",
    "werkvoorraad_termijn": f"{WEB}/werkvoorraad?volgorde=termijn",
    "werkvoorraad_stap": f"{WEB}/werkvoorraad?volgorde=stap",
    "werkvoorraad_nummer": f"{WEB}/werkvoorraad?volgorde=nummer",
    "werkvoorraad_geopend": f"{WEB}/werkvoorraad?volgorde=geopend",
    "werkvoorraad_behandelaar": f"{WEB}/werkvoorraad?volgorde=behandelaar",
    "werkvoorraad_gesloten": f"{WEB}/werkvoorraad?stap=gesloten",
    "lijst_100": f"{API}/meldingen?aantal=100",
    "lijst_volgende": "",
    "lijst_filter": f"{API}/meldingen?aantal=100&prioriteit=3&teLaat=true",
    "lijst_zoek": f"{API}/meldingen?zoek=2611AB%2010",
    "mijn_werk": f"{WEB}/mijn-werk",
}


def meet(omvang: int) -> dict[str, Any]:
    """Per database and call: the p95 in the large register divided by that in the small one, and both in ms.

    Each of wall time and of processor time (`cpu`).
    """
    uit: dict[str, Any] = {"signalen": {"klein": KLEIN, "groot": omvang}}
    with Cluster() as cluster, tempfile.TemporaryDirectory() as map_:
        for soort in ("sqlite", "postgresql"):
            with ExitStack() as stapel:
                paar = []
                for naam, aantal in (("klein", KLEIN), ("groot", omvang)):
                    url = cluster.nieuwe_database(naam) if soort == "postgresql" else ""
                    eigen = Path(map_) / soort / naam
                    eigen.mkdir(parents=True)
                    paar.append(stapel.enter_context(_kind(eigen, aantal, url)))
                uit[soort] = {}
                for naam in AANROEPEN:
                    uit[soort][naam] = _vergelijk(paar, naam)
                    print(soort, naam, uit[soort][naam], file=sys.stderr, flush=True)
    return uit


def _kind(map_: Path, aantal: int, url: str) -> subprocess.Popen[str]:
    env = os.environ | {
        "SAMENHANG_DATAMAP": str(map_),
        "SAMENHANG_SLEUTEL": "bench-" + "x" * 60,
        "SAMENHANG_API_PER_MINUUT": "100000000",
        "DATABASE_URL": url,
    }
    if not url:
        del env["DATABASE_URL"]
    opdracht = [sys.executable, "-m", "bench.voorraad", str(aantal)]
    return subprocess.Popen(opdracht, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # nosec


def _vraag(kind: subprocess.Popen[str], naam: str) -> tuple[float, float]:
    assert kind.stdin is not None
    assert kind.stdout is not None
    kind.stdin.write(f"{naam}\n")
    kind.stdin.flush()
    wand, cpu = kind.stdout.readline().split()
    return float(wand), float(cpu)


def _vergelijk(paar: list[subprocess.Popen[str]], naam: str) -> dict[str, float]:
    tijden: tuple[list[tuple[float, float]], ...] = ([], [])
    for ronde in range(RONDES + 5):
        for rij, kind in zip(tijden, paar, strict=True):
            duur = _vraag(kind, naam)
            if ronde >= 5:
                rij.append(duur)
    uit = {}
    for soort, plek in (("", 0), ("_cpu", 1)):
        klein, groot = (sorted(duur[plek] for duur in rij)[int(RONDES * 0.95)] for rij in tijden)
        uit[f"verhouding{soort}"] = round(groot / klein, 2)
        uit[f"klein{soort}_ms"], uit[f"groot{soort}_ms"] = round(klein * 1000, 1), round(groot * 1000, 1)
    return uit


def kind(signalen: int) -> None:
    """Fill a database, then answer each name on stdin with the seconds that its call took, on the wall and of processors."""
    from samenhang.cli import django_aan

    django_aan()
    import logging

    from django.core.management import call_command

    logging.disable(logging.WARNING)
    call_command("migrate", verbosity=0)
    with time_machine.travel(NU, tick=True):
        web, api = gevuld(signalen)
        eerste = api.get(AANROEPEN["lijst_100"]).json()
        volgende = f"{AANROEPEN['lijst_100']}&na={eerste['volgende']}"
        for naam in map(str.strip, sys.stdin):
            pad = AANROEPEN[naam] or volgende
            begin, cpu = time.perf_counter(), _processortijd()
            antwoord = (api if pad.startswith(API) else web).get(pad)
            wand, cpu = time.perf_counter() - begin, _processortijd() - cpu
            if antwoord.status_code != 200:
                raise RuntimeError(f"{pad}: {antwoord.status_code} {antwoord.content[:300]!r}")
            print(wand, cpu, flush=True)


def _processortijd() -> float:
    """Seconds that processors worked for this process, and for its backend when it has one on this machine."""
    from django.db import connection

    tijd = time.process_time()
    if connection.vendor == "postgresql":
        connection.ensure_connection()
        achter = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text("ascii")
        tijd += int(achter.split()[0]) / 1e9
    return tijd


def gevuld(signalen: int) -> tuple[Any, Any]:
    """The register; clients of page and API for the worker who asks."""
    from django.conf import settings
    from django.test import Client
    from tests.api.wereld import bewijs

    from bench.voorraadwereld import vul
    from samenhang.kernel.organisaties.models import Gebruiker

    settings.ALLOWED_HOSTS, settings.TWEEDE_FACTOR = ["testserver"], False
    gemeente = vul(signalen, Path(settings.DATAMAP))
    web = Client()
    web.force_login(Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id))
    return web, Client(headers=bewijs(gemeente.sanne.medewerker_id))


if __name__ == "__main__":
    kind(int(sys.argv[1]))
