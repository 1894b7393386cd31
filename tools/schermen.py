"""`dev.py shots`: every page of every persona of the demo, wide and narrow, and the journey, into docs/schermen.

Pictures are the upper part of a page, as WebP without loss, of a palette of at most 16 colours. What is no longer a page is removed; a page in a
menu without a picture makes it fail.
"""

from __future__ import annotations

import os
import re
import struct
import subprocess  # nosec
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from tests.e2e.hulp import BREDE, SMALLE, Demo, demo_draait, maak_demo, start_browser
from tests.e2e.rondgang import paginas

from samenhang.demo.proef import soort_pagina
from tools.debian import installeer, zorg_voor

HIER = Path(__file__).resolve().parent.parent
DOEL = HIER / "docs" / "schermen"
PERSONAS = (
    "sanne", "youssef", "marloes", "henk", "dilek", "bram", "nadia", "tim", "joost", "ashwin", "ewa", "karin", "wietske", "lieke",
    "bewoner", "fatima", "omar", "noor", "ria", "thijs", "els", "sem", "hanna", "tessa", "dirk", "lia", "mirjam", "yara", "daan", "jan",
    "ilse", "sjoerd", "vera", "cor",
)  # fmt: skip
GEZIN = ("/wams/zaken/*", "/wams/zaken/*/casusoverleg", "/wams/mijn")
"""Kinds of page about one family that each persona sees in his own way."""
NEDERLANDS = Path("/usr/lib/chromium/locales/nl.pak")
"""With it the browser's own parts, such as the fields of a date, are in Dutch."""
KLEUREN = 16
HOOGSTENS = {BREDE: 1_300, SMALLE: 1_500}
"""How much of a page is shown, in pixels by its width."""
TOTAAL = 12_000_000
"""The most bytes of all pictures together."""


def hoofd() -> None:
    """Make the demo, take the pictures and the journey, write the index, remove what is stale."""
    zorg_voor("pngquant", "pngquant")
    zorg_voor("cwebp", "webp")
    if not NEDERLANDS.exists() and "CHROMIUM" not in os.environ:
        installeer("chromium-l10n")
    DOEL.mkdir(parents=True, exist_ok=True)
    gemaakt: set[str] = set()
    bijschriften: list[tuple[str, str, str]] = []
    with tempfile.TemporaryDirectory() as map_, sync_playwright() as spel:
        browser = start_browser(spel)
        demomap = Path(map_) / "demo"
        bronnen = {
            "SAMENHANG_BRP_BESTAND": str(demomap / "brp.csv"),
            "SAMENHANG_KNOOPPUNT": str(demomap / "knooppunt"),
        }
        os.environ |= bronnen
        maak_demo(demomap)
        with demo_draait(demomap) as demo:
            demo.python("from samenhang.demo.knooppunt import ronde; ronde()")  # no worker runs here
            gezien: set[str] = set()
            for persona in PERSONAS:
                bijschriften += _persona(browser, demo, persona, gezien, gemaakt)
        browser.close()
        for naam in bronnen:  # on the journey somebody looks it up by hand, and writes letters
            del os.environ[naam]
        _reis(Path(map_) / "reis", gemaakt)
    _index(bijschriften)
    gemaakt.update({"README.md", "reis.md"})
    for oud in DOEL.iterdir():
        if oud.name not in gemaakt:
            oud.unlink()
    omvang = sum(plaatje.stat().st_size for plaatje in DOEL.glob("*.webp"))
    print(f"{len(gemaakt) - 2} plaatjes, {omvang / 1e6:.1f} MB", file=sys.stderr)
    if omvang > TOTAAL:
        sys.exit(f"samen te groot: {omvang} bytes (too big together)")


