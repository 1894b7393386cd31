"""The judgement of a file: read it, count what is wrong, keep the first findings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.domain.ddascontrole.bevinding import Bevinding
from samenhang.schemes.vroegsignalering.domain.ddascontrole.document import controleer

MEESTE: Final = 500
"""Findings that are written out; what comes after is counted."""
GROOTST: Final = 200_000_000
"""Bytes of a document that is read whole."""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What a document is worth: how many faults and warnings, and the first of them."""

    fouten: int
    let_op: int
    bevindingen: tuple[Bevinding, ...]

    @property
    def goed(self) -> bool:
        """Whether CBS can take it: warnings are allowed."""
        return not self.fouten

    @property
    def meer(self) -> int:
        """How many findings are not written out."""
        return self.fouten + self.let_op - len(self.bevindingen)

    @property
    def telling(self) -> Tekst:
        """How many faults and warnings."""
        fout, fault = ("fout", "fault") if self.fouten == 1 else ("fouten", "faults")
        let, warn = ("waarschuwing", "warning") if self.let_op == 1 else ("waarschuwingen", "warnings")
        return Tekst(
            f"{self.fouten} {fout} en {self.let_op} {let}", f"{self.fouten} {fault} and {self.let_op} {warn}"
        )

    def als_document(self) -> dict[str, Any]:
        """As one JSON document, the same as the API gives."""
        return {
            "goed": self.goed,
            "fouten": self.fouten,
            "letOp": self.let_op,
            "bevindingen": [
                {
                    "code": b.code,
                    "plaats": b.plaats,
                    "ernst": "fout" if b.fout else "let-op",
                    "tekst": b.tekst.nl,
                    "text": b.tekst.en,
                }
                for b in self.bevindingen
            ],
        }


def oordeel(inhoud: bytes, gemeentecode: str = "") -> Oordeel:
    """Judge a file. Raises `Geweigerd` when it is no JSON in UTF-8, or too large to read."""
    if len(inhoud) > GROOTST:
        raise Geweigerd(
            "ddas_groot",
            Tekst("Het bestand is groter dan 200 MB.", "The file is larger than 200 MB."),
            status=413,
        )
    try:
        document = json.loads(inhoud.decode("utf-8-sig"), parse_constant=_geen_getal)
    except UnicodeDecodeError as fout:
        raise Geweigerd(
            "ddas_json",
            Tekst(
                f"Het bestand is geen UTF-8 (byte {fout.start}).",
                f"The file is no UTF-8 (byte {fout.start}).",
            ),
        ) from fout
    except (ValueError, RecursionError) as fout:
        plek = f"{fout.lineno}:{fout.colno}" if isinstance(fout, json.JSONDecodeError) else "?"
        raise Geweigerd(
            "ddas_json",
            Tekst(
                f"Het bestand is geen JSON (regel:teken {plek}).",
                f"The file is no JSON (line:character {plek}).",
            ),
        ) from fout
    fouten = let_op = 0
    eerste: list[Bevinding] = []
    for bevinding in controleer(document, gemeentecode):
        fouten += bevinding.fout
        let_op += not bevinding.fout
        if len(eerste) < MEESTE:
            eerste.append(bevinding)
    return Oordeel(fouten, let_op, tuple(eerste))


def _geen_getal(naam: str) -> None:
    raise ValueError(naam)
