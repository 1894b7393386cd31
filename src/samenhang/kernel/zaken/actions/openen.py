"""Opening a case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.personen.models import Huishouden
from samenhang.kernel.scheme import Scheme
from samenhang.kernel.zaken.actions.gedeeld import schrijf_tijdlijn, vandaag
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.nummers import nieuw_nummer

POGINGEN = 5


def open_zaak(
    sch: Scheme,
    organisatie_id: UUID,
    personen: Iterable[UUID],
    *,
    huishouden: Huishouden | None,
    prioriteit: int,
    volgorde: date | None,
) -> Zaak:
    """Open a case in its first step, with its persons. The number needs no lock; a repeat is tried again."""
    nu = huidige_operatie().nu
    for poging in range(POGINGEN):
        zaak = Zaak(
            scheme=sch.naam,
            organisatie_id=organisatie_id,
            nummer=nieuw_nummer(sch.nummerletters, vandaag()),
            stap=sch.zaakproces.begin.naam,
            huishouden=huishouden,
            geopend=nu,
            prioriteit=prioriteit,
            volgorde=volgorde,
        )
        try:
            with transaction.atomic():
                zaak.save(force_insert=True)
            break
        except IntegrityError:
            if poging == POGINGEN - 1:
                raise
    Betrokkene.objects.bulk_create(
        [Betrokkene(zaak=zaak, persoon_id=persoon) for persoon in dict.fromkeys(personen)]
    )
    schrijf_tijdlijn(zaak, "geopend", Tekst("Zaak geopend", "Case opened"))
    return zaak
