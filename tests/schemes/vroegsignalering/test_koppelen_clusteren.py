"""From pairs to persons: what holds whatever the pairs are."""

from __future__ import annotations

import random
from datetime import date, timedelta

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from samenhang.schemes.vroegsignalering.koppelen.clusteren import (
    AFTREK_VETO,
    ZEKER_OORDEEL,
    Paar,
    clusteer,
    dagen_strijdig,
)
from samenhang.schemes.vroegsignalering.koppelen.gewichten import laad_gewichten
from samenhang.schemes.vroegsignalering.koppelen.vergelijkingen import PERSOON, SCHEELT
from samenhang.schemes.vroegsignalering.koppelen.vragen import ALTIJD, Vraag, kies, schrijf

dagen = st.dates(date(1930, 1, 1), date(2008, 12, 31))


def test_een_slechte_band_plakt_geen_gezinnen_aan_elkaar() -> None:
    """1-2 and 3-4 are one person each; 2-3 looks strong, but all other evidence is against."""
    sterk = [Paar(1, 2, 600), Paar(3, 4, 600), Paar(2, 3, 300)]
    zwak = [Paar(1, 3, -400), Paar(1, 4, -400), Paar(2, 4, -400)]
    uit = clusteer(sterk, zwak, {}, 0)
    assert uit.groep(1) == uit.groep(2) != uit.groep(3) == uit.groep(4)
    assert [(p.a, p.b) for p in uit.twijfel] == [(2, 3)]


def test_een_veto_houdt_twee_clusters_apart() -> None:
    uit = clusteer([Paar(1, 2, 600), Paar(2, 3, 500)], [Paar(1, 3, 900, veto=True)], {}, 0)
    assert uit.groep(1) == uit.groep(2) != uit.groep(3)
    assert [(p.a, p.b, p.veto) for p in uit.twijfel] == [(1, 3, True)]


def test_over_een_veto_beslist_een_mens_als_veel_anders_klopt_en_anders_blijft_het_apart() -> None:
    grens = AFTREK_VETO + 20
    assert not clusteer([], [Paar(1, 2, grens - 1, veto=True)], {}, 20).twijfel
    assert clusteer([], [Paar(1, 2, grens, veto=True)], {}, 20).twijfel
    assert not clusteer([], [Paar(1, 2, 900), Paar(1, 2, -ZEKER_OORDEEL, veto=True)], {}, 20).twijfel


def test_een_oordeel_gaat_voor_strijdige_geboortedatums_en_een_veto() -> None:
    """A person joined 2 and 3; who fits one of the two birth dates still joins, who fits neither does not."""
    geboren = {1: date(1955, 2, 3), 2: date(1955, 2, 3), 3: date(1988, 7, 9), 4: date(1971, 5, 21)}
    sterk = [Paar(2, 3, ZEKER_OORDEEL), Paar(1, 2, 600), Paar(3, 4, 500)]
    uit = clusteer(sterk, [Paar(1, 3, 50, veto=False)], geboren, 0)
    assert uit.groep(1) == uit.groep(2) == uit.groep(3) != uit.groep(4)
    ook_ontkend = [Paar(1, 3, -ZEKER_OORDEEL, veto=True)]
    uit = clusteer(sterk, ook_ontkend, geboren, 0)
    assert uit.groep(2) == uit.groep(3) != uit.groep(1)


def gesteld(vragen: list[Vraag], signalen: int) -> list[int]:
    """The sums of the questions that are asked of so many signals, in order."""
    with duckdb.connect() as verbinding:
        schrijf(verbinding, "te_vragen", vragen)
        kies(verbinding, signalen)
        return [som for (som,) in verbinding.execute("SELECT som FROM open_paar ORDER BY plek").fetchall()]


def test_van_te_veel_vragen_worden_de_nuttigste_gesteld() -> None:
    vragen = [Vraag(n, n + 1, n, 1, n, ("som",)) for n in range(1, 200)]
    assert gesteld(vragen, 5_000) == list(range(199, 160, -1))
    assert len(gesteld(vragen, 100)) == ALTIJD
    assert gesteld([], 100) == []


def test_een_vraag_die_meer_herstelt_gaat_voor_en_een_veto_maakt_minder_zeker() -> None:
    een, drie = Vraag(1, 2, 150, 1, 150, ("som",)), Vraag(3, 4, 120, 3, 360, ("som",))
    assert een.zekerheid > drie.zekerheid
    assert gesteld([een, drie], 100) == [120, 150]
    veto = Vraag(5, 6, 600, 1, 600, ("geboortedatums_strijdig",), aftrek=300)
    assert veto.zekerheid < Vraag(5, 6, 600, 1, 600, ("som",)).zekerheid
    tegengesproken = Vraag(7, 8, 150, 2, 150 - 400, ("som",))
    assert tegengesproken.zekerheid < een.zekerheid, "another pair of the two speaks against it"


