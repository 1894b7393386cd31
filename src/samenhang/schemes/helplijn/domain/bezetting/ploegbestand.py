"""A team as planners keep it: a sheet with one person per row, from a file or pasted into a page. Pure.

Faults that the roster finds in a person come back to the row and column that they were read from.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, Final

from samenhang.schemes.helplijn.domain.bezetting.lezen import Lezing, lees_datum
from samenhang.schemes.helplijn.domain.bezetting.tijd import DAGEN

KOLOMMEN: Final = ("naam", "senior", "contract_uren", "rust_uren", *DAGEN, "afwezig")
VERPLICHT: Final = ("naam", "contract_uren")
_JA: Final = frozenset({"j", "ja", "y", "yes", "true", "x", "1"})
_NEE: Final = frozenset({"", "n", "nee", "no", "false", "0"})
_MEESTE_DAGEN: Final = 366
Rij = tuple[int, Sequence[str]]
"""The number of a row, which is its line in a file, and its cells."""


class Ploeglezing(Lezing):
    """Faults of a document whose people came from rows: those of `/medewerkers/N` stand at line and column."""

    def __init__(self, bestand: str = "") -> None:
        super().__init__(bestand)
        self.regels: list[int] = []

    def fout(self, code: str, plek: str, nl: str, en: str, regel: int | None = None) -> None:
        """As in a document; a person's place becomes the one of his row."""
        delen = plek.split("/")
        if regel is None and delen[:2] == ["", "medewerkers"] and len(delen) > 2:
            kolom = next((deel for deel in delen[3:] if deel in KOLOMMEN), "naam")
            plek, regel = kolom, self.regels[int(delen[2])]
        super().fout(code, plek, nl, en, regel)


def csvrijen(tekst: str) -> list[Rij]:
    """The rows of a text with `;`, `,` or tabs between the cells, as a file or a spreadsheet gives it."""
    eerste = tekst.partition("\n")[0]
    scheiding = next((teken for teken in "\t;" if teken in eerste), ",")
    lezer = csv.reader(io.StringIO(tekst.removeprefix("\ufeff")), delimiter=scheiding)
    return [(lezer.line_num, cellen) for cellen in lezer]


def als_tekst(rijen: Iterable[Rij]) -> str:
    """Rows as a text in which each stands on the line of its number, to be mended and read again."""
    tekst, volgende = io.StringIO(), 1
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\n")
    for nummer, cellen in rijen:
        tekst.write("\n" * (nummer - volgende))
        schrijver.writerow([" ".join(cel.split()) for cel in cellen])
        volgende = nummer + 1
    return tekst.getvalue()


def lees_ploeg(rijen: Iterable[Rij], lezing: Ploeglezing) -> list[dict[str, Any]]:
    """The people of a sheet as the document of a roster has them; the first row names the columns, in any order."""
    gevuld = [(nummer, [cel.strip() for cel in cellen]) for nummer, cellen in rijen if any(c.strip() for c in cellen)]  # fmt: skip
    regel, kop = gevuld[0] if gevuld else (1, [])
    namen = [cel.lower().replace(" ", "_") for cel in kop]
    while namen and not namen[-1]:
        namen.pop()
    vreemd = [naam or "…" for naam in namen if naam not in KOLOMMEN or namen.count(naam) > 1]
    mist = [naam for naam in VERPLICHT if naam not in namen]
    if vreemd or mist:
        lezing.fout(
            "kolommen_onjuist", "kop",
            f"de eerste regel noemt elk hoogstens één keer: {', '.join(KOLOMMEN)}; naam en contract_uren altijd. {_wat('Niet bekend of dubbel', vreemd)}{_wat('Er ontbreekt', mist)}".rstrip(),
            f"the first line names each at most once: {', '.join(KOLOMMEN)}; naam and contract_uren always. {_wat('Unknown or double', vreemd)}{_wat('Missing', mist)}".rstrip(),
            regel,
        )  # fmt: skip
        return []
    mensen = []
    for nummer, cellen in gevuld[1:]:
        rest = [cel for cel in cellen[len(namen) :] if cel]
        if rest:
            lezing.fout("rij_onjuist", "naam", f"de rij heeft meer cellen dan de kop: {rest[0][:20]}. Zet dagen van afwezigheid in één cel, met een spatie ertussen.", f"the row has more cells than the header: {rest[0][:20]}. Put days of absence in one cell, with a space in between.", nummer)  # fmt: skip
            continue
        lezing.regels.append(nummer)
        mensen.append(_mens(dict(zip(namen, cellen, strict=False)), nummer, lezing))
    return mensen


def _wat(wat: str, namen: Sequence[str]) -> str:
    return f"{wat}: {', '.join(naam[:20] for naam in namen[:5])}. " if namen else ""


def _mens(rij: dict[str, str], regel: int, lezing: Lezing) -> dict[str, Any]:
    senior = rij.get("senior", "").lower()
    if senior not in _JA | _NEE:
        lezing.fout("keuze_onjuist", "senior", "is J of N.", "is J (yes) or N (no).", regel)
    uit = {
        "id": rij["naam"],
        "senior": senior in _JA,
        "contract_uren": _getal(rij["contract_uren"]),
        "beschikbaar": {dag: rij[dag] for dag in DAGEN if rij.get(dag)},
        "afwezig": _dagen(rij.get("afwezig", "")),
    }
    return uit | ({"rust_uren": _getal(rij["rust_uren"])} if rij.get("rust_uren") else {})


def _getal(cel: str) -> int | str | None:
    return int(cel) if cel.isascii() and cel.isdecimal() and len(cel) < 6 else cel or None


def _dagen(cel: str) -> list[str]:
    """The days of a cell; `2026-12-07/2026-12-11` is every day from the one to the other. What is no day stays as it is."""
    uit = []
    for deel in cel.replace(",", " ").replace(";", " ").split():
        van, tot = (lees_datum(dag) for dag in (*deel.split("/", 1), deel)[:2])
        if van and tot and 0 <= (tot - van).days < _MEESTE_DAGEN:
            uit += [str(van + timedelta(days=nummer)) for nummer in range((tot - van).days + 1)]
        else:
            uit.append(deel)
    return uit
