"""What other rules would have made of the past month: by count and by list, and nothing about whose it was."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering.domain.beleidsregels import STANDAARD, Beleidsregels, Opvolgregel
from samenhang.schemes.vroegsignalering.domain.opvolging import Gegeven
from samenhang.schemes.vroegsignalering.domain.terugblik import (
    Bekeken,
    Grenzen,
    Lot,
    Terugblik,
    Verandering,
    kijk_terug,
    maand_eerder,
)

SINDS = date(2026, 10, 24)
ZONDER = Grenzen()


def signaal(
    nummer: int = 1, *, persoon: str = "", grenzen: Grenzen = ZONDER, meetelt: bool = True, **anders: Any
) -> Bekeken:
    gegeven = Gegeven("E-1", "noordlicht", "energie", "eerste", Bedrag(9_000), date(2026, 11, 10))
    wie = persoon or f"p{nummer}"
    return Bekeken(
        replace(gegeven, signaal_id=f"E-{nummer}", **anders), wie, f"huis van {wie}", date(2026, 11, 11), date(2026, 9, 28), grenzen, meetelt
    )  # fmt: skip


def blik(nieuw: Beleidsregels, *signalen: Bekeken) -> Terugblik:
    return kijk_terug(signalen, STANDAARD, nieuw, SINDS, standaardkalender())


def loten(uit: Terugblik) -> list[tuple[str, str]]:
    return [(rij.was.wat, rij.wordt.wat) for rij in uit.lijst]


@pytest.mark.parametrize(
    ("anders", "soort", "verwacht"),
    [
        ({"drempel": Bedrag(10_000)}, {}, [("5", "onterecht")]),
        ({"drempel": Bedrag(9_000)}, {}, []),
        ({"drempel": Bedrag(10_000)}, {"dreiging": "afsluiting", "datum_dreiging": date(2027, 3, 1)}, []),
        ({"drempel": Bedrag(10_000)}, {"grenzen": Grenzen(drempel=Bedrag(5_000))}, []),
        ({"minimum_dagen": 60}, {}, [("5", "venster")]),
        ({"minimum_dagen": 60}, {"soort_signaal": "einde_levering"}, []),
        ({"minimum_dagen": 60}, {"grenzen": Grenzen(minimum_dagen=14)}, []),
        ({"maximum_dagen": {"energie": 40}}, {}, [("5", "venster")]),
        ({"huurgrens": Bedrag(8_000)}, {"partner_soort": "huur"}, [("5", "3")]),
        ({"spoed_werkdagen": 40}, {"dreiging": "afsluiting", "datum_dreiging": date(2027, 1, 4)}, [("2", "1")]),
    ],
)  # fmt: skip
def test_een_regel_die_verandert_wijst_aan_wat_anders_was_gegaan(
    anders: dict[str, Any], soort: dict[str, Any], verwacht: list[tuple[str, str]]
) -> None:
    assert loten(blik(replace(STANDAARD, **anders), signaal(**soort))) == verwacht


def test_herhaald_en_opeenvolgend_kijken_zo_ver_terug_als_de_regels_zeggen() -> None:
    eerder = signaal(1, persoon="p", datum_signaal=date(2026, 7, 10), meetelt=False)
    nu = signaal(2, persoon="p")
    korter = blik(replace(STANDAARD, terugkijk_maanden=2), eerder, nu)
    assert (loten(korter), korter.signalen) == ([("herhaald", "5")], 1)
    hoger = replace(nu, gegeven=replace(nu.gegeven, bedrag=Bedrag(9_001)))
    assert loten(blik(replace(STANDAARD, terugkijk_maanden=2), eerder, hoger)) == [("4", "5")]


def test_huisgenoten_tellen_als_een_melding_en_een_kortere_streefdatum_is_ook_anders() -> None:
    een = signaal(1)
    ander = replace(signaal(2, partner="bron", partner_soort="water"), huis=een.huis)
    tabel = tuple(
        Opvolgregel(r.klasse, r.route, 5 if r.klasse == 3 else r.werkdagen, r.kanalen)
        for r in STANDAARD.opvolging
    )
    uit = blik(replace(STANDAARD, opvolging=tabel), een, ander)
    assert loten(uit) == [("3", "3"), ("3", "3")]
    assert {(rij.was.werkdagen, rij.wordt.werkdagen) for rij in uit.lijst} == {(10, 5)}


def test_de_lijst_zegt_niet_van_wie_zij_is() -> None:
    assert {deel.name for deel in fields(Verandering)} == {"partner_soort", "soort_signaal", "dreiging", "bedrag", "was", "wordt"}  # fmt: skip
    assert {deel.name for deel in fields(Lot)} == {"wat", "werkdagen"}


def test_niets_verandert_wordt_ook_gezegd() -> None:
    uit = blik(STANDAARD, signaal())
    assert uit.zinnen() == [
        Tekst(
            "Voor geen van de 1 signalen van de afgelopen maand verandert er iets.",
            "For none of the 1 signals of the past month does anything change.",
        )
    ]
    assert uit.telling == ((Tekst("groep 5", "group 5"), 1, 1),)


@given(st.lists(st.tuples(st.integers(1, 20_000), st.integers(0, 4)), max_size=12), st.integers(0, 10_000))
def test_elk_signaal_krijgt_een_lot_en_hoe_zij_binnenkomen_maakt_niet_uit(
    rijen: list[tuple[int, int]], drempel: int
) -> None:
    signalen = [signaal(n, persoon=f"p{wie}", bedrag=Bedrag(centen)) for n, (centen, wie) in enumerate(rijen)]
    nieuw = replace(STANDAARD, drempel=Bedrag(drempel))
    heen, terug = blik(nieuw, *signalen), blik(nieuw, *reversed(signalen))
    assert sum(heen.was.values()) == sum(heen.wordt.values()) == heen.signalen == len(signalen)
    assert (heen.was, heen.wordt, sorted(loten(heen))) == (terug.was, terug.wordt, sorted(loten(terug)))


def test_een_maand_eerder() -> None:
    assert maand_eerder(date(2026, 11, 24)) == date(2026, 10, 24)
    assert maand_eerder(date(2026, 1, 31)) == date(2025, 12, 28)
