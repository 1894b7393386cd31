"""Two versions of the rules side by side, and the rules in the form of another tool."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

ALS_JSON = typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")


def verschil(
    oud: Annotated[str, typer.Argument(help="Map van de oude versie / Folder of the old version")],
    nieuw: Annotated[str, typer.Argument(help="Map van de nieuwe versie / Folder of the new version")],
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Wat verandert er tussen twee versies van de regels? / What changes between two versions of the rules?"""
    from samenhang.kernel.toegang.verschil import laad_versie
    from samenhang.kernel.toegang.verschil import verschil as bereken

    regels = bereken(laad_versie(Path(oud)), laad_versie(Path(nieuw)))
    ruimer = sum(rij.ruimer is True for rij in regels)
    smaller = sum(rij.ruimer is False for rij in regels)
    if als_json:
        toon_json(
            {
                "ruimer": ruimer,
                "smaller": smaller,
                "overig": len(regels) - ruimer - smaller,
                "veranderingen": [
                    {"soort": r.soort, "plek": r.plek, "ruimer": r.ruimer, "tekst": r.tekst.nl, "text": r.tekst.en}
                    for r in regels
                ],
            }
        )  # fmt: skip
        return
    plek = ""
    for rij in regels:
        if plek != f"{rij.soort} {rij.plek}":
            plek = f"{rij.soort} {rij.plek}"
            toon(
                Tekst(
                    plek, {"regel": "permit", "wet": "law", "plafond": "ceiling"}[rij.soort] + f" {rij.plek}"
                )
            )
        toon(Tekst(f"  {rij.tekst.nl}", f"  {rij.tekst.en}"))
    toon(
        Tekst(
            f"{ruimer} ruimer, {smaller} smaller, {len(regels) - ruimer - smaller} anders."
            if regels
            else "Geen verschil.",
            f"{ruimer} wider, {smaller} narrower, {len(regels) - ruimer - smaller} other."
            if regels
            else "No difference.",
        )
    )


def export(
    als_cedar: Annotated[bool, typer.Option("--cedar", help="Als Cedar / As Cedar policies")] = False,
    uit: Annotated[str, typer.Option(help="Naar dit bestand / To this file", metavar="BESTAND")] = "",
) -> None:
    """De regels voor een ander gereedschap, om mee na te kijken / The rules for another tool, to check with."""
    if not als_cedar:
        raise _weiger(
            "vorm_ontbreekt", "--cedar", "Zeg in welke vorm: --cedar.", "Say in which form: --cedar."
        )
    django_aan()
    from samenhang.kernel.toegang.cedar import cedar
    from samenhang.kernel.toegang.geldend import beslistabel

    tekst = cedar(beslistabel())
    if not uit:
        typer.echo(tekst, nl=False)
        return
    bestand = Path(uit)
    try:
        with bestand.open("x", encoding="utf-8") as open_:
            open_.write(tekst)
    except FileExistsError as fout:
        raise _weiger(
            "bestand_bestaat", "--uit", f"{uit} bestaat al en is niet veranderd. Kies een andere naam.",
            f"{uit} exists already and was not changed. Choose another name.",
        ) from fout  # fmt: skip
    except (OSError, ValueError) as fout:
        raise _weiger(
            "bestand_onschrijfbaar", "--uit", f"{uit} is hier niet te schrijven. Kies een map die bestaat en van u is.",
            f"{uit} cannot be written here. Choose a folder that exists and is yours.",
        ) from fout  # fmt: skip
    toon(Tekst(f"Geschreven: {uit}", f"Written: {uit}"))


def _weiger(code: str, plek: str, nl: str, en: str) -> Geweigerd:
    zin = Tekst(nl, en)
    return Geweigerd(code, zin, fouten=(Fout(code, zin, Plaats(kolom=plek)),))
