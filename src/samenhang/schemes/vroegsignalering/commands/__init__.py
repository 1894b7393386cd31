"""`samenhang vroegsignalering …`: the scheme's part of the command line."""

from __future__ import annotations

import typer

from samenhang.schemes.vroegsignalering.commands import aanleveren, cijfers, koppelen

app = typer.Typer(help="Vroegsignalering van schulden / Early detection of debts", no_args_is_help=True)
app.command("koppel")(koppelen.koppel)
app.command("verklaar")(koppelen.verklaar)
app.command("lever-aan")(aanleveren.lever_aan)
app.command("oppakken")(aanleveren.oppakken)
app.command("cijfers")(cijfers.cijfers)
app.command("cijfers-vaststellen")(cijfers.stel_vast)
app.command("inwonertal")(cijfers.inwonertal)
