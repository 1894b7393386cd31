"""`cijfers-sjabloon` and `cijfers-overnemen`: counts of months before this register."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.commands.cijfers import JSON
from samenhang.schemes.vroegsignalering.commands.gedeeld import GEMEENTE, kies_gemeente


def sjabloon(gemeente: Annotated[str, GEMEENTE] = "") -> None:
    """Toon het bestand om cijfers van eerdere maanden in te vullen (CSV) / Show the file to fill in earlier months."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries

    typer.echo(queries.cijfersjabloon(systeem(kies_gemeente(gemeente))), nl=False)


def neem_over(
    bestand: Annotated[Path, typer.Argument(help="Het ingevulde sjabloon / The template, filled in", exists=True, dir_okay=False)],
    herkomst: Annotated[str, typer.Option(help="Wie of wat telde / Who or what counted")],
    gemeente: Annotated[str, GEMEENTE] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:  # fmt: skip
    """Neem over wat een ander programma telde / Take over what another program counted."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    rijen = actions.neem_cijfers_over(systeem(kies_gemeente(gemeente)), bestand.read_bytes(), herkomst)
    maanden = [f"{rij.maand:%Y-%m}" for rij in rijen]
    if als_json:
        toon_json({"peildatum": rijen[0].peildatum, "herkomst": rijen[0].herkomst, "maanden": maanden})
        return
    toon(
        Tekst(
            f"Overgenomen: {', '.join(maanden)}. Zij verschijnen bij de volgende publicatie.",
            f"Taken over: {', '.join(maanden)}. They appear with the next publication.",
        )
    )
