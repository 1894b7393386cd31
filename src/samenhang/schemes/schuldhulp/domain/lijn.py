"""What comes from the helpline, and what goes back: a number, and whether the caller was reached. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.scheme import veld
from samenhang.schemes.schuldhulp.domain.lijsten import DREIGINGEN

LIJN: Final = "helplijn"
WARM: Final = "warme_overdracht"
"""The kind of hand-over that comes."""
ONTVANGST, UITKOMST = "lijnontvangst", "lijnuitkomst"
"""The kinds that go back: that somebody took it up, and whether he reached the caller."""
DOEL: Final = "lijnmelding"
_ZAAK: Final = {"categorie": ""}
_NEDERLAND: Final = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class WarmeOverdracht:
    """A caller who wants to be called. The term runs from the day of `gevraagd`, a moment with its zone (Wgs art. 4)."""

    meldingnummer: str
    naam: str
    telefoon: str
    email: str
    wens: str
    gevraagd: str
    dreigingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """Somebody took it up. Nothing else."""

    meldingnummer: str = field(metadata=_ZAAK)


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """Whether the caller was reached. Nothing else."""

    meldingnummer: str = field(metadata=_ZAAK)
    bereikt: bool = field(metadata=_ZAAK)


@dataclass(frozen=True, slots=True)
class Bereiktinvoer:
    """What the line that passed someone on gets to hear."""

    bereikt: bool = veld(
        "Is de inwoner bereikt?", "Was the resident reached?",
        uitleg=Tekst("De helplijn hoort alleen ja of nee.", "The helpline hears yes or no only."),
    )  # fmt: skip


def lees_warm(document: Mapping[str, Any]) -> WarmeOverdracht:
    """The hand-over in a stored document; raises `Geweigerd` (409) when a field is missing or of another kind."""
    try:
        dreigingen = tuple(str(naam) for naam in document["dreigingen"])
        onbekend = set(dreigingen) - set(DREIGINGEN)
        if onbekend or datetime.fromisoformat(document["gevraagd"]).tzinfo is None:
            raise ValueError("dreigingen" if onbekend else "gevraagd")
        return WarmeOverdracht(
            dreigingen=dreigingen,
            **{
                naam: str(document[naam])
                for naam in ("meldingnummer", "naam", "telefoon", "email", "wens", "gevraagd")
            },
        )
    except (KeyError, TypeError, ValueError) as fout:
        raise Geweigerd(
            "aanmelding_onleesbaar",
            Tekst(
                f"De aanmelding mist iets of is anders opgeschreven ({fout}). Vraag de lijn haar opnieuw te sturen.",
                f"The referral lacks something or is written otherwise ({fout}). Ask the line to send it again.",
            ),
            status=409,
        ) from fout


def gevraagd_op(warm: WarmeOverdracht) -> date:
    """The day on which the caller asked for help, on Dutch time: the term runs from it."""
    return datetime.fromisoformat(warm.gevraagd).astimezone(_NEDERLAND).date()
