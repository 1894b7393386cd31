"""The end: discharge once all was paid, aftercare, and leaving."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Niets, veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.gedeeld import niet_in_toekomst, weiger
from samenhang.schemes.schuldhulp.actions.spaarstand import KWIJTEN
from samenhang.schemes.schuldhulp.dossier import open_dossier
from samenhang.schemes.schuldhulp.models import Hulpvraag
from samenhang.schemes.schuldhulp.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Nazorggesprek:
    """When you spoke the resident afterwards."""

    op: date = veld("Gesproken op", "Spoken on", vandaag=True)


@action(SCHEME, "kwijting vaststellen")
def stel_kwijting_vast(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """What was agreed was paid and every creditor is bound to discharge: the resident is without these debts."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    dossier.zet_stap("kwijten")
    zaken.rond_taken_af(dossier.zaak, [KWIJTEN])
    return dossier.zaak


@action(SCHEME, "nazorg beginnen")
def begin_nazorg(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Aftercare begins; there is a term for the talk."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    dossier.zet_stap("nazorg_beginnen")
    return dossier.zaak


@action(SCHEME, "nazorg vastleggen")
def rond_nazorg_af(actor: Actor, zaak_id: UUID, invoer: Nazorggesprek) -> Zaak:
    """The resident was spoken afterwards; the case ends."""
    dossier = open_dossier(actor, zaak_id, schrijft=("hulpvraag",), op_slot=True)
    if dossier.zaak.stap != "nazorg":
        raise Geweigerd("geen_nazorg", Tekst("De nazorg is nog niet begonnen.", "Aftercare has not begun yet."), status=409)  # fmt: skip
    niet_in_toekomst("op", invoer.op)
    begin = dossier.zaak.termijnen.filter(regel="nazorg").order_by("start").last()
    if begin is not None and invoer.op < begin.start:
        raise weiger("op", "datum_te_vroeg", "Dit gesprek ligt vóór de nazorg. Controleer de dag.", "This talk is before the aftercare. Check the day.")  # fmt: skip
    Hulpvraag.objects.met(dossier.toegang).filter(zaak=dossier.zaak).update(nazorg_op=invoer.op)
    dossier.vernieuw("hulpvraag")
    dossier.zet_stap("uitstromen")
    return dossier.zaak