def _persona(
    browser: Browser, demo: Demo, persona: str, gezien: set[str], gemaakt: set[str]
) -> list[tuple[str, str, str]]:
    """The pages of one persona that no earlier one showed; each with its title."""
    breed, smal = (demo.als(browser, persona, breedte) for breedte in (BREDE, SMALLE))
    menu = {  # kinds of page, whatever their query
        soort_pagina(link.removeprefix(demo.adres)).partition("?")[0]
        for link in breed.eval_on_selector_all("nav a[href]", "delen => delen.map(d => d.href)")
        if link.startswith(demo.adres)
    }
    bijschriften, bezocht = [], set[str]()
    for pad in (blad.pad for blad in paginas(breed, demo)):
        soort = soort_pagina(pad).partition("?")[0]  # a list is shown once, not for each filter
        eigen = not bezocht or "logboek" in pad or soort in GEZIN  # where each begins, and each one's own log
        sleutel = f"{persona} {soort}" if eigen else soort
        bezocht.add(soort)  # without its query: a page may send on to itself with a saved choice
        if sleutel in gezien or "lang=" in pad:
            continue
        gezien |= {sleutel, soort}
        naam = f"{persona}-{_naam(pad)}"
        if f"{naam}-{BREDE}.webp" in gemaakt:  # a list and one of its rows have the same words in their path
            naam += "-een"
        for page in (breed, smal):
            page.goto(demo.adres + pad)
        for page, breedte in ((breed, BREDE), (smal, SMALLE)):
            _bewaar(page, f"{naam}-{breedte}.webp", gemaakt)
        bijschriften.append((persona, naam, breed.title().partition(" · ")[0]))
    breed.context.close()
    smal.context.close()
    zonder = menu - bezocht
    if zonder:
        sys.exit(f"zonder plaatje (without a picture): {persona} {', '.join(sorted(zonder))}")
    return bijschriften


def _naam(pad: str) -> str:
    """A file name for a path: its words, without ids."""
    woorden = re.findall(r"[a-z]+", soort_pagina(pad).replace("/vroegsignalering/", "/"))
    return "-".join(woorden) or "start"


def _bewaar(page: Page, naam: str, gemaakt: set[str]) -> None:
    venster = page.viewport_size
    assert venster is not None
    hoogte = min(HOOGSTENS[venster["width"]], page.evaluate("document.documentElement.scrollHeight"))
    # As tall as the picture, so that what sticks to the edge of a window stands where it belongs.
    page.set_viewport_size({"width": venster["width"], "height": hoogte})
    _klein(page.screenshot(), DOEL / naam)
    page.set_viewport_size(venster)
    gemaakt.add(naam)


def _klein(rauw: bytes, pad: Path) -> None:
    """Write a PNG as a picture with a palette, half the size."""
    palet = ["pngquant", "--speed", "1", "--nofs", "--strip", str(KLEUREN), "-"]
    breedte, hoogte = struct.unpack(">II", rauw[16:24])  # of a PNG
    uitsnede = [str(breedte), str(min(hoogte, HOOGSTENS[breedte]))]
    webp = ["cwebp", "-quiet", "-lossless", "-z", "6", "-crop", "0", "0", *uitsnede, "-o", "-", "--", "-"]
    for opdracht in (palet, webp):
        rauw = subprocess.run(opdracht, input=rauw, check=True, stdout=subprocess.PIPE).stdout  # nosec
    pad.write_bytes(rauw)


def _reis(map_: Path, gemaakt: set[str]) -> None:
    """The journey by its own browser test, which keeps its pages when it is told where."""
    omgeving = os.environ | {"REIS_MAP": str(map_), "DJANGO_ALLOW_ASYNC_UNSAFE": "1"}
    opdracht = [sys.executable, "-m", "pytest", "-q", "-p", "pytest_django.plugin", "-p", "pytest_timeout", "tests/e2e/test_reis.py"]  # fmt: skip
    omgeving |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "SAMENHANG_SLEUTEL": "x" * 60}
    subprocess.run(opdracht, cwd=HIER, env=omgeving, check=True)  # nosec
    for plaatje in sorted(map_.glob("*.png")):
        doel = DOEL / plaatje.with_suffix(".webp").name
        _klein(plaatje.read_bytes(), doel)
        gemaakt.add(doel.name)
    verhaal = (map_ / "reis.md").read_text("utf-8").replace(".png)", ".webp)")
    (DOEL / "reis.md").write_text(verhaal, encoding="utf-8")


def _index(bijschriften: list[tuple[str, str, str]]) -> None:
    regels = [
        "# Schermen / Screens\n",
        "Elke pagina van de demo, breed en op een telefoon, gemaakt door `python3 dev.py shots`. "
        "Van bestand tot aanbod: [de reis](reis.md).\n",
        "Every page of the demo, wide and on a telephone, made by `python3 dev.py shots`. "
        "From file to offer: [the journey](reis.md).\n",
    ]
    vorige = ""
    for persona, naam, titel in bijschriften:
        if persona != vorige:
            regels.append(f"\n## {persona.capitalize()}\n")
            vorige = persona
        regels.append(
            f"- {titel}: [breed / wide]({naam}-{BREDE}.webp) · [telefoon / telephone]({naam}-{SMALLE}.webp)"
        )
    (DOEL / "README.md").write_text("\n".join(regels) + "\n", encoding="utf-8")


if __name__ == "__main__":
    hoofd()
