"""A worker's own filters."""

from __future__ import annotations

from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.models import BewaardFilter
from samenhang.schemes.vroegsignalering.scheme import SCHEME


def mijn_filters(actor: Actor) -> list[BewaardFilter]:
    """The filters that the actor saved for himself, by name. No personal data of a resident."""
    if actor.medewerker_id is None:
        return []
    return list(BewaardFilter.objects.filter(medewerker_id=actor.medewerker_id, scheme=SCHEME.naam))
