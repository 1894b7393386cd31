"""The case meeting: a day and an agenda of domains, held and closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Niets, veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.wams.actions.gedeeld import keuze, vanaf_vandaag, weiger
from samenhang.schemes.wams.domain.overleg import ONDERWERPEN, UITKOMSTEN
from samenhang.schemes.wams.dossier import open_dossier
from samenhang.schemes.wams.models import Agendapunt, Overleg
from samenhang.schemes.wams.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Overleginvoer:
    """On which day, and about what first."""

    dag: date = veld("Op welke dag?", "On which day?")
    onderwerp: str = veld(
        "Wat staat op de agenda?", "What is on the agenda?", keuzes=tuple(ONDERWERPEN.items())
    )


@dataclass(frozen=True, slots=True)
class Agendauitkomst:
    """What came of one point."""

    onderwerp: str = veld("Welk agendapunt?", "Which point?", keuzes=tuple(ONDERWERPEN.items()))
    uitkomst: str = veld("Wat is ermee gedaan?", "What was done with it?", keuzes=tuple(UITKOMSTEN.items()))


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
    Overleg.objects.filter(zaak=dossier.zaak, gesloten__isnull=True).update(begonnen=huidige_operatie().nu)
    return dossier.zaak


@action(SCHEME, "agendapunt afhandelen")
def handel_agendapunt_af(actor: Actor, zaak_id: UUID, invoer: Agendauitkomst) -> Zaak:
    """Record what came of a point of the agenda."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    overleg = lopend_overleg(dossier.zaak, begonnen=True)
    keuze("onderwerp", invoer.onderwerp, ONDERWERPEN)
    keuze("uitkomst", invoer.uitkomst, UITKOMSTEN)
    if not overleg.agenda.filter(onderwerp=invoer.onderwerp).update(uitkomst=invoer.uitkomst):
        raise weiger("onderwerp", "niet_op_agenda", "Dit staat niet op de agenda. Kies een punt dat erop staat.", "This is not on the agenda. Choose a point that is.")  # fmt: skip
    zaken.bewaar(dossier.zaak)
    return dossier.zaak


@action(SCHEME, "overleg sluiten")
def sluit_overleg(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Close the meeting and its minutes: who was there, what came of each point, what was agreed. Nothing of it changes after."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaken.zet_stap(actor, dossier.zaak, "overleg_sluiten", dossier.feiten())
    Overleg.objects.filter(zaak=dossier.zaak, gesloten__isnull=True).update(
        gesloten=zaken.vandaag(), gesloten_door=actor.naam
    )
    return dossier.zaak


def lopend_overleg(zaak: Zaak, *, begonnen: bool | None = None) -> Overleg:
    """The meeting that is prepared or held now; refuses when there is none, or it is not (yet) held."""
    overleg = Overleg.objects.filter(zaak=zaak, gesloten__isnull=True).first()
    if overleg is None:
        raise Geweigerd(
            "geen_overleg",
            Tekst("Er staat geen overleg klaar. Zet eerst een dag en een agenda klaar.", "No meeting is prepared. First prepare a day and an agenda."),
            status=409,
        )  # fmt: skip
    if begonnen is not None and begonnen != (zaak.stap == "casusoverleg"):
        raise Geweigerd(
            "overleg_niet_begonnen",
            Tekst("Dit kan tijdens het overleg. Begin het overleg eerst.", "This is possible during the meeting. First begin it."),
            status=409,
        )  # fmt: skip
    return overleg
