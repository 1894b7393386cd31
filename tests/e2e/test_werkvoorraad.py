"""The work stock by clicking: a filter is chosen, saved, opened, made the standard and removed; what breaks says so."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.e2e.hulp import Demo, toegankelijk

LIJST = "/vroegsignalering/werkvoorraad"


def _rijen(page: Page) -> int:
    return page.locator("#lijst tbody tr").count()


def _kies(page: Page, veld: str, waarde: str) -> None:
    keuze = page.get_by_role("combobox", name=veld, exact=True)
    keuze.focus()
    with page.expect_response(lambda antwoord: LIJST in antwoord.url):
        keuze.select_option(waarde)


def test_een_filter_maken_openen_als_standaard_zetten_en_verwijderen(browser: Browser, demo: Demo) -> None:
    page = demo.als(browser, "sanne")
    page.goto(f"{demo.adres}{LIJST}?alles=ja")
    alles = _rijen(page)
    _kies(page, "Behandelaar", "mij")
    _kies(page, "Soort partner", "energie")  # a choice that comes with the first
    page.get_by_role("link", name="Soort partner: Energie").wait_for()
    mijn = _rijen(page)
    assert 0 < mijn < alles
    expect(page.get_by_role("combobox", name="Soort partner")).to_be_focused()  # its field was drawn anew

    page.get_by_text("Filters bewaren en beheren").click()
    page.get_by_label("Bewaar dit filter met zijn kolommen als").fill("Mijn energie")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_text('Filter "Mijn energie" bewaard.').wait_for()
    assert _rijen(page) == mijn
    page.get_by_role("link", name="Soort partner: Energie").wait_for()

    page.get_by_role("link", name="Alles", exact=True).click()
    expect(page.locator("#lijst tbody tr")).to_have_count(alles)
    page.get_by_text("Filters bewaren en beheren").click()
    page.get_by_role("button", name="Maak standaard").click()
    page.goto(f"{demo.adres}{LIJST}")  # without a choice: the standard one
    expect(page.locator("#lijst tbody tr")).to_have_count(mijn)
    toegankelijk(page)

    page.get_by_text("Filters bewaren en beheren").click()
    page.get_by_role("button", name="Verwijder", exact=True).click()
    page.get_by_role("button", name="Ja, ga door").click()
    page.get_by_text("Bijgewerkt.").wait_for()
    assert page.get_by_role("link", name="Mijn energie").count() == 0
    page.goto(f"{demo.adres}{LIJST}")
    expect(page.locator("#lijst tbody tr")).to_have_count(alles)
    page.context.close()


def test_een_deel_van_een_pagina_dat_niet_komt_blijft_niet_stil(browser: Browser, demo: Demo) -> None:
    """Offline it says so and keeps what stood there; logged out meanwhile it leads to the login."""
    page = demo.als(browser, "sanne")
    page.goto(f"{demo.adres}{LIJST}?alles=ja")
    alles = _rijen(page)
    page.context.set_offline(True)
    page.get_by_role("combobox", name="Stap", exact=True).select_option("open")
    page.get_by_text("Geen verbinding.").wait_for()
    assert _rijen(page) == alles
    page.context.set_offline(False)
    _kies(page, "Stap", "")
    expect(page.get_by_text("Geen verbinding.")).to_be_hidden()
    page.context.clear_cookies(name="sessie")
    page.get_by_role("combobox", name="Stap", exact=True).select_option("open")
    page.wait_for_url("**/inloggen?next=**")
    page.context.close()
