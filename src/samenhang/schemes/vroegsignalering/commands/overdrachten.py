"""`overdrachten` and `overdracht`: what goes to debt assistance or another municipality."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import taal, toon_json


def overdrachten(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon de uitgaande overdrachten / List the outgoing hand-overs."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    regels = queries.overdrachten(actor_als(als))
    if als_json:
        toon_json(
            {
                "items": [
                    {
                        "id": str(rij.id),
                        "nummer": rij.nummer,
                        "soort": rij.soort,
                        "gemaakt": rij.moment.isoformat(),
                        "ontvangen": rij.ontvangen.isoformat() if rij.ontvangen else None,
                        "artikel": rij.wet.artikel,
                    }
                    for rij in regels
                ]
            }
        )
        return
    for rij in regels:
        typer.echo(f"{rij.moment:%Y-%m-%d}  {rij.nummer}  {rij.titel.in_taal(taal())}  {rij.id}")


def overdracht(
    id: Annotated[UUID, typer.Argument(help="Id van de overdracht / Id of the hand-over", metavar="ID")],
    als: Annotated[str, ALS],
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Haal één overdracht op voor wie haar ontvangt / Take out one hand-over for its receiver."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries
    from samenhang.schemes.vroegsignalering.domain.verstuurd import VELDEN
    from samenhang.schemes.vroegsignalering.overdrachtbestand import als_document

    beeld = queries.overdracht_ophalen(actor_als(als), id)
    if als_json:
        toon_json(als_document(beeld))
        return
    typer.echo(f"{beeld.regel.titel.in_taal(taal())}  {beeld.van}  {beeld.regel.wet.artikel}")
    for naam, waarde in beeld.inhoud.items():
        typer.echo(f"{VELDEN[naam].in_taal(taal())}: {waarde}")
