"""A run of the matcher into its register that dies on the way."""

from __future__ import annotations

import os
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import duckdb
from django.conf import settings

from samenhang.cli.hoofd import hoofd
from samenhang.schemes.vroegsignalering.koppelregister.plaats import BESTAND
from tests.bouw import rij, schrijf_levering
from tests.gedood.beproeven import TOEN, Proef


def map_() -> Path:
    return Path(settings.DATAMAP) / "koppelen"


def koppel(bron: str) -> int:
    """The command, without its words; gives its exit code."""
    opties = ["--register", str(map_() / "register"), "--uitvoer", str(map_() / "uit.csv"), "--peildatum", "2026-12-01"]  # fmt: skip
    with Path(os.devnull).open("w") as stil, redirect_stdout(stil), redirect_stderr(stil):
        try:
            hoofd(["vroegsignalering", "koppel", str(map_() / bron), *opties])
        except SystemExit as einde:
            return int(einde.code or 0)
    return 0


def bereid() -> None:
    """A register of two signals, and two more that wait."""
    for bron, rijen in {"oud": (rij(1), rij(2)), "nieuw": (rij(3), rij(4, achternaam="Terlouw"))}.items():
        (map_() / bron).mkdir(parents=True)
        schrijf_levering(map_() / bron / f"{bron}.csv", *rijen)
    assert koppel("oud") == 0


def werk() -> None:
    assert koppel("nieuw") == 0


def stand() -> dict[str, Any]:
    """The signals in the register, the lines of the output, and what lies in the folder of the register."""
    with duckdb.connect(str(map_() / "register" / BESTAND), read_only=True) as verbinding:
        tabellen = {naam: verbinding.execute(f"SELECT count(*) FROM {naam}").fetchall()[0][0] for (naam,) in verbinding.execute("SHOW TABLES").fetchall()}  # fmt: skip
    return {
        "register": tabellen,
        "uitvoer": (map_() / "uit.csv").read_text().splitlines(),
        "map": sorted(deel.name for deel in (map_() / "register").iterdir()),
    }


PROEF = Proef("koppelen", TOEN, TOEN, bereid, werk, stand, lambda: None, werk)
"""Nobody but the command works on this register: it is finished by giving the same files again."""
