"""`dev.py shots`: every page of the demo at 1440 and 390 pixels wide, into docs/schermen."""

from __future__ import annotations

import os
import subprocess  # nosec
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HIER = Path(__file__).resolve().parent.parent
POORT = 8765
ADRES = f"http://127.0.0.1:{POORT}"
VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGINAS = (
    ("sanne", "mijn-werk", "/vroegsignalering/mijn-werk"),
    ("sanne", "werkvoorraad", "/vroegsignalering/werkvoorraad"),
    ("sanne", "melding", "melding"),
    ("henk", "aanleveringen", "/vroegsignalering/aanleveringen"),
    ("henk", "foutenrapport", "fouten"),
    ("henk", "twijfel", "/vroegsignalering/twijfel"),
    ("henk", "partners", "/vroegsignalering/partners"),
    ("tim", "partner-aanleveringen", "/vroegsignalering/aanleveringen"),
    ("bewoner", "mijn-gegevens", "/vroegsignalering/mijn-gegevens"),
    ("bewoner", "wie-keek", "/logboek"),
    ("ashwin", "auditlog", "/logboek"),
)


def wacht_tot_klaar(proces: subprocess.Popen[bytes]) -> None:
    """Wait until the demo answers."""
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{ADRES}/klaar", timeout=2)  # nosec
            return
        except (urllib.error.URLError, OSError):
            if proces.poll() is not None:
                sys.exit("de demo stopte (the demo stopped)")
            time.sleep(0.5)
    sys.exit("de demo kwam niet op (the demo did not start)")


def ga(page: Page, pad: str) -> None:
    """Open a page; a melding and an error report are found through their lists."""
    if pad == "melding":
        page.goto(f"{ADRES}/vroegsignalering/mijn-werk")
        page.get_by_role("link", name="VS").first.click()
    elif pad == "fouten":
        page.goto(f"{ADRES}/vroegsignalering/aanleveringen")
        page.locator("tbody tr", has_not_text="geweigerd").first.get_by_role("link").click()
    else:
        page.goto(f"{ADRES}{pad}")


def hoofd() -> None:
    """Start the demo, take the pictures, stop it."""
    doel = HIER / "docs" / "schermen"
    doel.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as map_:
        opdracht = [
            sys.executable,
            "-c",
            "from samenhang.cli.hoofd import hoofd; hoofd()",
            "beheer",
            "demo",
            "--klein",
            "--map",
            f"{map_}/demo",
            "--poort",
            str(POORT),
        ]
        proces = subprocess.Popen(opdracht, start_new_session=True, stdout=subprocess.DEVNULL)  # nosec
        try:
            wacht_tot_klaar(proces)
            with sync_playwright() as spel:
                browser = spel.chromium.launch(
                    executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=VLAGGEN
                )
                for breedte in (1440, 390):
                    for persona, naam, pad in PAGINAS:
                        page = browser.new_context(
                            viewport={"width": breedte, "height": 900}, locale="nl-NL"
                        ).new_page()
                        page.goto(f"{ADRES}/inloggen")
                        page.locator(f'button[value="{persona}@demo.invalid"]').click()
                        ga(page, pad)
                        page.screenshot(path=str(doel / f"{naam}-{breedte}.png"), full_page=breedte == 1440)
                        page.context.close()
                browser.close()
        finally:
            os.killpg(proces.pid, 15)
            proces.wait(timeout=20)


if __name__ == "__main__":
    hoofd()
