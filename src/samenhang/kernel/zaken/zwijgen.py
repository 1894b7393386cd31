"""What a resident may not know of yet, because telling him was put off: nothing of it is on his page or in his log."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.models import Uitstel
from samenhang.kernel.toegang.dimensies import INZAGE
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot


def nog_te_vertellen(actor: Actor, scheme_naam: str) -> frozenset[UUID]:
    """The cases of this resident of which telling him is still put off; asked inside an operation of his."""
    if actor.persoon_id is None:
        return frozenset()
    zaken = Zaak.objects.filter(scheme=scheme_naam, betrokkenen__persoon_id=actor.persoon_id).exclude(
        stap="vernietigd"
    )
    return frozenset(zaak.id for zaak in zaken if _uitgesteld(actor, zaak, actor.persoon_id))


def _uitgesteld(actor: Actor, zaak: Zaak, persoon_id: UUID) -> bool:
    toegang = toegang_tot(actor, zaak, leest=("informeren",), doel=INZAGE, personen=[persoon_id])
    return (
        Uitstel.objects.met(toegang).filter(zaak=zaak, persoon_id=persoon_id, geeindigd__isnull=True).exists()
    )
