"""Keys of machine clients."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import typer

from samenhang.cli.beheer.mensen import als_installatie, voor_medewerker
from samenhang.cli.uitvoer import toon_json


def sleutel(medewerker: UUID, naam: str) -> None:
    """Maak een sleutel voor een machine; het geheim wordt één keer getoond / Make a machine key."""
    actor = voor_medewerker(medewerker)
    from samenhang.kernel.beheer.actions import sleutels

    gemaakt, geheim = sleutels.geef_sleutel(actor, medewerker, naam)
    toon_json({"client_id": str(gemaakt.id), "client_secret": geheim})


def trek_in(
    sleutel: UUID,
    reden: Annotated[str, typer.Option(help="Waarom; komt in het logboek / Why; goes into the log")],
) -> None:
    """Trek een sleutel in; haar bewijzen stoppen meteen / Withdraw a key; its tokens end at once."""
    actor = als_installatie()
    from samenhang.kernel.beheer.actions import sleutels

    toon_json({"id": str(sleutels.trek_in(actor, sleutel, reden).id)})
