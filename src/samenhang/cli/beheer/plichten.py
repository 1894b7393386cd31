"""`samenhang beheer plichten`: background work that keeps failing."""

from __future__ import annotations

from typing import Annotated

import typer

from samenhang.cli.beheer.installatie import als_installatie
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst


def plichten(
    opnieuw: Annotated[int, typer.Option(help="Nummer om nu te proberen / Number to try now")] = 0,
    als_json: Annotated[
        bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
    ] = False,
) -> None:
    """Toon wat steeds mislukt, of probeer het opnieuw / Show what keeps failing, or try it again."""
    actor = als_installatie()
    from samenhang.kernel.plichten import overzicht

    if opnieuw:
        overzicht.opnieuw(actor, opnieuw)
    rijen = overzicht.mislukt(actor)
    if als_json:
        toon_json(
            {
                "mislukt": [
                    {
                        "id": rij.id,
                        "plicht": rij.plicht,
                        "item": rij.item,
                        "pogingen": rij.pogingen,
                        "nietVoor": rij.niet_voor.isoformat() if rij.niet_voor else None,
                        "fout": rij.fout,
                        "error": rij.fout_en,
                    }
                    for rij in rijen
                ]
            }
        )
        return
    for rij in rijen:
        toon(
            Tekst(
                f"{rij.id} {rij.plicht} {rij.item}: {rij.pogingen} keer, {rij.fout}",
                f"{rij.id} {rij.plicht} {rij.item}: {rij.pogingen} times, {rij.fout_en}",
            )
        )
    toon(Tekst(f"{len(rijen)} mislukken.", f"{len(rijen)} failing."))