def test_strijdige_geboortedatums_in_een_keten_zonder_datum_worden_gevraagd() -> None:
    geboren = {1: date(1955, 2, 3), 3: date(1988, 7, 9)}
    uit = clusteer([Paar(1, 2, 400), Paar(2, 3, 390)], [], geboren, 0)
    assert len({uit.groep(n) for n in (1, 2, 3)}) == 3
    assert {(p.a, p.b) for p in uit.twijfel} == {(1, 2), (2, 3)}


def test_een_record_verhuist_van_een_cluster_dat_het_tegenspreekt() -> None:
    sterk = [Paar(1, 2, 500), Paar(2, 3, 450), Paar(1, 4, 200)]
    zwak = [Paar(3, 4, -900), Paar(2, 4, 700, open_=True)]
    uit = clusteer(sterk, zwak, {}, 0)
    assert uit.groep(1) == uit.groep(2) == uit.groep(3)
    assert uit.groep(4) == 4 or uit.groep(4) == uit.groep(1)


@st.composite
def stellen(draw: st.DrawFn) -> tuple[list[Paar], list[Paar], dict[int, date]]:
    paren = {(a, b) for a, b in draw(st.sets(st.tuples(st.integers(1, 12), st.integers(1, 12)))) if a < b}
    sterk, zwak = [], []
    for a, b in sorted(paren):
        som = draw(st.integers(-900, 900))
        soort = draw(st.sampled_from(("gewoon", "gewoon", "veto", "open")))
        if som >= 110 and soort == "gewoon":
            sterk.append(Paar(a, b, som))
        else:
            zwak.append(Paar(a, b, som, soort == "veto", soort == "open"))
    geboren = {
        n: date(1980, 3, 4) + timedelta(days=n % 3 * 5001) for n in range(1, 13) if draw(st.booleans())
    }
    return sterk, zwak, geboren


@settings(max_examples=60, deadline=None)
@given(stellen(), st.randoms(use_true_random=False))
def test_geen_veto_binnen_een_persoon_en_geen_invloed_van_volgorde(
    stel: tuple[list[Paar], list[Paar], dict[int, date]], lot: random.Random
) -> None:
    sterk, zwak, geboren = stel
    uit = clusteer(sterk, zwak, geboren, 0)
    for paar in zwak:
        assert not paar.veto or uit.groep(paar.a) != uit.groep(paar.b)
    for a in geboren:
        for b in geboren:
            assert uit.groep(a) != uit.groep(b) or not dagen_strijdig(geboren[a], geboren[b])
    geschud = [*sterk], [*zwak]
    lot.shuffle(geschud[0])
    lot.shuffle(geschud[1])
    weer = clusteer(*geschud, geboren, 0)
    assert dict(weer.van) == dict(uit.van)
    assert {(p.a, p.b) for p in weer.twijfel} == {(p.a, p.b) for p in uit.twijfel}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(dagen, dagen), min_size=1, max_size=15))
def test_strijdige_geboortedatums_zijn_in_python_en_sql_hetzelfde(paren: list[tuple[date, date]]) -> None:
    vergelijking = next(v for v in PERSOON.vergelijkingen if v.naam == "geboortedatum")
    anders = len(vergelijking.niveaus) - 1
    dag = "?::DATE AS geboortedatum, strftime(?::DATE, '%Y%m%d') AS cijfers, (year(?::DATE) + month(?::DATE) + day(?::DATE)) % 9 AS negenrest"
    verbinding = duckdb.connect()
    for links, rechts in paren:
        (niveau,) = verbinding.execute(
            f"SELECT {vergelijking.sql()} FROM (SELECT {dag}) x, (SELECT {dag}) y, LATERAL (SELECT {SCHEELT} AS scheelt) p",
            [links] * 5 + [rechts] * 5,
        ).fetchone() or (None,)
        assert (niveau == anders) == dagen_strijdig(links, rechts)
    verbinding.close()


def test_elk_niveau_heeft_een_gewicht_en_een_patroon_is_terug_te_lezen() -> None:
    gewichten = laad_gewichten().persoon
    for vergelijking in PERSOON.vergelijkingen:
        assert set(gewichten.niveaus[vergelijking.naam]) == {n.naam for n in vergelijking.niveaus}
    patroon, maal, verwacht = 0, 1, {}
    for plek, vergelijking in enumerate(PERSOON.vergelijkingen):
        keuze = plek % len(vergelijking.niveaus)
        patroon += maal * keuze
        maal *= len(vergelijking.niveaus)
        verwacht[vergelijking.naam] = vergelijking.niveaus[keuze].naam
    assert PERSOON.ontleed(patroon) == verwacht
    assert maal < 2**62
    posten = gewichten.posten(patroon)
    assert gewichten.bewijs(patroon).som == gewichten.basis + sum(gewicht for _, _, gewicht in posten)
