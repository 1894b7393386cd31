"""A delivery whose processing failed: what who looks at it sees, and beginning again by every door."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.aanlevering import opslag
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.plichten.models import PlichtItem
from samenhang.schemes.vroegsignalering import aanleveren, inschrijving
from tests.bouw import Gemeente
from tests.schemes.vroegsignalering.test_porties import (
    RIJEN,
    client_van,
    levering,
    maak_bekend,
    zet,
)

pytestmark = pytest.mark.django_db
API = "/api/v1/vroegsignalering/aanleveringen"


def mislukt(gemeente: Gemeente, map_: Path, monkeypatch: pytest.MonkeyPatch, na: int = 1) -> Aanlevering:
    """A delivery of five portions; after the first so many are in, its registration fails."""
    zet(monkeypatch, 5)
    pad = levering(map_)
    bestand = aanleveren.Bestand(pad, pad.name, "web")
    rij = aanleveren.lever(gemeente.intake, gemeente.partner.id, bestand, wacht=False).aanlevering
    echt, geteld = inschrijving.inschrijven.schrijf_portie, 0

    def hapert(*wat: Any) -> int:
        nonlocal geteld
        geteld += 1
        if geteld > na:
            raise OSError("the disk is full")
        return echt(*wat)

    with monkeypatch.context() as even:
        even.setattr(inschrijving.inschrijven, "schrijf_portie", hapert)
        for _ in range(na + 1):
            uitvoerder.werk()
    assert PlichtItem.objects.get(item=str(rij.id)).fout.startswith("OSError")
    return Aanlevering.objects.get(id=rij.id)


def maak_af(rij: Aanlevering) -> Aanlevering:
    while uitvoerder.werk():
        pass
    rij.refresh_from_db()
    return rij


def test_op_de_pagina_staat_wat_er_mis_ging_en_de_knop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemeente = maak_bekend("9811", tmp_path)
    rij = mislukt(gemeente, tmp_path, monkeypatch)
    maak_af(rij)
    assert (rij.status, rij.ingeschreven) == ("gekeurd", 13)  # it waits for its next attempt
    web = Client()
    web.force_login(Gebruiker.objects.get(id=gemeente.intake.gebruiker_id))
    adres = f"/vroegsignalering/aanleveringen/{rij.id}"
    pagina = web.get(adres).content.decode()
    assert "Het verwerken is mislukt" in pagina
    assert "OSError" in pagina
    assert "disk" not in pagina
    plan = opslag.werkbestand(rij.id, opslag.PLAN)
    assert plan.exists()
    assert web.post(f"{adres}/opnieuw").status_code == 302
    assert not plan.exists()
    assert "Begin opnieuw" not in web.get(adres).content.decode()
    assert (maak_af(rij).status, rij.ingeschreven) == ("verwerkt", RIJEN + 1)
    assert "Het verwerken is mislukt" not in web.get(adres).content.decode()


def test_door_de_api_en_op_de_opdrachtregel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gemeente = maak_bekend("9812", tmp_path)
    rij = mislukt(gemeente, tmp_path, monkeypatch, na=0)
    client = client_van(gemeente.intake)
    storing = client.get(f"{API}/{rij.id}").json()["storing"]
    assert (storing["pogingen"], storing["tekst"].partition(" ")[0]) == (1, "OSError")
    assert storing["volgende"] is not None
    antwoord = client.post(f"{API}/{rij.id}/opnieuw", content_type="application/json")
    assert (antwoord.status_code, antwoord.json()["status"]) == (200, "gekeurd")
    assert antwoord.json()["storing"]["volgende"] is None
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "begin-opnieuw", str(rij.id), "--gemeente", "9812", "--json"])
    assert einde.value.code == 0  # twice is as once
    assert json.loads(capsys.readouterr().out)["aanlevering"] == str(rij.id)
    assert maak_af(rij).status == "verwerkt"
    weer = client.post(f"{API}/{rij.id}/opnieuw", content_type="application/json")
    assert (weer.status_code, weer.json()["code"]) == (409, "aanlevering_klaar")


def test_wat_loopt_of_van_een_ander_is_begint_niet_opnieuw(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemeente, ander = maak_bekend("9813", tmp_path), maak_bekend("9814", tmp_path)
    zet(monkeypatch, 5)
    pad = levering(tmp_path)
    bestand = aanleveren.Bestand(pad, pad.name, "web")
    rij = aanleveren.lever(gemeente.intake, gemeente.partner.id, bestand, wacht=False).aanlevering
    antwoord = client_van(gemeente.intake).post(f"{API}/{rij.id}/opnieuw", content_type="application/json")
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "aanlevering_loopt")
    vreemd = client_van(ander.intake).post(f"{API}/{rij.id}/opnieuw", content_type="application/json")
    assert (vreemd.status_code, vreemd.json()["code"]) == (404, "aanlevering_onbekend")
