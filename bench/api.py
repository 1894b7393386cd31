"""The API beside the same endpoints written bare in django-ninja: same tables, same process, same middleware.

Bare is what one would write without this house: a token looked up, the rows fetched through Django's own
querysets, a pydantic answer. No decision, no log, no cursor, no idempotency, no version. Calls alternate, one of
ours and one bare, and what counts is the CPU time of the process (`process_time`), so that a busy machine weighs
on both alike. Ratios are of medians.
"""

from __future__ import annotations

import io
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import time_machine

NU = "2026-11-24T09:00:00+01:00"
RIJEN = 1_000
RONDES = {"get": 300, "lijst_100": 60, "filter_100": 60, "maken": 200}
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Aanroep = Callable[[], tuple[int, bytes]]


def meet(rijen: int = RIJEN) -> dict[str, Any]:
    """CPU per call in milliseconds, ours and bare, their ratio, and the statements of each."""
    with tempfile.TemporaryDirectory() as map_:
        os.environ |= {
            "SAMENHANG_DATAMAP": map_,
            "SAMENHANG_SLEUTEL": "bench-" + "x" * 60,
            "SAMENHANG_API_PER_MINUUT": "100000000",
        }
        os.environ.pop("DATABASE_URL", None)
        from samenhang.cli import django_aan

        django_aan()
        import logging

        from django.core.management import call_command

        logging.disable(logging.WARNING)
        call_command("migrate", verbosity=0)
        with time_machine.travel(NU, tick=True):
            zaken, kop = _wereld(Path(map_), rijen)
            return {"meldingen": len(zaken), **_vergelijk(zaken, kop)}


def _wereld(map_: Path, aantal: int) -> tuple[list[Any], str]:
    """A municipality with so many cases, all treated by one worker, and that worker's token."""
    from tests.api.wereld import NAMEN, bewijs
    from tests.bouw import lever, maak_gemeente, rij, schrijf_levering

    from samenhang.kernel.zaken.models import Zaak
    from samenhang.schemes.vroegsignalering import actions

    gemeente = maak_gemeente()
    rijen = [
        rij(
            n,
            achternaam=f"{NAMEN[n % 5]}{LETTERS[n % 26]}{LETTERS[n // 26 % 26]}{LETTERS[n // 676]}",
            geboortedatum=f"19{50 + n % 50}-0{1 + n % 9}-1{n % 9}",
            huisnummer=str(n + 1),
            telefoon=f"06{10_000_000 + n * 7919 % 89_999_999}",
        )
        for n in range(aantal)
    ]
    lever(gemeente, schrijf_levering(map_ / "levering.csv", *rijen))
    actions.pak_signalen_op(gemeente.intake)
    zaken = list(Zaak.objects.order_by("id").values_list("id", flat=True))
    for begin in range(0, len(zaken), 200):
        actions.wijs_toe(gemeente.sanne, zaken[begin : begin + 200], gemeente.sanne.medewerker_id, "bench")
    for zaak in zaken[: max(RONDES.values()) + 10]:
        actions.bevestig_inwoner(gemeente.sanne, zaak, True)
    return zaken, bewijs(gemeente.sanne.medewerker_id)["authorization"]


