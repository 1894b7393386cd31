"""`overdrachten`, `overdracht` and `ontvangst`: what goes to debt assistance or another municipality, and comes in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import taal, toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import als_dag

if TYPE_CHECKING:
    from samenhang.schemes.vroegsignalering.queries import Berichtregel


def overdrachten(
    als: Annotated[str, ALS],
    binnen: Annotated[
        bool, typer.Option("--binnen", help="Wat andere gemeenten doorstuurden / What came in")
    ] = False,
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Toon de uitgaande of binnengekomen overdrachten / List the outgoing or incoming hand-overs."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    actor = actor_als(als)
    regels = queries.binnengekomen(actor) if binnen else queries.overdrachten(actor)
    if als_json:
        toon_json(
            {
                "items": [
                    {
                        "id": str(rij.id),
                        "nummer": rij.nummer,
                        "soort": rij.soort,
                        "aard": rij.aard,
                        "ingetrokken": rij.ingetrokken,
                        "gemaakt": rij.moment.isoformat(),
                        "van": rij.van,
                        "ontvangen": rij.ontvangen.isoformat() if rij.ontvangen else None,
                        "ontvangenDoor": rij.ontvangen_door,
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
    from samenhang.schemes.vroegsignalering.overdrachtbestand import als_document
    from samenhang.schemes.vroegsignalering.queries.verstuurd import NAMEN

    beeld = queries.overdracht_ophalen(actor_als(als), id)
    if als_json:
        toon_json(als_document(beeld))
        return
    typer.echo(f"{beeld.regel.titel.in_taal(taal())}  {beeld.van}  {beeld.regel.wet.artikel}")
    for naam, waarde in beeld.inhoud.items():
        typer.echo(f"{NAMEN[naam].in_taal(taal())}: {waarde}")


def berichten(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon wat partners als bericht stuurden / List what partners sent as messages."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    rijen = queries.ontvangen_berichten(actor_als(als))
    if als_json:
        toon_json({"items": [_bericht(rij) for rij in rijen]})
        return
    for rij in rijen:
        typer.echo(f"{rij.ontvangen:%Y-%m-%d}  {rij.van}  {rij.titel.in_taal(taal())}  {rij.id}")


def bericht(
    id: Annotated[UUID, typer.Argument(help="Id van het bericht / Id of the message", metavar="ID")],
    als: Annotated[str, ALS],
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Lees één ontvangen bericht / Read one message that was received."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries
    from samenhang.schemes.vroegsignalering.queries.verstuurd import NAMEN

    beeld = queries.ontvangen_bericht(actor_als(als), id)
    if als_json:
        toon_json(_bericht(beeld.regel) | {"inhoud": beeld.inhoud})
        return
    typer.echo(f"{beeld.regel.titel.in_taal(taal())}  {beeld.regel.van}  {beeld.regel.artikel}")
    for naam, waarde in beeld.inhoud.items():
        typer.echo(f"{NAMEN[naam].in_taal(taal())}: {waarde}")


def _bericht(rij: Berichtregel) -> dict[str, Any]:
    return {
        "id": str(rij.id),
        "aard": rij.aard,
        "titel": rij.titel.nl,
        "van": rij.van,
        "artikel": rij.artikel,
        "ontvangen": rij.ontvangen.isoformat(),
        "voorwaarden": [deel.draad() for deel in rij.voorwaarden],
        "gewist": rij.gewist.isoformat() if rij.gewist else None,
    }


def intrekken(
    id: Annotated[UUID, typer.Argument(help="Id van de overdracht / Id of the hand-over", metavar="ID")],
    reden: Annotated[str, typer.Option(help="Waarom / Why: vergissing, verkeerde_persoon, bezwaar, toestemming", metavar="REDEN")],
    als: Annotated[str, ALS],
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:  # fmt: skip
    """Trek een overdracht in; de ontvanger moet wissen / Take a hand-over back; the receiver must erase it."""
    django_aan()
    from samenhang.schemes.vroegsignalering import actions

    rij = actions.trek_overdracht_in(actor_als(als), id, reden)
    if als_json:
        toon_json({"id": str(rij.id), "aard": rij.aard, "betreft": str(rij.betreft_id)})
        return
    toon(
        Tekst(
            f"Ingetrokken; de ontvanger moet dat bevestigen ({rij.id}).",
            f"Taken back; the receiver must confirm that ({rij.id}).",
        )
    )


def ontvangst(
    id: Annotated[UUID, typer.Argument(help="Id van de overdracht / Id of the hand-over", metavar="ID")],
    als: Annotated[str, ALS],
    door: Annotated[str, typer.Option(help="Wie bevestigt / Who confirms", metavar="NAAM")] = "",
    op: Annotated[
        str, typer.Option(help="Dag van ontvangst; leeg: vandaag / Day of receipt", metavar="DATUM")
    ] = "",
    bewijs: Annotated[
        Path | None,
        typer.Option(help="Ingevuld ontvangstbewijs (JSON) / Completed receipt", metavar="BESTAND"),
    ] = None,
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Bevestig dat een overdracht is ontvangen / Confirm that a hand-over was received."""
    django_aan()
    from django.utils import timezone

    from samenhang.schemes.vroegsignalering import actions, queries

    if bewijs is not None:
        try:
            invoer = actions.uit_bewijs(bewijs.read_text("utf-8"), id)
        except (OSError, UnicodeDecodeError) as fout:
            raise Geweigerd("bestand_onleesbaar", Tekst(f"{bewijs}: {fout}.", f"{bewijs}: {fout}.")) from fout
    else:
        dag: date = als_dag(op) or timezone.localdate()
        invoer = actions.Ontvangst(door, dag)
    actor = actor_als(als)
    regel = queries.overdracht_zonder_inhoud(actor, id)
    rij = actions.bevestig_ontvangst(actor, id, invoer)
    assert rij.ontvangen is not None  # just confirmed
    if als_json:
        toon_json(
            {"id": str(rij.id), "ontvangen": rij.ontvangen.isoformat(), "ontvangenDoor": rij.ontvangen_door}
        )
        return
    wie = rij.ontvangen_door
    toon(
        Tekst(
            f"{regel.titel.nl} ({regel.nummer}): ontvangst bevestigd door {wie}.",
            f"{regel.titel.en} ({regel.nummer}): receipt confirmed by {wie}.",
        )
    )
