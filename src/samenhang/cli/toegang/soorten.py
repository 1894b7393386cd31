"""`samenhang toegang organisatie`: what a kind of organisation may receive and give, and how the law stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from samenhang.cli import django_aan
from samenhang.cli.toegang.tonen import lees_dag
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst

if TYPE_CHECKING:
    from samenhang.kernel.samenwerking.soorten import Recht, Wetstand


def organisatie(
    soort: Annotated[str, typer.Argument(help="gemeente, school, politie, …", metavar="SOORT")],
    dag: Annotated[str, typer.Option(help="JJJJ-MM-DD; anders vandaag / else today", metavar="DAG")] = "",
    als_json: Annotated[
        bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
    ] = False,
) -> None:
    """Wat een soort organisatie krijgt en geeft, en op welke wet / What a kind of organisation receives and gives, and on which law."""
    op = lees_dag(dag)
    django_aan()
    from django.utils import timezone

    from samenhang.kernel.samenwerking.soorten import soortbeeld

    beeld = soortbeeld(soort, op or timezone.localdate())
    if als_json:
        toon_json(
            {
                "soort": beeld.soort,
                "titel": _beide(beeld.titel),
                "dag": beeld.dag.isoformat(),
                "tabelHash": beeld.tabel_hash,
                "rechten": [_recht(recht) for recht in beeld.rechten],
                "toegezonden": [
                    {"register": _beide(d.register), "titel": _beide(d.titel), "wet": _wet(d.stand)}
                    for d in beeld.toegezonden
                ],
            }
        )
        return
    for recht in beeld.rechten:
        nl, en = _regel(recht, "nl"), _regel(recht, "en")
        toon(Tekst(nl, en))
    for deel in beeld.toegezonden:
        toon(
            Tekst(
                f"Toegezonden uit {deel.register.nl}: {deel.titel.nl} ({deel.stand.wet.artikel}, {deel.stand.status})",
                f"Sent from {deel.register.en}: {deel.titel.en} ({deel.stand.wet.artikel}, {deel.stand.status})",
            )
        )


def _regel(recht: Recht, taal: str) -> str:
    def reeks(teksten: tuple[Tekst, ...]) -> str:
        return ", ".join(getattr(tekst, taal) for tekst in teksten) or "-"

    stand = recht.stand
    woord = {"nl": ("krijgt", "geeft", "GELDT NIET"), "en": ("receives", "gives", "NOT IN FORCE")}[taal]
    niet = "" if stand.geldt else f" {woord[2]}"
    return (
        f"{getattr(recht.register, taal)}: {reeks(recht.functies)} ({stand.wet.artikel}, {stand.status}, {stand.bronstatus}{niet})\n"
        f"  {woord[0]} {reeks(recht.krijgt)}\n  {woord[1]} {reeks(recht.geeft)}"
    )


def _beide(tekst: Tekst) -> dict[str, str]:
    return {"nl": tekst.nl, "en": tekst.en}


def _wet(stand: Wetstand) -> dict[str, Any]:
    return {
        "id": stand.wet.id,
        "artikel": stand.wet.artikel,
        "status": stand.status,
        "bronstatus": stand.bronstatus,
        "geldt": stand.geldt,
    }


def _recht(recht: Recht) -> dict[str, Any]:
    reeksen = ("functies", "doelen", "stappen", "krijgt", "geeft", "mits")
    uit: dict[str, Any] = {naam: [_beide(tekst) for tekst in getattr(recht, naam)] for naam in reeksen}
    return {"regel": recht.regel, "register": _beide(recht.register), **uit, "wet": _wet(recht.stand)}
