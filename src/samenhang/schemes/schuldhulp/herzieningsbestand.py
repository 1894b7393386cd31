"""A revision of a whole caseload from file to file: with progress, and going on where a killed one was.

Each portion that is done stands in a journal beside the outcome, one line on disk before the next begins. Who asks again
with the same file, engine and norms goes on after the last whole line; else it begins from the first case. The outcome
takes its place at once, and is the same byte for byte however often it was broken off.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.jsonlezen import lees_json
from samenhang.kernel.normen import Normen, normen
from samenhang.schemes.schuldhulp.domain.berekeningen import canoniek
from samenhang.schemes.schuldhulp.domain.herziening import (
    MOTOR,
    Herzieninginvoer,
    hash_van,
    herzie_deel,
    lees_herziening,
    stel_samen,
)

GROOTSTE_BESTAND: Final = 256_000_000
PORTIE: Final = 1_000
"""Cases between two lines of the journal: a tenth of a second's work is lost at most."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How far it is: cases done of all, how many were done by an earlier run, and seconds since this one began."""

    klaar: int
    totaal: int
    eerder: int
    verstreken: float

    @property
    def resterend(self) -> int | None:
        """Seconds left, going by the pace of this run; None when it is too early to tell."""
        gedaan = self.klaar - self.eerder
        if gedaan <= 0 or self.verstreken < 0.5:
            return None
        return max(0, round(self.verstreken * (self.totaal - self.klaar) / gedaan))


@dataclass(frozen=True, slots=True)
class Uitslag:
    """The outcome, how many of its cases an earlier run had done, and whether the whole of it stood there already."""

    document: dict[str, Any]
    eerder: int
    stond_er_al: bool = False


def herzie_bestand(
    bron: Path, uitvoer: Path, hoor: Callable[[Stand], None] = lambda stand: None, *, portie: int = PORTIE
) -> Uitslag:
    """Revise the cases of a file into another file; `hoor` hears how far it is after every portion.

    Raises `Geweigerd` for a file that is unreadable or wrong as a whole, for an outcome file with something else in it,
    and when another process is at work on the same outcome.
    """
    inhoud = _lees(bron)
    invoer = lees_herziening(lees_json(inhoud, hoogstens=GROOTSTE_BESTAND))
    with _dagboek(uitvoer) as dagboek:
        if uitvoer.exists():
            staat = _is_uitkomst_van(uitvoer, invoer)
            _voortgang(uitvoer).unlink()
            return Uitslag(staat, len(invoer.zaken), stond_er_al=True)
        delen = _hervat(dagboek, _sleutel(inhoud, normen(), portie))
        klaar = eerder = sum(deel["zaken"] for deel in delen)
        begin, totaal = time.monotonic(), len(invoer.zaken)
        hoor(Stand(klaar, totaal, eerder, 0.0))
        while klaar < totaal:
            deel = herzie_deel(invoer, klaar, klaar + portie)
            _schrijf_regel(dagboek, deel)
            delen.append(deel)
            klaar += deel["zaken"]
            hoor(Stand(klaar, totaal, eerder, time.monotonic() - begin))
        document = stel_samen(invoer, delen)
        _zet(uitvoer, document)
        _voortgang(uitvoer).unlink()
    return Uitslag(document, eerder)


def _lees(bron: Path) -> bytes:
    try:
        with bron.open("rb") as bestand:
            return bestand.read(GROOTSTE_BESTAND + 1)
    except OSError as fout:
        raise Geweigerd("bestand_onleesbaar", Tekst(f"{bron} kan niet worden gelezen. Controleer de naam.", f"{bron} cannot be read. Check the name.")) from fout  # fmt: skip


def _voortgang(uitvoer: Path) -> Path:
    return uitvoer.with_name(f"{uitvoer.name}.voortgang")


@contextmanager
def _dagboek(uitvoer: Path) -> Iterator[IO[bytes]]:
    """The journal of an outcome, held by this process alone."""
    try:
        dagboek = os.fdopen(os.open(_voortgang(uitvoer), os.O_RDWR | os.O_CREAT, 0o600), "r+b")
    except OSError as fout:
        raise Geweigerd("uitvoer_onbereikbaar", Tekst(f"In de map van {uitvoer} kan niet worden geschreven. Kies een andere plek.", f"Nothing can be written in the folder of {uitvoer}. Choose another place.")) from fout  # fmt: skip
    with dagboek:
        try:
            fcntl.flock(dagboek, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fout:
            raise Geweigerd("herziening_bezig", Tekst(f"Een ander proces werkt al aan {uitvoer}. Wacht tot het klaar is.", f"Another process is at work on {uitvoer}. Wait until it is done."), status=409) from fout  # fmt: skip
        yield dagboek


def _sleutel(inhoud: bytes, norm: Normen, portie: int) -> dict[str, Any]:
    """What the lines of a journal were computed from."""
    alle = [[rij.naam, rij.waarde, str(rij.vanaf), str(rij.tot)] for reeks in norm.reeksen.values() for rij in reeks]  # fmt: skip
    sommen = [hashlib.sha256(deel).hexdigest() for deel in (inhoud, canoniek(sorted(alle)))]
    return {"invoer": sommen[0], "normen": sommen[1], "motor": MOTOR, "portie": portie}


def _hervat(dagboek: IO[bytes], sleutel: dict[str, Any]) -> list[dict[str, Any]]:
    """The portions that an earlier run finished, with the journal ready for the next; none when it was of something else.

    A line that a kill cut short has no end, and is cut off.
    """
    delen: list[dict[str, Any]] = []
    eigen, heel = False, 0
    for nummer, regel in enumerate(dagboek):
        if not regel.endswith(b"\n"):
            break
        gelezen = json.loads(regel)
        if nummer == 0:
            if gelezen != sleutel:
                break
            eigen = True
        else:
            delen.append(gelezen)
        heel += len(regel)
    dagboek.seek(heel)
    dagboek.truncate()
    if not eigen:
        _schrijf_regel(dagboek, sleutel)
    return delen


def _schrijf_regel(dagboek: IO[bytes], wat: dict[str, Any]) -> None:
    dagboek.write(canoniek(wat) + b"\n")
    dagboek.flush()
    os.fsync(dagboek.fileno())


def _zet(uitvoer: Path, document: dict[str, Any]) -> None:
    tijdelijk = uitvoer.with_name(f"{uitvoer.name}.deel")
    with tijdelijk.open("wb") as bestand:
        bestand.write(canoniek(document) + b"\n")
        bestand.flush()
        os.fsync(bestand.fileno())
    os.replace(tijdelijk, uitvoer)


def _is_uitkomst_van(uitvoer: Path, invoer: Herzieninginvoer) -> dict[str, Any]:
    """The outcome that stands there, if it answers this input; else it is not ours to replace."""
    try:
        document: dict[str, Any] = lees_json(_lees(uitvoer), hoogstens=GROOTSTE_BESTAND)
        if document["hash"] == hash_van(invoer, document):
            return document
    except (Geweigerd, KeyError, TypeError):
        pass
    _voortgang(uitvoer).unlink()
    raise Geweigerd("bestand_bestaat", Tekst(f"{uitvoer} bestaat al en hoort niet bij deze invoer. Kies een andere naam.", f"{uitvoer} exists and does not answer this input. Choose another name."))  # fmt: skip
