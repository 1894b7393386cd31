"""Partners with their agreements."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering.models import (
    Partnerafspraak,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME


def partners(actor: Actor) -> list[Partnerafspraak]:
    """The agreements of the own municipality, or the partner's own."""
    eigen = (
        Q(partner_id=actor.organisatie)
        if actor.heeft_rol(SCHEME.naam, "partner")
        else Q(gemeente_id=actor.organisatie)
    )
    return list(
        Partnerafspraak.objects.filter(eigen)
        .select_related("partner", "gemeente")
        .order_by("partner__naam", "-versie")
    )


def lopende_afspraken(actor: Actor) -> list[Partnerafspraak]:
    """The agreement in force of each partner, or of the partner with each municipality: what can be delivered under."""
    vandaag = timezone.localdate()
    gezien: dict[tuple[UUID, UUID], Partnerafspraak] = {}
    for rij in partners(actor):
        if rij.van <= vandaag:
            gezien.setdefault((rij.gemeente_id, rij.partner_id), rij)
    return [rij for rij in gezien.values() if rij.tot is None or rij.tot >= vandaag]
