"""Consent: one person, some categories, one kind of asker; the latest word counts. Pure.

Nobody decides for another member of the family, and nothing that was disclosed is undone by a withdrawal: it only
ends what may be seen from then on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

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


ELKE_SOORT: Final = "*"
"""As `soort` of an `Instemming`: whatever kind of organisation asks."""


@dataclass(frozen=True, slots=True)
class Instemming:
    """One answer of, or for, a person: about these categories, towards this kind of organisation, at this moment."""

    persoon: str
    categorieen: frozenset[str]
    soort: str
    antwoord: Antwoord
    door: Door
    moment: datetime


def mag_zelf(leeftijd: int | None, wilsonbekwaam: bool) -> bool | None:
    """Whether a person consents himself: from twelve, if he can judge it. None when his age is not known.

    Source: Wmo 2015 art. 5.3.3; below that his representative does.
    """
    if wilsonbekwaam:
        return False
    return None if leeftijd is None else leeftijd >= OUD_GENOEG


def instemming_van(
    persoon: str,
    soort: str,
    antwoorden: Iterable[Instemming],
    nu: datetime,
    *,
    leeftijd: int | None,
    wilsonbekwaam: bool = False,
) -> frozenset[str]:
    """The categories that may be shared with this kind of asker on this moment: `Feiten.instemming` of this person.

    Answers of others, of later, and by who may not give them do not count; with an unknown age nothing does. Of two
    answers of one moment the refusal counts.
    """
    zelf = mag_zelf(leeftijd, wilsonbekwaam)
    if zelf is None:
        return frozenset()
    wie = Door.ZELF if zelf else Door.VERTEGENWOORDIGER
    return waarop_ja(
        (naam, deel.moment, deel.antwoord is Antwoord.GEGEVEN)
        for deel in antwoorden
        if deel.persoon == persoon
        and deel.soort in (soort, ELKE_SOORT)
        and deel.door is wie
        and deel.moment <= nu
        for naam in deel.categorieen
    )


def waarop_ja(woorden: Iterable[tuple[str, datetime, bool]]) -> frozenset[str]:
    """The categories of which the last word is yes; each word is (category, moment, whether it is a yes that holds).

    Of two words of one moment the no counts. This is the one rule for what is on record in the kernel and in a scheme.
    """
    laatste: dict[str, tuple[datetime, bool]] = {}
    for naam, moment, ja in woorden:
        woord = (moment, not ja)
        laatste[naam] = max(laatste.get(naam, woord), woord)
    return frozenset(naam for naam, (_, nee) in laatste.items() if not nee)
