"""The wheel as a stranger gets it: built, and installed with its pinned requirements into an empty environment."""

from __future__ import annotations

import os
import subprocess  # nosec
import sys
from pathlib import Path

import pytest

HIER = Path(__file__).resolve().parents[2]
UV = HIER / ".boot" / "bin" / "uv"


def kaal(**meer: str) -> dict[str, str]:
    """An environment without anything of the checkout."""
    weg = ("SAMENHANG", "DATABASE", "PYTHON", "DJANGO", "PYTEST")
    return {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(weg)} | meer


def draai(
    *opdracht: object, env: dict[str, str] | None = None, invoer: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a command in a bare environment."""
    return subprocess.run(  # nosec
        [*map(str, opdracht)], cwd=HIER, env=env or kaal(), input=invoer, capture_output=True, text=True, check=False
    )  # fmt: skip


def goed(*opdracht: object, env: dict[str, str] | None = None, invoer: str = "") -> str:
    """Run a command that must do well; gives its stdout."""
    uit = draai(*opdracht, env=env, invoer=invoer)
    assert uit.returncode == 0, uit.stdout[-2000:] + uit.stderr[-2000:]
    return uit.stdout


@pytest.fixture(scope="session")
def samenhang(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `samenhang` of the installed wheel."""
    map_ = tmp_path_factory.mktemp("wiel")
    goed(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", map_)
    wiel, leeg = next(map_.glob("*.whl")), map_ / "leeg"
    env = kaal(VIRTUAL_ENV=str(leeg), UV_PYTHON_DOWNLOADS="never")
    goed(UV, "venv", "--quiet", "--python", sys.executable, leeg, env=env)
    goed(UV, "pip", "sync", "--quiet", "--require-hashes", "requirements/core.txt", env=env)
    goed(UV, "pip", "install", "--quiet", "--no-deps", "--no-index", wiel, env=env)
    return leeg / "bin" / "samenhang"
