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
    tijdelijk = doel.with_suffix(".deel")
    with bron.open("rb") as van, _nieuw(tijdelijk) as naar:
        shutil.copyfileobj(van, naar, BLOK)
        naar.flush()
        os.fsync(naar.fileno())
    os.replace(tijdelijk, doel)
    return doel


def plek(aanlevering_id: UUID) -> Path | None:
    """The raw file of a delivery; None when it was never kept or has been destroyed."""
    for achtervoegsel in ACHTERVOEGSELS:
        pad = map_van() / f"{aanlevering_id}{achtervoegsel}"
        if pad.exists():
            return pad
    return None


def vernietig(aanlevering_id: UUID) -> bool:
    """Destroy the raw file: overwritten once, then removed. False when there was none."""
    pad = plek(aanlevering_id)
    if pad is None:
        return False
    _wis(pad)
    return True


def _wis(pad: Path) -> None:
    """Overwrite a file in blocks, then remove it."""
    rest = pad.stat().st_size
    with pad.open("r+b") as bestand:
        while rest > 0:
            rest -= bestand.write(b"\0" * min(BLOK, rest))
        bestand.flush()
        os.fsync(bestand.fileno())
    pad.unlink()


def vervang(aanlevering_id: UUID, schrijf: Callable[[BinaryIO], None], achtervoegsel: str) -> str:
    """Put a redacted copy in the place of the raw file and destroy the original; gives the copy's SHA-256.

    The copy is whole on disk before the original goes, so that a crash never loses both.
    """
    pad = plek(aanlevering_id)
    if pad is None:
        return ""
    schoon = pad.with_suffix(".deel")
    with _nieuw(schoon) as naar:
        schrijf(naar)
        naar.flush()
        os.fsync(naar.fileno())
    _wis(pad)
    doel = pad.with_suffix(achtervoegsel)
    os.replace(schoon, doel)
    return som(doel)


def verweesd(voor: datetime) -> Iterator[tuple[UUID | None, Path]]:
    """Files that were last written before a moment, with the delivery they are named after (None: half written)."""
    for pad in sorted(map_van().iterdir()):
        if pad.is_file() and pad.stat().st_mtime < voor.timestamp():
            try:
                yield (UUID(pad.stem) if pad.suffix in ACHTERVOEGSELS else None), pad
            except ValueError:
                yield None, pad


def wis_bestand(pad: Path) -> None:
    """Overwrite and remove one file that `verweesd` named; it may be gone already."""
    if pad.exists():
        _wis(pad)
