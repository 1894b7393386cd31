"""Putting a resident in touch with a local help organisation: what goes, and on which text he agreed. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.domain.aanmelding import CONTACT, NAW, ZAAK

DOEL: Final = "kennismaking"
AAN: Final = "anders"
"""The kind of organisation that hears the name."""
CATEGORIEEN: Final = frozenset({"naw", "contact"})
TEKSTVERSIE: Final = "kennismaking-1"
TEKST: Final = Tekst(
    "Mogen wij uw naam en telefoonnummer geven aan een hulporganisatie bij u in de buurt? Zij neemt dan contact met u op. "
    "Wij vertellen haar niet waarom wij u spraken. U mag nee zeggen; dat heeft geen gevolgen. Zegt u ja, dan mag u dat later altijd terugdraaien.",
    "May we give your name and telephone number to a help organisation near you? It then contacts you. "
    "We do not tell it why we spoke with you. You may say no; that has no consequences. When you say yes, you may always take that back later.",
)  # fmt: skip
"""What is read to the resident, or what he reads: this text is what he agrees to."""


@dataclass(frozen=True, slots=True)
class Kennismaking:
    """Who would like to be contacted, and how; nothing of why. `naar_organisatie` is who hears it."""

    naar_organisatie: str = field(metadata=ZAAK)
    naam: str = field(metadata=NAW)
    telefoon: str = field(metadata=CONTACT)
    email: str = field(metadata=CONTACT)
