"""What an outsider would try: cookies, redirects, uploads, file names, headers, and what the log keeps of secrets."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.organisaties.actions import maak_sleutel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.schemes.vroegsignalering import queries
from samenhang.web.csp import CSP
from tests.bouw import Gemeente, lever, maak_gemeente, rij
from tests.config.test_veilig import PRODUCTIE, start
from tests.login import LOGIN, WACHTWOORD, log_in, met_wachtwoord
from tests.web.test_verzoeken import logregels

__all__ = ["logregels"]
pytestmark = pytest.mark.django_db
KWAAD = [
    "https://kwaad.invalid/",
    "//kwaad.invalid/",
    "/\\kwaad.invalid",
    "http:kwaad.invalid",
    "javascript:alert(1)",
]
ADRES = "/vroegsignalering/aanleveringen"


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


@pytest.fixture
def sanne(gemeente: Gemeente) -> Gebruiker:
    return met_wachtwoord(gemeente.sanne.gebruiker_id)


@pytest.fixture
def intake(gemeente: Gemeente) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(Gebruiker.objects.get(id=gemeente.intake.gebruiker_id))
    return client


COOKIES = """
import django; django.setup()
from django.conf import settings as s
print(s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE, s.SESSION_COOKIE_DOMAIN)
print(s.CSRF_COOKIE_NAME, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.DEBUG)
"""


def test_koekjes_gaan_in_productie_alleen_over_tls_en_naar_deze_host(tmp_path: Path) -> None:
    uit = start(tmp_path, COOKIES, **PRODUCTIE)
    assert uit.stdout.split("\n")[:2] == [
        "__Host-sessie True True Lax None",
        "__Host-csrf True True False",
    ], uit.stderr


def test_inloggen_geeft_een_nieuw_koekje_dat_geen_script_leest(sanne: Gebruiker) -> None:
    client = Client()
    opgedrongen = client.session
    opgedrongen.save()
    client.cookies["sessie"] = opgedrongen.session_key
    antwoord = log_in(client, sanne)
    koekje = antwoord.cookies["sessie"]
    assert koekje.value != opgedrongen.session_key
    assert (koekje["httponly"], koekje["samesite"], koekje["expires"]) == (True, "Lax", "")


@pytest.mark.parametrize("naar", KWAAD)
def test_inloggen_en_taal_kiezen_sturen_niemand_naar_buiten(naar: str, sanne: Gebruiker) -> None:
    velden = {"login": sanne.email, "password": WACHTWOORD, "next": naar, "language": "en"}
    for adres in (LOGIN, "/taal"):
        antwoord = Client().post(adres, velden, query_params={"next": naar})
        assert antwoord.status_code in (302, 204), adres
        assert "kwaad" not in antwoord.headers.get("Location", "")
        assert not antwoord.headers.get("Location", "/").startswith(("//", "http", "javascript"))


@pytest.mark.parametrize("naar", KWAAD)
def test_een_geweigerd_formulier_gaat_alleen_naar_een_eigen_pagina_terug(naar: str, intake: Client) -> None:
    antwoord = intake.post(ADRES, {"terug": naar})
    assert "kwaad" not in antwoord.headers.get("Location", "")
    assert "javascript" not in antwoord.headers.get("Location", "")


@pytest.mark.parametrize("deur", ["pagina", "api"])
def test_een_te_groot_bestand_wordt_niet_bewaard(
    deur: str, intake: Client, gemeente: Gemeente, settings: Any
) -> None:
    settings.MAX_UPLOAD_BYTES = 100
    bestand = SimpleUploadedFile("a.csv", b"x" * 101)
    if deur == "pagina":
        antwoord = intake.post(ADRES, {"bestand": bestand, "partner": str(gemeente.partner.id)})
    else:
        adres = f"/api/v1/vroegsignalering/partners/{gemeente.partner.id}/aanleveringen"
        antwoord = intake.post(adres, {"bestand": bestand})
    assert antwoord.status_code == 413
    assert not Aanlevering.objects.exists()


@pytest.mark.parametrize(
    "naam", ['a".csv', "a\r\nSet-Cookie: x=1.csv", "../../etc/passwd.csv", "é;x=y.csv", "=1+1.csv"]
)
def test_een_bestandsnaam_blijft_een_naam(
    naam: str, intake: Client, gemeente: Gemeente, schrijf: Callable[..., Path]
) -> None:
    levering = lever(gemeente, schrijf(rij(1)))
    Aanlevering.objects.filter(id=levering.id).update(bestandsnaam=naam)
    antwoord = intake.get(f"{ADRES}/{levering.id}/origineel")
    kop = antwoord.headers["Content-Disposition"]
    assert antwoord.status_code == 200
    assert "\r" not in kop
    assert "\n" not in kop
    assert kop.startswith("attachment; filename")
    assert "Set-Cookie" not in antwoord.headers
    assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
    assert naam.partition(".csv")[0][:3] in intake.get(f"{ADRES}/{levering.id}").content.decode().replace(
        "&quot;", '"'
    )


def test_elk_antwoord_draagt_de_kopregels_ook_een_bestand_en_de_api(
    intake: Client, gemeente: Gemeente, schrijf: Callable[..., Path]
) -> None:
    levering = lever(gemeente, schrijf(rij(1)))
    assert queries.origineel(gemeente.intake, levering.id)
    for adres in (
        "/inloggen",
        f"{ADRES}/{levering.id}/origineel",
        f"{ADRES}?uitvoer=csv",
        "/api/v1/openapi.json",
        "/api/v1/account",
    ):
        kop = intake.get(adres).headers
        assert kop["Content-Security-Policy"] == CSP, adres
        assert kop["X-Frame-Options"] == "DENY", adres
        assert kop["X-Content-Type-Options"] == "nosniff", adres
        assert kop["Cache-Control"], adres
        assert "Server" not in kop


@pytest.mark.parametrize(
    "pad",
    ["/admin/", "/django-admin/", "/__debug__/", "/.env", "/.git/config", "/media/x", "/static/../sleutel"],
)
def test_wat_er_niet_is_is_er_niet(pad: str, intake: Client) -> None:
    antwoord = intake.get(pad)
    assert antwoord.status_code == 404
    assert "Traceback" not in antwoord.content.decode()
    assert "urlpatterns" not in antwoord.content.decode()


def test_een_geheim_komt_niet_in_het_log(gemeente: Gemeente, sanne: Gebruiker, logregels: Any) -> None:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=gemeente.intake.medewerker_id), "proef")
    vraag = {"client_id": str(sleutel.id), "client_secret": geheim, "grant_type": "client_credentials"}
    bewijs = Client().post("/api/v1/token", vraag).json()["access_token"]
    Client().post("/api/v1/token", vraag | {"client_secret": "fout-geheim"})
    Client(headers={"authorization": f"Bearer {bewijs}"}).get(f"/api/v1/account?access_token={bewijs}")
    log_in(Client(), sanne)
    log_in(Client(), sanne, "fout-wachtwoord")
    tekst = json.dumps(logregels())
    assert tekst.count('"verzoek"') >= 5
    for woord in (geheim, bewijs, "fout-geheim", WACHTWOORD, "fout-wachtwoord", sanne.email, str(sleutel.id)):
        assert woord not in tekst
