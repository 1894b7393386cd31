"""Safeguards beside the permits: what may never be, and what the table is expected to give.

They stand in `waarborgen.toml` of a scheme and are written by another hand than the permits, so that a slip in
one file meets the other. `bewijs.py` walks through the whole decision space with them.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

from samenhang.kernel.basis import Tekst
from samenhang.kernel.toegang.dimensies import VERNIETIGD
from samenhang.kernel.toegang.grondslagen import Plafond
from samenhang.kernel.toegang.regels import Regel
from samenhang.kernel.toegang.tabel import ALLE_STAPPEN, Beslistabel, Cel, Handeling, Ruimte, handelingen
from samenhang.kernel.toegang.voorwaarden import IN_REGELS, VOORWAARDEN, voorwaarden

_DIMENSIES = {
    "organisaties": "organisatiesoorten",
    "rollen": "rollen",
    "doelen": "doelen",
    "betrokkenheden": "betrokkenheden",
    "stappen": "stappen",
    "categorieen": "categorieen",
}

Gift = frozenset[tuple[Handeling, frozenset[str]]]
"""What a cell gives: each handling, with the conditions under which."""


@dataclass(frozen=True, slots=True)
class Nooit:
    """A combination that no permit and no ceiling may ever give.

    Each set holds the values it speaks about; `lezen` and `schrijven` tell of which handling. With
    `grondslagen` it speaks about the ceilings of those laws only, with `niet_grondslagen` of every law but those, and
    with `zonder` of ceilings that do not set all of these conditions.
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
    niet_grondslagen: frozenset[str] = frozenset()
    zonder: frozenset[str] = frozenset()

    @property
    def over_plafonds(self) -> bool:
        """Whether it speaks about ceilings and not about what permits give."""
        return bool(self.grondslagen or self.niet_grondslagen or self.zonder)

    def raakt(self, cel: Cel) -> bool:
        """Whether the cell is one it speaks about."""
        return (
            not self.over_plafonds
            and cel.organisatiesoort in self.organisaties
            and cel.rol in self.rollen
            and cel.doel in self.doelen
            and cel.betrokkenheid in self.betrokkenheden
            and cel.stap in self.stappen
        )

    @property
    def omvang(self) -> int:
        """How many cells it speaks about."""
        if self.over_plafonds:
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
        if (self.grondslagen and grondslag not in self.grondslagen) or grondslag in self.niet_grondslagen:
            return False
        gesteld = plafond.mits | (frozenset() if plafond.ook_gesloten else {"niet_gesloten"})
        if self.zonder and self.zonder <= gesteld:
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
    """A golden row: exactly what these people get for this purpose in these steps, and under which conditions.

    Several rows may speak about one cell, each with conditions of its own.
    """

    id: str
    cellen: tuple[Cel, ...]
    verleend: frozenset[Handeling]
    voorwaarden: frozenset[str]


@dataclass(frozen=True, slots=True)
class Waarborgen:
    """The safeguards of one scheme."""

    scheme: str
    nooit: tuple[Nooit, ...] = ()
    verwacht: tuple[Verwacht, ...] = ()

    def per_cel(self) -> dict[Cel, Gift]:
        """What is expected of each cell."""
        uit: dict[Cel, set[tuple[Handeling, frozenset[str]]]] = defaultdict(set)
        for rij in self.verwacht:
            for cel in rij.cellen:
                uit[cel].update((handeling, rij.voorwaarden) for handeling in rij.verleend)
        return {cel: lichtste(wat) for cel, wat in uit.items()}


def gegeven(tabel: Beslistabel) -> dict[Cel, Gift]:
    """What each cell gives, each law in force or not: handlings with the conditions under which."""
    geeft = {naam: gift(regel) for naam, regel in tabel.regels.items()}
    per_stel: dict[tuple[str, ...], Gift] = {}
    uit = {}
    for cel, regels in tabel.cellen.items():
        namen = tuple(regel.id for regel in regels)
        if namen not in per_stel:
            per_stel[namen] = lichtste({deel for naam in namen for deel in geeft[naam]})
        if per_stel[namen]:
            uit[cel] = per_stel[namen]
    return uit


def gift(regel: Regel) -> Gift:
    """What one permit gives in each of its cells."""
    mits = frozenset(rij.naam for rij in regel.voorwaarden)
    return frozenset((handeling, mits) for handeling in handelingen(regel))


def lichtste(wat: Iterable[tuple[Handeling, frozenset[str]]]) -> Gift:
    """Handlings with their conditions, without what is given under fewer conditions as well."""
    per: dict[Handeling, set[frozenset[str]]] = defaultdict(set)
    for handeling, mits in wat:
        per[handeling].add(mits)
    return frozenset(
        (handeling, mits)
        for handeling, alle in per.items()
        for mits in alle
        if not any(ander < mits for ander in alle)
    )


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
        "niet_grondslagen",
        "zonder",
        *_DIMENSIES,
        *(f"niet_{naam}" for naam in _DIMENSIES),
    }
    if set(rij) - bekend or not {"id", "nl", "en"} <= set(rij):
        raise ValueError(f"{plek}: onbekend of ontbrekend veld {sorted(set(rij) - bekend)}")
    handeling = rij.get("handeling", "alles")
    if handeling not in ("alles", "lezen", "schrijven"):
        raise ValueError(f"{plek}: handeling is alles, lezen of schrijven")
    if set(rij.get("zonder", ())) - set(VOORWAARDEN):
        raise ValueError(f"{plek}: onbekend in zonder: {sorted(set(rij['zonder']) - set(VOORWAARDEN))}")
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
        niet_grondslagen=frozenset(rij.get("niet_grondslagen", ())),
        zonder=frozenset(rij.get("zonder", ())),
    )


def _verwacht(rij: dict[str, Any], ruimte: Ruimte, bron: str) -> Verwacht:
    kan = {"leest", "schrijft", "mits", "tweede_lezer", "ook_gesloten"}
    velden = {"id", "organisaties", "wie", "doel", "stappen", *kan}
    if set(rij) - velden or not velden - kan <= set(rij) or set(rij.get("mits", ())) - IN_REGELS:
        raise ValueError(f"{bron}: verwacht {rij.get('id', '?')}: velden zijn {sorted(velden)}")
    cellen = tuple(_cellen(rij, ruimte))
    vreemd = next((cel for cel in cellen if not ruimte.bevat(cel)), None)
    if vreemd:
        raise ValueError(f"{bron}: verwacht {rij['id']}: bestaat niet: {vreemd}")
    verleend = [(naam, False) for naam in rij.get("leest", ())]
    verleend += [(naam, True) for naam in rij.get("schrijft", ())]
    gesteld = voorwaarden(
        frozenset(rij.get("mits", ())), rij.get("tweede_lezer", False), rij.get("ook_gesloten", False)
    )
    return Verwacht(rij["id"], cellen, frozenset(verleend), frozenset(deel.naam for deel in gesteld))


def _cellen(rij: dict[str, Any], ruimte: Ruimte) -> Iterator[Cel]:
    stappen = ruimte.bestaand if ALLE_STAPPEN in rij["stappen"] else rij["stappen"]
    for soort, (rol, betrokkenheid), stap in product(rij["organisaties"], rij["wie"], stappen):
        yield Cel(ruimte.scheme, soort, rol, rij["doel"], betrokkenheid, stap)
