"""Requests to the court: what each needs, what is there of it by itself, and what is still missing. Pure.

What a court looks at for imposed consent: case notes (Rb. Midden-Nederland 2020; Rb. Rotterdam 15 January 2024) and
Fw 285 and 287a. Of the six documents that a cooling-off period needs (Wgs 5) three were found; the others are one item
until somebody has read the decree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad
from samenhang.schemes.schuldhulp.domain.verdeling import DELEND, Vordering, verdeel

NIETS: Final = Bedrag(0)


class Verzoeksoort(StrEnum):
    """What can be asked of the court."""

    DWANGAKKOORD = "287a"
    MORATORIUM = "287b"
    BREED = "breed"
    VOORZIENING = "287-4"
    WSNP = "wsnp"


VERZOEKEN: Final = {
    "287a": Tekst("Dwangakkoord (Fw art. 287a)", "Imposed consent (Fw art. 287a)"),
    "287b": Tekst("Moratorium bij dreiging (Fw art. 287b)", "Moratorium under a threat (Fw art. 287b)"),
    "breed": Tekst("Afkoelingsperiode, breed moratorium (Wgs art. 5)", "Cooling-off period (Wgs art. 5)"),
    "287-4": Tekst("Voorlopige voorziening (Fw art. 287 lid 4)", "Provisional measure (Fw art. 287 lid 4)"),
    "wsnp": Tekst("Toelating tot de Wsnp (Fw art. 284)", "Admission to the court route (Fw art. 284)"),
}
PAUZES: Final = {"287b": "moratorium-287b", "breed": "breed-moratorium"}
"""Requests that make creditors wait, with the term that runs from the judgment: at most six months, never extended."""
VOORZIENING: Final = "voorziening-287-4"
"""The term of a provisional measure: until the day that the court set."""
HOOFDVERZOEKEN: Final = ("287a", "wsnp")
"""Requests on which the case itself waits."""


@dataclass(frozen=True, slots=True)
class Rechtfeiten:
    """What is recorded in a case, as far as a court asks about it."""

    plan: bool = False
    aanbod: bool = False
    beantwoord: bool = False
    geweigerd: bool = False
    zeker: bool = False
    gelijk: bool = False
    berekend: bool = False
    inkomen_bewezen: bool = False
    vergeleken: bool = False
    dreiging: bool = False


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One item of a checklist. `feit`: the fact by which it is there by itself; without one a person says so."""

    code: str
    titel: Tekst
    bron: str
    feit: str = ""
    status: str = "bevestigd"


class Stand(StrEnum):
    """Whether an item is there."""

    AANWEZIG = "aanwezig"
    ONTBREEKT = "ontbreekt"
    NVT = "nvt"


STANDEN: Final = {
    "aanwezig": Tekst("Aanwezig", "Present"),
    "ontbreekt": Tekst("Ontbreekt", "Missing"),
    "nvt": Tekst("Niet van toepassing", "Not applicable"),
}
_285: Final = Onderdeel("verklaring-285", Tekst("Verklaring dat er geen regeling buiten de rechter mogelijk is", "Statement that no arrangement out of court is possible"), "Fw art. 285", status="ongeverifieerd")  # fmt: skip
_ANTWOORDEN: Final = Onderdeel("antwoorden", Tekst("Antwoorden van alle schuldeisers, ook wie zweeg", "Answers of all creditors, silence included"), "Rb. Rotterdam, verzoek van 31 oktober 2022", "beantwoord")  # fmt: skip
_ZEKER: Final = Onderdeel("vorderingen", Tekst("Alle vorderingen zijn bekend en geen is betwist", "All claims are known and none is disputed"), "Rb. Midden-Nederland 2020", "zeker")  # fmt: skip
_CAPACITEIT: Final = Onderdeel("capaciteit", Tekst("Berekening van de capaciteit, met elke stap", "Calculation of capacity, with every step"), "Fw art. 287a", "berekend")  # fmt: skip
_INKOMEN: Final = Onderdeel("inkomen", Tekst("Bewijs van elk inkomen", "Evidence of every income"), "Fw art. 287a", "inkomen_bewezen")  # fmt: skip
_PLAN: Final = Onderdeel("plan", Tekst("Besluit tot toelating met plan van aanpak", "Decision of admission with plan of approach"), "Wgs art. 4a en 5", "plan")  # fmt: skip
_DREIGING: Final = Onderdeel("dreiging", Tekst("De dreiging waartegen bescherming nodig is", "The threat against which protection is needed"), "Fw art. 287b", "dreiging")  # fmt: skip
_LASTEN: Final = Onderdeel("lasten", Tekst("De lopende lasten worden betaald, met bewijs", "Current bills are paid, with evidence"), "Fw art. 287b", status="ongeverifieerd")  # fmt: skip

