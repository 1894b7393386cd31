"""The column engine for batches keeps stdout for our own answer."""

from __future__ import annotations

import subprocess
import sys


def test_een_lange_vraag_tekent_geen_voortgang_op_stdout() -> None:
    """Started by `python -c`, as `dev.py run` does, DuckDB would take the process for a person at a prompt."""
    ons = "from samenhang.schemes.vroegsignalering.stapel import open_stapel; s = open_stapel(); v = s.__enter__(); "
    kaal = "import duckdb; v = duckdb.connect(); "
    vraag = (
        "v.execute('SET progress_bar_time = 0'); v.execute('SELECT sum(hash(a)) FROM range(3000000) t(a)')"
    )
    uit = [
        subprocess.run([sys.executable, "-c", begin + vraag], capture_output=True, check=True).stdout
        for begin in (kaal, ons)
    ]
    assert uit[0]
    assert not uit[1]
