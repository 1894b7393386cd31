"""The guards of a melding: named pure functions of its facts, each with its Z code."""

from __future__ import annotations

from dataclasses import dataclass

from samenhang.kernel.scheme import bewaker


@dataclass(frozen=True, slots=True)
class MeldingFeiten:
    """What is so in a melding, as yes or no. `uitkomst_*` tell what the chosen result needs and whether it fits."""

    inwoner_bevestigd: bool = False
    bezwaar_open: bool = False
    poging_bereikt: bool = False
    aanbod_gedaan: bool = False
    dreiging_gevraagd: bool = False
    uitkomst_gekozen: bool = False
    uitkomst_past: bool = False


@bewaker(
    "Z03",
    "Controleer eerst in de BRP of de inwoner hier woont.",
    "First check in the BRP that the resident lives here.",
)
def inwoner_bevestigd(feiten: MeldingFeiten) -> bool:
    """No contact before residence is verified."""
    return feiten.inwoner_bevestigd


@bewaker(
    "Z08",
    "De inwoner heeft bezwaar gemaakt; beslis eerst op het bezwaar.",
    "The resident objected; first decide on the objection.",
)
def geen_bezwaar(feiten: MeldingFeiten) -> bool:
    """An objection stops contact in this melding (AVG art. 21)."""
    return not feiten.bezwaar_open


@bewaker(
    "Z01",
    "Leg eerst een contactpoging vast waarin de inwoner is bereikt.",
    "First record a contact attempt that reached the resident.",
)
def poging_bereikt(feiten: MeldingFeiten) -> bool:
    """Reached means reached: an attempt says so."""
    return feiten.poging_bereikt


@bewaker(
    "Z09",
    "Leg eerst het aanbod vast: welke tekst, wanneer en hoe.",
    "First record the offer: which text, when and how.",
)
def aanbod_gedaan(feiten: MeldingFeiten) -> bool:
    """Acceptance answers an offer that was made."""
    return feiten.aanbod_gedaan


@bewaker(
    "Z10", "Vraag en noteer eerst of er een dreiging is.", "First ask and record whether there is a threat."
)
def dreiging_gevraagd(feiten: MeldingFeiten) -> bool:
    """The talk asks after threats, because they shorten the term (Wgs art. 4 lid 2)."""
    return feiten.dreiging_gevraagd


@bewaker(
    "Z02",
    "De uitkomst past niet bij wat er is vastgelegd. Kies een andere uitkomst of vul het verloop aan.",
    "The result does not fit what was recorded. Choose another or complete the history.",
)
def uitkomst_past(feiten: MeldingFeiten) -> bool:
    """A result must be chosen and must fit the attempts (codes Z01, Z02, Z06)."""
    return feiten.uitkomst_gekozen and feiten.uitkomst_past
