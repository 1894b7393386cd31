"""The dated policy that the checks apply: days, reminders, experiments. Data in `beleid.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from samenhang.kernel.basis import Bedrag


@dataclass(frozen=True, slots=True)
class Experiment:
    """A temporary regulation under which a party of kind "anders" may signal; off unless switched on.

    `minimum` is the least arrears, `oudste_maanden` how old the oldest claim must be at least.
    """

    id: str
    artikel: str
    gemeenten: tuple[str, ...]
    minimum: Bedrag
    status: str
    oudste_maanden: int = 0


@dataclass(frozen=True, slots=True)
class Beleid:
    """One policy set, valid from a day. Amounts and days with their source stand in the file."""

    vanaf: date
    bron: str
    status: str
    minimum_dagen: int
    maximum_dagen: Mapping[str, int]
    herinneringen: Mapping[str, int]
    ouder_dan_dagen: int
    werkdagen_einde: int
    eerst_vroegsignaal_vanaf: date
    experimenten: Mapping[str, Experiment] = field(default_factory=dict)

    def experimenten_voor(self, gemeentecode: str) -> list[Experiment]:
        """The regulations in force under which kind "anders" may signal here; without a municipality, anywhere."""
        return [
            experiment
            for experiment in self.experimenten.values()
            if experiment.status == "in_werking"
            and (not gemeentecode or gemeentecode in experiment.gemeenten)
        ]


def lees_beleid(bestand: Path) -> tuple[Beleid, ...]:
    """All policy sets of a file, oldest first."""
    document = tomllib.loads(bestand.read_text("utf-8"))
    experimenten = {
        rij["id"]: Experiment(
            rij["id"],
            rij["artikel"],
            tuple(rij["gemeenten"]),
            Bedrag.lees(rij["minimum"]),
            rij["status"],
            rij.get("oudste_maanden", 0),
        )
        for rij in document.get("experiment", [])
    }
    sets = [
        Beleid(
            vanaf=rij["vanaf"],
            bron=rij["bron"],
            status=rij["status"],
            minimum_dagen=rij["minimum_dagen"],
            maximum_dagen=rij["maximum_dagen"],
            herinneringen=rij["herinneringen"],
            ouder_dan_dagen=rij["ouder_dan_dagen"],
            werkdagen_einde=rij["werkdagen_einde"],
            eerst_vroegsignaal_vanaf=rij["eerst_vroegsignaal_vanaf"],
            experimenten=experimenten,
        )
        for rij in document["beleid"]
    ]
    return tuple(sorted(sets, key=lambda beleid: beleid.vanaf))


@cache
def _sets() -> tuple[Beleid, ...]:
    return lees_beleid(Path(__file__).parent.parent / "beleid.toml")


def laad_beleid(dag: date) -> Beleid:
    """The policy set that holds on a day; the oldest for days before it."""
    sets = _sets()
    geldig = [beleid for beleid in sets if beleid.vanaf <= dag]
    return geldig[-1] if geldig else sets[0]
