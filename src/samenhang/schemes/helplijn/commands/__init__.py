"""`samenhang helplijn …`: the scheme's part of the command line."""

from __future__ import annotations

import typer

from samenhang.schemes.helplijn.commands import bezetting, contacten

app = typer.Typer(help="Helplijn / Helpline", no_args_is_help=True)
app.command("contact")(contacten.contact)
app.command("contacten")(contacten.contacten)
app.command("opzoeken")(contacten.opzoeken)
app.add_typer(bezetting.app, name="bezetting")
