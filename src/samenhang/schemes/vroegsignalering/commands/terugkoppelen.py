"""Feedback to partners on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import schrijf_uit, toon, toon_json
from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import (
    GEMEENTE,
    JSON,
    als_id,
    gemeente_en_partner,
    kies_gemeente,
)
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import grenzen_van_maand


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


def terugkoppeling(
    partner: Annotated[str, typer.Option(help="Naam of KvK-nummer / Name or trade register number")],
    periode: Annotated[str, typer.Option(help="Maand / Month", metavar="JJJJ-MM")],
    gemeente: Annotated[str, GEMEENTE] = "",
    uitvoer: Annotated[Path | None, typer.Option(help="Schrijf hierheen / Write here", metavar="PAD")] = None,
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Geef het terugkoppelbestand van een partner over een maand / Give a partner's feedback file of a month.

    Loopt de maand nog, dan gaat eerst mee wat nieuw is / A month that still runs first gets what is new.
    """
    django_aan()
    from django.utils import timezone

    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    ontvanger, afzender = gemeente_en_partner(gemeente, partner)
    begin, eind = grenzen_van_maand(periode)
    if begin <= timezone.localdate() < eind:
        actions.koppel_terug(systeem(ontvanger), afzender.id)
    bestand = actions.haal_maand_op(systeem(ontvanger), afzender.id, periode)
    if uitvoer is not None:
        schrijf_uit(uitvoer, bestand.als_csv().encode())
    if als_json:
        toon_json(
            {
                "partner": bestand.partner.naam,
                "gemeente": bestand.gemeente.gemeentecode,
                "periode": bestand.maand,
                "regels": list(bestand.regels),
                "bestand": str(uitvoer) if uitvoer else None,
            }
        )
    elif uitvoer is None:
        typer.echo(bestand.als_csv(), nl=False)
    else:
        aantal = len(bestand.regels)
        toon(Tekst(f"{aantal} regels in {uitvoer}.", f"{aantal} lines in {uitvoer}."))
