"""An unforeseen fault of a command: its cause goes to a file in the data folder, its number to the terminal.

The terminal belongs to whoever typed the command, and a machine reads one problem document there; so the cause
goes elsewhere. Without a data folder (the commands that need no database) it does go to stderr.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from samenhang.kernel import incidenten
from samenhang.kernel.basis import Geweigerd, Tekst

BESTAND = "incidenten.jsonl"
HOOGSTENS = 5_000_000
"""Bytes; a larger file makes way for a new one, and the one before that is lost."""


def schrijf_op(fout: Exception) -> Geweigerd:
    """Log the cause where the settings say, and give the refusal that names its number."""
    from samenhang.config.logs import vorm

    logger = logging.getLogger(incidenten.LOGGER)
    uit, leesbaar = _uitgang()
    uit.setFormatter(vorm(leesbaar=leesbaar))
    logger.addHandler(uit)
    logger.propagate = False
    try:
        nummer = incidenten.meld(fout, "opdracht")
    finally:
        logger.propagate = True
        logger.removeHandler(uit)
        uit.close()
    oorzaak = _oorzaak(fout)
    if oorzaak is None:
        return incidenten.als_weigering(nummer)
    return Geweigerd(
        oorzaak[0],
        Tekst(f"{oorzaak[1].nl} (incident {nummer})", f"{oorzaak[1].en} (incident {nummer})"),
        status=503,
    )


def _oorzaak(fout: Exception) -> tuple[str, Tekst] | None:
    """What usually ails an installation, with what to do; None when it is something else."""
    if isinstance(fout, OSError):
        return "schijf", Tekst(
            f"{fout.filename or 'De schijf'} kan niet worden gelezen of geschreven ({fout.strerror}). "
            "Controleer de map, de rechten en de vrije ruimte.",
            f"{fout.filename or 'The disk'} cannot be read or written ({fout.strerror}). "
            "Check the folder, the rights and the free space.",
        )
    soort = f"{type(fout).__module__}.{type(fout).__name__}"
    if soort not in ("django.db.utils.OperationalError", "django.db.utils.ProgrammingError"):
        return None
    if "no such table" in str(fout) or "does not exist" in str(fout):
        return "database_niet_bij", Tekst(
            "De database is niet van deze versie. Voer eerst uit: samenhang beheer migreer.",
            "The database is not of this version. First run: samenhang beheer migreer.",
        )
    return "database_onbereikbaar", Tekst(
        "De database antwoordt niet. Controleer DATABASE_URL, of zij draait, en of er plaats is.",
        "The database does not answer. Check DATABASE_URL, that it runs, and that there is room.",
    )


def _uitgang() -> tuple[logging.Handler, bool]:
    """Where to write, and whether for a developer; a wrong setting or a full disk may not hide the fault."""
    from samenhang.config.omgeving import omgeving

    try:
        stand = omgeving()
        if stand.incidenten == "bestand" and not stand.ontwikkeling and stand.datamap.is_dir():
            return _bestand(stand.datamap / BESTAND), False
        return logging.StreamHandler(sys.stderr), stand.ontwikkeling
    except (OSError, ValueError):
        return logging.StreamHandler(sys.stderr), False


def _bestand(pad: Path) -> logging.Handler:
    if pad.exists() and pad.stat().st_size > HOOGSTENS:
        pad.replace(pad.with_suffix(".vorige.jsonl"))
    os.close(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    return logging.FileHandler(pad, encoding="utf-8")