LIJSTEN: Final[Mapping[str, tuple[Onderdeel, ...]]] = {
    "287a": (
        Onderdeel("aanbod", Tekst("Het aanbod aan elke schuldeiser", "The offer to each creditor"), "Fw art. 287a", "aanbod"),
        Onderdeel("weigering", Tekst("Wie weigert, en waarom", "Who refuses, and why"), "Fw art. 287a lid 1", "geweigerd"),
        _ANTWOORDEN,
        _ZEKER,
        Onderdeel("gelijk", Tekst("Bewijs dat gelijke schuldeisers gelijk worden behandeld", "Proof that equal creditors are treated equally"), "rechtspraak: geweigerd toen DUO een andere afspraak kreeg", "gelijk"),
        _CAPACITEIT,
        _INKOMEN,
        Onderdeel("uiterste", Tekst("Bewijs dat het aanbod het uiterste is: werk, gezondheid, vooruitzicht", "Evidence that the offer is the most: work, health, prospects"), "rechtspraak: geweigerd toen het inkomen nog kon stijgen"),
        Onderdeel("toets", Tekst("Toets door een onafhankelijke deskundige partij", "Test by an independent expert party"), "rechtspraak bij Fw art. 287a lid 5"),
        Onderdeel("wsnp", Tekst("Vergelijking met de Wsnp", "Comparison with the court route"), "Rb. Rotterdam 15 januari 2024", "vergeleken"),
        _285,
    ),
    "287b": (_DREIGING, _PLAN, _INKOMEN, _LASTEN, _285),
    "breed": (
        _PLAN,
        Onderdeel("machtiging", Tekst("Machtiging voor budgetbeheer", "Mandate for budget management"), "Wgs art. 5"),
        Onderdeel("beslagregister", Tekst("Uittreksel uit het beslagregister", "Extract of the attachment register"), "Wgs art. 5"),
        Onderdeel("overig", Tekst("De andere drie stukken van het besluit (nog na te gaan welke)", "The other three documents of the decree (which ones is still to be read)"), "Wgs art. 5", status="ongeverifieerd"),
    ),
    "287-4": (
        Onderdeel("belang", Tekst("Waarom het spoed heeft", "Why it is urgent"), "Fw art. 287 lid 4", status="ongeverifieerd"),
        Onderdeel("wsnpverzoek", Tekst("Het verzoek om de Wsnp", "The request for the court route"), "Fw art. 287 lid 4", status="ongeverifieerd"),
    ),
    "wsnp": (
        _285,
        _ZEKER,
        _ANTWOORDEN,
        _INKOMEN,
        Onderdeel("te-goeder-trouw", Tekst("Hoe de schulden van de laatste drie jaar ontstonden", "How the debts of the last three years came about"), "Fw art. 288; drie jaar sinds 1 juli 2023"),
    ),
}  # fmt: skip
"""What each request needs."""


@dataclass(frozen=True, slots=True)
class Punt:
    """An item with how it stands; `vanzelf`: told by the case and not by a person."""

    onderdeel: Onderdeel
    stand: Stand
    vanzelf: bool
    reden: str = ""


def punten(soort: str, feiten: Rechtfeiten, gezegd: Mapping[str, Mapping[str, str]]) -> list[Punt]:
    """The checklist of a request: what the case says by itself, and for the rest what a person recorded.

    An item of the case cannot be made present by hand; it can be not applicable, with a reason.
    """
    uit = []
    for deel in LIJSTEN[soort]:
        hand = gezegd.get(deel.code, {})
        if hand.get("stand") == Stand.NVT:
            uit.append(Punt(deel, Stand.NVT, False, hand.get("reden", "")))
        elif deel.feit:
            er_is = Stand.AANWEZIG if getattr(feiten, deel.feit) else Stand.ONTBREEKT
            uit.append(Punt(deel, er_is, True))
        else:
            uit.append(Punt(deel, Stand(hand.get("stand", "ontbreekt")), False, hand.get("reden", "")))
    return uit


def ontbreekt(lijst: Sequence[Punt]) -> list[Punt]:
    """What is still missing; nothing may be asked while there is any."""
    return [punt for punt in lijst if punt.stand is Stand.ONTBREEKT]


def gelijk_behandeld(
    pot: Bedrag, vorderingen: Sequence[Vordering], geboden: Mapping[str, Bedrag]
) -> tuple[bool, Rekenblad]:
    """Whether what was offered is the distribution of the pot by rank, computed anew; with its steps as proof."""
    blad = Rekenblad.leeg()
    delend = [deel for deel in vorderingen if deel.rang in DELEND]
    if not delend:
        return False, blad
    uit = verdeel(pot, delend, blad)
    return all(geboden.get(deel.id, NIETS) == deel.bedrag for deel in uit.uitkeringen), blad
