"""The files for operators: linted, hardened, complete, and every command in them exists."""

from __future__ import annotations

import json
import re
import shutil
import subprocess  # nosec
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.huis.opdrachten import HIER, bezwaren, in_regel

DEPLOY = HIER / "deploy"
EENHEDEN = sorted((DEPLOY / "systemd").glob("*.service"))
BASIS = DEPLOY / "kubernetes" / "basis"
VOORBEELD = DEPLOY / "kubernetes" / "voorbeeld"
MANIFESTEN = sorted(
    pad for map_ in (BASIS, VOORBEELD) for pad in map_.glob("*.yaml") if pad.stem != "kustomization"
)
BIN = Path(sys.executable).parent


def draai(*opdracht: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(opdracht, capture_output=True, text=True, check=False)  # nosec


def documenten(pad: Path) -> list[dict[str, Any]]:
    return [document for document in yaml.safe_load_all(pad.read_text("utf-8")) if document]


def pods() -> list[tuple[str, dict[str, Any]]]:
    alle = [document for pad in MANIFESTEN for document in documenten(pad)]
    uit = []
    for document in alle:
        werk = document.get("spec", {})
        werk = werk.get("jobTemplate", {}).get("spec", werk)
        if "containers" in werk.get("template", {}).get("spec", {}):
            uit.append((document["metadata"]["name"], werk["template"]["spec"]))
    return uit


def test_hadolint_heeft_niets_op_te_merken() -> None:
    uit = draai(str(BIN / "hadolint"), str(DEPLOY / "Containerfile"))
    assert uit.returncode == 0, uit.stdout


def test_de_container_draait_niet_als_root_en_bevat_geen_node() -> None:
    tekst = (DEPLOY / "Containerfile").read_text("utf-8")
    laatste = tekst.rpartition("\nFROM ")[2]
    assert "USER 10001:10001" in laatste
    assert "node" not in laatste.lower()
    assert "--require-hashes" in tekst
    assert "HEALTHCHECK" in laatste


def test_de_container_krijgt_wat_hij_kopieert() -> None:
    tekst = (DEPLOY / "Containerfile").read_text("utf-8")
    mee = {
        regel[1:] for regel in (HIER / ".containerignore").read_text().splitlines() if regel.startswith("!")
    }
    for regel in re.findall(r"^COPY (?!--from)(.+)$", tekst, re.M):
        for bron in regel.split()[:-1]:
            assert (HIER / bron).exists(), bron
            assert bron.split("/")[0] in mee, bron


def test_de_opdrachten_van_de_container_bestaan() -> None:
    tekst = (DEPLOY / "Containerfile").read_text("utf-8")
    assert json.loads(re.search(r"^ENTRYPOINT (.+)$", tekst, re.M)[1]) == ["samenhang"]  # type: ignore[index]
    lijsten = [json.loads(deel) for deel in re.findall(r"^(?:HEALTHCHECK .*)?CMD (\[.+\])$", tekst, re.M)]
    assert len(lijsten) == 2
    for woorden in lijsten:
        assert bezwaren(woorden[1:] if woorden[0] == "samenhang" else woorden) == []


@pytest.mark.parametrize("pad", EENHEDEN, ids=lambda pad: pad.stem)
def test_de_opdrachten_van_systemd_bestaan(pad: Path) -> None:
    regels = re.findall(r"^Exec\w+=(.+)$", pad.read_text("utf-8"), re.M)
    assert regels
    for regel in regels:
        woorden = next(in_regel(regel.rstrip("'")), None)
        assert woorden, regel
        assert bezwaren(woorden) == []


EIGENAAR = ("samenhang-migreer", "samenhang-uitvegen")
"""What only the owner of the tables can do; everything else runs as the application."""


def test_alleen_wat_de_eigenaar_moet_doen_krijgt_zijn_adres() -> None:
    """The address of the owner comes after that of the application, so that it wins; and it may be absent."""
    for pad in EENHEDEN:
        bestanden = re.findall(r"^EnvironmentFile=(.+)$", pad.read_text("utf-8"), re.M)
        als_eigenaar = pad.stem in EIGENAAR
        assert bestanden == [
            "/etc/samenhang/omgeving",
            *(["-/etc/samenhang/eigenaar"] if als_eigenaar else []),
        ]
    for naam, pod in pods():
        geheimen = [deel["secretRef"] for deel in pod["containers"][0]["envFrom"] if "secretRef" in deel]
        verwacht = [{"name": "samenhang"}]
        if naam in EIGENAAR:
            verwacht.append({"name": "samenhang-eigenaar", "optional": True})  # type: ignore[dict-item]
        assert geheimen == verwacht, naam


def test_uitvegen_gaat_elke_nacht_op_beide_manieren() -> None:
    timer = (DEPLOY / "systemd/samenhang-uitvegen.timer").read_text("utf-8")
    uur, minuut = re.search(r"OnCalendar=\*-\*-\* (\d\d):(\d\d)", timer).groups()  # type: ignore[union-attr]
    [taak] = documenten(BASIS / "uitvegen.yaml")
    assert taak["spec"]["schedule"] == f"{int(minuut)} {int(uur)} * * *"
    assert taak["spec"]["concurrencyPolicy"] == "Forbid"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="geen systemd-analyze op deze machine")
