"""Calculations of a case side by side: what each figure was, what it is, and every step of how it came about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.schemes.schuldhulp.domain.berekeningen import BEREKENINGEN
from samenhang.schemes.schuldhulp.domain.rekenbeeld import looptijden_van
from samenhang.schemes.schuldhulp.models import Rekensom
from samenhang.schemes.schuldhulp.pages.beeld import beeld_van, leesbaar
from samenhang.schemes.schuldhulp.pages.looptijd import spaargrafiek
from samenhang.schemes.schuldhulp.pages.woorden import VELDEN
from samenhang.web.grafieken import Grafiek
from samenhang.web.weergave import in_tekst

NAAST = {
    "capaciteit": ("capaciteit", "type"),
    "krediet": ("netto_kredietsom", "kredietvergoeding", "schuldenvrij"),
    "verdeling": ("percentage_preferent", "percentage_concurrent"),
}
"""Which figures of each part stand side by side."""
ZONDER_KREDIET = ("SB", "SA")
"""Arrangements in which nothing is borrowed."""
REGELINGEN = {
    "SK": Tekst("Saneringskrediet", "Consolidation credit"),
    "SB": Tekst("Schuldbemiddeling", "Arrangement by saving"),
    "SA": Tekst("0%-aanbod", "Zero offer"),
}


@dataclass(frozen=True, slots=True)
class Naastregel:
    """One figure of the last calculation beside that of the one before."""

    titel: Tekst
    was: str
    nu: str

    @property
    def anders(self) -> bool:
        """Whether it changed."""
        return bool(self.was) and self.was != self.nu


@dataclass(frozen=True, slots=True)
class Rekenbeeld:
    """A calculation for the page; `naast` compares it with its predecessor, `vorige` says whether there is one.

    `grafieken`: the balance per month with the day without debt, who gets what, and 18 against 36 months.
    """

    moment: datetime
    door: str
    reden: str
    regeling: Tekst
    vorige: bool
    naast: list[Naastregel]
    delen: list[tuple[Tekst, dict[str, Any]]]
    grafieken: list[Grafiek]


def rekenbeelden(sommen: Sequence[Rekensom]) -> list[Rekenbeeld]:
    """The last calculation with its steps beside the one before; earlier ones are in the API."""
    if not sommen:
        return []
    laatste = sommen[-1]
    vorige = next((som for som in sommen if som.id == laatste.vorige), None)
    delen = [*laatste.delen]
    if (langer := looptijden_van(laatste.regeling, laatste.delen)) is not None:
        delen.append(langer)
    beelden = [
        (
            BEREKENINGEN[deel["naam"]].titel,
            beeld_van(
                deel["naam"], deel["document"], deel["antwoord"], spaart=laatste.regeling in ZONDER_KREDIET
            ),
        )
        for deel in delen
    ]
    return [
        Rekenbeeld(
            laatste.moment,
            laatste.door,
            laatste.reden,
            REGELINGEN[laatste.regeling],
            vorige is not None,
            _naast(laatste, vorige),
            beelden,
            grafieken_van(laatste.regeling, beelden, langer),
        )
    ]


def grafieken_van(
    regeling: str, beelden: Sequence[tuple[Tekst, dict[str, Any]]], langer: dict[str, Any] | None
) -> list[Grafiek]:
    """The pictures of a calculation; saving has no schedule of its own, its balance is what is still to be saved."""
    uit = [grafiek for _, beeld in beelden for grafiek in beeld["grafieken"]]
    if regeling == "SB" and langer is not None:
        uit.insert(0, spaargrafiek(langer))
    return uit


def _naast(nu: Rekensom, was: Rekensom | None) -> list[Naastregel]:
    oud, nieuw = _cijfers(was) if was else {}, _cijfers(nu)
    return [
        Naastregel(titel, oud[sleutel][1] if sleutel in oud else "", waarde)
        for sleutel, (titel, waarde) in nieuw.items()
    ]


def _cijfers(som: Rekensom) -> dict[str, tuple[Tekst, str]]:
    uit: dict[str, tuple[Tekst, str]] = {
        "regeling": (Tekst("Regeling", "Arrangement"), in_tekst(REGELINGEN[som.regeling])),
        "pot": (
            Tekst("Voor de schuldeisers samen", "For the creditors together"),
            Bedrag(som.pot_centen).scherm(),
        ),
    }
    for deel in som.delen:
        for veld in NAAST.get(deel["naam"], ()):
            if deel["antwoord"].get(veld) is not None:
                uit[f"{deel['naam']}/{veld}"] = (VELDEN[veld], leesbaar(veld, deel["antwoord"][veld]))
    return uit
