"""The resident's objection."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.actions.zaak import betrokkenen
from samenhang.schemes.vroegsignalering.models import (
    Bezwaar,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@action(SCHEME, "bezwaar maken")
def maak_bezwaar(actor: Actor, zaak_id: UUID, toelichting: str) -> Zaak:
    """The resident objects (AVG art. 21): contact stops until it is decided, within a month."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(
        actor,
        zaak,
        schrijft=("opvolging",),
        leest=("opvolging",),
        doel="inzage" if actor.organisatie_id is None else "",
    )
    if Bezwaar.objects.met(toegang).filter(zaak=zaak, beslist_op__isnull=True).exists():
        raise Geweigerd(
            "al_bezwaar",
            Tekst("Uw bezwaar is al ontvangen.", "Your objection was already received."),
            status=409,
        )
    personen = [actor.persoon_id] if actor.organisatie_id is None and actor.persoon_id else betrokkenen(zaak)
    Bezwaar.objects.met(toegang).bulk_create(
        [
            Bezwaar(
                organisatie_id=zaak.organisatie_id,
                persoon_id=persoon,
                zaak=zaak,
                datum=zaken.vandaag(),
                toelichting=toelichting[:2000],
            )
            for persoon in personen
        ]
    )
    zaken.schrijf_tijdlijn(
        zaak, "bezwaar", Tekst("Bezwaar ontvangen; contact gestopt", "Objection received; contact stopped")
    )
    zaken.start_termijn(zaak, "bezwaar", zaken.vandaag())
    return zaak
