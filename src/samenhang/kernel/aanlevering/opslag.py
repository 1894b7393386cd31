"""Where raw files stand: one folder outside the database, one file per delivery, readable by this service only."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from uuid import UUID

from django.conf import settings


def _map() -> Path:
    map_ = Path(settings.DATAMAP) / "aanleveringen"
    map_.mkdir(parents=True, exist_ok=True, mode=0o700)
    return map_


def bewaar(aanlevering_id: UUID, bron: Path, achtervoegsel: str) -> Path:
    """Copy a received file to its place, whole or not at all."""
    doel = _map() / f"{aanlevering_id}{achtervoegsel}"
    tijdelijk = doel.with_suffix(".deel")
    with (
        bron.open("rb") as van,
        os.fdopen(os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as naar,
    ):
        shutil.copyfileobj(van, naar, 1024 * 1024)
        naar.flush()
        os.fsync(naar.fileno())
    os.replace(tijdelijk, doel)
    return doel


def plek(aanlevering_id: UUID) -> Path | None:
    """The raw file of a delivery; None when it was never kept or has been destroyed."""
    return next(_map().glob(f"{aanlevering_id}.*"), None)


def vernietig(aanlevering_id: UUID) -> None:
    """Destroy the raw file: overwritten once, then removed."""
    pad = plek(aanlevering_id)
    if pad is not None:
        with pad.open("r+b") as bestand:
            bestand.write(b"\0" * pad.stat().st_size)
            bestand.flush()
            os.fsync(bestand.fileno())
        pad.unlink()


def zonder_regels(aanlevering_id: UUID, regels: set[int]) -> None:
    """Rewrite the raw file with these lines emptied: identities that were delivered against an objection.

    A spreadsheet has no lines to empty and is destroyed as a whole.
    """
    pad = plek(aanlevering_id)
    if pad is None:
        return
    if pad.suffix == ".xlsx":
        vernietig(aanlevering_id)
        return
    schoon = pad.with_name(f".{pad.name}.schoon")
    with (
        pad.open("rb") as van,
        os.fdopen(os.open(schoon, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as naar,
    ):
        for nummer, regel in enumerate(van, start=1):
            naar.write(b"\n" if nummer in regels else regel)
    vernietig(aanlevering_id)
    os.replace(schoon, pad)
