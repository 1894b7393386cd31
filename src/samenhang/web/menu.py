"""The main navigation and the public pages: each scheme registers its own, entries with the roles that see them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.zaken.namens import schemes_namens

ELK_SCHEME = "*"
"""As the scheme of an entry: for who holds the role in any scheme."""


@dataclass(frozen=True, slots=True)
class Menupunt:
    """An entry for who holds one of these roles in the scheme; "inwoner" is who is no worker."""

    titel: Tekst
    pad: str
    scheme: str
    rollen: tuple[str, ...]
    achteraan: bool = False
    """Not for every day: shown after all others, so that it is never where someone begins."""


_PUNTEN: list[Menupunt] = []


def registreer_menu(*punten: Menupunt) -> None:
    """Add entries, in the order in which they show."""
    for punt in punten:
        if punt not in _PUNTEN:
            _PUNTEN.append(punt)


@dataclass(frozen=True, slots=True)
class Openbaar:
    """A page that anyone may see, without login; it stands at the foot of every page."""

    titel: Tekst
    pad: str


_OPENBAAR: list[Openbaar] = []


def registreer_openbaar(*paginas: Openbaar) -> None:
    """Add public pages, in the order in which they show."""
    _OPENBAAR.extend(pagina for pagina in paginas if pagina not in _OPENBAAR)


def openbare_paginas() -> tuple[Openbaar, ...]:
    """What anyone may see, of all schemes that are installed."""
    return tuple(_OPENBAAR)


VANAF = 9
"""From so many entries in more than one register, the menu stands per register: a row of registers and a row of the one where he is."""
ALGEMEEN = Tekst("Beheer en toezicht", "Administration and supervision")


@dataclass(frozen=True, slots=True)
class Groep:
    """The entries of one register, each with whether it is where he is."""

    titel: Tekst
    punten: list[tuple[Menupunt, bool]]

    @property
    def pad(self) -> str:
        """Where the register begins."""
        return self.punten[0][0].pad

    @property
    def hier(self) -> bool:
        """Whether he is in this register."""
        return any(waar for _, waar in self.punten)


@dataclass(frozen=True, slots=True)
class Menu:
    """What an actor can reach: the entries that are in sight, and the registers when there is much."""

    punten: list[tuple[Menupunt, bool]]
    groepen: list[Groep]
    begin: str
    """The page on which he starts; empty when there is none for him."""
    paden: frozenset[str]
    """Where he can go, in sight or not."""


def menu_voor(actor: Actor, pad: str) -> Menu:
    """The menu of an actor who is at a page; a page that several schemes share stands once."""
    punten = sorted(_PUNTEN, key=lambda punt: punt.achteraan)
    eigen = _als_inwoner(actor)
    gezien = (
        punt for punt in punten if _ziet(actor, punt) or (punt.scheme in eigen and "inwoner" in punt.rollen)
    )
    zichtbaar = list({punt.pad: punt for punt in reversed(list(gezien))}.values())[::-1]
    hier = max((punt.pad for punt in zichtbaar if pad.startswith(punt.pad)), key=len, default="")
    alle = [(punt, punt.pad == hier) for punt in zichtbaar]
    begin, paden = zichtbaar[0].pad if zichtbaar else "", frozenset(punt.pad for punt in zichtbaar)
    groepen = _per_register(alle)
    if len(alle) < VANAF or len(groepen) == 1:
        return Menu(alle, [], begin, paden)
    return Menu(next((groep.punten for groep in groepen if groep.hier), []), groepen, begin, paden)


def _per_register(punten: list[tuple[Menupunt, bool]]) -> list[Groep]:
    """The entries by register, in the order in which those come up; what is of no register last."""
    schemes = geinstalleerde_schemes()
    uit: dict[str, Groep] = {}
    for punt, waar in sorted(punten, key=lambda paar: paar[0].scheme == ELK_SCHEME):
        titel = ALGEMEEN if punt.scheme == ELK_SCHEME else schemes[punt.scheme].titel
        uit.setdefault(punt.scheme, Groep(titel, [])).punten.append((punt, waar))
    return list(uit.values())


def _als_inwoner(actor: Actor) -> Collection[str]:
    """The registers whose pages for a resident this one has: all, or where he only stands for another, those."""
    if actor.organisatie_id is not None:
        return ()
    if actor.persoon_id is None:
        return schemes_namens(actor)
    return {ELK_SCHEME, *geinstalleerde_schemes()}


def _ziet(actor: Actor, punt: Menupunt) -> bool:
    if punt.scheme == ELK_SCHEME:
        return bool(actor.schemes_met(*punt.rollen))
    return actor.heeft_rol(punt.scheme, *punt.rollen)
