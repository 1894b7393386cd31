"""H2, H3, H4: the shifts of a week, beside trying everything, another engine and a line played out."""

from __future__ import annotations

import itertools
import statistics
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from ortools.sat.python import cp_model

from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.plannen import Grens, Stand
from samenhang.schemes.helplijn.domain.bezetting import antwoord
from samenhang.schemes.helplijn.domain.bezetting.controle import keur
from samenhang.schemes.helplijn.domain.bezetting.diensten import Dienst, Dienstenset, Maat
from samenhang.schemes.helplijn.domain.bezetting.dienstplan import Inzet, gemiddeld, plan_week, standen
from samenhang.schemes.helplijn.domain.bezetting.doelen import Doel
from samenhang.schemes.helplijn.domain.bezetting.lijn import Lijn
from samenhang.schemes.helplijn.domain.bezetting.tijd import Halfuur
from tests.schemes.helplijn.bezetting.wachtstraat import speel
from tests.schemes.helplijn.bezetting.wereld import MAANDAG, historie, scenario, vraag, waar

KALENDER = standaardkalender()
RUIM = Dienstenset(maat=Maat(240, 480, 30, 330))


def _lijn(procent: str = "80", afhaken: str | None = None, **anders: Any) -> Lijn:
    return Lijn(840, 240, Doel(Decimal(procent), 20, Decimal(afhaken) if afhaken else None), **anders)


def _week(per_week: float) -> dict[Halfuur, float]:
    return {
        Halfuur(MAANDAG + timedelta(days=dag), 480 + 30 * plek): verwacht
        for dag in range(5)
        for plek, verwacht in enumerate(waar(per_week, MAANDAG + timedelta(days=dag)))
    }


@pytest.mark.parametrize("per_week, hoogstens_uren", [(375, 186), (750, 304), (1500, 520), (3000, 930)])
def test_h2_een_week_in_weinig_uren_en_bewezen(per_week: float, hoogstens_uren: int) -> None:
    uit = plan_week(_week(per_week), _lijn(), RUIM)
    assert uit.stand is Stand.OPTIMAAL
    assert uit.kloof == 0
    assert uit.halve_uren / 2 <= hoogstens_uren
    assert uit.halve_uren < sum(rij.nodig for rij in uit.halfuren)  # cheaper than each half hour by itself
    assert uit.bereikt >= 0.8
    assert not keur(_week(per_week), uit.inzet, _lijn(), RUIM)


@pytest.mark.parametrize("model, geduld", [("erlang_c", None), ("erlang_a", 240)])
def test_h2_nagespeeld_blijft_de_week_binnen_een_punt(model: str, geduld: int | None) -> None:
    vraag_ = _week(375)
    lijn = Lijn(840, geduld, Doel(Decimal(80), 20), model)
    uit = plan_week(vraag_, lijn, RUIM)
    dagen = [
        [rij for rij in uit.halfuren if rij.halfuur.datum == MAANDAG + timedelta(days=d)] for d in range(5)
    ]
    deel = []
    for zaad in range(150):
        tellingen = [
            speel(
                [rij.mensen for rij in dag],
                [rij.gesprekken for rij in dag],
                840,
                geduld,
                20,
                10 * zaad + nummer,
            )
            for nummer, dag in enumerate(dagen)
        ]
        deel.append(sum(t.bereikt for t in tellingen) / sum(t.bellers for t in tellingen))
    assert statistics.mean(deel) >= 0.79


def test_h2_bereikt_wie_ophangt_telt_niet_mee_als_geholpen() -> None:
    c, a = (plan_week(_week(375), _lijn(model=model), RUIM) for model in ("erlang_c", "erlang_a"))
    assert c.afhaken is not None
    assert a.afhaken is not None
    # Reckoned as measured, hanging up makes the target cheaper: shown, and not the default.
    assert a.halve_uren < c.halve_uren
    assert a.afhaken > c.afhaken


