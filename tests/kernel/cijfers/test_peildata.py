"""An attacker who keeps every publication: each division has a vintage of its own, and no two of them may be subtracted.

He knows every total and class that was published at any vintage, and that classes add up to their total or to the
class that they divide. From that he solves what he can, and subtracts whatever he knows at two vintages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import combinations
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from samenhang.kernel.basis import Tekst
from samenhang.kernel.cijfers.bescherming import DREMPEL, GEHEEL
from samenhang.kernel.cijfers.vaststellen import publiceer
from samenhang.kernel.scheme import Cel, Telgroep, Uitsplitsing
from samenhang.schemes.vroegsignalering.domain.tellingen import TELGROEPEN
from tests.kernel.cijfers.test_aanval import maand, opgeloste

T = Tekst("x", "x")
OKTOBER = date(2026, 10, 1)
DAGEN = (date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1))
Publicaties = list[Mapping[str, int | None]]


def publicaties(groep: Telgroep, tellingen: Sequence[Mapping[str, int]]) -> Publicaties:
    """What is published of October at each vintage, as the register does it; empty when nothing is."""
    rijen: list[Any] = []
    for dag, geteld in zip(DAGEN, tellingen, strict=False):
        uit = publiceer([groep], OKTOBER, dag, {groep.naam: geteld}, rijen)
        rijen.append(SimpleNamespace(peildatum=dag, tellingen={groep.naam: geteld}, gepubliceerd=uit))
    return [rij.gepubliceerd.get(groep.naam, {}) for rij in rijen]


def wat_hij_weet(groep: Telgroep, waarden: Mapping[str, int | None]) -> dict[str, int]:
    """Every total and class that follows from one publication."""
    namen = list(waarden)
    rijen = [
        [Fraction(naam == ander) for ander in namen] + [Fraction(waarde)]
        for naam, waarde in waarden.items()
        if waarde is not None
    ]
    delen = [deel for deel in groep.uitsplitsingen if deel.cellen[0].naam in waarden]
    for deel in delen:
        klassen = {cel.naam for cel in deel.cellen}
        heel = deel.van or GEHEEL
        rijen.append([Fraction((naam in klassen) - (naam == heel)) for naam in namen] + [Fraction(0)])
    return {namen[plek]: waarde for plek, waarde in (opgeloste(rijen) if rijen else ())}


def samen(groep: Telgroep, weet: Sequence[Mapping[str, int]]) -> Iterator[tuple[str, list[int]]]:
    """Per division what he knows at each vintage of the classes together that are hidden at one of them."""
    for deel in groep.uitsplitsingen:
        heel, namen = deel.van or GEHEEL, [cel.naam for cel in deel.cellen]
        weg = {naam for bekend in weet for naam in namen if naam not in bekend}
        if weg and all(heel in bekend for bekend in weet):
            over = [naam for naam in namen if naam not in weg]
            yield deel.naam, [bekend[heel] - sum(bekend[naam] for naam in over) for bekend in weet]


def lek(groep: Telgroep, gezien: Publicaties) -> tuple[str, int] | None:
    """The first small count, or small difference between two vintages, that he finds."""
    weet = [wat_hij_weet(groep, waarden) for waarden in gezien]
    for bekend in weet:
        for naam, waarde in bekend.items():
            if 0 < waarde < DREMPEL:
                return naam, waarde
    for een, twee in combinations(weet, 2):
        los = [(naam, [een[naam], twee[naam]]) for naam in een.keys() & twee.keys()]
        for naam, (eerst, later) in [*los, *samen(groep, [een, twee])]:
            if 0 < abs(later - eerst) < DREMPEL:
                return naam, later - eerst
    return None


@settings(max_examples=120, deadline=None)
@given(maand(), maand(), st.sampled_from(TELGROEPEN), st.lists(st.integers(0, 7), min_size=2, max_size=2))
def test_wie_alle_publicaties_bewaart_vindt_geen_klein_aantal_en_geen_klein_verschil(
    eerste: dict[str, dict[str, int]], laatste: dict[str, dict[str, int]], groep: Telgroep, erbij: list[int]
) -> None:
    """Three vintages: something else altogether, or what was there with a few more or a few moved."""
    oud = eerste[groep.naam]
    tellingen = [
        oud,
        groei(oud, groep, erbij[0]),
        laatste[groep.naam] if erbij[1] > 5 else groei(oud, groep, erbij[1]),
    ]
    gezien = publicaties(groep, tellingen)
    assert lek(groep, gezien) is None, gezien


def groei(oud: Mapping[str, int], groep: Telgroep, aantal: int) -> dict[str, int]:
    """The same month with so many more, in the largest class of each division; with none, two that moved over."""
    nieuw = dict(oud)
    nieuw[GEHEEL] += aantal
    for deel in sorted(groep.uitsplitsingen, key=lambda deel: bool(deel.van)):
        cellen = sorted((cel.naam for cel in deel.cellen), key=lambda naam: -nieuw[naam])
        erbij = nieuw[deel.van or GEHEEL] - sum(nieuw[naam] for naam in cellen)
        if aantal == 0 and not deel.van:
            weg = min(2, nieuw[cellen[0]])
            nieuw[cellen[0]] -= weg
            erbij += weg
            cellen.append(cellen.pop(0))
        for naam in cellen:
            stap = max(erbij, -nieuw[naam])
            nieuw[naam] += stap
            erbij -= stap
        assert erbij == 0
    return nieuw


TWEE = Telgroep(
    "g",
    T,
    (
        Uitsplitsing("een", T, (Cel("a", T), Cel("b", T))),
        Uitsplitsing("twee", T, (Cel("c", T), Cel("d", T))),
        Uitsplitsing("onder_a", T, (Cel("e", T), Cel("f", T)), van="a"),
    ),
)


def telling(a: int, b: int, c: int, d: int, e: int) -> dict[str, int]:
    assert a + b == c + d
    return {GEHEEL: a + b, "a": a, "b": b, "c": c, "d": d, "e": e, "f": a - e}


def test_een_uitsplitsing_heeft_haar_eigen_peildatum() -> None:
    """Three move between a and b, nothing between c and d: the second division goes on, the first waits."""
    _, later = publicaties(TWEE, [telling(20, 20, 10, 30, 10), telling(23, 17, 10, 30, 10)])
    assert set(later) == {GEHEEL, "c", "d"}
    _, _, slot = publicaties(
        TWEE, [telling(20, 20, 10, 30, 10), telling(23, 17, 10, 30, 10), telling(26, 14, 10, 30, 16)]
    )
    assert set(slot) == {GEHEEL, "a", "b", "c", "d", "e", "f"}


def test_twee_uitsplitsingen_van_verschillende_dagen_geven_geen_klein_verschil_van_hun_totaal() -> None:
    """b is three more; c and d would each be publishable by themselves, but they add up to the new total."""
    _, later = publicaties(TWEE, [telling(20, 20, 10, 30, 10), telling(20, 23, 18, 25, 10)])
    assert later == {}


def test_ook_met_een_eerdere_dag_dan_de_laatste_is_er_geen_klein_verschil() -> None:
    """Six more, then five fewer: each step is large, and the first and third day differ by one."""
    _, tweede, derde = publicaties(
        TWEE, [telling(20, 20, 10, 30, 10), telling(20, 26, 10, 36, 10), telling(20, 21, 10, 31, 10)]
    )
    assert tweede["b"] == 26
    assert derde == {}


def test_een_deel_van_een_klasse_verklapt_de_klasse_niet() -> None:
    """a went from 20 to 22 and waits; e and f moved by 7 and -5 and would add up to it, so they wait too."""
    _, later = publicaties(TWEE, [telling(20, 20, 10, 30, 10), telling(22, 18, 10, 30, 17)])
    assert {"c", "d"} <= set(later)
    assert not {"a", "e", "f"} & set(later)


def test_wat_verborgen_is_verschilt_ook_samen_niet_een_beetje() -> None:
    """The total is five more and a six more, so the hidden b and c are one less together."""
    groep = Telgroep("g", T, (Uitsplitsing("een", T, tuple(Cel(naam, T) for naam in "abc")),))
    eerst, later = publicaties(
        groep, [{GEHEEL: 52, "a": 40, "b": 2, "c": 10}, {GEHEEL: 57, "a": 46, "b": 2, "c": 9}]
    )
    assert (eerst["a"], eerst["b"], eerst["c"]) == (40, None, None)
    assert later == {GEHEEL: 57}


def test_de_aanvaller_vindt_wat_zonder_deze_regels_zou_staan() -> None:
    """The attack works: the same publications without the rules give the small difference away."""
    los: Publicaties = [{GEHEEL: 40, "a": 20, "b": 20}, {GEHEEL: 43, "c": 18, "d": 25}]
    assert lek(TWEE, los) == (GEHEEL, 3)


def test_een_maand_die_loopt_is_er_niet_en_wat_nog_rijpt_ook_niet() -> None:
    groep = Telgroep(
        "g", T, (TWEE.uitsplitsingen[0], Uitsplitsing("twee", T, TWEE.uitsplitsingen[1].cellen, rijpt=1))
    )
    geteld = {"g": telling(20, 20, 10, 30, 10)}
    assert publiceer([groep], OKTOBER, date(2026, 10, 31), geteld, []) == {}
    assert set(publiceer([groep], OKTOBER, date(2026, 11, 1), geteld, [])["g"]) == {GEHEEL, "a", "b"}
    assert set(publiceer([groep], OKTOBER, date(2026, 12, 1), geteld, [])["g"]) == {
        GEHEEL,
        "a",
        "b",
        "c",
        "d",
    }


def test_een_deel_rijpt_niet_eerder_dan_zijn_klasse() -> None:
    for groep in TELGROEPEN:
        for deel in groep.uitsplitsingen:
            if deel.van:
                (ouder,) = (u for u in groep.uitsplitsingen if deel.van in {cel.naam for cel in u.cellen})
                assert deel.rijpt >= ouder.rijpt, deel.naam
