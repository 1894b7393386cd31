"""One subject killed at ten points: what stood right after, what the duties made of it, and what asking again did."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import time_machine

from tests.gedood.sterven import NA_ALLES, antwoord, dood_bij, in_kind, kind, tel_stappen
from tests.gedood.wereld import Wereld

PUNTEN = 10
TOEN = "2026-11-24T08:30:00+01:00"


@dataclass(frozen=True, slots=True)
class Proef:
    """What dies (`werk`), in a world that `bereid` prepares once, and what of it can be seen (`stand`).

    `herstel` goes by itself, `later`: the duties. `nogmaals` is what someone does who never got an answer.
    """

    naam: str
    nu: str
    later: str
    bereid: Callable[[], object]
    werk: Callable[[], object]
    stand: Callable[[], Any]
    herstel: Callable[[], object]
    nogmaals: Callable[[], object]


def gelijk_verdeeld(stappen: int) -> list[int]:
    """Ten different steps of a run, the first and the moment after the last among them."""
    punten = [1 + round(deel * (stappen - 1) / (PUNTEN - 2)) for deel in range(PUNTEN - 1)]
    return [*punten, NA_ALLES]


def beproef(proef: Proef, wereld: Wereld) -> dict[str, Any]:
    """Prepare, run once undisturbed, then kill it at ten points; each from the same world."""
    in_kind(lambda: _op(TOEN, proef.bereid))
    wereld.bewaar(proef.naam)
    begin = in_kind(lambda: _op(proef.nu, proef.stand))
    with time_machine.travel(proef.nu, tick=True):
        stappen = tel_stappen(proef.werk)
    uit = {"begin": begin, "stappen": stappen, "heel": _daarna(proef), "gedood": []}
    for punt in gelijk_verdeeld(stappen):
        wereld.zet_terug(proef.naam)
        with time_machine.travel(proef.nu, tick=True):
            einde = dood_bij(punt, proef.werk)
        uit["gedood"].append({"punt": punt, "einde": einde} | _daarna(proef))
    return uit


def samen(
    proef: Proef, wereld: Wereld, vooraf: Callable[[], object], deelnemer: Callable[[], Any]
) -> dict[str, Any]:
    """Two processes that start at the same byte, in the world that `beproef` prepared; then the duties."""
    wereld.zet_terug(proef.naam)
    with time_machine.travel(proef.nu, tick=True):
        in_kind(vooraf)
        wachten, start = os.pipe()

        def wacht_en_doe() -> Any:
            os.read(wachten, 1)
            return deelnemer()

        paar = [kind(wacht_en_doe), kind(wacht_en_doe)]
        os.write(start, b"ab")
        uit = [antwoord(proces) for proces in paar]
    return {"uit": uit, "stand": _daarna(proef)["later"]}


def _op(moment: str, daad: Callable[[], Any]) -> Any:
    with time_machine.travel(moment, tick=True):
        return daad()


def _daarna(proef: Proef) -> dict[str, Any]:
    """What stands now, after the duties, and after asking again."""

    def kijk() -> dict[str, Any]:
        half = _op(proef.nu, proef.stand)
        _op(proef.later, proef.herstel)
        later = _op(proef.later, proef.stand)
        _op(proef.later, proef.nogmaals)
        return {"half": half, "later": later, "slot": _op(proef.later, proef.stand)}

    return in_kind(kijk)
