"""Judging doubtful pairs."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.models import (
    Twijfelpaar,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@action(SCHEME, "twijfelpaar beoordelen")
def beoordeel(actor: Actor, paar_id: UUID, zelfde: bool) -> None:
    """Judge a doubtful pair; the judgement holds in every later run. "Same" joins the persons unless one is in a case."""
    rol_vereist(actor, SCHEME.naam, "intake")
    toegang = toegang_tot_register(
        actor, SCHEME.naam, doel="aanlevering", leest=("naw", "signaal"), schrijft=("naw", "signaal")
    )
    paar = Twijfelpaar.objects.met(toegang).filter(id=paar_id).first()
    if paar is None:
        raise Geweigerd(
            "paar_onbekend", Tekst("Dit paar bestaat niet.", "This pair does not exist."), status=404
        )
    if paar.oordeel:
        raise Geweigerd(
            "al_beoordeeld",
            Tekst(f"{paar.door} heeft dit paar al beoordeeld.", f"{paar.door} already judged this pair."),
            status=409,
        )
    operatie = huidige_operatie()
    operatie.raakt((paar.persoon_id, paar.rechts_persoon_id))
    operatie.verandert(oordeel=["", "zelfde" if zelfde else "ander"], paar=str(paar.id))
    Twijfelpaar.objects.met(toegang).filter(id=paar_id).update(
        oordeel="zelfde" if zelfde else "ander", door=actor.naam, moment=operatie.nu
    )