def test_h3_een_campagne_verdubbelt_de_vraag_voor_en_na_per_dag() -> None:
    campagne = {"naam": "Postbus", "van": str(MAANDAG + timedelta(days=2)), "tot": str(MAANDAG + timedelta(days=30)), "effect_procent": 100}  # fmt: skip
    uit = antwoord.vergelijk({"scenario": scenario(vraag=None, historie=historie()), "anders": {"campagnes": [campagne]}}, KALENDER)  # fmt: skip
    for dag, verschil in zip(uit["voor"]["dagen"], uit["verschil"]["dagen"], strict=True):
        begonnen = dag["datum"] >= campagne["van"]
        assert verschil["gesprekken"] == pytest.approx(dag["gesprekken"] if begonnen else 0, abs=0.01)
        assert (verschil["uren"] > 10) == begonnen
    assert uit["verschil"]["uren"] > 40
    assert uit["na"]["bereikt_procent"] >= 80
    # And if nobody does anything: reachability per day falls from the campaign on, not before.
    for dag, zelfde in zip(uit["voor"]["dagen"], uit["ongewijzigd"]["dagen"], strict=True):
        daling = dag["bereikt_procent"] - zelfde["bereikt_procent"]
        assert (daling > 20) == (dag["datum"] >= campagne["van"])
        assert zelfde["uren"] == dag["uren"]


def test_h4_hoogstens_vijf_procent_afhakers_verandert_het_plan_en_noemt_de_prijs() -> None:
    doel = {"norm": "gebruikelijk", "afhaken_procent": 5}
    uit = antwoord.vergelijk({"scenario": scenario(vraag=vraag(375)), "anders": {"doel": doel}}, KALENDER)
    assert uit["voor"]["afhaken_procent"] > 5 >= uit["na"]["afhaken_procent"]
    assert uit["na"]["diensten"] != uit["voor"]["diensten"]
    assert uit["verschil"]["uren"] == uit["na"]["uren"] - uit["voor"]["uren"] > 10
    assert uit["voor"]["stand"] == uit["na"]["stand"] == "optimaal"


def test_vijfentwintig_procent_meer_door_een_energiecrisis() -> None:
    uit = antwoord.vergelijk(
        {"scenario": scenario(vraag=vraag(375)), "anders": {"vraag_procent": 25}}, KALENDER
    )
    assert uit["na"]["gesprekken"] == pytest.approx(1.25 * uit["voor"]["gesprekken"], abs=0.01)
    assert uit["verschil"]["uren"] > 0
    assert uit["ongewijzigd"]["bereikt_procent"] < uit["voor"]["bereikt_procent"] - 3


def _klein(toeval_dag: int) -> tuple[dict[Halfuur, float], list[Dienst]]:
    dag = date(2026, 9, 7)
    vraag_ = {Halfuur(dag, 480 + 30 * n): float((n * 7 + toeval_dag * 5) % 9 + 1) / 2 for n in range(6)}
    diensten = [Dienst(480, 570), Dienst(480, 600), Dienst(540, 660), Dienst(570, 660), Dienst(480, 660, 570)]
    return vraag_, diensten


@pytest.mark.parametrize("zaad", range(5))
@pytest.mark.parametrize(
    "model, afhaken", [("erlang_c", None), ("erlang_a", None), ("erlang_c", "6"), ("erlang_a", "6")]
)
def test_klein_is_het_wat_alles_uitproberen_geeft(zaad: int, model: str, afhaken: str | None) -> None:
    vraag_, diensten = _klein(zaad)
    lijn = _lijn("70", afhaken, model=model)
    best = None
    for keus in itertools.product(range(7), repeat=len(diensten)):
        uren = sum(n * d.betaald for n, d in zip(keus, diensten, strict=True))
        if best is not None and uren >= best:
            continue
        dekt = Counter(dict.fromkeys(range(480, 660, 30), 0))
        for n, dienst in zip(keus, diensten, strict=True):
            for minuut in dienst.dekt:
                dekt[minuut] += n
        if any(dekt[h.minuut] < lijn.laagst(v) for h, v in vraag_.items()):
            continue
        rijen = standen(
            vraag_, [Inzet(next(iter(vraag_)).datum, d, n) for d, n in zip(diensten, keus, strict=True)], lijn
        )
        if lijn.haalt(*gemiddeld(rijen)):
            best = uren
    uit = plan_week(vraag_, lijn, Dienstenset(tuple(diensten)))
    assert (uit.stand, uit.halve_uren) == (Stand.OPTIMAAL, best)


