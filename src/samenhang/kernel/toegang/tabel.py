"""Permits compiled into a table: one lookup per decision, checked against the ceilings. Pure."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from samenhang.kernel.scheme import Scheme
from samenhang.kernel.toegang.dimensies import ALGEMENE_ROLLEN, BETROKKENHEDEN, GEEN_ZAAK, KERNCATEGORIEEN
from samenhang.kernel.toegang.grondslagen import Grondslag, Plafond
from samenhang.kernel.toegang.regels import Regel

if TYPE_CHECKING:
    from samenhang.kernel.toegang.beslissing import Besluit

ALLE_STAPPEN = "*"


class RegelsOnjuist(Exception):
    """The permits cannot be compiled: a name is unknown or a permit exceeds its ceiling."""


class Cel(NamedTuple):
    """The coordinates of one decision."""

    scheme: str
    organisatiesoort: str
    rol: str
    doel: str
    betrokkenheid: str
    stap: str


@dataclass(frozen=True, slots=True)
class Ruimte:
    """Every value of every dimension of one scheme: the space that the tests walk through."""

    scheme: str
    organisatiesoorten: tuple[str, ...]
    rollen: tuple[str, ...]
    doelen: tuple[str, ...]
    betrokkenheden: tuple[str, ...]
    stappen: tuple[str, ...]
    categorieen: tuple[str, ...]

    def cellen(self) -> Iterator[Cel]:
        """All cells of the space, permitted or not."""
        for waarden in product(
            self.organisatiesoorten, self.rollen, self.doelen, self.betrokkenheden, self.stappen
        ):
            yield Cel(self.scheme, *waarden)

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

    def geldend(self, cel: Cel, dag: date) -> tuple[Regel, ...]:
        """The permits of a cell whose legal basis is in force on that day."""
        return tuple(
            regel
            for regel in self.cellen.get(cel, ())
            if self.grondslagen[regel.grondslag].in_werking_op(dag)
        )


def ruimte_van(scheme: Scheme, organisatiesoorten: Sequence[str]) -> Ruimte:
    """The decision space of a scheme."""
    return Ruimte(
        scheme=scheme.naam,
        organisatiesoorten=(*organisatiesoorten, ""),
        rollen=(*(rol.naam for rol in scheme.rollen), *ALGEMENE_ROLLEN),
        doelen=(scheme.doel, *scheme.doelen),
        betrokkenheden=tuple(BETROKKENHEDEN),
        stappen=(*(stap.naam for stap in scheme.zaak.stappen), GEEN_ZAAK),
        categorieen=tuple(categorie.naam for categorie in (*KERNCATEGORIEEN, *scheme.categorieen)),
    )


def _binnen(regel: Regel, plafond: Plafond) -> bool:
    stappen_goed = ALLE_STAPPEN in plafond.stappen or set(regel.stappen) <= plafond.stappen
    return (
        set(regel.organisaties) <= plafond.organisaties
        and set(regel.wie) <= plafond.paren
        and set(regel.doelen) <= plafond.doelen
        and stappen_goed
        and regel.leest <= plafond.leest
        and regel.schrijft <= plafond.schrijft
    )


def _controleer(regel: Regel, ruimte: Ruimte, grondslagen: Mapping[str, Grondslag]) -> None:
    stappen = set(regel.stappen) - {ALLE_STAPPEN}
    onbekend = [
        *(set(regel.organisaties) - set(ruimte.organisatiesoorten)),
        *({rol for rol, _ in regel.wie} - set(ruimte.rollen)),
        *({betrokkenheid for _, betrokkenheid in regel.wie} - set(ruimte.betrokkenheden)),
        *(set(regel.doelen) - set(ruimte.doelen)),
        *(stappen - set(ruimte.stappen)),
        *((regel.leest | regel.schrijft) - set(ruimte.categorieen)),
        *({regel.grondslag} - set(grondslagen)),
    ]
    if onbekend:
        raise RegelsOnjuist(
            f"regel {regel.id} ({regel.scheme}) noemt onbekend: {', '.join(sorted(onbekend))}"
        )
    if not any(_binnen(regel, plafond) for plafond in grondslagen[regel.grondslag].plafonds):
        raise RegelsOnjuist(
            f"regel {regel.id} ({regel.scheme}) gaat boven het plafond van {regel.grondslag} uit"
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
        _controleer(regel, ruimte, grondslagen)
        if regel.id in op_id:
            raise RegelsOnjuist(f"regel {regel.id} staat er twee keer")
        op_id[regel.id] = regel
        stappen = ruimte.stappen if ALLE_STAPPEN in regel.stappen else regel.stappen
        for soort, (rol, betrokkenheid), doel, stap in product(
            regel.organisaties, regel.wie, regel.doelen, stappen
        ):
            cellen[Cel(regel.scheme, soort, rol, doel, betrokkenheid, stap)].append(regel)
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
