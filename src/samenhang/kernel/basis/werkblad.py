"""A spreadsheet as rows: its first sheet, after the archive has been weighed.

XLSX is a convenience for people. What a few bytes can unfold into is bounded before anything is
unfolded: the parts, the cells of the sheet, and the text that repeated strings add up to.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from samenhang.kernel.basis.fouten import Geweigerd
from samenhang.kernel.basis.tekst import Tekst

UITGEPAKT = 200 * 1024 * 1024
VERHOUDING = 200
DELEN = 1000
CELLEN = 5_000_000
TEKST = 2 * 1024**3

_BLOK = 1024 * 1024
_RAND = 64
_ADRES = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,8})"')
_TE_GROOT = Tekst("uitgepakt te groot (zipbom)", "too large when unpacked (zip bomb)")
_ONLEESBAAR = Tekst("het Excelbestand kan niet worden geopend", "the Excel file cannot be opened")
_GEEN_EXCEL = Tekst("geen Excelbestand", "not an Excel file")


class WerkbladFout(ValueError):
    """A file that is no spreadsheet (`ander_bestand`), or one that cannot or should not be unpacked; `tekst` says why."""

    def __init__(self, tekst: Tekst, *, ander_bestand: bool = False) -> None:
        super().__init__(tekst.nl)
        self.tekst, self.ander_bestand = tekst, ander_bestand


def bladrijen(pad: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet with their number, the header included; raises `WerkbladFout`."""
    with pad.open("rb") as bron:
        if bron.read(2) != b"PK":
            raise WerkbladFout(_GEEN_EXCEL, ander_bestand=True)
    try:
        with zipfile.ZipFile(pad) as archief:
            _weeg(archief, pad)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as fout:
        raise WerkbladFout(_ONLEESBAAR) from fout
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        rijen = CalamineWorkbook.from_path(str(pad)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError) as fout:
        raise WerkbladFout(_ONLEESBAAR) from fout
    for nummer, rij in enumerate(rijen, start=1):
        yield nummer, [_cel(cel) for cel in rij]


def lees_blad(inhoud: bytes, naam: str) -> list[tuple[int, list[str]]]:
    """The rows of a small spreadsheet that is in memory; raises `Geweigerd` (`bestand_onleesbaar`) with its name."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as doel:
        doel.write(inhoud)
        doel.flush()
        try:
            return list(bladrijen(Path(doel.name)))
        except WerkbladFout as fout:
            raise Geweigerd("bestand_onleesbaar", Tekst(f"{naam}: {fout.tekst.nl}. Sla het opnieuw op, of lever CSV.", f"{naam}: {fout.tekst.en}. Save it again, or deliver CSV.")) from fout  # fmt: skip


def _weeg(archief: zipfile.ZipFile, pad: Path) -> None:
    """Unpack every part into nothing, counting; refuse what would not fit."""
    delen = archief.infolist()
    if len(delen) > DELEN:
        raise WerkbladFout(_TE_GROOT)
    grens = min(UITGEPAKT, VERHOUDING * max(pad.stat().st_size, 50_000))
    totaal = cellen = langste = 0
    for deel in delen:
        kolom = rij = sinds = los = 0
        with archief.open(deel) as stroom:
            rest = b""
            while blok := stroom.read(_BLOK):
                totaal += len(blok)
                if totaal > grens:
                    raise WerkbladFout(_TE_GROOT)
                if deel.filename.endswith("sharedStrings.xml"):
                    stukken = blok.split(b"</si>")
                    sinds += len(stukken[0])
                    langste = max(langste, sinds, *(len(stuk) for stuk in stukken))
                    sinds = sinds if len(stukken) == 1 else len(stukken[-1])
                elif "worksheets/" in deel.filename:
                    for letters, nummer in _ADRES.findall(rest + blok):
                        kolom, rij = max(kolom, _kolomnummer(letters)), max(rij, int(nummer))
                    rest = blok[-_RAND:]
                    los += blok.count(b"<c")
        cellen = max(cellen, kolom * rij, los)
    if cellen > CELLEN or cellen * langste > TEKST:
        raise WerkbladFout(_TE_GROOT)


def _kolomnummer(letters: bytes) -> int:
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + letter - 64
    return nummer


def _cel(cel: Any) -> str:
    if isinstance(cel, datetime | date):
        return cel.strftime("%Y-%m-%d")
    if isinstance(cel, float):
        return str(int(cel)) if cel.is_integer() else f"{cel:.2f}"
    return "" if cel is None else str(cel)
