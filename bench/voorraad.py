"""The work stock in a large register beside the same in a small one: what a worker opens all day must not slow down.

Two processes, each with a database of its own, hold the same municipality with a small and a large register.
They are asked in turn, one call each, so that a busy machine weighs on both alike; what counts is the ratio of
the ninety-fifth percentiles. One municipality holds everything, a tenth of its cases is open, and the worker who
asks has fifty of them.
"""

from __future__ import annotations

import os
import subprocess  # nosec
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

import time_machine
from tools.cluster import Cluster

from bench.api import NU

KLEIN = 10_000
PER_ZAAK = 10 / 3
"""Signals of a case: 1,000,000 signals make 300,000 cases."""
EIGEN, RONDES, PORTIE = 50, 60, 5_000
WEB, API = "/vroegsignalering", "/api/v1/vroegsignalering"
AANROEPEN = {
    "werkvoorraad": f"{WEB}/werkvoorraad?alles=ja",
    "werkvoorraad_termijn": f"{WEB}/werkvoorraad?volgorde=termijn",
    "werkvoorraad_stap": f"{WEB}/werkvoorraad?volgorde=stap",
    "werkvoorraad_gesloten": f"{WEB}/werkvoorraad?stap=gesloten",
    "mijn_werk": f"{WEB}/mijn-werk",
    "lijst_100": f"{API}/meldingen?aantal=100",
    "lijst_volgende": "",
    "lijst_filter": f"{API}/meldingen?aantal=100&prioriteit=3&teLaat=true",
    "lijst_zoek": f"{API}/meldingen?zoek=2611AB%2010",
}


def meet(omvang: int) -> dict[str, Any]:
    """Per database and call: the p95 in the large register divided by that in the small one, and both in ms."""
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
                uit[soort] = {naam: _vergelijk(paar, naam) for naam in AANROEPEN}
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


def _vraag(kind: subprocess.Popen[str], naam: str) -> float:
    assert kind.stdin is not None
    assert kind.stdout is not None
    kind.stdin.write(f"{naam}\n")
    kind.stdin.flush()
    return float(kind.stdout.readline())


def _vergelijk(paar: list[subprocess.Popen[str]], naam: str) -> dict[str, float]:
    tijden: tuple[list[float], list[float]] = ([], [])
    for ronde in range(RONDES + 5):
        for rij, kind in zip(tijden, paar, strict=True):
            duur = _vraag(kind, naam)
            if ronde >= 5:
                rij.append(duur)
    klein, groot = (sorted(rij)[int(RONDES * 0.95)] for rij in tijden)
    return {
        "verhouding": round(groot / klein, 2),
        "klein_ms": round(klein * 1000, 1),
        "groot_ms": round(groot * 1000, 1),
    }


def kind(signalen: int) -> None:
    """Fill a database, then answer each name on stdin with the seconds that its call took."""
    from samenhang.cli import django_aan

    django_aan()
    import logging

    from django.core.management import call_command

    logging.disable(logging.WARNING)
    call_command("migrate", verbosity=0)
    with time_machine.travel(NU, tick=True):
        web, api = _vul(signalen)
        eerste = api.get(AANROEPEN["lijst_100"]).json()
        volgende = f"{AANROEPEN['lijst_100']}&na={eerste['volgende']}"
        for naam in map(str.strip, sys.stdin):
            pad = AANROEPEN[naam] or volgende
            begin = time.perf_counter()
            antwoord = (api if pad.startswith(API) else web).get(pad)
            duur = time.perf_counter() - begin
            if antwoord.status_code != 200:
                raise RuntimeError(f"{pad}: {antwoord.status_code} {antwoord.content[:300]!r}")
            print(duur, flush=True)


def _vul(signalen: int) -> tuple[Any, Any]:
    """One case made by the product's own actions, the rest copies of its rows; clients of page and API."""
    from django.conf import settings
    from django.db import connection, transaction
    from django.test import Client
    from tests.api.wereld import bewijs, schrijf
    from tests.bouw import lever, maak_gemeente, rij

    from samenhang.kernel.organisaties.models import Gebruiker
    from samenhang.kernel.zaken.models import Zaak
    from samenhang.schemes.vroegsignalering import actions

    settings.ALLOWED_HOSTS, settings.TWEEDE_FACTOR = ["testserver"], False
    gemeente = maak_gemeente()
    lever(gemeente, schrijf(settings.DATAMAP / "levering.csv", [rij(1)]))
    actions.pak_signalen_op(gemeente.intake)
    zaak = Zaak.objects.get()
    actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "bench")
    connection.execute_wrappers = []  # copies of rows belong to no operation
    zaken = int(signalen / PER_ZAAK)
    with transaction.atomic(), connection.cursor() as cursor:
        medewerkers = [gemeente.sanne.medewerker_id, gemeente.youssef.medewerker_id]
        for rijen in _porties(_kopieen(cursor, zaken, signalen, medewerkers)):
            for tabel, deel in rijen.items():
                _voeg_toe(cursor, tabel, deel)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    web = Client()
    web.force_login(Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id))
    _met_muur()
    return web, Client(headers=bewijs(gemeente.sanne.medewerker_id))


