"""From pairs to persons. Pure.

No plain connected components: one bad edge would glue families together. Accepted edges are taken from
strong to weak (ties by number); two clusters join only if no veto holds between any of their members and
the evidence over the pairs that were compared stays positive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

MARGE = 200
"""Hundredths of a nat: when two candidates for one record differ less, a person decides."""


@dataclass(frozen=True, slots=True)
class Paar:
    """Two records (a < b) with the sum of their evidence; `veto` forbids joining them."""

    a: int
    b: int
    som: int
    veto: bool = False


@dataclass
class Clusters:
    """The outcome: the cluster of each record (the smallest number in it) and the pairs for review."""

    van: dict[int, int]
    twijfel: list[Paar] = field(default_factory=list)


def dagen_strijdig(links: date, rechts: date) -> bool:
    """Whether two complete birth dates differ in more than a typing error.

    1 January is how registries write an unknown day and conflicts with nothing.
    """
    if (links.month, links.day) == (1, 1) or (rechts.month, rechts.day) == (1, 1):
        return False
    if links.year == rechts.year and (links.month, links.day) == (rechts.day, rechts.month):
        return False
    verschil = sum(x != y for x, y in zip(f"{links:%Y%m%d}", f"{rechts:%Y%m%d}", strict=True))
    return verschil > 2


def clusteer(
    aantal: int,
    paren: Iterable[Paar],
    geboren: Mapping[int, date],
    aanvaard: int,
    twijfel: int,
) -> Clusters:
    """Cluster the records 1..`aantal`.

    `paren` are all compared pairs, in any order; `geboren` the birth dates of the records that have one;
    `aanvaard` and `twijfel` the sums from which a pair is accepted, or goes to a person.
    """
    alle = sorted(paren, key=lambda paar: (-paar.som, paar.a, paar.b))
    dubbelzinnig = _dubbelzinnig(alle, geboren, aanvaard)
    bouw = _Bouw(aantal, alle, geboren)
    review: list[Paar] = []
    for paar in alle:
        if paar.veto or paar.som < twijfel:
            continue
        if paar.som < aanvaard or (paar.a, paar.b) in dubbelzinnig:
            review.append(paar)
        else:
            bouw.verbind(paar)
    van = {nummer: bouw.wortel(nummer) for nummer in range(1, aantal + 1)}
    open_ = [
        paar for paar in review if van[paar.a] != van[paar.b] and not bouw.strijdig(van[paar.a], van[paar.b])
    ]
    kleinste: dict[int, int] = {}
    for nummer in range(1, aantal + 1):
        kleinste.setdefault(van[nummer], nummer)
    return Clusters(
        {nummer: kleinste[wortel] for nummer, wortel in van.items()}, _een_per_clusterpaar(open_, van)
    )


def _een_per_clusterpaar(paren: list[Paar], van: Mapping[int, int]) -> list[Paar]:
    """The strongest pair of every two clusters: a person is asked each question once."""
    gezien: set[tuple[int, int]] = set()
    uniek = []
    for paar in paren:
        sleutel = (min(van[paar.a], van[paar.b]), max(van[paar.a], van[paar.b]))
        if sleutel not in gezien:
            gezien.add(sleutel)
            uniek.append(paar)
    return uniek


def _dubbelzinnig(paren: list[Paar], geboren: Mapping[int, date], aanvaard: int) -> set[tuple[int, int]]:
    """Accepted pairs of a record without birth date that fits two people about equally well."""
    kandidaten: dict[int, list[tuple[int, int, Paar]]] = defaultdict(list)
    for paar in paren:
        if paar.som >= aanvaard and not paar.veto:
            for zonder, met in ((paar.a, paar.b), (paar.b, paar.a)):
                if zonder not in geboren and met in geboren:
                    kandidaten[zonder].append((paar.som, met, paar))
    gevonden: set[tuple[int, int]] = set()
    for rijen in kandidaten.values():
        beste = rijen[0][0]
        nabij = [rij for rij in rijen if beste - rij[0] < MARGE]
        if any(dagen_strijdig(geboren[nabij[0][1]], geboren[rij[1]]) for rij in nabij[1:]):
            gevonden.update((rij[2].a, rij[2].b) for rij in nabij)
    return gevonden


class _Bouw:
    """Clusters under construction, with what may never come together."""

    def __init__(self, aantal: int, paren: list[Paar], geboren: Mapping[int, date]) -> None:
        self._ouder = list(range(aantal + 1))
        self._leden: dict[int, list[int]] = {}
        self._dagen: dict[int, set[date]] = {}
        self._geboren = geboren
        self._buren: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._verboden: dict[int, set[int]] = defaultdict(set)
        for paar in paren:
            self._buren[paar.a].append((paar.b, paar.som))
            self._buren[paar.b].append((paar.a, paar.som))
            if paar.veto:
                self._verboden[paar.a].add(paar.b)
                self._verboden[paar.b].add(paar.a)

    def wortel(self, nummer: int) -> int:
        """The representative of a record's cluster."""
        ouder = self._ouder
        while ouder[nummer] != nummer:
            ouder[nummer] = ouder[ouder[nummer]]
            nummer = ouder[nummer]
        return nummer

    def _van(self, wortel: int) -> list[int]:
        return self._leden.get(wortel, [wortel])

    def _dagen_van(self, wortel: int) -> set[date]:
        dagen = self._dagen.get(wortel)
        if dagen is None:
            dag = self._geboren.get(wortel)
            dagen = {dag} if dag else set()
        return dagen

    def strijdig(self, a: int, b: int) -> bool:
        """Whether a veto holds between two clusters, given by their representatives."""
        klein, groot = sorted((a, b), key=lambda wortel: len(self._van(wortel)))
        leden = set(self._van(groot))
        if any(self._verboden.get(lid, set()) & leden for lid in self._van(klein)):
            return True
        return any(dagen_strijdig(x, y) for x in self._dagen_van(klein) for y in self._dagen_van(groot))

    def verbind(self, paar: Paar) -> bool:
        """Join the clusters of a pair, unless a veto or the evidence between them forbids it."""
        a, b = self.wortel(paar.a), self.wortel(paar.b)
        if a == b:
            return True
        if self.strijdig(a, b):
            return False
        klein, groot = sorted((a, b), key=lambda wortel: (len(self._van(wortel)), wortel))
        leden = set(self._van(groot))
        som = sum(waarde for lid in self._van(klein) for ander, waarde in self._buren[lid] if ander in leden)
        if som <= 0:
            return False
        self._leden[groot] = self._van(groot) + self._van(klein)
        self._dagen[groot] = self._dagen_van(groot) | self._dagen_van(klein)
        self._leden.pop(klein, None)
        self._ouder[klein] = groot
        return True
