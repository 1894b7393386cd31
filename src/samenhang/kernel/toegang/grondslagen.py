"""Legal bases and their ceilings: `rules/grondslagen/*.toml`, one file per law, edited by a lawyer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from samenhang.kernel.toegang.plichten import KERNPLICHTEN
from samenhang.kernel.toegang.regels import RegelbestandOnjuist, lees_rijen
from samenhang.kernel.toegang.voorwaarden import IN_REGELS

STATUSSEN = ("in_werking", "ontwerp", "vervallen")
_VELDEN = {
    "id",
    "titel",
    "title",
    "artikel",
    "status",
    "bronstatus",
    "geldig_van",
    "geldig_tot",
    "plafond",
    "volgt",
}
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


def _namen(waarde: object) -> frozenset[str]:
    if not isinstance(waarde, list) or not all(isinstance(deel, str) for deel in waarde):
        raise ValueError(f"{waarde!r}: een lijst van teksten / a list of texts")
    return frozenset(waarde)


def _plafond(rij: dict[str, Any]) -> Plafond:
    if vreemd := sorted(set(rij) - {veld.name for veld in fields(Plafond)}):
        raise ValueError(f"plafond: onbekend / unknown: {', '.join(vreemd)}")
    return Plafond(
        organisaties=_namen(rij["organisaties"]),
        paren=frozenset((rol, betrokkenheid) for rol, betrokkenheid in rij["paren"]),
        doelen=_namen(rij["doelen"]),
        stappen=_namen(rij["stappen"]),
        leest=_namen(rij["leest"]),
        schrijft=_namen(rij.get("schrijft", [])),
        mits=_bekend(rij.get("mits", ()), IN_REGELS),
        ook_gesloten=bool(rij.get("ook_gesloten", False)),
    )


def _bekend(namen: Collection[str], bekend: Collection[str]) -> frozenset[str]:
    vreemd = sorted(set(namen) - set(bekend))
    if vreemd:
        raise ValueError(f"onbekend: {', '.join(vreemd)}")
    return frozenset(namen)


def laad_grondslagen(*mappen: Path) -> dict[str, Grondslag]:
    """Read every file of the folders; raises `RegelbestandOnjuist` naming file and row for what is not right."""
    grondslagen: dict[str, Grondslag] = {}
    for bestand in sorted(pad for map_ in mappen for pad in map_.glob("*.toml")):
        for nummer, rij in enumerate(lees_rijen(bestand, "grondslag"), start=1):
            plek = f"grondslag {nummer} ({rij.get('id', '?')})"
            try:
                grondslag = _grondslag(rij)
            except KeyError as fout:
                raise RegelbestandOnjuist(
                    bestand, plek, f"het veld {fout} ontbreekt", f"the field {fout} is missing"
                ) from fout
            except (ValueError, TypeError) as fout:
                raise RegelbestandOnjuist(
                    bestand, plek, f"een veld is niet goed: {fout}", f"a field is not right: {fout}"
                ) from fout
            if grondslag.id in grondslagen:
                raise RegelbestandOnjuist(
                    bestand, plek, "deze id staat er twee keer", "this id is there twice"
                )
            grondslagen[grondslag.id] = grondslag
    return grondslagen


def _grondslag(rij: dict[str, Any]) -> Grondslag:
    if vreemd := sorted(set(rij) - _VELDEN):
        raise ValueError(f"onbekend / unknown: {', '.join(vreemd)}")
    van, tot = rij["geldig_van"], rij.get("geldig_tot")
    if type(van) is not date or (tot is not None and type(tot) is not date):
        raise ValueError("geldig_van, geldig_tot: JJJJ-MM-DD / YYYY-MM-DD")
    if tot is not None and tot < van:
        raise ValueError("geldig_tot < geldig_van")
    if rij["status"] not in STATUSSEN or rij["bronstatus"] not in BRONSTATUSSEN:
        raise ValueError(f"status: {', '.join(STATUSSEN)}; bronstatus: {', '.join(BRONSTATUSSEN)}")
    return Grondslag(
        id=rij["id"],
        titel=rij["titel"],
        title=rij["title"],
        artikel=rij["artikel"],
        status=rij["status"],
        bronstatus=rij["bronstatus"],
        geldig_van=van,
        geldig_tot=tot,
        plafonds=tuple(_plafond(plafond) for plafond in rij.get("plafond", [])),
        volgt=tuple(sorted(_bekend(rij.get("volgt", ()), KERNPLICHTEN))),
    )
