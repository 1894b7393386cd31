"""Consent: which answer holds, who may give it and until when. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.rechten.domain.toestemming import ELK, Woord, geldend, laatste_dag, leeftijd
from samenhang.kernel.rechten.feiten import Vastgelegd, strengste
from samenhang.kernel.toegang.instemming import Door

NU = datetime(2026, 11, 24, 8, tzinfo=UTC)
DAG = NU.date()


def woord(gegeven: bool = True, dagen: int = 1, **anders: object) -> Woord:
    velden: dict[str, object] = {"doel": "plan", "aan": "gemeente", "moment": NU - timedelta(days=dagen)}
    return Woord(categorie="schulden", gegeven=gegeven, **velden | anders)  # type: ignore[arg-type]  # a builder


def test_het_laatste_woord_geldt_en_een_weigering_wint_bij_gelijke_tijd() -> None:
    assert geldend([woord()], "plan", "gemeente", NU) == {"schulden"}
    assert geldend([woord(dagen=2), woord(False)], "plan", "gemeente", NU) == frozenset()
    assert geldend([woord(False, 2), woord()], "plan", "gemeente", NU) == {"schulden"}
    assert geldend([woord(), woord(False)], "plan", "gemeente", NU) == frozenset()


def test_een_ander_doel_een_andere_soort_of_een_later_moment_telt_niet() -> None:
    assert geldend([woord(doel="onderzoek")], "plan", "gemeente", NU) == frozenset()
    assert geldend([woord(aan="school")], "plan", "gemeente", NU) == frozenset()
    assert geldend([woord(doel=ELK, aan=ELK)], "plan", "gemeente", NU) == {"schulden"}
    assert geldend([woord(dagen=-1)], "plan", "gemeente", NU) == frozenset()


def test_intrekken_geldt_vanaf_dat_moment_en_de_laatste_dag_telt_mee() -> None:
    ingetrokken = woord(ingetrokken=NU)
    assert geldend([ingetrokken], "plan", "gemeente", NU) == frozenset()
    assert geldend([ingetrokken], "plan", "gemeente", NU - timedelta(seconds=1)) == {"schulden"}
    assert geldend([woord(tot=DAG)], "plan", "gemeente", NU) == {"schulden"}
    assert geldend([woord(tot=DAG - timedelta(days=1))], "plan", "gemeente", NU) == frozenset()


@given(st.lists(st.builds(woord, st.booleans(), st.integers(0, 5), tot=st.none() | st.just(DAG)), max_size=6))
def test_een_weigering_erbij_geeft_nooit_meer(woorden: list[Woord]) -> None:
    meer = geldend([*woorden, woord(False, 0)], "plan", "gemeente", NU)
    assert meer <= geldend(woorden, "plan", "gemeente", NU)


def test_wie_antwoordt_hangt_van_de_leeftijd_af() -> None:
    elf, twaalf = date(2014, 11, 25), date(2014, 11, 24)
    assert (leeftijd(elf, DAG), leeftijd(twaalf, DAG)) == (11, 12)
    assert laatste_dag(Door.VERTEGENWOORDIGER, elf, DAG) == date(2026, 11, 24)  # the eve of his birthday
    assert laatste_dag(Door.ZELF, twaalf, DAG) is None
    assert laatste_dag(Door.VERTEGENWOORDIGER, date(1950, 1, 1), DAG, wilsonbekwaam=True) is None
    assert laatste_dag(Door.VERTEGENWOORDIGER, date(2016, 2, 29), DAG) == date(2028, 2, 28)


@pytest.mark.parametrize(
    ("door", "geboren", "onbekwaam", "code"),
    [
        (Door.ZELF, date(2014, 11, 25), False, "antwoord_van_ander"),
        (Door.VERTEGENWOORDIGER, date(2014, 11, 24), False, "antwoord_van_ander"),
        (Door.ZELF, date(1950, 1, 1), True, "antwoord_van_ander"),
        (Door.ZELF, None, False, "leeftijd_onbekend"),
    ],
)
def test_een_ander_antwoordt_niet(door: Door, geboren: date | None, onbekwaam: bool, code: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        laatste_dag(door, geboren, DAG, onbekwaam)
    assert fout.value.code == code


@pytest.mark.parametrize(
    ("door", "geboren", "onbekwaam", "code"),
    [
        (Door.ZELF, None, False, ""),
        (Door.VERTEGENWOORDIGER, None, False, "antwoord_van_ander"),
        (Door.ZELF, None, True, "antwoord_van_ander"),
        (Door.VERTEGENWOORDIGER, None, True, ""),
        (Door.ZELF, date(2014, 11, 25), False, "geboortedatum_bekend"),
        (Door.ZELF, date(1950, 1, 1), False, "geboortedatum_bekend"),
    ],
)
def test_wie_volwassen_is_gezien_antwoordt_zelf_en_een_bekende_geboortedatum_beslist_alleen(
    door: Door, geboren: date | None, onbekwaam: bool, code: str
) -> None:
    """A document opens nothing for a child: of a known birth date it is refused, and it says nothing of who represents."""
    if not code:
        assert laatste_dag(door, geboren, DAG, onbekwaam, volwassen_gezien=True) is None
        return
    with pytest.raises(Geweigerd) as fout:
        laatste_dag(door, geboren, DAG, onbekwaam, volwassen_gezien=True)
    assert fout.value.code == code


def test_voor_een_gezin_tegelijk_geldt_het_strengste() -> None:
    een = Vastgelegd(frozenset({"naw", "contact"}), geinformeerd=True)
    ander = Vastgelegd(frozenset({"naw"}), uitstel_tot=DAG, bezwaar=True)
    assert strengste([een, ander]) == Vastgelegd(frozenset({"naw"}), False, DAG, True)
    assert strengste([een, Vastgelegd()]) == Vastgelegd()
    assert strengste([]) == Vastgelegd()
