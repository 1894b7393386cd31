"""`samenhang toegang`: prove the access rules, show them, compare two versions. Needs no database."""

from __future__ import annotations

import typer

from samenhang.cli.toegang import bewijzen, soorten, tonen, versies

app = typer.Typer(help="Toegangsregels / Access rules", no_args_is_help=True)
app.command()(bewijzen.controleer)
app.command()(bewijzen.bewijs)
app.command()(bewijzen.mutatie)
app.command()(tonen.tabel)
app.command()(tonen.toon)
app.command()(soorten.organisatie)
app.command()(versies.verschil)
app.command()(versies.export)


@app.callback()
def _toegang() -> None:
    """Toegangsregels / Access rules."""
