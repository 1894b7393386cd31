"""Conditions that the source of a datum set on passing it on. They travel with the datum and bind who receives it.

Source: a supplier may set conditions on onward use (WGS art. 1.5, 1.7 lid 3); the same is kept here for any source.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from samenhang.kernel.basis import Tekst


class Soort(StrEnum):
    """What the source asks."""

    NIET_VERDER = "niet_verder"
    ZELFDE_DOEL = "zelfde_doel"

    @property
    def titel(self) -> Tekst:
        """In words."""
        return TITELS[self]


TITELS = {
    Soort.NIET_VERDER: Tekst("niet verder doorgeven", "not to be passed on"),
    Soort.ZELFDE_DOEL: Tekst("alleen doorgeven voor hetzelfde doel", "to be passed on for the same purpose only"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gesteld:
    """A condition: on which category of data, what it asks, and whose it is.

    `per_rij`: inside the case it holds for the rows that the source supplied, which carry it themselves, and not for
    what others said in the category. A hand-over does not tell rows apart, so there it holds for the category.
    """

    categorie: str
    soort: Soort
    bron: str
    per_rij: bool = False

    def draad(self) -> dict[str, str]:
        """As it travels."""
        return {"categorie": self.categorie, "soort": str(self.soort), "bron": self.bron}


def in_de_weg(gesteld: Iterable[Gesteld], gaat: frozenset[str], *, zelfde_doel: bool) -> tuple[Gesteld, ...]:
    """The conditions that forbid to pass these categories on; `zelfde_doel`: to who uses them for the same purpose."""
    return tuple(
        deel
        for deel in gesteld
        if deel.categorie in gaat and (deel.soort is Soort.NIET_VERDER or not zelfde_doel)
    )


def reist_mee(gesteld: Iterable[Gesteld], gaat: frozenset[str]) -> tuple[Gesteld, ...]:
    """The conditions on what goes, each once: they bind who receives it as they bind us."""
    return tuple(dict.fromkeys(deel for deel in gesteld if deel.categorie in gaat))
