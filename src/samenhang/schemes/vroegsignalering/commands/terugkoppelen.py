"""Feedback to partners on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import (
    GEMEENTE,
    JSON,
    als_id,
    gemeente_en_partner,
    kies_gemeente,
)

if TYPE_CHECKING:
    pass


def terugkoppelen(
    partner: Annotated[str, typer.Option(help="Alleen deze partner / This partner only")] = "",
    gemeente: Annotated[str, GEMEENTE] = "",
    bericht: Annotated[str, typer.Option(help="Toon dit bericht / Show this message", metavar="ID")] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Maak berichten voor partners, of toon er één / Make messages for partners, or show one."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    ontvanger, afzender = (
        gemeente_en_partner(gemeente, partner) if partner else (kies_gemeente(gemeente), None)
    )
    if bericht:
        rij = actions.haal_bericht_op(systeem(ontvanger), als_id(bericht))
        toon_json(
            {"bericht": str(rij.id), "nummer": rij.nummer, "partner": rij.partner.naam, "regels": rij.regels}
        )
        return
    gemaakt = actions.koppel_terug(systeem(ontvanger), afzender.id if afzender else None)
    if als_json:
        toon_json({"berichten": [{"bericht": str(b.id), "partner": b.partner.naam, "nummer": b.nummer, "aantal": b.aantal} for b in gemaakt]})  # fmt: skip
        return
    for b in gemaakt:
        toon(Tekst(f"{b.partner}: bericht {b.nummer} over {b.aantal} signalen.", f"{b.partner}: message {b.nummer} about {b.aantal} signals."))  # fmt: skip
    if not gemaakt:
        toon(Tekst("Er is niets nieuws.", "There is nothing new."))
