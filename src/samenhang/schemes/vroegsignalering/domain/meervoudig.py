"""Passing a resident on to the desk for multiple problems: what goes, and on which text he agreed. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.domain.aanmelding import CONTACT, NAW, OPVOLGING, ZAAK

DOEL: Final = "meervoudig"
AAN: Final = "gemeente"
"""The kind of organisation that hears it: the municipality itself, in another scheme."""
CATEGORIEEN: Final = frozenset({"naw", "contact", "opvolging"})
TEKSTVERSIE: Final = "meervoudig-1"
TEKST: Final = Tekst(
    "Mogen wij u aanmelden bij het meldpunt van de gemeente, dat met u naar al uw problemen tegelijk kijkt? Het meldpunt krijgt uw naam, adres en "
    "telefoonnummer, en wat u zelf wilt dat wij erbij zeggen. Niet welke schulden u hebt. U mag nee zeggen; dat heeft geen gevolgen. Zegt u ja, dan mag u dat later altijd terugdraaien.",
    "May we refer you to the desk of the municipality that looks at all your problems together, with you? The desk gets your name, address and "
    "telephone number, and what you want us to say. Not which debts you have. You may say no; that has no consequences. When you say yes, you may always take that back later.",
)  # fmt: skip
"""What is read to the resident, or what he reads: this text is what he agrees to."""
HOOGSTENS: Final = 1000
"""Characters of what the resident wants said."""


@dataclass(frozen=True, slots=True)
class Meervoudig:
    """Who asks for help with more than debts, since when and with what; nothing of his debts."""

    meldingnummer: str = field(metadata=ZAAK)
    naam: str = field(metadata=NAW)
    geboortedatum: date | None = field(metadata=NAW)
    adres: str = field(metadata=NAW)
    telefoon: str = field(metadata=CONTACT)
    email: str = field(metadata=CONTACT)
    gevraagd_op: date = field(metadata=OPVOLGING)
    vraag: str = field(metadata=OPVOLGING)
