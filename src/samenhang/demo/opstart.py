"""Gets a demo world ready in a folder: makes it, or takes the one that stands there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess  # nosec
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from samenhang.demo.wereld import Instelling, instelling_op, maak_wereld
from samenhang.kernel.basis import Geweigerd, Tekst

STEMPEL = "demo.json"
ZAAD = 7
_BRON = Path(__file__).resolve().parent.parent


NODIG = ("helplijn", "schuldhulp", "vroegsignalering")
"""The schemes whose world the demo tells."""


@dataclass(frozen=True, slots=True)
class Keuze:
    """Which world is wanted: how big, as it stands on which day."""

    klein: bool
    dag: date

    @property
    def instelling(self) -> Instelling:
        """The settings of the generator. The small world has more trouble per household, so that all occurs."""
        if self.klein:
            return replace(instelling_op(self.dag, ZAAD, 500, 7.0), aanloop=0, gemeenten=2)
        return replace(instelling_op(self.dag, ZAAD, 9_000, 1.4), aanloop=1)


@dataclass(frozen=True, slots=True)
class Stempel:
    """What stands in a demo folder: the world, whether it is whole, and of which program."""

    klein: bool
    dag: str
    programma: str
    klaar: bool


def zet_omgeving(map_: Path, poort: int) -> None:
    """Let this process and those it starts be a demo in this folder, on a database of its own."""
    os.environ |= {
        "SAMENHANG_DATAMAP": str(map_.resolve()),
        "SAMENHANG_DEMO": "1",
        "SAMENHANG_ADRES": f"http://127.0.0.1:{poort}",
        "SAMENHANG_BRP_BESTAND": str(map_.resolve() / "brp.csv"),
        "SAMENHANG_KNOOPPUNT": str(map_.resolve() / "knooppunt"),
    }
    for naam in ("DATABASE_URL", "SAMENHANG_SCHEMES", "SAMENHANG_HOSTS"):
        os.environ.pop(naam, None)


def lees_stempel(map_: Path) -> Stempel | None:
    """The stamp of a demo folder, or None when there is none."""
    try:
        return Stempel(**json.loads((map_ / STEMPEL).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def bruikbaar(map_: Path, klein: bool, dag: date | None) -> Stempel | None:
    """The whole world that stands there, when it is the one asked for, made by this program."""
    stempel = lees_stempel(map_)
    if stempel is None or not stempel.klaar or stempel.klein != klein or stempel.programma != programma():
        return None
    return stempel if dag is None or stempel.dag == dag.isoformat() else None


def maak(map_: Path, keuze: Keuze, voortgang: Callable[[int, int], None]) -> None:
    """Make the world in the folder, in the place of an older one; needs `zet_omgeving` and Django.

    Raises `Geweigerd` when the folder holds something that is no demo world.
    """
    from django.conf import settings

    from samenhang.demo.laden import laad
    from samenhang.demo.wereld.schrijver import schrijf

    stempel = Stempel(keuze.klein, keuze.dag.isoformat(), programma(), klaar=False)
    _schrijf_stempel(map_, stempel)
    with _migrerend():
        wereld = maak_wereld(keuze.instelling)
    laad(wereld, keuze.dag, voortgang, settings.BRP_BESTAND)
    schrijf(wereld.instelling, map_ / "wereld", [wereld.deel])
    _schrijf_stempel(map_, replace(stempel, klaar=True))


@contextmanager
def _migrerend() -> Iterator[None]:
    """Make the tables in a process of its own, on another core, while the world is thought up; waits for it."""
    opdracht = (sys.executable, "-c", "from samenhang.cli.hoofd import hoofd; hoofd()", "beheer", "migreer")
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as proces:  # nosec B603
        yield
        uitvoer = proces.communicate()[0].decode("utf-8", "replace")
    if proces.returncode:
        raise Geweigerd(
            "migreren_mislukt",
            Tekst(
                f"De tabellen zijn niet gemaakt: {uitvoer[-500:]}",
                f"The tables were not made: {uitvoer[-500:]}",
            ),
            status=500,
        )


def maak_leeg(map_: Path) -> None:
    """Empty the folder; raises `Geweigerd` when there is something in it that the demo did not make."""
    if map_.exists() and any(map_.iterdir()) and not (map_ / STEMPEL).is_file():
        raise Geweigerd(
            "map_in_gebruik",
            Tekst(
                f"In {map_} staat iets anders dan een demo. Kies met --map een nieuwe of lege map.",
                f"There is something else than a demo in {map_}. Choose a new or empty folder with --map.",
            ),
        )
    shutil.rmtree(map_, ignore_errors=True)
    map_.mkdir(parents=True)


def programma() -> str:
    """What decides the content of a demo database: the migrations and the way it is loaded."""
    som = hashlib.sha256()
    for pad in sorted((*_BRON.rglob("migrations/*.py"), *(_BRON / "demo").rglob("*.py"))):
        som.update(pad.relative_to(_BRON).as_posix().encode())
        som.update(pad.read_bytes())
    return som.hexdigest()[:16]


def _schrijf_stempel(map_: Path, stempel: Stempel) -> None:
    tijdelijk = map_ / f".{STEMPEL}"
    tijdelijk.write_text(json.dumps(asdict(stempel)) + "\n", encoding="utf-8")
    os.replace(tijdelijk, map_ / STEMPEL)
