"""The statutory and agreed terms of schuldhulp, computed on the kernel's calendar. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.termijnen import Eenheid, Opschorting, TermijnRegel, bereken
from samenhang.schemes.schuldhulp.domain.invoer import gegeven, weiger
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad

_WERKER = "schuldhulpverlener"
_KLACHT = Tekst("De gemeente overtreedt de Wgs; de inwoner kan klagen.", "The municipality breaks the law; the resident can complain.")  # fmt: skip
_STIL = Tekst("Geen antwoord geldt als weigering; herinner de schuldeiser en leg het vast.", "No answer counts as refusal; chase it and record it.")  # fmt: skip
_GEEN_OPGAVE = Tekst("U weet niet zeker wat er openstaat; bel de schuldeiser, of gebruik wat bekend is.", "You do not know for sure what is owed; call the creditor, or use what is known.")  # fmt: skip
_BESCHERMING = Tekst("De bescherming houdt op; de dreiging kan terugkomen.", "The protection ends; the threat may return.")  # fmt: skip
_BEZWAAR = Tekst("Het bezwaar of beroep is te laat en wordt niet behandeld.", "The objection or appeal is late and is not heard.")  # fmt: skip
_INGEBREKE = Tekst("De inwoner kan de gemeente in gebreke stellen.", "The resident can give the municipality notice of default.")  # fmt: skip
_AP = Tekst("De inwoner kan naar de Autoriteit Persoonsgegevens of de rechter.", "The resident can go to the data protection authority or the court.")  # fmt: skip

TERMIJNEN = (
    TermijnRegel("eerste-gesprek", Tekst("Eerste gesprek", "First talk"), "Wgs art. 4 lid 1", 4, Eenheid.WEKEN, vanaf="hulpvraag", wie=_WERKER, gevolg=_KLACHT),
    TermijnRegel(
        "eerste-gesprek-dreigend", Tekst("Eerste gesprek bij dreiging", "First talk under threat"), "Wgs art. 4 lid 2", 3, Eenheid.WERKDAGEN, vanaf="hulpvraag", wie=_WERKER,
        gevolg=Tekst("De inwoner kan zijn huis of voorziening verliezen.", "The resident may lose home or supply."),
    ),
    TermijnRegel("beslistermijn", Tekst("Besluit op de hulpvraag", "Decision on the request for help"), "Wgs art. 4a", 8, Eenheid.WEKEN, vanaf="eerste gesprek", status="ongeverifieerd", wie=_WERKER, gevolg=_INGEBREKE, opschortbaar=True, dwangsom=True),
    TermijnRegel("redelijke-termijn", Tekst("Besluit binnen een redelijke termijn", "Decision within a reasonable term"), "Awb art. 4:13 lid 2", 8, Eenheid.WEKEN, vanaf="aanvraag", wie=_WERKER, gevolg=_INGEBREKE, opschortbaar=True, dwangsom=True),
    TermijnRegel("schuldeiser-reactie", Tekst("Opgave van de schuldeiser", "Statement by the creditor"), "Schuldenknooppunt, procesafspraken", 10, Eenheid.WERKDAGEN, vanaf="saldoverzoek", status="beleid", wie=_WERKER, gevolg=_GEEN_OPGAVE),
    TermijnRegel("schuldeiser-reactie-papier", Tekst("Opgave op papier", "Statement on paper"), "Kredietbank Nederland, praktijk 2022", 40, Eenheid.DAGEN, vanaf="saldoverzoek", status="beleid", wie=_WERKER, gevolg=_GEEN_OPGAVE),
    TermijnRegel("voorstel-reactie", Tekst("Antwoord op het voorstel", "Answer to the proposal"), "Schuldenknooppunt, procesafspraken", 10, Eenheid.WERKDAGEN, vanaf="voorstel", status="beleid", wie=_WERKER, gevolg=_STIL),
    TermijnRegel(
        "bericht-ophalen", Tekst("Bericht ophalen door de schuldeiser", "Message fetched by the creditor"), "Schuldenknooppunt, procesafspraken", 5, Eenheid.WERKDAGEN, vanaf="bezorging", status="beleid", wie=_WERKER,
        gevolg=Tekst("Het bericht wordt gewist zonder dat de schuldeiser het zag.", "The message is deleted without the creditor having seen it."),
    ),
    TermijnRegel("moratorium-287b", Tekst("Voorlopige voorziening (smal moratorium)", "Interim measure (narrow moratorium)"), "Fw art. 287b", 6, Eenheid.MAANDEN, vanaf="uitspraak", wie=_WERKER, gevolg=_BESCHERMING),
    TermijnRegel("breed-moratorium", Tekst("Afkoelingsperiode (breed moratorium)", "Cooling-off period (broad moratorium)"), "Wgs art. 5", 6, Eenheid.MAANDEN, vanaf="uitspraak", wie=_WERKER, gevolg=_BESCHERMING),
    TermijnRegel("voorziening-287-4", Tekst("Voorlopige voorziening bij het Wsnp-verzoek", "Provisional measure with the court route"), "Fw art. 287 lid 4; de rechter bepaalt de laatste dag, zonder die dag kijkt u na zes maanden opnieuw (beleid)", 183, Eenheid.DAGEN, vanaf="uitspraak", atw=False, status="beleid", wie=_WERKER, gevolg=_BESCHERMING),
    TermijnRegel(
        "schuldregeling", Tekst("Looptijd van de schuldregeling", "Term of the arrangement"), "NVVK-module schuldregeling, sinds 1 juli 2023", 18, Eenheid.MAANDEN, vanaf="overeenkomst", wie=_WERKER,
        gevolg=Tekst("De inwoner betaalt langer dan afgesproken.", "The resident pays longer than agreed."),
    ),
    TermijnRegel(
        "wsnp", Tekst("Looptijd van de schuldsanering", "Term of the court route"), "Fw art. 349a lid 1: vanaf de uitspraak, of de eerste aflossing buiten de rechter als die eerder was", 18, Eenheid.MAANDEN, vanaf="uitspraak of eerste aflossing", wie="rechtbank",
        gevolg=Tekst("De schone lei komt later dan kan.", "The clean slate comes later than it can."),
    ),
    TermijnRegel(
        "krediettermijn", Tekst("Maandtermijn van het krediet", "Instalment of the credit"), "Kredietovereenkomst; respijt is beleid", 5, Eenheid.DAGEN, vanaf="vervaldag", atw=False, status="beleid", wie="inwoner",
        gevolg=Tekst("Er is een achterstand; de consulent neemt contact op.", "There are arrears; the consultant gets in touch."),
    ),
    TermijnRegel(
        "spaartermijn", Tekst("Maandbedrag van de regeling", "Monthly amount of the arrangement"), "Overeenkomst schuldregeling; respijt is beleid", 5, Eenheid.DAGEN, vanaf="vervaldag", atw=False, status="beleid", wie="inwoner",
        gevolg=Tekst("Er is een achterstand; de consulent neemt contact op.", "There are arrears; the consultant gets in touch."),
    ),
    TermijnRegel(
        "hercontrole", Tekst("Afloscapaciteit opnieuw bekijken", "Check capacity again"), "NVVK-module schuldregeling; half jaar of jaar is beleid", 6, Eenheid.MAANDEN, vanaf="begin of vorige hercontrole", status="beleid", wie=_WERKER,
        gevolg=Tekst("De inwoner betaalt te veel, of de schuldeisers krijgen te weinig.", "The resident pays too much, or the creditors get too little."),
    ),
    TermijnRegel(
        "achterstand-contact", Tekst("Contact over de achterstand", "Contact about the arrears"), "NVVK, beleid; de duur is niet gevonden", 5, Eenheid.WERKDAGEN, vanaf="achterstand", status="beleid", wie=_WERKER,
        gevolg=Tekst("De achterstand loopt op en de borg kan worden aangesproken.", "The arrears grow and the guarantee may be called on."),
    ),
    TermijnRegel(
        "nazorg", Tekst("Nazorggesprek", "Aftercare talk"), "Basisdienstverlening schuldhulp (maart 2024); de duur is beleid", 6, Eenheid.MAANDEN, vanaf="kwijting", status="beleid", wie=_WERKER,
        gevolg=Tekst("Nieuwe schulden blijven ongezien.", "New debts stay unseen."),
    ),
    TermijnRegel("bezwaar", Tekst("Bezwaar maken", "Object"), "Awb art. 6:7 en 6:8", 6, Eenheid.WEKEN, vanaf="bekendmaking", wie="inwoner", gevolg=_BEZWAAR),
    TermijnRegel("bezwaar-besluit", Tekst("Beslissing op bezwaar", "Decision on the objection"), "Awb art. 7:10 lid 1", 6, Eenheid.WEKEN, vanaf="einde bezwaartermijn", wie="bezwaarbehandelaar", gevolg=_INGEBREKE, verlenging=6, dwangsom=True),
    TermijnRegel("bezwaar-besluit-commissie", Tekst("Beslissing op bezwaar, met een adviescommissie", "Decision on the objection, with an advisory committee"), "Awb art. 7:10 lid 1 en 7:13", 12, Eenheid.WEKEN, vanaf="einde bezwaartermijn", wie="bezwaarbehandelaar", gevolg=_INGEBREKE, verlenging=6, dwangsom=True),
    TermijnRegel(
        "bezwaar-aanvulling", Tekst("Bezwaar aanvullen", "Complete the objection"), "Awb art. 6:6; hoe lang is beleid", 14, Eenheid.DAGEN, vanaf="verzoek", status="beleid", wie="inwoner",
        gevolg=Tekst("De gemeente kan het bezwaar niet-ontvankelijk verklaren; de beslistermijn loopt weer.", "The municipality can declare the objection inadmissible; the term for deciding runs again."),
    ),
    TermijnRegel("beroep", Tekst("Beroep instellen", "Appeal"), "Awb art. 6:7 en 6:8", 6, Eenheid.WEKEN, vanaf="bekendmaking", wie="inwoner", gevolg=_BEZWAAR),
    TermijnRegel(
        "beleidsplan", Tekst("Plan schuldhulpverlening van de raad", "Policy plan of the council"), "Wgs art. 2", 48, Eenheid.MAANDEN, vanaf="vaststelling", status="ongeverifieerd", wie="gemeenteraad",
        gevolg=Tekst("De gemeente heeft geen geldend plan.", "The municipality has no plan in force."),
    ),
    TermijnRegel("verbetering", Tekst("Antwoord op verzoek om verbetering", "Answer to a request for correction"), "AVG art. 12 lid 3 en 16", 1, Eenheid.MAANDEN, vanaf="verzoek", status="ongeverifieerd", wie=_WERKER, verlenging=2, gevolg=_AP),
)  # fmt: skip
"""The rules; each with its article, who must act and what missing it means."""

VANAF = {
    "hulpvraag": "request for help",
    "eerste gesprek": "first talk",
    "aanvraag": "application",
    "saldoverzoek": "request for a statement",
    "voorstel": "proposal",
    "bezorging": "delivery",
    "uitspraak": "judgment",
    "overeenkomst": "agreement",
    "vervaldag": "due date",
    "begin of vorige hercontrole": "start or previous check",
    "achterstand": "arrears",
    "kwijting": "discharge",
    "uitspraak of eerste aflossing": "judgment or first repayment",
    "bekendmaking": "announcement",
    "einde bezwaartermijn": "end of the term for objecting",
    "vaststelling": "adoption",
    "verzoek": "request",
}
"""The events that start a term, in English."""
_EENHEDEN = {
    Eenheid.WEKEN: "weeks",
    Eenheid.WERKDAGEN: "working days",
    Eenheid.DAGEN: "days",
    Eenheid.MAANDEN: "months",
}
_PER_SOORT = {regel.naam: regel for regel in TERMIJNEN}


class Termijnsoort(StrEnum):
    """The terms by name; each has its rule in `TERMIJNEN`."""

    EERSTE_GESPREK = "eerste-gesprek"
    EERSTE_GESPREK_DREIGEND = "eerste-gesprek-dreigend"
    BESLISTERMIJN = "beslistermijn"
    REDELIJKE_TERMIJN = "redelijke-termijn"
    SCHULDEISER_REACTIE = "schuldeiser-reactie"
    SCHULDEISER_REACTIE_PAPIER = "schuldeiser-reactie-papier"
    VOORSTEL_REACTIE = "voorstel-reactie"
    BERICHT_OPHALEN = "bericht-ophalen"
    MORATORIUM_287B = "moratorium-287b"
    BREED_MORATORIUM = "breed-moratorium"
    VOORZIENING_287_4 = "voorziening-287-4"
    SCHULDREGELING = "schuldregeling"
    WSNP = "wsnp"
    KREDIETTERMIJN = "krediettermijn"
    SPAARTERMIJN = "spaartermijn"
    HERCONTROLE = "hercontrole"
    ACHTERSTAND_CONTACT = "achterstand-contact"
    NAZORG = "nazorg"
    BEZWAAR = "bezwaar"
    BEZWAAR_BESLUIT = "bezwaar-besluit"
    BEZWAAR_BESLUIT_COMMISSIE = "bezwaar-besluit-commissie"
    BEZWAAR_AANVULLING = "bezwaar-aanvulling"
    BEROEP = "beroep"
    BELEIDSPLAN = "beleidsplan"
    VERBETERING = "verbetering"


@dataclass(frozen=True, slots=True)
class Opschortinginvoer:
    """A suspension, both days included, with its ground (Awb 4:15)."""

    van: date = gegeven("Vanaf", "From")
    tot: date = gegeven("Tot en met", "Up to and including")
    grond: str = gegeven("Grond", "Ground", minstens=3, hoogstens=300)


@dataclass(frozen=True, slots=True)
class Termijninvoer:
    """Which term, from which day."""

    soort: Termijnsoort = gegeven("Termijn", "Term")
    start: date = gegeven("Begint op", "Starts on")
    opschortingen: tuple[Opschortinginvoer, ...] = gegeven(
        "Opschortingen", "Suspensions", standaard=(), hoogstens=100
    )


@dataclass(frozen=True, slots=True)
class Termijneinde:
    """The last day, whether a penalty can follow, and where the rule stands."""

    einde: date
    artikel: str
    dwangsom_mogelijk: bool


def bereken_termijn(invoer: Termijninvoer, blad: Rekenblad) -> Termijneinde:
    """The last day of a term. Raises `Geweigerd` for a suspension that the rule does not know or that makes no sense."""
    regel = _PER_SOORT[str(invoer.soort)]
    _controleer(regel, invoer.start, invoer.opschortingen)
    pauzes = [Opschorting(deel.van, deel.tot, deel.grond) for deel in invoer.opschortingen]
    try:
        uitkomst = bereken(regel, invoer.start, blad.kalender, pauzes)
    except Geweigerd as fout:
        raise weiger(fout.code, "/start", fout.tekst.nl, fout.tekst.en) from fout
    blad.regel(
        regel.titel,
        Tekst(f"vanaf: {regel.vanaf}", f"from: {VANAF[regel.vanaf]}"),
        invoer.start.isoformat(),
        artikel=regel.artikel,
        status=regel.status,
    )
    regel_lengte = Tekst(f"{regel.lengte} {regel.eenheid}", f"{regel.lengte} {_EENHEDEN[regel.eenheid]}")
    for stap in uitkomst.spoor:
        blad.regel(stap.stap, regel_lengte, stap.waarde, artikel=stap.artikel)
    assert not hasattr(uitkomst.einde, "hour")  # none of these terms is in hours
    return Termijneinde(uitkomst.einde, regel.artikel, regel.dwangsom)


def _controleer(regel: TermijnRegel, start: date, opschortingen: Sequence[Opschortinginvoer]) -> None:
    for plaats, deel in enumerate(opschortingen):
        plek = f"/opschortingen/{plaats}"
        if not regel.opschortbaar:
            raise weiger(
                "opschorting_kan_niet", plek,
                f"De termijn {regel.naam} kent geen opschorting. Laat haar weg.",
                f"The term {regel.naam} knows no suspension. Leave it out.",
            )  # fmt: skip
        if deel.tot < deel.van:
            raise weiger(
                "opschorting_omgekeerd", f"{plek}/tot",
                f"De opschorting eindigt ({deel.tot}) voor zij begint ({deel.van}). Draai de dagen om.",
                f"The suspension ends ({deel.tot}) before it starts ({deel.van}). Swap the days.",
            )  # fmt: skip
        if deel.tot < start:
            raise weiger(
                "opschorting_voor_start", f"{plek}/tot",
                f"De opschorting ligt voor het begin van de termijn ({start}). Controleer de dagen.",
                f"The suspension lies before the start of the term ({start}). Check the days.",
            )  # fmt: skip
        if (deel.tot - deel.van).days > 3660:
            raise weiger(
                "opschorting_te_lang", f"{plek}/tot",
                "De opschorting duurt langer dan tien jaar. Controleer het jaar.",
                "The suspension takes more than ten years. Check the year.",
            )  # fmt: skip
