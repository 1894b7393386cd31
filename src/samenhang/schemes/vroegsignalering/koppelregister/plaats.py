"""Where a register stands: a folder with one file, held by one process, replaced in one step."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.stapel import letterlijk

BESTAND = "register.duckdb"
NIEUW = "register.nieuw"
"""Written beside the register, then renamed over it. What a killed run left under this name is thrown away."""

_KAPOT = (
    "checksum",
    "corrupt",
    "not a valid",
    "could not read",
    "version number",
    "deserialize",
    "truncated",
)


class Plaats:
    """A folder that this process holds. `nieuw` is the file being made; it is the register after `vervang`."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.bestand = map_ / BESTAND
        self.nieuw = map_ / NIEUW

    def begin(self) -> bool:
        """Make `nieuw` a copy of the register; False when there is no register yet."""
        if not self.bestand.exists():
            return False
        shutil.copyfile(self.bestand, self.nieuw)
        self.nieuw.chmod(0o600)
        return True

    def vervang(self) -> None:
        """Let `nieuw` be the register. A kill before, within or after leaves the old one or the new one."""
        self.nieuw.chmod(0o600)
        _op_schijf(self.nieuw)
        os.replace(self.nieuw, self.bestand)
        _op_schijf(self.map)

    def ruim_op(self) -> None:
        """Throw away what a run that did not end left behind."""
        for rest in (self.nieuw, self.nieuw.with_name(f"{NIEUW}.wal")):
            rest.unlink(missing_ok=True)


def hecht_aan(verbinding: duckdb.DuckDBPyConnection, bestand: Path) -> None:
    """Attach a file, made when it is not there, as `register` to work on. It is thrown away when the work does not end: there
    is no log, and what changed is written out once, when it is asked for, instead of several times on the way."""
    verbinding.execute("SET checkpoint_threshold = '1TB'")
    verbinding.execute(f"ATTACH {letterlijk(bestand)} AS register (RECOVERY_MODE no_wal_writes)")


@contextmanager
def houd(map_: Path) -> Iterator[Plaats]:
    """Hold the folder of a register, made when it is not there; nothing stays of a run that is refused.

    Raises `Geweigerd` when it is a file, no register, damaged, not writable, or held by another process.
    """
    gemaakt = _maak(map_)
    plaats = Plaats(map_)
    try:
        vast = os.open(map_, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as fout:
        raise _onschrijfbaar(map_) from fout
    try:
        try:
            fcntl.flock(vast, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fout:
            raise _bezet(map_) from fout
        _controleer(plaats)
        plaats.ruim_op()
        try:
            yield plaats
        except (OSError, duckdb.Error) as fout:
            if (weigering := _vertaald(plaats, fout)) is None:
                raise
            raise weigering from fout
        finally:
            plaats.ruim_op()
            if gemaakt and not any(map_.iterdir()):
                map_.rmdir()
    except OSError as fout:
        raise _onschrijfbaar(map_) from fout
    finally:
        os.close(vast)


def _maak(map_: Path) -> bool:
    if map_.is_dir():
        return False
    if map_.exists() or map_.is_symlink():
        raise Geweigerd(
            "register_is_bestand",
            Tekst(
                f"--register {map_} is een bestand. Een register is een map: geef een map, of een naam die nog vrij is.",
                f"--register {map_} is a file. A register is a folder: give a folder, or a name that is still free.",
            ),
        )
    if not map_.resolve().parent.is_dir():
        raise Geweigerd(
            "map_ontbreekt",
            Tekst(
                f"De map waarin {map_} moet komen bestaat niet. Maak haar eerst.",
                f"The folder in which {map_} is to stand does not exist. Make it first.",
            ),
        )
    try:
        map_.mkdir(mode=0o700)
    except OSError as fout:
        raise _onschrijfbaar(map_) from fout
    return True


def _controleer(plaats: Plaats) -> None:
    if not os.access(plaats.map, os.W_OK | os.X_OK):
        raise _onschrijfbaar(plaats.map)
    vreemd = sorted(deel.name for deel in plaats.map.iterdir() if not deel.name.startswith((BESTAND, NIEUW)))
    if vreemd and not plaats.bestand.exists():
        raise Geweigerd(
            "register_onbekend",
            Tekst(
                f"{plaats.map} is geen register: er staat {vreemd[0]} in, maar geen {BESTAND}. Er is niets veranderd. Geef een lege map of een naam die nog vrij is.",
                f"{plaats.map} is not a register: it holds {vreemd[0]} but no {BESTAND}. Nothing has changed. Give an empty folder or a name that is still free.",
            ),
        )


def _op_schijf(pad: Path) -> None:
    wijzer = os.open(pad, os.O_RDONLY)
    try:
        os.fsync(wijzer)
    finally:
        os.close(wijzer)


def _vertaald(plaats: Plaats, fout: Exception) -> Geweigerd | None:
    """A fault while working on the register as a refusal that tells what to do; None for others."""
    if isinstance(fout, OSError):
        return _onschrijfbaar(plaats.map)
    tekst = str(fout).lower()
    if any(woord in tekst for woord in _KAPOT):
        return beschadigd(plaats.map)
    return _onschrijfbaar(plaats.map) if isinstance(fout, duckdb.IOException) else None


def beschadigd(map_: Path) -> Geweigerd:
    """The refusal of a register that cannot be read."""
    return Geweigerd(
        "register_beschadigd",
        Tekst(
            f"{map_ / BESTAND} is beschadigd of geen register van dit programma. Er is niets veranderd. Zet een reservekopie terug, of maak het register opnieuw: geef alle bestanden in één keer met een nieuwe map.",
            f"{map_ / BESTAND} is damaged or no register of this program. Nothing has changed. Put back a copy, or make the register again: give all files at once with a new folder.",
        ),
    )


def _bezet(map_: Path) -> Geweigerd:
    return Geweigerd(
        "register_bezet",
        Tekst(
            f"Een ander proces werkt aan het register {map_}. Er is niets veranderd. Wacht tot het klaar is en probeer het opnieuw.",
            f"Another process works on the register {map_}. Nothing has changed. Wait until it is done and try again.",
        ),
        status=409,
    )


def _onschrijfbaar(map_: Path) -> Geweigerd:
    return Geweigerd(
        "register_onschrijfbaar",
        Tekst(
            f"Het register {map_} kan niet worden geschreven. Er is niets veranderd. Kies een map waar u mag schrijven en waar plaats is.",
            f"The register {map_} cannot be written. Nothing has changed. Choose a folder where you may write and where there is room.",
        ),
    )
