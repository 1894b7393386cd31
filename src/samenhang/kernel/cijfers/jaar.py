"""The figures of a year, beside those of the year before and the organisation's own targets. Pure.

A year is made of published months only: numerators and denominators that anyone can add up. So it says nothing
that the months do not say, whatever is hidden in them, and two publications of a year no more than two of its
months. How many months count stands beside every figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from samenhang.kernel.cijfers.berekening import Cijfer, Reden
from samenhang.kernel.scheme import Cel, Indicator


@dataclass(frozen=True, slots=True)
class Jaarcijfer:
    """One figure over the months of a year in which both its counts are shown, or why there is none.

    `maanden` counts those months, `van` the months that were published at all; `peildatum` is the oldest
    vintage among them.
    """

    indicator: Indicator
    cel: Cel | None
    waarde: Decimal | None
    teller: int | None
    noemer: int | None
    reden: Reden | None
    maanden: int
    van: int
    waarschuwing: bool
    peildatum: date


@dataclass(frozen=True, slots=True)
class Streef:
    """A target of the organisation itself, from a day."""

    indicator: str
    vanaf: date
    waarde: Decimal
    reden: str
    door: str


@dataclass(frozen=True, slots=True)
class Monitorregel:
    """A figure of the year, the same months a year earlier, and the target that held.

    `gehaald` is None without a target or without a figure.
    """

    cijfer: Jaarcijfer
    vorig: Jaarcijfer | None
    streef: Streef | None

    @property
    def verschil(self) -> Decimal | None:
        """How much more than a year earlier, in the unit of the figure."""
        if self.vorig is None or self.vorig.waarde is None or self.cijfer.waarde is None:
            return None
        return self.cijfer.waarde - self.vorig.waarde

    @property
    def gehaald(self) -> bool | None:
        """Whether the target is met."""
        if self.streef is None or self.cijfer.waarde is None:
            return None
        if self.cijfer.indicator.streef == "hoogstens":
            return self.cijfer.waarde <= self.streef.waarde
        return self.cijfer.waarde >= self.streef.waarde


def jaarcijfers(cijfers: Iterable[Cijfer]) -> tuple[Jaarcijfer, ...]:
    """The figures over these months, in the order in which they come."""
    reeksen: dict[tuple[str, str], list[Cijfer]] = defaultdict(list)
    for cijfer in cijfers:
        reeksen[cijfer.indicator.naam, cijfer.cel.naam if cijfer.cel else ""].append(cijfer)
    return tuple(_over(reeks) for reeks in reeksen.values())


def samen(cijfers: Iterable[Cijfer]) -> tuple[Cijfer, ...]:
    """The figures of several organisations as one per month: what each of them shows, added up."""
    reeksen: dict[tuple[date, str, str], list[Cijfer]] = defaultdict(list)
    for cijfer in cijfers:
        reeksen[cijfer.maand, cijfer.indicator.naam, cijfer.cel.naam if cijfer.cel else ""].append(cijfer)
    maanden = [(reeks[0].maand, _over(reeks)) for reeks in reeksen.values()]
    return tuple(
        Cijfer(t.indicator, maand, t.cel, t.waarde, t.teller, t.noemer, t.reden, t.waarschuwing, t.peildatum)
        for maand, t in sorted(maanden, key=lambda paar: paar[0])
    )


def _over(reeks: list[Cijfer]) -> Jaarcijfer:
    eerste = reeks[0]
    tellers, noemers, dagen = [], [], []
    for cijfer in reeks:
        if cijfer.teller is not None and cijfer.noemer is not None:
            tellers.append(cijfer.teller)
            noemers.append(cijfer.noemer)
            dagen.append(cijfer.peildatum)
    if not tellers:
        peildatum = min(cijfer.peildatum for cijfer in reeks)
        reden = eerste.reden or Reden.NIET_GETELD
        return Jaarcijfer(
            eerste.indicator, eerste.cel, None, None, None, reden, 0, len(reeks), False, peildatum
        )
    boven, onder = sum(tellers), sum(noemers)
    waarde, buiten = None, False
    if onder:
        waarde = (Decimal(boven) * eerste.indicator.factor / onder).quantize(
            Decimal(1).scaleb(-eerste.indicator.decimalen), ROUND_HALF_UP
        )
        rail = eerste.indicator.vangrail
        buiten = rail is not None and not rail.laag <= waarde <= rail.hoog
    return Jaarcijfer(
        eerste.indicator,
        eerste.cel,
        waarde,
        boven,
        onder,
        None if onder else Reden.GEEN_NOEMER,
        len(tellers),
        len(reeks),
        buiten,
        min(dagen),
    )


def vergelijk(
    dit: Iterable[Cijfer], vorig: Iterable[Cijfer], streefwaarden: Mapping[str, Streef]
) -> tuple[Monitorregel, ...]:
    """The year beside the same months of the year before; a target belongs to the figure as a whole, not to a class."""
    van_dit_jaar = tuple(dit)
    maanden = {cijfer.maand.month for cijfer in van_dit_jaar}
    eerder = {
        (rij.indicator.naam, rij.cel.naam if rij.cel else ""): rij
        for rij in jaarcijfers(c for c in vorig if c.maand.month in maanden)
    }
    return tuple(
        Monitorregel(
            rij,
            eerder.get((rij.indicator.naam, rij.cel.naam if rij.cel else "")),
            streefwaarden.get(rij.indicator.naam) if rij.cel is None else None,
        )
        for rij in jaarcijfers(van_dit_jaar)
    )
