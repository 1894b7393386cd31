"""One browser and one demo world for all browser tests of a run."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, sync_playwright

from tests.e2e.hulp import Demo, demo_draait, maak_demo, start_browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as spel:
        chromium = start_browser(spel)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The database in a file, as in use: in memory the test and every request would share one connection.

    What one of them may see of a table is set on the connection, so that another at the same moment was refused.
    """
    for gegevens in settings.DATABASES.values():
        if "sqlite3" in gegevens["ENGINE"]:
            gegevens.setdefault("TEST", {})["NAME"] = str(
                tmp_path_factory.mktemp("database") / "test.sqlite3"
            )


@pytest.fixture(scope="session")
def samen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    eigen = tmp_path_factory.getbasetemp()
    return eigen.parent if os.environ.get("PYTEST_XDIST_WORKER") else eigen


@pytest.fixture(scope="session")
def demo(samen: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The small demo world, made once for all workers; each serves a copy of its own.

    E2E_MAP names a folder in which the world is kept for the next run.
    """
    wereld = Path(os.environ.get("E2E_MAP") or samen / "wereld")
    with (samen / "wereld.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        maak_demo(wereld, "--klein")
        kopie = shutil.copytree(wereld, tmp_path_factory.mktemp("demo") / "wereld")
    with demo_draait(kopie) as draaiend:
        yield draaiend
