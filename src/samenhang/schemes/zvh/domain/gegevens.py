"""What a case may hold of someone, and reading what another scheme handed over. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Geweigerd, Tekst

OPSCHALING: Final = "opschaling"
"""The kind of hand-over that becomes a case."""
GEBIEDEN: Final = {
    "wonen": Tekst("Wonen", "Housing"),
    "inkomen": Tekst("Werk en inkomen", "Work and income"),
    "onderwijs": Tekst("School", "School"),
    "hulp": Tekst("Hulp en zorg in huis", "Help and care at home"),
    "gezondheid": Tekst("Gezondheid", "Health"),
    "veiligheid": Tekst("Veiligheid", "Safety"),
}
"""Each is a category with a table of its own (Besluit WGS art. 2.30)."""
GEVOELIG: Final = frozenset({"hulp", "gezondheid", "veiligheid"})


@dataclass(frozen=True, slots=True)
class Opgeschaald:
    """Somebody whom another scheme hands over: who, why, what he was told, and of each kind of data why it is needed."""

    zaaknummer: str
    naam: str
    geboortedatum: date | None
    adres: str
    telefoon: str
    email: str
    waarom: str
    verteld_op: date
    verteld_hoe: str
    noodzaak: Mapping[str, str]
    punten: Mapping[str, tuple[tuple[str, str], ...]]


def lees_opgeschaald(document: Mapping[str, Any]) -> Opgeschaald:
    """What was handed over, from its stored document; raises `Geweigerd` (409) when a field is missing or of another kind.

    Data without a necessity are refused: nothing comes in that nobody needs.
    """
    try:
        geboren = document["geboortedatum"]
        noodzaak = {str(naam): str(tekst) for naam, tekst in document["noodzaak"]}
        punten = {
            naam: tuple((str(tekst), str(bron)) for tekst, bron in document.get(naam) or ())
            for naam in GEBIEDEN
        }
        if zonder := [naam for naam, rijen in punten.items() if rijen and not noodzaak.get(naam)]:
            raise ValueError(f"noodzaak van {zonder[0]}")
        return Opgeschaald(
            zaaknummer=str(document["zaaknummer"]),
            naam=str(document["naam"]),
            geboortedatum=date.fromisoformat(geboren) if geboren else None,
            adres=str(document["adres"]),
            telefoon=str(document["telefoon"]),
            email=str(document["email"]),
            waarom=str(document["waarom"]),
            verteld_op=date.fromisoformat(document["verteld_op"]),
            verteld_hoe=str(document["verteld_hoe"]),
            noodzaak=noodzaak,
            punten={naam: rijen for naam, rijen in punten.items() if rijen},
        )
    except (KeyError, TypeError, ValueError) as fout:
        raise Geweigerd(
            "overdracht_onleesbaar",
            Tekst(
                f"Wat is aangemeld mist iets of is anders opgeschreven ({fout}). Vraag de afzender het opnieuw te sturen.",
                f"What was referred lacks something or is written otherwise ({fout}). Ask the sender to send it again.",
            ),
            status=409,
        ) from fout
