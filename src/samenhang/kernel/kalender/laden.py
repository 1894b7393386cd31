"""Reads the dated calendar data of `rules/kalender`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from samenhang.kernel.basis.regelmap import regelmap
from samenhang.kernel.kalender.kalender import REGIOS, Kalender


def laad_kalender(map_: Path, extra_gelijkgesteld: Iterable[date] = ()) -> Kalender:
    """The calendar of a folder; only equated days with status "bevestigd" count, extra ones always do."""
    dagen = tomllib.loads((map_ / "gelijkgestelde-dagen.toml").read_text("utf-8"))
    scholen = tomllib.loads((map_ / "schoolvakanties.toml").read_text("utf-8"))
    bevestigd = {rij["datum"] for rij in dagen.get("dag", []) if rij["status"] == "bevestigd"}
    bevestigd |= set(extra_gelijkgesteld)
    voorgesteld = {rij["datum"] for rij in dagen.get("dag", []) if rij["status"] == "concept"}
    return Kalender(
        gelijkgesteld=frozenset(bevestigd),
        voorgesteld=frozenset(voorgesteld - bevestigd),
        vakanties={
            regio: tuple((rij[regio][0], rij[regio][1]) for rij in scholen["vakantie"]) for regio in REGIOS
        },
        scholen_van=scholen["volledig_van"],
        scholen_tot=scholen["volledig_tot"],
        scholen_bron=scholen["bron"],
        scholen_status=scholen["status"],
    )


@cache
def standaardkalender() -> Kalender:
    """The calendar of this deployment."""
    return laad_kalender(regelmap() / "kalender")
