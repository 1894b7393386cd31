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
from samenhang.kernel.basis import Geweigerd

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
        return incidenten.als_weigering(incidenten.meld(fout, "opdracht"))
    finally:
        logger.propagate = True
        logger.removeHandler(uit)
        uit.close()


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
