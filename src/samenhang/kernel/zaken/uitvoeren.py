"""Doing a declared verb on a case: the one way in for page, API and command line."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.versie import verwacht_versie


def voer_uit(
    actor: Actor, handeling: Handeling, zaak_id: UUID, invoer: Any, versie: int | None = None
) -> Zaak:
    """Do it, and give the case as it stands after.

    `versie` is what the user looked at; when a colleague changed the case since, `ZaakVeranderd` is raised and
    nothing is stored.
    """
    with verwacht_versie(zaak_id, versie):
        gedaan = handeling.doe(actor, zaak_id, invoer)
    return gedaan if isinstance(gedaan, Zaak) else Zaak.objects.get(id=zaak_id)
