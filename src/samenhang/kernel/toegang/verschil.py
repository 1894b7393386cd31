"""What changes between two versions of the rules, in words that a reviewer can agree to line by line. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.toegang.grondslagen import Grondslag, Plafond, laad_grondslagen
from samenhang.kernel.toegang.regels import Regel, laad_regels

GRONDSLAGEN: Final = ("rules/grondslagen", "grondslagen")
REGELS: Final = ("src/samenhang/schemes/*/toegang.toml", "schemes/*/toegang.toml", "*/toegang.toml")
"""Where the rules stand in a checkout of the product, or in a folder with only the rules."""

Plek = tuple[str, str, str, str, str, str]
"""Scheme, kind of organisation, role, involvement, purpose, handling."""
Gift = tuple[str, str, str]
"""Step, category, and "law; conditions"."""


@dataclass(frozen=True, slots=True)
class Versie:
    """The rules of one moment."""

    grondslagen: Mapping[str, Grondslag]
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Verandering:
    """One line of the difference. `ruimer` says whether something more becomes possible; None when it cannot tell."""

    soort: str
    plek: str
    tekst: Tekst
    ruimer: bool | None


def laad_versie(map_: Path) -> Versie:
    """Read the rules below a folder.

    Raises `Geweigerd`: no such folder, no rules in it, or a file that is not right (with its place).
    """
    if not map_.is_dir():
        raise _weiger("map_onbekend", map_, f"{map_} is geen map. Noem de map van een uitgecheckte versie.", f"{map_} is no folder. Name the folder of a checked-out version.")  # fmt: skip
    wetten = next((map_ / deel for deel in GRONDSLAGEN if (map_ / deel).is_dir()), None)
    bestanden = next((gevonden for patroon in REGELS if (gevonden := sorted(map_.glob(patroon)))), [])
    if wetten is None or not bestanden:
        raise _weiger(
            "regels_ontbreken", map_,
            f"In {map_} staan geen regels. Verwacht: rules/grondslagen/*.toml en schemes/*/toegang.toml.",
            f"There are no rules in {map_}. Expected: rules/grondslagen/*.toml and schemes/*/toegang.toml.",
        )  # fmt: skip
    eigen = [bestand.parent / "grondslagen" for bestand in bestanden]
    regels = [regel for bestand in bestanden for regel in laad_regels(bestand.parent.name, bestand)]
    return Versie(
        laad_grondslagen(wetten, *(deel for deel in eigen if deel.is_dir() and deel != wetten)), tuple(regels)
    )


def _weiger(code: str, plek: Path, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(nl, en)
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(bestand=str(plek))),))


def verschil(oud: Versie, nieuw: Versie) -> tuple[Verandering, ...]:
    """Every difference: what permits give, and what laws say and leave room for; in a fixed order.

    Permits are compared by what they give and not by their text, so that splitting a permit in two is no change.
    """
    return (*_van_regels(oud.regels, nieuw.regels), *_van_wetten(oud.grondslagen, nieuw.grondslagen))


def _gegeven(regels: Iterable[Regel]) -> dict[Plek, set[Gift]]:
    uit: dict[Plek, set[Gift]] = defaultdict(set)
    for regel in regels:
        mits = "; ".join([regel.grondslag, *(rij.naam for rij in regel.voorwaarden)])
        for handeling, namen in (("leest", regel.leest), ("schrijft", regel.schrijft)):
            for soort in regel.organisaties:
                for rol, hoe in regel.wie:
                    for doel in regel.doelen:
                        uit[regel.scheme, soort, rol, hoe, doel, handeling].update(
                            (stap, naam, mits) for stap in regel.stappen for naam in namen
                        )
    return uit


def _van_regels(oud: Iterable[Regel], nieuw: Iterable[Regel]) -> Iterable[Verandering]:
    was, wordt = _gegeven(oud), _gegeven(nieuw)
    for plek in sorted(set(was) | set(wordt)):
        scheme, soort, rol, hoe, doel, handeling = plek
        wie_nl = f"{rol} ({hoe}) van {soort or 'niemand'}, doel {doel}, {handeling}"
        wie_en = f"{rol} ({hoe}) of {soort or 'no one'}, purpose {doel}, {_ENGELS[handeling]}"
        for ruimer, delen in ((True, wordt[plek] - was[plek]), (False, was[plek] - wordt[plek])):
            for (stappen, mits), namen in sorted(_gebundeld(delen).items()):
                teken = "+" if ruimer else "-"
                wat = f"{', '.join(namen)} [{', '.join(stappen)}] ({mits})"
                yield Verandering(
                    "regel", scheme, Tekst(f"{teken} {wie_nl}: {wat}", f"{teken} {wie_en}: {wat}"), ruimer
                )


_ENGELS: Final = {"leest": "reads", "schrijft": "writes"}


def _gebundeld(delen: Iterable[Gift]) -> dict[tuple[tuple[str, ...], str], list[str]]:
    """Categories that come or go together: by the same steps and the same law and conditions."""
    stappen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for stap, naam, mits in delen:
        stappen[naam, mits].add(stap)
    uit: dict[tuple[tuple[str, ...], str], list[str]] = defaultdict(list)
    for (naam, mits), welke in sorted(stappen.items()):
        uit[tuple(sorted(welke)), mits].append(naam)
    return uit


def _van_wetten(was: Mapping[str, Grondslag], wordt: Mapping[str, Grondslag]) -> Iterable[Verandering]:
    for naam in sorted(set(was) | set(wordt)):
        oud, nieuw = was.get(naam), wordt.get(naam)
        if oud is None or nieuw is None:
            teken = "+" if oud is None else "-"
            artikel = (oud or wordt[naam]).artikel
            yield Verandering(
                "wet", naam, Tekst(f"{teken} wet: {artikel}", f"{teken} law: {artikel}"), oud is None
            )
            continue
        for veld in (
            "titel",
            "title",
            "artikel",
            "status",
            "bronstatus",
            "geldig_van",
            "geldig_tot",
            "volgt",
        ):
            voor, na = getattr(oud, veld), getattr(nieuw, veld)
            if voor != na:
                wat = f"~ {veld}: {_leesbaar(voor)} -> {_leesbaar(na)}"
                yield Verandering("wet", naam, Tekst(wat, wat), _ruimer(oud, nieuw, veld))
        for ruimer, plafonds in (
            (True, set(nieuw.plafonds) - set(oud.plafonds)),
            (False, set(oud.plafonds) - set(nieuw.plafonds)),
        ):
            for plafond in sorted(plafonds, key=_plafond):
                wat = f"{'+' if ruimer else '-'} {_plafond(plafond)}"
                yield Verandering("plafond", naam, Tekst(wat, wat), ruimer)


def _ruimer(oud: Grondslag, nieuw: Grondslag, veld: str) -> bool | None:
    """Whether a change of status or date switches a law on or off."""
    if veld in ("status", "bronstatus"):
        aan = [wet.status == "in_werking" and wet.bronstatus != "concept" for wet in (oud, nieuw)]
        return aan[1] if aan[0] != aan[1] else None
    return None


def _leesbaar(waarde: object) -> str:
    return ", ".join(waarde) if isinstance(waarde, tuple) else "-" if waarde is None else str(waarde)


def _plafond(plafond: Plafond) -> str:
    delen = []
    for veld in fields(Plafond):
        waarde = getattr(plafond, veld.name)
        if waarde is True:
            delen.append(veld.name)
        elif waarde:
            namen = sorted("/".join(deel) if isinstance(deel, tuple) else deel or "-" for deel in waarde)
            delen.append(f"{veld.name} {', '.join(namen)}")
    return "; ".join(delen)
