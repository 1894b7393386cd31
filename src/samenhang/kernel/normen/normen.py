"""`norm(naam, datum)`: the value that held on a day, or a refusal; never a guess, never the nearest."""

from __future__ import annotations

import itertools
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.basis.regelmap import regelmap

STATUSSEN = ("bevestigd", "ongeverifieerd", "beleid")


class NormOntbreekt(Geweigerd):
    """No value of that name holds on that day."""

    def __init__(self, naam: str, datum: date) -> None:
        super().__init__(
            "norm_ontbreekt",
            Tekst(
                f"De norm {naam} is niet bekend voor {datum.isoformat()}. Vul rules/normen aan met waarde en bron.",
                f"The norm {naam} is not known for {datum.isoformat()}. Add value and source to rules/normen.",
            ),
        )
        self.naam = naam
        self.datum = datum


@dataclass(frozen=True, slots=True)
class Norm:
    """One dated value as text, with its source; `tot` is the last day it holds, None while it still does."""

    naam: str
    waarde: str
    vanaf: date
    tot: date | None
    bron: str
    status: str

    def bedrag(self) -> Bedrag:
        """The value as an amount; `ValueError` when it is none."""
        return Bedrag.lees(self.waarde)

    def getal(self) -> Decimal:
        """The value as an exact decimal number."""
        return Decimal(self.waarde)


@dataclass(frozen=True, slots=True)
class Normen:
    """All norms of a folder, by name and in order of date."""

    reeksen: dict[str, tuple[Norm, ...]]

    def op(self, naam: str, datum: date) -> Norm:
        """The norm that holds on the day; raises `NormOntbreekt`."""
        for rij in self.reeksen.get(naam, ()):
            if rij.vanaf <= datum and (rij.tot is None or datum <= rij.tot):
                return rij
        raise NormOntbreekt(naam, datum)

    def namen(self, begin: str) -> tuple[str, ...]:
        """The names that start so, in order."""
        return tuple(sorted(naam for naam in self.reeksen if naam.startswith(begin)))


def laad_normen(map_: Path) -> Normen:
    """Read and check a folder; `ValueError` names the file and norm with a fault, overlap included."""
    reeksen: dict[str, list[Norm]] = {}
    for bestand in sorted(map_.glob("*.toml")):
        for rij in tomllib.loads(bestand.read_text("utf-8")).get("norm", []):
            plek = f"{bestand.name}: norm {rij.get('naam', '?')}"
            if set(rij) - {"naam", "vanaf", "tot", "waarde", "bron", "status"} or not rij.get("bron"):
                raise ValueError(f"{plek}: onbekend veld of geen bron")
            if rij.get("status") not in STATUSSEN or not isinstance(rij.get("waarde"), str):
                raise ValueError(f"{plek}: status is een van {STATUSSEN} en waarde een tekst")
            try:
                Decimal(rij["waarde"])
            except InvalidOperation as fout:
                raise ValueError(f"{plek}: waarde is geen getal") from fout
            gelezen = Norm(
                rij["naam"], rij["waarde"], rij["vanaf"], rij.get("tot"), rij["bron"], rij["status"]
            )
            reeksen.setdefault(gelezen.naam, []).append(gelezen)
    for naam, reeks in reeksen.items():
        reeks.sort(key=lambda norm: norm.vanaf)
        for eerder, later in itertools.pairwise(reeks):
            if eerder.tot is None or eerder.tot >= later.vanaf:
                raise ValueError(f"norm {naam}: {eerder.vanaf} en {later.vanaf} overlappen")
    return Normen({naam: tuple(reeks) for naam, reeks in reeksen.items()})


@cache
def normen() -> Normen:
    """All norms of this deployment."""
    return laad_normen(regelmap() / "normen")


def norm(naam: str, datum: date) -> Norm:
    """The norm of this deployment that holds on a day; raises `NormOntbreekt`."""
    return normen().op(naam, datum)
