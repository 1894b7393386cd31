"""The words of a case meeting: what it is about, what came of each point, who comes. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN

ONDERWERPEN: Final = {"plan": Tekst("Het hele plan", "The whole plan"), **LEEFGEBIEDEN}
UITKOMSTEN: Final = {
    "besproken": Tekst("besproken", "discussed"),
    "volgende_keer": Tekst("volgende keer", "next time"),
    "niet_nodig": Tekst("niet meer nodig", "no longer needed"),
}
"""What came of a point: never what was said."""
KOMT: Final = {
    "ja": Tekst("Ja, ik kom", "Yes, I come"),
    "nee": Tekst("Nee, ik kom niet", "No, I do not come"),
}
