"""The pure rules: what is a run of refusals, and which volume is unusual."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenhang.kernel.normen.normen import normen
from samenhang.kernel.toegang.plichten import KERNPLICHTEN
from samenhang.kernel.toezicht import drempels
from samenhang.kernel.toezicht.domain.uitleg import uitleg
from samenhang.kernel.toezicht.domain.waarnemen import Drempels, Poging, ongewoon, weigeringen_op_rij

NU = datetime(2026, 11, 24, 9, tzinfo=UTC)
UUR = timedelta(hours=1)
DREMPELS = Drempels(minstens=50, maal_eigen=3, maal_rol=5, dagen_nodig=5, zonder_vergelijking=200)


def pogingen(wat: str, elke: timedelta = timedelta(minutes=1)) -> list[Poging]:
    """`x` is refused, `o` granted with persons in it, `.` granted and about nobody."""
    return [
        Poging(UUID(int=n + 1), UUID(int=n + 1), NU + n * elke, teken == "x", teken == "o")
        for n, teken in enumerate(wat)
    ]


@pytest.mark.parametrize(
    ("wat", "maten"),
    [
        ("xx", []),
        ("xxx", [3]),
        ("xxoxx", []),
        ("xx.x", [3]),
        ("xxxoxxxx", [3, 4]),
        ("oxxxxxo", [5]),
        ("", []),
    ],
)
def test_drie_weigeringen_op_rij(wat: str, maten: list[int]) -> None:
    assert [len(reeks) for reeks in weigeringen_op_rij(pogingen(wat), 3, UUR)] == maten


def test_een_lange_pauze_begint_opnieuw() -> None:
    assert not weigeringen_op_rij(pogingen("xxx", timedelta(minutes=61)), 3, UUR)
    assert weigeringen_op_rij(pogingen("xxx", timedelta(minutes=60)), 3, UUR)


@given(st.text("xo.", max_size=40), st.integers(1, 5))
def test_een_reeks_is_altijd_lang_genoeg_en_nergens_dubbel(wat: str, aantal: int) -> None:
    rijen = pogingen(wat)
    reeksen = weigeringen_op_rij(reversed(rijen), aantal, UUR)
    gevonden = [poging.id for reeks in reeksen for poging in reeks]
    assert len(gevonden) == len(set(gevonden))
    assert all(len(reeks) >= aantal and all(poging.geweigerd for poging in reeks) for reeks in reeksen)
    kaal = wat.replace(".", "")
    assert len(reeksen) == sum(len(deel) >= aantal for deel in kaal.split("o"))


@pytest.mark.parametrize(
    ("aantal", "eigen", "rol", "boven"),
    [
        (49, [1] * 9, [1] * 9, None),
        (60, [20] * 9, [20] * 9, None),
        (61, [20] * 9, [20] * 9, ("eigen",)),
        (101, [20] * 9, [20] * 9, ("eigen", "rol")),
        (300, [100] * 9, [20] * 9, ("rol",)),
        (200, [], [], None),
        (201, [], [], ("vast",)),
        (201, [1] * 4, [], ("vast",)),
        (201, [1] * 5, [], ("eigen",)),
        (500, [], [150] * 5, None),
    ],
)
def test_ongewoon_naast_eigen_verleden_en_rol(
    aantal: int, eigen: list[int], rol: list[int], boven: tuple[str, ...] | None
) -> None:
    uit = ongewoon(aantal, eigen, rol, DREMPELS)
    assert (uit.boven if uit else None) == boven


def test_elke_drempel_staat_met_bron_en_status_in_de_normen() -> None:
    dag = date(2026, 11, 24)
    assert {norm.naam for norm in drempels.gepubliceerd(dag)} == set(normen().namen("toezicht."))
    assert all(norm.bron and norm.status == "beleid" for norm in drempels.gepubliceerd(dag))
    assert drempels.van_weigeringen(dag) == (3, UUR)
    assert drempels.van_omvang(dag) == DREMPELS


def test_de_termijn_van_noodgebruik_is_die_van_de_beslissing() -> None:
    """The duty that a decision names and the term that the page counts are one length."""
    assert KERNPLICHTEN["toets_nood"].lengte == int(drempels.toetstermijn("nood", date(2026, 11, 24)).getal())


def test_de_uitleg_noemt_waarmee_is_vergeleken() -> None:
    zonder = uitleg("omvang", 201, {"eigen": None, "rol": None})
    met = uitleg("omvang", 300, {"eigen": 100.0, "rol": 20.0})
    assert zonder.nl == "201 inwoners op één dag; niets om mee te vergelijken."
    assert "zelf meestal 100" in met.nl
    assert "colleagues in this role usually 20" in met.en
