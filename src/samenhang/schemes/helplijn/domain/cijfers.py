"""What a line counts, with small numbers protected. Pure.

A count from 1 to 4 is not shown and cannot be computed from what is. Municipalities stand in rows and what is counted
of them in columns, each column with its total; so a hidden cell hides another in its row and in its column, until
nothing more follows. Which other cell goes along follows the declared order, as in `kernel.cijfers.bescherming`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.cijfers.bescherming import DREMPEL, verberg
from samenhang.schemes.helplijn.domain.lijsten import UITGANGEN
from samenhang.schemes.helplijn.domain.proces import STANDEN

ONBEKEND: Final = ""
"""The municipality of who did not say where he lives."""


@dataclass(frozen=True, slots=True)
class Contactcijfer:
    """One contact as it is counted."""

    gemeente: str
    uitgang: str
    redenen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overdrachtcijfer:
    """One hand-over as it is counted."""

    gemeente: str
    stand: str


@dataclass(frozen=True, slots=True)
class Gemeentecijfer:
    """One municipality in one month; None is a number that is not shown."""

    gemeente: str
    contacten: int | None
    overdrachten: int | None
    bereikt: int | None


@dataclass(frozen=True, slots=True)
class Maandcijfers:
    """One month of a line; None is a number that is not shown."""

    maand: date
    contacten: int | None
    uitgangen: Mapping[str, int | None]
    redenen: Mapping[str, int | None]
    overdrachten: int | None
    standen: Mapping[str, int | None]
    gemeenten: tuple[Gemeentecijfer, ...]


def maandcijfers(
    maand: date,
    contacten: Sequence[Contactcijfer],
    overdrachten: Sequence[Overdrachtcijfer],
    redenen: Iterable[str],
) -> Maandcijfers:
    """The figures of a month. Reasons overlap, so each stands beside all contacts without it."""
    aantal, over = len(contacten), len(overdrachten)
    per_reden: dict[str, int | None] = {}
    for naam in redenen:
        met = sum(naam in rij.redenen for rij in contacten)
        zichtbaar = verberg({"met": met, "zonder": aantal - met}) == frozenset()
        per_reden[naam] = met if zichtbaar and _mag(aantal) else None
    return Maandcijfers(
        maand=maand,
        contacten=_getal(aantal),
        uitgangen=deel({naam: sum(rij.uitgang == naam for rij in contacten) for naam in UITGANGEN}),
        redenen=per_reden,
        overdrachten=_getal(over),
        standen=deel({naam: sum(rij.stand == naam for rij in overdrachten) for naam in STANDEN}),
        gemeenten=_gemeenten(contacten, overdrachten),
    )


def deel(aantallen: Mapping[str, int]) -> dict[str, int | None]:
    """The classes of a whole that is shown; all hidden when the whole is small or nothing else protects them."""
    verborgen = verberg(aantallen) if _mag(sum(aantallen.values())) else None
    return {
        naam: None if verborgen is None or naam in verborgen else aantal for naam, aantal in aantallen.items()
    }


def _mag(aantal: int) -> bool:
    return aantal == 0 or aantal >= DREMPEL


def _getal(aantal: int) -> int | None:
    return aantal if _mag(aantal) else None


def _gemeenten(
    contacten: Sequence[Contactcijfer], overdrachten: Sequence[Overdrachtcijfer]
) -> tuple[Gemeentecijfer, ...]:
    """Rows by municipality. Columns that can be told apart: contacts; hand-overs that reached, and that did not."""
    codes = sorted({rij.gemeente for rij in contacten} | {rij.gemeente for rij in overdrachten})
    tabel = {
        code: {
            "contacten": sum(rij.gemeente == code for rij in contacten),
            "bereikt": sum(rij.gemeente == code and rij.stand == "bereikt" for rij in overdrachten),
            "anders": sum(rij.gemeente == code and rij.stand != "bereikt" for rij in overdrachten),
        }
        for code in codes
    }
    weg = verborgen_cellen(tabel, (("bereikt", "anders"),))
    return tuple(
        Gemeentecijfer(
            code,
            None if (code, "contacten") in weg else rij["contacten"],
            None if (code, "som") in weg else rij["bereikt"] + rij["anders"],
            None if (code, "bereikt") in weg else rij["bereikt"],
        )
        for code, rij in tabel.items()
    )


def verborgen_cellen(
    tabel: Mapping[str, Mapping[str, int]], sommen: Sequence[tuple[str, ...]]
) -> frozenset[tuple[str, str]]:
    """Which cells of a table with totals per column may not be shown; `sommen` are columns whose sum is a column too.

    That sum stands under "som". Rows and columns are protected in turn until nothing changes.
    """
    rijen = {code: dict(rij) | {"som": sum(rij[naam] for deel_ in sommen for naam in deel_)} for code, rij in tabel.items()}  # fmt: skip
    kolommen = list(next(iter(rijen.values()), {}))
    weg: set[tuple[str, str]] = {
        (code, naam) for code, rij in rijen.items() for naam, aantal in rij.items() if not _mag(aantal)
    }
    while True:
        nieuw = set(weg)
        for naam in kolommen:
            kolom = {code: rij[naam] for code, rij in rijen.items()}
            nieuw |= {(code, naam) for code in _dicht(kolom, {code for code, k in nieuw if k == naam})}
        for code, rij in rijen.items():
            for delen in sommen:
                klein = {k for c, k in nieuw if c == code}
                if "som" in klein:
                    nieuw |= {(code, naam) for naam in delen}
                else:
                    nieuw |= {(code, naam) for naam in _dicht({n: rij[n] for n in delen}, klein & set(delen))}
        if nieuw == weg:
            return frozenset(weg)
        weg = nieuw


def _dicht(aantallen: Mapping[str, int], altijd: set[str]) -> frozenset[str]:
    verborgen = verberg(aantallen, altijd)
    return frozenset(aantallen) if verborgen is None else verborgen
