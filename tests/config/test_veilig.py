"""A deployment that would let strangers in does not start; production passes Django's own deployment check."""

from __future__ import annotations

import os
import subprocess  # nosec
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from samenhang.config.omgeving import Omgeving
from samenhang.config.veilig import controleer_oidc, weiger_demo_in_productie

PRODUCTIE = {
    "SAMENHANG_ADRES": "https://samenhang.waterrijk.nl",
    "SAMENHANG_HOSTS": "samenhang.waterrijk.nl",
    "SAMENHANG_SLEUTEL": "q8Zk3vN1rT5xW7yB2cD4eF6gH9jK0mP-sU_aLoIiRrVvXxYyZz",
}


def start(tmp_path: Path, opdracht: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Start Python with only these settings."""
    schoon = {k: v for k, v in os.environ.items() if not k.startswith("SAMENHANG_") and k != "DATABASE_URL"}
    return subprocess.run(  # nosec
        [sys.executable, "-c", opdracht],
        env=schoon
        | {"DJANGO_SETTINGS_MODULE": "samenhang.config.settings", "SAMENHANG_DATAMAP": str(tmp_path)}
        | omgeving,
        capture_output=True,
        text=True,
        check=False,
    )


CHECK = (
    "import django; django.setup(); from django.core.management import call_command; "
    "call_command('check', deploy=True, fail_level='WARNING')"
)


def test_productie_doorstaat_de_controle_zonder_een_opmerking(tmp_path: Path) -> None:
    uit = start(tmp_path, CHECK, **PRODUCTIE)
    assert uit.returncode == 0, uit.stderr
    assert "no issues" in uit.stdout


HSTS = """
import django; django.setup()
from django.http import HttpResponse
from django.middleware.security import SecurityMiddleware
from django.test import RequestFactory
verzoek = RequestFactory().get("/leeft", secure=True, headers={"x-forwarded-proto": "https"})
print(SecurityMiddleware(lambda verzoek: HttpResponse())(verzoek).headers["Strict-Transport-Security"])
"""


@pytest.mark.parametrize(("gezet", "preload"), [({}, ""), ({"SAMENHANG_HSTS_PRELOAD": "1"}, "; preload")])
def test_op_de_lijst_van_browsers_komt_alleen_wie_dat_kiest(
    tmp_path: Path, gezet: dict[str, str], preload: str
) -> None:
    uit = start(tmp_path, HSTS, **PRODUCTIE, **gezet)
    assert uit.stdout.strip() == f"max-age=31536000; includeSubDomains{preload}", uit.stderr


def test_zonder_https_ziet_die_controle_van_alles(tmp_path: Path) -> None:
    uit = start(tmp_path, CHECK, SAMENHANG_SLEUTEL=PRODUCTIE["SAMENHANG_SLEUTEL"])
    assert uit.returncode != 0
    assert "security.W" in uit.stderr


@pytest.mark.parametrize("sleutel", ["", "kort"])
def test_zonder_goede_sleutel_start_productie_niet(tmp_path: Path, sleutel: str) -> None:
    uit = start(tmp_path, CHECK, **(PRODUCTIE | {"SAMENHANG_SLEUTEL": sleutel}))
    assert uit.returncode != 0
    assert "SAMENHANG_SLEUTEL" in uit.stderr


@pytest.mark.parametrize(
    ("instelling", "waarde", "noemt"),
    [
        ("database_url", "postgresql://u:p@db/samenhang", "DATABASE_URL"),
        ("database_url", "postgres://u:p@db/samenhang", "DATABASE_URL"),
        ("adres", "https://samenhang.waterrijk.nl", "SAMENHANG_ADRES"),
        ("adres", "http://10.0.0.5:8000", "SAMENHANG_ADRES"),
        ("hosts", "samenhang.waterrijk.nl", "SAMENHANG_HOSTS"),
        ("hosts", "localhost,*", "SAMENHANG_HOSTS"),
        ("oidc_issuer", "https://login.waterrijk.nl", "SAMENHANG_OIDC_ISSUER"),
    ],
)
def test_de_demo_gaat_niet_samen_met_productie(instelling: str, waarde: str, noemt: str) -> None:
    schoon = Omgeving(DATABASE_URL="", hosts="", adres="http://127.0.0.1:8000", oidc_issuer="")
    goed = schoon.model_copy(update={"demo": True})
    weiger_demo_in_productie(goed)
    weiger_demo_in_productie(schoon.model_copy(update={instelling: waarde}))
    with pytest.raises(ImproperlyConfigured, match=noemt):
        weiger_demo_in_productie(goed.model_copy(update={instelling: waarde}))


def test_de_dienst_zelf_start_dan_niet(tmp_path: Path) -> None:
    uit = start(
        tmp_path,
        "from samenhang.config.wsgi import application",
        SAMENHANG_DEMO="1",
        DATABASE_URL="postgresql://u:p@127.0.0.1:1/x",
    )
    assert uit.returncode != 0
    assert "SAMENHANG_DEMO" in uit.stderr


@pytest.mark.parametrize(
    "anders",
    [{"oidc_issuer": "http://login.waterrijk.nl"}, {"oidc_client_id": ""}, {"oidc_client_secret": ""}],
)
def test_een_aanbieder_zonder_tls_of_geheim_start_niet(anders: dict[str, str]) -> None:
    goed = Omgeving(oidc_issuer="https://login.nl", oidc_client_id="ons", oidc_client_secret="geheim")
    controleer_oidc(goed)
    controleer_oidc(goed.model_copy(update={"oidc_issuer": "http://127.0.0.1:9/"}))
    controleer_oidc(Omgeving(oidc_issuer=""))
    with pytest.raises(ImproperlyConfigured, match="SAMENHANG_OIDC"):
        controleer_oidc(goed.model_copy(update=anders))
