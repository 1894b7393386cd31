"""A retention rule as a duty: what is due, destroyed item by item, each in its own operation with its record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from samenhang.kernel.logboek.operatie import huidige_operatie, operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.scheme import Bewaartermijn, Scheme, scheme
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.vernietiging.models import Vernietiging
from samenhang.kernel.vernietiging.termijn import verlopen_voor
from samenhang.kernel.vernietiging.wissen import haal_uit_het_bestand
from samenhang.kernel.zaken.queries import toegang_tot_register

DOEL = "vernietiging"
HANDELING = "verlopen gegevens vernietigen"
NEDERLAND = ZoneInfo("Europe/Amsterdam")


@dataclass
class Werk:
    """What one destruction has in hand: the decision to erase by, the count of what went, and the day.

    What began on `dag` or earlier has expired.
    """

    toegang: Toegang
    organisatie: Organisatie
    telling: Counter[str]
    dag: date

    def raakt(self, personen: Iterable[UUID]) -> None:
        """Whose data go: each gets his row in the processing log."""
        huidige_operatie().raakt(personen)


@dataclass(frozen=True, slots=True)
class Bewaarregel:
    """How a scheme carries out one of its `bewaartermijnen`.

    `verlopen(last day, at most)` names the items that began on that day or earlier and that nothing holds;
    `van(item)` whose register it is; `vernietig(work, item)` erases one. `leest` and `schrijft` are what it needs.
    """

    scheme: str
    uitkomst: str
    verlopen: Callable[[date, int], Iterable[str]]
    van: Callable[[str], Organisatie]
    vernietig: Callable[[Werk, str], None]
    leest: Collection[str] = ()
    schrijft: Collection[str] = ()


def bewaartermijn(sch: Scheme, uitkomst: str) -> Bewaartermijn:
    """The declared rule; `KeyError` when the scheme has none of that name."""
    for regel in sch.bewaartermijnen:
        if regel.uitkomst == uitkomst:
            return regel
    raise KeyError(uitkomst)


def registreer_bewaarregel(regel: Bewaarregel) -> Plicht:
    """Make the rule a duty of this deployment."""

    def wat_moet(nu: datetime, hoogstens: int) -> Iterable[str]:
        termijn = bewaartermijn(scheme(regel.scheme), regel.uitkomst)
        return regel.verlopen(verlopen_voor(termijn, nu.astimezone(NEDERLAND).date()), hoogstens)

    def doe(item: str) -> None:
        _vernietig(regel, bewaartermijn(scheme(regel.scheme), regel.uitkomst), item)

    naam = f"{regel.scheme}.vernietigen-{regel.uitkomst.replace('_', '-')}"
    return registreer(Plicht(naam, wat_moet, doe, daarna=haal_uit_het_bestand))


def _vernietig(regel: Bewaarregel, termijn: Bewaartermijn, item: str) -> None:
    organisatie = regel.van(item)
    actor = systeem(organisatie)
    om: AbstractContextManager[object] = operatie(regel.scheme, HANDELING, actor)
    with om:
        toegang = toegang_tot_register(
            actor, regel.scheme, doel=DOEL, leest=regel.leest, schrijft=regel.schrijft
        )
        op = huidige_operatie()
        werk = Werk(
            toegang, organisatie, Counter(), verlopen_voor(termijn, op.nu.astimezone(NEDERLAND).date())
        )
        regel.vernietig(werk, item)
        if not werk.telling.total():
            return
        op.verandert(
            f"{termijn.lengte} {termijn.eenheid} verstreken: {termijn.artikel}", vernietigd=dict(werk.telling)
        )
        Vernietiging.objects.create(
            operatie_id=op.id,
            organisatie=organisatie,
            scheme=regel.scheme,
            regel=regel.uitkomst,
            artikel=termijn.artikel,
            status=termijn.status,
            termijn=f"{termijn.lengte} {termijn.eenheid}",
            moment=op.nu,
            door=actor.naam,
            aantallen={naam: aantal for naam, aantal in sorted(werk.telling.items()) if aantal},
        )
