"""A delivered file without the identities that came against an objection (R32)."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from samenhang.schemes.vroegsignalering.bestand.openen import open_bestand
from samenhang.schemes.vroegsignalering.bestand.rekenblad import xlsx_naar_csv

BEZWAAR: Final = ("J", "JA", "Y", "YES", "TRUE", "1")
_BLIJFT: Final = ("partner", "partner_soort", "soort_signaal", "bezwaar_klant")
"""What stays of such a row: enough to refuse it again with the same code, nothing of the customer."""


def schrijf_zonder_bezwaren(bron: Path, doel: BinaryIO) -> None:
    """Copy a file that was accepted as a whole, with the rows of who objected emptied; other bytes stay as they are.

    A row may span lines, so rows are what the reader reads. Each keeps its number of lines, so that the
    numbers in the error report stay true. A spreadsheet comes out as CSV.
    """
    with tempfile.TemporaryDirectory(prefix="samenhang-") as map_:
        werkmap = Path(map_)
        kolommen = open_bestand(bron, werkmap).kolommen
        tekst = xlsx_naar_csv(bron, werkmap) if bron.suffix == ".xlsx" else bron
        plek = kolommen.index("bezwaar_klant")
        blijft = [nummer for nummer, naam in enumerate(kolommen) if naam in _BLIJFT]
        with tekst.open(encoding="utf-8", newline="") as invoer:
            gelezen: list[str] = []
            for rij in csv.reader(_onthoud(invoer, gelezen), delimiter=";"):
                ruw = "".join(gelezen)
                gelezen.clear()
                if plek < len(rij) and rij[plek].strip().upper() in BEZWAAR:
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
