"""What each action did, in words for whoever it is about and for the supervisor. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

DOELTEKSTEN: Final = {
    "helplijn": Tekst("u helpen als u belt met geldzorgen", "help you when you call about money worries"),
}
_NAMEN: Final = {
    "contact vastleggen": ("Vastgelegd dat iemand belde, zonder naam", "Recorded that someone called, without a name", "record a contact"),
    "contacten bekijken": ("Contacten zonder namen bekeken", "Contacts without names were looked at", "look at contacts"),
    "contact opzoeken": ("Een contact zonder naam opgezocht", "A contact without a name was looked up", "look up a contact"),
    "bezetting plannen": ("Een bezetting gepland, zonder personen", "Staffing was planned, without persons", "plan staffing"),
    "bezetting vaststellen": ("Een bezetting vastgesteld, zonder personen", "Staffing was adopted, without persons", "adopt staffing"),
    "bezetting vergelijken": ("Bezettingen vergeleken, zonder personen", "Staffing was compared, without persons", "compare staffing"),
    "bezettingsplannen bekijken": ("Plannen van bezetting bekeken, zonder personen", "Plans of staffing were looked at, without persons", "look at plans of staffing"),
    "bezettingsplan bekijken": ("Een plan van bezetting bekeken, zonder personen", "A plan of staffing was looked at, without persons", "look at a plan of staffing"),
}  # fmt: skip
VERWERKINGEN: Final = {naam: Tekst(nl, en) for naam, (nl, en, _) in _NAMEN.items()}
ENGELS: Final = {naam: kort for naam, (_, _, kort) in _NAMEN.items()}
