"""The duty that ends a postponement of informing on its day, and has the person told; a scheme makes its own of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.timezone import localdate

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import Plicht
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import UITSTEL, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van

INFORMEREN: Final = "informeren"
"""The purpose for which the system ends a postponement; the scheme permits it."""
BRIEF: Final = "brief"
"""The kind of the task for who must send the letter, where it cannot go by itself."""

ZELF_VERTELLEN: Final = Tekst(
    "Vertel de inwoner dat wij zijn gegevens gebruiken: de brief ging niet vanzelf",
    "Tell the resident that we use his data: the letter did not go by itself",
)

VERLOPEN: Final = "uitstel laten verlopen"
"""The name of the operation; what it did for the person stands in the words of the log."""


Stuur = Callable[[Zaak, list[UUID], Toegang], bool]
"""Puts the letter to these persons of a case in line; False when a worker must tell them."""


def uitstelplicht(scheme_naam: str, stuur: Stuur) -> Plicht:
    """The duty of a scheme. `stuur` sees to the letter, with access to who is told; False: a task asks a worker to.

    Ending, the letter in line and the task are one transaction: a worker that dies loses nothing and repeats nothing.
    """

    def verlopen(nu: datetime, hoogstens: int) -> Iterable[str]:
        rijen = Zaak.objects.filter(
            scheme=scheme_naam,
            taken__soort=UITSTEL,
            taken__klaar__isnull=True,
            taken__uiterlijk__lt=localdate(nu),
        )
        ids = rijen.order_by("id").distinct().values_list("id", flat=True)[:hoogstens]
        return [str(nummer) for nummer in ids]

    def vervalt(item: str) -> None:
        actor = systeem(Organisatie.objects.get(zaken__id=UUID(item)))
        with operatie(scheme_naam, VERLOPEN, actor):
            zaak = zaak_van(actor, scheme_naam, UUID(item), op_slot=True)
            toegang = toegang_tot(
                actor, zaak, leest=("informeren",), schrijft=("informeren",), doel=INFORMEREN
            )
            wie = zaken.laat_uitstel_verlopen(zaak, toegang)
            if wie and not stuur(zaak, wie, toegang):
                zaken.maak_taak(zaak, BRIEF, ZELF_VERTELLEN, zaken.vandaag(), zaak.behandelaar)
            zaken.bewaar(zaak, "volgende_termijn")

    return Plicht(f"{scheme_naam}.uitstel-verlopen", verlopen, vervalt)
