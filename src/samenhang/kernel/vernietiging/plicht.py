"""A retention rule as a duty: what is due, destroyed item by item, each in its own operation with its record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
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
from samenhang.kernel.verstrekkingen.actions.vernietigbericht import zeg_waarom
from samenhang.kernel.zaken.queries import toegang_tot_register

DOEL = "vernietiging"
HANDELING = "verlopen gegevens vernietigen"
NEDERLAND = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Grens:
    """What counts as expired: seen from `vandaag`, what began on `dag` or earlier; of one organisation, or of all."""

    vandaag: date
    dag: date
    organisatie: UUID | None = None


@dataclass
class Werk:
    """What one destruction has in hand: the decision to erase by, the limit, and what went (rows by kind, ids)."""

    toegang: Toegang
    organisatie: Organisatie
    grens: Grens
    telling: Counter[str] = field(default_factory=Counter)
    weg: list[tuple[str, str]] = field(default_factory=list)

    def raakt(self, personen: Iterable[UUID]) -> None:
        """Whose data go: each gets his row in the processing log."""
        huidige_operatie().raakt(personen)

    def ging(self, soort: str, nummers: Iterable[UUID]) -> None:
        """Which things go, so that a restored backup can lose them again (see `herstel`)."""
        self.weg += [(soort, str(nummer)) for nummer in nummers]


@dataclass(frozen=True, slots=True)
class Bewaarregel:
    """How a scheme carries out one of its `bewaartermijnen`.

    `verlopen(limit, at most)` names the items that have expired and that nothing holds; `van(item)` whose register
    it is; `vernietig(work, item)` erases one. `leest` and `schrijft` are what it needs. When only a decision can
    see what has expired, an item is a register: `vernietig` then takes a piece at a time, and `tel` counts.
    """

    scheme: str
    uitkomst: str
    verlopen: Callable[[Grens, int], Iterable[str]]
    van: Callable[[str], Organisatie]
    vernietig: Callable[[Werk, str], None]
    leest: Collection[str] = ()
    schrijft: Collection[str] = ()
    tel: Callable[[Toegang, Grens], int] | None = None

    @property
    def termijn(self) -> Bewaartermijn:
        """The declared term; `KeyError` when the scheme has none of that name."""
        return bewaartermijn(scheme(self.scheme), self.uitkomst)

    def grens(self, vandaag: date, organisatie: UUID | None = None) -> Grens:
        """What has expired when it is this day."""
        return Grens(vandaag, verlopen_voor(self.termijn, vandaag), organisatie)


_REGELS: list[Bewaarregel] = []


def bewaarregels(scheme_naam: str) -> tuple[Bewaarregel, ...]:
    """The rules of a scheme that this deployment carries out."""
    return tuple(regel for regel in _REGELS if regel.scheme == scheme_naam)


def bewaartermijn(sch: Scheme, uitkomst: str) -> Bewaartermijn:
    """The declared rule; `KeyError` when the scheme has none of that name."""
    for regel in sch.bewaartermijnen:
        if regel.uitkomst == uitkomst:
            return regel
    raise KeyError(uitkomst)


def registreer_bewaarregel(regel: Bewaarregel) -> Plicht:
    """Make the rule a duty of this deployment."""
    _REGELS.append(regel)

    def wat_moet(nu: datetime, hoogstens: int) -> Iterable[str]:
        return regel.verlopen(regel.grens(nu.astimezone(NEDERLAND).date()), hoogstens)

    def doe(item: str) -> None:
        vernietig_item(regel, item, regel.grens(datetime.now(NEDERLAND).date()))

    return registreer(Plicht(f"{regel.scheme}.vernietigen-{regel.uitkomst.replace('_', '-')}", wat_moet, doe))


def vernietig_item(
    regel: Bewaarregel, item: str, grens: Grens, *, door: str = "", vervroegd: bool = False
) -> Counter[str]:
    """Erase one item with its record, in one operation; gives the rows and files by kind, none when there was nothing."""
    organisatie = regel.van(item)
    om: AbstractContextManager[object] = operatie(regel.scheme, HANDELING, systeem(organisatie))
    with om:
        werk = begin_werk(regel, organisatie, grens)
        regel.vernietig(werk, item)
        if werk.telling.total():
            leg_vast(werk, regel, door=door, vervroegd=vervroegd)
    return werk.telling


def begin_werk(regel: Bewaarregel, organisatie: Organisatie, grens: Grens) -> Werk:
    """The decision to erase in a register, within the operation that is going on."""
    toegang = toegang_tot_register(
        systeem(organisatie), regel.scheme, doel=DOEL, leest=regel.leest, schrijft=regel.schrijft
    )
    return Werk(toegang, organisatie, grens)


def leg_vast(
    werk: Werk,
    regel: Bewaarregel,
    *,
    door: str = "",
    vervroegd: bool = False,
    eerder: datetime | None = None,
) -> None:
    """Write the record and the audit log about what went, and by which article its receivers hear that.

    `eerder`: when it went before, of what a restored backup brought back.
    """
    op, termijn, na_herstel = huidige_operatie(), regel.termijn, eerder is not None
    zeg_waarom(termijn.artikel, eerder or op.nu)
    wat = "opnieuw na herstel" if na_herstel else f"{termijn.lengte} {termijn.eenheid} verstreken"
    op.verandert(f"{wat}: {termijn.artikel}", vernietigd=dict(werk.telling))
    Vernietiging.objects.create(
        operatie_id=op.id,
        organisatie=werk.organisatie,
        scheme=regel.scheme,
        regel=regel.uitkomst,
        artikel=termijn.artikel,
        status=termijn.status,
        termijn=f"{termijn.lengte} {termijn.eenheid}",
        moment=op.nu,
        door=door or "systeem",
        aantallen={naam: aantal for naam, aantal in sorted(werk.telling.items()) if aantal},
        wat=werk.weg,
        op=werk.grens.vandaag,
        vervroegd=vervroegd,
        na_herstel=na_herstel,
    )
