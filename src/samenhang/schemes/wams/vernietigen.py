"""How this scheme carries out its retention rules: cases that were passed on, and closed ones."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from samenhang.kernel.vernietiging.afgerond import registreer_afgeronde_zaken
from samenhang.kernel.zaken.models import Taak
from samenhang.schemes.wams.domain.bewakers import WamsFeiten
from samenhang.schemes.wams.domain.proces import AFGEROND
from samenhang.schemes.wams.scheme import SCHEME

OPEN_BEZWAAR = Exists(Taak.objects.filter(zaak_id=OuterRef("id"), soort="bezwaar", klaar__isnull=True))
"""A case with an objection that was not decided stays, also after its term."""

REGELS = registreer_afgeronde_zaken(SCHEME, AFGEROND, WamsFeiten(), behalve=OPEN_BEZWAAR)
