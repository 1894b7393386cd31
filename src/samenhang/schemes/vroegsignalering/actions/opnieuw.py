"""A delivery whose processing failed: begin again."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.aanlevering import opslag, voortgang
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.plichten.uitvoerder import nu_weer, storing
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.inschrijving import AFMAKEN
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@action(SCHEME, "aanlevering opnieuw beginnen")
def begin_opnieuw(actor: Actor, aanlevering_id: UUID) -> Aanlevering:
    """Let a worker take up a delivery that failed at once, matched anew: what was chosen for it before is thrown
    away, and what is in the register already counts as known, so that nothing comes in twice.

    Raises `Geweigerd`: 404 for a delivery that the own organisation did not receive, 409 (`aanlevering_loopt`,
    `aanlevering_klaar`) when nothing failed.
    """
    rol_vereist(actor, SCHEME.naam, "intake", "systeem")
    rijen = Aanlevering.objects.select_for_update(of=("self",)).select_related("afzender", "ontvanger")
    rij = rijen.filter(id=aanlevering_id, ontvanger_id=actor.organisatie, scheme=SCHEME.naam).first()
    if rij is None:
        raise Geweigerd(
            "aanlevering_onbekend",
            Tekst("Deze aanlevering bestaat niet.", "This delivery does not exist."),
            status=404,
        )
    if rij.status not in ("ontvangen", "gekeurd"):
        raise Geweigerd(
            "aanlevering_klaar",
            Tekst(
                "Deze aanlevering is al verwerkt of geweigerd. Er is niets veranderd.",
                "This delivery was processed or refused already. Nothing has changed.",
            ),
            status=409,
        )
    gestoord = storing(AFMAKEN, str(rij.id))
    if gestoord is None or voortgang.leeft(rij.id):
        raise Geweigerd(
            "aanlevering_loopt",
            Tekst(
                "Het verwerken is niet mislukt: het loopt of wacht op zijn beurt. Er is niets veranderd.",
                "Processing has not failed: it runs or waits for its turn. Nothing has changed.",
            ),
            status=409,
        )
    opslag.ruim_werk_op(rij.id, opslag.PLAN)
    nu_weer(gestoord)
    huidige_operatie().verandert(aanlevering=str(rij.id), pogingen=gestoord.pogingen)
    return rij
