"""Doubtful pairs that wait for a judgement."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Q

from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.models import (
    Signaal,
    SignaalNaam,
    Twijfelpaar,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Twijfel:
    """A doubtful pair, side by side: as each partner sent it."""

    id: UUID
    zekerheid: float
    links: SignaalNaam
    rechts: SignaalNaam
    links_partner: str
    rechts_partner: str

    @property
    def bladwijzer(self) -> str:
        """The cursor after this pair."""
        return bladwijzer(repr(self.zekerheid), self.id)


@query(SCHEME, "twijfelparen bekijken")
def twijfelparen(actor: Actor, aantal: int = 50, na: str = "") -> list[Twijfel]:
    """Pairs that wait for a judgement, the most likely first; `na` continues after that pair."""
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="aanlevering", leest=("naw", "signaal"))
    open_ = Twijfelpaar.objects.met(toegang).filter(oordeel="")
    if na:
        zekerheid, sleutel = lees_bladwijzer(na, Decimal, UUID)
        waarde = float(str(zekerheid))
        open_ = open_.filter(Q(zekerheid__lt=waarde) | Q(zekerheid=waarde, id__gt=sleutel))
    paren = list(open_.order_by("-zekerheid", "id")[:aantal])
    signaal_ids = [nummer for paar in paren for nummer in (paar.links_id, paar.rechts_id)]
    namen = {
        naam.signaal_id: naam for naam in SignaalNaam.objects.met(toegang).filter(signaal_id__in=signaal_ids)
    }
    partners = dict(
        Signaal.objects.met(toegang).filter(id__in=signaal_ids).values_list("id", "partner__naam")
    )
    huidige_operatie().raakt(naam.persoon_id for naam in namen.values())
    return [
        Twijfel(
            paar.id,
            paar.zekerheid,
            namen[paar.links_id],
            namen[paar.rechts_id],
            partners[paar.links_id],
            partners[paar.rechts_id],
        )
        for paar in paren
    ]
