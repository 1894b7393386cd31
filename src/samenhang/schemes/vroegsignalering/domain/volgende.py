"""What is the next thing to do in a melding, and what else can be done. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from samenhang.schemes.vroegsignalering.domain.bewakers import MeldingFeiten

TUSSENSTAPPEN = (
    "niet_bereikt",
    "afgewezen",
    "zelf_geregeld",
    "quick_fix",
    "verwezen",
    "overdracht_schuldhulp",
    "al_bekend",
    "ander_traject",
)
"""Steps after which only closing, or reopening, is left."""
ALTIJD = (
    "taak",
    "afspraak",
    "deelname",
    "toestemming",
    "toestemming-intrekken",
    "informeren",
    "kennismaking",
    "meervoudig",
    "bezwaar",
    "al-bekend",
    "ander-traject",
    "doorzenden",
    "tweede-lezer-vragen",
    "opschorten",
    "geef-vrij",
    "gegevens-verbeteren",
    "voorwaarde",
    "voorwaarde-opheffen",
    "afronden",
)
UITSTEL = "informeren-uitstellen"
"""Decided by a team lead, whoever treats the case."""
BIJ_STAP = {
    "al-bekend": ("open",),
    "ander-traject": ("open",),
    "doorzenden": ("open", "benaderen"),
    "meervoudig": ("bereikt", "aanvaard", "gesprek", "quick_fix", "verwezen"),
    "kennismaking": ("bereikt", "aanvaard", "gesprek", "quick_fix", "verwezen"),
}


@dataclass(frozen=True, slots=True)
class Vraag:
    """What decides: the step, the facts, who looks, and what is at hand."""

    stap: str
    feiten: MeldingFeiten
    behandelaar: bool
    van_niemand: bool
    gesloten: bool
    opgeschort: bool
    bezwaar_open: bool = False
    meelezer: bool = False
    mag_beslissen: bool = False
    verlengbaar: bool = False
    brp_bron: bool = False
    brp_antwoord: bool = False


@dataclass(frozen=True, slots=True)
class Volgende:
    """The verbs that come first (the first one is the form on the page), and the others as links."""

    eerst: tuple[str, ...]
    verder: tuple[str, ...]


def volgende(vraag: Vraag) -> Volgende:
    """The next step of a melding for who looks at it; names of verbs, see `handelingen`."""
    eerst: list[str] = []
    if vraag.bezwaar_open and vraag.mag_beslissen:
        eerst.append("bezwaar-beslissen")
    if vraag.meelezer:
        eerst.append("tweede-lezing")
    if not vraag.behandelaar:
        beslist = (UITSTEL,) if vraag.mag_beslissen and not vraag.gesloten else ()
        return Volgende((*eerst, *(["neem"] if vraag.van_niemand else [])), beslist)
    eerst += _van_behandelaar(vraag)
    return Volgende(tuple(eerst), tuple(n for n in _verder(vraag) if n not in eerst))


def _van_behandelaar(vraag: Vraag) -> Collection[str]:
    feiten = vraag.feiten
    if vraag.gesloten:
        return () if feiten.contact_gestopt else ("heropenen",)
    if vraag.opgeschort:
        return ("hervatten",)
    if feiten.contact_gestopt or not (feiten.heeft_signaal or feiten.eigen_reactie):
        return () if vraag.bezwaar_open else ("afronden",)
    if not feiten.inwoner_bevestigd:
        if vraag.brp_antwoord:
            return ("brp-oordeel", "brp")
        return ("vraag-brp", "brp") if vraag.brp_bron else ("brp",)
    if vraag.stap in TUSSENSTAPPEN:
        return ("afronden",)
    if vraag.stap == "bereikt":
        return (
            ("aanvaarding", "afwijzing", "zelf-geregeld")
            if feiten.aanbod_gedaan
            else ("aanbod", "zelf-geregeld")
        )
    if vraag.stap == "aanvaard":
        return ("gesprek",) if feiten.dreiging_gevraagd else ("dreiging", "gesprek")
    if vraag.stap == "gesprek":
        return ("vervolg",)
    genoeg = feiten.pogingen_genoeg and not feiten.poging_bereikt
    return ("contactpoging", "niet-bereikt") if genoeg else ("contactpoging",)


def _verder(vraag: Vraag) -> list[str]:
    if vraag.gesloten:
        return ["gegevens-verbeteren"]
    namen = [naam for naam in ALTIJD if vraag.stap in BIJ_STAP.get(naam, (vraag.stap,))]
    if vraag.opgeschort:
        namen = ["taak", "afspraak", "deelname"]
    if vraag.bezwaar_open and "bezwaar" in namen:
        namen.remove("bezwaar")
    if vraag.stap in ("niet_bereikt", "afgewezen", "zelf_geregeld"):
        namen.insert(0, "heropenen")
    if vraag.stap == "bereikt" and vraag.feiten.inwoner_bevestigd:
        namen.insert(0, "contactpoging")
    if vraag.stap == "aanvaard":
        namen.insert(0, "dreiging")
    if vraag.mag_beslissen and not vraag.opgeschort:
        namen.append(UITSTEL)
    if vraag.verlengbaar:
        namen.append("verlengen")
    return namen
