"""The judgement of a file: read it, count what is wrong, keep the first findings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

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
