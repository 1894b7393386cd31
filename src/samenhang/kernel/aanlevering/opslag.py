"""Where raw files stand: one folder outside the database, one file per delivery, readable by this service only."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

ACHTERVOEGSELS = (".csv", ".xlsx", ".json")
DEEL, WEG = ".deel", ".weg"
"""A file that is being written, and one that is being destroyed."""
RIJEN, PLAN = ".rijen", ".plan"
"""Beside the raw file while a delivery is being registered: its good rows, and what is to be written of them."""
HEEL = (*ACHTERVOEGSELS, RIJEN, PLAN)
BLOK = 1024 * 1024


def map_van() -> Path:
    """The folder of raw files."""
    map_ = Path(settings.DATAMAP) / "aanleveringen"
    map_.mkdir(parents=True, exist_ok=True, mode=0o700)
    return map_


def _nieuw(pad: Path) -> BinaryIO:
    return os.fdopen(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def som(pad: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with pad.open("rb") as bron:
        return hashlib.file_digest(bron, "sha256").hexdigest()


def bewaar(aanlevering_id: UUID, bron: Path, achtervoegsel: str) -> Path:
    """Copy a received file to its place, whole or not at all."""
    doel = map_van() / f"{aanlevering_id}{achtervoegsel}"
    tijdelijk = doel.with_suffix(DEEL)
    _nieuw(tijdelijk).close()
    shutil.copyfile(bron, tijdelijk)  # by the system itself where it can, and the mode stays
    with tijdelijk.open("rb") as gekopieerd:
        os.fsync(gekopieerd.fileno())
    os.replace(tijdelijk, doel)
    return doel


def _plekken(aanlevering_id: UUID, achtervoegsels: tuple[str, ...] = ACHTERVOEGSELS) -> list[Path]:
    """Where its raw file stands: in two places when a process died while a redacted copy took over, the copy first."""
    paden = (map_van() / f"{aanlevering_id}{achtervoegsel}" for achtervoegsel in achtervoegsels)
    return [pad for pad in paden if pad.exists()]


def plek(aanlevering_id: UUID) -> Path | None:
    """The raw file of a delivery; None when it was never kept or has been destroyed."""
    return next(iter(_plekken(aanlevering_id)), None)


def vernietig(aanlevering_id: UUID) -> bool:
    """Destroy the raw file and what a dead process left beside it. False when there was nothing."""
    ruim_werk_op(aanlevering_id)
    paden = _plekken(aanlevering_id, (*ACHTERVOEGSELS, DEEL, WEG))
    for pad in paden:
        _wis(pad)
    return bool(paden)


def werkbestand(aanlevering_id: UUID, soort: str) -> Path:
    """Where its good rows or its plan stand, or will."""
    return map_van() / f"{aanlevering_id}{soort}"


def begin_werkbestand(aanlevering_id: UUID, soort: str) -> Path:
    """Where a working file is to be written, with nothing left there by an earlier try; `zet_werkbestand` ends it."""
    doel = werkbestand(aanlevering_id, soort)
    for rest in (DEEL, f"{DEEL}.wal"):
        wis_bestand(doel.with_name(f"{doel.name}{rest}"))
    return doel.with_name(f"{doel.name}{DEEL}")


def zet_werkbestand(aanlevering_id: UUID, soort: str) -> Path:
    """Put a working file that was written in its place, whole or not at all."""
    doel = werkbestand(aanlevering_id, soort)
    tijdelijk = doel.with_name(f"{doel.name}{DEEL}")
    tijdelijk.chmod(0o600)
    with tijdelijk.open("rb") as bestand:
        os.fsync(bestand.fileno())
    os.replace(tijdelijk, doel)
    return doel


def ruim_werk_op(aanlevering_id: UUID, *soorten: str) -> None:
    """Destroy its working files: they hold what the raw file held."""
    for soort in soorten or (RIJEN, PLAN):
        for rest in ("", DEEL, f"{DEEL}.wal"):
            doel = werkbestand(aanlevering_id, soort)
            wis_bestand(doel.with_name(f"{doel.name}{rest}"))


def _wis(pad: Path) -> None:
    """Overwrite a file in blocks, then remove it; one that has a second name only loses this one."""
    rest = pad.stat().st_size if pad.stat().st_nlink == 1 else 0
    with pad.open("r+b") as bestand:
        while rest > 0:
            rest -= bestand.write(b"\0" * min(BLOK, rest))
        bestand.flush()
        os.fsync(bestand.fileno())
    pad.unlink()


def vervang(aanlevering_id: UUID, schrijf: Callable[[BinaryIO], None], achtervoegsel: str) -> str:
    """Put a redacted copy in the place of the raw file and destroy the original; gives the copy's SHA-256.

    A delivery has its file at every moment: the copy is whole on disk before it takes the place, and the original
    is held by another name until it is overwritten, under which `verweesd` finds it after a crash.
    """
    pad = plek(aanlevering_id)
    if pad is None:
        return ""
    schoon, weg = pad.with_suffix(DEEL), pad.with_suffix(WEG)
    with _nieuw(schoon) as naar:
        schrijf(naar)
        naar.flush()
        os.fsync(naar.fileno())
    doel = pad.with_suffix(achtervoegsel)
    wis_bestand(weg)
    os.link(pad, weg)
    os.replace(schoon, doel)
    for ander in _plekken(aanlevering_id):
        if ander != doel:
            ander.unlink()
    _wis(weg)
    return som(doel)


def verweesd(voor: datetime) -> Iterator[tuple[UUID | None, Path]]:
    """Files that were last written before a moment, with the delivery they are named after (None: half written)."""
    for pad in sorted(map_van().iterdir()):
        if pad.is_file() and pad.stat().st_mtime < voor.timestamp():
            try:
                yield (UUID(pad.stem) if pad.suffix in HEEL else None), pad
            except ValueError:
                yield None, pad


def wis_bestand(pad: Path) -> None:
    """Overwrite and remove one file that `verweesd` named; it may be gone already."""
    if pad.exists():
        _wis(pad)
