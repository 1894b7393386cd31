"""The objections of a case, read by the system to decide what is open for whom."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.rechten.domain.bezwaar import Standpunt
from samenhang.kernel.rechten.feiten import standpunten
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.zvh.scheme import SCHEME


def standpunten_in(zaak: Zaak, persoon: UUID) -> list[Standpunt]:
    """What this person objected to in this case, and what became of it; shown to nobody."""
    return standpunten(huidige_operatie(), SCHEME.naam, zaak.organisatie_id, zaak.id, persoon)
