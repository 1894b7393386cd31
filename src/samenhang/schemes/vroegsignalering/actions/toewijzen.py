"""Dividing the work, and taking that back."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.queries import zaak_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@action(SCHEME, "melding toewijzen")
def wijs_toe(
    actor: Actor,
    zaak_ids: Iterable[UUID],
    medewerker_id: UUID | None,
    reden: str,
    *,
    groep: UUID | None = None,
) -> dict[UUID, UUID | None]:
    """Assign cases to a colleague, or release them, in one go: all or none; gives the previous handlers.

    A worker may take and release his own; giving to others is the team lead's. `groep` names the whole, so that
    `maak_toewijzing_ongedaan` can undo it.
    """
    rol_vereist(actor, SCHEME.naam, "teamleider", "vroegsignaleerder")
    zelf = medewerker_id is None or medewerker_id == actor.medewerker_id
    if not zelf:
        rol_vereist(actor, SCHEME.naam, "teamleider")
    wie = None if medewerker_id is None else zaken.collega(actor.organisatie, medewerker_id)
    gekozen = list(dict.fromkeys(zaak_ids))
    if not gekozen:
        raise Geweigerd(
            "niets_gekozen", Tekst("Kies eerst een of meer meldingen.", "First choose one or more cases.")
        )
    vorige: dict[UUID, UUID | None] = {}
    for zaak_id in gekozen:
        zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
        if zaak.behandelaar_id not in (None, actor.medewerker_id):
            rol_vereist(actor, SCHEME.naam, "teamleider")
        oud = zaken.wijs_toe(zaak, wie, "vroegsignaleerder", reden, groep=groep)
        vorige[zaak.id] = oud.id if oud else None
    return vorige


@action(SCHEME, "toewijzing ongedaan maken")
def maak_toewijzing_ongedaan(actor: Actor, groep: UUID) -> tuple[int, int]:
    """Take back an assignment of one's own; gives how many cases went back and how many had moved on since."""
    rol_vereist(actor, SCHEME.naam, "teamleider", "vroegsignaleerder")
    return zaken.maak_ongedaan(actor, SCHEME.naam, groep, "vroegsignaleerder")
