"""The bytes of a file, walked once: hash, encoding, length of lines, shape.

Blocks go by at the speed of the disk. Only a file in which something is odd is walked line by line, to say
where.
"""

from __future__ import annotations

import codecs
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.bestand.weigering import BestandGeweigerd, te_lang

LANGSTE_RIJ = 64 * 1024
BLOK = LANGSTE_RIJ // 2
"""Half of the longest row: a longer row always holds one whole block without a line end."""

_RAND = (b";", b"\r", b"\n")
"""What stands around a cell."""


@dataclass
class Doorloop:
    """What the walk found. `strak`: no cell has blanks around it; False when that is not known."""

    sha256: str = ""
    rijen: int = 0
    leeg: int = 0
    aanhaling: bool = False
    strak: bool = False
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


def loop_door(pad: Path, naam: str) -> tuple[str, Doorloop]:
    """The header line and what is odd about the file; raises `BestandGeweigerd` (F04, F12) with its line."""
    return _in_blokken(pad) or _per_regel(pad, naam)


def _in_blokken(pad: Path) -> tuple[str, Doorloop] | None:
    """The quick walk; None as soon as something is odd, or may be: a line that could be empty, uneven or quoted."""
    som, decodeer = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")()
    wagens = windows = 0
    kop, vorige, strak = b"", b"", True
    with pad.open("rb") as bron:
        kop = bron.readline(LANGSTE_RIJ + 1)
        bron.seek(0)
        vorm = _Vorm(kop.count(b";"))
        while blok := bron.read(BLOK):
            som.update(blok)
            if not blok.isascii() or decodeer.getstate()[0]:
                try:
                    decodeer.decode(blok, final=False)
                except UnicodeDecodeError:
                    return None
            nieuw = vorm.volgt(blok)
            if nieuw is None or b'"' in blok or b"\0" in blok or (not nieuw and len(blok) == BLOK):
                return None
            rand = vorige[-vorm.bereik :] + blok
            if b"\r" in blok:
                wagens += blok.count(b"\r")
            if wagens:
                windows += rand.count(b"\r\n") - vorige[-vorm.bereik :].count(b"\r\n")
            if vorm.leeg in rand:
                return None
            if not _is_strak(rand):
                strak = False
                if b"\n;" in rand or b"\n " in rand or b"\n\t" in rand:
                    return None
            vorige = blok
    try:
        decodeer.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    regels = vorm.regels
    rijen = regels - 1 if vorige.endswith(b"\n") else regels
    if not kop.endswith(b"\n") or rijen < 1 or not vorm.is_af(vorige):
        return None
    if wagens not in (0, regels) or windows != wagens or (wagens and not vorige.endswith(b"\n")):
        return None
    doorloop = Doorloop(som.hexdigest(), rijen, strak=strak and not vorige.endswith(b" "))
    return kop.decode("utf-8-sig").rstrip("\r\n"), doorloop


class _Vorm:
    """Whether every line has the separators of the header: what is left of a file without its cells is then one
    pattern over and over."""

    _CELLEN: Final = bytes(byte for byte in range(256) if byte not in b";\n")

    def __init__(self, breedte: int) -> None:
        self._patroon = b";" * breedte + b"\n"
        self._lang = self._patroon * (BLOK // (breedte + 1) + 2)
        self._plek = 0
        self.regels = 0
        self.leeg = b"\n" + b";" * breedte
        """How a line without anything begins, when it has no blanks either."""
        self.bereik = len(self.leeg)
        """Bytes of the block before that are looked at again with the next."""

    def volgt(self, blok: bytes) -> int | None:
        """How many lines end in the next block; None when one of them is uneven."""
        rest = blok.translate(None, self._CELLEN)
        if rest != self._lang[self._plek : self._plek + len(rest)]:
            return None
        einden, self._plek = divmod(self._plek + len(rest), len(self._patroon))
        self.regels += einden
        return einden

    def is_af(self, laatste: bytes) -> bool:
        """Whether the last line has all its separators; `laatste` is the last block."""
        return self._plek == (0 if laatste.endswith(b"\n") else len(self._patroon) - 1)


def _is_strak(blok: bytes) -> bool:
    """Whether no cell in it has blanks around it; blanks are looked for first, for most cells have none at all."""
    if b"\t" in blok or (not blok.isascii() and b"\xc2\xa0" in blok):
        return False
    stukken = blok.split(b" ")
    return not (
        any(stuk.startswith(_RAND) for stuk in stukken[1:])
        or any(stuk.endswith(_RAND) for stuk in stukken[:-1])
    )


def _per_regel(pad: Path, naam: str) -> tuple[str, Doorloop]:
    """The careful walk, that knows the line of whatever is wrong."""
    doorloop, som, kop = Doorloop(), hashlib.sha256(), ""
    decodeer = codecs.getincrementaldecoder("utf-8")()
    plaats = 0
    with pad.open("rb") as bron:
        for nummer, regel in enumerate(_regels(bron), start=1):
            som.update(regel)
            if len(regel) > LANGSTE_RIJ:
                raise te_lang(naam, nummer)
            if b"\0" in regel:
                raise BestandGeweigerd(
                    "F12",
                    naam,
                    Tekst(f"NUL-byte in regel {nummer}", f"NUL byte in line {nummer}"),
                    regel=nummer,
                )
            try:
                decodeer.decode(regel, final=False)
            except UnicodeDecodeError as fout:
                raise _geen_utf8(naam, plaats + fout.start, nummer) from fout
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
        raise _geen_utf8(naam, plaats, doorloop.rijen + doorloop.leeg + 1) from fout
    doorloop.sha256 = som.hexdigest()
    return kop, doorloop


def _geen_utf8(naam: str, byte: int, regel: int) -> BestandGeweigerd:
    wat = Tekst(f"{byte}, regel {regel}", f"{byte}, line {regel}")
    return BestandGeweigerd("F04", naam, wat, regel=regel)


def _regels(bron: io.BufferedReader) -> Iterator[bytes]:
    """Lines, cut off beyond the longest allowed so that memory stays flat on a file without line ends."""
    while regel := bron.readline(LANGSTE_RIJ + 1):
        yield regel
