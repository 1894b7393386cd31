"""The column engine for batches of rows (docs/adr/0006), opened the same way everywhere."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb


@contextmanager
def open_stapel(draden: int = 0, geheugen: str = "") -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB in memory that spills to a temporary folder of its own and leaves nothing behind.

    `draden` is the number of threads, 0 for all; `geheugen` what its tables may take before it spills ("400MB").
    It keeps silent: asked by `python -c`, DuckDB takes the process for a person at a prompt and draws the progress
    of long queries on stdout, which belongs to our answer.
    """
    with tempfile.TemporaryDirectory(prefix="samenhang-") as map_:
        instellingen: dict[str, str | bool | int | float | list[str]] = {"temp_directory": map_}
        if draden:
            instellingen["threads"] = draden
        if geheugen:
            instellingen["memory_limit"] = geheugen
        with duckdb.connect(":memory:", config=instellingen) as verbinding:
            verbinding.execute("SET enable_progress_bar = false")
            yield verbinding


def letterlijk(waarde: object) -> str:
    """A text or a path as SQL writes it, where no parameter may stand."""
    return "'" + str(waarde).replace("'", "''") + "'"
