"""Dividing the work."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.queries import zaak_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@action(SCHEME, "melding toewijzen")
def wijs_toe(
    actor: Actor, zaak_ids: Iterable[UUID], medewerker_id: UUID | None, reden: str
) -> dict[UUID, UUID | None]:
    """Assign cases to a colleague, or release them; gives the previous handlers, so that it can be undone.

    A worker may take and release his own; giving to others is the team lead's.
    """
    rol_vereist(actor, SCHEME.naam, "teamleider", "vroegsignaleerder")
    zelf = medewerker_id is None or medewerker_id == actor.medewerker_id
    if not zelf:
        rol_vereist(actor, SCHEME.naam, "teamleider")
    wie = None
    if medewerker_id is not None:
        wie = Medewerker.objects.filter(id=medewerker_id, organisatie_id=actor.organisatie).first()
        if wie is None:
            raise Geweigerd(
                "medewerker_onbekend",
                Tekst(
                    "Deze collega werkt niet bij uw organisatie.",
                    "This colleague does not work at your organisation.",
                ),
            )
    vorige: dict[UUID, UUID | None] = {}
    for zaak_id in zaak_ids:
        zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
        if zaak.behandelaar_id not in (None, actor.medewerker_id):
            rol_vereist(actor, SCHEME.naam, "teamleider")
        oud = zaken.wijs_toe(zaak, wie, "vroegsignaleerder", reden)
        vorige[zaak.id] = oud.id if oud else None
    return vorige
