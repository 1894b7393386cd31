"""Cases that are kept past their retention term: which, holding one, ending it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samenhang.cli.uitvoer import toon, toon_json
from samenhang.cli.wie import actor_van_adres
from samenhang.cli.zegel.invoer import lees_nummer
from samenhang.kernel.basis import Tekst

if TYPE_CHECKING:
    from samenhang.kernel.vernietiging.vasthouden import Vasthoudbeeld

Als = Annotated[str, typer.Option("--als", help="E-mailadres van wie het doet / Who does it")]
Json = Annotated[
    bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
]
Reden = Annotated[str, typer.Option("--reden", help="Waarom, zonder namen van inwoners / Why, without names")]


def lijst(als: Als, als_json: Json = False) -> None:
    """Zaken die langer bewaard worden / Cases that are kept longer."""
    actor = actor_van_adres(als)
    from samenhang.kernel.vernietiging.vasthouden import vasthoudingen

    beelden = vasthoudingen(actor)
    if als_json:
        toon_json([_document(beeld) for beeld in beelden])
        return
    for beeld in beelden:
        regel = f"{beeld.id}  {beeld.zaak}  {beeld.herzien_op}  "
        toon(Tekst(regel + beeld.grond.nl, regel + beeld.grond.en))


def vasthouden(
    zaak: Annotated[str, typer.Argument(metavar="ZAAKNUMMER")],
    grond: Annotated[str, typer.Argument(metavar="GROND", help="rechtsvordering | verzoek | toezicht")],
    als: Als,
    reden: Reden,
    herzien_op: Annotated[str, typer.Option("--herzien-op", metavar="DAG", help="JJJJ-MM-DD")],
    als_json: Json = False,
) -> None:
    """Bewaar een zaak langer dan haar termijn / Keep a case past its term."""
    actor = actor_van_adres(als)
    from samenhang.kernel.vernietiging.vasthouden import houd_vast

    _klaar(houd_vast(actor, zaak, grond, reden, _dag(herzien_op)), als_json, Tekst("Vastgehouden.", "Held."))


def opheffen(
    nummer: Annotated[str, typer.Argument(metavar="VASTHOUDING")],
    als: Als,
    reden: Reden,
    als_json: Json = False,
) -> None:
    """Hef een vasthouding op / End a hold."""
    vasthouding_id = lees_nummer(nummer, "vasthouding_onjuist", Tekst("een vasthouding", "a hold"))
    actor = actor_van_adres(als)
    from samenhang.kernel.vernietiging.vasthouden import hef_op

    _klaar(hef_op(actor, vasthouding_id, reden), als_json, Tekst("Opgeheven.", "Ended."))


def _dag(tekst: str) -> date:
    """An impossible day counts as none, which the action refuses with its place."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return date.min


def _klaar(beeld: Vasthoudbeeld, als_json: bool, zin: Tekst) -> None:
    if als_json:
        toon_json(_document(beeld))
        return
    toon(zin)


def _document(beeld: Vasthoudbeeld) -> dict[str, Any]:
    return {
        "id": str(beeld.id),
        "scheme": beeld.scheme,
        "zaak": beeld.zaak,
        "titel": beeld.grond.nl,
        "title": beeld.grond.en,
        "artikel": beeld.artikel,
        "status": beeld.status,
        "reden": beeld.reden,
        "herzienOp": beeld.herzien_op.isoformat(),
        "teHerzien": beeld.te_herzien,
        "moment": beeld.moment.isoformat(),
        "door": beeld.door,
    }
