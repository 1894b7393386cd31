"""publiccode.yml holds what the standard asks (0.4), and says the same as pyproject.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import yaml

HIER = Path(__file__).resolve().parents[2]
CATEGORIEEN = {"workflow-management", "task-management", "compliance-management", "document-management"}
"""The part of the standard's list of categories that can be ours."""


def publiccode() -> dict[str, Any]:
    return dict(yaml.safe_load((HIER / "publiccode.yml").read_text("utf-8")))


def test_alle_verplichte_sleutels_staan_er() -> None:
    p = publiccode()
    for sleutel in (
        "publiccodeYmlVersion",
        "name",
        "url",
        "platforms",
        "categories",
        "developmentStatus",
        "softwareType",
    ):
        assert p[sleutel], sleutel
    assert isinstance(p["publiccodeYmlVersion"], str)
    assert p["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert p["softwareType"] == "standalone/web"
    assert set(p["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}
    assert set(p["categories"]) <= CATEGORIEEN
    assert p["legal"]["license"]
    assert isinstance(p["localisation"]["localisationReady"], bool)
    assert p["localisation"]["availableLanguages"] == ["nl", "en"]
    assert p["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    assert all(contact["name"] for contact in p["maintenance"]["contacts"])


def test_elke_taal_is_volledig_beschreven() -> None:
    beschrijving = publiccode()["description"]
    assert set(beschrijving) == {"nl", "en"}
    for taal, delen in beschrijving.items():
        assert len(delen["genericName"]) <= 35, taal
        assert len(delen["shortDescription"]) <= 150, taal
        assert 500 <= len(delen["longDescription"]) <= 10_000, taal
        assert delen["features"], taal


def test_versie_en_licentie_zijn_die_van_het_pakket() -> None:
    import samenhang

    project = tomllib.loads((HIER / "pyproject.toml").read_text("utf-8"))["project"]
    p = publiccode()
    assert p["softwareVersion"] == project["version"] == samenhang.__version__
    assert p["legal"]["license"] == project["license"]
    assert "EUROPEAN UNION PUBLIC LICEN" in (HIER / "LICENSE").read_text("utf-8").upper()
    assert f"## {project['version']}" in (HIER / "CHANGELOG.md").read_text("utf-8")
    assert f"samenhang:{project['version']}" in (HIER / "docs/beheer.md").read_text("utf-8")
