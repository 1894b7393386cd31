"""Opening a delivered file: is it text, is it whole, which columns does it have. Refuses with an F code.

The bytes are walked once. Most files come out as they went in ("glad"); those with quotes, empty lines or
uneven rows are rewritten to a clean copy with the line number of each row in front.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.bestand.bronnen import Plekken, Rij, bron_van, tekstregels
from samenhang.schemes.vroegsignalering.bestand.doorloop import LANGSTE_RIJ, loop_door
from samenhang.schemes.vroegsignalering.bestand.profiel import FOUTKOLOMMEN, KOLOMMEN, NAMEN, verboden
from samenhang.schemes.vroegsignalering.bestand.weigering import BestandGeweigerd, te_lang

REGEL = "_regel"

_HANDTEKENINGEN = (
    (b"PK\x03\x04", Tekst("een zip- of Excelbestand", "a zip or Excel file")),
    (b"PK\x05\x06", Tekst("een leeg zipbestand", "an empty zip file")),
    (b"%PDF", Tekst("een PDF", "a PDF")),
    (b"\xd0\xcf\x11\xe0", Tekst("een oud Excelbestand", "an old Excel file")),
    (b"\x1f\x8b", Tekst("een gzip-bestand", "a gzip file")),
    (b"{", Tekst("JSON", "JSON")),
    (b"[", Tekst("JSON", "JSON")),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass
class Geopend:
    """A file ready for DuckDB: `pad` with `kolommen`, numbered lines if `genummerd`, and what was odd.

    `strak`: no cell has blanks around it, so that none needs to be trimmed.
    """

    naam: str
    pad: Path
    sha256: str
    kolommen: tuple[str, ...]
    genummerd: bool
    gelezen: int
    scheef: list[tuple[int, int]] = field(default_factory=list)
    opgeschoond: int = 0
    plekken: Plekken = field(default_factory=Plekken)
    strak: bool = False


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
    if pad.suffix.lower() in (".xlsx", ".json"):
        return _open_bron(pad, werkmap, _hash(pad))
    for handtekening, wat in _HANDTEKENINGEN:
        if begin.startswith(handtekening):
            raise BestandGeweigerd("F08", pad.name, wat)
    if begin.startswith(_UTF16):
        raise BestandGeweigerd("F04", pad.name, Tekst("0 (het is UTF-16)", "0 (it is UTF-16)"), regel=1)
    return _open_tekst(pad, werkmap)


def _hash(pad: Path) -> str:
    with pad.open("rb") as bron:
        return hashlib.file_digest(bron, "sha256").hexdigest()


def _open_tekst(pad: Path, werkmap: Path) -> Geopend:
    kop, grof = loop_door(pad, pad.name)
    kolommen = controleer_kop(_cellen(kop, pad.name), pad.name)
    geopend = Geopend(
        pad.name, pad, grof.sha256, kolommen, genummerd=False, gelezen=grof.rijen, strak=grof.strak
    )
    if not grof.glad(len(kolommen) - 1):
        rijen = tekstregels(pad)
        next(rijen)
        _schrijf_schoon(geopend, rijen, werkmap)
    if geopend.gelezen == 0:
        raise BestandGeweigerd("F07", pad.name, regel=1)
    return geopend


def _open_bron(pad: Path, werkmap: Path, sha256: str) -> Geopend:
    """A spreadsheet or JSON: its rows go to a clean copy, with their number in front."""
    bron = bron_van(pad)
    if not any(bron.kop):
        raise BestandGeweigerd("F07", pad.name)
    kolommen = controleer_kop(bron.kop, pad.name)
    geopend = Geopend(pad.name, pad, sha256, kolommen, genummerd=True, gelezen=0, plekken=bron.plekken)
    _schrijf_schoon(geopend, bron.rijen, werkmap)
    if geopend.gelezen == 0:
        raise BestandGeweigerd("F07", pad.name)
    return geopend


def _cellen(kop: str, naam: str) -> Sequence[str]:
    if not kop.strip():
        raise BestandGeweigerd("F07", naam, regel=1)
    if ";" not in kop:
        raise BestandGeweigerd("F05", naam, regel=1)
    try:
        return next(csv.reader([kop], delimiter=";", strict=True))
    except csv.Error as fout:
        wat = Tekst("open aanhalingsteken in regel 1", "open quote in line 1")
        raise BestandGeweigerd("F12", naam, wat, regel=1) from fout


def controleer_kop(cellen: Sequence[str], naam: str) -> tuple[str, ...]:
    """The columns of a header; raises `BestandGeweigerd` for what may not be there (F01-F03) or is not right (F06)."""
    kolommen = tuple(cel.strip() for cel in cellen)
    while kolommen and not kolommen[-1]:
        kolommen = kolommen[:-1]
    for kolom in kolommen:
        if code := verboden(kolom):
            hint = None
            if "cak" in naam.lower() or any("verzekeraar" in ander.lower() for ander in kolommen):
                hint = Tekst(
                    "Is dit de CAK-lijst van wanbetalers? Daarvoor is een eigen route met eigen grondslag vereist (Regeling zorgverzekering art. 7b lid 3); zie Beleid. Lever haar niet aan als signalen.",
                    "Is this the CAK list of defaulters? It needs its own route with its own legal basis (Regeling zorgverzekering art. 7b lid 3); see Policy. Do not deliver it as signals.",
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


def _schrijf_schoon(geopend: Geopend, rijen: Iterator[Rij], werkmap: Path) -> None:
    """Write the rows to a clean copy, each with its number in front, without the empty and the uneven ones."""
    breedte = len(geopend.kolommen)
    schoon = werkmap / f"{geopend.sha256[:16]}.schoon.csv"
    aantal = 0
    with schoon.open("w", encoding="utf-8", newline="") as doel:
        schrijver = csv.writer(doel, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL)
        for regel, cellen in rijen:
            rij = list(cellen)
            if geopend.plekken.wortel is None and not any(cel.strip() for cel in rij):
                geopend.opgeschoond += 1
                continue
            if sum(map(len, rij)) > LANGSTE_RIJ:
                raise te_lang(geopend.naam, regel, geopend.plekken.van(regel))
            aantal += 1
            while len(rij) > breedte and not rij[-1].strip():
                rij.pop()
                geopend.opgeschoond += 1
            if len(rij) != breedte:
                geopend.scheef.append((regel, len(rij)))
                continue
            schrijver.writerow([str(regel), *rij])
    geopend.pad, geopend.genummerd, geopend.gelezen = schoon, True, aantal
