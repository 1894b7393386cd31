"""An attacker who knows the algorithm and keeps everything that was ever published, tries to find small counts.

He lists every table that would have given exactly this publication. When only one value is left for a hidden
count, he has found it. He also subtracts: rows, columns and vintages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenhang.kernel.basis import Tekst
from samenhang.kernel.cijfers.berekening import Peiling, cijfers_van
from samenhang.kernel.cijfers.bescherming import DREMPEL, GEHEEL, Groepsbeeld, bescherm, publiceerbaar
from samenhang.kernel.scheme import INWONERS, Cel, Telgroep, Uitsplitsing
from samenhang.schemes.vroegsignalering.domain.indicatoren import INDICATOREN
from samenhang.schemes.vroegsignalering.domain.tellingen import TELGROEPEN

T = Tekst("x", "x")


def groep(aantal: int, onder: int = 0) -> Telgroep:
    """A group with one division into `aantal` classes, the first of them divided into `onder` parts."""
    delen = [Uitsplitsing("deel", T, tuple(Cel(f"c{n}", T) for n in range(aantal)))]
    if onder:
        delen.append(Uitsplitsing("onder", T, tuple(Cel(f"o{n}", T) for n in range(onder)), van="c0"))
    return Telgroep("g", T, tuple(delen))


def tabel(waarden: tuple[int, ...], onder: int = 0) -> dict[str, int]:
    rijen = {f"o{n}": waarde for n, waarde in enumerate(waarden[:onder])}
    cellen = (sum(waarden[:onder]), *waarden[onder:]) if onder else waarden
    rijen |= {f"c{n}": waarde for n, waarde in enumerate(cellen)}
    return rijen | {GEHEEL: sum(cellen)}


Sleutel = tuple[tuple[str, int | None], ...]


def sleutel(beeld: Groepsbeeld) -> Sleutel:
    return tuple(sorted(beeld.waarden.items()))


def alle_tabellen(vrij: int, hoogste: int, onder: int = 0) -> Iterator[dict[str, int]]:
    """Every table with a total up to `hoogste`: the list is complete, so the attacker misses none."""
    for waarden in product(range(hoogste + 1), repeat=vrij):
        if sum(waarden) <= hoogste:
            yield tabel(waarden, onder)


@pytest.mark.parametrize(
    "cellen, onder, hoogste",
    [(2, 0, 40), (3, 0, 24), (4, 0, 15), (5, 0, 11), (2, 2, 20), (3, 2, 14), (2, 3, 13)],
    ids=str,
)
def test_wie_alle_mogelijke_tabellen_naloopt_vindt_geen_klein_aantal(
    cellen: int, onder: int, hoogste: int
) -> None:
    g = groep(cellen, onder)
    past: dict[Sleutel, list[dict[str, int]]] = defaultdict(list)
    for rijen in alle_tabellen(cellen - 1 + onder if onder else cellen, hoogste, onder):
        past[sleutel(bescherm(g, rijen))].append(rijen)
    verborgen = 0
    for gezien, tabellen in past.items():
        for naam, waarde in gezien:
            assert waarde is None or waarde == 0 or waarde >= DREMPEL
            if waarde is None:
                verborgen += 1
                assert len({t[naam] for t in tabellen}) > 1, (gezien, tabellen)
    assert verborgen


@pytest.mark.parametrize("cellen, hoogste", [(2, 16), (3, 9)], ids=str)
def test_wie_twee_peildata_aftrekt_vindt_geen_klein_aantal_en_geen_klein_verschil(
    cellen: int, hoogste: int
) -> None:
    g = groep(cellen)
    past: dict[tuple[Sleutel, Sleutel], list[tuple[dict[str, int], dict[str, int]]]] = defaultdict(list)
    tabellen = list(alle_tabellen(cellen, hoogste))
    for oud in tabellen:
        eerste = bescherm(g, oud)
        for nieuw in tabellen:
            tweede = publiceerbaar(g, nieuw, [(oud, eerste)], {"deel"})
            if tweede is not None and len(tweede.waarden) > 1:
                past[sleutel(eerste), sleutel(tweede)].append((oud, nieuw))
    for (gezien, later_gezien), paren in past.items():
        for (naam, a), (_, b) in zip(gezien, later_gezien, strict=True):
            if a is not None and b is not None:
                assert a == b or abs(a - b) >= DREMPEL, (gezien, later_gezien)
            elif gezien[0][1] is not None:  # with a total there is something to subtract
                assert a is not None or b is None, "wat verborgen was, blijft verborgen"
            for welke, waarde in ((0, a), (1, b)):
                mogelijk = {paar[welke][naam] for paar in paren}
                if waarde is None and min(mogelijk) < DREMPEL and max(mogelijk) > 0:
                    assert len(mogelijk) > 1, (gezien, later_gezien, paren)


AANTAL = st.sampled_from((0, 0, 1, 2, 3, 4, 5, 6, 8, 13, 40))


@st.composite
def maand(draw: st.DrawFn) -> dict[str, dict[str, int]]:
    """Counts of a month for the groups of the scheme, divisions adding up as in real life."""
    geteld: dict[str, dict[str, int]] = {}
    for g in TELGROEPEN:
        hoofd, *rest = (u for u in g.uitsplitsingen if not u.van)
        rijen = {cel.naam: draw(AANTAL) for cel in hoofd.cellen}
        geheel = sum(rijen.values())
        rest += [u for u in g.uitsplitsingen if u.van]
        for deel in rest:
            over = rijen[deel.van] if deel.van else geheel
            for cel in deel.cellen[:-1]:
                rijen[cel.naam] = draw(st.integers(0, over))
                over -= rijen[cel.naam]
            rijen[deel.cellen[-1].naam] = over
        geteld[g.naam] = rijen | {GEHEEL: geheel}
    return geteld


def vergelijkingen(
    geteld: Mapping[str, Mapping[str, int]],
) -> Iterator[tuple[dict[tuple[str, str], int], int]]:
    """Every linear equation that the publication of a month gives: classes, totals, numerators, denominators."""
    beelden = {g.naam: bescherm(g, geteld[g.naam]) for g in TELGROEPEN}
    for g in TELGROEPEN:
        waarden = beelden[g.naam].waarden
        for naam, waarde in waarden.items():
            if waarde is not None:
                yield {(g.naam, naam): 1}, waarde
        for deel in g.uitsplitsingen:
            yield {(g.naam, cel.naam): 1 for cel in deel.cellen} | {(g.naam, deel.van or GEHEEL): -1}, 0
    peiling = Peiling(date(2026, 11, 1), beelden, 52_341)
    for c in cijfers_van(INDICATOREN, TELGROEPEN, date(2026, 10, 1), [peiling]):
        delen = [(c.indicator.teller, c.teller), (c.indicator.noemer, c.noemer)]
        if c.cel is not None:
            delen[0] = (type(c.indicator.teller)(c.indicator.teller.groep, (c.cel.naam,)), c.teller)
        for som, waarde in delen:
            if waarde is not None and som != INWONERS:
                assert waarde == 0 or waarde >= DREMPEL
                yield {(som.groep, naam): 1 for naam in som.cellen or (GEHEEL,)}, waarde


@settings(max_examples=60, deadline=None)
@given(maand())
def test_wie_alle_gepubliceerde_getallen_oplost_vindt_geen_verborgen_aantal(
    geteld: dict[str, dict[str, int]],
) -> None:
    per_groep: dict[str, list[tuple[dict[tuple[str, str], int], int]]] = defaultdict(list)
    for rij, uit in vergelijkingen(geteld):  # no equation joins two groups
        ((groep_, _), *_rest) = rij
        per_groep[groep_].append((rij, uit))
    for groep_, stelsel in per_groep.items():
        namen = sorted({naam for rij, _ in stelsel for naam in rij})
        rijen = [[Fraction(rij.get(naam, 0)) for naam in namen] + [Fraction(uit)] for rij, uit in stelsel]
        for plek, waarde in opgeloste(rijen):
            assert waarde == 0 or waarde >= DREMPEL, (namen[plek], waarde, geteld[groep_])


def opgeloste(rijen: list[list[Fraction]]) -> Iterator[tuple[int, int]]:
    """Gauss-Jordan over the fractions: the unknowns that the equations fix, with their values."""
    breedte, klaar = len(rijen[0]) - 1, 0
    for kolom in range(breedte):
        spil = next((n for n in range(klaar, len(rijen)) if rijen[n][kolom]), None)
        if spil is None:
            continue
        rijen[klaar], rijen[spil] = rijen[spil], rijen[klaar]
        deler = rijen[klaar][kolom]
        rijen[klaar] = [waarde / deler for waarde in rijen[klaar]]
        for n, rij in enumerate(rijen):
            if n != klaar and rij[kolom]:
                keer = rij[kolom]
                rijen[n] = [a - keer * b for a, b in zip(rij, rijen[klaar], strict=True)]
        klaar += 1
    for rij in rijen[:klaar]:
        plekken = [n for n, waarde in enumerate(rij[:-1]) if waarde]
        if len(plekken) == 1:
            assert rij[-1].denominator == 1
            yield plekken[0], int(rij[-1])


def test_de_aanvaller_kan_het_wel_wanneer_er_alleen_primair_is_verborgen() -> None:
    """The attack works: without secondary protection the same attacker finds the count."""
    rijen = [
        [Fraction(1), Fraction(1), Fraction(20)],  # the published total
        [Fraction(0), Fraction(1), Fraction(18)],  # the class that was not small
    ]
    assert (0, 2) in set(opgeloste(rijen))
