"""That a hand-over was received: said by the receiving organisation, or by its receipt at ours; and who is late."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.verstrekkingen.actions import bevestig_ontvangst as bevestig
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken import actions as zaken
from samenhang.schemes.vroegsignalering.queries.overdrachten import ONTVANGERS_HIER, onbekend
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """Who says that it was received, on which day; `som` names the content, when a receipt does."""

    door: str
    op: date
    som: str = ""


@action(SCHEME, "ontvangst van overdracht bevestigen")
def bevestig_ontvangst(actor: Actor, overdracht_id: UUID, ontvangst: Ontvangst) -> UitgaandeOverdracht:
    """Confirm that a hand-over was received.

    For who works at the receiving organisation, and for a worker of the sending one who was told so or holds its
    receipt: without opening the content. Raises `Geweigerd` (404) when it is neither from nor for his organisation.
    """
    rol_vereist(actor, SCHEME.naam, *ONTVANGERS_HIER)
    rij = (
        UitgaandeOverdracht.objects.select_for_update(of=("self",))
        .filter(
            Q(zaak__organisatie_id=actor.organisatie) | Q(ontvanger_id=actor.organisatie),
            id=overdracht_id,
            zaak__scheme=SCHEME.naam,
        )
        .select_related("zaak__organisatie")
        .first()
    )
    if rij is None:
        raise onbekend()
    if rij.zaak.organisatie_id == actor.organisatie:
        rol_vereist(actor, SCHEME.naam, "vroegsignaleerder", "teamleider")
    bevestig(rij, ontvangst.door, ontvangst.op, ontvangst.som)
    op = huidige_operatie()
    op.zaak_id = rij.zaak_id
    op.verandert(overdracht=str(rij.id), ontvangen=[None, ontvangst.op.isoformat()])
    zaken.schrijf_tijdlijn(
        rij.zaak,
        "ontvangen",
        Tekst(f"Ontvangst bevestigd door {rij.ontvangen_door}", f"Receipt confirmed by {rij.ontvangen_door}"),
    )
    return rij


def uit_bewijs(tekst: str, overdracht_id: UUID) -> Ontvangst:
    """What a receipt says: JSON with `overdracht`, `sha256`, `ontvangen` (day) and `door`.

    Raises `Geweigerd` when it is no such document, names another hand-over, or is not filled in.
    """
    try:
        document = json.loads(tekst)
        welke, som, dag, door = (document[naam] for naam in ("overdracht", "sha256", "ontvangen", "door"))
        ontvangst = Ontvangst(str(door), date.fromisoformat(str(dag)), str(som))
    except (ValueError, KeyError, TypeError) as fout:
        raise Geweigerd(
            "bewijs_onleesbaar",
            Tekst(
                "Dit is geen ingevuld ontvangstbewijs. Vul in het bestand van de overdracht bij ontvangstbewijs de dag (JJJJ-MM-DD) en uw naam in, en stuur dat deel terug.",
                "This is no completed receipt. In the file of the hand-over fill in the day (YYYY-MM-DD) and your name under ontvangstbewijs, and send that part back.",
            ),
        ) from fout
    if str(welke) != str(overdracht_id):
        raise Geweigerd(
            "andere_overdracht",
            Tekst(
                "Dit ontvangstbewijs hoort bij een andere overdracht.",
                "This receipt belongs to another hand-over.",
            ),
            status=409,
        )
    return ontvangst
