"""The duty that asks after a hand-over that nobody confirmed in time; a scheme makes its own of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils.timezone import localtime

from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import Plicht
from samenhang.kernel.scheme import Scheme
from samenhang.kernel.verstrekkingen.actions.ontvangst import TAAK, WERKDAGEN, onbevestigd, taaktitel
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken import actions as zaken

HERINNEREN: Final = "aan ontvangst herinneren"
"""The name of the operation; what it did for the person stands in the words of the log."""


def ontvangstplicht(sch: Scheme) -> Plicht:
    """The duty of a scheme: after `WERKDAGEN` working days without a receipt a task asks who treats the case to ask.

    Once per hand-over; the receipt ends the task.
    """

    def te_laat(nu: datetime, hoogstens: int) -> Iterable[str]:
        vandaag, kalender = localtime(nu).date(), standaardkalender()
        rijen = (
            onbevestigd()
            .filter(zaak__scheme=sch.naam, herinnerd__isnull=True, gemaakt__lt=nu - timedelta(days=WERKDAGEN))
            .order_by("gemaakt", "id")
        )
        return [
            str(nummer)
            for nummer, gemaakt in rijen.values_list("id", "gemaakt")[:hoogstens]
            if kalender.werkdagen_tussen(localtime(gemaakt).date(), vandaag) > WERKDAGEN
        ]

    def vraag_na(item: str) -> None:
        rij = UitgaandeOverdracht.objects.select_related("zaak__organisatie", "zaak__behandelaar").get(
            id=UUID(item)
        )
        with operatie(sch.naam, HERINNEREN, systeem(rij.zaak.organisatie)) as op:
            op.zaak_id = rij.zaak_id
            zaken.maak_taak(rij.zaak, TAAK, taaktitel(rij), zaken.vandaag(), rij.zaak.behandelaar)
            rij.herinnerd = op.nu
            rij.save(update_fields=["herinnerd"])

    return Plicht(f"{sch.naam}.ontvangst-navragen", te_laat, vraag_na)
