"""The letter that the answer to an objection comes later: as it went, and beforehand."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.bezwaaruitstel import (
    LEEST,
    TERMIJN,
    uitstelbericht,
    uitstelbericht_vooraf,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@query(SCHEME, "bericht over later antwoord bekijken")
def bericht_later(actor: Actor, zaak_id: UUID) -> bytes:
    """The letter as PDF: for who treats the case to post, for the resident his own. Raises `Geweigerd` (404)."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    inwoner = actor.organisatie_id is None
    toegang = toegang_tot(
        actor,
        zaak,
        leest=LEEST,
        doel="inzage" if inwoner else SCHEME.doel,
        personen=[actor.persoon_id] if inwoner and actor.persoon_id else None,
    )
    return uitstelbericht(zaak, toegang)


@query(SCHEME, "bericht over later antwoord vooraf bekijken")
def bericht_later_vooraf(actor: Actor, zaak_id: UUID, invoer: Any) -> bytes:
    """The letter that extending this term would make, marked as an example; stores nothing.

    Raises `Geweigerd` (409) for a term of which no letter tells, and for what extending would refuse.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    toegang = toegang_tot(actor, zaak, leest=LEEST)
    if invoer.termijn != TERMIJN:
        raise Geweigerd("geen_brief", Tekst("Bij deze termijn hoort geen brief. Vertel het de inwoner zelf.", "No letter goes with this term. Tell the resident yourself."), status=409)  # fmt: skip
    return uitstelbericht_vooraf(zaak, toegang, invoer.reden, actor.naam)
