"""What is served: vendored files that are what they say, strict headers, and the style guide in both languages."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from django.test import Client

import samenhang.web
from samenhang.web.csp import CSP

WEB = Path(samenhang.web.__file__).parent
STATIC = WEB / "static/samenhang"
VENDOR = STATIC / "vendor"
MANIFEST = json.loads((VENDOR / "MANIFEST.json").read_text())
GIDS = "/stijlgids"


def test_elk_overgenomen_bestand_is_wat_het_manifest_zegt() -> None:
    for deel in MANIFEST:
        assert hashlib.sha256((VENDOR / deel["bestand"]).read_bytes()).hexdigest() == deel["sha256"]
        assert (VENDOR / deel["licentietekst"]).stat().st_size > 100


def test_er_staat_niets_naast_het_manifest() -> None:
    bekend = {deel["bestand"] for deel in MANIFEST} | {deel["licentietekst"] for deel in MANIFEST}
    assert {pad.name for pad in VENDOR.iterdir()} == bekend | {"MANIFEST.json"}


def test_alleen_vrije_licenties_en_geen_beschermde_huisstijl() -> None:
    assert {deel["licentie"] for deel in MANIFEST} <= {"EUPL-1.2", "OFL-1.1", "0BSD"}
    pakketten = {naam for deel in MANIFEST for naam in deel["pakketten"]}
    assert not {naam for naam in pakketten if "rijkshuisstijl" in naam or naam == "@utrecht/design-tokens"}


@pytest.mark.parametrize("pad", sorted(STATIC.rglob("*.[cj]s*")), ids=lambda pad: pad.name)
def test_geen_bronkaart_en_geen_adres_van_een_ander(pad: Path) -> None:
    tekst = pad.read_text()
    assert "sourceMappingURL" not in tekst
    assert not re.search(r"(url\(|@import)\s*[\"']?(https?:)?//", tekst)
    for verwijzing in re.findall(r"url\([\"']?([^)\"'#]+)", tekst):
        assert (pad.parent / verwijzing).is_file(), verwijzing


def test_de_vergrendeling_noemt_geen_adressen_van_registers() -> None:
    tools = WEB.parents[2] / "tools"
    pakket = json.loads((tools / "package.json").read_text())["dependencies"]
    slot = json.loads((tools / "package-lock.json").read_text())["packages"]
    assert "resolved" not in (tools / "package-lock.json").read_text()
    uit_manifest = {naam: versie for deel in MANIFEST for naam, versie in deel["pakketten"].items()}
    assert uit_manifest == pakket
    assert {naam: slot[f"node_modules/{naam}"]["version"] for naam in pakket} == pakket


@pytest.mark.parametrize("pad", [GIDS, "/bestaat-niet"])
def test_elke_bladzijde_krijgt_de_strenge_kopregels(client: Client, pad: str) -> None:
    kop = client.get(pad).headers
    assert kop["Content-Security-Policy"] == CSP
    assert CSP.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in CSP
    assert kop["X-Content-Type-Options"] == "nosniff"
    assert kop["Referrer-Policy"] == "same-origin"
    assert "camera=()" in kop["Permissions-Policy"]


@pytest.mark.parametrize("taal, woorden", [("nl", ("Stijlgids", "Kruimelpad", "Werklijst")), ("en", ("Style guide", "Breadcrumb", "Work list"))])  # fmt: skip
@pytest.mark.parametrize("vraag", ["", "?fout=1"])
def test_de_stijlgids_staat_er_in_beide_talen(
    client: Client, taal: str, woorden: tuple[str, ...], vraag: str
) -> None:
    antwoord = client.get(GIDS + vraag, headers={"accept-language": taal})
    assert antwoord.status_code == 200
    bron = antwoord.content.decode()
    assert f'<html lang="{taal}"' in bron
    assert all(woord in bron for woord in woorden)


def test_geen_bladzijde_heeft_opmaak_of_script_in_de_tekst() -> None:
    for pad in WEB.parent.rglob("*.html"):
        bron = pad.read_text()
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=|\shx-on", bron), pad
        assert not re.search(r"<script(?![^>]*(\ssrc=|type=\"application/json\"))", bron), pad


def test_elke_bladzijde_heeft_een_id_maar_een_keer(client: Client) -> None:
    ids = re.findall(r'\sid="([^"]+)"', client.get(f"{GIDS}?fout=1").content.decode())
    assert len(ids) == len(set(ids))


def test_elke_klasse_van_de_eigen_laag_bestaat_in_een_stijlblad() -> None:
    stijl = "".join(pad.read_text() for pad in STATIC.rglob("*.css"))
    eigen = re.compile(r"^(?:[a-z]+(?:__[a-z]+|--[a-z-]+)?)$")
    onbekend = set()
    for pad in (WEB / "templates").rglob("*.html"):
        for klassen in re.findall(r'class="([^"{]+)"', pad.read_text()):
            onbekend |= {k for k in klassen.split() if eigen.match(k) and f".{k}" not in stijl}
    assert not onbekend
