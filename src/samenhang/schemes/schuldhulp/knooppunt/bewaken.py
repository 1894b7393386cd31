"""Watching: before a message is deleted unfetched, and when a statement did not come, who treats the case is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.queries import zaak_van
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import SALDOVERZOEK
from samenhang.schemes.schuldhulp.knooppunt.klok import meld_stilte, waarschuw
from samenhang.schemes.schuldhulp.models import Knooppuntbericht
from samenhang.schemes.schuldhulp.scheme import SCHEME


def te_bewaken(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Messages of running cases about which somebody must be told today; asks nothing of the node, which may be away."""
    rijen = _open(timezone.localdate(nu)).order_by("alarm", "id").values_list("id", flat=True)
    return [str(nummer) for nummer in rijen[:hoogstens]]


def bewaak(item: str) -> None:
    """Tell it; doing it again changes nothing."""
    rij = Knooppuntbericht.objects.select_related("organisatie", "schuldeiser").get(id=UUID(item))
    actor = systeem(rij.organisatie)
    with operatie(SCHEME.naam, "bericht bewaken", actor):
        zaak = zaak_van(actor, SCHEME.naam, rij.zaak_id, op_slot=True)
        if _ligt(zaken.vandaag()).filter(id=rij.id).exists():
            waarschuw(zaak, rij)
        if _stil(zaken.vandaag()).filter(id=rij.id).exists():
            meld_stilte(zaak, rij)


def _onbeantwoord() -> QuerySet[Knooppuntbericht]:
    return Knooppuntbericht.objects.filter(
        uitgaand=True,
        geplaatst__isnull=False,
        beantwoord__isnull=True,
        vervangen__isnull=True,
        ingetrokken__isnull=True,
        zaak__gesloten__isnull=True,
    )


def _ligt(vandaag: date) -> QuerySet[Knooppuntbericht]:
    return _onbeantwoord().filter(_LIGT, alarm__lte=vandaag)


def _stil(vandaag: date) -> QuerySet[Knooppuntbericht]:
    return _onbeantwoord().filter(_STIL, uiterlijk__lt=vandaag)


def _open(vandaag: date) -> QuerySet[Knooppuntbericht]:
    return _onbeantwoord().filter((_LIGT & Q(alarm__lte=vandaag)) | (_STIL & Q(uiterlijk__lt=vandaag)))


_LIGT = Q(opgehaald__isnull=True, gewist__isnull=True, gewaarschuwd__isnull=True)
_STIL = Q(soort=SALDOVERZOEK, stil_gemeld__isnull=True)
"""Silence on a proposal has a duty of its own: it counts as a refusal."""
