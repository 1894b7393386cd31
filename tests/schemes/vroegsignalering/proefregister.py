"""Runs into a register that are killed, each in a process of its own; prints what stood afterwards.

Argument: a folder with `oud/` and `nieuw/` deliveries. The parent never opens a database, so that it may fork.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from samenhang.cli.hoofd import hoofd
from samenhang.schemes.vroegsignalering.koppelregister import aanvullen, bijwerken, plaats


def sterf(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def half_gekopieerd(bron: Path, doel: Path) -> None:
    inhoud = bron.read_bytes()
    doel.write_bytes(inhoud[: len(inhoud) // 2])
    sterf()


def tweede_keer(eigen: Callable[[Path], None]) -> Callable[[Path], None]:
    gezien: list[Path] = []

    def _op_schijf(pad: Path) -> None:
        gezien.append(pad)
        if len(gezien) == 2:
            sterf()
        eigen(pad)

    return _op_schijf


PUNTEN: dict[str, Callable[[], None]] = {
    "kopie": lambda: setattr(shutil, "copyfile", half_gekopieerd),
    "rijen": lambda: setattr(bijwerken, "voeg_toe", sterf),
    "koppelen": lambda: setattr(aanvullen, "beoordeel", sterf),
    "bewaren": lambda: setattr(bijwerken, "_rond_af", sterf),
    "voor_fsync": lambda: setattr(plaats, "_op_schijf", sterf),
    "voor_hernoemen": lambda: setattr(os, "replace", sterf),
    "na_hernoemen": lambda: setattr(plaats, "_op_schijf", tweede_keer(plaats._op_schijf)),
}
OPNIEUW = ("kopie", "voor_hernoemen", "na_hernoemen")
"""After these the same files are given again: they leave the most behind."""


def in_kind(werk: Callable[[], None]) -> int:
    """Do something in a process of its own; gives its exit code, negative when it was killed."""
    if (kind := os.fork()) == 0:
        with Path(os.devnull).open("w") as stil, redirect_stdout(stil), redirect_stderr(stil):
            try:
                werk()
            except SystemExit as einde:
                os._exit(int(einde.code or 0))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])


def koppel(bron: Path, register: Path, uit: Path) -> None:
    hoofd(["vroegsignalering", "koppel", str(bron), "--register", str(register), "--uitvoer", str(uit), "--peildatum", "2026-12-01"])  # fmt: skip


def hoofdproef(map_: Path) -> dict[str, Any]:
    register, uit = map_ / "register", map_ / "uit.csv"
    begin = in_kind(lambda: koppel(map_ / "oud", register, uit))
    oud = uit.read_text()
    eerste = (register / plaats.BESTAND).read_bytes()
    standen: dict[str, Any] = {"begin": begin, "oud": oud}
    for naam, zet in PUNTEN.items():
        shutil.rmtree(register)
        register.mkdir()
        (register / plaats.BESTAND).write_bytes(eerste)
        uit.write_text(oud)

        def gedood(zet: Callable[[], None] = zet) -> None:
            zet()
            koppel(map_ / "nieuw", register, uit)

        einde = in_kind(gedood)
        gebleven = (register / plaats.BESTAND).read_bytes() == eerste
        uitvoer_gebleven = uit.read_text() == oud
        standen[naam] = {"einde": einde, "oude_register": gebleven, "oude_uitvoer": uitvoer_gebleven}
        if naam in OPNIEUW:
            opnieuw = in_kind(lambda: koppel(map_ / "nieuw", register, uit))
            rest = sorted(deel.name for deel in register.iterdir())
            standen[naam] |= {"opnieuw": opnieuw, "uitvoer": uit.read_text(), "rest": rest}
    return standen


if __name__ == "__main__":
    print(json.dumps(hoofdproef(Path(sys.argv[1]))))
