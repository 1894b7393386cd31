"""The matcher beside Splink, on the same sets in one run: quality against the truth, time, memory."""

from __future__ import annotations

import json
import subprocess  # nosec
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from bench.febrl import schrijf_febrl
from bench.koppelaars import KOPPELAARS
from bench.koppelmaat import schrijf_waarheid
from bench.tweede import Vuil, schrijf_tweede
from samenhang.demo.wereld.modellen import Instelling
from samenhang.demo.wereld.schrijver import schrijf
from samenhang.demo.wereld.wereld import voor_signalen

ZAAD, ZAAD_ZWAAR = 9101, 9102
"""Seeds of the reported figures: no weight was learned and no threshold chosen on them."""


def demowereld(map_: Path, zaad: int, n: int) -> None:
    """A set of the demo world, without the rows that must be refused."""
    schrijf(voor_signalen(replace(Instelling(zaad=zaad), fouten=False), n), map_)


def tweede(map_: Path, zaad: int, n: int, *, zwaar: bool = False) -> None:
    """A set of `bench.tweede`, if asked with two to three times the usual dirt."""
    waar = schrijf_tweede(map_ / "leveringen", zaad, n, Vuil.zwaar(Random(zaad)) if zwaar else None)
    schrijf_waarheid(map_ / "waarheid.csv", waar)


def meet(n: int) -> dict[str, Any]:
    """Each set, each matcher, each in a process of its own; a table on stderr."""
    sets: dict[str, Callable[[Path], object]] = {
        f"demowereld {ZAAD}": lambda map_: demowereld(map_, ZAAD, n),
        f"tweede {ZAAD}": lambda map_: tweede(map_, ZAAD, n),
        f"tweede {ZAAD_ZWAAR} zwaar": lambda map_: tweede(map_, ZAAD_ZWAAR, n, zwaar=True),
        "FEBRL4": schrijf_febrl,
    }
    uit: dict[str, Any] = {}
    print(_KOP, file=sys.stderr, flush=True)
    for naam, maak in sets.items():
        with tempfile.TemporaryDirectory() as tijdelijk:
            map_ = Path(tijdelijk) / "set"
            maak(map_)
            uit[naam] = {koppelaar: meet_map(koppelaar, map_) for koppelaar in KOPPELAARS}
        for koppelaar, gemeten in uit[naam].items():
            print(_regel(naam, koppelaar, gemeten), file=sys.stderr, flush=True)
        ons, zij = (uit[naam][koppelaar]["totaal"] for koppelaar in KOPPELAARS)
        uit[naam]["verhouding"] = {
            maat: round(ons[maat] / max(zij[maat], 0.01), 2) for maat in ("wand_s", "cpu_s", "piek_mb")
        }
    return uit


def meet_map(koppelaar: str, map_: Path) -> dict[str, Any]:
    """The figures of one matcher on one set (`leveringen/*.csv` and `waarheid.csv`)."""
    gedraaid = subprocess.run(  # nosec
        [sys.executable, "-m", "bench.koppelaars", koppelaar, str(map_)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    gemeten: dict[str, Any] = json.loads(gedraaid.stdout.splitlines()[-1])
    return gemeten


_MATEN = ("personen", "over_partners", "huishoudens", "verschillende_personen")
_KOP = f"{'set':<24}{'koppelaar':<11}{'prec':>7}{'dekk':>7}{'pers':>7}{'partn':>7}{'huish':>7}{'versch':>7}{'wand':>8}{'cpu':>8}{'MB':>6}"


def _regel(naam: str, koppelaar: str, gemeten: dict[str, Any]) -> str:
    persoon, totaal = gemeten["personen"], gemeten["totaal"]
    cijfers = [persoon["precisie"], persoon["dekking"], *(gemeten.get(maat, {}).get("f1") for maat in _MATEN)]
    kolommen = "".join(f"{'–':>7}" if cijfer is None else f"{cijfer:7.3f}" for cijfer in cijfers)
    return f"{naam:<24}{koppelaar:<11}{kolommen}{totaal['wand_s']:8.1f}{totaal['cpu_s']:8.1f}{totaal['piek_mb']:6.0f}"


if __name__ == "__main__":
    for plek in sys.argv[1:]:
        for wie in KOPPELAARS:
            print(_regel(plek[-23:], wie, meet_map(wie, Path(plek))))
