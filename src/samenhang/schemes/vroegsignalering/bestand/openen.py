"""Opening a delivered file: is it text, is it whole, which columns does it have. Refuses with an F code.

The bytes are walked once. Most files come out as they went in ("glad"); those with quotes, empty lines or
uneven rows are rewritten to a clean copy with the line number of each row in front.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.bestand.doorloop import LANGSTE_RIJ, loop_door
from samenhang.schemes.vroegsignalering.bestand.profiel import FOUTKOLOMMEN, KOLOMMEN, NAMEN, verboden
from samenhang.schemes.vroegsignalering.bestand.rekenblad import xlsx_naar_csv
from samenhang.schemes.vroegsignalering.bestand.weigering import BestandGeweigerd, te_lang

REGEL = "_regel"

_HANDTEKENINGEN = (
    (b"PK\x03\x04", Tekst("een zip- of Excelbestand", "a zip or Excel file")),
    (b"PK\x05\x06", Tekst("een leeg zipbestand", "an empty zip file")),
    (b"%PDF", Tekst("een PDF", "a PDF")),
    (b"\xd0\xcf\x11\xe0", Tekst("een oud Excelbestand", "an old Excel file")),
    (b"\x1f\x8b", Tekst("een gzip-bestand", "a gzip file")),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


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
        return _open_tekst(xlsx_naar_csv(pad, werkmap), pad.name, werkmap, _hash(pad))
    for handtekening, wat in _HANDTEKENINGEN:
        if begin.startswith(handtekening):
            raise BestandGeweigerd("F08", pad.name, wat)
    if begin.startswith(_UTF16):
        raise BestandGeweigerd("F04", pad.name, Tekst("0 (het is UTF-16)", "0 (it is UTF-16)"), regel=1)
    return _open_tekst(pad, pad.name, werkmap, "")


def _hash(pad: Path) -> str:
    with pad.open("rb") as bron:
        return hashlib.file_digest(bron, "sha256").hexdigest()


def _open_tekst(pad: Path, naam: str, werkmap: Path, sha256: str) -> Geopend:
    kop, grof = loop_door(pad, naam)
    kolommen = _kolommen(kop, naam)
    geopend = Geopend(naam, pad, sha256 or grof.sha256, kolommen, genummerd=False, gelezen=grof.rijen)
    if not grof.glad(len(kolommen) - 1):
        _schrijf_schoon(geopend, werkmap)
    if geopend.gelezen == 0:
        raise BestandGeweigerd("F07", naam, regel=1)
    return geopend


def _kolommen(kop: str, naam: str) -> tuple[str, ...]:
    if not kop.strip():
        raise BestandGeweigerd("F07", naam, regel=1)
    if ";" not in kop:
        raise BestandGeweigerd("F05", naam, regel=1)
    try:
        kolommen = tuple(cel.strip() for cel in next(csv.reader([kop], delimiter=";", strict=True)))
    except csv.Error as fout:
        wat = Tekst("open aanhalingsteken in regel 1", "open quote in line 1")
        raise BestandGeweigerd("F12", naam, wat, regel=1) from fout
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
            raise BestandGeweigerd(code, naam, kolom, regel=1, kolom=kolom, hint=hint)
    dubbel = sorted({kolom for kolom in kolommen if kolom and kolommen.count(kolom) > 1})
    vreemd = sorted({kolom for kolom in kolommen if kolom not in NAMEN + FOUTKOLOMMEN} - {""})
    alle = {kolom.naam for kolom in KOLOMMEN if len(kolom.verplicht) == 5}
    ontbreekt = sorted(alle - set(kolommen))
    for een, ander in (("voorletters", "voornaam"), ("aantal_maanden", "ontstaansdatum")):
        if not {een, ander} & set(kolommen):
            ontbreekt.append(f"{een}/{ander}")
    delen = [
        (nl, en, ", ".join(namen))
        for nl, en, namen in (
            ("dubbel", "duplicate", dubbel),
            ("onbekend", "unknown", vreemd),
            ("ontbreekt", "missing", ontbreekt),
            ("zonder naam", "without a name", ["1"] if "" in kolommen else []),
        )
        if namen
    ]
    if delen:
        wat = Tekst(
            "; ".join(f"{nl} {namen}" for nl, _, namen in delen),
            "; ".join(f"{en} {namen}" for _, en, namen in delen),
        )
        raise BestandGeweigerd("F06", naam, wat, regel=1)
    return kolommen


def _schrijf_schoon(geopend: Geopend, werkmap: Path) -> None:
    """Rewrite a file with quotes, empty lines or uneven rows, numbering each row with its first line."""
    breedte = len(geopend.kolommen)
    schoon = werkmap / f"{geopend.sha256[:16]}.schoon.csv"
    rijen = begin = 0
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
                if sum(map(len, rij)) > LANGSTE_RIJ:
                    raise te_lang(geopend.naam, regel)
                rijen += 1
                while len(rij) > breedte and not rij[-1].strip():
                    rij.pop()
                    geopend.opgeschoond += 1
                if len(rij) != breedte:
                    geopend.scheef.append((regel, len(rij)))
                    continue
                schrijver.writerow([str(regel), *rij])
        except csv.Error as fout:
            if "field limit" in str(fout):
                raise te_lang(geopend.naam, begin) from fout
            wat = Tekst(f"open aanhalingsteken vanaf regel {begin}", f"open quote from line {begin}")
            raise BestandGeweigerd("F12", geopend.naam, wat, regel=begin) from fout
    geopend.pad, geopend.genummerd, geopend.gelezen = schoon, True, rijen
