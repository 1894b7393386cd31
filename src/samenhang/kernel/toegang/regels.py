"""A scheme's permits: the rows of its `toegang.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from samenhang.kernel.toegang.voorwaarden import Voorwaarde, voorwaarden

_VELDEN = {
    "id", "organisaties", "wie", "doelen", "stappen", "leest", "schrijft", "grondslag", "bron", "volgt", "tweede_lezer",
    "mits", "ook_gesloten",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Regel:
    """One permit. `wie` lists tuples (role, involvement), never two lists to be crossed.

    `volgt` names the terms that using this permit starts, such as informing the person; with `tweede_lezer`
    it grants nothing until a colleague has read along and agreed. `mits` names conditions on the facts
    (`voorwaarden.VOORWAARDEN`); `ook_gesloten` lets it reach what was shielded, as the person himself does.
    Source of the form: a rule that crosses roles with involvements once let a worker act as coordinator.
    """

    id: str
    scheme: str
    organisaties: tuple[str, ...]
    wie: tuple[tuple[str, str], ...]
    doelen: tuple[str, ...]
    stappen: tuple[str, ...]
    leest: frozenset[str]
    schrijft: frozenset[str]
    grondslag: str
    bron: str
    volgt: tuple[str, ...] = ()
    tweede_lezer: bool = False
    mits: frozenset[str] = frozenset()
    ook_gesloten: bool = False

    @property
    def voorwaarden(self) -> tuple[Voorwaarde, ...]:
        """The conditions under which it grants anything, in the order in which a refusal names them."""
        return voorwaarden(self.mits, self.tweede_lezer, self.ook_gesloten)


def laad_regels(scheme: str, bestand: Path) -> tuple[Regel, ...]:
    """Read the permits of a scheme; raises `ValueError` naming the row for a missing or unknown field."""
    regels = []
    for nummer, rij in enumerate(tomllib.loads(bestand.read_text("utf-8")).get("regel", []), start=1):
        vreemd = set(rij) - _VELDEN
        ontbreekt = {"id", "organisaties", "wie", "doelen", "stappen", "grondslag"} - set(rij)
        if vreemd or ontbreekt:
            raise ValueError(
                f"{bestand}: regel {nummer} ({rij.get('id', '?')}): onbekend {sorted(vreemd)}, ontbreekt {sorted(ontbreekt)}"
            )
        regels.append(
            Regel(
                id=rij["id"],
                scheme=scheme,
                organisaties=tuple(rij["organisaties"]),
                wie=tuple((rol, betrokkenheid) for rol, betrokkenheid in rij["wie"]),
                doelen=tuple(rij["doelen"]),
                stappen=tuple(rij["stappen"]),
                leest=frozenset(rij.get("leest", ())),
                schrijft=frozenset(rij.get("schrijft", ())),
                grondslag=rij["grondslag"],
                bron=rij.get("bron", ""),
                volgt=tuple(rij.get("volgt", ())),
                tweede_lezer=rij.get("tweede_lezer", False),
                mits=frozenset(rij.get("mits", ())),
                ook_gesloten=rij.get("ook_gesloten", False),
            )
        )
    return tuple(regels)
