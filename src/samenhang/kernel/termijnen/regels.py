"""A term as a rule: its article, length, unit and what follows from it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from samenhang.kernel.basis import Tekst


class Eenheid(StrEnum):
    """The unit in which a term is counted."""

    UREN = "uren"
    DAGEN = "dagen"
    WERKDAGEN = "werkdagen"
    SCHOOLDAGEN = "schooldagen"
    WEKEN = "weken"
    MAANDEN = "maanden"


@dataclass(frozen=True, slots=True)
class TermijnRegel:
    """A term that a law or policy sets.

    `vanaf` names the event that starts it; `atw` whether the Algemene termijnenwet applies; `status` is
    "bevestigd", "ongeverifieerd" or "beleid" and is shown with the term. `verlenging` is the length of the
    one extension the law allows, in the same unit; `dwangsom` whether missing it costs a penalty (Awb 4:17);
    `article` is `artikel` in English where it names no law.
    """

    naam: str
    titel: Tekst
    artikel: str
    lengte: int
    eenheid: Eenheid
    vanaf: str
    atw: bool = True
    status: str = "bevestigd"
    wie: str = ""
    gevolg: Tekst = Tekst("", "")
    opschortbaar: bool = False
    verlenging: int = 0
    dwangsom: bool = False
    article: str = ""

    @property
    def bron(self) -> Tekst:
        """Where it stands; the name of a law is the same in both languages, that of a policy need not be."""
        return Tekst(self.artikel, self.article or self.artikel)
