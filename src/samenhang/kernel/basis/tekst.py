"""Text in Dutch and English: one value, so that neither language can be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Taal(StrEnum):
    """The languages in which Samenhang speaks to people."""

    NL = "nl"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Tekst:
    """One text in both languages. Dutch is the source; both are required."""

    nl: str
    en: str

    def in_taal(self, taal: Taal | str) -> str:
        """The text in one language; an unknown language gives Dutch."""
        return self.en if taal == Taal.EN else self.nl

    def met(self, **waarden: object) -> Tekst:
        """Fill `{naam}` places in both languages; a place without a value raises `KeyError`."""
        return Tekst(nl=self.nl.format(**waarden), en=self.en.format(**waarden))

    def __str__(self) -> str:
        return self.nl
