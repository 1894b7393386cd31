"""Half hours of a line: on which moments it is open, also on the days on which the clock changes. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from samenhang.kernel.basis import Tekst
from samenhang.kernel.kalender import Kalender
from samenhang.schemes.helplijn.domain.bezetting.lezen import MINUTEN_PER_DAG, Deel, lees_klok

HALFUUR: Final = 30
SECONDEN: Final = 1800
EINDE_DUBBEL_UUR: Final = 180
"""The hour from two to three comes twice in autumn."""
ZONE: Final = ZoneInfo("Europe/Amsterdam")
DAGEN: Final = ("ma", "di", "wo", "do", "vr", "za", "zo")
DAGNAMEN: Final = tuple(
    Tekst(nl, en)
    for nl, en in zip(
        ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)


def klok(minuut: int) -> str:
    """Minutes after midnight as HH:MM."""
    return f"{minuut // 60:02d}:{minuut % 60:02d}"


@dataclass(frozen=True, slots=True)
class Halfuur:
    """A half hour by its beginning on the clock, in the order in which they come.

    `tweede` is the repeated hour after summer time ends: it comes after both halves of the first.
    """

    datum: date
    minuut: int
    tweede: bool = False

    def __lt__(self, ander: Halfuur) -> bool:
        return self._orde() < ander._orde()

    def _orde(self) -> tuple[date, bool, bool, int]:
        return self.datum, self.minuut >= EINDE_DUBBEL_UUR, self.tweede, self.minuut

    @property
    def van(self) -> str:
        """Its beginning as people write it; in the hour that comes twice with the offset from UTC."""
        if keer_op_klok(self.datum, self.minuut) == 2:
            return f"{klok(self.minuut)}{'+01:00' if self.tweede else '+02:00'}"
        return klok(self.minuut)


@cache
def _wisselt(dag: date) -> bool:
    middernacht, morgen = (
        datetime(d.year, d.month, d.day, tzinfo=ZONE) for d in (dag, dag + timedelta(days=1))
    )
    return middernacht.utcoffset() != morgen.utcoffset()


def keer_op_klok(dag: date, minuut: int) -> int:
    """How often the clock shows this time on that day: 0, 1 or 2."""
    if not _wisselt(dag):
        return 1
    moment = datetime(dag.year, dag.month, dag.day, minuut // 60, minuut % 60, tzinfo=ZONE)
    eerste, tweede = moment.utcoffset(), moment.replace(fold=1).utcoffset()
    if eerste == tweede:
        return 1
    # In the gap of spring the later fold has the larger offset, in the repeated hour of autumn the smaller.
    return 0 if eerste is not None and tweede is not None and eerste < tweede else 2


@dataclass(frozen=True, slots=True)
class Opening:
    """When the line is open: per weekday (Monday is 0) from and to in minutes, and which days it is not."""

    uren: Mapping[int, tuple[int, int]]
    feestdagen_open: bool = False
    gesloten: frozenset[date] = frozenset()

    def is_open(self, dag: date, kalender: Kalender) -> bool:
        """Whether the line is open at all that day."""
        if dag.weekday() not in self.uren or dag in self.gesloten:
            return False
        return self.feestdagen_open or kalender.feestdag(dag) is None

    def halfuren(self, dag: date, kalender: Kalender) -> tuple[Halfuur, ...]:
        """The half hours of a day in order: two fewer or two more when the clock changes while the line is open."""
        if not self.is_open(dag, kalender):
            return ()
        van, tot = self.uren[dag.weekday()]
        uit = [
            Halfuur(dag, minuut, tweede)
            for minuut in range(van, tot, HALFUUR)
            for tweede in (False, True)[: keer_op_klok(dag, minuut)]
        ]
        return tuple(sorted(uit))


def dagen(van: date, tot: date) -> Iterator[date]:
    """Every day from the first up to and including the last."""
    for nummer in range((tot - van).days + 1):
        yield van + timedelta(days=nummer)


def lees_vak(tekst: object) -> tuple[int, int] | Tekst:
    """ "08:00-17:30" as minutes, or what is wrong with it."""
    begin, streep, eind = tekst.partition("-") if isinstance(tekst, str) else ("", "", "")
    van, tot = lees_klok(begin.strip()), lees_klok(eind.strip())
    if not streep or van is None or tot is None:
        return Tekst('is "van-tot", zoals "08:30-17:00".', 'is "from-to", such as "08:30-17:00".')
    if van % HALFUUR or tot % HALFUUR:
        return Tekst(
            "begint en eindigt op een heel of half uur.", "begins and ends on the hour or half hour."
        )
    if van > tot:
        return Tekst(
            'loopt over middernacht. Sluit op die dag om 24:00 en open de volgende dag om 00:00 ("22:00-24:00" en "00:00-06:00").',
            'runs past midnight. Close at 24:00 on that day and open the next at 00:00 ("22:00-24:00" and "00:00-06:00").',
        )
    if van in (tot, MINUTEN_PER_DAG):
        return Tekst("duurt geen half uur. Laat de dag weg als de lijn dicht is.", "lasts no half hour. Leave the day out when the line is closed.")  # fmt: skip
    return van, tot


def lees_opening(deel: Deel, feestdagen_open: bool, gesloten: frozenset[date]) -> Opening:
    """The opening hours per weekday; days that are left out are closed."""
    uren: dict[int, tuple[int, int]] = {}
    for nummer, naam in enumerate(DAGEN):
        if not deel.heeft(naam):
            continue
        vak = lees_vak(deel.velden[naam])
        if isinstance(vak, Tekst):
            deel.fout(naam, "openingstijd_onjuist", vak.nl, vak.en)
        else:
            uren[nummer] = vak
    if not uren and not deel.lezing.fouten:
        deel.lezing.fout("openingstijd_onjuist", deel.plek, 'noem minstens één dag dat de lijn open is, zoals {"ma": "08:30-17:00"}.', 'name at least one day on which the line is open, such as {"ma": "08:30-17:00"}.')  # fmt: skip
    deel.sluit()
    return Opening(uren, feestdagen_open, gesloten)
