"""A roster as rows: a place per row, with who works it or why nobody does. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

KOLOMMEN: Final = ("datum", "van", "tot", "pauze", "medewerker", "reden")


def roosterrijen(uit: Mapping[str, Any], taal: str) -> list[list[str]]:
    """One row per place, in the order of the days."""
    rijen = []
    for dienst in uit["diensten"]:
        wanneer = [dienst["datum"], dienst["van"], dienst["tot"], dienst["pauze"] or ""]
        rijen += [[*wanneer, naam, ""] for naam in dienst["medewerkers"]]
        rijen += [[*wanneer, "", dienst["reden"][taal]] for _ in range(dienst["leeg"])]
    return rijen
