"""Where a running term stands today. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Stand:
    """Days left until and including the last day; negative once it has passed."""

    dagen: int

    @property
    def verstreken(self) -> bool:
        """Whether the last day has passed."""
        return self.dagen < 0

    @property
    def dringend(self) -> bool:
        """Whether it ends within three days."""
        return 0 <= self.dagen <= 3


def stand(einde: date, vandaag: date) -> Stand:
    """How many days are left of a term that ends on `einde`."""
    return Stand((einde - vandaag).days)
