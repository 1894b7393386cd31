"""Receiving a file: kept under its hash, once, whatever the caller repeats."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db import IntegrityError, transaction

from samenhang.kernel.aanlevering import opslag
from samenhang.kernel.aanlevering.models import AanleverFout, Aanlevering
from samenhang.kernel.logboek.operatie import huidige_operatie


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file at the door: where it stands now, what its sender calls it, by which door it came.

    With `achtergrond` a duty processes it, so that nobody waits.
    """

    pad: Path
    naam: str
    kanaal: str
    achtergrond: bool = False


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """The delivery of a file; `nieuw` is False when the same file was received before."""

    aanlevering: Aanlevering
    nieuw: bool


def ontvang(scheme: str, ontvanger_id: UUID, afzender_id: UUID, bestand: Bestand) -> Ontvangst:
    """Keep the raw file; the same file gives the known delivery, a refused one is tried again."""
    som = opslag.som(bestand.pad)
    partijen = {"scheme": scheme, "ontvanger_id": ontvanger_id, "afzender_id": afzender_id}
    return _neem_aan(partijen, som, bestand)


def _neem_aan(partijen: dict[str, object], som: str, bestand: Bestand) -> Ontvangst:
    operatie = huidige_operatie()
    eigen = Path(bestand.naam).suffix.lower()
    achtervoegsel = eigen if eigen in opslag.ACHTERVOEGSELS else ".csv"
    bekend = Aanlevering.objects.select_for_update().filter(**partijen, hash=som).first()
    if bekend is not None and bekend.status != "geweigerd":
        return Ontvangst(bekend, False)
    if bekend is not None:
        opslag.bewaar(bekend.id, bestand.pad, achtervoegsel)
        AanleverFout.objects.filter(aanlevering=bekend).delete()
        bekend.status, bekend.code, bekend.reden_nl, bekend.reden_en = "ontvangen", "", "", ""
        bekend.ontvangen, bekend.ruw_vernietigd = operatie.nu, None
        bekend.bestandsnaam = Path(bestand.naam).name[:200]
        bekend.kanaal, bekend.door, bekend.achtergrond = (
            bestand.kanaal,
            operatie.actor.naam[:200],
            bestand.achtergrond,
        )
        bekend.save()
        return Ontvangst(bekend, True)
    aanlevering = Aanlevering(
        **partijen,
        hash=som,
        bestandsnaam=Path(bestand.naam).name[:200],
        omvang=bestand.pad.stat().st_size,
        kanaal=bestand.kanaal,
        ontvangen=operatie.nu,
        door=operatie.actor.naam[:200],
        achtergrond=bestand.achtergrond,
    )
    opslag.bewaar(aanlevering.id, bestand.pad, achtervoegsel)
    try:
        with transaction.atomic():
            aanlevering.save(force_insert=True)
    except IntegrityError:
        opslag.vernietig(aanlevering.id)
        return Ontvangst(Aanlevering.objects.get(**partijen, hash=som), False)
    return Ontvangst(aanlevering, True)
