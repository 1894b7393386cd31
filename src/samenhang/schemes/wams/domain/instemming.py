"""Consent as this scheme asks it: which answers there are, who may give them, and what was withdrawn. Pure.

Which of them holds is said by the kernel (`kernel.toegang.instemming`): per person, category and kind of asker, the
latest word. Nobody decides for another member of the family.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.toegang.instemming import Antwoord, Door, Instemming, mag_zelf

ANTWOORDEN: Final = {
    "gegeven": Tekst("Ja, stemt in", "Yes, agrees"),
    "geweigerd": Tekst("Nee", "No"),
    "ingetrokken": Tekst("Trekt de instemming in", "Withdraws the consent"),
}
DOOR: Final = {
    "zelf": Tekst("de persoon zelf", "the person"),
    "vertegenwoordiger": Tekst("de vertegenwoordiger", "the representative"),
}
assert set(ANTWOORDEN) == set(Antwoord)  # the words of the kernel
assert set(DOOR) == set(Door)


def leeftijd(geboren: date | None, op: date) -> int | None:
    """Whole years on a day; who was born on 29 February grows older on 1 March. None when it is not known."""
    if geboren is None:
        return None
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


def mag_antwoorden(door: str, jaren: int | None) -> bool:
    """Whether this one may answer: from twelve the person, below that his representative; nobody at an unknown age."""
    zelf = mag_zelf(jaren, wilsonbekwaam=False)
    return zelf is not None and zelf == (door == Door.ZELF)


def weggevallen(antwoorden: Iterable[Instemming], geldt: frozenset[str]) -> frozenset[str]:
    """What was given once and does not hold any more: shown as withdrawn, never forgotten."""
    ooit = (deel.categorieen for deel in antwoorden if deel.antwoord is Antwoord.GEGEVEN)
    return frozenset().union(*ooit) - geldt
