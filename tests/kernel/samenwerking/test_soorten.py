"""What each kind of organisation may receive and give: from the rules, the same by page, API and command."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.samenwerking.soorten import soortbeeld, soorten
from samenhang.kernel.toegang.geldend import beslistabel
from tests.api.wereld import bewijs
from tests.bouw import maak_gemeente, werker

DAG = date(2026, 11, 24)
API = "/api/v1/organisatiesoorten"


def opdracht(capsys: pytest.CaptureFixture[str], *woorden: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["toegang", "organisatie", *woorden])
    uit = capsys.readouterr()
    return int(einde.value.code or 0), uit.out, uit.err


def test_elke_regel_die_een_soort_noemt_staat_erbij_en_geen_andere() -> None:
    """Nothing is typed over: what stands there is what the table has."""
    tabel = beslistabel()
    for soort in soorten():
        beeld = soortbeeld(soort, DAG)
        verwacht = {regel.id for regel in tabel.regels.values() if soort in regel.organisaties}
        assert {recht.regel for recht in beeld.rechten} == verwacht
        for recht in beeld.rechten:
            regel = tabel.regels[recht.regel]
            assert (len(recht.krijgt), len(recht.geeft)) == (len(regel.leest), len(regel.schrijft))
            assert recht.stand.wet.id == regel.grondslag
            assert recht.stand.geldt is tabel.grondslagen[regel.grondslag].in_werking_op(DAG)


def test_een_wetsvoorstel_staat_er_als_wetsvoorstel_en_een_wet_geldt_vanaf_haar_dag() -> None:
    wams = [r for r in soortbeeld("gemeente", DAG).rechten if r.stand.wet.id.startswith("wams-")]
    assert wams
    assert {(r.stand.status, r.stand.geldt) for r in wams} == {("ontwerp", False)}
    vroeger = soortbeeld("gemeente", date(1990, 1, 1))
    assert not any(recht.stand.geldt for recht in vroeger.rechten)


def test_een_school_krijgt_geen_schulden_en_geen_gezondheid() -> None:
    for recht in soortbeeld("school", DAG).rechten:
        namen = " ".join(tekst.nl.lower() for tekst in recht.krijgt)
        assert "schuld" not in namen
        assert "gezondheid" not in namen


@pytest.mark.django_db
def test_pagina_api_en_opdracht_zeggen_hetzelfde(capsys: pytest.CaptureFixture[str]) -> None:
    gemeente = maak_gemeente()
    actor = werker(gemeente, "greet", "teamleider")
    client = Client()
    from samenhang.kernel.organisaties.models import Gebruiker

    client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
    machine = Client(headers=bewijs(actor.medewerker_id))
    namen = machine.get(API).json()["organisatiesoorten"]
    assert [deel["soort"] for deel in namen] == list(soorten())
    for deel in namen:
        soort = deel["soort"]
        antwoord = machine.get(f"{API}/{soort}").json()
        code, uit, _ = opdracht(capsys, soort, "--json")
        document = json.loads(uit)
        assert code == 0
        assert document["tabelHash"] == antwoord["tabelHash"]
        for door in (document, antwoord):
            assert door["titel"] == deel["titel"]
        assert [r["regel"] for r in document["rechten"]] == [r["regel"] for r in antwoord["rechten"]]
        pagina = client.get(f"/organisatiesoorten/{soort}")
        assert pagina.status_code == 200
        tekst = pagina.content.decode()
        artikelen: list[dict[str, Any]] = antwoord["rechten"] + antwoord["toegezonden"]
        assert all(r["wet"]["id"] in tekst for r in artikelen), soort
        client.cookies["taal"] = "en"
        engels = client.get(f"/organisatiesoorten/{soort}").content.decode()
        assert deel["titel"]["en"] in engels
        assert "Uit de toegangsregels" not in engels
        client.cookies["taal"] = "nl"
    assert "wetsvoorstel: nu wordt alles geweigerd" in client.get("/organisatiesoorten").content.decode()
    assert "/organisatiesoorten" in client.get("/samenwerking").content.decode()
    assert opdracht(capsys, "school")[1].count("krijgt") >= 1


def test_een_onbekende_soort_noemt_wat_er_wel_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Geweigerd) as fout:
        soortbeeld("bakker", DAG)
    assert fout.value.fouten[0].plaats.kolom == "soort"
    code, uit, fout_uit = opdracht(capsys, "bakker")
    assert (code, uit) == (2, "")
    assert "gemeente" in json.loads(fout_uit)["tekst"]
