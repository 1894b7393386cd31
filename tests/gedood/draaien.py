"""Running what is killed in a process of its own, and when that takes too long to be asked every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HIER = Path(__file__).resolve().parent
OP_VERZOEK = pytest.mark.skipif(
    os.environ.get("DATABASE_URL", "").startswith("postgres") and not os.environ.get("GEDOOD_ALLES"),
    reason="takes minutes: on PostgreSQL only when GEDOOD_ALLES is set",
)


def draai(programma: str, omgeving: dict[str, str], seconden: int = 550) -> dict[str, Any]:
    """The JSON document that a program of this folder prints, run on an empty database."""
    wortel = HIER.parents[1]
    proef = subprocess.run(
        [sys.executable, str(HIER / programma)],
        env=omgeving | {"PYTHONPATH": f"{wortel / 'src'}:{wortel}"}, capture_output=True, text=True, timeout=seconden, check=False,
    )  # fmt: skip
    assert proef.returncode == 0, proef.stderr[-3000:]
    uit: dict[str, Any] = json.loads(proef.stdout)
    return uit
