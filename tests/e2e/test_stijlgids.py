"""The style guide in a real browser: reachable, usable with the keyboard alone, and without script."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.hulp import toegankelijk

pytestmark = pytest.mark.django_db(transaction=True)


def open_gids(browser: Browser, live_server: Any, vraag: str = "", **context: Any) -> Page:
    page = browser.new_context(**{"locale": "nl-NL", **context}).new_page()
    klachten: list[str] = []
    page.on("console", lambda regel: klachten.append(regel.text))
    page.goto(f"{live_server.url}/stijlgids{vraag}")
    assert klachten == []
    return page


@pytest.mark.parametrize("taal", ["nl-NL", "en-GB"])
@pytest.mark.parametrize(
    "breedte, hoogte, vergroting", [(1440, 900, 1), (390, 844, 1), (720, 450, 2), (320, 640, 1)]
)
def test_de_gids_past_en_is_toegankelijk(
    browser: Browser, live_server: Any, breedte: int, hoogte: int, vergroting: int, taal: str
) -> None:
    scherm = {
        "viewport": {"width": breedte, "height": hoogte},
        "device_scale_factor": vergroting,
        "locale": taal,
    }
    toegankelijk(open_gids(browser, live_server, "?fout=1", **scherm))


def test_een_lijst_werkt_met_toetsen_alleen(browser: Browser, live_server: Any) -> None:
    page = open_gids(browser, live_server)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "VS26-000413"
    page.keyboard.press("x")
    assert page.get_by_text("1 gekozen").is_visible()
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == "VS26-000412"
    page.keyboard.press("/")
    page.keyboard.type("j?x")
    assert page.input_value("#zoek") == "j?x"
    assert page.get_by_text("1 gekozen").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "VS26-000412"


def test_sneltoetsen_kunnen_uit_en_blijven_uit(browser: Browser, live_server: Any) -> None:
    page = open_gids(browser, live_server)
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Sneltoetsen").get_by_label("Sneltoetsen staan aan").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")


def test_alle_rijen_kiezen_en_een_gevaarlijke_knop_vraagt_eerst(browser: Browser, live_server: Any) -> None:
    page = open_gids(browser, live_server)
    page.get_by_label("Kies alle").check()
    assert page.get_by_text("7 gekozen").is_visible()
    voor = page.url
    page.get_by_role("button", name="Rond af").click()
    page.get_by_role("button", name="Nee, terug").click()
    assert page.url == voor
    page.get_by_role("button", name="Rond af").click()
    page.get_by_role("button", name="Ja, ga door").click()
    page.wait_for_url("**/stijlgids?*")


def test_zonder_script_blijft_alles_te_doen(browser: Browser, live_server: Any) -> None:
    page = open_gids(browser, live_server, java_script_enabled=False)
    assert not page.get_by_label("Kies alle").is_visible()
    assert not page.get_by_role("button", name="Sneltoetsen").is_visible()
    page.get_by_text("Toon de cijfers als tabel").first.click()
    assert page.get_by_role("cell", name="63").is_visible()
    page.get_by_role("button", name="English").click()
    assert page.get_by_role("heading", name="Style guide").is_visible()


def test_de_eerste_tab_springt_naar_de_inhoud(browser: Browser, live_server: Any) -> None:
    page = open_gids(browser, live_server)
    page.keyboard.press("Tab")
    assert page.get_by_role("link", name="Naar de inhoud").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
