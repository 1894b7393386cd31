"""How this scheme carries out its retention rule: five years after the first processing, closed or not."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet

from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.vernietiging.afgerond import registreer_zaakregel
from samenhang.kernel.vernietiging.plicht import Grens
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.zvh.domain.proces import ALLES, ZvhFeiten
from samenhang.schemes.zvh.scheme import SCHEME

UITKOMST = "eerste_verwerking"


def _verlopen(grens: Grens) -> QuerySet[Zaak]:
    """Cases that were opened that long ago, in whichever step."""
    return Zaak.objects.filter(stap__in=ALLES, geopend__lt=begin_van(grens.dag + timedelta(days=1)))


REGEL = registreer_zaakregel(SCHEME, UITKOMST, ZvhFeiten(), _verlopen, "geopend")
