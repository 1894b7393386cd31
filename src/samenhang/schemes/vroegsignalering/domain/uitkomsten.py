"""Results of a melding and what each needs. The values are those of the national data model. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from samenhang.kernel.basis import Tekst


@dataclass(frozen=True, slots=True)
class Resultaat:
    """A result: its group, and what the history must show. `bereikt`: True needs contact, False forbids it."""

    naam: str
    titel: Tekst
    groep: str
    bereikt: bool | None = None
    pogingen: int = 0
    hulp: bool = False


RESULTATEN: Final = {
    resultaat.naam: resultaat
    for resultaat in (
        Resultaat("onterecht_signaal", Tekst("Onterecht signaal", "Unjustified signal"), "N"),
        Resultaat("andere_reden", Tekst("Andere reden", "Other reason"), "N"),
        Resultaat("overleden", Tekst("Overleden", "Deceased"), "N"),
        Resultaat("geen_inwoner", Tekst("Geen inwoner (meer)", "Not (or no longer) a resident"), "N"),
        Resultaat(
            "al_bekend", Tekst("Al bekend bij schuldhulpverlening", "Already known to debt assistance"), "K"
        ),
        Resultaat("ander_traject", Tekst("Ander lopend traject", "Other running support"), "K"),
        Resultaat(
            "geen_contact",
            Tekst("Definitief geen contact", "Definitively no contact"),
            "G",
            bereikt=False,
            pogingen=2,
        ),
        Resultaat(
            "regelt_zelf",
            Tekst("Regelt het zelf, hoeft geen hulp", "Manages alone, wants no help"),
            "B0",
            bereikt=True,
        ),
        Resultaat(
            "zelf_betaald",
            Tekst("Zelf al betaald of geregeld", "Already paid or arranged"),
            "B0",
            bereikt=True,
        ),
        Resultaat(
            "geen_reactie",
            Tekst("Geen reactie na eerder contact", "No answer after earlier contact"),
            "B0",
            bereikt=True,
        ),
        Resultaat(
            "advies",
            Tekst("(Budget)advies of snelle oplossing", "(Budget) advice or quick fix"),
            "B1",
            bereikt=True,
            hulp=True,
        ),
        Resultaat(
            "vervolghulp",
            Tekst("Vervolghulp of verwijzing", "Further help or referral"),
            "B1",
            bereikt=True,
            hulp=True,
        ),
    )
}


def past(resultaat: Resultaat, bereikt: bool, dagdelen: frozenset[str], aantal: int) -> bool:
    """Whether a result fits the attempts: those in `dagdelen` are the parts of the day that were tried.

    "Definitively no contact" needs at least two attempts in different parts of the day (policy).
    """
    if resultaat.bereikt is not None and resultaat.bereikt != bereikt:
        return False
    return aantal >= resultaat.pogingen and len(dagdelen) >= min(2, resultaat.pogingen)


TERUGKOPPELING: Final = (
    "niet_opgepakt",
    "onterecht",
    "herhaald",
    "geen_inwoner",
    "overleden",
    "hulp_aanvaard",
    "gesloten_zonder_hulp",
)
"""The closed list of what a partner may hear; never a reason, a household or another partner."""


def terugkoppeling(resultaat: Resultaat) -> str:
    """What the partner hears: declined and not reached alike, any other reason only as not taken up."""
    if resultaat.hulp:
        return "hulp_aanvaard"
    return {
        "onterecht_signaal": "onterecht",
        "overleden": "overleden",
        "geen_inwoner": "geen_inwoner",
        "andere_reden": "niet_opgepakt",
    }.get(resultaat.naam, "gesloten_zonder_hulp")
