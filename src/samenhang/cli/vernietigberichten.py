"""Notices of destruction: which there are, and that a receiver knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samenhang.cli.uitvoer import toon, toon_json
from samenhang.cli.wie import actor_van_adres
from samenhang.cli.zegel.invoer import lees_nummer
from samenhang.kernel.basis import Tekst

if TYPE_CHECKING:
    from samenhang.kernel.verstrekkingen.queries import Vernietigbeeld

Als = Annotated[str, typer.Option("--als", help="E-mailadres van wie het doet / Who does it")]
Json = Annotated[
    bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
]


def lijst(als: Als, als_json: Json = False) -> None:
    """Toon welke vernietigingen anderen moeten weten / Show which destructions others must hear of."""
    actor = actor_van_adres(als)
    from samenhang.kernel.verstrekkingen.queries import vernietigberichten

    beelden = vernietigberichten(actor)
    if als_json:
        toon_json({"vernietigberichten": [_document(beeld) for beeld in beelden]})
        return
    for beeld in beelden:
        stand = Tekst("bevestigd", "confirmed") if beeld.ontvangen else Tekst("wacht", "waits")
        if beeld.te_laat:
            stand = Tekst("te laat", "overdue")
        regel = f"{beeld.id}  {beeld.zaaknummer}  {beeld.vernietigd}  "
        toon(Tekst(f"{regel}{beeld.naar.nl}  {stand.nl}", f"{regel}{beeld.naar.en}  {stand.en}"))
    toon(Tekst(f"{len(beelden)} vernietigberichten.", f"{len(beelden)} notices of destruction."))


def bevestigen(
    nummer: Annotated[str, typer.Argument(metavar="VERNIETIGBERICHT")],
    als: Als,
    door: Annotated[str, typer.Option(help="Wie bevestigt / Who confirms")],
    op: Annotated[str, typer.Option(metavar="DAG", help="JJJJ-MM-DD")],
    als_json: Json = False,
) -> None:
    """Leg vast dat de ontvanger het weet / Record that the receiver knows."""
    bericht_id = lees_nummer(
        nummer, "vernietigbericht_onjuist", Tekst("een vernietigbericht", "a notice of destruction")
    )
    actor = actor_van_adres(als)
    from samenhang.kernel.verstrekkingen.actions.vernietigbericht import bevestig_vernietigbericht
    from samenhang.kernel.verstrekkingen.queries import vernietigbericht

    bevestig_vernietigbericht(actor, bericht_id, door, _dag(op))
    if als_json:
        toon_json(_document(vernietigbericht(actor, bericht_id)))
        return
    toon(Tekst("De ontvangst is bevestigd.", "The receipt is confirmed."))


def _dag(tekst: str) -> date:
    """An impossible day counts as none, which the action refuses with its place."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return date.min


def _document(beeld: Vernietigbeeld) -> dict[str, Any]:
    return {
        "id": str(beeld.id),
        "overdracht": str(beeld.overdracht),
        "zaaknummer": beeld.zaaknummer,
        "scheme": beeld.scheme,
        "titel": beeld.titel.nl,
        "title": beeld.titel.en,
        "van": beeld.van,
        "naar": beeld.naar.nl,
        "artikel": beeld.artikel,
        "vernietigd": beeld.vernietigd.isoformat(),
        "ontvangen": beeld.ontvangen.isoformat() if beeld.ontvangen else None,
        "ontvangenDoor": beeld.ontvangen_door,
        "hier": beeld.hier,
        "teLaat": beeld.te_laat,
    }