@pytest.mark.parametrize("model", ["erlang_c", "erlang_a"])
def test_een_andere_motor_vindt_evenveel_uren(model: str) -> None:
    vraag_ = {h: v for h, v in _week(375).items() if h.datum == MAANDAG}
    lijn, keuze = _lijn(model=model), Dienstenset(maat=Maat(240, 480, 120, 9_999)).voor(480, 1200)[::2]
    cp, som, doel = cp_model.CpModel(), [], round(0.8 * sum(vraag_.values()) * 1_000_000)
    aantallen = [cp.new_int_var(0, 9, dienst.naam) for dienst in keuze]
    for halfuur, gesprekken in vraag_.items():
        dekt = sum(x for x, dienst in zip(aantallen, keuze, strict=True) if halfuur.minuut in dienst.dekt)
        laagst = lijn.laagst(gesprekken)
        waarden = [
            round(gesprekken * lijn.verwacht(n, gesprekken).bereikt * 1_000_000) for n in range(laagst, 16)
        ]
        plek, waarde = cp.new_int_var(0, 15 - laagst, ""), cp.new_int_var(0, 100_000_000, "")
        cp.add(plek == dekt - laagst)
        cp.add_element(plek, waarden, waarde)
        som.append(waarde)
    cp.add(sum(som) >= doel)
    cp.minimize(sum(x * dienst.betaald for x, dienst in zip(aantallen, keuze, strict=True)))
    motor = cp_model.CpSolver()
    motor.parameters.num_workers = 1
    motor.parameters.max_time_in_seconds = 120
    assert motor.solve(cp) == cp_model.OPTIMAL
    assert plan_week(vraag_, lijn, Dienstenset(keuze)).halve_uren == round(motor.objective_value)


def test_zelfde_scenario_zelfde_hash_en_een_ander_zaad_even_duur() -> None:
    document = scenario(historie=historie(750))
    een, ander, zaad = (
        antwoord.plan(d, KALENDER)
        for d in (document, dict(reversed(document.items())), document | {"zaad": 5})
    )
    assert een == ander
    assert een["herhaalbaar"]
    assert (zaad["uren"], zaad["stand"]) == (een["uren"], een["stand"])
    assert zaad["scenario"] != een["scenario"]


def test_te_weinig_plaatsen_wordt_in_woorden_uitgelegd() -> None:
    uit = antwoord.plan(scenario(vraag=vraag(375), hoogstens=3), KALENDER)
    assert (uit["stand"], uit["uren"], uit["diensten"]) == ("onhaalbaar", None, [])
    assert "hoogstens 3 plaatsen is 7" in uit["uitleg"][0]["nl"]
    assert uit["uitleg"][1]["nl"].startswith("Met 4 plaatsen kan het wel.")
    assert antwoord.plan(scenario(vraag=vraag(375), hoogstens=4), KALENDER)["stand"] == "optimaal"


def test_een_half_uur_te_druk_voor_de_plaatsen_wordt_genoemd() -> None:
    uit = antwoord.plan(scenario(vraag=vraag(1500), hoogstens=5), KALENDER)
    assert uit["stand"] == "onhaalbaar"
    assert "2026-09-07 om 11:00" in uit["uitleg"][0]["nl"]


