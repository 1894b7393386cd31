"""The maintenance switch: everything answers 503 with when to come back, except who asks after health."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from samenhang.cli.beheer import onderhoud as opdracht
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.onderhoud import BESTAND, Onderhoud, onderhoud, zet_aan, zet_uit
from samenhang.kernel.plichten import uitvoerder
from samenhang.web.onderhoud import WAT

NU = datetime(2026, 11, 28, 20, 0, tzinfo=UTC)


@pytest.fixture
def map_(tmp_path: Path, settings: Any) -> Iterator[Path]:
    settings.DATAMAP = tmp_path
    with time_machine.travel(NU, tick=False):
        yield tmp_path


def _aan(map_: Path, **velden: Any) -> None:
    zet_aan(map_, Onderhoud(NU, "beheer", **velden))


@pytest.mark.parametrize(("taal", "eerst"), [("nl", "Wij werken aan"), ("en", "We are working on")])
def test_elke_pagina_zegt_het_in_beide_talen_zonder_de_database(map_: Path, taal: str, eerst: str) -> None:
    """No mark for the database: the test fails when one is asked."""
    _aan(map_, tot=NU + timedelta(minutes=20), bericht=Tekst("Er komt een nieuwe versie.", "A new version."))
    client = Client(headers={"accept-language": taal})
    for pad in ("/", "/vroegsignalering/mijn-werk", "/bestaat-niet"):
        antwoord = client.get(pad)
        tekst = antwoord.content.decode()
        assert antwoord.status_code == 503
        assert antwoord.headers["Retry-After"] == "1200"
        assert f'<html lang="{taal}"' in tekst
        assert tekst.index(eerst) < tekst.index("We are working on" if taal == "nl" else "Wij werken aan")
        for stuk in (
            "Er komt een nieuwe versie.",
            "A new version.",
            "za 28 nov 2026, 21:20",
            "Sat 28 Nov 2026, 21:20",
        ):
            assert stuk in tekst, stuk
    assert client.post("/taal", {"language": "en"}).status_code == 503


def test_de_api_geeft_een_probleemdocument(map_: Path) -> None:
    _aan(map_)
    for antwoord in (Client().get("/api/v1/vroegsignalering/meldingen"), Client().post("/api/v1/token")):
        assert antwoord.status_code == 503
        assert antwoord.headers["Content-Type"] == "application/problem+json"
        assert antwoord.headers["Retry-After"] == "120"
        assert antwoord.headers["API-Version"]
        document = antwoord.json()
        assert (document["code"], document["status"]) == ("onderhoud", 503)
        assert "Probeer het over een paar minuten" in document["tekst"]


@pytest.mark.django_db
def test_gezondheid_en_vormgeving_blijven_antwoorden(map_: Path, settings: Any) -> None:
    settings.WHITENOISE_AUTOREFRESH = False  # the files of the style as they are found in use
    _aan(map_)
    assert Client().get("/leeft").json() == {"status": "leeft"}
    assert Client().get("/klaar").json() == {"status": "klaar", "onderhoud": True}
    assert Client().get("/static/samenhang/layout.css").status_code == 200
    zet_uit(map_)
    assert Client().get("/klaar").json() == {"status": "klaar"}
    assert Client().get("/").status_code == 302


@pytest.mark.parametrize(
    ("tot", "wacht"),
    [
        (None, 120),
        (timedelta(seconds=-1), 120),
        (timedelta(seconds=5), 30),
        (timedelta(minutes=10), 600),
        (timedelta(days=2), 3600),
    ],
)
def test_wanneer_terugkomen(tot: timedelta | None, wacht: int) -> None:
    assert Onderhoud(NU, "beheer", NU + tot if tot is not None else None).wacht(NU) == wacht


@pytest.mark.parametrize("inhoud", ["", "[]", '{"sinds": 3}', "{}"])
def test_een_onleesbare_schakelaar_staat_aan(map_: Path, inhoud: str) -> None:
    (map_ / BESTAND).write_text(inhoud)
    assert onderhoud(map_) is not None
    assert Client().get("/").status_code == 503


def test_plichten_rusten_en_gaan_daarna_door(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rondes: list[bool] = []
    rust: list[bool] = []

    def werk(stop: Any, **_: Any) -> int:
        rondes.append(stop())
        return 0

    def uitrusten(seconden: float, stop: Any) -> None:
        rust.append(True)
        zet_uit(map_)

    monkeypatch.setattr(uitvoerder, "werk", werk)
    monkeypatch.setattr(uitvoerder, "_rust", uitrusten)
    monkeypatch.setattr(uitvoerder, "close_old_connections", lambda: None)
    _aan(map_)
    uitvoerder.werk_door(stop=lambda: len(rust) == 2)
    assert (len(rust), rondes) == (2, [False])


def test_de_opdracht_zet_aan_toont_en_zet_uit(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opdracht.stand(als_json=True)
    opdracht.aan(tot="22:30", bericht="Nieuwe versie.", bericht_en="New version.")
    opdracht.stand(als_json=True)
    opdracht.uit()
    opdracht.uit()
    eerst, _, stand, uit, al_uit = capsys.readouterr().out.splitlines()
    assert json.loads(eerst) == {"aan": False}
    document = json.loads(stand)
    assert document["tot"] == "2026-11-28T22:30:00+01:00"
    assert document["bericht"] == {"nl": "Nieuwe versie.", "en": "New version."}
    assert (uit, al_uit) == ("Onderhoud staat uit.", "Onderhoud stond al uit.")
    opdracht.aan(tot="06:00")
    gezet = onderhoud(map_)
    assert gezet is not None
    assert gezet.tot == datetime.fromisoformat("2026-11-29T06:00:00+01:00")


@pytest.mark.parametrize(
    ("velden", "code"),
    [
        ({"tot": "morgen"}, "tot_onjuist"),
        ({"tot": "25:99"}, "tot_onjuist"),
        ({"tot": "2026-11-27T22:00"}, "tot_onjuist"),
        ({"bericht": "Alleen Nederlands."}, "bericht_half"),
    ],
)
def test_wat_niet_klopt_zet_niets_aan(map_: Path, velden: dict[str, str], code: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        opdracht.aan(**velden)
    assert fout.value.code == code
    assert onderhoud(map_) is None


def test_de_pagina_voor_de_proxy_zegt_hetzelfde() -> None:
    """It is shown when the web service is stopped, so it can ask nothing of it."""
    html = (Path(__file__).parents[2] / "deploy" / "onderhoud.html").read_text("utf-8")
    assert WAT.nl in html
    assert WAT.en in html
    assert not re.search(r"<(?:link|script|img)|url\(|https?://", html)
