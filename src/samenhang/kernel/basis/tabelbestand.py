"""Lists as CSV for people: `;` between cells, and no cell that a spreadsheet would run. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r")


def onschadelijk(cel: str) -> str:
    """A cell that a spreadsheet will not run: text that starts with a formula sign gets an apostrophe.

    Source: OWASP, CSV Injection.
    """
    return f"'{cel}" if cel.startswith(FORMULETEKENS) else cel


def als_csv(kop: Sequence[str], rijen: Iterable[Sequence[object]]) -> str:
    """A header and rows as CSV; nothing is an empty cell."""
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\n")
    schrijver.writerow(kop)
    for rij in rijen:
        schrijver.writerow([onschadelijk("" if cel is None else str(cel)) for cel in rij])
    return tekst.getvalue()
