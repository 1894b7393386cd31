"""What an administrator sees of the keys of a worker: what each is for, and whether anyone is in with it now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Q
from django.utils import timezone

from samenhang.kernel.organisaties.models import Toegangssleutel


@dataclass(frozen=True, slots=True)
class OpenbareSleutel:
    """A public key by which a machine signs: its name, in which way, since when."""

    kid: str
    alg: str
    toegevoegd: datetime


@dataclass(frozen=True, slots=True)
class SleutelRegel:
    """A key without its secret; `bewijzen` tokens are valid now, the last of them until `bewijs_tot`.

    With `openbaar` the machine signs and has no secret.
    """

    id: UUID
    naam: str
    scopes: tuple[str, ...]
    gemaakt: datetime
    ingetrokken: datetime | None
    bewijzen: int
    bewijs_tot: datetime | None
    openbaar: tuple[OpenbareSleutel, ...] = ()


def sleutelregels(medewerker_id: UUID, *, alleen: UUID | None = None) -> tuple[SleutelRegel, ...]:
    """The keys of a worker, newest first, withdrawn ones too; or `alleen` one of them."""
    geldig = Q(bewijzen__verloopt__gt=timezone.now())
    rijen = Toegangssleutel.objects.filter(medewerker_id=medewerker_id).annotate(
        aantal=Count("bewijzen", filter=geldig), laatste=Max("bewijzen__verloopt", filter=geldig)
    )
    if alleen is not None:
        rijen = rijen.filter(id=alleen)
    return tuple(
        SleutelRegel(
            id=rij.id,
            naam=rij.naam,
            scopes=tuple(rij.scopes.split()),
            gemaakt=rij.gemaakt,
            ingetrokken=rij.ingetrokken,
            bewijzen=rij.aantal,
            bewijs_tot=rij.laatste,
            openbaar=tuple(
                OpenbareSleutel(deel["kid"], deel["alg"], datetime.fromisoformat(deel["toegevoegd"]))
                for deel in rij.openbaar
            ),
        )
        for rij in rijen.order_by("-gemaakt", "-id")
    )
