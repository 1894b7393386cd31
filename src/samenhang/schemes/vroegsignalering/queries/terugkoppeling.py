"""The messages with which partners hear what became of their signals."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.logboek.operatie import inzien
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.models import Terugkoppelbericht
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@inzien(SCHEME, "terugkoppelingen bekijken")
def eigen_berichten(actor: Actor) -> QuerySet[Terugkoppelbericht]:
    """The messages that the actor's organisation sent, or got when it is a partner."""
    rol_vereist(actor, SCHEME.naam, "intake", "teamleider", "beleid", "partner", "systeem")
    kant = "partner_id" if actor.heeft_rol(SCHEME.naam, "partner") else "gemeente_id"
    return Terugkoppelbericht.objects.filter(**{kant: actor.organisatie}).select_related(
        "gemeente", "partner"
    )


def berichten(actor: Actor, aantal: int = 100, na: str = "") -> list[Terugkoppelbericht]:
    """Messages to partners, or of the partner's own, without their lines; the newest first. `na` continues after one."""
    rijen = eigen_berichten(actor).defer("regels").order_by("-id")
    if na:
        (sleutel,) = lees_bladwijzer(na, UUID)
        rijen = rijen.filter(id__lt=sleutel)
    return list(rijen[:aantal])


def na_bericht(rij: Terugkoppelbericht) -> str:
    """The cursor after a message."""
    return bladwijzer(rij.id)
