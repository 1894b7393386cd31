"""From text and data to a PDF: one letter, or a bundle of many."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.documenten import BRIEF, maak_pdf
from samenhang.schemes.vroegsignalering.domain.brieven import (
    Afzender,
    Brieftekst,
    Ingevuld,
    Sjabloon,
    Uitleg,
    geldend,
    lees_sjablonen,
    opmaak,
)

MAP: Final = Path(__file__).parent


@cache
def laad_sjablonen() -> tuple[tuple[Sjabloon, ...], dict[str, Uitleg]]:
    """The letters and what stands under them, from `sjablonen.toml`."""
    return lees_sjablonen(tomllib.loads((MAP / "sjablonen.toml").read_text("utf-8")))


def sjablonen_op(dag: date) -> dict[str, Sjabloon]:
    """The letters that hold on a day, by id."""
    return geldend(laad_sjablonen()[0], dag)


def uitleg_onder() -> dict[str, Uitleg]:
    """What stands under every letter, per language."""
    return laad_sjablonen()[1]


@dataclass(frozen=True, slots=True)
class Briefgegevens:
    """What all letters of a round have in common: who writes, which text, in which languages, on which day."""

    tekst: dict[str, Brieftekst]
    uitleg: dict[str, Uitleg]
    afzender: Afzender
    aanbod: Tekst
    taal: str
    dag: date


def zet(rond: Briefgegevens, brieven: Sequence[Ingevuld], *, voorbeeld: bool = False) -> bytes:
    """The PDF/UA-1 of these letters, one after the other; `voorbeeld` prints across it that it was not sent."""
    hoofdtaal = "en" if rond.taal == "en" else "nl"
    gegevens = {
        "titel": rond.tekst[hoofdtaal].onderwerp,
        "taal": hoofdtaal,
        "voorbeeld": Tekst("VOORBEELD", "EXAMPLE").in_taal(hoofdtaal) if voorbeeld else "",
        "afzender": {"naam": rond.afzender.naam},
        "brieven": [
            opmaak(rond.tekst, rond.uitleg, rond.afzender, rond.aanbod, rond.taal, rond.dag, brief)
            for brief in brieven
        ],
    }
    return maak_pdf(BRIEF, gegevens, rond.dag)
