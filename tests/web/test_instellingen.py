"""Settings: one's own language, sessions, second factor and roles; nobody else's."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from samenhang.kernel.beheer.account import apparaat
from samenhang.kernel.organisaties.models import Gebruiker, Rolvervulling
from tests.bouw import Gemeente, maak_gemeente

pytestmark = pytest.mark.django_db
PAD = "/instellingen"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def huis() -> Gemeente:
    return maak_gemeente()


@pytest.fixture
def sanne(huis: Gemeente) -> Gebruiker:
    return Gebruiker.objects.get(id=huis.sanne.gebruiker_id)


@pytest.fixture
def ingelogd(client: Client, sanne: Gebruiker) -> Client:
    client.force_login(sanne)
    client.get(PAD)
    return client


def elders(gebruiker: Gebruiker) -> Client:
    ander = Client(headers={"user-agent": FIREFOX})
    ander.force_login(gebruiker)
    assert ander.get(PAD).status_code == 200
    return ander


def test_de_eigen_rollen_met_datum_en_mandaat(ingelogd: Client, huis: Gemeente) -> None:
    Rolvervulling.objects.filter(medewerker_id=huis.sanne.medewerker_id).update(mandaat="mandaatregister 7")
    bron = ingelogd.get(PAD).content.decode()
    assert "Vroegsignaleerder" in bron
    assert "mandaatregister 7" in bron
    assert "do 1 jan 2026" in bron


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_wie_nog_niets_koos_ziet_de_taal_van_nu_gekozen(sanne: Gebruiker, taal: str) -> None:
    client = Client(headers={"accept-language": taal})
    client.force_login(sanne)
    bron = client.get(PAD).content.decode()
    assert f'name="taal" value="{taal}" checked' in bron
    ander = "en" if taal == "nl" else "nl"
    assert f'name="taal" value="{ander}">' in bron


def test_de_taal_blijft(ingelogd: Client, sanne: Gebruiker) -> None:
    antwoord = ingelogd.post(f"{PAD}/taal", {"taal": "en"}, follow=True)
    assert "Your language is English." in antwoord.content.decode()
    sanne.refresh_from_db()
    assert sanne.taal == "en"
    vers = Client(headers={"accept-language": "nl"})
    vers.force_login(sanne)
    assert '<html lang="en"' in vers.get(PAD).content.decode()
    assert ingelogd.post(f"{PAD}/taal", {"taal": "fy"}).status_code == 400


def test_een_andere_sessie_beeindigen(ingelogd: Client, sanne: Gebruiker) -> None:
    ander = elders(sanne)
    bron = ingelogd.get(PAD).content.decode()
    assert "Firefox, Windows" in bron
    sessie = UserSession.objects.get(user=sanne, session_key=ander.session.session_key)
    assert ingelogd.post(f"{PAD}/sessies/{sessie.id}").status_code == 302
    assert ander.get(PAD).status_code == 302
    assert ingelogd.get(PAD).status_code == 200
    assert ingelogd.post(f"{PAD}/sessies/{sessie.id}").status_code == 404


def test_overal_elders_uitloggen(ingelogd: Client, sanne: Gebruiker) -> None:
    anderen = [elders(sanne), elders(sanne)]
    ingelogd.post(f"{PAD}/sessies")
    assert [ander.get(PAD).status_code for ander in anderen] == [302, 302]
    assert ingelogd.get(PAD).status_code == 200


def test_een_sessie_van_een_ander_bestaat_niet(ingelogd: Client, huis: Gemeente) -> None:
    youssef = Gebruiker.objects.get(id=huis.youssef.gebruiker_id)
    ander = elders(youssef)
    sessie = UserSession.objects.get(user=youssef)
    assert ingelogd.post(f"{PAD}/sessies/{sessie.id}").status_code == 404
    assert ander.get(PAD).status_code == 200


def test_ook_een_inwoner_heeft_instellingen(client: Client, huis: Gemeente) -> None:
    client.force_login(Gebruiker.objects.create_user("b@test.invalid", persoon_id=huis.organisatie.id))
    bron = client.get(PAD).content.decode()
    assert "Waar u bent ingelogd" in bron
    assert "Uw rollen" not in bron


def test_de_api_toont_en_doet_hetzelfde(ingelogd: Client, sanne: Gebruiker) -> None:
    ander = elders(sanne)
    account: dict[str, Any] = ingelogd.get("/api/v1/account").json()
    assert account["rollen"][0]["rol"] == "vroegsignaleerder"
    assert [s["deze"] for s in account["sessies"]].count(True) == 1
    soort = {"content_type": "application/json"}
    assert ingelogd.post("/api/v1/account/taal", {"taal": "en"}, **soort).json()["taal"] == "en"
    assert ingelogd.post("/api/v1/account/uitlogging", {}, **soort).json() == {"beeindigd": 1}
    assert ander.get(PAD).status_code == 302


@pytest.mark.parametrize(
    ("kop", "leest"),
    [
        (FIREFOX, "Firefox, Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1",
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Linux"),
        ("curl/8.0", "curl/8.0"),
        ("", "–"),
    ],
)
def test_een_apparaat_in_twee_woorden(kop: str, leest: str) -> None:
    assert apparaat(kop) == leest
