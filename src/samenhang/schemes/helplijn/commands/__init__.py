"""`samenhang helplijn …`: the scheme's part of the command line."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from samenhang.cli.handelingen import groep
from samenhang.kernel.scheme import Handeling
from samenhang.schemes.helplijn.commands import bezetting, cijfers, contacten, overdrachten, postcodes


def _handelingen() -> Iterable[Handeling]:
    from samenhang.schemes.helplijn.handelingen import HANDELINGEN

    return HANDELINGEN.values()


app = typer.Typer(cls=groep("helplijn", _handelingen), help="Helplijn / Helpline", no_args_is_help=True)
app.command("contact")(contacten.contact)
app.command("contacten")(contacten.contacten)
app.command("opzoeken")(contacten.opzoeken)
app.command("overdragen")(overdrachten.overdragen)
app.command("overdrachten")(overdrachten.overdrachten)
app.command("cijfers")(cijfers.cijfers)
app.command("postcodes")(postcodes.laad)
app.command("postcodetabellen")(postcodes.tabellen)
app.add_typer(bezetting.app, name="bezetting")
