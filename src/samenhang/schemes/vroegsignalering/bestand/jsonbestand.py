"""`vroegsignaal-1` as JSON: an object with a list `signalen`, or the list alone; each signal an object of text.

The same names, the same rules, the same codes as in text. A number keeps its digits (`432.10` stays so), `true`
and `false` are J and N, `null` is empty. Signals are read one by one from the text, so that a file never
unfolds in memory; what a few bytes could unfold into (lists in lists, keys twice) is refused where it stands.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.bestand.profiel import verboden
from samenhang.schemes.vroegsignalering.bestand.weigering import BestandGeweigerd

HOOGSTENS: Final = 64 * 1024 * 1024
"""Bytes. A larger delivery comes as text, which is read without being held."""

_WIT: Final = re.compile(r"[ \t\n\r]*")
_EENS: Final = ("partner", "partner_soort")
"""What may stand once beside the list instead of in every signal."""
_FORMAAT: Final = "vroegsignaal-1"

Walk = Generator[tuple[int, dict[str, str]], None, int]
"""Signals with their number; ends with the place behind them."""


class JsonBestand:
    """A JSON file whose signals can be walked; every walk raises `BestandGeweigerd` at what is wrong."""

    def __init__(self, pad: Path) -> None:
        self._naam = pad.name
        self._tekst = self._lees(pad)
        self._nummer = 0
        self._eens: dict[str, str] = {}
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object, parse_int=str, parse_float=str, parse_constant=self._geen_getal
        )
        self.wortel = "" if self._tekst[self._over_wit(0) :][:1] == "[" else "/signalen"

    def kop(self) -> tuple[str, ...]:
        """The names that occur, in the order in which they first do. Walks the whole file."""
        namen: dict[str, None] = {}
        for _, signaal in self._signalen():
            if not signaal.keys() <= namen.keys():
                self._nieuw(signaal.keys() - namen.keys())
                namen.update(dict.fromkeys(signaal))
        return tuple(dict.fromkeys(self._eens) | namen)

    def rijen(self, kop: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
        """Each signal with its number, as the cells under a header; after `kop`, which knows what stands once."""
        for nummer, signaal in self._signalen():
            yield nummer, [signaal.get(naam, self._eens.get(naam, "")) for naam in kop]

    def _nieuw(self, namen: set[str]) -> None:
        for naam in sorted(namen):
            if code := verboden(naam):
                plek = self._pointer(naam)
                raise BestandGeweigerd(code, self._naam, naam[:60], regel=self._nummer, kolom=naam, plek=plek)

    def _lees(self, pad: Path) -> str:
        if pad.stat().st_size > HOOGSTENS:
            raise self._vorm("groter dan 64 MB; lever CSV", "larger than 64 MB; deliver CSV")
        ruw = pad.read_bytes()
        try:
            return ruw.removeprefix(codecs.BOM_UTF8).decode()
        except UnicodeDecodeError as fout:
            regel = ruw.count(b"\n", 0, fout.start) + 1
            wat = Tekst(f"{fout.start}, regel {regel}", f"{fout.start}, line {regel}")
            raise BestandGeweigerd("F04", self._naam, wat, regel=regel) from fout

    def _signalen(self) -> Iterator[tuple[int, dict[str, str]]]:
        self._nummer = 0
        plek = self._over_wit(0)
        teken = self._tekst[plek : plek + 1]
        if not teken:
            raise BestandGeweigerd("F07", self._naam)
        if teken == "[":
            plek = yield from self._lijst(plek)
        elif teken == "{":
            plek = yield from self._wortelobject(plek)
        else:
            raise self._vorm("het begint niet met { of [", "it does not begin with { or [")
        if self._over_wit(plek) != len(self._tekst):
            raise self._kapot(plek)

    def _wortelobject(self, plek: int) -> Walk:
        """The members of the root one by one, so that the list among them is never made as a whole."""
        namen: list[str] = []
        plek = self._over_wit(plek + 1)
        if self._tekst[plek : plek + 1] == "}":
            raise self._vorm("de lijst signalen ontbreekt", "the list signalen is missing")
        while True:
            naam, plek = self._waarde(plek)
            plek = self._over_wit(plek)
            if not isinstance(naam, str) or self._tekst[plek : plek + 1] != ":":
                raise self._kapot(plek)
            namen.append(naam)
            plek = self._over_wit(plek + 1)
            if naam == "signalen" and self._tekst[plek : plek + 1] == "[":
                plek = yield from self._lijst(plek)
            else:
                waarde, plek = self._waarde(plek)
                self._wortellid(naam, waarde)
            plek, verder = self._na(plek, "}")
            if not verder:
                break
        self._sleutels(namen, "")
        if "signalen" not in namen:
            raise self._vorm("de lijst signalen ontbreekt", "the list signalen is missing")
        return plek

    def _wortellid(self, naam: str, waarde: Any) -> None:
        pointer = f"/{naam}"
        if code := verboden(naam):
            raise BestandGeweigerd(code, self._naam, naam, kolom=naam, plek=pointer)
        if naam == "formaat" and waarde != _FORMAAT:
            raise self._vorm(f"formaat is niet {_FORMAAT}", f"formaat is not {_FORMAAT}", pointer)
        if naam in _EENS and isinstance(waarde, str):
            self._eens[naam] = waarde
        elif naam != "formaat":
            raise self._vorm(f"{naam[:40]} hoort hier niet", f"{naam[:40]} does not belong here", pointer)

    def _lijst(self, plek: int) -> Walk:
        plek = self._over_wit(plek + 1)
        if self._tekst[plek : plek + 1] == "]":
            return plek + 1
        while True:
            self._nummer += 1
            waarde, plek = self._waarde(plek)
            if not isinstance(waarde, dict):
                raise self._vorm("geen object", "not an object", self._pointer())
            yield self._nummer, self._cellen(waarde)
            plek, verder = self._na(plek, "]")
            if not verder:
                self._nummer = 0
                return plek

    def _cellen(self, signaal: dict[str, Any]) -> dict[str, str]:
        cellen = {}
        for naam, waarde in signaal.items():
            if isinstance(waarde, dict | list):
                raise self._vorm("geen tekst", "no text", self._pointer(naam))
            cel = (
                ""
                if waarde is None
                else {True: "J", False: "N"}[waarde]
                if isinstance(waarde, bool)
                else waarde
            )
            if "\0" in cel or (not cel.isascii() and any("\ud800" <= teken <= "\udfff" for teken in cel)):
                wat = Tekst(
                    f"een onmogelijk teken bij {self._pointer(naam)}",
                    f"an impossible character at {self._pointer(naam)}",
                )
                raise BestandGeweigerd(
                    "F12", self._naam, wat, regel=self._nummer, kolom=naam, plek=self._pointer(naam)
                )
            cellen[naam] = cel
        return cellen

    def _object(self, paren: list[tuple[str, Any]]) -> dict[str, Any]:
        """Every object of the file; keys that occur twice are refused, because readers differ in which one counts."""
        self._sleutels([naam for naam, _ in paren], self._pointer())
        return dict(paren)

    def _sleutels(self, namen: list[str], pointer: str) -> None:
        if len(set(namen)) != len(namen):
            naam = next(naam for naam in namen if namen.count(naam) > 1)[:60]
            wat = Tekst(f"dubbel {naam}", f"duplicate {naam}")
            raise BestandGeweigerd(
                "F06", self._naam, wat, regel=self._nummer or None, kolom=naam, plek=f"{pointer}/{naam}"
            )

    def _geen_getal(self, naam: str) -> str:
        raise BestandGeweigerd(
            "F12", self._naam, Tekst(f"{naam} is geen JSON", f"{naam} is not JSON"),
            regel=self._nummer or None, plek=self._pointer(),
        )  # fmt: skip

    def _waarde(self, plek: int) -> tuple[Any, int]:
        try:
            return self._decoder.raw_decode(self._tekst, plek)
        except json.JSONDecodeError as fout:
            raise self._kapot(fout.pos) from fout
        except RecursionError as fout:
            raise self._vorm("te diep genest", "nested too deep", self._pointer()) from fout

    def _na(self, plek: int, einde: str) -> tuple[int, bool]:
        """After a member: a comma and the next one, or the end."""
        plek = self._over_wit(plek)
        teken = self._tekst[plek : plek + 1]
        if teken == ",":
            return self._over_wit(plek + 1), True
        if teken != einde:
            raise self._kapot(plek)
        return plek + 1, False

    def _over_wit(self, plek: int) -> int:
        treffer = _WIT.match(self._tekst, plek)
        return treffer.end() if treffer else plek

    def _pointer(self, naam: str = "") -> str:
        kort = naam[:60].replace("~", "~0").replace("/", "~1")
        signaal = f"{self.wortel}/{self._nummer - 1}" if self._nummer else ""
        return f"{signaal}/{kort}" if naam else signaal

    def _kapot(self, plek: int) -> BestandGeweigerd:
        regel = self._tekst.count("\n", 0, plek) + 1
        teken = plek - self._tekst.rfind("\n", 0, plek)
        wat = Tekst(
            f"geen geldige JSON op regel {regel}, teken {teken}",
            f"no valid JSON on line {regel}, character {teken}",
        )
        return BestandGeweigerd("F12", self._naam, wat, plek=self._pointer())

    def _vorm(self, nl: str, en: str, plek: str = "") -> BestandGeweigerd:
        waar = f"{plek}: " if plek else ""
        regel = (self._nummer or None) if plek else None
        return BestandGeweigerd("F14", self._naam, Tekst(waar + nl, waar + en), regel=regel, plek=plek)


def schrijf_json(doel: BinaryIO, wortel: str, signalen: Iterable[dict[str, str]]) -> None:
    """Write signals as a file of this format, with the list at the pointer `wortel`."""
    doel.write(b'{"formaat": "vroegsignaal-1", "signalen": [' if wortel else b"[")
    komma = b"\n"
    for signaal in signalen:
        doel.write(komma + json.dumps(signaal, ensure_ascii=False).encode())
        komma = b",\n"
    doel.write(b"\n]}\n" if wortel else b"\n]\n")
