"""What is destroyed loses its keys as well: backups of the database are unreadable from then on.

Which keys is written in the same transaction as the destruction. They go after it was committed: a key that goes
too early would make unreadable what is still there. A crash in between leaves the row due, and the duty does it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.toegang.versleuteld import kluis
from samenhang.kernel.vernietiging.models import Sleutelwissing

TEGELIJK = 500


def wis_sleutels(soort: str, organisatie: UUID, nummers: Collection[UUID]) -> None:
    """Have the keys of these persons ("persoon") or cases ("zaak") of a register destroyed when this transaction holds."""
    merken = {kluis().merk(soort, organisatie, nummer) for nummer in nummers}
    nu = timezone.now()
    Sleutelwissing.objects.bulk_create(
        [Sleutelwissing(merk=merk, moment=nu) for merk in sorted(merken)],
        update_conflicts=True,
        unique_fields=["merk"],
        update_fields=["moment", "gedaan"],
    )
    transaction.on_commit(partial(_voer_uit, merken), robust=True)


def wis_opnieuw() -> int:
    """Destroy whatever was destroyed before: for a vault that was put back from a copy. Gives how many keys went."""
    alle = Sleutelwissing.objects.order_by("merk").values_list("merk", flat=True)
    aantal, laatste = 0, ""
    while brok := list(alle.filter(merk__gt=laatste)[:TEGELIJK]):
        aantal, laatste = aantal + kluis().vernietig(brok), brok[-1]
    return aantal


def _voer_uit(merken: Collection[str]) -> None:
    kluis().vernietig(merken)
    Sleutelwissing.objects.filter(merk__in=merken).update(gedaan=timezone.now())


def _te_wissen(nu: datetime, hoogstens: int) -> Iterable[str]:
    return Sleutelwissing.objects.filter(gedaan__isnull=True).values_list("merk", flat=True)[:hoogstens]


def _wis(item: str) -> None:
    _voer_uit([item])


WISSEN = registreer(Plicht("vernietiging.sleutels", _te_wissen, _wis))
