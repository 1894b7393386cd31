"""Who may stand for another, in which capacity, by which document, and from and to when. Pure.

Until sixteen a parent or guardian looks at what is known of a young person (Wmo 2015 art. 5.3.2 and 5.3.3; from twelve
to sixteen both may). For an adult the court may appoint somebody: a curator (BW 1:378), an administrator of his property
(BW 1:431) or a mentor for care (BW 1:450). Which of them a register knows stands in `rules/vertegenwoordiging.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.toegang.voorwaarden import OUD_GENOEG, VOLWASSEN

OUDER, CURATOR, BEWINDVOERDER, MENTOR = "ouder", "curator", "bewindvoerder", "mentor"
HOEDANIGHEDEN: Final = {
    OUDER: Tekst("ouder of voogd", "parent or guardian"),
    CURATOR: Tekst("curator", "curator"),
    BEWINDVOERDER: Tekst("bewindvoerder", "administrator of property"),
    MENTOR: Tekst("mentor", "mentor"),
}
"""In which capacity someone stands for another."""
DOOR_DE_RECHTER: Final = frozenset({CURATOR, BEWINDVOERDER, MENTOR})
"""Whom the court appoints, for an adult."""
DOCUMENTEN_OUDER: Final = {
    "gezagsregister": Tekst("Uittreksel uit het gezagsregister", "Extract of the custody register"),
    "uitspraak": Tekst("Uitspraak van de rechter", "Judgment of the court"),
    "geboorteakte": Tekst("Akte van geboorte of erkenning", "Certificate of birth or recognition"),
}
DOCUMENTEN_RECHTER: Final = {
    "beschikking": Tekst("Beschikking van de kantonrechter", "Order of the subdistrict court"),
    "curateleregister": Tekst(
        "Uittreksel uit het curatele- en bewindregister",
        "Extract of the register of curatorships and administrations",
    ),
}
DOCUMENTEN: Final = DOCUMENTEN_OUDER | DOCUMENTEN_RECHTER
"""By which document was seen that someone represents another. The register of BW 1:391 is open to everybody."""
MEERDERJARIG: Final = 18
"""From this age someone can represent another, and the court can appoint one for him. Source: BW 1:233, 1:246 and 1:431
(unverified)."""


@dataclass(frozen=True, slots=True)
class Regel:
    """Whether a register lets this capacity look on behalf of another; under which article, and why, in words."""

    scheme: str
    wie: str
    mag: bool
    artikel: str
    bronstatus: str
    waarom: Tekst


@dataclass(frozen=True, slots=True)
class Periode:
    """From and to which day (counts itself) someone represents another, unless it ended before."""

    van: date
    tot: date | None
    geeindigd: date | None

    def loopt(self, dag: date) -> bool:
        """Whether it holds on that day."""
        einde = min((d for d in (self.tot, self.geeindigd) if d is not None), default=None)
        return self.van <= dag and (einde is None or dag <= einde)


def documenten_van(hoedanigheid: str) -> dict[str, Tekst]:
    """The documents by which this capacity is seen."""
    return DOCUMENTEN_RECHTER if hoedanigheid in DOOR_DE_RECHTER else DOCUMENTEN_OUDER


def mag_zelf_inzien(jaren: int | None) -> bool:
    """Whether someone of this age asks for his own data himself; who is of unknown age is no known child."""
    return jaren is None or jaren >= OUD_GENOEG


def te_oud(jaren: int) -> bool:
    """Whether only this person himself asks for his data, and no parent for him."""
    return jaren >= VOLWASSEN


def overlapt(nieuw: Periode, bestaand: Iterable[Periode]) -> bool:
    """Whether one of these holds on a day of the new one."""

    def einde(periode: Periode) -> date:
        return min((d for d in (periode.tot, periode.geeindigd) if d is not None), default=date.max)

    return any(nieuw.van <= einde(ander) and ander.van <= einde(nieuw) for ander in bestaand)
