"""The figures of a line as one document, for API and command, and as CSV."""

from __future__ import annotations

import csv
import io
from typing import Any

from samenhang.kernel.basis.tabelbestand import onschadelijk
from samenhang.schemes.helplijn.queries.cijfers import Lijncijfers

KOLOMMEN = ("maand", "soort", "naam", "aantal", "reden", "peildatum")
UITLEG = "# Aantallen van 1 tot 5 en wat daaruit is af te leiden worden niet getoond (reden te_klein)\n"
VAN_CONTACTEN = ("contacten", "uitgangen", "redenen", "gemeente_contacten")
"""Which rows have the vintage of contacts; the others that of hand-overs."""


def als_document(cijfers: Lijncijfers) -> dict[str, Any]:
    """Months with their counts; null is a number that is not shown."""
    return {
        "tot": cijfers.tot,
        "peildatums": list(cijfers.peildatums),
        "maanden": [
            {
                "maand": f"{rij.maand:%Y-%m}",
                "peildatum": rij.peildatum,
                "contacten": rij.contacten,
                "uitgangen": dict(rij.uitgangen),
                "redenen": dict(rij.redenen),
                "peildatum_overdrachten": rij.peildatum_overdrachten,
                "overdrachten": rij.overdrachten,
                "standen": dict(rij.standen),
                "gemeenten": [
                    {
                        "gemeentecode": deel.gemeente,
                        "gemeente": cijfers.namen.get(deel.gemeente, ""),
                        "contacten": deel.contacten,
                        "overdrachten": deel.overdrachten,
                        "bereikt": deel.bereikt,
                    }
                    for deel in rij.gemeenten
                ],
            }
            for rij in cijfers.maanden
        ],
    }


def als_csv(cijfers: Lijncijfers) -> str:
    """One row per count, after a line that says what is not shown."""
    tekst = io.StringIO()
    tekst.write(UITLEG)
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\n")
    schrijver.writerow(KOLOMMEN)
    for rij in als_document(cijfers)["maanden"]:
        regels = [("contacten", "", rij["contacten"]), ("overdrachten", "", rij["overdrachten"])]
        for soort in ("uitgangen", "redenen", "standen"):
            regels += [(soort, naam, aantal) for naam, aantal in rij[soort].items()]
        for deel in rij["gemeenten"]:
            for soort in ("contacten", "overdrachten", "bereikt"):
                regels.append((f"gemeente_{soort}", deel["gemeentecode"], deel[soort]))
        for soort, naam, aantal in regels:
            dag = rij["peildatum" if soort in VAN_CONTACTEN else "peildatum_overdrachten"]
            schrijver.writerow(
                onschadelijk(str(cel))
                for cel in (rij["maand"], soort, naam, "" if aantal is None else aantal, "te_klein" if aantal is None else "", dag)
            )  # fmt: skip
    return tekst.getvalue()
