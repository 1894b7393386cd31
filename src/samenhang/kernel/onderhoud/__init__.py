"""Maintenance: a switch that whoever runs the installation turns, kept as a file in the data folder.

A file, because it must hold while the database is migrated, restored or away; web service and workers see the same
data folder. While it is on, every page and every call of the API answers 503 and says when to come back, and duties
rest. Health checks answer as always.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from samenhang.kernel.basis import Tekst

BESTAND = "onderhoud.json"
KORTST, ZONDER_EINDE, LANGST = 30, 120, 3600
"""Seconds after which it makes sense to try again: at least, when no end was told, and at most."""


@dataclass(frozen=True, slots=True)
class Onderhoud:
    """That there is maintenance: since when, by whom, until when it is expected to last, and what to tell people."""

    sinds: datetime
    door: str
    tot: datetime | None = None
    bericht: Tekst | None = None

    def wacht(self, nu: datetime) -> int:
        """Seconds until somebody had best try again; a moment that has passed is no promise any more."""
        if self.tot is None or self.tot <= nu:
            return ZONDER_EINDE
        return max(KORTST, min(LANGST, int((self.tot - nu).total_seconds())))


def zet_aan(map_: Path, onderhoud: Onderhoud) -> None:
    """Turn the switch on, or tell something else when it is on already; whole or not at all."""
    bericht = onderhoud.bericht
    document = {
        "sinds": onderhoud.sinds.isoformat(),
        "door": onderhoud.door,
        "tot": onderhoud.tot.isoformat() if onderhoud.tot else None,
        "bericht": {"nl": bericht.nl, "en": bericht.en} if bericht else None,
    }
    nieuw = map_ / f"{BESTAND}.nieuw"
    nieuw.write_text(json.dumps(document, ensure_ascii=False) + "\n", "utf-8")
    os.replace(nieuw, map_ / BESTAND)


def zet_uit(map_: Path) -> bool:
    """Turn the switch off; False when it was off."""
    try:
        (map_ / BESTAND).unlink()
    except FileNotFoundError:
        return False
    return True


def onderhoud(map_: Path) -> Onderhoud | None:
    """What is on; None when nothing is. A file that cannot be read counts as on: better shut than half open."""
    plek = map_ / BESTAND
    try:
        document = json.loads(plek.read_text("utf-8"))
        return _lees(document)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Onderhoud(datetime.fromtimestamp(0).astimezone(), "")


def _lees(document: dict[str, Any]) -> Onderhoud:
    tot, bericht = document["tot"], document["bericht"]
    return Onderhoud(
        sinds=datetime.fromisoformat(document["sinds"]),
        door=document["door"],
        tot=datetime.fromisoformat(tot) if tot else None,
        bericht=Tekst(bericht["nl"], bericht["en"]) if bericht else None,
    )
