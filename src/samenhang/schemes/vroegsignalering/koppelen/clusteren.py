"""From pairs to persons. Pure, and in whole numbers only, so that the outcome never depends on order.

No plain connected components: one bad edge would glue families together. Within a component, accepted pairs
are taken from strong to weak (ties by number); two clusters join only if no veto holds between any of their
members and the evidence over the pairs that were compared stays positive. Then one round of moves: a record
whose evidence with its own cluster is negative leaves, to a neighbour where it is positive if there is one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from samenhang.schemes.vroegsignalering.koppelen.groepen import Groepen

MARGE = 250
"""Hundredths of a nat: when two candidates for one record differ less, a person decides."""

ZEKER_OORDEEL = 100_000
"""The evidence of a pair that a person judged to be the same: above everything that data can say."""

AFTREK_VETO = 100
"""Hundredths of a nat that a pair with a veto, or with birth dates that conflict, must have more than another
before a person is asked about it."""

TIKFOUT_TEKENS = 2
"""Digits that may differ between two complete birth dates of one person."""


class Paar(NamedTuple):
    """Two records (a < b) with the sum of their evidence. `veto` forbids joining them by evidence; `open_` leaves
    it to a person whatever the sum. A judgement is a pair with `ZEKER_OORDEEL` for or against it."""

    a: int
    b: int
    som: int
    veto: bool = False
    open_: bool = False


@dataclass(frozen=True, slots=True)
class Clusters:
    """The cluster of each record that is not alone (named after its smallest number) and the pairs for review."""

    van: Mapping[int, int]
    twijfel: Sequence[Paar]

    def groep(self, nummer: int) -> int:
        """The cluster of a record."""
        return self.van.get(nummer, nummer)


def _rang(paar: Paar) -> int:
    return paar.som - (AFTREK_VETO if paar.veto else 0)


def dagen_strijdig(links: date, rechts: date) -> bool:
    """Whether two complete birth dates differ in more than a typing error.

    1 January is how registries write an unknown day and conflicts with nothing. The same rule in SQL is
    the level `anders` of the comparison of birth dates.
    """
    if (links.month, links.day) == (1, 1) or (rechts.month, rechts.day) == (1, 1):
        return False
    if links.year == rechts.year and (links.month, links.day) == (rechts.day, rechts.month):
        return False
    if (links.year == rechts.year) + (links.month == rechts.month) + (links.day == rechts.day) > 1:
        return False
    een, ander = f"{links:%Y%m%d}", f"{rechts:%Y%m%d}"
    # An edit brings in one digit at most: where more are missing there is nothing to count.
    return (Counter(een) - Counter(ander)).total() > TIKFOUT_TEKENS or _afstand(een, ander) > TIKFOUT_TEKENS


def _afstand(links: str, rechts: str) -> int:
    """Edits between two short texts, a swap of neighbours counting as one (Damerau and Levenshtein)."""
    ver, breed = len(links) + len(rechts), len(rechts) + 2
    # A row and a column of `ver` come before the usual table: no swap reaches back beyond the beginning.
    tabel: list[list[int]] = [[ver] * breed, [ver, *range(breed - 1)]]
    laatst = dict.fromkeys(rechts, 0)
    for i, teken in enumerate(links, 1):
        vorige, rij, in_rij = tabel[-1], [ver, i], 0
        for j, ander in enumerate(rechts, 1):
            k, m = laatst[ander], in_rij
            if teken == ander:
                in_rij = j
            rij.append(
                min(
                    vorige[j] + (teken != ander),
                    rij[j] + 1,
                    vorige[j + 1] + 1,
                    tabel[k][m] + (i - k - 1) + 1 + (j - m - 1),
                )
            )
        tabel.append(rij)
        if teken in laatst:
            laatst[teken] = i
    return tabel[-1][-1]


def clusteer(
    sterk: Sequence[Paar], zwak: Sequence[Paar], geboren: Mapping[int, date], twijfel: int
) -> Clusters:
    """Cluster records; from the sum `twijfel` an open pair is worth asking about. A question is marked with `veto`
    when its two persons have one between them or conflicting birth dates.

    `sterk` are the accepted pairs; `zwak` the other compared pairs: those below acceptance, with a veto, or
    open. Of these only pairs between records that a chain of accepted pairs connects, and pairs worth asking
    about, need be given. `geboren` holds the known birth dates.
    """
    twee = onduidelijk(sterk, geboren)
    zeker: Sequence[Paar] = sterk
    if twee:
        zeker = [paar for paar in sterk if paar[:2] not in twee]
        zwak = [*zwak, *(paar for paar in sterk if paar[:2] in twee)]
    samenhang = Groepen()
    for paar in zeker:
        samenhang.verbind(paar.a, paar.b)
    delen = samenhang.leden()
    deel_van = {lid: groep for groep, leden in delen.items() for lid in leden}
    vuil = _vuil(delen, deel_van, zwak, geboren)
    binnen: dict[int, tuple[list[Paar], list[Paar]]] = {groep: ([], []) for groep in vuil}
    for soort, lijst in enumerate((zeker, zwak)):
        for paar in lijst:
            groep = deel_van.get(paar.a, 0)
            if groep in binnen and groep == deel_van.get(paar.b):
                binnen[groep][soort].append(paar)
    van = deel_van
    for groep in vuil:
        van.update(_Deel(delen[groep], *binnen[groep], geboren).uitgezocht())
    gescheiden = (paar for sterke, _ in binnen.values() for paar in sterke)
    return Clusters(van, _vragen([*zwak, *gescheiden], van, geboren, twijfel))


def onduidelijk(sterk: Sequence[Paar], geboren: Mapping[int, date]) -> set[tuple[int, int]]:
    """Accepted pairs of a record without birth date that fits two people about equally well."""
    kandidaten: dict[int, list[tuple[int, int, Paar]]] = defaultdict(list)
    for paar in sterk:
        for zonder, met in ((paar.a, paar.b), (paar.b, paar.a)):
            if zonder not in geboren and met in geboren:
                kandidaten[zonder].append((-paar.som, met, paar))
    gevonden: set[tuple[int, int]] = set()
    for rijen in kandidaten.values():
        if len(rijen) > 1:
            rijen.sort(key=lambda rij: rij[:2])
            nabij = [rij for rij in rijen if rij[0] - rijen[0][0] < MARGE]
            if any(dagen_strijdig(geboren[nabij[0][1]], geboren[rij[1]]) for rij in nabij[1:]):
                gevonden.update((rij[2].a, rij[2].b) for rij in nabij)
    return gevonden


def _vuil(
    delen: Mapping[int, Sequence[int]],
    deel_van: Mapping[int, int],
    zwak: Iterable[Paar],
    geboren: Mapping[int, date],
) -> set[int]:
    """The components that need sorting out: a veto, negative evidence or conflicting birth dates inside.

    In any other component every accepted pair joins, so that the component is the person.
    """
    vuil = set()
    for a, b, som, veto, open_ in zwak:
        groep = deel_van.get(a)
        if groep is not None and (veto or open_ or som <= 0) and groep == deel_van.get(b):
            vuil.add(groep)
    eerste: dict[int, date] = {}
    verschillend = set()
    for lid, dag in geboren.items():
        groep = deel_van.get(lid)
        if groep is not None and eerste.setdefault(groep, dag) != dag:
            verschillend.add(groep)
    for groep in verschillend - vuil:
        dagen = sorted({geboren[lid] for lid in delen[groep] if lid in geboren})
        if any(dagen_strijdig(x, y) for plek, x in enumerate(dagen) for y in dagen[plek + 1 :]):
            vuil.add(groep)
    return vuil


class _Deel:
    """One component being sorted out."""

    def __init__(
        self, leden: Sequence[int], sterk: Sequence[Paar], zwak: Sequence[Paar], geboren: Mapping[int, date]
    ) -> None:
        self._sterk = sorted(sterk, key=_sterkte)
        self._geboren = geboren
        self._cluster = {lid: {lid} for lid in leden}
        self._naam = {lid: lid for lid in leden}
        self._gemengd: set[int] = set()
        self._som: dict[int, dict[int, int]] = defaultdict(dict)
        self._verboden: dict[int, set[int]] = defaultdict(set)
        self._ontkend: dict[int, set[int]] = defaultdict(set)
        for paar in (*sterk, *zwak):
            self._som[paar.a][paar.b] = self._som[paar.b][paar.a] = paar.som
            if paar.veto:
                for verboden in (self._verboden, *((self._ontkend,) if paar.som <= -ZEKER_OORDEEL else ())):
                    verboden[paar.a].add(paar.b)
                    verboden[paar.b].add(paar.a)

    def uitgezocht(self) -> dict[int, int]:
        """Join from strong to weak, then move; gives the cluster of each member."""
        for paar in self._sterk:
            a, b = self._naam[paar.a], self._naam[paar.b]
            if a == b:
                continue
            if paar.som >= ZEKER_OORDEEL:
                # A person saw both: only another judgement holds them apart, no rule about data.
                if not self._houdt_apart(self._ontkend, a, b):
                    self._gemengd.add(min(a, b))
                    self._voeg(a, b)
            elif not self._strijdig(a, b) and self._tussen(self._cluster[a], self._cluster[b]) > 0:
                self._voeg(a, b)
        for lid in sorted(self._naam):
            self._verhuis(lid)
        return self._naam

    def _tussen(self, links: set[int], rechts: set[int]) -> int:
        klein, groot = (links, rechts) if len(links) <= len(rechts) else (rechts, links)
        return sum(som for lid in klein for ander, som in self._som[lid].items() if ander in groot)

    def _houdt_apart(self, verboden: Mapping[int, set[int]], a: int, b: int) -> bool:
        return any(verboden[lid] & self._cluster[b] for lid in self._cluster[a] if lid in verboden)

    def _strijdig(self, a: int, b: int) -> bool:
        if self._houdt_apart(self._verboden, a, b):
            return True
        x, y = (
            {self._geboren[lid] for lid in self._cluster[naam] if lid in self._geboren} for naam in (a, b)
        )
        strijd = [dagen_strijdig(i, j) for i in x for j in y]
        # Where a person joined two birth dates, one that fits is enough.
        return all(strijd) and bool(strijd) if self._gemengd & {a, b} else any(strijd)

    def _voeg(self, a: int, b: int) -> None:
        a, b = min(a, b), max(a, b)
        for lid in self._cluster[b]:
            self._naam[lid] = a
        self._cluster[a] |= self._cluster.pop(b)
        if b in self._gemengd:
            self._gemengd.add(a)

    def _verhuis(self, lid: int) -> None:
        eigen = self._naam[lid]
        rest = self._cluster[eigen] - {lid}
        if not rest or self._tussen({lid}, rest) >= 0:
            return
        self._cluster.pop(eigen)
        for deel in ({lid}, rest):
            self._cluster[min(deel)] = deel
            for wie in deel:
                self._naam[wie] = min(deel)
        buren = {self._naam[ander] for ander in self._som[lid]} - {lid, min(rest)}
        beste = max(
            (
                (self._tussen({lid}, self._cluster[naam]), -naam)
                for naam in buren
                if not self._strijdig(lid, naam)
            ),
            default=(0, 0),
        )
        if beste[0] > 0:
            self._voeg(lid, -beste[1])


def _sterkte(paar: Paar) -> tuple[int, int, int]:
    return -paar.som, paar.a, paar.b


def _vragen(
    paren: Iterable[Paar], van: Mapping[int, int], geboren: Mapping[int, date], twijfel: int
) -> list[Paar]:
    """What a person is asked: the strongest open pair of every two clusters that may still be one person."""
    met_veto, beslist = set(), set()
    open_: list[tuple[int, int, int, int, int, Paar]] = []
    for paar in paren:
        links, rechts = van.get(paar.a, paar.a), van.get(paar.b, paar.b)
        if links == rechts:
            continue
        if links > rechts:
            links, rechts = rechts, links
        if paar.som <= -ZEKER_OORDEEL:
            beslist.add((links, rechts))
        elif paar.veto:
            met_veto.add((links, rechts))
        if paar.som >= twijfel:
            open_.append((*_sterkte(paar), links, rechts, paar))
    beste: dict[tuple[int, int], Paar] = {}
    for _, _, _, links, rechts, paar in sorted(open_):
        beste.setdefault((links, rechts), paar)
    gevraagd = {groep for plek in beste for groep in plek}
    dagen: dict[int, set[date]] = defaultdict(set)
    for lid, dag in geboren.items():
        if (groep := van.get(lid)) in gevraagd and groep is not None:
            dagen[groep].add(dag)

    def eigen(groep: int) -> set[date]:
        return dagen.get(groep) or ({geboren[groep]} if groep in geboren and groep not in van else set())

    def vraag(links: int, rechts: int) -> Paar:
        strijd = any(dagen_strijdig(x, y) for x in eigen(links) for y in eigen(rechts))
        return beste[links, rechts]._replace(veto=strijd or (links, rechts) in met_veto)

    vragen = (vraag(*plek) for plek in beste if plek not in beslist)
    return [paar for paar in vragen if _rang(paar) >= twijfel]
