"""Partners with their agreements."""

from __future__ import annotations

from django.db.models import Q

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
