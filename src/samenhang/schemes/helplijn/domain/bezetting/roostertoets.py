"""Which rules a roster breaks, and why a shift stays empty: without an engine, for every roster and every change. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.helplijn.domain.bezetting.ploeg import Medewerker, Plek, Roostervraag
from samenhang.schemes.helplijn.domain.bezetting.tijd import DAGEN
from samenhang.schemes.helplijn.domain.bezetting.vraag import maandag

Toewijzing = frozenset[tuple[int, int]]
"""Pairs (number of a person, number of a place)."""


def te_kort(een: Plek, ander: Plek, rust: int) -> bool:
    """Whether too few hours of rest lie between a shift and one on a later day."""
    return een.datum < ander.datum and ander.begin - een.einde < rust * 60


def rust_van(vraag: Roostervraag, mens: Medewerker) -> int:
    """Hours of rest that somebody has between two shifts."""
    return max(vraag.regels.rust, mens.rust)


def keur(vraag: Roostervraag, toewijzing: Iterable[tuple[int, int]]) -> tuple[Tekst, ...]:
    """Every rule that a roster breaks; it knows no engine."""
    uit = []
    per_mens: dict[int, list[Plek]] = defaultdict(list)
    vol: Counter[int] = Counter()
    for wie, nr in toewijzing:
        per_mens[wie].append(vraag.plekken[nr])
        vol[nr] += 1
    uit += [Tekst(f"{vraag.plekken[nr].datum}: te veel mensen", f"{vraag.plekken[nr].datum}: too many people") for nr in vol if vol[nr] > vraag.plekken[nr].mensen]  # fmt: skip
    for wie, plekken in per_mens.items():
        mens, rij = vraag.mensen[wie], sorted(plekken, key=lambda p: p.begin)
        if not all(mens.kan(plek.datum, plek.dienst) for plek in rij):
            uit.append(Tekst(f"{mens.id}: niet beschikbaar", f"{mens.id}: not available"))
        if len({plek.datum for plek in rij}) < len(rij):
            uit.append(Tekst(f"{mens.id}: twee diensten op een dag", f"{mens.id}: two shifts on a day"))
        rust = rust_van(vraag, mens)
        if any(b.begin - a.einde < rust * 60 for a, b in pairwise(rij)):
            uit.append(Tekst(f"{mens.id}: minder dan {rust} uur rust", f"{mens.id}: less than {rust} hours of rest"))  # fmt: skip
        for week in {maandag(plek.datum) for plek in rij}:
            deze = [plek for plek in rij if maandag(plek.datum) == week]
            if len(deze) > vraag.regels.dagen:
                uit.append(Tekst(f"{mens.id}: meer dan {vraag.regels.dagen} dagen", f"{mens.id}: more than {vraag.regels.dagen} days"))  # fmt: skip
            if sum(plek.dienst.betaald for plek in deze) > 2 * mens.contract:
                uit.append(Tekst(f"{mens.id}: meer dan {mens.contract} uur", f"{mens.id}: more than {mens.contract} hours"))  # fmt: skip
    return tuple(uit)


def waarom_leeg(vraag: Roostervraag, toewijzing: Toewijzing) -> dict[int, Tekst]:
    """For each shift with an empty place, by its number: why nobody else can take it, counted over everybody."""
    op: Counter[int] = Counter(nr for _, nr in toewijzing)
    uit = {}
    for nr, plek in enumerate(vraag.plekken):
        if op[nr] == plek.mensen:
            continue
        redenen: Counter[str] = Counter()
        for wie, mens in enumerate(vraag.mensen):
            if (wie, nr) not in toewijzing:
                redenen[_waarom_niet(vraag, toewijzing, wie, mens, plek)] += 1
        uit[nr] = Tekst(*(", ".join(f"{aantal} {REDENEN[reden].in_taal(taal)}" for reden, aantal in redenen.most_common()) for taal in ("nl", "en")))  # fmt: skip
    return uit


def uitleg(plek: Plek, leeg: int, waarom: Tekst) -> Tekst:
    """A shift with empty places in a sentence."""
    dag = f"{DAGEN[plek.datum.weekday()]} {plek.datum} {plek.dienst.naam}"
    return Tekst(f"{dag}: {leeg} van {plek.mensen} plaatsen leeg. Van wie er niet werkt: {waarom.nl}.", f"{dag}: {leeg} of {plek.mensen} places empty. Of those who do not work it: {waarom.en}.")  # fmt: skip


REDENEN: Final = {
    "afwezig": Tekst("afwezig", "absent"),
    "niet_beschikbaar": Tekst("dan niet beschikbaar", "not available then"),
    "werkt_al": Tekst("met een andere dienst die dag", "with another shift that day"),
    "rust": Tekst("met te weinig rust ervoor of erna", "with too little rest before or after"),
    "dagen": Tekst("met al vijf dagen", "with five days already"),
    "contract": Tekst("met te weinig contracturen over", "with too few contract hours left"),
    "kan": Tekst("alleen ten koste van een andere dienst", "only at the cost of another shift"),
}


def _waarom_niet(vraag: Roostervraag, toewijzing: Toewijzing, wie: int, mens: Medewerker, plek: Plek) -> str:
    if plek.datum in mens.afwezig:
        return "afwezig"
    if not mens.kan(plek.datum, plek.dienst):
        return "niet_beschikbaar"
    werkt = [vraag.plekken[nr] for ander, nr in toewijzing if ander == wie]
    if any(ander.datum == plek.datum for ander in werkt):
        return "werkt_al"
    if any(te_kort(een, ander, rust_van(vraag, mens)) for andere in werkt for een, ander in ((andere, plek), (plek, andere))):  # fmt: skip
        return "rust"
    week = [ander for ander in werkt if maandag(ander.datum) == maandag(plek.datum)]
    if len(week) >= vraag.regels.dagen:
        return "dagen"
    if sum(ander.dienst.betaald for ander in week) + plek.dienst.betaald > 2 * mens.contract:
        return "contract"
    return "kan"
