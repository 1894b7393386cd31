"""What each action did with someone's data, and why, in words for the person himself (B1). Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

DOELTEKSTEN: Final = {
    "zvh_casus": Tekst("samen met zorg en veiligheid bespreken wat nodig is", "discuss with care and safety what is needed"),
    "zvh_ontvangst": Tekst("aannemen dat u bent aangemeld", "take in that you were referred"),
    "werkverdeling": Tekst("het werk verdelen tussen medewerkers", "divide the work between workers"),
    "bezwaar": Tekst("beslissen op uw bezwaar", "decide on your objection"),
    "beslissen": Tekst("nagaan of iets mag: of u bezwaar maakte", "establish whether something is allowed: whether you objected"),
    "bronvoorwaarde": Tekst(
        "vastleggen en nagaan wat een organisatie vroeg over doorgeven", "record and look up what an organisation asked about passing on"
    ),
}  # fmt: skip
_NAMEN: Final = {
    "aanmelding toelaten": ("U bent toegelaten tot het Zorg- en Veiligheidshuis", "You were admitted to the Care and Safety House", "admit a referral"),
    "aanmeldingen voor het huis bekijken": ("Bekeken wie is aangemeld", "It was seen who was referred", "view referrals to the house"),
    "casussen bekijken": ("Uw naam stond in een lijst met casussen", "Your name stood in a list of cases", "view the cases of the house"),
    "casus bekijken": ("Iemand bekeek uw casus", "Someone looked at your case", "view a case of the house"),
    "mijn casussen bekijken": ("U bekeek uw eigen gegevens", "You looked at your own data", "view own cases of the house"),
    "inwoner informeren over het huis": ("Vastgelegd dat het u is verteld", "Recorded that you were told", "inform a resident about the house"),
    "afspraak in het huis vastleggen": ("Vastgelegd wat is afgesproken", "Recorded what was agreed", "record an agreement of the house"),
    "partij aan tafel zetten": ("Een andere organisatie mag meepraten over u", "Another organisation may take part in your case", "let a party come to the table"),
    "partij van tafel laten gaan": ("Een andere organisatie praat niet meer mee", "Another organisation takes part no more", "let a party leave the table"),
    "akkoord van de bron in het huis vastleggen": ("Vastgelegd dat een organisatie akkoord is met doorgeven", "Recorded that an organisation agrees to passing on", "record that a source agrees, in the house"),
    "inbreng aan tafel vastleggen": ("Een organisatie bracht iets over u in", "An organisation brought something in about you", "bring something in at the table"),
    "voorwaarde aan tafel laten vervallen": ("Een organisatie laat anderen zien wat zij inbracht", "An organisation lets others see what it brought in", "lift a condition at the table"),
    "casussen aan tafel bekijken": ("Bekeken in welke casussen een organisatie meepraat", "It was seen in which cases an organisation takes part", "view the cases at whose table one sits"),
    "casus aan tafel bekijken": ("Een andere organisatie bekeek uw casus", "Another organisation looked at your case", "view a case at the table"),
    "bezwaar tegen het huis maken": ("U maakte bezwaar", "You objected", "object to the house"),
    "bezwaar tegen het huis intrekken": ("U trok uw bezwaar in", "You withdrew your objection", "withdraw an objection to the house"),
    "doorgaan ondanks bezwaar vastleggen": ("Vastgelegd waarom iets doorgaat tot op uw bezwaar is beslist", "Recorded why something goes on until your objection is decided", "record that something goes on despite an objection"),
    "bezwaar tegen het huis beslissen": ("Besloten op uw bezwaar", "Your objection was decided", "decide on an objection to the house"),
    "bezwaren tegen het huis bekijken": ("Bekeken in welke casussen een bezwaar wacht", "It was seen in which cases an objection waits", "view objections to the house"),
    "bezwaar tegen het huis bekijken": ("Iemand las uw bezwaar, om erop te beslissen", "Someone read your objection, to decide on it", "view an objection to the house"),
    "brief van het huis maken": ("Er is een brief aan u gemaakt", "A letter to you was made", "make a letter of the house"),
    "afspraken uitvoeren": ("De uitvoering van de afspraken begon", "Carrying out the agreements began", "carry out agreements"),
    "opnieuw overleggen": ("Er wordt opnieuw over u overlegd", "You are consulted about again", "consult again"),
    "casus afsluiten": ("Uw casus is afgesloten", "Your case was closed", "close a case of the house"),
}  # fmt: skip
VERWERKINGEN: Final = {naam: Tekst(nl, en) for naam, (nl, en, _) in _NAMEN.items()}
ENGELS: Final = {naam: engels for naam, (_, _, engels) in _NAMEN.items()}
