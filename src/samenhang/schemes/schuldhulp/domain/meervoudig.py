"""Passing a resident on to the desk for multiple problems: what goes, and on which text he agreed. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from samenhang.kernel.basis import Tekst

DOEL: Final = "meervoudig"
TOESTEMMING: Final = "toestemming"
"""The purpose for which an answer is recorded."""
AAN: Final = "gemeente"
"""The kind of organisation that hears it: the municipality itself, in another scheme."""
CATEGORIEEN: Final = frozenset({"naw", "contact", "hulpvraag"})
TEKSTVERSIE: Final = "schuldhulp-meervoudig-1"
TEKST: Final = Tekst(
    "Mogen wij u aanmelden bij het meldpunt van de gemeente, dat met u naar al uw problemen tegelijk kijkt? Het meldpunt krijgt uw naam, adres en "
    "telefoonnummer, en wat u zelf wilt dat wij erbij zeggen. Niet welke schulden u hebt en niet uw inkomen. U mag nee zeggen; dat heeft geen gevolgen voor uw schuldhulp. Zegt u ja, dan mag u dat later altijd terugdraaien.",
    "May we refer you to the desk of the municipality that looks at all your problems together, with you? The desk gets your name, address and "
    "telephone number, and what you want us to say. Not which debts you have and not your income. You may say no; that has no consequences for your debt assistance. When you say yes, you may always take that back later.",
)  # fmt: skip
"""What is read to the resident, or what he reads: this text is what he agrees to."""
HOOGSTENS: Final = 1000
"""Characters of what the resident wants said."""
_NAW: Final = {"categorie": "naw"}
_CONTACT: Final = {"categorie": "contact"}
_HULPVRAAG: Final = {"categorie": "hulpvraag"}


@dataclass(frozen=True, slots=True)
class Meervoudig:
    """Who asks for help with more than debts, since when and with what; nothing of his debts or income."""

    meldingnummer: str = field(metadata={"categorie": ""})
    naam: str = field(metadata=_NAW)
    geboortedatum: date | None = field(metadata=_NAW)
    adres: str = field(metadata=_NAW)
    telefoon: str = field(metadata=_CONTACT)
    email: str = field(metadata=_CONTACT)
    gevraagd_op: date = field(metadata=_HULPVRAAG)
    vraag: str = field(metadata=_HULPVRAAG)
