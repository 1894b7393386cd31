"""Which months may be taken over from another program, and the file to fill in for them."""

from __future__ import annotations

from datetime import date

from django.db.models import Min
from django.utils import timezone

from samenhang.kernel.cijfers import overnemen
from samenhang.kernel.cijfers.models import Telling
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.models import Signaal
from samenhang.schemes.vroegsignalering.queries.cijfers import LEZERS, toegang_voor_cijfers
from samenhang.schemes.vroegsignalering.queries.monitor import EERSTE_JAAR
from samenhang.schemes.vroegsignalering.scheme import SCHEME

SJABLOONMAANDEN = 24
"""So many months before this register stand in the template: last year, and the year to compare it with."""


def over_te_nemen(actor: Actor, vandaag: date) -> tuple[date, date]:
    """The first month that may be taken over, and the month from which this register counts itself.

    A month that was once counted here is never taken over, also when its signals are destroyed by now.
    """
    gemeente = Organisatie.objects.get(id=actor.organisatie)
    eigen = Telling.objects.filter(scheme=SCHEME.naam, organisatie_id=gemeente.id, herkomst="")
    geteld = eigen.aggregate(eerste=Min("maand"))["eerste"]
    signaal = Signaal.objects.met(toegang_voor_cijfers(systeem(gemeente))).aggregate(
        eerste=Min("datum_signaal")
    )
    er_zijn = [dag.replace(day=1) for dag in (geteld, signaal["eerste"], vandaag) if dag is not None]
    return date(EERSTE_JAAR, 1, 1), min(er_zijn)


@query(SCHEME, "sjabloon voor cijfers ophalen")
def cijfersjabloon(actor: Actor) -> str:
    """The file for the months before this register with every class and no number yet (CSV)."""
    rol_vereist(actor, SCHEME.naam, *LEZERS)
    eerste, voor = over_te_nemen(actor, timezone.localdate())
    einde = voor.year * 12 + voor.month - 1
    begin = max(eerste.year * 12, einde - SJABLOONMAANDEN)
    maanden = [date(nummer // 12, nummer % 12 + 1, 1) for nummer in range(begin, einde)]
    return overnemen.als_bestand(SCHEME.telgroepen, {maand: {} for maand in maanden})
