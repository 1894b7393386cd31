"""The Algemene termijnenwet, with the published cases of the schemes."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import Kalender, feestdagen, pasen, standaardkalender
from samenhang.kernel.termijnen.opdracht import bereken_document

DAGEN = st.dates(date(2015, 1, 1), date(2050, 12, 31))


def einde(start: str, lengte: int, eenheid: str, kalender: Kalender | None = None, **meer: object) -> str:
    return bereken_document(
        {"start": start, "lengte": lengte, "eenheid": eenheid, **meer}, kalender or standaardkalender()
    )["einde"]


@pytest.mark.parametrize(
    ("start", "lengte", "eenheid", "verwacht"),
    [
        ("2026-04-07", 4, "weken", "2026-05-06"),
        ("2026-04-03", 3, "werkdagen", "2026-04-09"),
        ("2026-03-19", 8, "weken", "2026-05-15"),
        ("2026-11-27", 4, "weken", "2026-12-28"),
        ("2026-12-01", 4, "weken", "2026-12-29"),
        ("2026-12-04", 4, "weken", "2027-01-04"),
        ("2027-03-01", 4, "weken", "2027-03-30"),
        ("2027-04-19", 4, "weken", "2027-05-18"),
        ("2026-12-24", 3, "werkdagen", "2026-12-30"),
        ("2027-03-24", 3, "werkdagen", "2027-03-31"),
        ("2026-05-13", 3, "werkdagen", "2026-05-19"),
        ("2026-06-15", 4, "weken", "2026-07-13"),
        ("2027-01-31", 1, "maanden", "2027-03-01"),
        ("2026-12-01", 1, "maanden", "2027-01-04"),
    ],
)
def test_gepubliceerde_gevallen(start: str, lengte: int, eenheid: str, verwacht: str) -> None:
    assert einde(start, lengte, eenheid) == verwacht


def test_gelijkgestelde_vrijdag_na_hemelvaart_schuift_op() -> None:
    kalender = Kalender(gelijkgesteld=frozenset({date(2026, 5, 15)}))
    assert einde("2026-05-13", 3, "werkdagen", kalender) == "2026-05-20"


def test_zonder_atw_loopt_de_pauze_van_dertig_dagen_gewoon_door() -> None:
    assert einde("2026-11-24", 30, "dagen", atw=False) == "2026-12-24"


def test_zes_maanden_zijn_te_lang_voor_de_atw() -> None:
    assert einde("2026-11-16", 6, "maanden") == "2027-05-16"


def test_opgeschorte_dagen_tellen_erbij() -> None:
    assert (
        einde("2026-06-01", 2, "weken", opschortingen=[{"van": "2026-06-05", "tot": "2026-06-09"}])
        == "2026-06-22"
    )


def test_uren_lopen_door_de_zomertijd_heen() -> None:
    assert einde("2026-10-24T12:00:00+02:00", 24, "uren") == "2026-10-25T10:00:00+00:00"


def test_schooldagen_slaan_de_kerstvakantie_over() -> None:
    assert einde("2026-12-17", 2, "schooldagen") == "2027-01-04"


def test_schooldagen_vragen_de_regio_als_het_uitmaakt() -> None:
    with pytest.raises(Geweigerd) as fout:
        einde("2026-10-08", 3, "schooldagen")
    assert fout.value.code == "regio_nodig"


@pytest.mark.parametrize("jaar", range(2015, 2045))
def test_feestdagen_gelijk_aan_een_onafhankelijke_bron(jaar: int) -> None:
    orakel = holidays.country_holidays("NL", years=jaar, categories=("public", "optional"))
    zondagen = {pasen(jaar), pasen(jaar) + timedelta(days=49)}
    verwacht = set(orakel) - zondagen
    assert set(feestdagen(jaar)) == verwacht


@given(DAGEN, st.integers(1, 90), st.sampled_from(["dagen", "werkdagen"]))
def test_atw_termijn_eindigt_op_een_werkdag_en_nooit_voor_de_start(
    start: date, lengte: int, eenheid: str
) -> None:
    laatste = date.fromisoformat(einde(start.isoformat(), lengte, eenheid))
    assert standaardkalender().is_werkdag(laatste)
    assert laatste > start


@given(DAGEN, st.integers(1, 60))
def test_langer_is_nooit_eerder_klaar(start: date, lengte: int) -> None:
    assert einde(start.isoformat(), lengte + 1, "dagen") >= einde(start.isoformat(), lengte, "dagen")


@given(DAGEN, st.integers(1, 12), st.integers(0, 40), st.integers(0, 30))
def test_opschorten_maakt_een_termijn_nooit_korter(start: date, weken: int, na: int, duur: int) -> None:
    van = start + timedelta(days=na)
    pauze = [{"van": van.isoformat(), "tot": (van + timedelta(days=duur)).isoformat()}]
    assert einde(start.isoformat(), weken, "weken", opschortingen=pauze) >= einde(
        start.isoformat(), weken, "weken"
    )


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"start": "2026-02-30"}, "start"), ({"start": 5}, "start"), ({"lengte": True}, "lengte"), ({"lengte": 0}, "lengte"), ({"lengte": 10**12}, "lengte"),
        ({"eenheid": "jaren"}, "eenheid"), ({"atw": 1}, "atw"), ({"extra": 1}, "extra"), ({"opschortingen": {}}, "opschortingen"),
        ({"opschortingen": [{"van": "2026-06-05", "tot": "2026-06-01"}]}, "opschortingen[1].tot"), ({"regio": "oost"}, "regio"),
        ({"eenheid": "uren", "start": "2026-04-07T10:00:00"}, "start"),
    ],
)  # fmt: skip
def test_foute_invoer_noemt_het_veld_in_twee_talen(anders: dict[str, object], veld: str) -> None:
    document = {"start": "2026-04-07", "lengte": 4, "eenheid": "weken"} | anders
    with pytest.raises(Geweigerd) as fout:
        bereken_document(document, standaardkalender())
    gevonden = [f for f in fout.value.fouten if f.plaats.kolom == veld]
    assert gevonden
    assert gevonden[0].tekst.nl != gevonden[0].tekst.en


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=12),
        lambda kern: (
            st.lists(kern, max_size=3)
            | st.dictionaries(
                st.sampled_from(["start", "lengte", "eenheid", "opschortingen", "van"]), kern, max_size=4
            )
        ),
        max_leaves=8,
    )
)
def test_willekeurige_invoer_geeft_een_antwoord_of_een_weigering(document: object) -> None:
    try:
        bereken_document(document, standaardkalender())
    except Geweigerd as weigering:
        assert weigering.tekst.nl
