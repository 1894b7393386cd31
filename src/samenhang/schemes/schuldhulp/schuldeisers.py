"""Creditors: by their name the one that is there already or a new one, and who one is after merging."""

from __future__ import annotations

from uuid import UUID

from samenhang.schemes.schuldhulp.domain.schuldeisernaam import zoeknaam
from samenhang.schemes.schuldhulp.models import Schuldeiser


def vind_of_maak(organisatie_id: UUID, naam: str, kvk: str = "") -> Schuldeiser:
    """The creditor of this municipality with exactly this name, made when there is none; likeness is for a person to judge."""
    gevonden, _ = Schuldeiser.objects.get_or_create(
        organisatie_id=organisatie_id, naam=naam, defaults={"zoeknaam": zoeknaam(naam), "kvk": kvk}
    )
    if kvk and not gevonden.kvk:
        gevonden.kvk = kvk
        gevonden.save(update_fields=["kvk"])
    return gevonden


def wie(schuldeiser: Schuldeiser) -> Schuldeiser:
    """The creditor itself, or the one with which it is one."""
    return schuldeiser.samen_met or schuldeiser
