"""Consent as this scheme asks it: which answers there are, who may give them, and what was withdrawn. Pure.

They stand in the kernel (`kernel.rechten`), which also says which of them holds: per person, subject and kind of
asker, the latest word. Nobody decides for another member of the family.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.rechten.domain.toestemming import Woord
from samenhang.kernel.toegang.instemming import Antwoord, Door, mag_zelf
from samenhang.schemes.wams.domain.leefgebieden import DEELNAME, INHOUD, met_loketten
from samenhang.schemes.wams.domain.partijen import PARTIJEN_VAN_BUITEN, gedeeld

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


def mag_antwoorden(door: str, jaren: int | None) -> bool:
    """Whether this one may answer: from twelve the person, below that his representative; nobody at an unknown age."""
    zelf = mag_zelf(jaren, wilsonbekwaam=False)
    return zelf is not None and zelf == (door == Door.ZELF)


def opent(ja: frozenset[str], aan: str) -> frozenset[str]:
    """The categories that these answers open towards a kind of organisation: without taking part nothing does."""
    if aan in PARTIJEN_VAN_BUITEN:
        return gedeeld(ja)
    return met_loketten(ja) & INHOUD if DEELNAME in ja else frozenset()


def weggevallen(woorden: Iterable[Woord], geldt: frozenset[str]) -> frozenset[str]:
    """What was given once and does not hold any more: shown as withdrawn, never forgotten."""
    return frozenset(woord.categorie for woord in woorden if woord.gegeven) - geldt
