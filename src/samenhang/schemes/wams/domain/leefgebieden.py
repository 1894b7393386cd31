"""What problems may be about, which of it is shared with consent only, and who may be told what. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

LEEFGEBIEDEN: Final = {
    "wonen": Tekst("Wonen", "Housing"),
    "onderwijs": Tekst("School", "School"),
    "inkomen": Tekst("Werk en inkomen", "Work and income"),
    "schulden": Tekst("Schulden", "Debts"),
    "hulp": Tekst("Hulp en zorg in huis", "Help and care at home"),
    "gezondheid": Tekst("Gezondheid", "Health"),
    "veiligheid": Tekst("Veiligheid", "Safety"),
}
"""Each is a category of personal data with a table of its own."""

GEVOELIG: Final = frozenset({"gezondheid", "hulp", "veiligheid"})
"""That a desk for this is involved already tells something of the kind: `betrokkenheid_gevoelig`."""

DEELNAME: Final = "deelname"
"""What someone first agrees to: that the investigation is about him too."""

INHOUD: Final = frozenset(LEEFGEBIEDEN) | {"betrokkenheid", "betrokkenheid_gevoelig"}
"""What is going on with someone, and that a desk is on it: read with his consent only, but in route B."""

PARTIJEN: Final = {
    "inwoner": Tekst("de inwoner", "the resident"),
    "wijkteam": Tekst("het wijkteam", "the neighbourhood team"),
    "schuldhulp": Tekst("schuldhulp", "debt assistance"),
    "werk_inkomen": Tekst("werk en inkomen", "work and income"),
    "jeugdhulp": Tekst("jeugdhulp", "youth help"),
    "school": Tekst("school", "school"),
    "verhuurder": Tekst("de verhuurder", "the landlord"),
    "zorg": Tekst("de zorg", "care"),
    "politie": Tekst("de politie", "the police"),
}
"""Who keeps an agreement: a party, never a name."""


def soort_betrokkenheid(leefgebied: str) -> str:
    """The category of the bare fact that a desk is involved with this."""
    return "betrokkenheid_gevoelig" if leefgebied in GEVOELIG else "betrokkenheid"


def met_loketten(instemming: frozenset[str]) -> frozenset[str]:
    """Consent to a domain covers that a desk for it is involved."""
    return instemming | {soort_betrokkenheid(naam) for naam in instemming if naam in LEEFGEBIEDEN}
