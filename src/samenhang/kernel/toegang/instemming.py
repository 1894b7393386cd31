"""Consent: what can be said, who says it, and that the latest word counts; recorded by `kernel.rechten`. Pure.

Nobody decides for another member of the family, and nothing that was disclosed is undone by a withdrawal: it only
ends what may be seen from then on.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from samenhang.kernel.toegang.voorwaarden import OUD_GENOEG


class Antwoord(StrEnum):
    """What was said."""

    GEGEVEN = "gegeven"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"


class Door(StrEnum):
    """Who said it."""

    ZELF = "zelf"
    VERTEGENWOORDIGER = "vertegenwoordiger"


def mag_zelf(leeftijd: int | None, wilsonbekwaam: bool) -> bool | None:
    """Whether a person consents himself: from twelve, if he can judge it. None when his age is not known.

    Source: Wmo 2015 art. 5.3.3; below that his representative does.
    """
    if wilsonbekwaam:
        return False
    return None if leeftijd is None else leeftijd >= OUD_GENOEG


def waarop_ja(woorden: Iterable[tuple[str, datetime, bool]]) -> frozenset[str]:
    """The categories of which the last word is yes; each word is (category, moment, whether it is a yes that holds).

    Of two words of one moment the no counts.
    """
    laatste: dict[str, tuple[datetime, bool]] = {}
    for naam, moment, ja in woorden:
        woord = (moment, not ja)
        laatste[naam] = max(laatste.get(naam, woord), woord)
    return frozenset(naam for naam, (_, nee) in laatste.items() if not nee)
