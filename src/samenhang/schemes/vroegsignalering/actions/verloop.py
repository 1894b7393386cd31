"""Closing, reopening, suspending and resuming a melding."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.actions.zaak import betrokkenen, zaak_met_toegang, zet_stap
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN
from samenhang.schemes.vroegsignalering.models import (
    Uitkomst,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@action(SCHEME, "melding afronden")
def rond_af(actor: Actor, zaak_id: UUID, resultaat: str, reden: str) -> Zaak:
    """Close the melding with a result that fits what was recorded (Z01, Z02)."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id, schrijft=("opvolging", "uitkomst"))
    sluit(actor, zaak, toegang, resultaat, reden)
    return zaak


def sluit(actor: Actor, zaak: Zaak, toegang: Toegang, resultaat: str, reden: str) -> None:
    """Record the result for every person of the melding and close it; the result must fit the facts."""
    if resultaat not in RESULTATEN:
        raise Geweigerd(
            "keuze_onjuist", Tekst("Kies een uitkomst uit de lijst.", "Choose a result from the list.")
        )
    Uitkomst.objects.met(toegang).bulk_create(
        [
            Uitkomst(
                organisatie_id=zaak.organisatie_id,
                persoon_id=persoon,
                zaak=zaak,
                resultaat=resultaat,
                datum=zaken.vandaag(),
                door=actor.naam,
            )
            for persoon in betrokkenen(zaak)
        ]
    )
    zet_stap(actor, zaak, toegang, "sluiten", zaken.reden_verplicht(reden))


@action(SCHEME, "melding heropenen")
def heropen(actor: Actor, zaak_id: UUID, reden: str) -> Zaak:
    """The resident answers after all: contacting starts again."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(actor, zaak, leest=("naw", "opvolging", "uitkomst"))
    zet_stap(actor, zaak, toegang, "heropenen", zaken.reden_verplicht(reden))
    return zaak


@action(SCHEME, "melding opschorten")
def schort_op(actor: Actor, zaak_id: UUID, reden: str) -> Zaak:
    """Suspend the melding."""
    zaak, _ = zaak_met_toegang(actor, zaak_id)
    zaken.schort_op(zaak, reden)
    return zaak


@action(SCHEME, "melding hervatten")
def hervat(actor: Actor, zaak_id: UUID, reden: str) -> Zaak:
    """Resume the melding."""
    zaak, _ = zaak_met_toegang(actor, zaak_id)
    zaken.hervat(zaak, reden)
    return zaak