def test_een_half_uur_dat_geen_dienst_dekt_wordt_genoemd() -> None:
    diensten = [{"van": "08:00", "tot": "12:00"}, {"van": "12:30", "tot": "20:00"}]
    uit = antwoord.plan(scenario(vraag=vraag(375), diensten=diensten), KALENDER)
    assert uit["stand"] == "onhaalbaar"
    assert "dekt geen enkele dienst 12:00" in uit["uitleg"][0]["nl"]
    assert len(uit["uitleg"]) == 5


def test_zonder_tijd_is_er_geen_antwoord_en_dat_is_iets_anders_dan_onhaalbaar() -> None:
    uit = antwoord.plan(scenario(vraag=vraag(3000)), KALENDER, grens=Grens(seconden=0.0))
    assert (uit["stand"], uit["herhaalbaar"], uit["uren"]) == ("geen_antwoord", False, None)


def test_een_half_uur_opgeven_mag_alleen_als_dat_gevraagd_is() -> None:
    strikt, los = (plan_week(_week(3000), _lijn(bijhouden=b), RUIM) for b in (True, False))
    assert all(rij.mensen > rij.gesprekken * 840 / 1800 for rij in strikt.halfuren)
    assert los.halve_uren < strikt.halve_uren
    assert los.halve_uren / 2 <= 916


def test_bij_3000_gesprekken_is_924_uur_het_minste_welke_diensten_er_ook_zijn() -> None:
    """Not the kinds of shifts, their starts or the gap of the search: half hours staffed one by one ask as many hours."""
    los = Dienstenset(maat=Maat(30, 30, 30, 330))
    per_halfuur, diensten = (plan_week(_week(3000), _lijn(), keuze) for keuze in (los, RUIM))
    assert per_halfuur.stand is diensten.stand is Stand.OPTIMAAL
    assert (per_halfuur.ondergrens, diensten.ondergrens) == (1848, 1848)  # half hours
    assert per_halfuur.halve_uren == diensten.halve_uren == 1848


def test_de_controle_ziet_elke_verandering_die_het_plan_slechter_maakt() -> None:
    vraag_, lijn = _week(375), _lijn(hoogstens=6)
    uit = plan_week(vraag_, lijn, RUIM)
    assert not keur(vraag_, uit.inzet, lijn, RUIM)
    for nummer, deel in enumerate(uit.inzet):
        rest = uit.inzet[:nummer] + uit.inzet[nummer + 1 :]
        assert keur(vraag_, rest, lijn, RUIM)
        vreemd = Inzet(deel.datum, Dienst(deel.dienst.van, deel.dienst.tot + 600), deel.aantal)
        assert keur(vraag_, (*rest, vreemd), lijn, RUIM)
        assert keur(vraag_, (*rest, Inzet(deel.datum, deel.dienst, deel.aantal + 6)), lijn, RUIM)
        assert keur(vraag_, (*uit.inzet, deel), lijn, RUIM)


def test_pauzes_zijn_onbetaald_en_niemand_neemt_dan_op() -> None:
    uit = antwoord.plan(scenario(vraag=vraag(375)), KALENDER)
    for dienst in uit["diensten"]:
        uren = (int(dienst["tot"][:2]) * 60 + int(dienst["tot"][3:]) - int(dienst["van"][:2]) * 60 - int(dienst["van"][3:])) / 60  # fmt: skip
        assert dienst["betaald_uren"] == uren - (0.5 if dienst["pauze"] else 0)
        assert (dienst["pauze"] is not None) == (uren > 5.5)


def test_meer_weken_elk_met_hun_eigen_doel() -> None:
    eind = str(MAANDAG + timedelta(days=11))
    uit = antwoord.plan(scenario(historie=historie(), tot=eind), KALENDER)
    assert [week["week"] for week in uit["weken"]] == [str(MAANDAG), str(MAANDAG + timedelta(days=7))]
    assert all(week["bereikt_procent"] >= 80 for week in uit["weken"])
    assert uit["uren"] == sum(week["uren"] for week in uit["weken"])
