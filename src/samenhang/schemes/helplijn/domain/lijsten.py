"""Closed lists of the line: how someone reached it, what threatens, where he goes next. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

KANALEN: Final = {
    "telefoon": Tekst("Telefoon", "Telephone"),
    "chat": Tekst("Chat", "Chat"),
    "whatsapp": Tekst("WhatsApp", "WhatsApp"),
    "mail": Tekst("E-mail", "E-mail"),
}
DREIGINGEN: Final = {
    "ontruiming": Tekst("Gedwongen ontruiming van de woning", "Forced eviction from the home"),
    "gas_stroom": Tekst("Afsluiting van gas of stroom", "Cut-off of gas or electricity"),
    "water": Tekst("Afsluiting van water", "Cut-off of water"),
    "stadsverwarming": Tekst("Afsluiting van stadsverwarming", "Cut-off of district heating"),
    "zorgverzekering": Tekst("Einde van de zorgverzekering", "End of health insurance"),
}
"""The threats of Wgs art. 4 lid 2, under the names that debt assistance uses: with one of them the first talk is
within three working days."""
GEMEENTE: Final = "schuldhulp"
UITGANGEN: Final = {
    "zelf": Tekst("Zelf aan de slag", "Self-help"),
    "digitaal": Tekst("Digitale vrijwilliger", "Digital volunteer"),
    "lokaal": Tekst("Vrijwilliger of hulpverlener in de buurt", "Volunteer or professional nearby"),
    GEMEENTE: Tekst("Schuldhulp van de gemeente", "Municipal debt assistance"),
    "geen": Tekst("Geen, het gesprek brak af", "None, the talk broke off"),
}
"""Where the caller goes next: the four ways on, or none."""