def _vergelijk(zaken: list[Any], kop: str) -> dict[str, Any]:
    from django.conf import settings
    from django.core.signals import request_finished, request_started
    from django.core.wsgi import get_wsgi_application
    from django.db import close_old_connections
    from django.utils import timezone

    from samenhang.kernel.zaken.models import Zaak

    settings.ROOT_URLCONF = "bench.kaal"
    for signaal in (request_started, request_finished):  # a kept connection: opening one costs both the same
        signaal.disconnect(close_old_connections)
    wsgi = get_wsgi_application()
    vandaag = timezone.localdate().isoformat()
    poging = {"soort": "Telefoon", "datum": vandaag, "dagdeel": "Ochtend", "bereikt": False}

    def roep(werkwoord: str, pad: str, lijf: dict[str, Any] | None = None) -> tuple[int, bytes]:
        inhoud = json.dumps(lijf).encode() if lijf is not None else b""
        pad, _, vraag = pad.partition("?")
        omgeving = {
            "REQUEST_METHOD": werkwoord, "PATH_INFO": pad, "QUERY_STRING": vraag, "SERVER_NAME": "localhost", "SERVER_PORT": "80",
            "wsgi.input": io.BytesIO(inhoud), "CONTENT_LENGTH": str(len(inhoud)), "CONTENT_TYPE": "application/json",
            "wsgi.url_scheme": "http", "wsgi.errors": io.StringIO(), "HTTP_AUTHORIZATION": kop, "HTTP_HOST": "localhost",
        }  # fmt: skip
        gekregen: list[str] = []
        antwoord = wsgi(omgeving, lambda status, koppen: gekregen.append(status))
        uit = b"".join(antwoord)
        antwoord.close()  # type: ignore[attr-defined]
        return int(gekregen[0].split()[0]), uit

    ons, kaal = "/api/v1/vroegsignalering", "/kaal"
    een_zaak = Zaak.objects.get(id=zaken[-1])
    filter_ = f"prioriteit={een_zaak.prioriteit}&behandelaar={een_zaak.behandelaar_id}"
    uit = {}
    for naam, rondes in RONDES.items():
        paren: list[tuple[Aanroep, Aanroep]] = []
        for nummer in range(rondes):
            zaak = zaken[nummer % len(zaken)]
            if naam == "get":
                een, twee = (_lees(roep, f"{basis}/meldingen/{zaak}") for basis in (ons, kaal))
            elif naam == "lijst_100":
                een, twee = (_lees(roep, f"{basis}/meldingen?aantal=100") for basis in (ons, kaal))
            elif naam == "filter_100":
                een, twee = (_lees(roep, f"{basis}/meldingen?aantal=100&{filter_}") for basis in (ons, kaal))
            else:
                een, twee = (
                    _schrijf(roep, f"{basis}/meldingen/{zaak}/contactpogingen", poging)
                    for basis in (ons, kaal)
                )
            paren.append((een, twee))
        uit[naam] = _meet_paren(paren)
    return uit


def _lees(roep: Callable[..., tuple[int, bytes]], pad: str) -> Aanroep:
    return lambda: roep("GET", pad)


def _schrijf(roep: Callable[..., tuple[int, bytes]], pad: str, lijf: dict[str, Any]) -> Aanroep:
    return lambda: roep("POST", pad, lijf)


def _meet_paren(paren: list[tuple[Aanroep, Aanroep]]) -> dict[str, Any]:
    tijden: tuple[list[float], list[float]] = ([], [])
    grootte = [0, 0]
    for een, twee in paren:
        for plek, aanroep in enumerate((een, twee)):
            with _zonder_muur() if plek else _gewoon():
                begin = time.process_time()
                status, lijf = aanroep()
                tijden[plek].append(time.process_time() - begin)
            if status >= 300:
                raise RuntimeError(f"{status}: {lijf[:400]!r}")
            grootte[plek] = len(lijf)
    opdrachten = []
    for plek, aanroep in enumerate(paren[-1]):
        with _zonder_muur() if plek else _gewoon():
            opdrachten.append(_tel(aanroep))
    ons, kaal = (statistics.median(deel[5:]) * 1000 for deel in tijden)
    return {
        "verhouding": round(ons / kaal, 2),
        "ons_ms": round(ons, 2),
        "kaal_ms": round(kaal, 2),
        "opdrachten": {"ons": opdrachten[0], "kaal": opdrachten[1]},
        "bytes": {"ons": grootte[0], "kaal": grootte[1]},
    }


def _tel(aanroep: Aanroep) -> int:
    from tests.tellen import telt

    with telt() as telling:
        aanroep()
    return len(telling)


@contextmanager
def _gewoon() -> Iterator[None]:
    yield


@contextmanager
def _zonder_muur() -> Iterator[None]:
    """The bare endpoints read category tables without a decision: the walls in the connection step aside."""
    from django.core.signals import request_started
    from django.db import connection

    from samenhang.kernel.toegang import muur

    wacht, connection.execute_wrappers = connection.execute_wrappers, []
    request_started.disconnect(dispatch_uid="toegang.muur")
    connection.connection.set_authorizer(None)
    try:
        yield
    finally:
        connection.execute_wrappers = wacht
        request_started.connect(muur._sluit_weer, dispatch_uid="toegang.muur")
        muur.zet(connection, muur._bekend)