def test_systemd_keurt_de_eenheden_goed(tmp_path: Path) -> None:
    """The units with a command that exists here: systemd looks for it."""
    for pad in sorted((DEPLOY / "systemd").iterdir()):
        tekst = pad.read_text("utf-8").replace(
            "/opt/samenhang/bin/samenhang", shutil.which("true") or "/bin/true"
        )
        (tmp_path / pad.name).write_text(tekst)
    uit = draai("systemd-analyze", "verify", *map(str, sorted(tmp_path.iterdir())))
    eigen = [regel for regel in uit.stderr.splitlines() if "samenhang" in regel]
    assert uit.returncode == 0, uit.stderr
    assert eigen == []


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="geen systemd-analyze op deze machine")
@pytest.mark.parametrize("pad", EENHEDEN, ids=lambda pad: pad.stem)
def test_de_eenheden_zijn_afgeschermd(pad: Path) -> None:
    """`systemd-analyze security` gives at most 2.0 of 10; below 2 it says OK."""
    uit = draai("systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=20", str(pad))
    assert uit.returncode == 0, uit.stdout[-300:]


@pytest.mark.parametrize("pad", MANIFESTEN, ids=lambda pad: f"{pad.parent.name}/{pad.stem}")
def test_de_manifesten_zijn_geldig(pad: Path, tmp_path: Path) -> None:
    """Against the schemas of Kubernetes, strictly. A patch lacks what its target has and is joined first."""
    if pad.name == "web-meer.yaml":
        heel = next(
            document for document in documenten(BASIS / "web.yaml") if document["kind"] == "Deployment"
        )
        heel["spec"] |= documenten(pad)[0]["spec"]
        pad = tmp_path / pad.name
        pad.write_text(yaml.safe_dump(heel))
    uit = draai(str(BIN / "kubernetes-validate"), "--strict", "--quiet", str(pad))
    assert uit.returncode == 0, uit.stdout + uit.stderr


@pytest.mark.parametrize("map_", [BASIS, VOORBEELD], ids=lambda map_: map_.name)
def test_kustomize_noemt_elk_bestand(map_: Path) -> None:
    document = documenten(map_ / "kustomization.yaml")[0]
    patches = [patch["path"] for patch in document.get("patches", [])]
    genoemd = {*document["resources"], *patches}
    assert {naam for naam in genoemd if not (map_ / naam).exists()} == set()
    eigen = {pad.name for pad in map_.glob("*.yaml")} - {"kustomization.yaml"}
    assert eigen <= genoemd
    namen = {
        (d["kind"], d["metadata"]["name"])
        for pad in BASIS.glob("*.yaml")
        for d in documenten(pad)
        if "metadata" in d
    }
    for patch in patches:
        for doel in documenten(map_ / patch):
            assert (doel["kind"], doel["metadata"]["name"]) in namen


@pytest.mark.parametrize(
    ("naam", "pod"), pods(), ids=lambda waarde: waarde if isinstance(waarde, str) else ""
)
def test_elke_pod_is_afgeschermd_en_heeft_een_opdracht_die_bestaat(naam: str, pod: dict[str, Any]) -> None:
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["runAsUser"] == 10001
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    for doos in pod["containers"]:
        assert doos["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert "memory" in doos["resources"]["limits"]
        assert bezwaren(doos["args"]) == []


def test_de_proeven_vragen_wat_er_is() -> None:
    from samenhang.web.urls import urlpatterns

    adressen = {f"/{punt.pattern}" for punt in urlpatterns}
    web = dict(pods())["samenhang-web"]["containers"][0]
    for proef in ("startupProbe", "livenessProbe", "readinessProbe"):
        assert web[proef]["httpGet"]["path"] in adressen
        assert web[proef]["httpGet"]["httpHeaders"] == [{"name": "Host", "value": "localhost"}]
