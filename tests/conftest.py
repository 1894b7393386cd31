"""Shared fixtures. The database is SQLite, or the one in DATABASE_URL."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SAMENHANG_DATAMAP", tempfile.mkdtemp(prefix="samenhang-tests-"))
os.environ.setdefault("SAMENHANG_SLEUTEL", "alleen-voor-tests-" + "x" * 40)

import pytest

from tests.bouw import KOP


@pytest.fixture
def schrijf(tmp_path: Path) -> Callable[..., Path]:
    """Write rows of `vroegsignaal-1` to a file."""

    def maak(*rijen: dict[str, str], naam: str = "levering.csv", kolommen: tuple[str, ...] = KOP) -> Path:
        pad = tmp_path / naam
        regels = [";".join(kolommen), *(";".join(r.get(k, "") for k in kolommen) for r in rijen)]
        pad.write_text("\n".join(regels) + "\n", encoding="utf-8")
        return pad

    return maak


@pytest.fixture(autouse=True)
def _klok(request: pytest.FixtureRequest) -> object:
    """Tests live on Tuesday 24 November 2026, unless they are about the browser."""
    if "e2e" in str(request.node.fspath):
        yield
        return
    import time_machine

    with time_machine.travel("2026-11-24T09:00:00+01:00", tick=True):
        yield


