"""`samenhang schuldhulp …`: the scheme's part of the command line."""

from __future__ import annotations

import typer

from samenhang.schemes.schuldhulp.commands import rekenen

app = typer.Typer(help="Schuldhulp: berekeningen / Debt assistance: calculations", no_args_is_help=True)


@app.callback()
def _schuldhulp() -> None:
    """Schuldhulp: berekeningen / Debt assistance: calculations."""


app.command("bereken")(rekenen.bereken)
app.command("berekeningen")(rekenen.berekeningen)
