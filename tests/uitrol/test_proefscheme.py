"""A second scheme, made by following CONTRIBUTING.md, installed like any package: nothing in the house knows it."""

from __future__ import annotations

import json
import os
import subprocess  # nosec
import sys
from pathlib import Path

import pytest

from tests.huis.opdrachten import HIER

PROEFSCHEME = HIER / "tests" / "proefscheme"
PLUGINS = ("-p", "pytest_django.plugin", "-p", "_hypothesis_pytestplugin", "-p", "pytest_timeout")


@pytest.fixture(scope="module")
def pakket(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the scheme's wheel is installed."""
    map_ = tmp_path_factory.mktemp("proefscheme")
    bouw = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(map_ / "wiel"),
        str(PROEFSCHEME),
    ]
    subprocess.run(bouw, check=True, capture_output=True)  # nosec
    wiel = next((map_ / "wiel").glob("*.whl"))
    uv = HIER / ".boot" / "bin" / "uv"
    installeer = [str(uv), "pip", "install", "--quiet", "--no-deps", "--no-index", "--python", sys.executable]
    subprocess.run([*installeer, "--target", str(map_ / "plek"), str(wiel)], check=True, capture_output=True)  # nosec
    return map_ / "plek"


def draai(
    pakket: Path | None, schemes: str, datamap: Path, *opdracht: str, **meer: str
) -> subprocess.CompletedProcess[str]:
    env = {naam: waarde for naam, waarde in os.environ.items() if naam != "DATABASE_URL"}
    env |= {
        "PYTHONPATH": os.pathsep.join([*([str(pakket)] if pakket else []), str(HIER)]),
        "SAMENHANG_SCHEMES": schemes,
        "SAMENHANG_DATAMAP": str(datamap),
        "SAMENHANG_TAAL": "nl",
        "DJANGO_SETTINGS_MODULE": "samenhang.config.settings",
    } | meer
    return subprocess.run(  # nosec
        [sys.executable, *opdracht], env=env, cwd=HIER, capture_output=True, text=True, check=False
    )


def samenhang(*argumenten: str) -> tuple[str, ...]:
    return ("-c", "from samenhang.cli.hoofd import hoofd; hoofd()", *argumenten)


def test_een_zaak_loopt_door_zijn_stappen_met_alleen_dit_scheme(pakket: Path, tmp_path: Path) -> None:
    """With the shared tests of every process, every permit and every word for the person beside it."""
    uit = draai(
        pakket, "briefadres", tmp_path, "-m", "pytest", "-q", *PLUGINS, "--timeout=120", f"--basetemp={tmp_path}/pytest",
        "tests/proefscheme/proeven", "tests/kernel/test_processen.py", "tests/kernel/logboek/test_woorden.py",
    )  # fmt: skip
    assert uit.returncode == 0, uit.stdout[-3000:] + uit.stderr[-1000:]
    assert " passed" in uit.stdout
    assert "skipped" not in uit.stdout.splitlines()[-1]


@pytest.mark.parametrize("schemes", ["briefadres", "vroegsignalering", "schuldhulp", ""], ids=["alleen", "zonder", "rekent", "samen"])  # fmt: skip
def test_het_huis_start_met_elke_keuze_van_schemes(pakket: Path, tmp_path: Path, schemes: str) -> None:
    gekozen = schemes.split(",") if schemes else ["briefadres", "vroegsignalering"]
    hulp = draai(pakket, schemes, tmp_path, *samenhang("--help"))
    for naam in ("briefadres", "vroegsignalering"):
        assert (naam in hulp.stdout) is (naam in gekozen)
    uit = draai(pakket, schemes, tmp_path, "-c", HEEL_HUIS)
    assert uit.returncode == 0, uit.stderr[-2000:]
    assert uit.stdout.split()[-2:] == ["200", "200"]


HEEL_HUIS = """
import django
django.setup()
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
call_command("check", fail_level="WARNING")
call_command("makemigrations", check_changes=True, dry_run=True)
call_command("migrate", verbosity=0)
from samenhang.kernel.toegang.bewijs import bewijs
from samenhang.kernel.toegang.geldend import beslistabel, waarborgen
assert bewijs(beslistabel(), waarborgen(), timezone.now()).sluit
client = Client(headers={"host": "localhost"})
print(client.get("/klaar").status_code, client.get("/api/v1/openapi.json").status_code)
"""
"""Checks, migrations, the proof of the permits and the first answers, in one process."""


def test_de_demo_zegt_welk_scheme_zij_nodig_heeft(pakket: Path, tmp_path: Path) -> None:
    uit = draai(pakket, "briefadres", tmp_path, *samenhang("beheer", "demo", "--map", str(tmp_path / "demo")))
    assert (uit.returncode, json.loads(uit.stderr)["code"]) == (2, "scheme_ontbreekt")


def test_een_scheme_dat_niet_is_geinstalleerd_houdt_de_start_tegen(tmp_path: Path) -> None:
    uit = draai(None, "briefadres", tmp_path, *samenhang("beheer", "stand"))
    assert uit.returncode == 2
    probleem = json.loads(uit.stderr)
    assert probleem["code"] == "scheme_ontbreekt"
    assert "geïnstalleerd: " in probleem["detail"]


@pytest.mark.parametrize(
    ("instelling", "woord"),
    [
        ({"SAMENHANG_ADRES": "https://samenhang.example"}, "SAMENHANG_SLEUTEL"),
        ({"SAMENHANG_SMTP_POORT": "post"}, "SAMENHANG_SMTP_POORT: "),
        ({"DATABASE_URL": "mysql://x"}, "postgresql://"),
    ],
)
def test_een_onmogelijke_instelling_wordt_genoemd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, instelling: dict[str, str], woord: str
) -> None:
    monkeypatch.delenv("SAMENHANG_SLEUTEL", raising=False)
    uit = draai(None, "", tmp_path, *samenhang("beheer", "stand"), **instelling)
    assert uit.returncode == 2
    probleem = json.loads(uit.stderr)
    assert probleem["code"] == "start_onmogelijk"
    assert woord in probleem["detail"]


def test_de_kernel_en_de_deuren_noemen_geen_scheme() -> None:
    """The house may not know who lives in it; the demo is the exception: it tells one world of all schemes."""
    namen = [
        map_.name for map_ in (HIER / "src/samenhang/schemes").iterdir() if (map_ / "scheme.py").exists()
    ]
    for map_ in ("kernel", "web", "api", "cli", "config"):
        for pad in (HIER / "src/samenhang" / map_).rglob("*"):
            if pad.suffix in (".py", ".html") and "migrations" not in pad.parts:
                tekst = pad.read_text("utf-8")
                for naam in (*namen, "briefadres"):
                    assert f"schemes.{naam}" not in tekst, pad
                    assert f'"/{naam}' not in tekst, pad
