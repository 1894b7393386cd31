"""A scheme's permits: the rows of its `toegang.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
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


class RegelbestandOnjuist(Geweigerd, ValueError):
    """A file of rules is not right: which file, which row, what is wrong. Nothing of it is used."""

    status = 500

    def __init__(self, bestand: Path, plek: str, nl: str, en: str, regel: int | None = None) -> None:
        zin = Tekst(
            f"{bestand.name}, {plek}: {nl}. Herstel het bestand; er is niets van gebruikt.",
            f"{bestand.name}, {plek}: {en}. Mend the file; nothing of it was used.",
        )
        fout = Fout("regelbestand_onjuist", zin, Plaats(bestand=str(bestand), regel=regel, plek=plek))
        super().__init__("regelbestand_onjuist", zin, fouten=(fout,))


def lees_rijen(bestand: Path, soort: str) -> list[dict[str, Any]]:
    """The rows `[[soort]]` of a TOML file; raises `RegelbestandOnjuist` when it is none, with the line."""
    try:
        rijen = tomllib.loads(bestand.read_text("utf-8")).get(soort, [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        waar = re.search(r"at line (\d+)", str(fout))
        regel = int(waar.group(1)) if waar else None
        raise RegelbestandOnjuist(
            bestand, f"regel {regel or '?'}", "dit is geen TOML in UTF-8", "this is no TOML in UTF-8", regel
        ) from fout
    if not isinstance(rijen, list) or not all(isinstance(rij, dict) for rij in rijen):
        raise RegelbestandOnjuist(
            bestand, soort, f"schrijf elke rij als [[{soort}]]", f"write each row as [[{soort}]]"
        )
    return rijen


def laad_regels(scheme: str, bestand: Path) -> tuple[Regel, ...]:
    """Read the permits of a scheme; raises `RegelbestandOnjuist` naming the row that is not right."""
    regels = []
    for nummer, rij in enumerate(lees_rijen(bestand, "regel"), start=1):
        vreemd = set(rij) - _VELDEN
        ontbreekt = {"id", "organisaties", "wie", "doelen", "stappen", "grondslag"} - set(rij)
        plek = f"regel {nummer} ({rij.get('id', '?')})"
        if vreemd or ontbreekt:
            raise RegelbestandOnjuist(
                bestand,
                plek,
                f"onbekend veld {sorted(vreemd)}, ontbreekt {sorted(ontbreekt)}",
                f"unknown field {sorted(vreemd)}, missing {sorted(ontbreekt)}",
            )
        try:
            regels.append(_regel(scheme, rij))
        except (TypeError, ValueError) as fout:
            raise RegelbestandOnjuist(
                bestand,
                plek,
                "een lijst van teksten of van paren [rol, betrokkenheid] is niet zo geschreven",
                "a list of texts or of pairs [role, involvement] is not written so",
            ) from fout
    return tuple(regels)


def _namen(waarde: object) -> tuple[str, ...]:
    if not isinstance(waarde, list) or not all(isinstance(deel, str) for deel in waarde):
        raise TypeError(waarde)
    return tuple(waarde)


def _regel(scheme: str, rij: dict[str, Any]) -> Regel:
    return Regel(
        id=str(rij["id"]),
        scheme=scheme,
        organisaties=_namen(rij["organisaties"]),
        wie=tuple((rol, betrokkenheid) for rol, betrokkenheid in map(_namen, rij["wie"])),
        doelen=_namen(rij["doelen"]),
        stappen=_namen(rij["stappen"]),
        leest=frozenset(_namen(rij.get("leest", []))),
        schrijft=frozenset(_namen(rij.get("schrijft", []))),
        grondslag=str(rij["grondslag"]),
        bron=str(rij.get("bron", "")),
        volgt=_namen(rij.get("volgt", [])),
        tweede_lezer=bool(rij.get("tweede_lezer", False)),
        mits=frozenset(_namen(rij.get("mits", []))),
        ook_gesloten=bool(rij.get("ook_gesloten", False)),
    )
