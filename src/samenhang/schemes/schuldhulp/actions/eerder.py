"""Keeping what stood in a case before it changed: the same for every verb that corrects or takes back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.models import EerdereWaarde


def bewaar_eerder(
    dossier: Dossier, wat: str, over: UUID, was: Mapping[str, Bedrag | date | str | None], reden: str = ""
) -> None:
    """Keep these fields of a row as they were; what was empty is left out. The log names the row, not its values."""
    tekst = {naam: _als_tekst(waarde) for naam, waarde in was.items() if waarde not in (None, "")}
    EerdereWaarde.objects.met(dossier.toegang).create(
        **dossier.vast(), wat=wat, over=over, was=tekst, reden=reden[:300]
    )
    huidige_operatie().verandert(eerder=wat, over=str(over))


def _als_tekst(waarde: Bedrag | date | str | None) -> str:
    if isinstance(waarde, Bedrag):
        return waarde.draad()
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)
