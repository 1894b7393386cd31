"""What each action did, in words for whoever it is about and for the supervisor. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

DOELTEKSTEN: Final = {
    "warme_overdracht": Tekst("uw gemeente vragen u te bellen", "ask your municipality to call you"),
    "intrekken": Tekst("stoppen nu u uw toestemming introk", "stop now that you withdrew your consent"),
    "terugroepen": Tekst("de gemeente laten wissen wat zij kreeg", "have the municipality erase what it got"),
    "verstrekking": Tekst("doorgeven wat een medewerker overdroeg", "pass on what a worker handed over"),
    "aanlevering": Tekst("horen of de gemeente u belde", "hear whether the municipality called you"),
    "terugmelding": Tekst("horen of de gemeente u belde", "hear whether the municipality called you"),
    "helplijn": Tekst("u helpen als u belt met geldzorgen", "help you when you call about money worries"),
}
_NAMEN: Final = {
    "contact vastleggen": ("Vastgelegd dat iemand belde, zonder naam", "Recorded that someone called, without a name", "record a contact"),
    "contacten bekijken": ("Contacten zonder namen bekeken", "Contacts without names were looked at", "look at contacts"),
    "contact opzoeken": ("Een contact zonder naam opgezocht", "A contact without a name was looked up", "look up a contact"),
    "warm overdragen": ("Uw gemeente is gevraagd u te bellen, nadat u ja zei", "Your municipality was asked to call you, after you said yes", "hand over warmly"),
    "toestemming intrekken": ("U trok uw toestemming in: er gaat niets meer naar de gemeente", "You withdrew your consent: nothing goes to the municipality any more", "withdraw consent"),
    "overdrachten bekijken": ("Overdrachten zonder namen bekeken", "Hand-overs without names were looked at", "look at hand-overs"),
    "terugmelding verwerken": ("De gemeente liet weten of zij u belde", "The municipality let us know whether it called you", "take in a reply"),
    "mijn overdrachten bekijken": ("U bekeek uw eigen gegevens", "You looked at your own data", "look at own hand-overs"),
    "cijfers van de lijn bekijken": ("Cijfers zonder personen bekeken", "Figures without persons were looked at", "look at figures of the line"),
    "cijfers van de lijn vaststellen": ("Cijfers zonder personen vastgesteld", "Figures without persons were set", "set figures of the line"),
    "postcodetabel laden": ("Een tabel van postcodes geladen, zonder personen", "A table of postcodes was loaded, without persons", "load a table of postcodes"),
    "postcodetabellen bekijken": ("Tabellen van postcodes bekeken, zonder personen", "Tables of postcodes were looked at, without persons", "look at tables of postcodes"),
    "contact bekijken": ("Een contact zonder naam bekeken", "A contact without a name was looked at", "look at a contact"),
    "bezetting plannen": ("Een bezetting gepland, zonder personen", "Staffing was planned, without persons", "plan staffing"),
    "bezetting vaststellen": ("Een bezetting vastgesteld, zonder personen", "Staffing was adopted, without persons", "adopt staffing"),
    "bezetting vergelijken": ("Bezettingen vergeleken, zonder personen", "Staffing was compared, without persons", "compare staffing"),
    "bezettingsplannen bekijken": ("Plannen van bezetting bekeken, zonder personen", "Plans of staffing were looked at, without persons", "look at plans of staffing"),
    "bezettingsplan bekijken": ("Een plan van bezetting bekeken, zonder personen", "A plan of staffing was looked at, without persons", "look at a plan of staffing"),
}  # fmt: skip
VERWERKINGEN: Final = {naam: Tekst(nl, en) for naam, (nl, en, _) in _NAMEN.items()}
ENGELS: Final = {naam: kort for naam, (_, _, kort) in _NAMEN.items()}
