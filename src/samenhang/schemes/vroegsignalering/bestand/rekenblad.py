"""A delivered spreadsheet as rows; what cannot be read is refused with the code of a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samenhang.kernel.basis import werkblad
from samenhang.schemes.vroegsignalering.bestand.weigering import BestandGeweigerd


def bladrijen(pad: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet with their number, the header included; raises `BestandGeweigerd` (F08, F12)."""
    try:
        yield from werkblad.bladrijen(pad)
    except werkblad.WerkbladFout as fout:
        raise BestandGeweigerd("F08" if fout.ander_bestand else "F12", pad.name, fout.tekst) from fout
