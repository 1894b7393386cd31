"""`cijfers`, `cijfers-vaststellen` and `inwonertal`: what page and API do, for the operator's terminal."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import GEMEENTE, kies_gemeente

JSON = typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
DAG = typer.Option(formats=["%Y-%m-%d"], help="JJJJ-MM-DD", metavar="DATUM")


def cijfers(
    gemeente: Annotated[str, GEMEENTE] = "",
    peildatum: Annotated[datetime | None, DAG] = None,
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Toon de gepubliceerde cijfers als CSV of JSON / Show the published figures as CSV or JSON."""
    django_aan()
    from samenhang.kernel.cijfers.publicatie import als_csv
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries
    from samenhang.schemes.vroegsignalering.api.cijfers import CijfersUit
    from samenhang.schemes.vroegsignalering.scheme import SCHEME

    organisatie = kies_gemeente(gemeente)
    dag: date | None = peildatum.date() if peildatum else None
    gegeven = queries.cijfers(systeem(organisatie), dag)
    if als_json:
        toon_json(CijfersUit.van(gegeven, openbaar=False).model_dump(mode="json", by_alias=True))
        return
    typer.echo(als_csv(gegeven, organisatie.onderscheidend, SCHEME), nl=False)


def stel_vast(gemeente: Annotated[str, GEMEENTE] = "", als_json: Annotated[bool, JSON] = False) -> None:
    """Tel en publiceer de cijfers per vandaag; twee keer op een dag is één keer / Count and publish as of today."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    rijen = actions.stel_cijfers_vast(systeem(kies_gemeente(gemeente)))
    maanden = [f"{rij.maand:%Y-%m}" for rij in rijen]
    if als_json:
        toon_json({"peildatum": rijen[-1].peildatum.isoformat() if rijen else None, "maanden": maanden})
        return
    toon(Tekst(f"Vastgesteld: {', '.join(maanden) or 'niets'}.", f"Set: {', '.join(maanden) or 'nothing'}."))


def inwonertal(
    vanaf: Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"], metavar="VANAF")],
    aantal: int,
    bron: str,
    gemeente: Annotated[str, GEMEENTE] = "",
) -> None:
    """Leg het inwonertal vast vanaf een dag, met de bron / Record the number of residents from a day."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    rij = actions.leg_inwonertal_vast(systeem(kies_gemeente(gemeente)), vanaf.date(), aantal, bron)
    toon(Tekst(f"Vastgelegd: {rij.aantal} vanaf {rij.vanaf}.", f"Recorded: {rij.aantal} from {rij.vanaf}."))
