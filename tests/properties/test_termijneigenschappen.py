"""Properties of terms in all six units, the clock included."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import Kalender, standaardkalender
from samenhang.kernel.termijnen.berekening import LANGSTE_MET_ATW
from samenhang.kernel.termijnen.opdracht import bereken_document
from samenhang.kernel.termijnen.regels import Eenheid

NEDERLAND = ZoneInfo("Europe/Amsterdam")
IN_DAGEN = ("dagen", "werkdagen", "weken", "maanden")
STARTS = st.dates(date(2015, 1, 1), date(2060, 12, 31))
SCHOOLSTARTS = st.dates(date(2025, 9, 1), date(2026, 12, 1))


def bereken(start: date | datetime, lengte: int, eenheid: str, **meer: object) -> str:
    document = {"start": start.isoformat(), "lengte": lengte, "eenheid": eenheid, **meer}
    return str(bereken_document(document, standaardkalender())["einde"])


@st.composite
def termijnen(draw: st.DrawFn) -> tuple[date, int, str]:
    eenheid = draw(st.sampled_from(IN_DAGEN))
    hoogstens = LANGSTE_MET_ATW[Eenheid(eenheid)]
    return draw(STARTS), draw(st.integers(1, hoogstens)), eenheid


@st.composite
def pauzes(draw: st.DrawFn, start: date) -> list[dict[str, str]]:
    uit = []
    for _ in range(draw(st.integers(0, 3))):
        van = start + timedelta(days=draw(st.integers(-5, 60)))
        uit.append(
            {"van": van.isoformat(), "tot": (van + timedelta(days=draw(st.integers(0, 30)))).isoformat()}
        )
    return uit


@given(termijnen(), st.data())
@settings(max_examples=150, deadline=None)
def test_met_atw_eindigt_een_termijn_op_een_werkdag_ook_na_opschorting(termijn, data) -> None:
    start, lengte, eenheid = termijn
    einde = date.fromisoformat(bereken(start, lengte, eenheid, opschortingen=data.draw(pauzes(start))))
    assert einde.weekday() < 5
    assert standaardkalender().feestdag(einde) is None
    assert einde > start


@given(termijnen(), st.data())
@settings(max_examples=150, deadline=None)
def test_een_opschorting_erbij_maakt_een_termijn_nooit_korter(termijn, data) -> None:
    start, lengte, eenheid = termijn
    lijst = data.draw(pauzes(start))
    for atw in (True, False):
        einden = [
            bereken(start, lengte, eenheid, atw=atw, opschortingen=lijst[:n]) for n in range(len(lijst) + 1)
        ]
        assert einden == sorted(einden)
        dubbel = bereken(start, lengte, eenheid, atw=atw, opschortingen=lijst + lijst)
        assert dubbel == einden[-1], "wat overlapt telt één keer"


@given(termijnen())
@settings(max_examples=150, deadline=None)
def test_langer_is_nooit_eerder_klaar(termijn) -> None:
    """Up to the length where the Atw stops; there a longer term may end earlier, because it no longer rolls on."""
    start, lengte, eenheid = termijn
    if lengte > 1:
        assert bereken(start, lengte - 1, eenheid) <= bereken(start, lengte, eenheid)
    assert bereken(start, lengte, eenheid, atw=False) <= bereken(start, lengte, eenheid)


@given(SCHOOLSTARTS, st.integers(1, 40), st.sampled_from(["noord", "midden", "zuid"]))
@settings(max_examples=80, deadline=None)
def test_schooldagen_eindigen_op_een_schooldag_en_zeggen_dat_de_bron_niet_is_nagekeken(
    start, lengte, regio
) -> None:
    document = {"start": start.isoformat(), "lengte": lengte, "eenheid": "schooldagen", "regio": regio}
    uit = bereken_document(document, standaardkalender())
    assert standaardkalender().is_schooldag(date.fromisoformat(uit["einde"]), regio)
    assert "ongeverifieerd" in [rij["waarde"] for rij in uit["trace"]]
    assert bereken(start, lengte + 1, "schooldagen", regio=regio) > uit["einde"]


@given(STARTS, st.times(timezones=st.just(NEDERLAND)), st.integers(1, 10_000))
@settings(max_examples=100, deadline=None)
def test_uren_zijn_echte_uren_door_zomer_en_winter(dag: date, tijd: time, uren: int) -> None:
    start = datetime.combine(dag, tijd)
    einde = datetime.fromisoformat(bereken(start, uren, "uren"))
    assert einde - start.astimezone(UTC) == timedelta(hours=uren)


@pytest.mark.parametrize(
    ("start", "einde"),
    [
        ("2026-03-28T12:00:00+01:00", "2026-03-29T11:00:00+00:00"),
        ("2026-10-24T12:00:00+02:00", "2026-10-25T10:00:00+00:00"),
    ],
)
def test_een_etmaal_over_de_wisseling_van_de_klok(start: str, einde: str) -> None:
    """A day of 24 hours ends an hour later, or earlier, on the clock."""
    assert bereken(datetime.fromisoformat(start), 24, "uren") == einde


def test_een_voorgestelde_dag_telt_niet_maar_wordt_genoemd() -> None:
    uit = bereken_document({"start": "2026-05-13", "lengte": 3, "eenheid": "werkdagen"}, standaardkalender())
    assert uit["einde"] == "2026-05-19"
    laatste = uit["trace"][-1]
    assert (laatste["waarde"], laatste["artikel"]) == ("2026-05-20", "Atw art. 3 lid 3 (concept)")
    bevestigd = Kalender(gelijkgesteld=frozenset({date(2026, 5, 15)}))
    zeker = bereken_document({"start": "2026-05-13", "lengte": 3, "eenheid": "werkdagen"}, bevestigd)
    assert zeker["einde"] == "2026-05-20"


@pytest.mark.parametrize(
    ("eenheid", "start", "lengte", "atw"),
    [
        ("maanden", "9999-01-31", 1200, True), ("maanden", "9998-12-01", 1, False), ("weken", "9999-12-30", 5200, False), ("dagen", "9999-12-31", 1, False),
        ("werkdagen", "2199-12-30", 30, True), ("werkdagen", "2013-12-01", 3, True), ("dagen", "1900-01-01", 10, True), ("schooldagen", "2031-01-01", 3, True),
    ],
)  # fmt: skip
def test_buiten_de_kalender_wordt_niets_geraden(eenheid: str, start: str, lengte: int, atw: bool) -> None:
    with pytest.raises(Geweigerd) as fout:
        bereken_document(
            {"start": start, "lengte": lengte, "eenheid": eenheid, "atw": atw}, standaardkalender()
        )
    assert fout.value.code in ("kalender_ontbreekt", "datum_buiten_bereik")


@pytest.mark.parametrize(
    ("lengte", "eenheid", "einde"),
    [
        (90, "dagen", True),
        (91, "dagen", False),
        (12, "weken", True),
        (13, "weken", False),
        (3, "maanden", True),
        (4, "maanden", False),
    ],
)
def test_de_atw_houdt_op_bij_negentig_dagen_twaalf_weken_drie_maanden(
    lengte: int, eenheid: str, einde: bool
) -> None:
    """From a day whose raw end is a Sunday: it moves, or it does not."""
    for dag in range(7 * 60):
        start = date(2026, 1, 5) + timedelta(days=dag)
        kaal = date.fromisoformat(bereken(start, lengte, eenheid, atw=False))
        if kaal.weekday() == 6:
            assert (bereken(start, lengte, eenheid) != kaal.isoformat()) is einde
            return
    pytest.fail("geen zondag gevonden")
