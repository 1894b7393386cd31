"""The `samenhang` command: finds the subcommand and renders every refusal in one place."""

from __future__ import annotations

import importlib
import re
import sys
from functools import cache

import typer
from typer import _click as click  # typer carries its own click and exports no base of its usage errors
from typer.core import TyperGroup

from samenhang.cli.uitvoer import bewaakt
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.scheme.register import geinstalleerde_schemes, gekozen_schemes

ONDERDELEN = {
    "termijn": ("samenhang.cli.termijn", "Wettelijke termijnen / Statutory terms"),
    "beheer": ("samenhang.cli.beheer", "Draaien en onderhouden / Run and maintain"),
    "logboek": ("samenhang.cli.logboek", "Logboeken lezen / Read the logs"),
    "toezicht": ("samenhang.cli.toezicht", "Wat de FG moet zien / What the data protection officer must see"),
    "samenwerking": (
        "samenhang.cli.samenwerking",
        "Afspraken tussen organisaties / Agreements between organisations",
    ),
    "toegang": ("samenhang.cli.toegang", "Toegangsregels / Access rules"),
}


@cache
def _onderdeel(naam: str) -> click.Command | None:
    """One subcommand, imported and built once for a process: typer reads the signature of each of its commands."""
    if naam in ONDERDELEN:
        module = ONDERDELEN[naam][0]
    elif punt := gekozen_schemes().get(naam):
        module = f"{punt.module.rpartition('.')[0]}.commands"
    else:
        return None
    return typer.main.get_command(importlib.import_module(module).app)


class LuieGroep(TyperGroup):
    """Loads a subcommand only when it is asked for, so that `--help` starts neither Django nor DuckDB."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The kernel's parts and one per installed scheme."""
        return [*ONDERDELEN, *gekozen_schemes()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One subcommand, or None when there is none of that name."""
        return _onderdeel(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the parts without importing them."""
        rijen = [(naam, uitleg) for naam, (_, uitleg) in ONDERDELEN.items()]
        rijen += [
            (naam, f"{scheme.titel.nl} / {scheme.titel.en}")
            for naam, scheme in geinstalleerde_schemes().items()
        ]
        with formatter.section("Onderdelen / Parts"):
            formatter.write_dl(rijen)


app = typer.Typer(cls=LuieGroep, no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@app.callback()
def samenhang() -> None:
    """Samenhang: casus- en procesregie zorg en veiligheid / casework across care and safety."""


def _aanroep_onjuist(fout: click.exceptions.UsageError) -> Geweigerd:
    """What is wrong with a call, in both languages; typer itself speaks English only."""
    en = fout.format_message()
    deel = re.search(r"'[^']+'|--?[\w-]+|[A-Z][A-Z_-]+…?", en)
    wat = deel.group().strip("'") if deel else ""
    if isinstance(fout, click.exceptions.MissingParameter):
        nl = f"{wat} ontbreekt."
    elif isinstance(fout, click.exceptions.NoSuchOption):
        nl = f"De optie {fout.option_name} bestaat niet."
    elif isinstance(fout, click.exceptions.BadParameter):
        nl = f"De waarde van {wat} klopt niet."
    elif isinstance(fout, click.exceptions.BadOptionUsage):
        nl = f"De optie {fout.option_name} mist een waarde of heeft er een te veel."
    elif en.startswith("No such command"):
        nl = f"De opdracht {wat} bestaat niet."
    else:
        nl = "De aanroep heeft te veel of te weinig delen."
    waar = fout.ctx.command_path if fout.ctx else "samenhang"
    return Geweigerd("aanroep_onjuist", Tekst(f"{nl} Zie {waar} --help.", f"{en} See {waar} --help."))


def hoofd(argumenten: list[str] | None = None) -> None:
    """Run the command and exit: 0 done, 2 refused with a problem document on stderr, 1 anything else."""
    opdracht = typer.main.get_command(app)

    def draai() -> None:
        einde: object = None
        try:
            einde = opdracht.main(args=argumenten, prog_name="samenhang", standalone_mode=False)
        except click.exceptions.NoArgsIsHelpError as hulp:
            sys.stdout.write(hulp.format_message() + "\n")
        except click.exceptions.UsageError as fout:
            raise _aanroep_onjuist(fout) from fout
        except typer.Abort as fout:
            raise KeyboardInterrupt from fout
        if isinstance(einde, int) and einde:  # typer.Exit comes back as a value in this mode
            raise SystemExit(einde)

    sys.exit(bewaakt(draai))
