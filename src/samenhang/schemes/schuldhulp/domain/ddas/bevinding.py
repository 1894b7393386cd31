"""A finding about a DDAS file: which rule, where, what is wrong and what to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Protocol

from samenhang.kernel.basis import Tekst

Pad = tuple[str | int, ...]
"""The way to a place in the document: names and positions."""
VORM: Final = frozenset({"ontbreekt", "onbekend", "leeg", "soort", "lijst", "json", "dubbele_sleutel"})
"""Rules about form: what a schema refuses too. The others are about meaning."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding. `fout`: CBS refuses it or reads it wrongly; else it may be right, and deserves a look."""

    regel: str
    pad: Pad
    tekst: Tekst
    fout: bool = True
    lijn: int = 0

    @property
    def code(self) -> str:
        """The rule under its full name."""
        return f"ddas_{self.regel}"

    @property
    def vorm(self) -> bool:
        """Whether the form is wrong, and not the meaning."""
        return self.regel in VORM

    @property
    def plaats(self) -> str:
        """The place as people write it: `leveringen[0].schuldhulptrajecten[3].oplossing.vtlb`."""
        return pad_tekst(self.pad)

    def op_lijn(self, lijn: int) -> Bevinding:
        """The same with the line of the file on which it stands."""
        return replace(self, lijn=lijn)


class Meld(Protocol):
    """Note a finding."""

    def __call__(self, regel: str, pad: Pad, nl: str, en: str, *, fout: bool = True) -> None: ...


def pad_tekst(pad: Pad) -> str:
    """A way in a document as text."""
    uit = ""
    for deel in pad:
        uit += f"[{deel}]" if isinstance(deel, int) else f".{deel}" if uit else deel
    return uit or "$"
