"""Deliveries, sent or received."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from samenhang.kernel.aanlevering.models import AanleverFout, Aanlevering
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.scheme import SCHEME


def _eigen(actor: Actor) -> QuerySet[Aanlevering]:
    """The deliveries that the actor's organisation received, or sent when it is a partner."""
    rol_vereist(actor, SCHEME.naam, "intake", "teamleider", "beleid", "partner")
    eigen = (
        Q(afzender_id=actor.organisatie_id)
        if actor.heeft_rol(SCHEME.naam, "partner")
        else Q(ontvanger_id=actor.organisatie_id)
    )
    return Aanlevering.objects.filter(eigen, scheme=SCHEME.naam).select_related("afzender", "ontvanger")


def aanleveringen(actor: Actor, aantal: int = 200, na: str = "") -> list[Aanlevering]:
    """The deliveries of the own organisation, the newest first; `na` continues after one. No personal data."""
    rijen = _eigen(actor)
    if na:
        ontvangen, sleutel = lees_bladwijzer(na, datetime, UUID)
        rijen = rijen.filter(Q(ontvangen__lt=ontvangen) | Q(ontvangen=ontvangen, id__lt=sleutel))
    return list(rijen.order_by("-ontvangen", "-id")[:aantal])


def na_aanlevering(rij: Aanlevering) -> str:
    """The cursor after a delivery."""
    return bladwijzer(rij.ontvangen, rij.id)


def aanlevering(actor: Actor, aanlevering_id: UUID) -> Aanlevering:
    """One delivery of the own organisation, sent or received; else not found."""
    rij = _eigen(actor).filter(id=aanlevering_id).first()
    if rij is None:
        raise Geweigerd(
            "aanlevering_onbekend",
            Tekst("Deze aanlevering bestaat niet.", "This delivery does not exist."),
            status=404,
        )
    return rij


def aanleverfouten(actor: Actor, aanlevering_id: UUID, aantal: int, na: str = "") -> list[AanleverFout]:
    """What was wrong in a delivery, in order of line; `na` continues after one."""
    rijen = aanlevering(actor, aanlevering_id).fouten.annotate(plek=Coalesce("regel", 0))
    if na:
        plek, sleutel = lees_bladwijzer(na, int, int)
        rijen = rijen.filter(Q(plek__gt=plek) | Q(plek=plek, id__gt=sleutel))
    return list(rijen.order_by("plek", "id")[:aantal])


def na_fout(rij: AanleverFout) -> str:
    """The cursor after a fault."""
    return bladwijzer(rij.regel or 0, rij.id)
