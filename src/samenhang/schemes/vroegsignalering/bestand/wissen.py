"""A delivered file without the identities that came against an objection (R32)."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

from samenhang.schemes.vroegsignalering.bestand.bronnen import Bron, bron_van
from samenhang.schemes.vroegsignalering.bestand.jsonbestand import schrijf_json
from samenhang.schemes.vroegsignalering.bestand.openen import open_bestand

BEZWAAR: Final = ("J", "JA", "Y", "YES", "TRUE", "1")
_BLIJFT: Final = ("partner", "partner_soort", "soort_signaal", "bezwaar_klant")
"""What stays of such a row: enough to refuse it again with the same code, nothing of the customer."""


def schrijf_zonder_bezwaren(bron: Path, doel: BinaryIO) -> None:
    """Copy a file that was accepted as a whole, with the rows of who objected emptied; each keeps its number.

    Of a text the other bytes stay as they are. A spreadsheet comes out as text, JSON as JSON.
    """
    if bron.suffix == ".json":
        bestand = bron_van(bron)
        schrijf_json(doel, bestand.plekken.wortel or "", _signalen(bestand))
    elif bron.suffix == ".xlsx":
        doel.writelines(_regels(bron_van(bron)))
    else:
        _schrijf_tekst(bron, doel)


def _is_bezwaar(cel: str) -> bool:
    return cel.strip().upper() in BEZWAAR


def _signalen(bron: Bron) -> Iterator[dict[str, str]]:
    plek = bron.kop.index("bezwaar_klant")
    for _, rij in bron.rijen:
        signaal = {naam: cel for naam, cel in zip(bron.kop, rij, strict=True) if cel}
        if _is_bezwaar(rij[plek]):
            signaal = {naam: cel for naam, cel in signaal.items() if naam in _BLIJFT}
        yield signaal


def _regels(bron: Bron) -> Iterator[bytes]:
    """A sheet as text, one line per row, so that line and row have the same number."""
    plek = bron.kop.index("bezwaar_klant")
    blijft = [nummer for nummer, naam in enumerate(bron.kop) if naam in _BLIJFT]
    for rij in chain([bron.kop], (rij for _, rij in bron.rijen)):
        cellen = [" ".join(cel.splitlines()) for cel in rij]
        if _is_bezwaar(cellen[plek]):
            cellen = [cel if nummer in blijft else "" for nummer, cel in enumerate(cellen)]
        regel = io.StringIO()
        csv.writer(regel, delimiter=";", lineterminator="\n").writerow(cellen)
        yield regel.getvalue().encode()


def _schrijf_tekst(bron: Path, doel: BinaryIO) -> None:
    """A row may span lines, so rows are what the reader reads; an emptied one keeps its number of lines."""
    with tempfile.TemporaryDirectory(prefix="samenhang-") as map_:
        werkmap = Path(map_)
        kolommen = open_bestand(bron, werkmap).kolommen
        plek = kolommen.index("bezwaar_klant")
        blijft = [nummer for nummer, naam in enumerate(kolommen) if naam in _BLIJFT]
        with bron.open(encoding="utf-8", newline="") as invoer:
            gelezen: list[str] = []
            for rij in csv.reader(_onthoud(invoer, gelezen), delimiter=";"):
                ruw = "".join(gelezen)
                gelezen.clear()
                if plek < len(rij) and _is_bezwaar(rij[plek]):
                    ruw = _leeg(rij, blijft, ruw)
                doel.write(ruw.encode("utf-8"))
        for pad in werkmap.iterdir():
            pad.write_bytes(b"\0" * pad.stat().st_size)


def _onthoud(bron: io.TextIOBase, gelezen: list[str]) -> Iterator[str]:
    for regel in bron:
        gelezen.append(str(regel))
        yield str(regel)


def _leeg(rij: list[str], blijft: list[int], ruw: str) -> str:
    """The row with only the cells that say nothing about the customer, on as many lines as it had."""
    einde = "\r\n" if ruw.endswith("\r\n") else "\n" if ruw.endswith("\n") else ""
    schoon = ";".join(cel.strip() if nummer in blijft else "" for nummer, cel in enumerate(rij))
    regels = ruw.count("\n") or 1
    return schoon + einde * regels if einde else schoon
