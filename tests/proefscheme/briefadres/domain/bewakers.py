"""The guards of an application: named pure functions of its facts."""

from __future__ import annotations

from dataclasses import dataclass

from samenhang.kernel.scheme import bewaker


@dataclass(frozen=True, slots=True)
class AanvraagFeiten:
    """What is so in an application, as yes or no."""

    verblijf_bekend: bool = False
    besluit_genomen: bool = False


@bewaker(
    "B01",
    "Leg eerst vast waar de aanvrager slaapt.",
    "First record where the applicant sleeps.",
)
def verblijf_bekend(feiten: AanvraagFeiten) -> bool:
    """Without a stay there is nothing to judge."""
    return feiten.verblijf_bekend


@bewaker("B02", "Neem eerst een besluit.", "First take a decision.")
def besluit_genomen(feiten: AanvraagFeiten) -> bool:
    """A case ends with a decision."""
    return feiten.besluit_genomen
