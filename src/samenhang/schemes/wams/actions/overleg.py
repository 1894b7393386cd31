"""The case meeting: a day and an agenda of domains, held and closed."""

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
from samenhang.schemes.wams.actions.gedeeld import keuze, vanaf_vandaag
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN
from samenhang.schemes.wams.dossier import open_dossier
from samenhang.schemes.wams.models import Agendapunt, Overleg
from samenhang.schemes.wams.scheme import SCHEME

ONDERWERPEN = {"plan": Tekst("Het hele plan", "The whole plan"), **LEEFGEBIEDEN}


@dataclass(frozen=True, slots=True)
class Overleginvoer:
    """On which day, and about what first."""

    dag: date = veld("Op welke dag?", "On which day?")
    onderwerp: str = veld(
        "Wat staat op de agenda?", "What is on the agenda?", keuzes=tuple(ONDERWERPEN.items())
    )


@action(SCHEME, "overleg klaarzetten")
def zet_overleg_klaar(actor: Actor, zaak_id: UUID, invoer: Overleginvoer) -> Zaak:
    """Prepare a meeting, or add a point to the one that is prepared; its day may move."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    if dossier.zaak.stap != "uitvoering":
        raise Geweigerd(
            "stap_onmogelijk",
            Tekst("Een overleg zet u klaar tijdens de uitvoering van het plan.", "A meeting is prepared while the plan is carried out."),
            status=409,
        )  # fmt: skip
    vanaf_vandaag("dag", invoer.dag)
    keuze("onderwerp", invoer.onderwerp, ONDERWERPEN)
    overleg, _ = Overleg.objects.update_or_create(
        zaak=dossier.zaak, gesloten=None, defaults={"dag": invoer.dag}
    )
    if overleg.agenda.filter(onderwerp=invoer.onderwerp).exists():
        raise Geweigerd("al_op_agenda", Tekst("Dit staat al op de agenda.", "This is on the agenda already."), status=409)  # fmt: skip
    Agendapunt.objects.create(overleg=overleg, onderwerp=invoer.onderwerp)
    zaken.bewaar(dossier.zaak)
    return dossier.zaak


@action(SCHEME, "overleg beginnen")
def begin_overleg(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Hold the meeting that was prepared."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaken.zet_stap(actor, dossier.zaak, "overleggen", dossier.feiten())
    return dossier.zaak


@action(SCHEME, "overleg sluiten")
def sluit_overleg(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """The meeting is over; what was agreed stands in the plan."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaken.zet_stap(actor, dossier.zaak, "overleg_sluiten", dossier.feiten())
    Overleg.objects.filter(zaak=dossier.zaak, gesloten__isnull=True).update(gesloten=zaken.vandaag())
    return dossier.zaak
