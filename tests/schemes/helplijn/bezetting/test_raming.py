"""The forecast: what it learns, how honest its band is, and how much better than repeating last week."""

from __future__ import annotations

import statistics
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.helplijn.domain.bezetting import antwoord
from samenhang.schemes.helplijn.domain.bezetting.raming import grenzen
from tests.schemes.helplijn.bezetting.wereld import MAANDAG, historie, scenario, waar

KALENDER = standaardkalender()


def test_de_raming_vindt_de_vraag_waaruit_de_tellingen_komen() -> None:
    uit = antwoord.raming(scenario(historie=historie(1500, weken=40)), KALENDER)
    assert uit["gesprekken"] == pytest.approx(1500, rel=0.05)
    for dag in uit["dagen"]:
        assert dag["gesprekken"] == pytest.approx(sum(waar(1500, date.fromisoformat(dag["datum"]))), rel=0.08)
    fout = [
        abs(rij["gesprekken"] - verwacht) / verwacht
        for nummer, rij in enumerate(uit["halfuren"])
        for verwacht in [waar(1500, MAANDAG + timedelta(days=nummer // 24))[nummer % 24]]
    ]
    assert statistics.mean(fout) < 0.07


@pytest.mark.parametrize("per_week", [375, 1500])
def test_beter_dan_de_vorige_week_herhalen_en_de_band_houdt_wat_hij_belooft(per_week: int) -> None:
    toetsen = [
        antwoord.raming(scenario(historie=historie(per_week, zaad=z)), KALENDER)["toets"] for z in range(8)
    ]
    assert all(toets["verhouding"] < 0.9 for toets in toetsen)
    assert statistics.mean(toets["verhouding"] for toets in toetsen) < 0.77
    assert all(toets["fout_dag_procent"] < toets["fout_dag_naief_procent"] for toets in toetsen)
    assert 78 < statistics.mean(toets["binnen_band_procent"] for toets in toetsen) < 92


def test_een_stijgende_lijn_wordt_gevolgd_en_niet_eindeloos_doorgetrokken() -> None:
    begin = MAANDAG - timedelta(weeks=20)
    stijgt = historie(1500, factor=lambda dag: 0.6 * 1.03 ** ((dag - begin).days / 7))
    nu = 1500 * 0.6 * 1.03**20
    assert antwoord.raming(scenario(historie=stijgt), KALENDER)["gesprekken"] == pytest.approx(nu, rel=0.08)
    later = MAANDAG + timedelta(weeks=20)
    verre = scenario(historie=stijgt, van=str(later), tot=str(later + timedelta(days=4)))
    assert antwoord.raming(verre, KALENDER)["gesprekken"] < 1500 * 0.6 * 1.03**32


def test_de_gewone_week_kent_geen_feestdag_en_de_dag_erna_is_druk() -> None:
    pasen, mei = date(2026, 4, 6), date(2026, 5, 11)
    na = {date(2026, 4, 7), date(2026, 4, 28)}
    rijen = historie(1500, tot=mei, factor=lambda dag: 1.5 if dag in na else 1.0)
    uit = antwoord.raming(scenario(historie=rijen, van="2026-05-11", tot="2026-05-15"), KALENDER)
    assert "2026-05-14" not in {dag["datum"] for dag in uit["dagen"]}  # Ascension: closed
    per_dag = {dag["datum"]: dag["gesprekken"] for dag in uit["dagen"]}
    assert per_dag["2026-05-15"] > 1.1 * sum(waar(1500, date(2026, 5, 15)))
    assert per_dag["2026-05-12"] == pytest.approx(sum(waar(1500, date(2026, 5, 12))), rel=0.1)
    open_ = scenario(historie=rijen, van="2026-05-11", tot="2026-05-15", feestdagen="open")
    uit = antwoord.raming(open_, KALENDER)
    assert "2026-05-14" in {dag["datum"] for dag in uit["dagen"]}
    assert any("geen feestdag" in opmerking["nl"] for opmerking in uit["opmerkingen"])
    assert pasen not in {date.fromisoformat(rij["datum"]) for rij in rijen}


def test_het_effect_van_een_campagne_komt_uit_eerdere_van_haar_soort() -> None:
    eerder = (date(2026, 5, 25), date(2026, 6, 5)), (date(2026, 7, 13), date(2026, 7, 24))
    rijen = historie(1500, factor=lambda dag: 1.6 if any(van <= dag <= tot for van, tot in eerder) else 1.0)
    campagnes = [{"naam": f"TV {n}", "soort": "tv", "van": str(van), "tot": str(tot)} for n, (van, tot) in enumerate(eerder)]  # fmt: skip
    straks = {"naam": "TV najaar", "soort": "tv", "van": "2026-09-09", "tot": "2026-09-30"}
    uit = antwoord.raming(scenario(historie=rijen, campagnes=[*campagnes, straks]), KALENDER)
    assert uit["campagnes"] == [uit["campagnes"][0] | {"naam": "TV najaar", "eerdere": 2}]
    assert uit["campagnes"][0]["effect_procent"] == pytest.approx(60, abs=10)
    gewoon = antwoord.raming(scenario(historie=rijen, campagnes=campagnes), KALENDER)
    factoren = [a["gesprekken"] / b["gesprekken"] for a, b in zip(uit["dagen"], gewoon["dagen"], strict=True)]
    assert factoren[:2] == [1, 1]
    assert factoren[2:] == pytest.approx([1.6] * 3, abs=0.1)
    # What is not told as a campaign stays in the level: naming it matters.
    ander = straks | {"soort": "brief"}
    with pytest.raises(Geweigerd) as weigering:
        antwoord.raming(scenario(historie=rijen, campagnes=[*campagnes, ander]), KALENDER)
    assert weigering.value.code == "campagne_zonder_effect"
    assert weigering.value.fouten[0].plaats.plek == "/campagnes/2/effect_procent"
    ingevuld = antwoord.raming(
        scenario(historie=rijen, campagnes=[*campagnes, ander | {"effect_procent": 20}]), KALENDER
    )
    assert ingevuld["campagnes"][0]["effect_procent"] == 20


def test_een_korte_historie_zegt_dat_zij_niet_te_toetsen_is() -> None:
    uit = antwoord.raming(scenario(historie=historie(weken=4)), KALENDER)
    assert uit["toets"] is None
    assert "te kort om de raming te toetsen" in uit["opmerkingen"][0]["nl"]
    ver = scenario(historie=historie(weken=12, tot=MAANDAG - timedelta(weeks=10)))
    assert "minder zeker" in antwoord.raming(ver, KALENDER)["opmerkingen"][0]["nl"]


def test_bij_nacht_open_telt_de_dag_van_de_klok_46_of_50_halve_uren() -> None:
    for zondag, aantal, eerste, laatste in (("2026-03-29", 46, "01:30", "03:00"), ("2026-10-25", 50, "02:30+02:00", "02:00+01:00")):  # fmt: skip
        document = scenario(van=zondag, tot=zondag, open={"zo": "00:00-24:00"})
        with pytest.raises(Geweigerd) as weigering:
            antwoord.plan(
                document | {"vraag": [{"datum": zondag, "van": "00:00", "gesprekken": 1}]}, KALENDER
            )
        assert f"({aantal - 1} halve uren)" in weigering.value.fouten[0].tekst.nl
        halfuren = [f"{uur:02d}:{half}" for uur in range(24) for half in ("00", "30")]
        if aantal == 46:
            tijden = [t for t in halfuren if not t.startswith("02")]
        else:
            tijden = [
                *halfuren[:4],
                "02:00+02:00",
                "02:30+02:00",
                "02:00+01:00",
                "02:30+01:00",
                *halfuren[6:],
            ]
        uit = antwoord.plan(document | {"vraag": [{"datum": zondag, "van": t, "gesprekken": 2} for t in tijden]}, KALENDER)  # fmt: skip
        assert [rij["van"] for rij in uit["halfuren"]] == tijden
        assert uit["stand"] == "optimaal"
        assert uit["gesprekken"] == 2 * aantal
        plek = tijden.index(eerste)
        assert tijden[plek + 1] == laatste


@given(verwacht=st.floats(0.01, 2_000), spreiding=st.floats(0, 0.5))
def test_de_band_ligt_om_het_gemiddelde(verwacht: float, spreiding: float) -> None:
    laag, hoog = grenzen(verwacht, spreiding)
    assert 0 <= laag <= hoog
    assert laag <= verwacht + 1
    assert hoog >= verwacht - 2 - 0.7 * verwacht * spreiding**0.5
