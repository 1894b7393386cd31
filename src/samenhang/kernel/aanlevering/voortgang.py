"""How far the processing of a delivery is: counts and time left, readable while the transaction still runs.

The figures stand in a small file beside the raw one, because what a transaction has written nobody else
can see. The file is also the sign of life by which a duty tells an interrupted delivery from a long one.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from django.conf import settings

from samenhang.kernel.basis import Tekst

STAPPEN: Final = {
    "lezen": (Tekst("Lezen en controleren", "Reading and checking"), 25),
    "koppelen": (Tekst("Koppelen aan personen en huishoudens", "Linking to persons and households"), 35),
    "inschrijven": (Tekst("Inschrijven", "Recording"), 40),
}
"""The stages in order, with their title and their share of the work in hundredths (measured at 100,000 rows)."""

LEVENSTEKEN: Final = 120.0
"""Seconds without a sign of life after which processing counts as interrupted."""

_RUST: Final = 0.25


@dataclass(frozen=True, slots=True)
class Stand:
    """How far it is: the stage, rows done of all in that stage, and when it began and was last heard of.

    `vanaf` is the share that was done when it began: a delivery that was checked before goes on from there.
    """

    stap: str
    klaar: int
    totaal: int
    begonnen: float
    bijgewerkt: float
    vanaf: float = 0.0

    @property
    def titel(self) -> Tekst:
        """What is going on."""
        return STAPPEN[self.stap][0]

    @property
    def deel(self) -> float:
        """The share of the whole that is done, from 0 to 1."""
        gedaan = 0.0
        for naam, (_, aandeel) in STAPPEN.items():
            if naam == self.stap:
                return (gedaan + aandeel * (self.klaar / self.totaal if self.totaal else 0)) / 100
            gedaan += aandeel
        return 1.0

    @property
    def procent(self) -> int:
        """The share in whole hundredths."""
        return int(self.deel * 100)

    def resterend(self, nu: float) -> int | None:
        """Seconds left, going by the pace so far; None when it is too early to tell.

        That is also so while nothing of the stage is done: a stage that tells nothing until its end would only seem
        to take longer and longer.
        """
        verstreken = nu - self.begonnen
        gedaan = self.deel - self.vanaf
        if gedaan < 0.05 or verstreken < 1 or self.klaar == 0:
            return None
        return max(1, round(verstreken * (1 - self.deel) / gedaan))


Hoor = Callable[[Stand], None]
"""Who wants to hear how far processing is."""


def _pad(aanlevering_id: UUID) -> Path:
    map_ = Path(settings.DATAMAP) / "aanleveringen" / "voortgang"
    map_.mkdir(parents=True, exist_ok=True, mode=0o700)
    return map_ / f"{aanlevering_id}.json"


def lees(aanlevering_id: UUID) -> Stand | None:
    """The last sign of life of a delivery; None when it is not being processed."""
    try:
        return Stand(**json.loads(_pad(aanlevering_id).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def leeft(aanlevering_id: UUID) -> bool:
    """Whether some process is at work on it."""
    stand = lees(aanlevering_id)
    return stand is not None and time.time() - stand.bijgewerkt < LEVENSTEKEN


class Voortgang:
    """Keeps the figures of one run; use as a context manager, and call `meld` after every piece of work.

    `hoor` hears each of them too: who waits for the outcome need not look. `stap` is the stage to begin with; what
    goes on with earlier work says when that began, what share of the whole had been done then (`vanaf`), and how many
    of how many rows of its stage (`al`): who looks on never sees it go back.
    """

    def __init__(
        self,
        aanlevering_id: UUID,
        hoor: Hoor | None = None,
        stap: str = "lezen",
        begonnen: float | None = None,
        vanaf: float = 0.0,
        al: tuple[int, int] = (0, 0),
    ) -> None:
        self._hoor = hoor
        self._pad = _pad(aanlevering_id)
        self._begonnen = time.time() if begonnen is None else begonnen
        self._vanaf = vanaf
        self._laatst = 0.0
        self._stap, self._eerste = "", (stap, *al)

    def __enter__(self) -> Voortgang:
        self.meld(*self._eerste)
        return self

    def __exit__(self, *_: object) -> None:
        self._pad.unlink(missing_ok=True)

    def meld(self, stap: str, klaar: int, totaal: int) -> None:
        """Tell that `klaar` of `totaal` rows of a stage are done; written at most a few times a second."""
        nu = time.time()
        if stap == self._stap and nu - self._laatst < _RUST:
            return
        self._stap, self._laatst = stap, nu
        stand = Stand(stap, klaar, totaal, self._begonnen, nu, self._vanaf)
        tijdelijk = self._pad.with_suffix(".deel")
        tijdelijk.write_text(json.dumps(asdict(stand)), "utf-8")
        os.replace(tijdelijk, self._pad)
        if self._hoor is not None:
            self._hoor(stand)
