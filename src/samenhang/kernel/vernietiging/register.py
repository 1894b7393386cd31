"""The destruction register outside the database: what a restored backup must lose again.

One JSON object a line, only ever added to, in the data folder. A line says what a row of `Vernietiging` says: ids,
counts and the rule, nobody's data. A line that was cut off by a crash is skipped, and written again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.vernietiging.models import Vernietiging

MAP = "vernietigd"
BESTAND = "register.jsonl"
TEGELIJK = 500
TEKSTVELDEN = (
    "scheme",
    "regel",
    "artikel",
    "status",
    "termijn",
    "door",
    "aantallen",
    "wat",
    "vervroegd",
    "na_herstel",
)


def plek() -> Path:
    """The file; it need not be there."""
    return Path(settings.DATAMAP) / MAP / BESTAND


def als_regel(rij: Vernietiging) -> dict[str, Any]:
    """A record as a line."""
    return {veld: getattr(rij, veld) for veld in TEKSTVELDEN} | {
        "id": str(rij.id),
        "operatie": str(rij.operatie_id),
        "organisatie": str(rij.organisatie_id),
        "moment": rij.moment.isoformat(),
        "op": rij.op.isoformat() if rij.op else None,
    }


def van_regel(regel: dict[str, Any], organisatie: Organisatie) -> Vernietiging:
    """The record of a line, not yet stored. It stands in the register already."""
    return Vernietiging(
        id=UUID(regel["id"]),
        operatie_id=UUID(regel["operatie"]),
        organisatie=organisatie,
        moment=datetime.fromisoformat(regel["moment"]),
        op=date.fromisoformat(regel["op"]) if regel["op"] else None,
        geregistreerd=timezone.now(),
        **{veld: regel[veld] for veld in TEKSTVELDEN},
    )


def lees() -> Iterator[dict[str, Any]]:
    """Every whole line, oldest first."""
    pad = plek()
    if not pad.exists():
        return
    with pad.open(encoding="utf-8", errors="replace") as bestand:
        for tekst in bestand:
            try:
                regel = json.loads(tekst)
            except ValueError:
                continue
            if isinstance(regel, dict) and "id" in regel:
                yield regel


def schrijf_bij() -> int:
    """Add the records that do not stand in the register yet; safe to repeat. Gives how many.

    After the destruction was committed, so that the register never names what still is; a crash in between
    leaves the row due, and the duty writes it.
    """
    geschreven = 0
    while rijen := list(Vernietiging.objects.filter(geregistreerd__isnull=True).order_by("id")[:TEGELIJK]):
        _voeg_toe(json.dumps(als_regel(rij), ensure_ascii=False) for rij in rijen)
        Vernietiging.objects.filter(id__in=[rij.id for rij in rijen]).update(geregistreerd=timezone.now())
        geschreven += len(rijen)
    return geschreven


def _voeg_toe(regels: Iterator[str]) -> None:
    pad = plek()
    pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    inhoud = "".join(f"{regel}\n" for regel in regels).encode()
    nummer = os.open(pad, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(nummer, "r+b", buffering=0) as bestand:
        lengte = bestand.seek(0, os.SEEK_END)
        if lengte:
            bestand.seek(lengte - 1)
            inhoud = inhoud if bestand.read(1) == b"\n" else b"\n" + inhoud
        bestand.write(inhoud)
        os.fsync(bestand.fileno())
