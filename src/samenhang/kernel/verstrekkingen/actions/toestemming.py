"""What follows when someone withdraws his consent: who received data on it is asked to erase them."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.verstrekkingen.actions.herstellen import trek_in
from samenhang.kernel.verstrekkingen.models import Aard, OverdrachtInhoud, UitgaandeOverdracht
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register

TERUGROEPEN: Final = "terugroepen"
"""The purpose for which the system recalls what went on a consent that ended; the scheme permits it."""


def vraag_intrekking(zaak: Zaak, persoon_id: UUID) -> list[UitgaandeOverdracht]:
    """Recall every hand-over of this case about this person that rests on his consent; gives the recalls.

    The system does it, because who withdraws need not be allowed to read what went. A receiver that does not confirm
    in time becomes a task, as with any hand-over.
    """
    gegaan = UitgaandeOverdracht.objects.filter(
        zaak=zaak, aard=Aard.NIEUW, grondslag__in=_op_toestemming()
    ).exclude(vervolg__aard=Aard.INTREKKING)
    if not gegaan.exists():
        return []
    toegang = toegang_tot_register(
        systeem(Organisatie.objects.get(id=zaak.organisatie_id)),
        zaak.scheme,
        doel=TERUGROEPEN,
        leest=("naw",),
        schrijft=("naw",),
        personen=[persoon_id],
    )
    van_hem = set(
        OverdrachtInhoud.objects.met(toegang)
        .filter(persoon_id=persoon_id)
        .values_list("overdracht_id", flat=True)
    )
    return [trek_in(rij, persoon_id, "toestemming", toegang) for rij in gegaan if rij.id in van_hem]


def _op_toestemming() -> list[str]:
    """The legal bases of which every ceiling asks for consent."""
    return [
        naam
        for naam, wet in beslistabel().grondslagen.items()
        if wet.plafonds and all("instemming" in plafond.mits for plafond in wet.plafonds)
    ]
