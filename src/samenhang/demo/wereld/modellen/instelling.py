"""The settings from which a world follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

EERSTE_MAAND = "2026-10"

TWEEDE_MAAND = "2026-11"

LAATSTE_DAG = 27


@dataclass(frozen=True, slots=True)
class Instelling:
    """Everything that decides what the world looks like; equal settings give equal bytes.

    `maanden` are the months of delivery ("2026-10"), consecutive. `aanloop` is the number of months
    before the first one for which arrears are made as well, so that repeated signals have a history.
    `druk` multiplies the share of households in trouble (1.0 gives about five signals per 1,000
    residents a month). `gemeenten` is 1 to 3. `fouten` plants rows and files that must be refused.
    `laatste_dag` is the day of the month (11 to 27) on which the last partner has sent; the world ends there.
    `reeks` keeps the numbers, ids and postcodes of a world apart from those of worlds with another one.
    """

    zaad: int = 7
    huishoudens: int = 9_000
    maanden: tuple[str, ...] = (EERSTE_MAAND, TWEEDE_MAAND)
    aanloop: int = 6
    druk: float = 1.0
    gemeenten: int = 3
    fouten: bool = True
    laatste_dag: int = LAATSTE_DAG
    reeks: int = 0

    @property
    def verschuiving(self) -> timedelta:
        """How much earlier in the month than usual everybody sends; zero or negative."""
        return timedelta(days=self.laatste_dag - LAATSTE_DAG)
