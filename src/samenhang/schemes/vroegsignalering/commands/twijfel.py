"""Doubtful pairs on the command line: listed, explained, judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import (
    GEMEENTE,
    JSON,
    als_id,
    kies_gemeente,
)

if TYPE_CHECKING:
    pass


def twijfelparen(
    gemeente: Annotated[str, GEMEENTE] = "",
    aantal: Annotated[int, typer.Option(min=1, max=1000)] = 50,
    beoordeeld: Annotated[
        bool, typer.Option("--beoordeeld", help="De laatst beoordeelde / The latest judged")
    ] = False,
) -> None:
    """Toon de paren die op een oordeel wachten / List the pairs that wait for a judgement."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries

    actor = systeem(kies_gemeente(gemeente))
    wachtend, klaar = queries.aantal_twijfelparen(actor)
    paren = queries.beoordeelde_paren(actor, aantal) if beoordeeld else queries.twijfelparen(actor, aantal)
    toon_json(
        {
            "wachtend": wachtend,
            "beoordeeld": klaar,
            "paren": [
                {
                    "paar": str(p.id),
                    "zekerheid": p.zekerheid,
                    "links": f"{p.links_partner}:{p.links_nummer}",
                    "rechts": f"{p.rechts_partner}:{p.rechts_nummer}",
                    "oordeel": p.oordeel,
                    "door": p.door,
                }
                for p in paren
            ],
        }
    )


def twijfel_verklaar(
    paar: Annotated[str, typer.Argument(metavar="PAAR")],
    gemeente: Annotated[str, GEMEENTE] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Verklaar waarom een paar twijfelachtig is / Explain why a pair is doubtful."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import koppelen, queries

    uitleg = queries.verklaar_paar(systeem(kies_gemeente(gemeente)), als_id(paar))
    if als_json:
        toon_json(uitleg)
        return
    toon(koppelen.als_tekst(uitleg))


def oordeel(
    paar: Annotated[str, typer.Argument(metavar="PAAR")],
    wat: Annotated[
        str, typer.Argument(help="zelfde, ander of terug / same, different or undo", metavar="OORDEEL")
    ],
    reden: Annotated[str, typer.Option(help="Waarom; verplicht bij terug / Why; required with undo")] = "",
    gemeente: Annotated[str, GEMEENTE] = "",
) -> None:
    """Beoordeel een twijfelpaar, of neem een oordeel terug / Judge a doubtful pair, or take it back."""
    if wat not in ("zelfde", "ander", "terug"):
        raise Geweigerd(
            "keuze_onjuist", Tekst("Kies zelfde, ander of terug.", "Choose zelfde, ander or terug.")
        )
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    actor, nummer = systeem(kies_gemeente(gemeente)), als_id(paar)
    if wat == "terug":
        actions.neem_oordeel_terug(actor, nummer, reden)
        toon(Tekst("Teruggenomen.", "Taken back."))
        return
    actions.beoordeel(actor, nummer, wat == "zelfde", reden)
    toon(Tekst("Vastgelegd.", "Recorded."))
