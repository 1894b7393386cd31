"""Deliveries, sent or received."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.scheme import SCHEME


def aanleveringen(actor: Actor) -> list[Aanlevering]:
    """The deliveries that the actor's organisation received, or sent when it is a partner. No personal data."""
    rol_vereist(actor, SCHEME.naam, "intake", "teamleider", "beleid", "partner")
    eigen = (
        Q(afzender_id=actor.organisatie_id)
        if actor.heeft_rol(SCHEME.naam, "partner")
        else Q(ontvanger_id=actor.organisatie_id)
    )
    return list(
        Aanlevering.objects.filter(eigen, scheme=SCHEME.naam).select_related("afzender", "ontvanger")[:200]
    )


def aanlevering(actor: Actor, aanlevering_id: UUID) -> Aanlevering:
    """One delivery of the own organisation, sent or received; else not found."""
    for rij in aanleveringen(actor):
        if rij.id == aanlevering_id:
            return rij
    raise Geweigerd(
        "aanlevering_onbekend",
        Tekst("Deze aanlevering bestaat niet.", "This delivery does not exist."),
        status=404,
    )
