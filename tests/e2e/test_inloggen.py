"""In a real browser: logging in with a password, an app and a passkey, and the administrator's pages, with axe."""

from __future__ import annotations

import os
import re
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Browser, Page

from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Rolvervulling
from tests.bouw import Gemeente, maak_gemeente
from tests.e2e import hulp

pytestmark = pytest.mark.django_db(transaction=True)
WACHTWOORD = "Zeven-sloten-tegelijk"


@pytest.fixture
def huis(settings: Any) -> Gemeente:
    """A municipality whose workers have a password, and must have a second factor."""
    settings.TWEEDE_FACTOR = True
    huis = maak_gemeente()
    beheerder = Gebruiker.objects.create_user("ewa@test.invalid", naam="Ewa Kowalczyk")
    ewa = Medewerker.objects.create(
        gebruiker=beheerder,
        organisatie=huis.organisatie,
        naam="Ewa Kowalczyk",
        functie="functioneel beheerder",
    )
    Rolvervulling.objects.create(
        medewerker=ewa, scheme="vroegsignalering", rol="beheerder", van=ewa.van, mandaat="besluit 2026-1"
    )
    for gebruiker in Gebruiker.objects.all():
        gebruiker.set_password(WACHTWOORD)
        gebruiker.save()
    return huis


def pagina(browser: Browser, breedte: int = 1440, taal: str = "nl-NL") -> Page:
    page = browser.new_context(viewport={"width": breedte, "height": 900}, locale=taal).new_page()
    page.set_default_timeout(15_000)
    return page


def toegankelijk(page: Page, naam: str = "") -> None:
    """What holds for every page; kept as a picture when SCHERMEN names a folder."""
    hulp.toegankelijk(page)
    if naam and (map_ := os.environ.get("SCHERMEN")):
        breedte = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=f"{map_}/{naam}-{breedte}.png", full_page=True)


def met_wachtwoord(page: Page, adres: str, email: str) -> None:
    page.goto(f"{adres}/inloggen")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    page.get_by_role("button", name="Log in", exact=True).click()


def bevestig(page: Page) -> None:
    page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    page.get_by_role("button", name="Bevestig").click()


def code(geheim: str, verder: int = 0) -> str:
    return format_hotp_value(hotp_value(geheim, next(iter(yield_hotp_counters_from_time())) + verder))


def stel_app_in(page: Page, adres: str, email: str) -> str:
    """From the login to the work stock, with a new app on the way; gives its secret."""
    met_wachtwoord(page, adres, email)
    page.get_by_text("Stel een tweede factor in").wait_for()
    toegankelijk(page, "tweede-factor")
    page.get_by_role("link", name="Stel de app in").click()
    page.locator(".geheim").wait_for(state="attached")
    geheim = page.locator(".geheim").text_content() or ""
    toegankelijk(page, "app-instellen")
    page.get_by_label("Code", exact=True).fill(code(geheim))
    page.get_by_role("button", name="Zet de app aan").click()
    page.locator(".herstelcodes li").nth(9).wait_for()
    toegankelijk(page, "herstelcodes")
    return geheim


