"""Legal bases and their ceilings: `rules/grondslagen/*.toml`, one file per law, edited by a lawyer."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from samenhang.kernel.toegang.plichten import KERNPLICHTEN
from samenhang.kernel.toegang.voorwaarden import IN_REGELS

STATUSSEN = ("in_werking", "ontwerp", "vervallen")
BRONSTATUSSEN = ("bevestigd", "ongeverifieerd", "concept")


@dataclass(frozen=True, slots=True)
class Plafond:
    """What a legal basis allows at most. `stappen` may be ("*",): the basis does not look at the step.

    `mits` are conditions that every permit under it must name too; only with `ook_gesloten` may a permit reach what
    was shielded.
    """

    organisaties: frozenset[str]
    paren: frozenset[tuple[str, str]]
    doelen: frozenset[str]
    stappen: frozenset[str]
    leest: frozenset[str]
    schrijft: frozenset[str]
    mits: frozenset[str] = frozenset()
    ook_gesloten: bool = False


@dataclass(frozen=True, slots=True)
class Grondslag:
    """A legal basis: article, status, validity and ceilings.

    `status` tells whether it is law; `bronstatus` whether we have read the text ourselves: "bevestigd",
    "ongeverifieerd" (used, and shown as such), or "concept" (written down, and not used until it was read).
    `volgt` names duties of the kernel that any use of it starts (`plichten.KERNPLICHTEN`), such as telling the FG.
    """

    id: str
    titel: str
    title: str
    artikel: str
    status: str
    bronstatus: str
    geldig_van: date
    geldig_tot: date | None
    plafonds: tuple[Plafond, ...] = ()
    volgt: tuple[str, ...] = ()

    def in_werking_op(self, dag: date) -> bool:
        """Whether decisions may rest on this basis on that day; on one whose reading is a concept nothing rests."""
        begonnen = self.geldig_van <= dag and (self.geldig_tot is None or dag <= self.geldig_tot)
        return self.status == "in_werking" and self.bronstatus != "concept" and begonnen


def _plafond(rij: dict[str, Any]) -> Plafond:
    return Plafond(
        organisaties=frozenset(rij["organisaties"]),
        paren=frozenset((rol, betrokkenheid) for rol, betrokkenheid in rij["paren"]),
        doelen=frozenset(rij["doelen"]),
        stappen=frozenset(rij["stappen"]),
        leest=frozenset(rij["leest"]),
        schrijft=frozenset(rij.get("schrijft", ())),
        mits=_bekend(rij.get("mits", ()), IN_REGELS),
        ook_gesloten=bool(rij.get("ook_gesloten", False)),
    )


def _bekend(namen: Collection[str], bekend: Collection[str]) -> frozenset[str]:
    vreemd = sorted(set(namen) - set(bekend))
    if vreemd:
        raise ValueError(f"onbekend: {', '.join(vreemd)}")
    return frozenset(namen)


def laad_grondslagen(*mappen: Path) -> dict[str, Grondslag]:
    """Read every file of the folders; raises `ValueError` naming file and row for what is incomplete."""
    grondslagen: dict[str, Grondslag] = {}
    for bestand in sorted(pad for map_ in mappen for pad in map_.glob("*.toml")):
        document = tomllib.loads(bestand.read_text("utf-8"))
        for rij in document.get("grondslag", []):
            try:
                grondslag = Grondslag(
                    id=rij["id"],
                    titel=rij["titel"],
                    title=rij["title"],
                    artikel=rij["artikel"],
                    status=rij["status"],
                    bronstatus=rij["bronstatus"],
                    geldig_van=rij["geldig_van"],
                    geldig_tot=rij.get("geldig_tot"),
                    plafonds=tuple(_plafond(plafond) for plafond in rij.get("plafond", [])),
                    volgt=tuple(sorted(_bekend(rij.get("volgt", ()), KERNPLICHTEN))),
                )
            except (KeyError, ValueError, TypeError) as fout:
                raise ValueError(f"{bestand.name}: grondslag {rij.get('id', '?')}: {fout!r}") from fout
            if grondslag.status not in STATUSSEN or grondslag.bronstatus not in BRONSTATUSSEN:
                raise ValueError(f"{bestand.name}: grondslag {grondslag.id}: onbekende status")
            if grondslag.id in grondslagen:
                raise ValueError(f"{bestand.name}: grondslag {grondslag.id} staat er twee keer")
            grondslagen[grondslag.id] = grondslag
    return grondslagen
