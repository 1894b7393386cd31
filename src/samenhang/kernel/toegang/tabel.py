"""Permits compiled into a table: one lookup per decision, checked against the ceilings. Pure."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.scheme import Scheme
from samenhang.kernel.toegang.besluit import Besluit
from samenhang.kernel.toegang.dimensies import (
    ALGEMENE_ROLLEN,
    BETROKKENHEDEN,
    GEEN_ZAAK,
    KERNCATEGORIEEN,
    VERNIETIGD,
)
from samenhang.kernel.toegang.grondslagen import Grondslag, Plafond
from samenhang.kernel.toegang.plichten import KERNPLICHTEN
from samenhang.kernel.toegang.regels import Regel
from samenhang.kernel.toegang.voorwaarden import IN_REGELS

ALLE_STAPPEN = "*"

GEEN_ROL: frozenset[str] = frozenset()

Handeling = tuple[str, bool]
"""A category, and whether it is written rather than read."""


class RegelsOnjuist(Geweigerd):
    """The permits cannot be compiled: a name is unknown or a permit exceeds its ceiling. Nothing starts."""

    status = 500

    def __init__(self, wat: Tekst) -> None:
        super().__init__("toegangsregels_onjuist", wat)


class Cel(NamedTuple):
    """The coordinates of one decision."""

    scheme: str
    organisatiesoort: str
    rol: str
    doel: str
    betrokkenheid: str
    stap: str


@dataclass(frozen=True)
class Ruimte:
    """Every value of every dimension of one scheme: the space that the tests walk through."""

    scheme: str
    organisatiesoorten: tuple[str, ...]
    rollen: tuple[str, ...]
    doelen: tuple[str, ...]
    betrokkenheden: tuple[str, ...]
    stappen: tuple[str, ...]
    categorieen: tuple[str, ...]

    @cached_property
    def bekend(self) -> frozenset[str]:
        """The categories as a set."""
        return frozenset(self.categorieen)

    @property
    def bestaand(self) -> tuple[str, ...]:
        """What "*" means: every step in which there still are data."""
        return tuple(stap for stap in self.stappen if stap != VERNIETIGD)

    def cellen(self) -> Iterator[Cel]:
        """All cells of the space, permitted or not."""
        for waarden in product(
            self.organisatiesoorten, self.rollen, self.doelen, self.betrokkenheden, self.stappen
        ):
            yield Cel(self.scheme, *waarden)

    def bevat(self, cel: Cel) -> bool:
        """Whether this is a cell of the space."""
        return (
            cel.scheme == self.scheme
            and cel.organisatiesoort in self.organisatiesoorten
            and cel.rol in self.rollen
            and cel.doel in self.doelen
            and cel.betrokkenheid in self.betrokkenheden
            and cel.stap in self.stappen
        )

    @property
    def omvang(self) -> int:
        """The number of cells."""
        return (
            len(self.organisatiesoorten)
            * len(self.rollen)
            * len(self.doelen)
            * len(self.betrokkenheden)
            * len(self.stappen)
        )


@dataclass(frozen=True)
class Beslistabel:
    """The compiled permits of all installed schemes.

    `cellen` holds only cells in which something is permitted; whatever is absent is refused. `hash`
    identifies permits, bases and ceilings together and goes into every log row.
    """

    ruimtes: Mapping[str, Ruimte]
    regels: Mapping[str, Regel]
    grondslagen: Mapping[str, Grondslag]
    cellen: Mapping[Cel, tuple[Regel, ...]]
    hash: str
    onthouden: dict[tuple[object, ...], Besluit] = field(default_factory=dict, compare=False, repr=False)
    dagen: dict[date, Dagtabel] = field(default_factory=dict, compare=False, repr=False)

    def bekend(self, scheme: str) -> frozenset[str]:
        """The categories of a scheme; none when it is not installed."""
        ruimte = self.ruimtes.get(scheme)
        return ruimte.bekend if ruimte is not None else frozenset()

    def op(self, dag: date) -> Dagtabel:
        """The table as it holds on one day: what rests on a basis that is not in force has fallen out."""
        dagtabel = self.dagen.get(dag)
        if dagtabel is None:
            if len(self.dagen) > 100:
                self.dagen.clear()
            dagtabel = self.dagen[dag] = Dagtabel(self, dag)
        return dagtabel

    def geldend(self, cel: Cel, dag: date) -> tuple[Regel, ...]:
        """The permits of a cell whose legal basis is in force on that day."""
        return self.op(dag).cellen.get(cel, ())


class Dagtabel:
    """One day of a `Beslistabel`, with what a refusal needs to say what stands in the way.

    `elders_betrokken` and `andere_stap` hold, per (scheme, kind of organisation, role, purpose), step or
    involvement, and legal basis (empty: any), what some permit grants there; `geldt` which laws are in force.
    """

    __slots__ = ("_rollen", "_tabel", "andere_stap", "cellen", "elders_betrokken", "geldt")

    def __init__(self, tabel: Beslistabel, dag: date) -> None:
        self.cellen: dict[Cel, tuple[Regel, ...]] = {}
        self._tabel = tabel
        self._rollen: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        elders: dict[tuple[str, ...], set[Handeling]] = defaultdict(set)
        anders: dict[tuple[str, ...], set[Handeling]] = defaultdict(set)
        geldt = {naam: grondslag.in_werking_op(dag) for naam, grondslag in tabel.grondslagen.items()}
        geeft = {naam: handelingen(regel) for naam, regel in tabel.regels.items()}
        for cel, regels in tabel.cellen.items():
            geldend = tuple(regel for regel in regels if geldt[regel.grondslag])
            if geldend:
                self.cellen[cel] = geldend
            scheme, soort, rol, doel, betrokkenheid, stap = cel
            self._rollen[scheme, soort, doel].add(rol)
            for regel in geldend:
                for wet in ("", regel.grondslag):
                    elders[scheme, soort, rol, doel, stap, wet] |= geeft[regel.id]
                    anders[scheme, soort, rol, doel, betrokkenheid, wet] |= geeft[regel.id]
        self.geldt: Mapping[str, bool] = geldt
        self.elders_betrokken = {plek: frozenset(wat) for plek, wat in elders.items()}
        self.andere_stap = {plek: frozenset(wat) for plek, wat in anders.items()}

    def kansrijk(self, scheme: str, organisatiesoort: str, doel: str) -> Set[str]:
        """The roles for which some case of this purpose has a permit, be its law in force or not."""
        return self._rollen.get((scheme, organisatiesoort, doel), GEEN_ROL)

    def onder_plafond(
        self, wet: str, organisatiesoort: str, rollen: Sequence[str], doel: str
    ) -> frozenset[Handeling]:
        """What the ceilings of a law leave room for, whatever the involvement and the step."""
        return frozenset(
            (naam, schrijven)
            for plafond in self._tabel.grondslagen[wet].plafonds
            if organisatiesoort in plafond.organisaties
            and doel in plafond.doelen
            and any(rol in rollen for rol, _ in plafond.paren)
            for schrijven, namen in ((False, plafond.leest), (True, plafond.schrijft))
            for naam in namen
        )


@lru_cache(maxsize=10_000)
def samen(leest: frozenset[str], schrijft: frozenset[str]) -> frozenset[Handeling]:
    """Reading and writing together, as (category, is it writing)."""
    return frozenset([(naam, False) for naam in leest] + [(naam, True) for naam in schrijft])


def handelingen(regel: Regel) -> frozenset[Handeling]:
    """What a permit grants, as (category, is it writing)."""
    return samen(regel.leest, regel.schrijft)


def cellen_van(regel: Regel, ruimte: Ruimte) -> Iterator[Cel]:
    """The cells in which a permit counts."""
    stappen = ruimte.bestaand if ALLE_STAPPEN in regel.stappen else regel.stappen
    for soort, (rol, betrokkenheid), doel, stap in product(
        regel.organisaties, regel.wie, regel.doelen, stappen
    ):
        yield Cel(regel.scheme, soort, rol, doel, betrokkenheid, stap)


def ruimte_van(scheme: Scheme, organisatiesoorten: Sequence[str]) -> Ruimte:
    """The decision space of a scheme."""
    return Ruimte(
        scheme=scheme.naam,
        organisatiesoorten=(*organisatiesoorten, ""),
        rollen=(*(rol.naam for rol in scheme.rollen), *ALGEMENE_ROLLEN),
        doelen=(scheme.doel, *scheme.doelen),
        betrokkenheden=(*BETROKKENHEDEN, *(deel.naam for deel in scheme.betrokkenheden)),
        stappen=(*(stap.naam for stap in (scheme.zaak.stappen if scheme.zaak else ())), GEEN_ZAAK),
        categorieen=tuple(categorie.naam for categorie in (*KERNCATEGORIEEN, *scheme.categorieen)),
    )


def binnen(regel: Regel, plafond: Plafond) -> bool:
    """Whether a permit stays within a ceiling."""
    stappen_goed = ALLE_STAPPEN in plafond.stappen or set(regel.stappen) <= plafond.stappen
    return (
        set(regel.organisaties) <= plafond.organisaties
        and set(regel.wie) <= plafond.paren
        and set(regel.doelen) <= plafond.doelen
        and stappen_goed
        and regel.leest <= plafond.leest
        and regel.schrijft <= plafond.schrijft
        and plafond.mits <= regel.mits
        and (plafond.ook_gesloten or not regel.ook_gesloten)
    )


def controleer_regel(
    regel: Regel, ruimte: Ruimte, grondslagen: Mapping[str, Grondslag], termijnen: Set[str]
) -> None:
    """Raises `RegelsOnjuist` when a permit names something unknown or exceeds every ceiling of its legal basis."""
    stappen = set(regel.stappen) - {ALLE_STAPPEN}
    onbekend = [
        *(set(regel.organisaties) - set(ruimte.organisatiesoorten)),
        *({rol for rol, _ in regel.wie} - set(ruimte.rollen)),
        *({betrokkenheid for _, betrokkenheid in regel.wie} - set(ruimte.betrokkenheden)),
        *(set(regel.doelen) - set(ruimte.doelen)),
        *(stappen - set(ruimte.stappen)),
        *((regel.leest | regel.schrijft) - set(ruimte.categorieen)),
        *({regel.grondslag} - set(grondslagen)),
        *(set(regel.volgt) - termijnen - set(KERNPLICHTEN)),
        *(regel.mits - IN_REGELS),
    ]
    wie = f"regel {regel.id} ({regel.scheme})", f"permit {regel.id} ({regel.scheme})"
    if onbekend:
        namen = ", ".join(sorted(onbekend))
        raise RegelsOnjuist(Tekst(f"{wie[0]} noemt onbekend: {namen}", f"{wie[1]} names unknown: {namen}"))
    if not any(binnen(regel, plafond) for plafond in grondslagen[regel.grondslag].plafonds):
        raise RegelsOnjuist(
            Tekst(
                f"{wie[0]} gaat boven het plafond van {regel.grondslag} uit",
                f"{wie[1]} exceeds the ceiling of {regel.grondslag}",
            )
        )


def compileer(
    schemes: Mapping[str, Scheme],
    regels: Sequence[Regel],
    grondslagen: Mapping[str, Grondslag],
    organisatiesoorten: Sequence[str],
) -> Beslistabel:
    """Compile the permits; raises `RegelsOnjuist` at the first that is unknown, double or above its ceiling."""
    ruimtes = {naam: ruimte_van(scheme, organisatiesoorten) for naam, scheme in schemes.items()}
    op_id: dict[str, Regel] = {}
    cellen: dict[Cel, list[Regel]] = defaultdict(list)
    for regel in regels:
        ruimte = ruimtes[regel.scheme]
        controleer_regel(regel, ruimte, grondslagen, {t.naam for t in schemes[regel.scheme].termijnen})
        if regel.id in op_id:
            raise RegelsOnjuist(
                Tekst(f"regel {regel.id} staat er twee keer", f"permit {regel.id} is there twice")
            )
        op_id[regel.id] = regel
        for cel in cellen_van(regel, ruimte):
            cellen[cel].append(regel)
    return Beslistabel(
        ruimtes=ruimtes,
        regels=op_id,
        grondslagen=dict(grondslagen),
        cellen={cel: tuple(rijen) for cel, rijen in cellen.items()},
        hash=_vingerafdruk(regels, grondslagen),
    )


def _vingerafdruk(regels: Sequence[Regel], grondslagen: Mapping[str, Grondslag]) -> str:
    rijen = sorted(repr(_gesorteerd(regel)) for regel in regels)
    bases = sorted(repr(_gesorteerd(grondslag)) for grondslag in grondslagen.values())
    return hashlib.sha256(json.dumps([rijen, bases]).encode()).hexdigest()


def _gesorteerd(waarde: object) -> object:
    """A value with every set in a fixed order, so that equal rules give equal fingerprints."""
    if isinstance(waarde, frozenset):
        return sorted(repr(_gesorteerd(deel)) for deel in waarde)
    if isinstance(waarde, tuple):
        return [_gesorteerd(deel) for deel in waarde]
    if hasattr(waarde, "__slots__"):
        return [_gesorteerd(getattr(waarde, naam)) for naam in waarde.__slots__]
    return waarde
