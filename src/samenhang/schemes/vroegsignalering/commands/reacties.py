"""`reactie`: who responded himself to an offer that the CAK mailed; `cakroutes`: the three routes with their law."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import taal, toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import als_dag, lees_document


def reactie(
    document: Annotated[Path, typer.Argument(help="JSON met wat de inwoner gaf / JSON with what the resident gave", metavar="JSON")],
    als: Annotated[str, ALS],
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:  # fmt: skip
    """Registreer wie zelf reageerde op een aanbod van het CAK / Record who responded to an offer of the CAK."""
    django_aan()
    from samenhang.schemes.vroegsignalering import actions
    from samenhang.schemes.vroegsignalering.domain.cak import Reageerder

    velden = {veld.name for veld in fields(Reageerder)}
    gegeven = lees_document(document)
    if vreemd := sorted(set(gegeven) - velden):
        namen = ", ".join(vreemd)
        raise Geweigerd(
            "reactie_onjuist",
            Tekst(f"Deze velden bestaan niet: {namen}.", f"These fields do not exist: {namen}."),
        )
    for veld in ("datum", "geboortedatum"):
        gegeven[veld] = als_dag(gegeven.get(veld))
    try:
        gegeven["huisnummer"] = int(gegeven["huisnummer"])
        if gegeven["datum"] is None:
            raise KeyError("datum")
        invoer = Reageerder(**{naam: waarde for naam, waarde in gegeven.items() if waarde is not None})
    except (KeyError, TypeError, ValueError) as fout:
        nodig = ", ".join(("achternaam", "postcode", "huisnummer", "straat", "woonplaats", "datum", "kanaal"))
        raise Geweigerd(
            "reactie_onjuist", Tekst(f"Geef ten minste {nodig}.", f"Give at least {nodig}.")
        ) from fout
    zaak = actions.registreer_reactie(actor_als(als), invoer)
    if als_json:
        toon_json({"id": str(zaak.id), "nummer": zaak.nummer, "soort": zaak.soort})
        return
    toon(Tekst(f"Melding {zaak.nummer} is geopend.", f"Case {zaak.nummer} was opened."))


def cakroutes(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon de drie routes van het CAK met hun grondslag / Show the three routes of the CAK with their basis."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    rijen = queries.cakroutes(queries.regels_nu(actor_als(als)))
    if als_json:
        toon_json(
            {
                "items": [
                    {
                        "route": r.naam,
                        "artikel": r.wet.artikel,
                        "status": r.bronstatus,
                        "kan": r.kan,
                        "aan": r.aan,
                    }
                    for r in rijen
                ]
            }
        )
        return
    for r in rijen:
        stand = Tekst("aan" if r.aan else "uit", "on" if r.aan else "off")
        typer.echo(f"{r.titel.in_taal(taal())}: {stand.in_taal(taal())}  {r.wet.artikel} ({r.bronstatus})")
