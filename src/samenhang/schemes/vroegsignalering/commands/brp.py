"""`brp-controle` and `brp-uitval`: what page and API do, for the operator's terminal and nightly scripts."""

from __future__ import annotations

from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import zaak_bij
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import GEMEENTE, JSON, kies_gemeente


def brp_controle(
    gemeente: Annotated[str, GEMEENTE] = "",
    hoogstens: Annotated[int, typer.Option(min=1, max=500, help="Aantal meldingen / Number of cases")] = 500,
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Vraag de BRP over elke melding die daarop wacht / Ask the BRP about every case that waits for it."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    ronde = actions.loop_brp_na(systeem(kies_gemeente(gemeente)), hoogstens)
    if als_json:
        toon_json({"gevraagd": ronde.gevraagd, "bevestigd": ronde.bevestigd, "te_beoordelen": ronde.te_beoordelen})  # fmt: skip
        return
    toon(
        Tekst(
            f"{ronde.gevraagd} meldingen gevraagd: {ronde.bevestigd} bevestigd, {ronde.te_beoordelen} te beoordelen.",
            f"{ronde.gevraagd} cases asked: {ronde.bevestigd} confirmed, {ronde.te_beoordelen} to judge.",
        )
    )


def brp_uitval(
    gemeente: Annotated[str, GEMEENTE] = "",
    aantal: Annotated[int, typer.Option(min=1, max=100, help="Aantal meldingen / Number of cases")] = 50,
    zaak: Annotated[str, typer.Option(help="Alleen deze melding / This case only", metavar="ZAAK")] = "",
) -> None:
    """Toon de antwoorden van de BRP die op een oordeel wachten / List the answers that wait for a judgement."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries

    actor = systeem(kies_gemeente(gemeente))
    stand = queries.brpstand(actor)
    toon_json(
        {
            "te_vragen": stand.te_vragen,
            "te_beoordelen": stand.te_beoordelen,
            "uitval": [
                {
                    "zaak": str(u.zaak_id),
                    "nummer": u.nummer,
                    "persoon": str(u.persoon_id),
                    "voorstel": u.voorstel,
                    "verschillen": [
                        {"gegeven": rij.titel.nl, "partner": str(rij.partner), "brp": str(rij.brp), "oorzaken": [o.nl for o in rij.oorzaken]}
                        for rij in u.rijen
                        if rij.oorzaken
                    ],
                    "stand": [tekst.nl for tekst in u.stand],
                }
                for u in queries.brp_uitval(actor, aantal, zaak_id=zaak_bij(actor, "vroegsignalering", zaak) if zaak else None)
            ],
        }
    )  # fmt: skip
