"""Kinds of contact attempt and parts of the day, in the words of the national data model. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

SOORTEN_POGING: Final = {
    "Telefoon": Tekst("Telefoon", "Telephone"),
    "Huisbezoek": Tekst("Huisbezoek", "Home visit"),
    "Brief": Tekst("Brief", "Letter"),
    "Mail": Tekst("E-mail", "E-mail"),
    "SMS/Whatsapp": Tekst("Sms of WhatsApp", "Text or WhatsApp"),
    "Kaartje": Tekst("Kaartje in de bus", "Card through the letter box"),
    "Afspraak op locatie": Tekst("Afspraak op locatie", "Appointment"),
    "Overige": Tekst("Anders", "Other"),
}
"""DDAS `contactpoging.soort`, without "Administratief" and "Onbekend": nobody records those by hand."""

DAGDELEN: Final = {
    "Ochtend": Tekst("Ochtend", "Morning"),
    "Middag": Tekst("Middag", "Afternoon"),
    "Avond": Tekst("Avond", "Evening"),
}

INFORMEREND: Final = ("Brief",)
"""Ways of contact that always tell the resident what the municipality knows (AVG art. 14); a mail does when its text says
who reported it. A message on a screen and a card say nothing of that: others read along.
"""


def dagdeel_van(uur: int) -> str:
    """The part of the day of an hour: morning before 12, evening from 18 (DDAS)."""
    return "Ochtend" if uur < 12 else "Middag" if uur < 18 else "Avond"
