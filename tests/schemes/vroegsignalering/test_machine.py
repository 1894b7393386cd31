"""A partner's machine from its key to a corrected delivery: token, file, progress, faults in the terms of its JSON."""

from __future__ import annotations

import io
import json
import time
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.aanlevering import voortgang
from samenhang.kernel.organisaties.actions import maak_sleutel
from samenhang.kernel.organisaties.models import Medewerker, Rolvervulling
from samenhang.kernel.plichten import uitvoerder
from samenhang.schemes.vroegsignalering.commands.balk import in_woorden, voortgangsbalk
from tests.bouw import Gemeente, maak_gemeente, rij

pytestmark = pytest.mark.django_db
BASIS = "/api/v1/vroegsignalering"


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


@pytest.fixture
def sleutel(gemeente: Gemeente) -> tuple[str, str]:
    """The key of a machine of the energy supplier: client id and secret."""
    machine = Medewerker.objects.create(
        organisatie=gemeente.partner, naam="Leverstraat", van=date(2026, 1, 1)
    )
    Rolvervulling.objects.create(
        medewerker=machine, scheme="vroegsignalering", rol="partner", van=date(2026, 1, 1)
    )
    eigen, geheim = maak_sleutel(machine, "leverstraat")
    return str(eigen.id), geheim


def client(sleutel: tuple[str, str], scope: str = "") -> Client:
    vraag = {
        "grant_type": "client_credentials",
        "client_id": sleutel[0],
        "client_secret": sleutel[1],
        "scope": scope,
    }
    bewijs = Client().post("/api/v1/token", vraag).json()
    assert (bewijs["token_type"], bewijs["scope"]) == ("Bearer", scope or "lezen schrijven")
    assert 0 < bewijs["expires_in"] <= 3600
    return Client(headers={"authorization": f"Bearer {bewijs['access_token']}"})


def stuur(machine: Client, gemeente: Gemeente, signalen: list[dict[str, str]], herhaal: str) -> Any:
    bestand = io.BytesIO(json.dumps({"signalen": signalen}).encode())
    bestand.name = "november.json"
    return machine.post(
        f"{BASIS}/partners/{gemeente.partner.id}/aanleveringen",
        {"bestand": bestand, "wacht": "false"},
        headers={"idempotency-key": herhaal},
    )


def signaal(nummer: int, **anders: str) -> dict[str, str]:
    return {naam: cel for naam, cel in rij(nummer, **anders).items() if cel}


def test_van_sleutel_tot_verbeterde_levering(
    gemeente: Gemeente, sleutel: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    machine = client(sleutel)
    fout = [signaal(1), signaal(2, bedrag_achterstand="1.234")]
    gestuurd = stuur(machine, gemeente, fout, "november-2026")
    assert (gestuurd.status_code, gestuurd.json()["status"]) == (202, "ontvangen")
    waar = gestuurd.headers["Location"]
    nummer = gestuurd.json()["id"]

    with voortgang.Voortgang(UUID(nummer)) as loopt:
        loopt.meld("inschrijven", 1, 2)
        stand = machine.get(waar).json()["voortgang"]
        assert (stand["klaar"], stand["totaal"], stand["procent"]) == (1, 2, 80)
        with pytest.raises(SystemExit):
            hoofd(["vroegsignalering", "aanlevering", nummer, "--json"])
        assert json.loads(capsys.readouterr().out)["voortgang"] == stand
    while uitvoerder.werk():
        pass
    klaar = machine.get(waar).json()
    assert (klaar["status"], klaar["geaccepteerd"], klaar["afgekeurd"], klaar["voortgang"]) == (
        "verwerkt",
        1,
        1,
        None,
    )
    assert klaar["codes"] == [{"code": "R06", "aantal": 1}]
    [een] = machine.get(f"{waar}/fouten").json()["items"]
    assert (een["plek"], een["regel"], een["code"]) == ("/signalen/1/bedrag_achterstand", 2, "R06")

    assert stuur(machine, gemeente, fout, "november-2026").json()["id"] == nummer
    ander = stuur(machine, gemeente, [signaal(3)], "november-2026")
    assert (ander.status_code, ander.json()["code"]) == (422, "sleutel_hergebruikt")
    beter = stuur(machine, gemeente, [signaal(2)], "november-2026-verbeterd")
    while uitvoerder.werk():
        pass
    assert machine.get(beter.headers["Location"]).json()["geaccepteerd"] == 1


def test_een_bewijs_om_te_lezen_levert_niet(gemeente: Gemeente, sleutel: tuple[str, str]) -> None:
    lezer = client(sleutel, "lezen")
    assert lezer.get(f"{BASIS}/aanleveringen").status_code == 200
    antwoord = stuur(lezer, gemeente, [signaal(1)], "november-2026")
    assert (antwoord.status_code, antwoord.json()["code"]) == (403, "scope_ontbreekt")


def test_de_machine_levert_voor_niemand_anders_en_ziet_geen_ander(
    gemeente: Gemeente, sleutel: tuple[str, str], tmp_path: Path
) -> None:
    ander = maak_gemeente("9902", "Elders", kvk="99990051")
    machine = client(sleutel)
    eigen = stuur(machine, gemeente, [signaal(1)], "november-2026")
    assert eigen.status_code == 202
    vreemd = machine.post(
        f"{BASIS}/partners/{ander.partner.id}/aanleveringen",
        {"bestand": io.BytesIO(b"[]")},
        headers={"idempotency-key": "vreemd-2026"},
    )
    assert (vreemd.status_code, vreemd.json()["code"]) == (403, "partner_onjuist")
    assert [een["id"] for een in machine.get(f"{BASIS}/aanleveringen").json()["items"]] == [
        eigen.json()["id"]
    ]


def test_aan_de_terminal_staat_hoe_ver_het_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stand = voortgang.Stand("koppelen", 500, 1_000, 0.0, 0.0)
    assert in_woorden(stand).nl.startswith(
        "42% Koppelen aan personen en huishoudens: 500 van 1.000 rijen, nog ongeveer "
    )
    begin = time.time() - 10
    bijna = voortgang.Stand("inschrijven", 99, 100, begin, begin)
    assert in_woorden(bijna).nl.endswith("99 van 100 rijen, nog ongeveer 1 seconde")
    assert in_woorden(voortgang.Stand("lezen", 0, 0, begin, begin)).nl == "0% Lezen en controleren"
    with voortgangsbalk() as hoor:
        assert hoor is None, "stderr is hier geen terminal"
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with voortgangsbalk() as hoor:
        assert hoor is not None
        hoor(stand)
    assert "500 van 1.000" in capsys.readouterr().err
    with voortgangsbalk(stil=True) as hoor:
        assert hoor is None


def test_een_stap_die_niets_laat_horen_schat_niet_hoe_lang_nog() -> None:
    begonnen = time.time() - 60
    assert voortgang.Stand("koppelen", 0, 1000, begonnen, begonnen).resterend(time.time()) is None
    assert voortgang.Stand("koppelen", 500, 1000, begonnen, begonnen).resterend(time.time()) is not None
