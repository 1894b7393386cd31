"""The closed lists of the scheme: how a request came, threats, household, income, ranks, answers. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

BRONNEN: Final = {
    "balie": Tekst("Aan de balie", "At the desk"),
    "telefoon": Tekst("Per telefoon", "By telephone"),
    "formulier": Tekst("Met een formulier", "By form"),
    "verwijzer": Tekst("Via een hulpverlener", "Through a helper"),
}
SCHEMES: Final = {
    "vroegsignalering": Tekst("Via vroegsignalering", "Through early detection"),
    "wams": Tekst("Via de aanpak van meervoudige problematiek", "Through the approach of multiple problems"),
    "helplijn": Tekst("Via de helplijn", "Through the helpline"),
}
"""From which scheme a referral can come."""
ALLE_BRONNEN: Final = {**BRONNEN, **SCHEMES}

BRIEFTALEN: Final = {
    "nl": Tekst("Nederlands", "Dutch"),
    "en": Tekst("Nederlands, met Engels erachter", "Dutch, with English behind it"),
}
"""In which language a resident asked for his letters."""

DREIGINGEN: Final = {
    "ontruiming": Tekst("Gedwongen ontruiming van de woning", "Forced eviction from the home"),
    "gas_stroom": Tekst("Afsluiting van gas of stroom", "Cut-off of gas or electricity"),
    "water": Tekst("Afsluiting van water", "Cut-off of water"),
    "stadsverwarming": Tekst("Afsluiting van stadsverwarming", "Cut-off of district heating"),
    "zorgverzekering": Tekst("Einde van de zorgverzekering", "End of health insurance"),
}
"""The threats of Wgs art. 4 lid 2: with one of them the first talk is within three working days."""
ONBENOEMD: Final = "onbenoemd"
"""A hand-over says that there is a threat and not which; the worker asks."""
ALLE_DREIGINGEN: Final = {
    **DREIGINGEN,
    ONBENOEMD: Tekst("Dreiging, nog niet benoemd", "Threat, not named yet"),
}

PARTNERSOORTEN: Final = {
    "huur": Tekst("huur", "rent"),
    "energie": Tekst("energie", "energy"),
    "water": Tekst("water", "water"),
    "zorg": Tekst("zorgverzekering", "health insurance"),
    "anders": Tekst("anders", "other"),
}
"""Of what the arrears are that came along with a hand-over."""

SITUATIES: Final = {
    "alleenstaande": Tekst("Alleenstaand", "Single"),
    "alleenstaande_ouder": Tekst("Alleenstaand met kinderen onder 18", "Single with children under 18"),
    "paar": Tekst("Samen", "Couple"),
    "paar_met_kinderen": Tekst("Samen met kinderen onder 18", "Couple with children under 18"),
}
INKOMENS: Final = {
    "loon": Tekst("Loon", "Wages"),
    "uitkering": Tekst("Uitkering", "Benefit"),
    "pensioen": Tekst("Pensioen of AOW", "Pension"),
    "partner": Tekst("Inkomen van de partner", "Income of the partner"),
    "toeslag": Tekst("Toeslagen", "Allowances"),
    "anders": Tekst("Ander inkomen", "Other income"),
}
BEWIJZEN: Final = {
    "loonstrook": Tekst("Loonstrook", "Payslip"),
    "specificatie": Tekst("Uitkeringsspecificatie", "Benefit statement"),
    "beschikking": Tekst("Beschikking", "Decision"),
    "bankafschrift": Tekst("Bankafschrift", "Bank statement"),
}
RANGEN: Final = {
    "concurrent": Tekst("Gewoon (concurrent)", "Ordinary (concurrent)"),
    "preferent": Tekst("Voorrang (preferent)", "Priority (preferent)"),
    "separatist": Tekst("Met onderpand (separatist)", "Secured"),
    "uitgesloten": Tekst("Buiten de regeling", "Outside the arrangement"),
}
DELENDE_RANGEN: Final = ("concurrent", "preferent")
"""The ranks that take part; secured and excluded claims get no offer."""
SCHULDSTANDEN: Final = {
    "opgegeven": Tekst("Opgegeven", "Stated"),
    "bevestigd": Tekst("Bevestigd door de schuldeiser", "Confirmed by the creditor"),
    "betwist": Tekst("Betwist", "Disputed"),
    "vervallen": Tekst("Vervallen", "Lapsed"),
}
ANTWOORDEN: Final = {
    "akkoord": Tekst("Akkoord", "Agrees"),
    "geweigerd": Tekst("Weigert", "Refuses"),
    "dwangakkoord": Tekst("Door de rechter tot akkoord gebracht", "Brought to consent by the court"),
    "geen_antwoord": Tekst("Geen antwoord: geldt als weigering", "No answer: counts as a refusal"),
}
WEIGERREDENEN: Final = {
    "niet_genoemd": Tekst("Geen reden genoemd", "No reason given"),
    "bod_te_laag": Tekst("Het aanbod is te laag", "The offer is too low"),
    "niet_uiterste": Tekst("De inwoner kan meer betalen", "The resident can pay more"),
    "ongelijk": Tekst("Een ander krijgt meer", "Another gets more"),
    "te_kwader_trouw": Tekst(
        "De schuld is niet te goeder trouw ontstaan", "The debt did not come about in good faith"
    ),
    "vordering_onjuist": Tekst("Het bedrag van de vordering klopt niet", "The amount of the claim is wrong"),
    "beleid": Tekst("De schuldeiser gaat nooit akkoord", "The creditor never agrees"),
    "stilte": Tekst("Geen antwoord gegeven", "No answer given"),
}
"""Why a creditor refuses, as he says it himself; silence is one of them."""
WEGEN: Final = {
    "brief": Tekst("Brief", "Letter"),
    "mail": Tekst("E-mail", "E-mail"),
    "telefoon": Tekst("Telefoon", "Telephone"),
}
EINDREDENEN: Final = {
    "niet_betalen": Tekst(
        "De inwoner betaalt niet wat is afgesproken", "The resident does not pay what was agreed"
    ),
    "niet_meewerken": Tekst("De inwoner werkt niet mee", "The resident does not cooperate"),
    "geen_inwoner": Tekst("Verhuisd naar een andere gemeente", "Moved to another municipality"),
    "nieuwe_schulden": Tekst("Nieuwe schulden tijdens de regeling", "New debts during the arrangement"),
    "wsnp_afgewezen": Tekst(
        "De rechter liet de inwoner niet toe tot de Wsnp",
        "The court did not admit the resident to the court route",
    ),
    "zelf_opgelost": Tekst(
        "De schulden zijn op een andere manier opgelost", "The debts were settled otherwise"
    ),
}
PORTAALANTWOORDEN: Final = {
    "akkoord": Tekst("Akkoord", "Agree"),
    "geweigerd": Tekst("Weigeren", "Refuse"),
    "bedrag_wijkt_af": Tekst("Mijn vordering is een ander bedrag", "My claim is another amount"),
}
"""What a creditor can answer in the portal."""
SCHULDEISERSOORTEN: Final = (
    "verhuurder", "energieleverancier", "zorgverzekeraar", "drinkwaterbedrijf", "uitvoeringsorganisatie", "zorgaanbieder", "anders",
)  # fmt: skip
"""Kinds of organisations that may log in as a creditor."""
HERCONTROLES: Final = {
    "6": Tekst("Elk half jaar", "Every half year"),
    "12": Tekst("Elk jaar", "Every year"),
}
"""How often capacity is checked while an arrangement runs: a choice of the municipality."""
WANBETALER: Final = {
    "ja": Tekst("Ja", "Yes"),
    "onbekend": Tekst("Nog niet bekend", "Not known yet"),
    "nee": Tekst("Nee", "No"),
}
AFMELDUITKOMSTEN: Final = {
    "afgemeld": Tekst("De verzekeraar meldde de inwoner af", "The insurer deregistered the resident"),
    "geen_wanbetaler": Tekst("De inwoner was niet aangemeld", "The resident was not registered"),
    "geweigerd": Tekst("De verzekeraar weigert", "The insurer refuses"),
}
"""What became of the request to the health insurer to take someone out of the defaulter scheme."""
EERDER: Final = {
    "schuld": Tekst("Schuld", "Debt"),
    "antwoord": Tekst("Antwoord van een schuldeiser", "Answer of a creditor"),
    "kwijting": Tekst("Kwijting door een schuldeiser", "Discharge by a creditor"),
    "borg": Tekst("Antwoord van het Waarborgfonds", "Answer of the guarantee fund"),
    "claim": Tekst("Claim bij het Waarborgfonds", "Claim on the guarantee fund"),
    "uitspraak": Tekst("Uitspraak van de rechter", "Judgment of the court"),
}
"""Of what an earlier value is kept when it changes or is taken back."""
EERDERE_BEDRAGEN: Final = ("bedrag", "claim")
EERDERE_DAGEN: Final = (
    "peildatum", "op", "kwijting_op", "besloten_op", "claim_op", "uitbetaald_op", "uitspraak_op", "tot", "schone_lei_op",
)  # fmt: skip
EERDERE_VELDEN: Final = {
    "schuldeiser": Tekst("Schuldeiser", "Creditor"),
    "kenmerk": Tekst("Kenmerk", "Reference"),
    "bedrag": Tekst("Bedrag", "Amount"),
    "peildatum": Tekst("Peildatum", "Reference date"),
    "rang": Tekst("Voorrang", "Rank"),
    "stand": Tekst("Stand", "State"),
    "antwoord": Tekst("Antwoord", "Answer"),
    "op": Tekst("Op", "On"),
    "via": Tekst("Hoe", "How"),
    "reden": Tekst("Reden", "Reason"),
    "toelichting": Tekst("Toelichting", "Explanation"),
    "kwijting_op": Tekst("Bevestigd op", "Confirmed on"),
    "besloten_op": Tekst("Besloten op", "Decided on"),
    "claim": Tekst("Claim", "Claim"),
    "claim_op": Tekst("Geclaimd op", "Claimed on"),
    "uitbetaald_op": Tekst("Uitbetaald op", "Paid on"),
    "uitspraak_op": Tekst("Uitspraak op", "Judgment of"),
    "tot": Tekst("Geldt tot en met", "Holds up to and including"),
    "schone_lei_op": Tekst("Schone lei op", "Clean slate on"),
}
BORGUITKOMSTEN: Final = {
    "AFGEGEVEN": Tekst("Borg gegeven", "Guarantee given"),
    "AFGEWEZEN": Tekst("Borg geweigerd", "Guarantee refused"),
}
BORGSTANDEN: Final = {
    "AANGEVRAAGD": Tekst("Aangevraagd", "Asked"),
    "BEOORDEEL_AANVRAAG": Tekst("Een mens bij het fonds beoordeelt", "A person at the fund decides"),
    "AFGEGEVEN": Tekst("Afgegeven", "Given"),
    "AFGEWEZEN": Tekst("Afgewezen", "Refused"),
    "BEOORDEEL_UITBETALING": Tekst("Claim ingediend", "Claim made"),
    "UITBETAALD": Tekst("Claim uitbetaald", "Claim paid"),
    "BEEINDIGD": Tekst("Beëindigd: het krediet is afgelost", "Ended: the credit was repaid"),
}
"""The states of a guarantee that a case can be in; the fund knows more, for take-over and withdrawal."""
BETAALSOORTEN: Final = {
    "termijn": Tekst("Termijn", "Instalment"),
    "reservering": Tekst("Gespaard", "Saved"),
    "inlossing": Tekst("Vervroegd ingelost", "Paid off early"),
}
CLAIMREDENEN: Final = {
    "overleden": Tekst("De inwoner is overleden", "The resident died"),
    "verhuisd": Tekst("Verhuisd, adres onbekend", "Moved, address unknown"),
    "capaciteit": Tekst("De capaciteit is opnieuw berekend en is er niet meer", "Capacity was calculated again and is gone"),
    "anders": Tekst("Iets anders", "Something else"),
}  # fmt: skip
"""Why a credit cannot be collected, as the fund asks it."""
CLAIMUITKOMSTEN: Final = {
    "UITBETAALD": Tekst("Claim uitbetaald", "Claim paid"),
    "AFGEGEVEN": Tekst("Claim geweigerd; de borg blijft", "Claim refused; the guarantee stays"),
}
