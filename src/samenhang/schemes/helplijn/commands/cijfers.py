"""The figures of a line on the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst


def cijfers(
    als: Annotated[str, ALS],
    peildatum: Annotated[str, typer.Option(help="Zoals ze op die dag stonden, JJJJ-MM-DD / As they stood on that day, YYYY-MM-DD")] = "",
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:  # fmt: skip
    """Cijfers van de lijn per maand; kleine aantallen staan er niet / Figures of the line per month; small numbers are not shown."""
    django_aan()
    from samenhang.schemes.helplijn.cijferdocument import als_document
    from samenhang.schemes.helplijn.commands.postcodes import lees_dag
    from samenhang.schemes.helplijn.queries.cijfers import lijncijfers

    document = als_document(lijncijfers(actor_als(als), lees_dag(peildatum) if peildatum else None))
    if als_json:
        toon_json(document)
        return
    for rij in document["maanden"]:
        delen = (rij["contacten"], rij["overdrachten"], rij["standen"]["bereikt"])
        a, b, c = ("–" if deel is None else deel for deel in delen)
        toon(Tekst(f"{rij['maand']}: {a} contacten, {b} overgedragen, {c} bereikt (peildatum {rij['peildatum']}).", f"{rij['maand']}: {a} contacts, {b} handed over, {c} reached (as of {rij['peildatum']})."))  # fmt: skip
