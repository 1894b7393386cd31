"""The calendar on which terms run. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender.feestdagen import feestdagen

EERSTE_DAG: Final = date(2014, 1, 1)
LAATSTE_DAG: Final = date(2199, 12, 31)
REGIOS: Final = ("noord", "midden", "zuid")


class KalenderOntbreekt(Geweigerd):
    """The calendar does not know these days; nothing is assumed about them."""

    def __init__(self, wat: Tekst) -> None:
        super().__init__("kalender_ontbreekt", wat)


@dataclass(frozen=True, slots=True)
class Kalender:
    """Holidays (computed), equated days and school holidays (data), from 2014 up to and including 2199.

    `vakanties` maps a region to its (first day, last day) pairs, complete between `scholen_van` and
    `scholen_tot`; outside these a question about school days raises `KalenderOntbreekt`.
    `voorgesteld` are days that a decree may equate but that are not confirmed: they do not count, and a term
    that they would move says so.
    """

    gelijkgesteld: frozenset[date] = frozenset()
    vakanties: Mapping[str, tuple[tuple[date, date], ...]] = field(default_factory=dict)
    scholen_van: date | None = None
    scholen_tot: date | None = None
    voorgesteld: frozenset[date] = frozenset()
    scholen_bron: str = ""
    scholen_status: str = ""

    def feestdag(self, dag: date) -> str | None:
        """The name of the holiday, "gelijkgestelde dag", or None."""
        if not EERSTE_DAG <= dag <= LAATSTE_DAG:
            raise KalenderOntbreekt(
                Tekst(
                    f"De kalender loopt van {EERSTE_DAG} tot en met {LAATSTE_DAG}; {dag} valt daarbuiten. Controleer de datum.",
                    f"The calendar runs from {EERSTE_DAG} to {LAATSTE_DAG}; {dag} is outside it. Check the date.",
                )
            )
        naam = feestdagen(dag.year).get(dag)
        if naam is None and dag in self.gelijkgesteld:
            return "gelijkgestelde dag"
        return naam

    def is_werkdag(self, dag: date) -> bool:
        """Whether the day is no Saturday, Sunday, holiday or equated day (Atw art. 1 and 3)."""
        feestdag = self.feestdag(dag)
        return dag.weekday() < 5 and feestdag is None

    def werkdag_vanaf(self, dag: date) -> date:
        """The day itself when it is a working day, else the next one."""
        while not self.is_werkdag(dag):
            dag += timedelta(days=1)
        return dag

    def werkdagen_tussen(self, van: date, tot: date) -> int:
        """How many working days lie after `van` up to and including `tot`; 0 when `tot` is not later."""
        dagen = (van + timedelta(days=n) for n in range(1, (tot - van).days + 1))
        return sum(self.is_werkdag(dag) for dag in dagen)

    def is_schooldag(self, dag: date, regio: str) -> bool:
        """Whether schools in the region teach that day: a working day outside the school holidays."""
        buiten = (
            self.scholen_van is None
            or self.scholen_tot is None
            or not self.scholen_van <= dag <= self.scholen_tot
        )
        if regio not in self.vakanties or buiten:
            raise KalenderOntbreekt(
                Tekst(
                    f"De schoolvakanties van regio {regio} rond {dag} staan niet in rules/kalender/schoolvakanties.toml. "
                    "Vul ze aan met hun bron.",
                    f"The school holidays of region {regio} around {dag} are not in rules/kalender/schoolvakanties.toml. "
                    "Add them with their source.",
                )
            )
        vrij = any(eerste <= dag <= laatste for eerste, laatste in self.vakanties[regio])
        return self.is_werkdag(dag) and not vrij
