"""The finite dimensions over which access is decided. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Categorie

BETROKKENHEDEN: Final[dict[str, Tekst]] = {
    "geen": Tekst("niet betrokken", "not involved"),
    "organisatie": Tekst("werkt bij de organisatie van de zaak", "works at the organisation of the case"),
    "taak": Tekst("heeft een taak in de zaak", "has a task in the case"),
    "behandelaar": Tekst("behandelt de zaak", "treats the case"),
    "leverancier": Tekst("leverde het gegeven", "supplied the datum"),
    "zelf": Tekst("is de persoon zelf", "is the person"),
}
"""What the actor has to do with this case or datum; exactly one per decision."""

INWONER: Final = "inwoner"
ZELF: Final = "zelf"
VERTEGENWOORDIGER: Final = "vertegenwoordiger"
VERTEGENWOORDIGT: Final = "vertegenwoordigt"
"""Role and involvement of who stands for a person, in a scheme that declares them."""
INZAGE: Final = "inzage"
LOGBOEK: Final = "logboek"

ALGEMENE_ROLLEN: Final = (INWONER, "systeem")
"""Roles that every scheme has: the person whose data it is, and the organisation's own duties."""

VERNIETIGD: Final = "vernietigd"
"""The step of a case whose data were destroyed: "every step" does not reach it."""

GEEN_ZAAK: Final = "-"
"""The step of data that belongs to no case (yet)."""

KERNCATEGORIEEN: Final = (
    Categorie("naw", Tekst("Naam, geboortedatum en adres", "Name, birth date and address")),
    Categorie("contact", Tekst("Telefoon en e-mail", "Telephone and e-mail")),
    Categorie("instemming", Tekst("Toestemming: wat iemand goed vindt", "Consent: what someone agrees to")),
    Categorie("informeren", Tekst("Wat iemand is verteld", "What someone was told")),
    Categorie("bezwaar", Tekst("Bezwaar, en wat daarop is beslist", "Objection, and what was decided on it")),
    Categorie(LOGBOEK, Tekst("Logboek: wie keek wanneer en waarom", "Log: who looked, when and why")),
)
"""Categories whose tables the kernel keeps; a scheme adds its own."""
