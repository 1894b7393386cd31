"""The files with payments that were read, and how they went."""

from __future__ import annotations

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.schuldhulp.models import Betaalbestand
from samenhang.schemes.schuldhulp.scheme import SCHEME, WERKER

HOOGSTENS = 50


@query(SCHEME, "betaalbestanden bekijken")
def betaalbestanden(actor: Actor) -> list[Betaalbestand]:
    """The newest files of this municipality; nothing of who paid. One without an end was broken off: read it again."""
    rol_vereist(actor, SCHEME.naam, WERKER)
    return list(Betaalbestand.objects.filter(organisatie_id=actor.organisatie)[:HOOGSTENS])
