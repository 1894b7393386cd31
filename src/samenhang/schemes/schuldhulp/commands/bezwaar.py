"""Objections to decisions on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als, zaak_bij
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst


def bezwaren(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon de zaken met een bezwaar / Show the cases with an objection."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries

    rijen = queries.bezwaren(actor_als(als))
    if als_json:
        delen = [{"id": str(rij.zaak.id), "nummer": rij.zaak.nummer, "uiterlijk": str(rij.uiterlijk), "klaar": rij.klaar and str(rij.klaar)} for rij in rijen]  # fmt: skip
        toon_json({"bezwaren": delen})
        return
    if not rijen:
        toon(Tekst("Er is geen bezwaar.", "There is no objection."))
    for rij in rijen:
        nl = f"klaar op {rij.klaar}" if rij.klaar else f"uiterlijk {rij.uiterlijk}"
        en = f"done on {rij.klaar}" if rij.klaar else f"by {rij.uiterlijk}"
        toon(Tekst(f"{rij.zaak.nummer}  {nl}", f"{rij.zaak.nummer}  {en}"))


def bezwaar(zaak: str, als: Annotated[str, ALS]) -> None:
    """Toon de bezwaren in één zaak als JSON / Show the objections of one case as JSON."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries
    from samenhang.schemes.schuldhulp.bezwaardocument import als_bezwaarzaak
    from samenhang.schemes.schuldhulp.document import kaal

    actor = actor_als(als)
    toon_json(kaal(als_bezwaarzaak(queries.bezwaarzaak(actor, zaak_bij(actor, "schuldhulp", zaak)))))


def bezwaarbrief(
    zaak: str,
    bezwaar: Annotated[UUID, typer.Argument(help="Id van het bezwaar / Id of the objection")],
    soort: Annotated[
        str,
        typer.Argument(
            help="Naam van de brief, zoals `bezwaar` die toont / Name of the letter, as `bezwaar` shows it"
        ),
    ],
    bestand: Annotated[Path, typer.Argument(help="Waarheen (PDF) / Where to (PDF)")],
    als: Annotated[str, ALS],
) -> None:
    """Haal een brief over een bezwaar op als PDF / Get a letter about an objection as PDF."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries

    actor = actor_als(als)
    bestand.write_bytes(queries.bezwaarbrief(actor, zaak_bij(actor, "schuldhulp", zaak), bezwaar, soort))
    toon(Tekst(f"Gemaakt: {bestand}.", f"Made: {bestand}."))
