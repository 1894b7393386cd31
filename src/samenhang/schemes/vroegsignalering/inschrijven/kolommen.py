"""Columns of the database into the column engine: ids as text, so that Python makes nothing of them."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Mapping

import duckdb
from django.db.models import CharField
from django.db.models.functions import Cast


def als_tekst(kolom: str) -> Cast:
    """An id as the database writes it: 32 digits, with hyphens or without."""
    return Cast(kolom, CharField())


def cijfers(uitdrukking: str) -> str:
    """SQL: such an id as 32 digits, however it was written."""
    return f"replace({uitdrukking}, '-', '')"


def laad(
    verbinding: duckdb.DuckDBPyConnection,
    tabel: str,
    kolommen: Mapping[str, str],
    rijen: Iterable[tuple[str, ...]],
) -> None:
    """Make a table of rows of texts with these columns, each with the SQL of what it holds of them. By way of a file, which
    takes a quarter of what lists of Python take.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as doel:
        csv.writer(doel).writerows(rijen)
        doel.flush()
        namen = {naam: "VARCHAR" for naam, waarde in kolommen.items() if naam in waarde}
        waarden = ", ".join(f"{waarde} AS {naam}" for naam, waarde in kolommen.items())
        verbinding.execute(
            f"CREATE OR REPLACE TABLE {tabel} AS SELECT {waarden} FROM read_csv(?, header=false, auto_detect=false, columns={namen!r})",
            [doel.name],
        )
