"""Opening a delivered file: is it text, is it whole, which columns does it have. Refuses with an F code.

The bytes are walked once. Most files come out as they went in ("glad"); those with quotes, empty lines or
uneven rows are rewritten to a clean copy with the line number of each row in front.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.schemes.vroegsignalering.bestand.codes import zin
from samenhang.schemes.vroegsignalering.bestand.profiel import KOLOMMEN, NAMEN, verboden

LANGSTE_RIJ = 64 * 1024
XLSX_UITGEPAKT = 200 * 1024 * 1024
XLSX_VERHOUDING = 200
XLSX_DELEN = 1000
REGEL = "_regel"

_HANDTEKENINGEN = (
    (b"PK\x03\x04", "een zip- of Excelbestand"),
    (b"PK\x05\x06", "een leeg zipbestand"),
    (b"%PDF", "een PDF"),
    (b"\xd0\xcf\x11\xe0", "een oud Excelbestand"),
    (b"\x1f\x8b", "een gzip-bestand"),
)


class BestandGeweigerd(Geweigerd):
    """A file was refused as a whole; nothing of it is kept but its hash and this reason."""

    def __init__(
        self,
        code: str,
        bestand: str,
        waarde: str = "",
        *,
        regel: int | None = None,
        hint: Tekst | None = None,
    ) -> None:
        tekst = zin(code, waarde)
        if hint:
            tekst = Tekst(f"{tekst.nl} {hint.nl}", f"{tekst.en} {hint.en}")
        self.bestand = bestand
        super().__init__(
            code,
            tekst,
            fouten=(
                Fout(
                    code, tekst, Plaats(bestand, regel, waarde if code[:2] == "F0" and code < "F04" else "")
                ),
            ),
        )


@dataclass
class Geopend:
    """A file ready for DuckDB: `pad` with `kolommen`, numbered lines if `genummerd`, and what was odd."""

    naam: str
    pad: Path
    sha256: str
    kolommen: tuple[str, ...]
    genummerd: bool
    gelezen: int
    scheef: list[tuple[int, int]] = field(default_factory=list)
    opgeschoond: int = 0


def open_bestand(pad: Path, werkmap: Path) -> Geopend:
    """Check the bytes of a file and prepare it; raises `BestandGeweigerd`, or `Geweigerd` when it is unreadable."""
    try:
        begin = pad.open("rb").read(8)
    except OSError as fout:
        raise Geweigerd(
            "bestand_onleesbaar",
            Tekst(
                f"{pad.name} kan niet worden gelezen. Controleer de naam.",
                f"{pad.name} cannot be read. Check the name.",
            ),
        ) from fout
    if pad.suffix.lower() == ".xlsx":
        return _open_tekst(_xlsx_naar_csv(pad, begin, werkmap), pad.name, werkmap, _hash(pad))
    for handtekening, wat in _HANDTEKENINGEN:
        if begin.startswith(handtekening):
            raise BestandGeweigerd("F08", pad.name, wat)
    return _open_tekst(pad, pad.name, werkmap, "")


def _hash(pad: Path) -> str:
    with pad.open("rb") as bron:
        return hashlib.file_digest(bron, "sha256").hexdigest()


def _open_tekst(pad: Path, naam: str, werkmap: Path, sha256: str) -> Geopend:
    kop, grof = _loop_door(pad, naam)
    kolommen = _kolommen(kop, naam)
    geopend = Geopend(naam, pad, sha256 or grof.sha256, kolommen, genummerd=False, gelezen=grof.rijen)
    if not grof.glad(len(kolommen) - 1):
        _schrijf_schoon(geopend, werkmap)
    if geopend.gelezen == 0:
        raise BestandGeweigerd("F07", naam)
    return geopend


@dataclass
class _Doorloop:
    sha256: str = ""
    rijen: int = 0
    leeg: int = 0
    aanhaling: bool = False
    scheidingen: set[int] = field(default_factory=set)
    eindes: set[bytes] = field(default_factory=set)

    def glad(self, scheidingen: int) -> bool:
        """Whether DuckDB can read the lines as they are: one line one row."""
        return (
            not self.aanhaling
            and not self.leeg
            and self.scheidingen <= {scheidingen}
            and len(self.eindes) <= 1
        )


def _loop_door(pad: Path, naam: str) -> tuple[str, _Doorloop]:
    """One walk over the bytes: hash, encoding, NUL, length of lines, shape."""
    doorloop, som, kop = _Doorloop(), hashlib.sha256(), ""
    decodeer = codecs.getincrementaldecoder("utf-8")()
    plaats = 0
    with pad.open("rb") as bron:
        for nummer, regel in enumerate(_regels(bron), start=1):
            som.update(regel)
            if len(regel) > LANGSTE_RIJ:
                raise BestandGeweigerd("F12", naam, f"regel {nummer} is langer dan 64 kB", regel=nummer)
            if b"\0" in regel:
                raise BestandGeweigerd("F12", naam, f"NUL-byte in regel {nummer}", regel=nummer)
            try:
                decodeer.decode(regel, final=False)
            except UnicodeDecodeError as fout:
                raise BestandGeweigerd(
                    "F04", naam, f"{plaats + fout.start}, regel {nummer}", regel=nummer
                ) from fout
            if nummer == 1:
                kop = regel.decode("utf-8-sig", "replace").rstrip("\r\n")
                doorloop.aanhaling = '"' in kop or "\r" in kop
            else:
                kaal = regel.rstrip(b"\r\n")
                if not kaal.strip(b"; \t"):
                    doorloop.leeg += 1
                else:
                    doorloop.rijen += 1
                doorloop.aanhaling = doorloop.aanhaling or b'"' in kaal or b"\r" in kaal
                doorloop.scheidingen.add(kaal.count(b";"))
            if regel.endswith(b"\n"):
                doorloop.eindes.add(regel[-2:] if regel.endswith(b"\r\n") else b"\n")
            plaats += len(regel)
    try:
        decodeer.decode(b"", final=True)
    except UnicodeDecodeError as fout:
        raise BestandGeweigerd("F04", naam, str(plaats)) from fout
    doorloop.sha256 = som.hexdigest()
    return kop, doorloop


def _regels(bron: io.BufferedReader) -> Iterator[bytes]:
    """Lines, cut off beyond the longest allowed so that memory stays flat on a file without line ends."""
    while regel := bron.readline(LANGSTE_RIJ + 1):
        yield regel


def _kolommen(kop: str, naam: str) -> tuple[str, ...]:
    if not kop.strip():
        raise BestandGeweigerd("F07", naam)
    if ";" not in kop:
        raise BestandGeweigerd("F05", naam)
    try:
        kolommen = tuple(cel.strip() for cel in next(csv.reader([kop], delimiter=";", strict=True)))
    except csv.Error as fout:
        raise BestandGeweigerd("F12", naam, "open aanhalingsteken in regel 1", regel=1) from fout
    while kolommen and not kolommen[-1]:
        kolommen = kolommen[:-1]
    for kolom in kolommen:
        if code := verboden(kolom):
            hint = None
            if "cak" in naam.lower():
                hint = Tekst(
                    "Voor de CAK-lijst is een eigen route met eigen grondslag vereist.",
                    "The CAK list needs its own route with its own legal basis.",
                )
            raise BestandGeweigerd(code, naam, kolom, regel=1, hint=hint)
    dubbel = sorted({kolom for kolom in kolommen if kolommen.count(kolom) > 1})
    vreemd = sorted({kolom for kolom in kolommen if kolom not in NAMEN} - {""})
    alle = {kolom.naam for kolom in KOLOMMEN if len(kolom.verplicht) == 5}
    ontbreekt = sorted(alle - set(kolommen))
    if not {"voorletters", "voornaam"} & set(kolommen):
        ontbreekt.append("voorletters of voornaam")
    if not {"aantal_maanden", "ontstaansdatum"} & set(kolommen):
        ontbreekt.append("aantal_maanden of ontstaansdatum")
    delen = [
        f"{wat} {', '.join(namen)}"
        for wat, namen in (
            ("dubbel", dubbel),
            ("onbekend", vreemd),
            ("ontbreekt", ontbreekt),
            ("naamloos", [""] if "" in kolommen else []),
        )
        if namen
    ]
    if delen:
        raise BestandGeweigerd("F06", naam, "; ".join(delen), regel=1)
    return kolommen


def _schrijf_schoon(geopend: Geopend, werkmap: Path) -> None:
    """Rewrite a file with quotes, empty lines or uneven rows, numbering each row with its first line."""
    breedte = len(geopend.kolommen)
    schoon = werkmap / f"{geopend.sha256[:16]}.schoon.csv"
    rijen = 0
    with (
        geopend.pad.open(encoding="utf-8-sig", newline="") as bron,
        schoon.open("w", encoding="utf-8", newline="") as doel,
    ):
        lezer = csv.reader(bron, delimiter=";", strict=True)
        schrijver = csv.writer(doel, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL)
        try:
            next(lezer)
            begin = lezer.line_num + 1
            for rij in lezer:
                regel, begin = begin, lezer.line_num + 1
                if not any(cel.strip() for cel in rij):
                    geopend.opgeschoond += 1
                    continue
                rijen += 1
                while len(rij) > breedte and not rij[-1].strip():
                    rij.pop()
                    geopend.opgeschoond += 1
                if len(rij) != breedte:
                    geopend.scheef.append((regel, len(rij)))
                    continue
                schrijver.writerow([str(regel), *rij])
        except csv.Error as fout:
            raise BestandGeweigerd(
                "F12", geopend.naam, f"open aanhalingsteken vanaf regel {begin}", regel=begin
            ) from fout
    geopend.pad, geopend.genummerd, geopend.gelezen = schoon, True, rijen


def _xlsx_naar_csv(pad: Path, begin: bytes, werkmap: Path) -> Path:
    """The first sheet as CSV, after the archive has been checked for size."""
    if not begin.startswith(b"PK"):
        raise BestandGeweigerd("F08", pad.name, "geen Excelbestand")
    try:
        with zipfile.ZipFile(pad) as archief:
            delen = archief.infolist()
            if len(delen) > XLSX_DELEN:
                raise BestandGeweigerd("F12", pad.name, "te veel delen in het Excelbestand")
            totaal = 0
            for deel in delen:
                with archief.open(deel) as stroom:
                    while brok := stroom.read(1024 * 1024):
                        totaal += len(brok)
                        if totaal > XLSX_UITGEPAKT or totaal > XLSX_VERHOUDING * max(
                            pad.stat().st_size, 50_000
                        ):
                            raise BestandGeweigerd("F12", pad.name, "uitgepakt te groot (zipbom)")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as fout:
        raise BestandGeweigerd("F12", pad.name, "het Excelbestand kan niet worden geopend") from fout
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        rijen = CalamineWorkbook.from_path(str(pad)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError) as fout:
        raise BestandGeweigerd("F12", pad.name, "het Excelbestand kan niet worden gelezen") from fout
    doel = werkmap / f"{pad.stem}.blad.csv"
    with doel.open("w", encoding="utf-8", newline="") as uit:
        schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
        for rij in rijen:
            schrijver.writerow([_cel(cel) for cel in rij])
    return doel


def _cel(cel: Any) -> str:
    if isinstance(cel, datetime | date):
        return cel.strftime("%Y-%m-%d")
    if isinstance(cel, float):
        return str(int(cel)) if cel.is_integer() else f"{cel:.2f}"
    return "" if cel is None else str(cel)
