"""`samenhang schuldhulp bereken NAAM`: one document in, one out. Needs no database, and keeps nothing."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.jsonlezen import lees_json
from samenhang.schemes.schuldhulp.domain import antwoord

GROOTSTE_INVOER = 64_000_000
JSON = typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")


def bereken(
    naam: Annotated[str, typer.Argument(metavar="NAAM", help="Zie `berekeningen` / See `berekeningen`")],
) -> None:
    """Leest één JSON-document op stdin en geeft uitkomst en uitleg / One JSON document in, outcome and trace out."""
    antwoord.controleer_naam(naam)
    document = lees_json(sys.stdin.buffer.read(GROOTSTE_INVOER + 1), hoogstens=GROOTSTE_INVOER)
    toon_json(antwoord.bereken(naam, document))


def berekeningen(als_json: Annotated[bool, JSON] = False) -> None:
    """Toont elke berekening met haar velden / Shows every calculation with its fields."""
    if als_json:
        toon_json({"berekeningen": antwoord.overzicht()})
        return
    for deel in antwoord.overzicht():
        toon(Tekst(f"{deel['naam']:<22} {deel['uitleg']}", f"{deel['naam']:<22} {deel['explanation']}"))
        namen = ", ".join(veld["naam"] + ("" if veld["verplicht"] else "?") for veld in deel["velden"])
        typer.echo(f"{'':<22} {namen}")
