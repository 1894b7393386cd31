"""Home visits: who is to be visited, when in the day, and in which order to walk. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.schemes.vroegsignalering.domain.pogingen import DAGDELEN

HOOGSTENS: Final = 2
"""So many visits in vain, and the route goes on otherwise (policy)."""


@dataclass(frozen=True, slots=True)
class Geprobeerd:
    """An attempt, as far as a visitor needs it."""

    soort: str
    datum: date
    dagdeel: str


@dataclass(frozen=True, slots=True)
class Bezoekkeuze:
    """Which part of the list: postcodes such as `2611` or `2611-2613 2620`, and the part of the day of the walk."""

    postcodes: str = ""
    dagdeel: str = ""

    def reeksen(self) -> tuple[tuple[int, int], ...]:
        """The postcodes as ranges; empty: all. Raises `Geweigerd` on what is no range or no part of the day."""
        if self.dagdeel and self.dagdeel not in DAGDELEN:
            lijst = ", ".join(DAGDELEN)
            raise Geweigerd(
                "keuze_onjuist", Tekst(f"dagdeel: kies uit {lijst}.", f"dagdeel: choose from {lijst}.")
            )
        gelezen = []
        for deel in re.split(r"[\s,;]+", self.postcodes.strip()):
            treffer = re.fullmatch(r"([1-9][0-9]{3})(?:-([1-9][0-9]{3}))?", deel)
            if treffer and int(treffer[1]) <= int(treffer[2] or treffer[1]):
                gelezen.append((int(treffer[1]), int(treffer[2] or treffer[1])))
            elif deel:
                fout = Tekst(
                    f'"{deel[:20]}" is geen postcode van vier cijfers of reeks, zoals 2611 of 2611-2613.',
                    f'"{deel[:20]}" is no four-digit postcode or range, such as 2611 or 2611-2613.',
                )
                raise Geweigerd("postcode_onjuist", fout, fouten=(Fout("postcode_onjuist", fout, Plaats(kolom="postcodes")),))  # fmt: skip
        return tuple(gelezen)


def binnen(postcode: str, reeksen: Sequence[tuple[int, int]]) -> bool:
    """Whether a postcode lies in one of the ranges; without ranges every one does."""
    if not reeksen:
        return True
    cijfers = postcode[:4]
    return cijfers.isdigit() and any(van <= int(cijfers) <= tot for van, tot in reeksen)


def nog_niet(pogingen: Iterable[Geprobeerd]) -> tuple[str, ...]:
    """The parts of the day in which nobody was tried at home yet; all when each was."""
    gehad = {poging.dagdeel for poging in pogingen if poging.soort == "Huisbezoek"}
    return tuple(dagdeel for dagdeel in DAGDELEN if dagdeel not in gehad) or tuple(DAGDELEN)


def is_aan_de_beurt(
    pogingen: Sequence[Geprobeerd], kanalen: frozenset[str], vandaag: date, dagdeel: str = ""
) -> bool:
    """Whether a visit is next: the route has one, not too many were in vain, none was today, and the time fits."""
    bezoeken = [poging for poging in pogingen if poging.soort == "Huisbezoek"]
    return (
        "Huisbezoek" in kanalen
        and len(bezoeken) < HOOGSTENS
        and all(bezoek.datum != vandaag for bezoek in bezoeken)
        and (not dagdeel or dagdeel in nog_niet(pogingen))
    )
