"""The rows of a delivered file, whatever its kind: text (CSV), spreadsheet or JSON; and how it names a place.

A row keeps its number in the file: the line, the row of the sheet (both from 1, the header included) or the
signal in the list (from 1).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.bestand.jsonbestand import JsonBestand
from samenhang.schemes.vroegsignalering.bestand.rekenblad import bladrijen
from samenhang.schemes.vroegsignalering.bestand.weigering import BestandGeweigerd, te_lang

Rij = tuple[int, Sequence[str]]
SOORTEN: Final = (".csv", ".xlsx", ".json")
"""The endings by which the kind of a file is known."""


@dataclass(frozen=True, slots=True)
class Plekken:
    """How a file names a place: `C14` in a spreadsheet, `/signalen/12/postcode` in JSON, nothing in text.

    `wortel` is the pointer of the list of signals; `letters` the letters of the columns of a sheet.
    """

    wortel: str | None = None
    letters: Mapping[str, str] = field(default_factory=dict)

    def van(self, regel: int | None, kolom: str = "") -> str:
        """The place of a cell or a row; empty when line and column say it."""
        if regel is None:
            return ""
        if self.wortel is not None:
            return f"{self.wortel}/{regel - 1}" + (f"/{kolom}" if kolom else "")
        if self.letters:
            letter = self.letters.get(kolom)
            return f"{letter}{regel}" if letter else f"{regel}:{regel}"
        return ""

    def sql(self) -> str:
        """The same over the columns `regel` and `kolom`."""
        if self.wortel is not None:
            return f"'{self.wortel}/' || (regel - 1) || CASE WHEN kolom <> '' THEN '/' || kolom ELSE '' END"
        if self.letters:
            gevallen = " ".join(
                f"WHEN '{naam}' THEN '{letter}' || regel" for naam, letter in self.letters.items()
            )
            return f"CASE kolom {gevallen} ELSE regel || ':' || regel END"
        return "''"


@dataclass(frozen=True, slots=True)
class Bron:
    """The header and the rows of a file."""

    kop: tuple[str, ...]
    rijen: Iterator[Rij]
    plekken: Plekken = field(default_factory=Plekken)


def bron_van(pad: Path) -> Bron:
    """The rows of a file that was received; raises `BestandGeweigerd` when it is no such file."""
    if pad.suffix.lower() == ".json":
        bestand = JsonBestand(pad)
        kop = bestand.kop()
        return Bron(kop, bestand.rijen(kop), Plekken(wortel=bestand.wortel))
    if pad.suffix.lower() == ".xlsx":
        rijen = bladrijen(pad)
        kop = tuple(next(rijen, (0, ()))[1])
        return Bron(
            kop, rijen, Plekken(letters={naam: kolomletters(n) for n, naam in enumerate(kop) if naam})
        )
    return _tekst(pad)


def kolomletters(nummer: int) -> str:
    """The letters of a column of a spreadsheet: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    nummer += 1
    while nummer:
        nummer, rest = divmod(nummer - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _tekst(pad: Path) -> Bron:
    rijen = tekstregels(pad)
    return Bron(tuple(next(rijen, (0, ()))[1]), rijen)


def tekstregels(pad: Path) -> Iterator[Rij]:
    """The rows of a text file, each with the number of its first line; raises `BestandGeweigerd` (F12)."""
    begin = 1
    with pad.open(encoding="utf-8-sig", newline="") as invoer:
        lezer = csv.reader(invoer, delimiter=";", strict=True)
        try:
            for rij in lezer:
                yield begin, rij
                begin = lezer.line_num + 1
        except csv.Error as fout:
            if "field limit" in str(fout):
                raise te_lang(pad.name, begin) from fout
            wat = Tekst(f"open aanhalingsteken vanaf regel {begin}", f"open quote from line {begin}")
            raise BestandGeweigerd("F12", pad.name, wat, regel=begin) from fout
