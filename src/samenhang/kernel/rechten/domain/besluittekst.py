"""The text of the letter of a decision on an objection (AVG art. 21): which holds on a day, and filling it in. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Tekst

UITKOMSTEN: Final = ("toegewezen", "afgewezen")
VERPLICHT: Final = {"motivering", "rechtsmiddel"}
"""Without the reason or the remedy it is no decision that may be sent (AVG art. 12 lid 4; Awb 3:45, 3:46)."""
INVULLINGEN: Final = VERPLICHT | {"bezwaar_van", "besloten"}
_GAT: Final = re.compile(r"\{([^}]*)\}")
MOTIVERING: Final = "{motivering}"
"""A paragraph that is this alone was typed by the decider, in Dutch; it stays so in a translation."""


@dataclass(frozen=True, slots=True)
class Besluittekst:
    """One version for a register and an outcome, from a day: subject, and paragraphs with their heading or none."""

    register: str
    uitkomst: str
    vanaf: date
    artikel: str
    status: str
    onderwerp: Tekst
    alineas: tuple[tuple[Tekst, Tekst], ...]


def lees_besluitteksten(document: Mapping[str, Any]) -> tuple[Besluittekst, ...]:
    """The texts of the file; raises `ValueError` naming what is wrong, for who changed them."""
    uit = []
    for rij in document["besluit"]:
        wat = f"besluit {rij['register']}/{rij['uitkomst']}"
        if rij["uitkomst"] not in UITKOMSTEN:
            raise ValueError(f"{wat}: kies als uitkomst uit {', '.join(UITKOMSTEN)}")
        nl, en = rij["nl"], rij["en"]
        if len(nl["alineas"]) != len(en["alineas"]):
            raise ValueError(f"{wat}: het Nederlands en het Engels hebben niet evenveel alinea's")
        for taal, tekst in (("nl", nl), ("en", en)):
            gaten = {gat for kop, alinea in tekst["alineas"] for gat in _GAT.findall(kop + alinea)}
            if vreemd := gaten - INVULLINGEN:
                raise ValueError(f"{wat} ({taal}): onbekende invulling {', '.join(sorted(vreemd))}; kies uit {', '.join(sorted(INVULLINGEN))}")  # fmt: skip
            if mist := VERPLICHT - gaten:
                raise ValueError(f"{wat} ({taal}): er ontbreekt {', '.join(sorted(mist))}")
        uit.append(
            Besluittekst(
                rij["register"],
                rij["uitkomst"],
                rij["vanaf"],
                rij["artikel"],
                rij["status"],
                Tekst(nl["onderwerp"], en["onderwerp"]),
                tuple(
                    (Tekst(kop, heading), Tekst(alinea, paragraph))
                    for (kop, alinea), (heading, paragraph) in zip(nl["alineas"], en["alineas"], strict=True)
                ),
            )
        )
    return tuple(uit)


def besluittekst_op(teksten: Sequence[Besluittekst], register: str, uitkomst: str, dag: date) -> Besluittekst:
    """The version that holds on a day; raises `LookupError` when none does."""
    geldig = [t for t in teksten if (t.register, t.uitkomst) == (register, uitkomst) and t.vanaf <= dag]
    if not geldig:
        raise LookupError(f"geen tekst voor {register}/{uitkomst} op {dag}")
    return max(geldig, key=lambda tekst: tekst.vanaf)


def vul_in(tekst: str, waarden: Mapping[str, str]) -> str:
    """The text with its gaps filled; what is filled in is never read as a gap itself."""
    return _GAT.sub(lambda gat: waarden[gat[1]], tekst)
