"""`bezoeken`: the list of home visits, on the terminal, as CSV or as JSON."""

from __future__ import annotations

from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst


def bezoeken(
    als: Annotated[str, ALS],
    postcodes: Annotated[
        str, typer.Option(help="Zoals 2611 of 2611-2613 / Such as 2611 or 2611-2613")
    ] = "",
    dagdeel: Annotated[str, typer.Option(help="Ochtend, Middag of Avond / Morning, afternoon or evening")] = "",
    csv: Annotated[bool, typer.Option("--csv", help="Als CSV / As CSV")] = False,
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:  # fmt: skip
    """Toon waar u langs kunt, op volgorde van postcode / Show where you can go, by postcode."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    rijen = queries.bezoeklijst(actor_als(als), queries.Bezoekkeuze(postcodes, dagdeel))
    if als_json:
        toon_json(
            {
                "bezoeken": [
                    dict(zip(queries.BEZOEKKOLOMMEN, map(str, bezoek.cellen()), strict=True)) for bezoek in rijen
                ]
            }
        )  # fmt: skip
    elif csv:
        typer.echo(queries.als_bestand(rijen), nl=False)
    else:
        for b in rijen:
            typer.echo(f"{b.postcode}  {b.straat} {b.huisnummer:<8} {b.naam:<30} {b.nummer}  {', '.join(b.nog_niet).lower()}")  # fmt: skip
        if not rijen:
            toon(Tekst("Nu geen huisbezoeken.", "No home visits now."))
