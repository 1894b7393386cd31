"""A scheme's list of cases on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst

if TYPE_CHECKING:
    from samenhang.kernel.zaken.lijst import Zaaklijst


def zakenopdracht(vind: Callable[[], Zaaklijst]) -> Callable[..., None]:
    """The command that shows the list which `vind` finds once Django has started."""

    def zaken(
        als: Annotated[str, ALS],
        eigen: Annotated[bool, typer.Option("--eigen", help="Alleen eigen zaken / Own cases only")] = False,
        stap: Annotated[str, typer.Option(help="Alleen deze stap / This step only")] = "",
        zoek: Annotated[
            str,
            typer.Option(
                help="Zaaknummer, of in eigen zaken een naam, geboortedatum of adres / Case number, or in own cases a name, birth date or address"
            ),
        ] = "",
        te_laat: Annotated[
            bool, typer.Option("--te-laat", help="Alleen wat te laat is / Overdue only")
        ] = False,
        als_json: Annotated[bool, ALS_JSON] = False,
    ) -> None:
        """Toon de open zaken / Show the open cases."""
        django_aan()
        from samenhang.kernel.zaken.lijst import Zaakkeuze

        rijen, totaal = vind()(actor_als(als), Zaakkeuze(eigen, stap, zoek, te_laat), begin=0, aantal=100)
        if als_json:
            documenten = [rij.document() for rij in rijen]
            toon_json(json.loads(json.dumps({"zaken": documenten, "totaal": totaal}, default=str)))
            return
        for rij in rijen:
            regel = (
                f"{rij.zaak.nummer}  {rij.zaak.stap:<22} {rij.zaak.volgende_termijn or '-'!s:<12} {rij.naam}"
            )
            toon(Tekst(regel, regel))
        toon(Tekst(f"{len(rijen)} van {totaal} zaken.", f"{len(rijen)} of {totaal} cases."))

    return zaken
