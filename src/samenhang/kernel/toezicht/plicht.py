"""The duties of supervision: look through the log, and make a task of a review that is late."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from samenhang.kernel.logboek.operatie import KERNEL, operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.toezicht import doorzien
from samenhang.kernel.toezicht.models import Toetspunt, Toetstaak


def _nieuw(nu: datetime, hoogstens: int) -> Iterable[str]:
    if doorzien.moet(nu):
        yield "nieuw"


def _doorzie(item: str) -> None:
    doorzien.doorzie()


def _te_laat(nu: datetime, hoogstens: int) -> Iterable[str]:
    return [str(punt.id) for punt in doorzien.wachtenden(nu, hoogstens)]


def _maak_taak(item: str) -> None:
    punt = Toetspunt.objects.get(id=UUID(item))
    with operatie(KERNEL, "toetstaak maken", systeem(Organisatie.objects.get(id=punt.organisatie_id))) as op:
        Toetstaak.objects.create(toetspunt=punt, gemaakt=op.nu)
        op.verandert(toetspunt=item, uiterlijk=punt.uiterlijk.isoformat())


LOG_DOORZIEN = registreer(Plicht("logboek.doorzien", _nieuw, _doorzie))
TOETS_TE_LAAT = registreer(Plicht("logboek.toets-te-laat", _te_laat, _maak_taak))