def sleutelhouder(page: Page) -> None:
    """A virtual security key in the browser, which knows its owner."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    cdp.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_een_app_instellen_en_ermee_inloggen(browser: Browser, live_server: Any, huis: Gemeente) -> None:
    page = pagina(browser)
    geheim = stel_app_in(page, live_server.url, "sanne-9901@test.invalid")
    page.goto(f"{live_server.url}/instellingen")
    toegankelijk(page, "instellingen")
    page.locator(".kop details summary").click()
    page.get_by_role("button", name="Uitloggen").click()
    met_wachtwoord(page, live_server.url, "sanne-9901@test.invalid")
    page.get_by_role("heading", name="Tweede factor").wait_for()
    toegankelijk(page, "code")
    page.get_by_label("Code", exact=True).fill("000000")
    page.get_by_role("button", name="Log in", exact=True).click()
    page.get_by_text("Deze code klopt niet").first.wait_for()
    toegankelijk(page, "code-fout")
    page.get_by_label("Code", exact=True).fill(code(geheim, 1))
    page.get_by_role("button", name="Log in", exact=True).click()
    page.wait_for_url("**/vroegsignalering/**")


def test_een_sleutel_toevoegen_ermee_inloggen_en_verwijderen(
    browser: Browser, live_server: Any, huis: Gemeente, settings: Any
) -> None:
    page = pagina(browser)
    gemeld: list[str] = []
    page.on("console", lambda bericht: gemeld.append(bericht.text) if bericht.type == "error" else None)
    sleutelhouder(page)
    met_wachtwoord(page, live_server.url, "youssef-9901@test.invalid")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0  # as if the login was long ago
    page.get_by_role("link", name="Voeg een sleutel toe").click()
    page.get_by_role("heading", name="Bent u het nog?").wait_for()
    toegankelijk(page, "bevestigen")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    bevestig(page)
    toegankelijk(page, "sleutel-toevoegen")
    page.get_by_label("Naam van de sleutel").fill("Laptop")
    page.get_by_label("Ook inloggen zonder wachtwoord").check()
    page.get_by_role("button", name="Voeg toe").click()
    page.locator(".herstelcodes").wait_for()
    page.goto(f"{live_server.url}/account/2fa/webauthn/")
    assert page.get_by_text("Laptop").is_visible()
    toegankelijk(page, "sleutels")
    page.locator(".kop details summary").click()
    page.get_by_role("button", name="Uitloggen").click()
    page.goto(f"{live_server.url}/inloggen")
    toegankelijk(page, "inloggen")
    page.get_by_role("button", name="Log in met een sleutel").click()
    page.wait_for_url("**/vroegsignalering/**")
    page.goto(f"{live_server.url}/account/2fa/webauthn/")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    page.get_by_role("link", name="Verwijder").click()
    page.get_by_role("heading", name="Bent u het nog?").wait_for()
    toegankelijk(page, "bevestigen-met-sleutel")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    page.get_by_role("link", name="Met een sleutel").click()
    page.wait_for_load_state()  # the button does nothing before its script is there
    page.get_by_role("button", name="Gebruik een sleutel").click()
    page.get_by_role("button", name="Verwijder sleutel").wait_for()
    toegankelijk(page, "sleutel-verwijderen")
    page.get_by_role("button", name="Verwijder sleutel").click()
    page.get_by_text("De sleutel is verwijderd").wait_for()
    page.goto(f"{live_server.url}/vroegsignalering/werkvoorraad")
    assert page.url.endswith("/account/2fa/")
    assert not [regel for regel in gemeld if "Content Security Policy" in regel]


def test_zonder_sleutel_zegt_de_pagina_wat_er_mis_ging(
    browser: Browser, live_server: Any, huis: Gemeente
) -> None:
    page = pagina(browser)
    sleutelhouder(page)
    page.goto(f"{live_server.url}/inloggen")
    assert not page.get_by_text("Dat is niet gelukt").is_visible()  # nothing was tried yet
    page.get_by_role("button", name="Log in met een sleutel").click()
    page.get_by_text("Dat is niet gelukt").wait_for()
    toegankelijk(page, "sleutel-onbekend")


@pytest.mark.parametrize("breedte", [1440, 390])
def test_de_beheerder_voegt_iemand_toe_en_geeft_een_rol(
    browser: Browser, live_server: Any, huis: Gemeente, breedte: int, settings: Any
) -> None:
    settings.TWEEDE_FACTOR = False
    page = pagina(browser, breedte)
    adres = live_server.url
    met_wachtwoord(page, adres, "ewa@test.invalid")
    page.wait_for_url("**/beheer/medewerkers")
    toegankelijk(page, "medewerkers")
    page.get_by_role("link", name="Voeg medewerker toe").click()
    toegankelijk(page, "medewerker-nieuw")
    page.get_by_label("Naam", exact=True).fill("Noor de Vries")
    page.get_by_role("button", name="Voeg toe").click()
    assert page.locator(".utrecht-form-field-error-message").first.is_visible()
    toegankelijk(page, "medewerker-nieuw-fout")
    page.get_by_label("E-mailadres").fill("noor@waterrijk.nl")
    page.get_by_role("button", name="Voeg toe").click()
    page.get_by_text("Noor de Vries is toegevoegd").wait_for()
    page.get_by_label("Rol", exact=True).select_option(label="Teamleider – Vroegsignalering van schulden")
    page.get_by_label("Op grond van").fill("mandaatregister 2026, artikel 3")
    page.get_by_role("button", name="Verleen rol").click()
    page.get_by_text("De rol is verleend").wait_for()
    toegankelijk(page, "medewerker")
    page.get_by_role("link", name="Teamleider").click()
    page.wait_for_url("**/rollen/*")
    toegankelijk(page, "rol")
    page.goto(f"{adres}/beheer/organisaties")
    toegankelijk(page, "organisaties")
    page.get_by_role("link", name="Registreer organisatie").click()
    page.get_by_label("Naam", exact=True).fill("De Sluis")
    page.get_by_label("KvK-nummer").fill("12")
    page.get_by_role("button", name="Registreer").click()
    assert page.get_by_text("is niet een KvK-nummer").first.is_visible()
    toegankelijk(page, "organisatie-nieuw-fout")
    page.get_by_label("KvK-nummer").fill("99990011")
    page.get_by_role("button", name="Registreer").click()
    page.get_by_text("De Sluis is geregistreerd").wait_for()
    toegankelijk(page, "organisatie")
    page.goto(f"{adres}/beheer/medewerkers?zoek=niemand")
    toegankelijk(page, "medewerkers-leeg")
    if breedte == 390:
        page.goto(f"{adres}/instellingen")
        toegankelijk(page, "instellingen")


def test_in_het_engels_staat_alles_in_het_engels(browser: Browser, live_server: Any, huis: Gemeente) -> None:
    page = pagina(browser, 390, "en-GB")
    page.goto(f"{live_server.url}/inloggen")
    toegankelijk(page, "login-en")
    page.get_by_label("E-mail address").fill("sanne-9901@test.invalid")
    page.get_by_label("Password", exact=True).fill("wrong")
    page.get_by_role("button", name="Log in", exact=True).click()
    page.get_by_text("The e-mail address or the password is wrong").first.wait_for()
    tekst = page.locator("main").inner_text()
    assert not re.search(r"\b(wachtwoord|inloggen|verplicht)\b", tekst, re.IGNORECASE)
