"""The column engine for batches keeps stdout for our own answer."""

from __future__ import annotations

import subprocess
import sys

STAND = "print(v.execute(\"SELECT current_setting('enable_progress_bar')\").fetchone()[0])"
KAAL = f"import duckdb\nwith duckdb.connect() as v: {STAND}"
ONS = f"from samenhang.schemes.vroegsignalering.stapel import open_stapel\nwith open_stapel() as v: {STAND}"


def test_een_lange_vraag_tekent_geen_voortgang_op_stdout() -> None:
    """Started by `python -c`, as `dev.py run` does, DuckDB would take the process for a person at a prompt."""
    kaal, ons = (
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, text=True
        ).stdout.strip()
        for code in (KAAL, ONS)
    )
    assert (kaal, ons) == ("True", "False")
