"""Colleagues, tasks and the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, veld
from samenhang.kernel.zaken.actions.plan import WIE
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class DeelnameInvoer:
    """A colleague who helps."""

    collega: UUID = veld("Collega", "Colleague", bron="collegas")
    reden: str = veld("Waarvoor", "What for")


@dataclass(frozen=True, slots=True)
class DeelnameEinde:
    """Whose part ends."""

    deelname: UUID = veld("Wie", "Who", bron="deelnames")
    reden: str = veld("Reden", "Reason")


@dataclass(frozen=True, slots=True)
class TaakInvoer:
    """A task."""

    titel: str = veld(
        "Wat moet er gebeuren?", "What must be done?", hoogstens=200,
        uitleg=Tekst("Zonder namen of bedragen: taken staan ook in lijsten.", "Without names or amounts: tasks also stand in lists."),
    )  # fmt: skip
    uiterlijk: date | None = veld("Uiterlijk", "By", standaard=None)
    collega: UUID | None = veld("Voor wie", "For whom", standaard=None, bron="collegas")


@dataclass(frozen=True, slots=True)
class TaakKeuze:
    """A task that is done."""

    taak: UUID = veld("Taak", "Task", bron="taken")


@dataclass(frozen=True, slots=True)
class TaakVoor:
    """A task and who does it."""

    taak: UUID = veld("Taak", "Task", bron="taken")
    collega: UUID | None = veld("Voor wie", "For whom", standaard=None, bron="collegas")


@dataclass(frozen=True, slots=True)
class AfspraakInvoer:
    """An agreement from a phrase."""

    afspraak: str = veld(
        "Afspraak", "Agreement", keuzes=tuple((zin.naam, zin.tekst) for zin in SCHEME.planzinnen)
    )
    wie: str = veld("Wie doet dit?", "Who does this?", keuzes=tuple(WIE.items()))
    uiterlijk: date | None = veld("Uiterlijk", "By", standaard=None)


@dataclass(frozen=True, slots=True)
class AfspraakKeuze:
    """An agreement that was kept."""

    afspraak: UUID = veld("Afspraak", "Agreement", bron="afspraken")


MEEWERKEN = (
    Handeling(
        "deelname", Tekst("Laat een collega meewerken", "Let a colleague help"),
        Tekst("De collega ziet naam, contact en pogingen, geen bedragen.", "The colleague sees name, contact and attempts, no amounts."),
        DeelnameInvoer, lambda actor, zaak, i: actions.laat_deelnemen(actor, zaak, i.collega, i.reden),
        pad="deelnames", nieuw=True,
    ),
    Handeling(
        "deelname-einde", Tekst("Beëindig een deelname", "End a participation"),
        Tekst("De collega ziet deze melding niet meer in.", "The colleague no longer sees into this case."),
        DeelnameEinde, lambda actor, zaak, i: actions.beeindig_deelname(actor, zaak, i.deelname, i.reden),
    ),
    Handeling(
        "taak", Tekst("Maak een taak", "Make a task"),
        Tekst("De taak staat in de agenda van wie haar doet.", "The task stands in the agenda of who does it."),
        TaakInvoer, lambda actor, zaak, i: actions.maak_taak(actor, zaak, i.titel, i.uiterlijk, i.collega),
        pad="taken", nieuw=True,
    ),
    Handeling(
        "taak-klaar", Tekst("Taak is klaar", "Task is done"),
        Tekst("De taak gaat uit de agenda.", "The task leaves the agenda."),
        TaakKeuze, lambda actor, zaak, i: actions.rond_taak_af(actor, zaak, i.taak),
    ),
    Handeling(
        "taak-geven", Tekst("Geef een taak aan een collega", "Give a task to a colleague"),
        Tekst("De taak gaat naar de agenda van die collega.", "The task goes to that colleague's agenda."),
        TaakVoor, lambda actor, zaak, i: actions.geef_taak(actor, zaak, i.taak, i.collega),
    ),
    Handeling(
        "afspraak", Tekst("Maak een afspraak in het plan", "Make an agreement in the plan"),
        Tekst("De inwoner ziet de afspraak op zijn pagina.", "The resident sees the agreement on his page."),
        AfspraakInvoer, lambda actor, zaak, i: actions.maak_afspraak(actor, zaak, i.afspraak, i.wie, i.uiterlijk),
        pad="afspraken", nieuw=True,
    ),
    Handeling(
        "afspraak-klaar", Tekst("Afspraak is nagekomen", "Agreement was kept"),
        Tekst("De afspraak krijgt een vinkje.", "The agreement gets a tick."),
        AfspraakKeuze, lambda actor, zaak, i: actions.rond_afspraak_af(actor, zaak, i.afspraak),
    ),
)  # fmt: skip
