"""Plans by page, API and command: the same answer, kept once, adopted by a person, seen by the planner of the line only."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from typer.testing import CliRunner

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.schemes.helplijn.actions.bezetting import plan_bezetting, stel_bezetting_vast
from samenhang.schemes.helplijn.models import Bezettingsplan, Bezettingsrun, Bezettingsscenario
from tests.schemes.helplijn import wereld as lijnwereld
from tests.schemes.helplijn.bezetting.wereld import MAANDAG, historie, scenario, vraag

pytestmark = pytest.mark.django_db
CSV = "datum;van;aantal\n" + "".join(f"{r['datum']};{r['van']};{r['aantal']}\n" for r in historie(weken=8))
JSON = "application/json"


@pytest.fixture
def lijn() -> Any:
    return lijnwereld.maak_lijn()


def _opdracht(*delen: str, invoer: object = None) -> Any:
    from samenhang.schemes.helplijn.commands import app

    tekst = "" if invoer is None else json.dumps(invoer, default=str)
    return CliRunner().invoke(app, ["bezetting", *delen], input=tekst, catch_exceptions=False)


def _draad(document: dict[str, Any]) -> dict[str, Any]:
    """A document in the names of the API."""
    tekst = json.dumps(document, default=str)
    return json.loads(
        re.sub(r'"([a-z]+)_([a-z])([a-z]*)":', lambda t: f'"{t[1]}{t[2].upper()}{t[3]}":', tekst)
    )  # type: ignore[no-any-return]


def _formulier(**anders: Any) -> dict[str, Any]:
    dagen = dict.fromkeys(("ma", "di", "wo", "do", "vr"), "08:00-20:00")
    return {
        "naam": "Week 37", "waarvoor": "najaar", "herkomst": "centrale, uitvoer van 1 september", "van": str(MAANDAG), "tot": str(MAANDAG + timedelta(days=4)),
        "historie": SimpleUploadedFile("tellingen.csv", CSV.encode()), "feestdagen": "dicht", "behandeltijd_s": "840",
        "geduld_s": "240", "norm": "gebruikelijk", "minimaal": "2", **dagen, "za": "", "zo": "",
    } | anders  # fmt: skip


def _niets_bewaard() -> bool:
    return not (
        Bezettingsscenario.objects.exists()
        or Bezettingsrun.objects.exists()
        or Bezettingsplan.objects.exists()
    )


def test_een_plan_door_drie_deuren_is_hetzelfde_plan(lijn: Any, tmp_path: Any) -> None:
    document = scenario(vraag=vraag(375), naam="Week 37", herkomst="ingevuld door de planner")
    api = lijnwereld.api(lijn.pim)
    lijf = {"waarvoor": "najaar", "scenario": _draad(document)}
    antwoord = api.post("/api/v1/helplijn/bezettingsplannen", json.dumps(lijf), content_type=JSON)
    assert antwoord.status_code == 201, antwoord.content
    gemaakt = antwoord.json()
    assert (gemaakt["staat"], gemaakt["stand"], gemaakt["door"]) == ("concept", "optimaal", "pim")
    uit = _opdracht("bewaar", "--waarvoor", "najaar", "--als", lijn.pim.email, "--json", invoer=document)
    assert json.loads(uit.stdout)["hash"] == gemaakt["uitkomst"]["hash"]
    assert json.loads(uit.stdout)["id"] == gemaakt["id"]  # the same question is kept once
    los = json.loads(_opdracht("plan", invoer=document).stdout)
    assert los["diensten"] == json.loads(_opdracht("toon", gemaakt["id"], "--als", lijn.pim.email, "--json").stdout)["uitkomst"]["diensten"]  # fmt: skip
    assert len(los["diensten"]) == len(gemaakt["uitkomst"]["diensten"])
    assert Bezettingsplan.objects.count() == Bezettingsscenario.objects.count() == 1

    lijst = api.get("/api/v1/helplijn/bezettingsplannen").json()
    assert [rij["id"] for rij in lijst["items"]] == [gemaakt["id"]]
    assert gemaakt["id"] in _opdracht("plannen", "--als", lijn.pim.email).stdout
    bladzijde = lijnwereld.web(lijn.pim).get("/helplijn/bezetting").content.decode()
    assert "Week 37" in bladzijde
    assert gemaakt["uitkomst"]["raming"]["herkomst"] == "ingevuld door de planner"
    een = lijnwereld.web(lijn.pim).get(f"/helplijn/bezetting/{gemaakt['id']}").content.decode()
    assert "niet geraamd uit tellingen" in een
    assert f"/helplijn/bezetting/{gemaakt['id']}" in bladzijde

    vast = api.post(f"/api/v1/helplijn/bezettingsplannen/{gemaakt['id']}/vaststellen")
    assert (vast.status_code, vast.json()["staat"], vast.json()["vastgesteldDoor"]) == (
        200,
        "vastgesteld",
        "pim",
    )
    assert Auditregel.objects.filter(naam="bezetting vaststellen").exists()


def test_de_pagina_maakt_een_plan_uit_een_bestand_en_toont_beeld_tabel_en_csv(lijn: Any) -> None:
    web = lijnwereld.web(lijn.pim)
    antwoord = web.post("/helplijn/bezetting/nieuw", _formulier())
    assert antwoord.status_code == 302, antwoord.content.decode()[:2000]
    plan = Bezettingsplan.objects.get()
    assert plan.run.scenario.historie == CSV
    tekst = web.get(antwoord["Location"]).content.decode()
    for stuk in ("<svg", "ma 7-9", "het drukst om", "bewezen dat het niet goedkoper kan", "80 % in 20" if False else "doel 80 %", "Stel vast"):  # fmt: skip
        assert stuk in tekst, stuk
    aantal = sum(int(regel.rpartition(";")[2]) for regel in CSV.splitlines()[1:])
    assert f"geraamd uit {aantal:,}".replace(",", ".") in tekst
    assert '<span translate="no">centrale, uitvoer van 1 september</span>' in tekst
    dinsdag = web.get(f"{antwoord['Location']}?dag=2026-09-08").content.decode()
    assert "di 8-9: het drukst" in dinsdag
    bestand = web.get(f"{antwoord['Location']}?uitvoer=csv")
    regels = bestand.content.decode().splitlines()
    assert regels[0].startswith("datum;van;gesprekken;laag;hoog;mensen;nodig")
    assert len(regels) == 121
    vast = web.post(f"{antwoord['Location']}/vaststellen", follow=True).content.decode()
    assert "Het plan is vastgesteld." in vast
    assert "Stel vast" not in vast


def test_wat_als_staat_naast_het_plan_en_bewaart_niets(lijn: Any) -> None:
    plan = plan_bezetting(lijnwereld.als(lijn.pim), scenario(), "najaar", CSV.encode(), "t.csv")
    web, pad = lijnwereld.web(lijn.pim), f"/helplijn/bezetting/{plan.id}"
    tekst = web.get(f"{pad}?watals=ja&afhaken_procent=5").content.decode()
    assert "Voor en na" in tekst
    assert "uur meer in de hele periode" in tekst
    campagne = web.get(f"{pad}?watals=ja&campagne_van=2026-09-09&campagne_tot=2026-09-30&campagne_effect=100")
    assert "Als niemand iets doet" in campagne.content.decode()
    fout = web.get(f"{pad}?watals=ja&campagne_van=2026-09-09&campagne_tot=2026-09-01&campagne_effect=100")
    assert "Wissel de datums om" in fout.content.decode()
    antwoord = lijnwereld.api(lijn.pim).post(
        f"/api/v1/helplijn/bezettingsplannen/{plan.id}/vergelijkingen",
        json.dumps({"vraagProcent": "25"}),
        content_type=JSON,
    )
    assert antwoord.status_code == 200, antwoord.content
    assert antwoord.json()["verschil"]["uren"] > 0
    assert antwoord.json()["ongewijzigd"]["bereiktProcent"] < 80
    door_opdracht = _opdracht("wat-als", str(plan.id), "--als", lijn.pim.email, invoer={"vraag_procent": 25})
    assert json.loads(door_opdracht.stdout)["verschil"]["uren"] == antwoord.json()["verschil"]["uren"]
    assert Bezettingsplan.objects.count() == 1


def test_een_nieuw_vastgesteld_plan_vervangt_dat_van_dezelfde_dagen(lijn: Any) -> None:
    actor = lijnwereld.als(lijn.pim)
    een, ander = (plan_bezetting(actor, scenario(vraag=vraag(n)), "week") for n in (375, 400))
    later = scenario(vraag=vraag(375, MAANDAG + timedelta(days=7)), van=str(MAANDAG + timedelta(days=7)), tot=str(MAANDAG + timedelta(days=11)))  # fmt: skip
    volgende = plan_bezetting(actor, later, "week erna")
    for plan in (een, volgende, ander):
        stel_bezetting_vast(actor, plan.id)
    staten = {plan.id: plan.staat for plan in Bezettingsplan.objects.all()}
    assert staten == {een.id: "vervangen", ander.id: "vastgesteld", volgende.id: "vastgesteld"}
    een.refresh_from_db()
    assert een.vervangen_door_id == ander.id
    with pytest.raises(Geweigerd) as weigering:
        stel_bezetting_vast(actor, een.id)
    assert (weigering.value.code, weigering.value.status) == ("plan_geen_concept", 409)
    tekst = lijnwereld.web(lijn.pim).get(f"/helplijn/bezetting/{een.id}").content.decode()
    assert f"/helplijn/bezetting/{ander.id}" in tekst


def test_wat_niet_kan_wordt_bewaard_met_uitleg_en_niet_vastgesteld(lijn: Any) -> None:
    actor = lijnwereld.als(lijn.pim)
    plan = plan_bezetting(actor, scenario(vraag=vraag(375), hoogstens=3), "te krap")
    assert plan.run.stand == "onhaalbaar"
    tekst = lijnwereld.web(lijn.pim).get(f"/helplijn/bezetting/{plan.id}").content.decode()
    assert "Met 4 plaatsen kan het wel" in tekst
    assert "Stel vast" not in tekst
    with pytest.raises(Geweigerd) as weigering:
        stel_bezetting_vast(actor, plan.id)
    assert weigering.value.code == "plan_zonder_diensten"
    uit = lijnwereld.api(lijn.pim).get(f"/api/v1/helplijn/bezettingsplannen/{plan.id}").json()
    assert uit["uitkomst"]["uitleg"][1]["en"].startswith("With 4 seats")


@pytest.mark.parametrize(
    "anders, woord",
    [
        ({"behandeltijd_s": "0"}, "minstens een seconde"),
        ({"geduld_s": "0"}, "Wie geen geduld heeft is al weg"),
        ({"minimaal": "1"}, "geen vervanging en geen pauze"),
        ({"ma": "22:00-06:00"}, "loopt over middernacht"),
        ({"norm": "eigen", "procent": "100", "seconden": "20"}, "geen enkele bezetting beloven"),
        ({"norm": "vng"}, "noemt geen percentage"),
        ({"waarvoor": " "}, "waarvoor"),
        ({"herkomst": ""}, "Dit veld is verplicht"),
        ({"tot": "2026-09-01"}, "Wissel de datums om"),
        ({"historie": SimpleUploadedFile("t.csv", b"datum;van;aantal\n2026-08-31;08:00;-4\n")}, "regel 2, kolom aantal"),
        ({"historie": SimpleUploadedFile("t.csv", b"datum;van\n")}, "de eerste regel noemt elk"),
    ],
)  # fmt: skip
def test_slechte_invoer_op_de_pagina_staat_bij_haar_veld_en_bewaart_niets(
    lijn: Any, anders: Any, woord: str
) -> None:
    antwoord = lijnwereld.web(lijn.pim).post("/helplijn/bezetting/nieuw", _formulier(**anders))
    assert antwoord.status_code == 400
    if woord != "waarvoor":
        assert woord in antwoord.content.decode()
    assert _niets_bewaard()


def test_slechte_invoer_op_api_en_opdracht_heeft_een_plaats(lijn: Any) -> None:
    slecht = scenario(vraag=vraag(375), geduld_s=0)
    lijf = {"waarvoor": "x", "scenario": _draad(slecht)}
    antwoord = lijnwereld.api(lijn.pim).post(
        "/api/v1/helplijn/bezettingsplannen", json.dumps(lijf), content_type=JSON
    )
    assert antwoord.status_code == 400
    assert antwoord.json()["fouten"][0]["plek"] == "/scenario/geduldS"
    with pytest.raises(Geweigerd) as weigering:
        _opdracht("bewaar", "--waarvoor", "x", "--als", lijn.pim.email, invoer=slecht)
    assert weigering.value.fouten[0].plaats.plek == "/geduld_s"
    with pytest.raises(Geweigerd):
        _opdracht("raming", "--historie", "/bestaat/niet.csv", invoer=scenario())
    assert _niets_bewaard()


def test_alleen_de_planner_van_deze_lijn(lijn: Any) -> None:
    plan = plan_bezetting(lijnwereld.als(lijn.pim), scenario(vraag=vraag(375)), "week")
    ander = lijnwereld.maak_lijn("Een andere lijn")
    rooster = {
        "diensten": [{"datum": str(MAANDAG), "van": "08:00", "tot": "16:00", "mensen": 1}],
        "medewerkers": [],
    }
    for wie in (lijn.noor, lijn.tess, lijn.audi):
        assert lijnwereld.web(wie).get("/helplijn/bezetting").status_code == 403
        assert lijnwereld.web(wie).get("/helplijn/bezetting/nieuw").status_code == 403
        assert lijnwereld.web(wie).get(f"/helplijn/bezetting/{plan.id}").status_code == 403
        api = lijnwereld.api(wie)
        assert api.get("/api/v1/helplijn/bezettingsplannen").status_code == 403
        assert (
            api.post("/api/v1/helplijn/roosters", json.dumps(rooster), content_type=JSON).status_code == 403
        )
    assert lijnwereld.web(ander.pim).get(f"/helplijn/bezetting/{plan.id}").status_code == 404
    api = lijnwereld.api(ander.pim)
    assert api.get(f"/api/v1/helplijn/bezettingsplannen/{plan.id}").status_code == 404
    assert api.post(f"/api/v1/helplijn/bezettingsplannen/{plan.id}/vaststellen").status_code == 404
    assert api.get("/api/v1/helplijn/bezettingsplannen").json()["items"] == []


def test_raming_rooster_en_doelen_bewaren_niets(lijn: Any, tmp_path: Any) -> None:
    pad = tmp_path / "tellingen.csv"
    pad.write_text(CSV)
    raming = json.loads(_opdracht("raming", "--historie", str(pad), invoer=scenario()).stdout)
    assert raming["toets"]["verhouding"] < 1
    api = lijnwereld.api(lijn.pim)
    door_api = api.post("/api/v1/helplijn/bezettingsramingen", json.dumps(_draad(scenario(historie=historie(weken=8)))), content_type=JSON)  # fmt: skip
    assert door_api.status_code == 200, door_api.content
    assert door_api.json()["gesprekken"] == raming["gesprekken"]
    altijd = {"ma": "08:00-20:00"}
    vraag_ = {
        "diensten": [{"datum": str(MAANDAG), "van": "08:00", "tot": "16:00", "mensen": 2}],
        "medewerkers": [{"id": "A", "senior": True, "contract_uren": 24, "beschikbaar": altijd}],
    }
    rooster = json.loads(_opdracht("rooster", invoer=vraag_).stdout)
    assert rooster["onbezet"] == 1
    door_api = api.post("/api/v1/helplijn/roosters", json.dumps(_draad(vraag_)), content_type=JSON)
    assert door_api.json()["uitleg"] == rooster["uitleg"]
    doelen = json.loads(_opdracht("doelen", "--dag", "2026-09-07").stdout)["doelen"]
    assert {rij["norm"]: rij["status"] for rij in doelen} == {"gebruikelijk": "beleid", "vng": "ongeverifieerd", "tilburg": "ongeverifieerd"}  # fmt: skip
    assert api.get("/api/v1/helplijn/bezettingsdoelen?dag=2026-09-07").json()["doelen"][1]["norm"] == "vng"
    erlang = json.loads(_opdracht("erlang", invoer={"mensen": 4, "gesprekken_per_halfuur": 3.125, "behandeltijd_s": 840}).stdout)  # fmt: skip
    assert 0.92 < erlang["bereikt"] < 0.95
    assert _niets_bewaard()
    assert "A" not in repr(list(Auditregel.objects.values_list("wijziging", flat=True)))


def test_de_pagina_in_het_engels(lijn: Any) -> None:
    plan = plan_bezetting(lijnwereld.als(lijn.pim), scenario(), "najaar", CSV.encode(), "t.csv")
    web = lijnwereld.web(lijn.pim)
    for pad in ("/helplijn/bezetting", "/helplijn/bezetting/nieuw", f"/helplijn/bezetting/{plan.id}?watals=ja&vraag_procent=25"):  # fmt: skip
        tekst = web.get(pad, headers={"accept-language": "en"}).content.decode()
        assert "Staffing" in tekst
    assert "Before and after" in tekst
    assert "busiest at" in tekst
