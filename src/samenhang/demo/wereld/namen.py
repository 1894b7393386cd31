"""Drawing names: by origin, by frequency, with a rare tail."""

from __future__ import annotations

from itertools import accumulate
from random import Random

from samenhang.demo.wereld.modellen import Familienaam, Geslacht
from samenhang.demo.wereld.namenlijst import (
    FRIES,
    HERKOMSTEN,
    NEDERLANDS,
    ZELDZAAM,
    ZELDZAAM_FRIES,
    Herkomst,
)

_GRENSJAAR = 1975
_ZELDZAAM_PROCENT = {NEDERLANDS.naam: 30, FRIES.naam: 40}
_ZELDZAME_NAMEN = {NEDERLANDS.naam: ZELDZAAM, FRIES.naam: ZELDZAAM_FRIES}
_AANDELEN = list(accumulate(h.aandeel for h in HERKOMSTEN))
_GEWICHTEN: dict[int, list[float]] = {}


def _volgens_frequentie(rng: Random, namen: tuple[str, ...], vlakte: int) -> str:
    """One name from a list in order of frequency: the n-th weighs 1 / (n + vlakte)."""
    sleutel = len(namen) * 1_000 + vlakte
    gewichten = _GEWICHTEN.get(sleutel)
    if gewichten is None:
        gewichten = list(accumulate(1 / (rang + vlakte) for rang in range(1, len(namen) + 1)))
        _GEWICHTEN[sleutel] = gewichten
    return rng.choices(namen, cum_weights=gewichten)[0]


def kies_herkomst(rng: Random) -> Herkomst:
    """An origin by its weight in the population."""
    return rng.choices(HERKOMSTEN, cum_weights=_AANDELEN)[0]


def splits_achternaam(volledig: str) -> Familienaam:
    """Part the leading lower-case words, the prefix, from the surname."""
    woorden = volledig.split(" ")
    begin = next(i for i, woord in enumerate(woorden) if not woord[0].islower() and woord[0] != "'")
    return Familienaam(" ".join(woorden[:begin]), " ".join(woorden[begin:]))


def kies_achternaam(rng: Random, herkomst: Herkomst) -> Familienaam:
    """A surname by frequency; Dutch and Frisian ones come partly from a tail of rare names."""
    if rng.randrange(100) < _ZELDZAAM_PROCENT.get(herkomst.naam, 0):
        return Familienaam("", rng.choice(_ZELDZAME_NAMEN[herkomst.naam]))
    return splits_achternaam(_volgens_frequentie(rng, herkomst.achternamen, 8))


def kies_voornamen(rng: Random, herkomst: Herkomst, geslacht: Geslacht, geboortejaar: int) -> tuple[str, ...]:
    """One to three different given names of a generation and origin."""
    oud = geboortejaar < _GRENSJAAR
    if geslacht is Geslacht.MAN:
        lijst = herkomst.man_oud if oud else herkomst.man_jong
    else:
        lijst = herkomst.vrouw_oud if oud else herkomst.vrouw_jong
    aantal = 1
    if rng.randrange(100) < herkomst.meer_voornamen:
        aantal = 2 if rng.randrange(3) else 3
    namen: list[str] = []
    while len(namen) < aantal:
        naam = _volgens_frequentie(rng, lijst, 6)
        if naam not in namen:
            namen.append(naam)
    return tuple(namen)
