"""What the browser tests share: how Chromium starts, what holds for every page, and the demo in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Browser, Page, Playwright
from tools.poort import vrije_poort

VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BREDE, SMALLE = 1440, 390
VERGROOT = 720
"""What a window of 1440 pixels has room for at 200 % (WCAG 1.4.10)."""
DOMEIN = "demo.invalid"
WCAG = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa")
NA_HERSCHIKKING = (
    "aria-hidden-focus",
    "button-name",
    "color-contrast",
    "label",
    "link-name",
    "scrollable-region-focusable",
    "target-size",
)
"""Rules whose answer hangs on what is shown and where: what is left to ask of the same page at another width."""
# What passed is not told: telling it takes as long as finding it.
_AXE = "regels => axe.run(document, regels).then(uit => ({violations: uit.violations}))"
# Elements that can have the focus but show nothing when they have it.
_ZONDER_RAND = """() => {
  const kan = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const klachten = [];
  for (const deel of [...document.querySelectorAll(kan)].slice(0, 80)) {
    if (deel.disabled || !deel.checkVisibility()) continue;
    deel.focus();
    if (document.activeElement !== deel) continue;
    const stijl = getComputedStyle(deel);
    const rand = stijl.outlineStyle !== 'none' && parseFloat(stijl.outlineWidth) > 0;
    if (!rand && stijl.boxShadow === 'none') klachten.push(deel.outerHTML.slice(0, 120));
  }
  return klachten;
}"""
# What sticks out of the window, unless it stands in an area that scrolls by itself.
_BUITEN = """() => {
  const breedte = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= breedte) return [];
  const rolt = deel => { for (let p = deel.parentElement; p; p = p.parentElement)
    if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(p).overflowX)) return true; return false; };
  return [...document.body.querySelectorAll('*')]
    .filter(deel => deel.getBoundingClientRect().right > breedte + 1 && !rolt(deel))
    .slice(0, 4).map(deel => deel.outerHTML.slice(0, 160));
}"""


# On a telephone a table is a list of cards: it never has to be pushed sideways.
_SCHUIFT = """() => innerWidth > 480 ? [] : [...document.querySelectorAll('.tabelvlak')]
  .filter(deel => deel.checkVisibility() && deel.scrollWidth > deel.clientWidth + 1)
  .map(deel => deel.getAttribute('aria-label'))"""


def start_browser(spel: Playwright) -> Browser:
    """Debian's Chromium, or the one named by CHROMIUM, in Dutch, without anything that looks for a network."""
    return spel.chromium.launch(
        executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
        args=VLAGGEN,
        env={**os.environ, "LANGUAGE": "nl"},
    )


@dataclass(frozen=True)
class Demo:
    """A demo that is being served: its address and its folder."""

    adres: str
    map_: Path

    def als(self, browser: Browser, persona: str, breedte: int = BREDE, **context: Any) -> Page:
        """A window in which a persona has logged in by the chooser; what the console says is kept on the page."""
        velden = {"viewport": {"width": breedte, "height": 900}, "locale": "nl-NL", **context}
        page = browser.new_context(**velden).new_page()
        luister(page)
        page.goto(f"{self.adres}/inloggen")
        page.locator(f'button[value="{persona}@{DOMEIN}"]').click()
        page.wait_for_load_state()
        return page

    def python(self, programma: str) -> str:
        """Run a few lines with Django started on the demo's database; gives what they print."""
        kop = "from samenhang.cli import django_aan; django_aan()\n"
        uit = subprocess.run(
            [sys.executable, "-c", kop + programma],
            env=os.environ | demo_omgeving(self.map_),
            check=True,
            capture_output=True,
            text=True,
        )
        return uit.stdout.strip()


def demo_omgeving(map_: Path) -> dict[str, str]:
    """The environment in which a process works on the demo of a folder."""
    return {"SAMENHANG_DATAMAP": str(map_), "SAMENHANG_DEMO": "1", "DATABASE_URL": ""}


def _kale_omgeving(map_: Path) -> dict[str, str]:
    """That of the demo, and nothing of the database of this run."""
    omgeving = os.environ | demo_omgeving(map_)
    omgeving.pop("DATABASE_URL")
    return omgeving


def maak_demo(map_: Path, *opties: str) -> None:
    """Make a demo world in a folder, or leave the one that stands there and still fits."""
    hoofd = (sys.executable, "-c", "from samenhang.cli.hoofd import hoofd; hoofd()", "beheer")
    subprocess.run(
        [*hoofd, "demo", "--alleen-maken", "--map", str(map_), *opties],
        env=_kale_omgeving(map_),
        check=True,
        stdout=subprocess.DEVNULL,
    )


@contextmanager
def demo_draait(map_: Path) -> Iterator[Demo]:
    """Serve the demo world of a folder until the end."""
    from samenhang.demo.proef import draaiend

    with (
        (map_ / "dienst.log").open("w", encoding="utf-8") as uitvoer,
        draaiend(vrije_poort(), uitvoer, _kale_omgeving(map_)) as adres,
    ):
        yield Demo(adres, map_)


def luister(page: Page) -> None:
    """Keep what the console complains about; a message about the Content Security Policy fails a page."""
    klachten: list[str] = []
    page.on("console", lambda regel: klachten.append(regel.text) if regel.type == "error" else None)
    page.on("pageerror", lambda fout: klachten.append(str(fout)))
    page.klachten = klachten  # type: ignore[attr-defined]


def toegankelijk(page: Page, *, axe: tuple[str, ...] | None = WCAG) -> None:
    """What holds for every page: no violation that axe finds, nothing outside the window, no complaint.

    `axe` names the tags or the rules it looks for: all of WCAG 2.2 AA, unless told otherwise.
    The complaints are read first: axe brings in styles of its own.
    """
    klachten = [tekst for tekst in getattr(page, "klachten", []) if "Failed to load resource" not in tekst]
    assert klachten == [], f"{page.url}: {klachten}"
    page.wait_for_load_state()  # a page that a click led to may still be coming in
    buiten = page.evaluate(_BUITEN)
    assert not buiten, f"{page.url} loopt buiten het scherm: {buiten}"
    schuift = page.evaluate(_SCHUIFT)
    assert not schuift, f"{page.url}: tabellen die op een telefoon opzij moeten: {schuift}"
    if axe:
        if page.evaluate("typeof axe === 'undefined'"):
            page.evaluate(AXE_SCRIPT)
        vraag = {"runOnly": list(axe), "resultTypes": ["violations"]}
        gevonden = AxeResults(page.evaluate(_AXE, vraag))
        assert gevonden.violations_count == 0, f"{page.url}\n{gevonden.generate_report()}"
        if hasattr(page, "klachten"):
            page.klachten.clear()


@contextmanager
def op_breedte(page: Page, breedte: int) -> Iterator[None]:
    """The same page in a window of another width, and back: it is arranged anew, not asked for again."""
    eerst = page.viewport_size
    assert eerst is not None
    page.set_viewport_size({"width": breedte, "height": eerst["height"]})
    yield
    page.set_viewport_size(eerst)


def focus_zichtbaar(page: Page) -> None:
    """Whatever can have the focus shows that it has it."""
    page.keyboard.press("Tab")
    zonder = page.evaluate(_ZONDER_RAND)
    assert zonder == [], f"{page.url}: geen zichtbare focus: {zonder}"