def _met_muur() -> None:
    from django.db import connection

    connection.close()  # a new connection has its wall again


Rijen = dict[str, list[dict[str, Any]]]


def _porties(rijen: Iterator[Rijen]) -> Iterator[Rijen]:
    while deel := list(islice(rijen, PORTIE)):
        yield {tabel: [rij for rijen in deel for rij in rijen[tabel]] for tabel in deel[0]}


def _kopieen(cursor: Any, zaken: int, signalen: int, medewerkers: list[UUID]) -> Iterator[Rijen]:
    """The rows of one more case at a time, made from those of the first."""
    from django.db import connection

    from samenhang.kernel.basis import nieuw_id

    sjabloon = {
        tabel: _eerste(cursor, tabel)
        for tabel in (
            "personen_persoon",
            "persoonsgegevens_naw",
            "zaken_zaak",
            "zaken_betrokkene",
            "zaken_zaaktermijn",
            "vroegsignalering_signaal",
        )
    }
    als_uuid: Callable[[UUID], Any] = (
        (lambda w: w) if connection.vendor == "postgresql" else (lambda w: w.hex)
    )
    wie = [als_uuid(medewerker) for medewerker in medewerkers]
    dag, nu = date(2026, 11, 24), datetime(2026, 11, 1, tzinfo=UTC)
    gedaan = 1
    for n in range(1, zaken):
        persoon, zaak = als_uuid(nieuw_id()), als_uuid(nieuw_id())
        aantal = round((n + 1) * signalen / zaken) - gedaan
        gedaan += aantal
        open_, eigen = n % 10 == 0, n % 10 == 0 and n // 10 < EIGEN
        termijn = dag + timedelta(n // 10 % 61 - 20)
        yield {
            "personen_persoon": [sjabloon["personen_persoon"] | {"id": persoon, "sleutel": f"bench-{n}"}],
            "persoonsgegevens_naw": [
                sjabloon["persoonsgegevens_naw"] | {"id": als_uuid(nieuw_id()), "persoon_id": persoon}
            ],
            "zaken_zaak": [
                sjabloon["zaken_zaak"]
                | {
                    "id": zaak, "nummer": f"B{n:07d}", "stap": "benaderen" if open_ else "gesloten",
                    "gesloten": None if open_ else nu - timedelta(n % 300), "geopend": nu - timedelta(n % 300),
                    "behandelaar_id": wie[0] if eigen else None if n // 10 % 3 else wie[1],
                    "prioriteit": 1 + n // 10 % 5, "volgorde": dag - timedelta(n % 200),
                    "volgende_termijn": termijn if open_ and n // 10 % 4 else None,
                }
            ],
            "zaken_betrokkene": [
                {"zaak_id": zaak, "persoon_id": persoon, "rol": sjabloon["zaken_betrokkene"]["rol"]}
            ],
            "zaken_zaaktermijn": [
                sjabloon["zaken_zaaktermijn"]
                | {"id": als_uuid(nieuw_id()), "zaak_id": zaak, "einde": termijn, "klaar": None if open_ else termijn}
            ],
            "vroegsignalering_signaal": [
                sjabloon["vroegsignalering_signaal"]
                | {
                    "id": als_uuid(nieuw_id()), "persoon_id": persoon, "zaak_id": zaak,
                    "signaal_id": f"B-{n}-{plek}", "datum_signaal": dag - timedelta(30 * plek),
                }
                for plek in range(aantal)
            ],
        }  # fmt: skip


def _eerste(cursor: Any, tabel: str) -> dict[str, Any]:
    cursor.execute(f"SELECT * FROM {tabel} LIMIT 1")
    rij = dict(zip([kolom[0] for kolom in cursor.description], cursor.fetchone(), strict=True))
    return {kolom: waarde for kolom, waarde in rij.items() if not kolom.endswith("_of_nooit")}  # generated


def _voeg_toe(cursor: Any, tabel: str, rijen: list[dict[str, Any]]) -> None:
    kolommen = list(rijen[0])
    plekken = ", ".join(["%s"] * len(kolommen))
    opdracht = f"INSERT INTO {tabel} ({', '.join(kolommen)}) VALUES ({plekken})"
    cursor.executemany(opdracht, [tuple(rij.values()) for rij in rijen])


if __name__ == "__main__":
    kind(int(sys.argv[1]))
