"""The tree against an oracle of another hand, and against itself: grown in any pieces, proofs that hold and that do not."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymerkle import InmemoryTree, verify_inclusion

from samenhang.kernel.zegel.domain import boom

REGELS = [f"regel {n}".encode() for n in range(600)]
BLADEN = [boom.blad(regel) for regel in REGELS]


def lees_van(bladen: list[bytes]) -> boom.Lees:
    """A store of leaves and kept subtrees, as the database is one."""
    takken = {(h, n): x for h, n, x in boom.groei([], 0, bladen)[1]}

    def lees(hoogte: int, begin: int, einde: int) -> list[bytes]:
        return [takken[hoogte, n] for n in range(begin, einde)] if hoogte else bladen[begin:einde]

    return lees


LEES = lees_van(BLADEN)


def test_de_wortels_zijn_die_van_pymerkle() -> None:
    orakel = InmemoryTree(algorithm="sha256")
    rand: boom.Rand = []
    for nummer, regel in enumerate(REGELS[:130]):
        orakel.append_entry(regel)
        rand, _ = boom.groei(rand, nummer, [boom.blad(regel)])
        assert boom.wortel(rand) == orakel.get_root(nummer + 1)
        assert boom.wortel_bij(LEES, nummer + 1) == boom.wortel(rand)
    assert boom.wortel([]) == sha256(b"").digest()


def test_de_bewijzen_van_pymerkle_kloppen_volgens_ons() -> None:
    orakel = InmemoryTree(algorithm="sha256")
    for regel in REGELS[:70]:
        orakel.append_entry(regel)
    for omvang in (1, 2, 7, 8, 33, 64, 70):
        for nummer in range(omvang):
            pad = boom.insluiting(LEES, nummer, omvang)
            hunne = orakel.prove_inclusion(nummer + 1, omvang)
            assert pad == [bytes(deel) for deel in hunne.path][1:]
            verify_inclusion(BLADEN[nummer], orakel.get_root(omvang), hunne)
            assert boom.ingesloten(BLADEN[nummer], nummer, omvang, pad, orakel.get_root(omvang))


def test_een_voortzetting_verbindt_de_wortels_van_pymerkle() -> None:
    orakel = InmemoryTree(algorithm="sha256")
    for regel in REGELS[:40]:
        orakel.append_entry(regel)
    for nieuw in (2, 7, 16, 33, 40):
        for oud in range(1, nieuw):
            ons = boom.voortzetting(LEES, oud, nieuw)
            assert boom.voortgezet(oud, nieuw, ons, orakel.get_root(oud), orakel.get_root(nieuw))


def test_de_voorbeelden_van_rfc_6962() -> None:
    """§2.1.3: the tree of seven leaves."""
    a, b, c, d, e, f, j = BLADEN[:7]
    g, h, i = boom.knoop(a, b), boom.knoop(c, d), boom.knoop(e, f)
    k, links = boom.knoop(g, h), boom.knoop(i, j)
    assert boom.insluiting(LEES, 0, 7) == [b, h, links]
    assert boom.insluiting(LEES, 3, 7) == [c, g, links]
    assert boom.insluiting(LEES, 4, 7) == [f, j, k]
    assert boom.insluiting(LEES, 6, 7) == [i, k]
    assert boom.voortzetting(LEES, 3, 7) == [c, d, g, links]
    assert boom.voortzetting(LEES, 4, 7) == [links]
    assert boom.voortzetting(LEES, 6, 7) == [i, j, k]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 300), max_size=6))
def test_in_welke_stukken_ook_gegroeid_het_is_dezelfde_boom(stukken: list[int]) -> None:
    rand: boom.Rand = []
    takken, omvang = [], 0
    for stuk in stukken:
        erbij = BLADEN[omvang : min(omvang + stuk, len(BLADEN))]
        rand, nieuw = boom.groei(rand, omvang, erbij)
        takken += nieuw
        omvang += len(erbij)
    heel, hele_takken = boom.groei([], 0, BLADEN[:omvang])
    assert boom.wortel(rand) == boom.wortel(heel)
    assert takken == hele_takken


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_een_bewijs_klopt_en_met_een_bit_anders_niet(data: st.DataObject) -> None:
    nieuw = data.draw(st.integers(1, 600))
    nummer, oud = data.draw(st.integers(0, nieuw - 1)), data.draw(st.integers(1, nieuw))
    wortel, wortel_oud = boom.wortel_bij(LEES, nieuw), boom.wortel_bij(LEES, oud)
    pad, brug = boom.insluiting(LEES, nummer, nieuw), boom.voortzetting(LEES, oud, nieuw)
    assert boom.ingesloten(BLADEN[nummer], nummer, nieuw, pad, wortel)
    assert boom.voortgezet(oud, nieuw, brug, wortel_oud, wortel)
    for bewijs in (pad, brug):
        if not bewijs:
            continue
        plek = data.draw(st.integers(0, len(bewijs) - 1))
        bewijs[plek] = bytes([bewijs[plek][0] ^ 1]) + bewijs[plek][1:]
    if pad:
        assert not boom.ingesloten(BLADEN[nummer], nummer, nieuw, pad, wortel)
        assert not boom.ingesloten(BLADEN[nummer], nummer, nieuw, pad[1:], wortel)
    if brug:
        assert not boom.voortgezet(oud, nieuw, brug, wortel_oud, wortel)
    assert not boom.ingesloten(b"x" * 32, nummer, nieuw, boom.insluiting(LEES, nummer, nieuw), wortel)


def test_wat_niet_kan_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="blad 5"):
        boom.insluiting(LEES, 5, 5)
    with pytest.raises(ValueError, match="geen begin"):
        boom.voortzetting(LEES, 6, 5)
    assert not boom.ingesloten(BLADEN[0], 3, 3, [], BLADEN[0])
    assert not boom.voortgezet(6, 5, [], BLADEN[0], BLADEN[0])
    assert boom.voortgezet(0, 5, [], boom.LEEG, boom.wortel_bij(LEES, 5))
    assert not boom.voortgezet(0, 5, [BLADEN[0]], boom.LEEG, boom.wortel_bij(LEES, 5))
    assert not boom.voortgezet(5, 5, [], BLADEN[0], BLADEN[1])
    assert not boom.voortgezet(3, 5, [], BLADEN[0], BLADEN[1])
