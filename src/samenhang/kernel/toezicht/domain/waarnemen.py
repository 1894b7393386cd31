"""What in the log asks for a look of the data protection officer: refusals in a row, unusual volumes. Pure.

Thresholds are dated data in rules/normen/toezicht.toml. A point says that someone must look, not that anything is
wrong: nothing here is scored, and nothing follows by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Tekst

NOOD: Final = "nood"
WEIGERINGEN: Final = "weigeringen"
OMVANG: Final = "omvang"
GESTOPT: Final = "gestopt"
SOORTEN: Final[dict[str, Tekst]] = {
    NOOD: Tekst("Noodgebruik", "Emergency use"),
    WEIGERINGEN: Tekst("Weigeringen op rij", "Refusals in a row"),
    OMVANG: Tekst("Ongewoon veel inwoners", "Unusually many residents"),
    GESTOPT: Tekst("Toegang gestopt", "Access stopped"),
}
OORDELEN: Final[dict[str, Tekst]] = {
    "in_orde": Tekst("In orde", "In order"),
    "niet_in_orde": Tekst("Niet in orde", "Not in order"),
    "vervolg": Tekst("Wordt verder onderzocht", "Is being investigated further"),
}
"""What a reviewer concludes; the last one also ends the review here: what follows is done elsewhere."""


@dataclass(frozen=True, slots=True)
class Poging:
    """One row of the audit log of one user: when, whether it was refused, and whether it touched anybody's data."""

    id: UUID
    operatie_id: UUID
    moment: datetime
    geweigerd: bool
    raakte_iemand: bool


@dataclass(frozen=True, slots=True)
class Drempels:
    """Above how many persons on one day something is unusual; `maal_eigen` and `maal_rol` multiply a median."""

    minstens: int
    maal_eigen: int
    maal_rol: int
    dagen_nodig: int
    zonder_vergelijking: int


@dataclass(frozen=True, slots=True)
class Omvang:
    """How many persons someone touched on a day, beside the median of his own days and of those of his role.

    None where there were too few days to compare with. `boven` names what was exceeded: eigen, rol or vast.
    """

    aantal: int
    eigen: float | None
    rol: float | None
    boven: tuple[str, ...]


def stopt(soort: str, aantal: int, stop_bij: int) -> int:
    """How often what was found stops an access: a run of refusals at every `stop_bij` of them, a volume once."""
    if soort == WEIGERINGEN:
        return aantal // stop_bij
    return 1 if soort == OMVANG else 0


def weigeringen_op_rij(pogingen: Iterable[Poging], aantal: int, tussen: timedelta) -> list[list[Poging]]:
    """The runs of at least `aantal` refusals of one user, oldest first.

    A granted look at someone's data ends a run, and so does a pause longer than `tussen`. What was granted and
    touched nobody (a menu, a setting) is passed over.
    """
    uit: list[list[Poging]] = []
    reeks: list[Poging] = []
    for poging in sorted(pogingen, key=lambda deel: (deel.moment, deel.id)):
        if reeks and poging.moment - reeks[-1].moment > tussen:
            uit.append(reeks)
            reeks = []
        if poging.geweigerd:
            reeks.append(poging)
        elif poging.raakte_iemand:
            uit.append(reeks)
            reeks = []
    return [deel for deel in (*uit, reeks) if len(deel) >= aantal]


def ongewoon(aantal: int, eigen: Sequence[int], rol: Sequence[int], drempels: Drempels) -> Omvang | None:
    """Whether so many persons on one day are unusual; None when they are not.

    `eigen` are the numbers of earlier days of this user, `rol` those of days of others in the same role. Fewer than
    `minstens` is never unusual. With nothing to compare with, a fixed number counts.
    """
    eigen_midden = float(median(eigen)) if len(eigen) >= drempels.dagen_nodig else None
    rol_midden = float(median(rol)) if len(rol) >= drempels.dagen_nodig else None
    boven = []
    if eigen_midden is not None and aantal > drempels.maal_eigen * eigen_midden:
        boven.append("eigen")
    if rol_midden is not None and aantal > drempels.maal_rol * rol_midden:
        boven.append("rol")
    if eigen_midden is None and rol_midden is None and aantal > drempels.zonder_vergelijking:
        boven.append("vast")
    if aantal < drempels.minstens or not boven:
        return None
    return Omvang(aantal, eigen_midden, rol_midden, tuple(boven))
