"""The monitor of a year through every door: figures, last year, targets, warnings, and files with their metadata."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.cijfers.models import Streefwaarde
from samenhang.kernel.cijfers.vaststellen import bewaar_telling, stel_vast
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.tellingen import TELGROEPEN
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from tests.bouw import Gemeente, maak_gemeente

pytestmark = pytest.mark.django_db
NU = "2026-12-01"
PEILDATUM = date(2026, 12, 1)


def tel(**anders: int) -> dict[str, dict[str, int]]:
    """The counts of one month: acceptance case 16 divided by ten, classes that are not named are zero."""
    alle = {
        "": 200, "enkelvoudig": 200, "niet_bereikt": 160, "bereikt_hulp": 14, "bereikt_geen_hulp": 26,
        "niet_bereikt__geen_contact": 160, "bereikt_hulp__advies": 14, "bereikt_geen_hulp__regelt_zelf": 26,
    } | anders  # fmt: skip
    signalen = {
        "": 227,
        "huur": 100,
        "zorg": 127,
        "huur_gewoon": 100,
        "niet_warm": 227,
        "opgepakt_signaal": 227,
    }
    pogingen = {"": 300, "telefoon": 300, "ochtend": 300, "poging_vergeefs": 260, "poging_bereikte": 40}
    geteld = {"signalen": signalen, "meldingen": alle, "pogingen": pogingen, "aanvaardingen": {"": 0}}
    return {
        groep.naam: {cel.naam: 0 for deel in groep.uitsplitsingen for cel in deel.cellen} | geteld[groep.naam]
        for groep in TELGROEPEN
    }


@pytest.fixture
def gemeente() -> Gemeente:
    """A municipality with two months of this year and one of last year set."""
    from django.utils import timezone

    gemeente = maak_gemeente()
    actions.leg_inwonertal_vast(gemeente.teamleider, date(2025, 1, 1), 52_341, "CBS")
    minder = tel(bereikt_hulp=7, bereikt_geen_hulp=13, niet_bereikt=180)
    minder["meldingen"] |= {
        "niet_bereikt__geen_contact": 180,
        "bereikt_hulp__advies": 7,
        "bereikt_geen_hulp__regelt_zelf": 13,
    }
    for maand, geteld in ((date(2025, 9, 1), minder), (date(2026, 9, 1), tel()), (date(2026, 10, 1), tel())):
        stel_vast(SCHEME, gemeente.organisatie.id, maand, PEILDATUM, geteld, timezone.now())
        bewaar_telling(SCHEME, gemeente.organisatie.id, maand, PEILDATUM, geteld)
    return gemeente


def regel(gemeente: Gemeente, naam: str, jaar: int = 2026) -> Any:
    (gevonden,) = queries.monitor(gemeente.teamleider, jaar).van(naam)
    return gevonden


def test_acceptatiegeval_16_over_een_jaar(gemeente: Gemeente) -> None:
    waarden = {
        naam: str(regel(gemeente, naam).cijfer.waarde)
        for naam in ("bereik", "acceptatie_van_bereikten", "acceptatie_van_meldingen", "signalen_per_1000")
    }
    assert waarden == {
        "bereik": "20.0", "acceptatie_van_bereikten": "35.0", "acceptatie_van_meldingen": "7.0", "signalen_per_1000": "4.34",
    }  # fmt: skip
    assert regel(gemeente, "bereik").cijfer.noemer == 400
    assert queries.monitor(gemeente.teamleider).jaren == (2026, 2025)


def test_naast_dezelfde_maanden_van_vorig_jaar(gemeente: Gemeente) -> None:
    bereik = regel(gemeente, "bereik")
    assert (bereik.vorig.waarde, bereik.verschil) == (Decimal("10.0"), Decimal("10.0"))
    assert bereik.vorig.maanden == 1
    assert regel(gemeente, "bereik", 2025).vorig is None


def test_elk_resultaat_van_het_landelijke_model_is_een_cijfer(gemeente: Gemeente) -> None:
    beeld = queries.monitor(gemeente.teamleider, 2026)
    namen = {r.cijfer.cel.naam for r in beeld.regels if r.cijfer.indicator.naam.startswith("resultaat_")}
    from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN

    assert {naam.partition("__")[2] for naam in namen} >= set(RESULTATEN)
    advies = next(r for r in beeld.van("resultaat_bereikt_hulp") if r.cijfer.cel.naam.endswith("__advies"))
    assert str(advies.cijfer.waarde) == "7.0"


def test_een_streefwaarde_is_gedateerd_en_verandert_niet(gemeente: Gemeente) -> None:
    actions.leg_streefwaarde_vast(gemeente.teamleider, "bereik", date(2025, 1, 1), Decimal("15"), "plan 2025")
    actions.leg_streefwaarde_vast(gemeente.teamleider, "bereik", date(2026, 1, 1), Decimal("25"), "plan 2026")
    assert (regel(gemeente, "bereik").streef.waarde, regel(gemeente, "bereik").gehaald) == (
        Decimal("25.00"),
        False,
    )
    assert (regel(gemeente, "bereik", 2025).streef.reden, regel(gemeente, "bereik", 2025).gehaald) == (
        "plan 2025",
        False,
    )
    actions.leg_streefwaarde_vast(gemeente.teamleider, "bereik", date(2026, 1, 1), Decimal("20"), "verbeterd")
    assert regel(gemeente, "bereik").gehaald is True
    for opdracht in ("UPDATE cijfers_streefwaarde SET waarde = 1", "DELETE FROM cijfers_streefwaarde"):
        with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(opdracht)
    assert Streefwaarde.objects.count() == 3


@pytest.mark.parametrize(
    "indicator, waarde, reden, code",
    [
        ("signalen_per_1000", "4", "plan", "streef_indicator"), ("weg", "4", "plan", "streef_indicator"), ("bereik", "101", "plan", "streef_waarde"),
        ("bereik", "-1", "plan", "streef_waarde"), ("bereik", "20.05", "plan", "streef_waarde"), ("bereik", "20", "  ", "streef_reden"),
    ],
)  # fmt: skip
def test_een_onmogelijke_streefwaarde_wordt_geweigerd(
    gemeente: Gemeente, indicator: str, waarde: str, reden: str, code: str
) -> None:
    with pytest.raises(Geweigerd) as weigering:
        actions.leg_streefwaarde_vast(
            gemeente.teamleider, indicator, date(2026, 1, 1), Decimal(waarde), reden
        )
    assert weigering.value.code == code
    assert not Streefwaarde.objects.exists()


def test_alleen_beleid_en_teamleider(gemeente: Gemeente) -> None:
    for wie in (gemeente.sanne, gemeente.intake):
        with pytest.raises(Geweigerd):
            queries.monitor(wie)
        with pytest.raises(Geweigerd):
            actions.leg_streefwaarde_vast(wie, "bereik", date(2026, 1, 1), Decimal("20"), "plan")


@pytest.mark.parametrize("jaar", [2020, 2027])
def test_een_jaar_dat_niet_bestaat(gemeente: Gemeente, jaar: int) -> None:
    with pytest.raises(Geweigerd) as weigering:
        queries.monitor(gemeente.teamleider, jaar)
    assert weigering.value.code == "jaar_onjuist"


def client(gemeente: Gemeente, taal: str = "nl") -> Client:
    bezoeker = Client(headers={"accept-language": taal})
    bezoeker.force_login(Gebruiker.objects.get(id=gemeente.teamleider.gebruiker_id))
    return bezoeker


def test_opdracht_api_en_pagina_zeggen_hetzelfde(gemeente: Gemeente, capsys: Any) -> None:
    with pytest.raises(SystemExit) as einde:
        hoofd([SCHEME.naam, "monitor", "--gemeente", "9901", "--jaar", "2026", "--json"])
    assert einde.value.code == 0
    uit = json.loads(capsys.readouterr().out)
    assert (uit["gemeente"], uit["jaar"], uit["peildatum"], uit["drempel"]) == ("9901", 2026, NU, 5)
    api = client(gemeente).get("/api/v1/vroegsignalering/monitor?jaar=2026").json()
    assert {naam: uit[naam] for naam in api} == api
    assert (
        client(gemeente).get("/vroegsignalering/monitor?beeld=gepubliceerd&jaar=2026&uitvoer=json").json()
        == api
    )
    bereik = next(c for c in uit["jaarcijfers"] if c["indicator"] == "bereik")
    assert (bereik["waarde"], bereik["vorigJaar"], bereik["verschil"]) == ("20.0", "10.0", "10.0")
    uitleg = next(i for i in uit["indicatoren"] if i["naam"] == "bereik")
    assert uitleg["definitie"]["nl"]
    assert uitleg["bronstatus"] == "ongeverifieerd"
    bestand = client(gemeente).get("/api/v1/vroegsignalering/monitorbestand?jaar=2026").content.decode()
    regels = bestand.splitlines()
    assert [r[0] for r in regels[:3]] == ["#", "#", "#"]
    rijen = list(csv.DictReader(io.StringIO("\n".join(regels[3:])), delimiter=";"))
    assert [(r["indicator"], r["klasse"], r["waarde"]) for r in rijen] == [
        (c["indicator"], c["klasse"] or "", c["waarde"] or "") for c in uit["jaarcijfers"]
    ]


def test_de_pagina_in_twee_talen_met_streefwaarde_en_grafiek(gemeente: Gemeente) -> None:
    bezoeker = client(gemeente)
    na = bezoeker.post(
        "/vroegsignalering/monitor/streefwaarde",
        {"indicator": "bereik", "vanaf": "2026-01-01", "waarde": "25,5", "reden": "beleidsplan", "terug": "/vroegsignalering/monitor"},
        follow=True,
    ).content.decode()  # fmt: skip
    assert "De streefwaarde is vastgelegd" in na
    assert "streef 25,5: niet gehaald" in na
    assert "Bereik: 20,0 over 2026" in na
    assert "<svg" in na
    assert "80 van 400" in na
    assert "2.026" not in na
    assert '<option value="2025">' in na
    engels = client(gemeente, "en").get("/vroegsignalering/monitor").content.decode()
    assert "last year 10.0" in engels
    assert "80 of 400" in engels
    leeg = bezoeker.get("/vroegsignalering/monitor?jaar=2024").content.decode()
    assert "Nog geen cijfers over dit jaar" in leeg
    fout = bezoeker.post(
        "/vroegsignalering/monitor/streefwaarde",
        {"indicator": "bereik", "vanaf": "2026-01-01", "waarde": "veel"},
    )
    assert fout.status_code == 400


def test_een_streefwaarde_door_api_en_opdracht(gemeente: Gemeente, capsys: Any) -> None:
    invoer = {"indicator": "bereik", "vanaf": "2026-01-01", "waarde": "25.5", "reden": "plan"}
    antwoord = client(gemeente).post(
        "/api/v1/vroegsignalering/streefwaarden", invoer, content_type="application/json"
    )
    assert antwoord.status_code == 201
    with pytest.raises(SystemExit) as einde:
        hoofd(
            [
                SCHEME.naam,
                "streefwaarde",
                "acceptatie_van_bereikten",
                "2026-01-01",
                "40",
                "plan",
                "--gemeente",
                "9901",
            ]
        )
    assert einde.value.code == 0
    capsys.readouterr()
    assert set(Streefwaarde.objects.values_list("indicator", "door")) == {
        ("bereik", "marloes"),
        ("acceptatie_van_bereikten", "systeem"),
    }


def test_de_cijferpagina_toont_dertien_maanden_en_het_bestand_alle(gemeente: Gemeente) -> None:
    from django.utils import timezone

    for nummer in range(1, 15):
        maand = date(2024 + (nummer + 2) // 12, (nummer + 2) % 12 + 1, 1)
        if maand != date(2025, 9, 1):
            stel_vast(SCHEME, gemeente.organisatie.id, maand, PEILDATUM, tel(), timezone.now())
    bron = client(gemeente).get("/vroegsignalering/cijfers?beeld=gepubliceerd").content.decode()
    kop = bron.partition("Alle cijfers per maand")[2].partition("</thead>")[0]
    assert kop.count('class="getal"') == 13
    assert "laatste dertien maanden" in bron
    csv_ = client(gemeente).get("/vroegsignalering/cijfers?beeld=gepubliceerd&uitvoer=csv").content.decode()
    assert "2024-04" in csv_


def test_intern_telt_ook_de_lopende_maand_en_kleine_aantallen(gemeente: Gemeente, capsys: Any) -> None:
    klein = tel(bereikt_hulp=3, bereikt_geen_hulp=37)
    klein["meldingen"] |= {"bereikt_hulp__advies": 3, "bereikt_geen_hulp__regelt_zelf": 37}
    bewaar_telling(SCHEME, gemeente.organisatie.id, date(2026, 11, 1), date(2026, 11, 24), klein)
    uit = client(gemeente).get("/api/v1/vroegsignalering/monitor/intern?jaar=2026").json()
    hulp = next(c for c in uit["jaarcijfers"] if c["indicator"] == "acceptatie_van_meldingen")
    assert (uit["intern"], hulp["teller"], hulp["noemer"], hulp["maanden"]) == (True, 31, 600, 3)
    with pytest.raises(SystemExit):
        hoofd([SCHEME.naam, "monitor", "--gemeente", "9901", "--jaar", "2026", "--intern", "--json"])
    opdracht = json.loads(capsys.readouterr().out)
    assert {naam: opdracht[naam] for naam in uit} == uit
    gepubliceerd = client(gemeente).get("/api/v1/vroegsignalering/monitor?jaar=2026").json()
    assert (gepubliceerd["intern"], gepubliceerd["wachten"]) == (False, ["2026-11"])
    bladzijde = client(gemeente).get("/vroegsignalering/monitor").content.decode()
    assert "Alleen voor intern gebruik" in bladzijde
    assert "31 van 600" in bladzijde
    with pytest.raises(Geweigerd):
        queries.interne_monitor(gemeente.sanne)


@pytest.fixture
def buur(gemeente: Gemeente) -> Gemeente:
    """A second municipality that published October, with a number of cases too small to show."""
    from django.utils import timezone

    buur = maak_gemeente("9902", "Veenrijk")
    actions.leg_inwonertal_vast(buur.teamleider, date(2025, 1, 1), 10_000, "CBS")
    weinig = tel(enkelvoudig=3, niet_bereikt=3, bereikt_hulp=0, bereikt_geen_hulp=0)
    weinig["meldingen"] |= {
        "": 3,
        "niet_bereikt__geen_contact": 3,
        "bereikt_hulp__advies": 0,
        "bereikt_geen_hulp__regelt_zelf": 0,
    }
    stel_vast(SCHEME, buur.organisatie.id, date(2026, 10, 1), PEILDATUM, weinig, timezone.now())
    return buur


def test_openbaar_zonder_inloggen_alleen_wat_is_gepubliceerd(gemeente: Gemeente, buur: Gemeente) -> None:
    """Of one municipality, and of all together: what is hidden in one is in no sum."""
    bewaar_telling(SCHEME, gemeente.organisatie.id, date(2026, 11, 1), date(2026, 11, 24), tel())
    een = Client().get("/api/v1/vroegsignalering/openbaar/monitor?gemeente=9901").json()
    assert een["maanden"] == ["2026-09", "2026-10"]
    assert een["gemeenten"] == ["9901"]
    assert "pogingen_per_soort" not in {c["indicator"] for c in een["jaarcijfers"]}
    alle = Client().get("/api/v1/vroegsignalering/openbaar/monitor").json()
    assert sorted(alle["gemeenten"]) == ["9901", "9902"]
    bereik = next(c for c in alle["jaarcijfers"] if c["indicator"] == "bereik")
    assert (bereik["noemer"], bereik["maanden"], bereik["van"]) == (400, 2, 3)
    per_1000 = [c for c in alle["maandcijfers"] if c["indicator"] == "signalen_per_1000"]
    assert [(c["maand"], c["teller"], c["noemer"]) for c in per_1000] == [
        ("2026-09", 227, 52_341),
        ("2026-10", 454, 62_341),
    ]
    rijen = alle["jaarcijfers"] + alle["maandcijfers"]
    assert not [n for c in rijen for n in (c["teller"], c["noemer"]) if n is not None and 0 < n < 5]
    bestand = Client().get("/api/v1/vroegsignalering/openbaar/monitorbestand").content.decode()
    assert bestand.startswith("# Vroegsignalering van schulden · 2 gemeenten samen · 2026")


@pytest.mark.parametrize("taal, zin", [("nl", "2 gemeenten samen"), ("en", "2 municipalities together")])
def test_de_openbare_bladzijde_in_twee_talen(gemeente: Gemeente, buur: Gemeente, taal: str, zin: str) -> None:
    bezoeker = Client(headers={"accept-language": taal})
    bladzijde = bezoeker.get("/vroegsignalering/openbaar/monitor").content.decode()
    assert zin in bladzijde
    assert "<svg" in bladzijde
    assert '<option value="9902">' in bladzijde
    een = bezoeker.get("/vroegsignalering/openbaar/monitor?gemeente=9901&jaar=2025")
    assert een.status_code == 200
    assert (
        bezoeker.get("/vroegsignalering/openbaar/monitor?gemeente=9901&uitvoer=json").json()["jaar"] == 2026
    )
    for vraag, code in (("gemeente=0000", 404), ("jaar=1999", 400), ("jaar=tien", 400), ("uitvoer=xml", 400)):
        assert bezoeker.get(f"/vroegsignalering/openbaar/monitor?{vraag}").status_code == code, vraag
