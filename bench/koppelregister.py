"""A delivery into a register beside one run over all files, which leaves nothing (`alles`) or a register too (`opnieuw`):
the same command, each in a process of its own.

The signals of the last days come as the new delivery: a twentieth of what the register knows.
"""

from __future__ import annotations

import csv
import filecmp
import json
import os
import subprocess  # nosec
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.tweede import schrijf_tweede

ZAAD = 9301
"""The seed of the reported figures; no weight was learned and no threshold chosen on it."""

_OPDRACHT = (
    "import sys; from samenhang.cli.hoofd import hoofd; hoofd(['vroegsignalering', 'koppel', *sys.argv[1:]])"
)


def meet(n: int) -> dict[str, Any]:
    """`n` known signals and a twentieth more: what the delivery costs of a full run, and whether both agree."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        schrijf_tweede(map_ / "alles", ZAAD, n + n // 20)
        return meet_map(map_, n // 20)


def meet_map(map_: Path, nieuw: int) -> dict[str, Any]:
    """The figures of the files in `alles/`, of which the last `nieuw` signals are delivered later."""
    splits(sorted((map_ / "alles").glob("*.csv")), map_ / "oud", map_ / "nieuw", nieuw)
    register = str(map_ / "register")
    vol, bij = map_ / "vol.csv", map_ / "bij.csv"
    begin = _koppel(map_ / "oud", bij, "--register", register)
    erbij = _koppel(map_ / "nieuw", bij, "--register", register)
    opnieuw = _koppel([map_ / "oud", map_ / "nieuw"], vol, "--register", str(map_ / "opnieuw"))
    alles = _koppel([map_ / "oud", map_ / "nieuw"], vol)
    return {
        "bekend": begin["signalen"],
        "nieuw": erbij["signalen"],
        "verhouding_wand": round(erbij["wand_s"] / alles["wand_s"], 3),
        "verhouding_cpu": round(erbij["cpu_s"] / alles["cpu_s"], 3),
        "verhouding_wand_met_register": round(erbij["wand_s"] / opnieuw["wand_s"], 3),
        "verhouding_cpu_met_register": round(erbij["cpu_s"] / opnieuw["cpu_s"], 3),
        "gelijk": filecmp.cmp(vol, bij, shallow=False),
        "van_persoon_veranderd": erbij["register"]["van_persoon_veranderd"],
        "register_mb": sum(deel.stat().st_size for deel in Path(register).iterdir()) // 1_000_000,
        "alles": alles,
        "opnieuw": opnieuw,
        "eerste": begin,
        "erbij": erbij,
    }


def splits(paden: Iterable[Path], oud: Path, nieuw: Path, aantal: int) -> None:
    """Put the `aantal` last signals of the files (by `datum_signaal`) apart, in files with names of their own."""
    rijen: list[tuple[str, str, int, str]] = []
    koppen = {}
    for pad in paden:
        with pad.open(encoding="utf-8") as bron:
            koppen[pad.name] = kop = next(bron)
            plek = next(csv.reader([kop], delimiter=";")).index("datum_signaal")
            rijen += [(regel.split(";")[plek], pad.name, nr, regel) for nr, regel in enumerate(bron)]
    rijen.sort()
    for map_, deel, voor in ((oud, rijen[:-aantal], ""), (nieuw, rijen[-aantal:], "nieuw_")):
        map_.mkdir()
        per_bestand: dict[str, list[str]] = {}
        for _, naam, _, regel in sorted(deel, key=lambda rij: rij[1:3]):
            per_bestand.setdefault(naam, []).append(regel)
        for naam, regels in per_bestand.items():
            (map_ / f"{voor}{naam}").write_text(koppen[naam] + "".join(regels), "utf-8")


def _omgeving(map_: Path) -> dict[str, str]:
    """The environment of an installation, which keeps compiled modules whatever this process was told."""
    eigen = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
    return {**eigen, "PYTHONPYCACHEPREFIX": str(map_ / "gecompileerd")}


def _koppel(bestanden: Path | list[Path], uit: Path, *meer: str) -> dict[str, Any]:
    """Run the command; its own account, with wall and processor time of the whole process and its peak memory."""
    paden = [str(pad) for pad in (bestanden if isinstance(bestanden, list) else [bestanden])]
    opdracht = [sys.executable, "-c", _OPDRACHT, *paden, "--uitvoer", str(uit), "--peildatum", "2026-12-01", "--json", *meer]  # fmt: skip
    begin = time.perf_counter()
    proces = subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True, env=_omgeving(uit.parent))  # nosec
    assert proces.stdout is not None  # asked for
    uitvoer = proces.stdout.read()
    _, einde, gebruik = os.wait4(proces.pid, 0)
    wand = time.perf_counter() - begin
    if einde:
        raise RuntimeError(f"koppel eindigde met {os.waitstatus_to_exitcode(einde)}")
    verslag: dict[str, Any] = json.loads(uitvoer)
    return {
        "signalen": verslag["geaccepteerd"],
        "wand_s": round(wand, 2),
        "cpu_s": round(gebruik.ru_utime + gebruik.ru_stime, 2),
        "piek_mb": gebruik.ru_maxrss // 1024,
        "seconden": verslag["seconden"],
        "register": verslag.get("register"),
    }


if __name__ == "__main__":
    print(json.dumps(meet_map(Path(sys.argv[1]), int(sys.argv[2]))))
