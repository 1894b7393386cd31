"""Safeguards beside the permits: what may never be, and what the table is expected to give.

They stand in `waarborgen.toml` of a scheme and are written by another hand than the permits, so that a slip in
one file meets the other. `bewijs.py` walks through the whole decision space with them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

from samenhang.kernel.basis import Tekst
from samenhang.kernel.toegang.dimensies import VERNIETIGD
from samenhang.kernel.toegang.grondslagen import Plafond
from samenhang.kernel.toegang.tabel import ALLE_STAPPEN, Cel, Handeling, Ruimte

_DIMENSIES = {
    "organisaties": "organisatiesoorten",
    "rollen": "rollen",
    "doelen": "doelen",
    "betrokkenheden": "betrokkenheden",
    "stappen": "stappen",
    "categorieen": "categorieen",
}


@dataclass(frozen=True, slots=True)
class Nooit:
    """A combination that no permit and no ceiling may ever give.

    Each set holds the values it speaks about; `lezen` and `schrijven` tell of which handling. With
    `grondslagen` it speaks about the ceilings of those laws only.
    """

    id: str
    titel: Tekst
    organisaties: frozenset[str]
    rollen: frozenset[str]
    doelen: frozenset[str]
    betrokkenheden: frozenset[str]
    stappen: frozenset[str]
    categorieen: frozenset[str]
    lezen: bool = True
    schrijven: bool = True
    grondslagen: frozenset[str] = frozenset()

    def raakt(self, cel: Cel) -> bool:
        """Whether the cell is one it speaks about."""
        return (
            not self.grondslagen
            and cel.organisatiesoort in self.organisaties
            and cel.rol in self.rollen
            and cel.doel in self.doelen
            and cel.betrokkenheid in self.betrokkenheden
            and cel.stap in self.stappen
        )

    @property
    def omvang(self) -> int:
        """How many cells it speaks about."""
        if self.grondslagen:
            return 0
        delen = (self.organisaties, self.rollen, self.doelen, self.betrokkenheden, self.stappen)
        return prod(len(deel) for deel in delen)

    def verboden(self, verleend: frozenset[Handeling]) -> list[Handeling]:
        """What of that is granted all the same."""
        return [
            (naam, schrijven)
            for naam, schrijven in sorted(verleend)
            if naam in self.categorieen and (self.schrijven if schrijven else self.lezen)
        ]

    def in_plafond(self, grondslag: str, plafond: Plafond) -> bool:
        """Whether a ceiling would leave room for what may never be."""
        if self.grondslagen and grondslag not in self.grondslagen:
            return False
        ergens = ALLE_STAPPEN in plafond.stappen and self.stappen - {VERNIETIGD}
        stappen = bool(ergens or self.stappen & plafond.stappen)
        wie = any(rol in self.rollen and hoe in self.betrokkenheden for rol, hoe in plafond.paren)
        wat = (self.lezen and self.categorieen & plafond.leest) or (
            self.schrijven and self.categorieen & plafond.schrijft
        )
        return bool(
            wie
            and stappen
            and wat
            and self.organisaties & plafond.organisaties
            and self.doelen & plafond.doelen
        )


@dataclass(frozen=True, slots=True)
class Verwacht:
    """A golden row: exactly what these people get for this purpose in these steps."""

    id: str
    cellen: tuple[Cel, ...]
    verleend: frozenset[Handeling]


@dataclass(frozen=True, slots=True)
class Waarborgen:
    """The safeguards of one scheme."""

    scheme: str
    nooit: tuple[Nooit, ...] = ()
    verwacht: tuple[Verwacht, ...] = ()


def laad_waarborgen(ruimte: Ruimte, bestand: Path) -> Waarborgen:
    """Read a scheme's safeguards; `ValueError` names the row that holds an unknown field or value.

    A row of `[[nooit]]` limits a dimension with its name, or with `niet_` before it to all other values.
    `[groepen]` gives lists a name, so that a row can say "@in_behandeling".
    """
    document = tomllib.loads(bestand.read_text("utf-8"))
    groepen = document.get("groepen", {})
    for rij in (*document.get("nooit", []), *document.get("verwacht", [])):
        for veld, waarde in rij.items():
            if isinstance(waarde, list):
                rij[veld] = [deel for naam in waarde for deel in _uitgeschreven(naam, groepen)]
    return Waarborgen(
        scheme=ruimte.scheme,
        nooit=tuple(_nooit(rij, ruimte, bestand.name) for rij in document.get("nooit", [])),
        verwacht=tuple(_verwacht(rij, ruimte, bestand.name) for rij in document.get("verwacht", [])),
    )


def _uitgeschreven(naam: Any, groepen: dict[str, list[str]]) -> list[Any]:
    if isinstance(naam, str) and naam.startswith("@"):
        if naam[1:] not in groepen:
            raise ValueError(f"waarborgen: groep {naam} bestaat niet")
        return groepen[naam[1:]]
    return [naam]


def _nooit(rij: dict[str, Any], ruimte: Ruimte, bron: str) -> Nooit:
    plek = f"{bron}: nooit {rij.get('id', '?')}"
    bekend = {
        "id",
        "nl",
        "en",
        "handeling",
        "grondslagen",
        *_DIMENSIES,
        *(f"niet_{naam}" for naam in _DIMENSIES),
    }
    if set(rij) - bekend or not {"id", "nl", "en"} <= set(rij):
        raise ValueError(f"{plek}: onbekend of ontbrekend veld {sorted(set(rij) - bekend)}")
    handeling = rij.get("handeling", "alles")
    if handeling not in ("alles", "lezen", "schrijven"):
        raise ValueError(f"{plek}: handeling is alles, lezen of schrijven")
    sets = {}
    for naam, veld in _DIMENSIES.items():
        alle = frozenset(getattr(ruimte, veld))
        genoemd = frozenset(rij.get(naam, ())) | frozenset(rij.get(f"niet_{naam}", ()))
        if genoemd - alle:
            raise ValueError(f"{plek}: onbekend in {naam}: {sorted(genoemd - alle)}")
        sets[naam] = (frozenset(rij[naam]) if naam in rij else alle) - frozenset(rij.get(f"niet_{naam}", ()))
    return Nooit(
        rij["id"],
        Tekst(rij["nl"], rij["en"]),
        **sets,
        lezen=handeling != "schrijven",
        schrijven=handeling != "lezen",
        grondslagen=frozenset(rij.get("grondslagen", ())),
    )


def _verwacht(rij: dict[str, Any], ruimte: Ruimte, bron: str) -> Verwacht:
    velden = {"id", "organisaties", "wie", "doel", "stappen", "leest", "schrijft"}
    if set(rij) - velden or not velden - {"leest", "schrijft"} <= set(rij):
        raise ValueError(f"{bron}: verwacht {rij.get('id', '?')}: velden zijn {sorted(velden)}")
    cellen = tuple(_cellen(rij, ruimte))
    vreemd = set(cellen) - set(ruimte.cellen())
    if vreemd:
        raise ValueError(f"{bron}: verwacht {rij['id']}: bestaat niet: {sorted(vreemd)[0]}")
    verleend = [(naam, False) for naam in rij.get("leest", ())]
    verleend += [(naam, True) for naam in rij.get("schrijft", ())]
    return Verwacht(rij["id"], cellen, frozenset(verleend))


def _cellen(rij: dict[str, Any], ruimte: Ruimte) -> Iterator[Cel]:
    stappen = ruimte.bestaand if ALLE_STAPPEN in rij["stappen"] else rij["stappen"]
    for soort, (rol, betrokkenheid), stap in product(rij["organisaties"], rij["wie"], stappen):
        yield Cel(ruimte.scheme, soort, rol, rij["doel"], betrokkenheid, stap)
