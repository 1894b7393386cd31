"""`samenhang termijn`: the term calculator. Needs no database."""

from __future__ import annotations

import sys

import typer

from samenhang.cli.uitvoer import toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.termijnen.opdracht import bereken_document, lees_document

app = typer.Typer(help="Wettelijke termijnen / Statutory terms", no_args_is_help=True)

GROOTSTE_INVOER = 1_000_000


@app.callback()
def _termijn() -> None:
    """Wettelijke termijnen / Statutory terms."""


@app.command()
def bereken() -> None:
    """Leest één JSON-document op stdin en geeft het einde van de termijn / One JSON document in, one out."""
    invoer = sys.stdin.buffer.read(GROOTSTE_INVOER + 1)
    try:
        if len(invoer) > GROOTSTE_INVOER:
            raise ValueError("te groot")
        tekst = invoer.decode("utf-8")
    except ValueError as fout:
        raise Geweigerd(
            "json_onjuist",
            Tekst(
                "De invoer is geen geldig JSON-document (UTF-8, hoogstens 1 MB).",
                "The input is not a valid JSON document (UTF-8, at most 1 MB).",
            ),
        ) from fout
    toon_json(bereken_document(lees_document(tekst), standaardkalender()))
