"""Shared fixtures. The database is SQLite, or the one in DATABASE_URL."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as eigenschapproef

from tests.bouw import KOP, schrijf_levering
from tests.weggooien import gooi_weg

NU = "2026-11-24T09:00:00+01:00"
"""When tests live."""
EERDER = "2026-11-24T08:30:00+01:00"
"""When what stands for a whole module came to be: before its tests, which all begin at the same minute."""

eigenschapproef.register_profile("huis", deadline=None, suppress_health_check=[HealthCheck.too_slow])
eigenschapproef.load_profile("huis")
"""How fast values are made says something of the machine, and nothing of the code."""

collect_ignore = [] if find_spec("briefadres") else ["proefscheme"]
"""The second scheme is tested where it is installed: tests/uitrol/test_proefscheme.py."""


DATABASE = frozenset({"db", "transactional_db", "django_db_setup", "lege_database"})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for no database says the same whatever the database: the run on PostgreSQL passes it by."""
    for item in items:
        raakt = DATABASE.intersection(getattr(item, "fixturenames", ())) or item.get_closest_marker(
            "django_db"
        )
        if not raakt:
            item.add_marker("zonder_database")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is made while tests are collected lives as long as the run: looking through it for garbage finds nothing."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture
def schrijf(tmp_path: Path) -> Callable[..., Path]:
    """Write rows of `vroegsignaal-1` to a file."""

    def maak(*rijen: dict[str, str], naam: str = "levering.csv", kolommen: tuple[str, ...] = KOP) -> Path:
        return schrijf_levering(tmp_path / naam, *rijen, kolommen=kolommen)

    return maak


@pytest.fixture(scope="module")
def blijvend(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[Callable[[Path], Any]], Any]]:
    """`blijvend(bouw)` builds what stands for every test of the module, with `bouw(folder)`.

    A transaction around the module holds it; each test runs in a savepoint of its own.
    """
    import time_machine
    from django.conf import settings as instellingen
    from django.db import transaction

    map_ = tmp_path_factory.mktemp("blijvend")

    def doe(bouw: Callable[[Path], Any]) -> Any:
        with pytest.MonkeyPatch.context() as even, time_machine.travel(EERDER, tick=True):
            even.setattr(instellingen, "DATAMAP", map_ / "data")
            return bouw(map_)

    with django_db_blocker.unblock(), transaction.atomic():
        yield doe
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def lege_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of a process with an empty database of the same kind as this run's, and a folder of its own."""
    env = {**os.environ, "SAMENHANG_DATAMAP": str(tmp_path_factory.mktemp("leeg"))}
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        env.pop("DATABASE_URL", None)
        yield env
        return
    import psycopg

    naam = f"leeg_{uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as verbinding:
        verbinding.execute(f"CREATE DATABASE {naam}")
        yield env | {"DATABASE_URL": urlsplit(url)._replace(path=f"/{naam}").geturl()}
        gooi_weg(verbinding, naam)


@pytest.fixture(autouse=True, scope="session")
def _legen_mag() -> object:
    """Emptying all tables after a test with its own transactions is no look at a person, and may empty the logs."""
    from django.core.management.commands import flush
    from django.db import connection

    from samenhang.kernel.toegang import muur

    met_rust = pytest.MonkeyPatch()
    leeg = flush.Command.handle

    def handle(*args: object, **opties: object) -> object:
        with met_rust.context() as even, zonder_wachters():
            even.setattr(muur, "_migreert", True)
            return leeg(*args, **opties)

    @contextmanager
    def zonder_wachters() -> Iterator[None]:
        """The triggers of tables that only grow refuse to be emptied: away with them, and back."""
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(
                    "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE tgtype & 32 <> 0"
                )
                tabellen = [naam for (naam,) in cursor.fetchall()]
                weg = [f"ALTER TABLE {tabel} DISABLE TRIGGER USER" for tabel in tabellen]
                terug = [f"ALTER TABLE {tabel} ENABLE TRIGGER USER" for tabel in tabellen]
            else:
                cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
                rijen = cursor.fetchall()
                weg = [f'DROP TRIGGER "{naam}"' for naam, _ in rijen]
                terug = [sql for _, sql in rijen]
            for opdracht in weg:
                cursor.execute(opdracht)
            yield
            for opdracht in terug:
                cursor.execute(opdracht)

    met_rust.setattr(flush.Command, "handle", handle)
    yield
    met_rust.undo()


@pytest.fixture(autouse=True, scope="session")
def _opmaak_op_verzoek() -> Iterator[None]:
    """A client looks for a file of the style when it asks for one, not for all there are as soon as it is made."""
    from django.conf import settings as instellingen

    with pytest.MonkeyPatch.context() as even:
        even.setattr(instellingen, "WHITENOISE_AUTOREFRESH", True)
        yield


@pytest.fixture(autouse=True)
def _eigen_map(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Raw files of a test stand in the test's own folder."""
    from django.conf import settings as instellingen

    monkeypatch.setattr(instellingen, "DATAMAP", tmp_path / "data")


@pytest.fixture(autouse=True)
def _zonder_tweede_factor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is logged in by a test has no second factor; the tests of the login turn the demand on."""
    from django.conf import settings as instellingen

    monkeypatch.setattr(instellingen, "TWEEDE_FACTOR", False)


@pytest.fixture(autouse=True)
def _klok(request: pytest.FixtureRequest) -> object:
    """Tests live on Tuesday 24 November 2026, unless they are about the browser."""
    if "e2e" in str(request.node.fspath):
        yield
        return
    import time_machine

    with time_machine.travel(NU, tick=True):
        yield
