"""Every package is pinned by hash, nothing committed names a registry, and nothing large or built is committed."""

from __future__ import annotations

import re
import subprocess  # nosec
import tomllib
from functools import cache
from pathlib import Path

import pytest

HIER = Path(__file__).resolve().parents[2]
SOORTEN = sorted((HIER / "requirements").glob("*.txt"))
ERFT = {"dev": "core", "all": "dev"}
"""Each list adds to the one before it, so that no hash stands twice."""
ADRESSEN = re.compile(
    "|".join(
        re.escape(deel)
        for deel in (
            "pypi" + ".org", "files.python" + "hosted", "registry." + "npmjs", "npm" + "js.org", "--index" + "-url",
            "--extra-index" + "-url", "--find" + "-links", "--trusted" + "-host", "docker" + ".io", "ghcr" + ".io", "quay" + ".io",
        )
    )
)  # fmt: skip
"""Addresses of registries, and the options that point to one; written apart, so that this file holds none."""
BINAIR = {".png", ".webp", ".woff2", ".xlsx", ".ico", ".gz", ".br"}


@cache
def bestanden() -> tuple[Path, ...]:
    """What is committed; in a copy without git, what stands in the folders of the repository."""
    uit = subprocess.run(["git", "ls-files", "-z"], cwd=HIER, capture_output=True, check=False)  # nosec
    if uit.returncode == 0 and uit.stdout:
        return tuple(
            HIER / naam for naam in uit.stdout.decode().split("\0") if naam and (HIER / naam).is_file()
        )
    mappen = ("src", "tests", "tools", "docs", "deploy", "rules", "requirements", "bench", "voorbeelden")
    return tuple(
        pad
        for map_ in mappen
        for pad in (HIER / map_).rglob("*")
        if pad.is_file() and "__pycache__" not in pad.parts
    )


@pytest.mark.parametrize("pad", SOORTEN, ids=lambda pad: pad.stem)
def test_elk_pakket_is_vastgepind_met_een_hash(pad: Path) -> None:
    regels = [
        regel for regel in pad.read_text("utf-8").splitlines() if regel and not regel.lstrip().startswith("#")
    ]
    if pad.stem in ERFT:
        assert regels.pop(0) == f"-r {ERFT[pad.stem]}.txt"
    pakketten = [regel for regel in regels if not regel.startswith(" ")]
    assert len(pakketten) > 3
    for plek, regel in enumerate(regels):
        if not regel.startswith(" "):
            assert re.match(r"[A-Za-z0-9._-]+==[^ ;]+( ;.*)? \\$", regel), regel
            assert regels[plek + 1].strip().startswith("--hash=sha256:"), regel


def test_wat_een_ruimere_lijst_zelf_noemt_spreekt_een_engere_niet_tegen() -> None:
    def versies(soort: str) -> dict[str, str]:
        tekst = (HIER / "requirements" / f"{soort}.txt").read_text("utf-8")
        return dict(re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", tekst, re.M))

    core, dev = versies("core"), versies("dev")
    samen = core | dev
    for eng, ruim in ((core, dev), (samen, versies("all"))):
        assert {naam: ruim[naam] for naam in eng.keys() & ruim.keys()}.items() <= eng.items()
    assert versies("bouw").items() <= samen.items()
    alles, spark = samen | versies("all"), versies("spark")
    assert {naam: alles[naam] for naam in spark.keys() & alles.keys()}.items() <= spark.items()


def test_wat_pyproject_vraagt_is_vastgepind() -> None:
    project = tomllib.loads((HIER / "pyproject.toml").read_text("utf-8"))["project"]
    for soort, eisen in (
        ("core", project["dependencies"]),
        ("spark", project["optional-dependencies"]["spark"]),
    ):
        tekst = (HIER / "requirements" / f"{soort}.txt").read_text("utf-8").lower()
        for eis in eisen:
            naam = re.match(r"[A-Za-z0-9._-]+", eis)
            assert naam
            assert re.search(rf"^{naam[0].lower()}==", tekst, re.M), eis


def test_geen_bestand_noemt_een_pakketregister() -> None:
    for pad in bestanden():
        if pad.suffix not in BINAIR:
            treffer = ADRESSEN.search(pad.read_text("utf-8", errors="replace"))
            assert treffer is None, f"{pad.relative_to(HIER)}: {treffer and treffer[0]}"


def test_geen_database_geen_slotbestand_en_niets_groots() -> None:
    for pad in bestanden():
        kort = pad.relative_to(HIER)
        assert pad.suffix not in {".sqlite3", ".db", ".pyc", ".lock"}, kort
        assert pad.stat().st_size < 600_000, kort
