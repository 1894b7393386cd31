"""The table of postcodes on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst

_VELDEN = ("peildatum", "bron", "bestand", "som", "regels", "gebieden", "geladen", "door")


def laad(
    tabel: Annotated[Path, typer.Argument(help="pc6hnr van het CBS / pc6hnr of CBS", exists=True, dir_okay=False)],
    namen: Annotated[Path, typer.Option(help="Code en naam van gemeenten / Code and name of municipalities", exists=True, dir_okay=False)],
    peildatum: Annotated[str, typer.Option(help="JJJJ-MM-DD")],
    bron: Annotated[str, typer.Option(help="Waar komt de tabel vandaan / Where is the table from")],
    als: Annotated[str, ALS],
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:  # fmt: skip
    """Laad in welke gemeente postcodes liggen / Load in which municipality postcodes lie."""
    django_aan()
    from samenhang.schemes.helplijn.actions.postcodes import laad_postcodes

    dag = lees_dag(peildatum)
    with tabel.open("rb") as rijen, namen.open("rb") as titels:
        rij = laad_postcodes(actor_als(als), tabel.name, rijen, titels, dag, bron)
    if als_json:
        toon_json(_als(rij))
    else:
        toon(Tekst(f"Geladen: {rij.gebieden} gebieden uit {rij.regels} rijen.", f"Loaded: {rij.gebieden} areas from {rij.regels} rows."))  # fmt: skip


def tabellen(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon de geladen tabellen van postcodes / Show the loaded tables of postcodes."""
    django_aan()
    from samenhang.schemes.helplijn.queries.gemeenten import postcodetabellen

    rijen = postcodetabellen(actor_als(als))
    if als_json:
        toon_json({"postcodetabellen": [_als(rij) for rij in rijen]})
        return
    for rij in rijen:
        regel = f"{rij.peildatum}  {rij.gebieden:>6}  {rij.bron}"
        toon(Tekst(regel, regel))


def _als(rij: Any) -> dict[str, Any]:
    return {naam: getattr(rij, naam) for naam in _VELDEN}


def lees_dag(tekst: str) -> Any:
    """The day of `--peildatum`; raises `Geweigerd`."""
    from datetime import date

    from samenhang.schemes.helplijn.domain.contact import weiger

    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise weiger("--peildatum", "peildatum_onjuist", f'"{tekst[:20]}" is geen dag. Schrijf JJJJ-MM-DD.', f'"{tekst[:20]}" is no day. Write YYYY-MM-DD.') from fout  # fmt: skip
