"""`cijfers`, `cijfers-tellen`, `cijfers-vaststellen`, `inwonertal`, `monitor` and `streefwaarde`: what page and API do, for the operator's terminal."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import GEMEENTE, kies_gemeente

JSON = typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
INTERN = typer.Option(
    "--intern",
    help="Precies en tot vandaag geteld, niet publiceren / Exact and as counted last, not to be published",
)
DAG = typer.Option(formats=["%Y-%m-%d"], help="JJJJ-MM-DD", metavar="DATUM")


def cijfers(
    gemeente: Annotated[str, GEMEENTE] = "",
    peildatum: Annotated[datetime | None, DAG] = None,
    intern: Annotated[bool, INTERN] = False,
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
    wie = systeem(organisatie)
    gegeven = queries.interne_cijfers(wie) if intern else queries.cijfers(wie, dag)
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
    gepubliceerd = [f"{rij.maand:%Y-%m}" for rij in rijen if rij.gepubliceerd]
    if als_json:
        peildatum = rijen[-1].peildatum.isoformat() if rijen else None
        toon_json({"peildatum": peildatum, "maanden": maanden, "gepubliceerd": gepubliceerd})
        return
    toon(
        Tekst(
            f"Geteld: {', '.join(maanden) or 'niets'}. Gepubliceerd: {', '.join(gepubliceerd) or 'niets'}.",
            f"Counted: {', '.join(maanden) or 'nothing'}. Published: {', '.join(gepubliceerd) or 'nothing'}.",
        )
    )


def tel(gemeente: Annotated[str, GEMEENTE] = "", als_json: Annotated[bool, JSON] = False) -> None:
    """Tel de cijfers per vandaag, alleen voor intern gebruik / Count the figures as of today, for internal use."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    rijen = actions.tel_cijfers(systeem(kies_gemeente(gemeente)))
    maanden = [f"{rij.maand:%Y-%m}" for rij in rijen]
    if als_json:
        toon_json({"peildatum": rijen[-1].peildatum.isoformat() if rijen else None, "maanden": maanden})
        return
    toon(
        Tekst(
            f"Geteld, niet gepubliceerd: {', '.join(maanden) or 'niets'}.",
            f"Counted, not published: {', '.join(maanden) or 'nothing'}.",
        )
    )


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


def monitor(
    gemeente: Annotated[str, GEMEENTE] = "",
    jaar: Annotated[
        int | None, typer.Option(metavar="JJJJ", help="Leeg: het laatste / Empty: the last")
    ] = None,
    peildatum: Annotated[datetime | None, DAG] = None,
    intern: Annotated[bool, INTERN] = False,
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Toon de monitor van een jaar als CSV of JSON / Show the monitor of a year as CSV or JSON."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries
    from samenhang.schemes.vroegsignalering.api.monitor import MonitorUit, monitor_als_csv

    organisatie = kies_gemeente(gemeente)
    wie, dag = systeem(organisatie), peildatum.date() if peildatum else None
    beeld = queries.interne_monitor(wie, jaar) if intern else queries.monitor(wie, jaar, dag)
    if als_json:
        document = MonitorUit.van(beeld).model_dump(mode="json", by_alias=True)
        toon_json({"gemeente": organisatie.gemeentecode, "naam": organisatie.naam} | document)
        return
    typer.echo(monitor_als_csv(beeld, organisatie.onderscheidend), nl=False)


def streefwaarde(
    indicator: str,
    vanaf: Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"], metavar="VANAF")],
    waarde: str,
    reden: str,
    gemeente: Annotated[str, GEMEENTE] = "",
) -> None:
    """Leg een streefwaarde vast vanaf een dag, met waar zij staat / Record a target from a day."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    try:
        getal = Decimal(waarde)
    except InvalidOperation as fout:
        raise Geweigerd(
            "streef_waarde", Tekst("Geef een getal, zoals 25.5.", "Give a number, such as 25.5.")
        ) from fout
    rij = actions.leg_streefwaarde_vast(
        systeem(kies_gemeente(gemeente)), indicator, vanaf.date(), getal, reden
    )
    toon(Tekst(f"Vastgelegd: {rij.indicator} {rij.waarde}.", f"Recorded: {rij.indicator} {rij.waarde}."))
