"""The self-test: questions as dated data, and the way on that the answers advise. Nothing is kept. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Tekst

VOLGORDE: Final = ("zelf", "digitaal", "lokaal", "schuldhulp")
"""From the lightest way on to the furthest: the furthest to which an answer leads counts."""


@dataclass(frozen=True, slots=True)
class Zelftestantwoord:
    """An answer to choose, and the way on to which it leads."""

    naam: str
    tekst: Tekst
    uitgang: str


@dataclass(frozen=True, slots=True)
class Zelftestvraag:
    """A question with its answers."""

    naam: str
    tekst: Tekst
    antwoorden: tuple[Zelftestantwoord, ...]


@dataclass(frozen=True, slots=True)
class Zelftestadvies:
    """The way on, and the questions whose answers led there."""

    uitgang: str
    vanwege: tuple[Zelftestvraag, ...]


def lees_vragen(document: Mapping[str, Any], dag: date) -> tuple[Zelftestvraag, ...]:
    """The questions that hold on a day; `LookupError` when none do yet, `ValueError` for a way on that is none."""
    geldend = sorted((rij for rij in document["lijst"] if rij["vanaf"] <= dag), key=lambda rij: rij["vanaf"])
    if not geldend:
        raise LookupError(f"geen zelftest op {dag}")
    vragen = tuple(
        Zelftestvraag(
            rij["naam"],
            Tekst(rij["nl"], rij["en"]),
            tuple(
                Zelftestantwoord(a["naam"], Tekst(a["nl"], a["en"]), a["uitgang"]) for a in rij["antwoord"]
            ),
        )
        for rij in geldend[-1]["vraag"]
    )
    if any(antwoord.uitgang not in VOLGORDE for vraag in vragen for antwoord in vraag.antwoorden):
        raise ValueError("een antwoord van de zelftest leidt naar een uitgang die niet bestaat")
    return vragen


def advies(vragen: tuple[Zelftestvraag, ...], antwoorden: Mapping[str, str]) -> Zelftestadvies | None:
    """What the answers advise; None as long as a question has no answer, or one that is not among its answers."""
    gekozen = []
    for vraag in vragen:
        antwoord = next((a for a in vraag.antwoorden if a.naam == antwoorden.get(vraag.naam)), None)
        if antwoord is None:
            return None
        gekozen.append((vraag, antwoord.uitgang))
    verste = max((uitgang for _, uitgang in gekozen), key=VOLGORDE.index)
    return Zelftestadvies(verste, tuple(vraag for vraag, uitgang in gekozen if uitgang == verste))
