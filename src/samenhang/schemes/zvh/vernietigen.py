"""How this scheme carries out its retention rules: five years after the first processing, closed or not; and a month after
closing when the resident objected to everything and was right. An objection that waits suspends both."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet

from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.rechten.models import BEZWAAR
from samenhang.kernel.vernietiging.afgerond import registreer_zaakregel
from samenhang.kernel.vernietiging.plicht import Grens
from samenhang.kernel.zaken.models import Taak, Zaak
from samenhang.schemes.zvh.actions.bezwaar import STOPPEN
from samenhang.schemes.zvh.domain.proces import AFGESLOTEN, ALLES, ZvhFeiten
from samenhang.schemes.zvh.scheme import SCHEME

UITKOMST = "eerste_verwerking"


OPEN_BEZWAAR = Exists(Taak.objects.filter(zaak_id=OuterRef("id"), soort=BEZWAAR, klaar__isnull=True))
GEGROND = Exists(Taak.objects.filter(zaak_id=OuterRef("id"), soort=STOPPEN))


def _verlopen(grens: Grens) -> QuerySet[Zaak]:
    """Cases that were opened that long ago, in whichever step."""
    rijen = Zaak.objects.filter(stap__in=ALLES, geopend__lt=begin_van(grens.dag + timedelta(days=1)))
    return rijen.exclude(OPEN_BEZWAAR)


def _gegrond(grens: Grens) -> QuerySet[Zaak]:
    """Cases that were closed that long ago because an objection to everything was well-founded."""
    rijen = Zaak.objects.filter(
        GEGROND, stap=AFGESLOTEN, gesloten__lt=begin_van(grens.dag + timedelta(days=1))
    )
    return rijen.exclude(OPEN_BEZWAAR)


REGEL = registreer_zaakregel(SCHEME, UITKOMST, ZvhFeiten(), _verlopen, "geopend")
NA_BEZWAAR = registreer_zaakregel(SCHEME, "bezwaar_gegrond", ZvhFeiten(), _gegrond, "gesloten")
