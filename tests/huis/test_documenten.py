"""What the documents say is so: links and pictures exist, commands are real, decisions are numbered."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.huis.opdrachten import bezwaren, in_tekst

HIER = Path(__file__).resolve().parents[2]
DOCUMENTEN = sorted(
    [
        *HIER.glob("*.md"),
        *(HIER / "docs").rglob("*.md"),
        *(HIER / "src").rglob("README.md"),
        *(HIER / "tests/proefscheme").rglob("*.md"),
        HIER / "bench/README.md",
    ]
)
ADRS = sorted((HIER / "docs/adr").glob("*.md"))


def naam(pad: Path) -> str:
    return str(pad.relative_to(HIER))


def verwijzingen(tekst: str) -> Iterator[str]:
    """The relative targets of links and images, code left out."""
    kaal = re.sub(r"```.*?```|`[^`\n]*`", "", tekst, flags=re.S)
    for doel in re.findall(r"!?\[[^\]]*\]\(([^)\s]+)\)", kaal):
        if not re.match(r"[a-z]+:", doel):
            yield doel


def ankers(tekst: str) -> set[str]:
    """The anchors that a forge makes of the headings."""
    koppen = re.findall(r"^#+ (.+)$", tekst, re.M)
    return {re.sub(r"[^\w\- ]", "", kop.lower()).replace(" ", "-") for kop in koppen}


@pytest.mark.parametrize("pad", DOCUMENTEN, ids=naam)
def test_elke_verwijzing_bestaat(pad: Path) -> None:
    tekst = pad.read_text("utf-8")
    for doel in verwijzingen(tekst):
        bestand, _, anker = doel.partition("#")
        plek = (pad.parent / bestand).resolve() if bestand else pad
        assert plek.exists(), doel
        if anker and plek.suffix == ".md":
            assert anker in ankers(plek.read_text("utf-8")), doel


@pytest.mark.parametrize("pad", DOCUMENTEN, ids=naam)
def test_elke_opdracht_in_de_documenten_bestaat(pad: Path) -> None:
    for woorden in in_tekst(pad.read_text("utf-8")):
        assert bezwaren(woorden) == [], f"samenhang {' '.join(woorden)}"


@pytest.mark.parametrize("pad", DOCUMENTEN, ids=naam)
def test_elk_deel_van_dev_py_en_elk_gereedschap_bestaat(pad: Path) -> None:
    import dev
    from tools.proef import DELEN

    tekst = pad.read_text("utf-8")
    for regel in re.findall(r"(?:`|^|\| )python3 dev\.py ([a-z][^`\n#]*)", tekst, re.M):
        woorden = regel.split()
        assert woorden[0] in dev.DOEN, regel
        if woorden[0] == "test":
            assert set(woorden[1:]) <= set(DELEN), regel
    for module in re.findall(r"python3? -m ([a-z_.]+)", tekst):
        if module.startswith(("tools.", "samenhang.", "bench")):
            bestand = HIER / ("src" if module.startswith("samenhang") else "") / module.replace(".", "/")
            assert bestand.with_suffix(".py").exists() or (bestand / "__main__.py").exists(), module


def test_de_lezer_van_opdrachten_vindt_ze_en_ziet_fouten() -> None:
    """So that the test above cannot pass by seeing nothing."""
    tekst = "Doe `samenhang beheer serve --poort 8000`.\n```\necho x | python3 dev.py run -- termijn bereken\n```\n"
    assert list(in_tekst(tekst)) == [["beheer", "serve", "--poort", "8000"], ["termijn", "bereken"]]
    assert bezwaren(["beheer", "serve", "--poort", "8000"]) == []
    assert bezwaren(["beheer", "dans"]) == ["samenhang beheer kent 'dans' niet"]
    assert bezwaren(["beheer", "serve", "--dans"]) == ["samenhang beheer serve kent de optie --dans niet"]
    gevonden = sum(1 for pad in DOCUMENTEN for _ in in_tekst(pad.read_text("utf-8")))
    assert gevonden > 20


def test_de_voorbeelden_van_contributing_zijn_die_van_het_proefscheme() -> None:
    """Permits, ceilings and expectations word for word; the Python of each block parses."""
    tekst = (HIER / "CONTRIBUTING.md").read_text("utf-8")
    scheme = HIER / "tests/proefscheme/briefadres"
    echt = {
        "grondslag": tomllib.loads((scheme / "grondslagen/briefadres.toml").read_text("utf-8"))["grondslag"],
        "regel": tomllib.loads((scheme / "toegang.toml").read_text("utf-8"))["regel"],
        "verwacht": tomllib.loads((scheme / "waarborgen.toml").read_text("utf-8"))["verwacht"],
    }
    gevonden = set()
    for blok in re.findall(r"```toml\n(.*?)```", tekst, re.S):
        for soort, rijen in tomllib.loads(blok).items():
            if soort in echt:
                gevonden.add(soort)
                assert rijen[0] == echt[soort][0], soort
    assert gevonden == set(echt)
    for blok in re.findall(r"```python\n(.*?)```", tekst, re.S):
        ast.parse(blok)
    boom = tekst.partition("```\nbriefadres/\n")[2].partition("```")[0]
    for naam in re.findall(r"[\w/]+\.(?:py|toml|md)", boom):
        assert (scheme / naam).exists(), naam


def test_de_besluiten_zijn_doorgenummerd_en_hebben_hun_delen() -> None:
    nummers = [int(pad.name[:4]) for pad in ADRS]
    assert nummers == list(range(1, len(ADRS) + 1))
    for pad in ADRS:
        tekst = pad.read_text("utf-8")
        assert re.match(r"# \S.*\n\nStatus: (accepted|superseded by \d{4})\.\n", tekst), pad.name
        assert len(tekst.split()) > 40, f"{pad.name}: zeg waarom, wat, en wat niet"


def test_elk_beeld_wordt_ergens_getoond_of_hoort_bij_een_proces() -> None:
    getoond = "\n".join(pad.read_text("utf-8") for pad in DOCUMENTEN)
    for beeld in (HIER / "docs/beeld").glob("*.svg"):
        assert beeld.name in getoond, f"{beeld.name} staat in geen document"
