"""Hand-overs on the command line."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst


def overdragen(
    contact: Annotated[str, typer.Argument(help="Nummer of id van het contact / Number or id of the contact")],
    naam: Annotated[str, typer.Option(help="Hoe de beller heet / What the caller is called")],
    wens: Annotated[str, typer.Option(help="Waar de beller hulp bij wil / What the caller wants help with")],
    als: Annotated[str, ALS],
    toestemming: Annotated[bool, typer.Option("--toestemming", help="De tekst is voorgelezen en de beller zei ja / The text was read out and the caller said yes")] = False,
    telefoon: Annotated[str, typer.Option(help="Of --email / Or --email")] = "",
    email: Annotated[str, typer.Option(help="Of --telefoon / Or --telefoon")] = "",
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:  # fmt: skip
    """Vraag de gemeente de beller te bellen / Ask the municipality to call the caller."""
    django_aan()
    from samenhang.schemes.helplijn.actions.overdracht import draag_warm_over
    from samenhang.schemes.helplijn.domain.overdracht import Overdrachtsinvoer
    from samenhang.schemes.helplijn.queries.contacten import contact_bij

    actor = actor_als(als)
    invoer = Overdrachtsinvoer(toestemming, naam, wens, telefoon, email)
    zaak = draag_warm_over(actor, contact_bij(actor, contact).id, invoer)
    if als_json:
        toon_json({"id": zaak.id, "nummer": zaak.nummer, "stap": zaak.stap})
    else:
        toon(Tekst(f"Overgedragen als {zaak.nummer}.", f"Handed over as {zaak.nummer}."))


def overdrachten(
    als: Annotated[str, ALS],
    stand: Annotated[str, typer.Option(help="Alleen deze / This one only")] = "",
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Toon de laatste honderd overdrachten, zonder namen / Show the last hundred hand-overs, without names."""
    django_aan()
    from samenhang.schemes.helplijn.queries.overdrachten import overdrachten as lijst

    rijen, totaal = lijst(actor_als(als), stand=stand, aantal=100)
    if als_json:
        toon_json({"overdrachten": [asdict(rij) for rij in rijen], "totaal": totaal})
        return
    for rij in rijen:
        regel = f"{rij.nummer}  {rij.gemaakt:%Y-%m-%d %H:%M}  {rij.stand:<12} {rij.gemeente}"
        toon(Tekst(regel, regel))
    toon(Tekst(f"{len(rijen)} van {totaal} overdrachten.", f"{len(rijen)} of {totaal} hand-overs."))
