"""Parties from outside the municipality: who they are, and what a yes towards one of them opens. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.wams.domain.leefgebieden import DEELNAME, LEEFGEBIEDEN

CASUSOVERLEG: Final = "casusoverleg"
"""The purpose for which a party looks."""
DEELNEMER: Final = "deelnemer"
"""Its role and its involvement."""

PARTIJEN_VAN_BUITEN: Final = {
    "school": "school",
    "verhuurder": "verhuurder",
    "zorgaanbieder": "zorg",
    "ggz": "zorg",
    "politie": "politie",
}
"""Kinds of organisation that can take part in a meeting, and the name under which each keeps agreements."""

MET_DEELNAME: Final = frozenset({"naw", "gezin", "afspraken"})
"""What someone opens for a party by agreeing that he is spoken about with it: his name, the family, the agreements."""
TE_DELEN: Final = {
    DEELNAME: Tekst("Meedoen: mijn naam, gezin en afspraken", "Taking part: my name, family and agreements"),
    "contact": Tekst("Mijn telefoonnummer", "My telephone number"),
    **LEEFGEBIEDEN,
}
"""What someone answers about, for each kind of party apart."""


def gedeeld(instemming: frozenset[str]) -> frozenset[str]:
    """The categories that these answers towards one party open; without taking part nothing does."""
    if DEELNAME not in instemming:
        return frozenset()
    return (instemming - {DEELNAME}) | MET_DEELNAME


def in_het_zicht(partij: str, afspraken: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Of (goal, who keeps it) the goals in which this party has an agreement: it sees no other."""
    return frozenset(doel for doel, wie in afspraken if wie == partij)
