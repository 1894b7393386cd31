"""The duty of this scheme: a postponement that has passed ends by itself, and the resident is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.wams.domain.proces import LOPEND
from samenhang.schemes.wams.models import Informering
from samenhang.schemes.wams.scheme import SCHEME

SOORT = "uitstel"
"""The kind of the open task by which a postponement is found: it says nothing of whom, and stands on its last day."""


def _laat_vervallen(zaak_id: UUID) -> None:
    """End the postponements of a case whose last day has passed: the resident is told by letter and on his page."""
    actor = systeem(Organisatie.objects.get(zaken__id=zaak_id))
    with operatie(SCHEME.naam, "uitstel laten vervallen", actor):
        zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
        toegang = toegang_tot(actor, zaak, leest=("informeren",), schrijft=("informeren",), doel="informeren")
        open_ = Informering.objects.met(toegang).filter(zaak=zaak, op__isnull=True, vervallen=False)
        voorbij = open_.filter(uitgesteld_tot__lt=zaken.vandaag())
        if voorbij.update(vervallen=True, op=zaken.vandaag(), hoe="brief"):
            tekst = Tekst("Uitstel verlopen; inwoner geïnformeerd", "Postponement lapsed; resident informed")
            zaken.schrijf_tijdlijn(zaak, "uitstel", tekst)
            brief = Tekst("Stuur de brief over de melding", "Send the letter about the report")
            zaken.maak_taak(zaak, "brief", brief, zaken.vandaag(), zaak.behandelaar)
        if not open_.exists():
            zaken.rond_taken_af(zaak, [SOORT])
            zaken.rond_termijn_af(zaak, "informeren", opslaan=False)
        zaken.bewaar(zaak, "volgende_termijn")


def _verlopen(nu: datetime, hoogstens: int) -> Iterable[str]:
    rijen = Zaak.objects.filter(
        scheme=SCHEME.naam, stap__in=LOPEND, taken__soort=SOORT, taken__klaar__isnull=True, taken__uiterlijk__lt=nu.date()
    )  # fmt: skip
    return [
        str(nummer) for nummer in rijen.order_by("id").distinct().values_list("id", flat=True)[:hoogstens]
    ]


def _vervalt(item: str) -> None:
    _laat_vervallen(UUID(item))


UITSTEL_VERVALLEN = registreer(Plicht("wams.uitstel-vervallen", _verlopen, _vervalt))
