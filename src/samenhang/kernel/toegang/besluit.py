"""What is asked, what is the case, and what was decided: the words of a decision. Pure."""

from __future__ import annotations

from typing import NamedTuple

LEEG: frozenset[str] = frozenset()


class Verzoek(NamedTuple):
    """What is asked: by whom, for what, which categories to read and to write.

    `grondslag` narrows the answer to one legal basis; empty takes every basis in force.
    """

    scheme: str
    organisatiesoort: str
    rollen: tuple[str, ...]
    doel: str
    leest: frozenset[str]
    schrijft: frozenset[str] = LEEG
    grondslag: str = ""


class Feiten(NamedTuple):
    """What is the case: the actor's involvement, the step the case is in, whether a colleague read along."""

    betrokkenheid: str
    stap: str
    tweede_lezer: bool = False


class Besluit(NamedTuple):
    """The answer: what is granted and what is refused, resting on which permits of which table.

    `geweigerd` holds (category, reason code), for reading and writing alike, in order of category.
    `plichten` are the duties that follow from it: the terms that using the grant starts (informing the person),
    and "tweede_lezer" when only a colleague's agreement is missing.
    """

    leest: frozenset[str]
    schrijft: frozenset[str]
    geweigerd: tuple[tuple[str, str], ...]
    regels: tuple[str, ...]
    grondslagen: tuple[str, ...]
    tabel_hash: str
    plichten: tuple[str, ...] = ()

    @property
    def volledig(self) -> bool:
        """Whether everything that was asked is granted."""
        return not self.geweigerd
