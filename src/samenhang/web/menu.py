"""The main navigation and the public pages: each scheme registers its own, entries with the roles that see them."""

from __future__ import annotations

from dataclasses import dataclass

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor

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


def menu_voor(actor: Actor, pad: str) -> list[tuple[Menupunt, bool]]:
    """The entries of an actor, each with whether it is where he is; a page that several schemes share stands once."""
    rollen = {"inwoner"} if actor.organisatie_id is None else set()
    punten = sorted(_PUNTEN, key=lambda punt: punt.achteraan)
    gezien = (punt for punt in punten if _ziet(actor, punt) or rollen & set(punt.rollen))
    zichtbaar = list({punt.pad: punt for punt in reversed(list(gezien))}.values())[::-1]
    hier = max((punt.pad for punt in zichtbaar if pad.startswith(punt.pad)), key=len, default="")
    return [(punt, punt.pad == hier) for punt in zichtbaar]


def _ziet(actor: Actor, punt: Menupunt) -> bool:
    if punt.scheme == ELK_SCHEME:
        return bool(actor.schemes_met(*punt.rollen))
    return actor.heeft_rol(punt.scheme, *punt.rollen)
