"""Saying that a task is done which nothing else ends, such as a letter that was posted: one piece for every scheme."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.models import BEZWAAR
from samenhang.kernel.scheme import Handeling, Scheme, veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import UITSTEL, Taak, Zaak

NAAM: Final = "taak-klaar"
"""The verb, and the name by which a page asks for the list of `te_melden`."""
TE_MELDEN: Final = ("brief", "ontvangst")
"""The kinds of tasks that only somebody's word ends; every other kind ends with what it asks."""
VAN_EEN_ANDER: Final = (BEZWAAR, UITSTEL)
"""What a team lead decides, and what the system ends."""
Opener = Callable[[Actor, UUID], Zaak]
"""The case for who treats it, locked; a refusal for anybody else."""


@dataclass(frozen=True, slots=True)
class Taakklaar:
    """Which task is done."""

    taak: UUID = veld("Welke taak is klaar?", "Which task is done?", bron=NAAM)


def open_taken(zaak: Zaak) -> list[Taak]:
    """What who treats a case has to do in it, what is due first on top; deciding on an objection is another's."""
    rijen = zaak.taken.filter(klaar__isnull=True).exclude(soort__in=VAN_EEN_ANDER)
    return list(rijen.order_by("uiterlijk", "gemaakt", "id"))


def te_melden(taken: Iterable[Taak]) -> list[tuple[str, Tekst]]:
    """Of these the ones that somebody says are done, as choices."""
    return [(str(taak.id), Tekst(taak.titel_nl, taak.titel_en)) for taak in taken if taak.soort in TE_MELDEN]


def taakhandeling(sch: Scheme, open_: Opener) -> Handeling:
    """The verb for a scheme: who treats the case says that a task is done."""

    @action(sch, "taak klaar melden")
    def meld_klaar(actor: Actor, zaak_id: UUID, invoer: Taakklaar) -> Zaak:
        zaak = open_(actor, zaak_id)
        taak = zaak.taken.filter(id=invoer.taak, klaar__isnull=True).first()
        if taak is not None and taak.soort not in TE_MELDEN:
            raise Geweigerd(
                "taak_gaat_vanzelf",
                Tekst(
                    "Deze taak is klaar als u doet wat zij vraagt.",
                    "This task is done once you do what it asks.",
                ),
                status=409,
            )
        zaken.rond_taak_af(zaak, invoer.taak)
        zaken.bewaar(zaak)
        return zaak

    return Handeling(
        NAAM,
        Tekst("Meld een taak klaar", "Say that a task is done"),
        Tekst("De taak verdwijnt uit de lijst en staat in de tijdlijn.", "The task leaves the list and stands in the timeline."),
        Taakklaar,
        meld_klaar,
    )  # fmt: skip
