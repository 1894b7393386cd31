"""The duty to remind of terms: a task for who must act, once per term, gone when the term is met."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F

from samenhang.kernel.logboek.operatie import huidige_operatie, operatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.models import Herinnering
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.scheme import geinstalleerde_schemes, scheme
from samenhang.kernel.zaken.actions import maak_taak
from samenhang.kernel.zaken.models import ZaakTermijn

VOORAF = timedelta(days=3)
"""How long before its last day a term is reminded of."""
SOORT = "termijn"
NEDERLAND = ZoneInfo("Europe/Amsterdam")


def _nadert(nu: datetime, hoogstens: int) -> Iterable[str]:
    grens = nu.astimezone(NEDERLAND).date() + VOORAF
    termijnen = (
        ZaakTermijn.objects.filter(
            klaar__isnull=True,
            einde__lte=grens,
            zaak__opgeschort_sinds__isnull=True,
            zaak__scheme__in=list(geinstalleerde_schemes()),
        )
        .exclude(herinneringen__einde=F("einde"))
        .order_by("einde", "id")
    )
    return [str(nummer) for nummer in termijnen.values_list("id", flat=True)[:hoogstens]]


def _herinner(item: str) -> None:
    termijn = ZaakTermijn.objects.select_related("zaak__organisatie", "zaak__behandelaar").get(id=UUID(item))
    zaak = termijn.zaak
    regel = scheme(zaak.scheme).termijn(termijn.regel)
    with operatie(zaak.scheme, "aan termijn herinneren", systeem(zaak.organisatie)) as op:
        op.zaak_id = zaak.id
        taak = maak_taak(zaak, SOORT, regel.titel, termijn.einde, zaak.behandelaar)
        Herinnering.objects.create(termijn=termijn, einde=termijn.einde, taak=taak)


def _overbodig(nu: datetime, hoogstens: int) -> Iterable[str]:
    rijen = Herinnering.objects.filter(termijn__klaar__isnull=False, taak__klaar__isnull=True)
    return [str(nummer) for nummer in rijen.order_by("id").values_list("id", flat=True)[:hoogstens]]


def _rond_af(item: str) -> None:
    rij = Herinnering.objects.select_related("taak", "termijn__zaak__organisatie").get(id=int(item))
    zaak = rij.termijn.zaak
    with operatie(zaak.scheme, "herinnering afronden", systeem(zaak.organisatie)) as op:
        op.zaak_id = zaak.id
        rij.taak.klaar = huidige_operatie().nu
        rij.taak.klaar_door = op.actor.naam
        rij.taak.save(update_fields=["klaar", "klaar_door"])


TERMIJN_HERINNEREN = registreer(Plicht("termijn-herinneren", _nadert, _herinner))
HERINNERING_AFRONDEN = registreer(Plicht("termijn-herinnering-afronden", _overbodig, _rond_af))
