"""In a real browser: from a file of a partner to the offer, and every page through axe at two widths."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as instellingen
from django.test import Client
from playwright.sync_api import Browser, Page

from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from tests.bouw import Gemeente, maak_gemeente, rij
from tests.e2e.hulp import toegankelijk

pytestmark = pytest.mark.django_db(transaction=True)


def ingelogd(browser: Browser, live_server: Any, gebruiker: Gebruiker, breedte: int = 1440) -> Page:
    client = Client()
    client.force_login(gebruiker, backend="allauth.account.auth_backends.AuthenticationBackend")
    context = browser.new_context(viewport={"width": breedte, "height": 900}, locale="nl-NL")
    context.add_cookies(
        [
            {
                "name": instellingen.SESSION_COOKIE_NAME,
                "value": client.cookies[instellingen.SESSION_COOKIE_NAME].value,
                "url": live_server.url,
            }
        ]
    )
    return context.new_page()


def wie(actor: Any) -> Gebruiker:
    return Gebruiker.objects.get(id=actor.gebruiker_id)


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


def test_van_bestand_tot_aanbod(
    browser: Browser, live_server: Any, gemeente: Gemeente, schrijf: Callable[..., Path]
) -> None:
    from datetime import date, timedelta

    vandaag = date.today()  # noqa: DTZ011 - the browser lives today
    dagen = {
        naam: (vandaag - timedelta(days=terug)).isoformat()
        for naam, terug in (
            ("datum_signaal", 1),
            ("ontstaansdatum", 60),
            ("datum_herinnering", 20),
            ("datum_contactpoging", 10),
        )
    }
    bestand = schrijf(rij(1, **dagen), rij(2, **dagen, bedrag_achterstand="1.234"))
    intake = ingelogd(browser, live_server, wie(gemeente.intake))
    intake.goto(f"{live_server.url}/vroegsignalering/aanleveringen")
    toegankelijk(intake)
    intake.set_input_files("#bestand", str(bestand))
    intake.get_by_role("button", name="Lever aan").click()
    intake.wait_for_url("**/aanleveringen/*")
    assert "R06" in intake.content()
    toegankelijk(intake)
    intake.goto(f"{live_server.url}/vroegsignalering/aanleveringen")
    intake.get_by_role("button", name="Pak signalen op").click()
    assert intake.get_by_text("1 nieuwe meldingen geopend").is_visible()
    werker = ingelogd(browser, live_server, wie(gemeente.sanne))
    werker.goto(f"{live_server.url}/vroegsignalering/werkvoorraad")
    toegankelijk(werker)
    werker.get_by_role("link", name="VS").first.click()
    toegankelijk(werker)
    werker.get_by_label("Reden").fill("mijn wijk")
    werker.get_by_role("button", name="Zet op mijn naam").click()
    werker.get_by_label("Woont de inwoner op dit adres").select_option("inwoner")
    werker.get_by_role("button", name="Leg vast wat de BRP zegt").click()
    werker.get_by_label("Hoe", exact=True).select_option("Telefoon")
    werker.get_by_label("Ochtend").check()
    werker.get_by_role("group", name="Is de inwoner bereikt").get_by_label("Ja").check()
    werker.get_by_role("button", name="Leg contact vast").click()
    werker.get_by_label("Telefoon").check()
    werker.get_by_role("button", name="Leg aanbod vast").click()
    werker.get_by_role("group", name="Is er een dreiging").get_by_label("Nee").check()
    werker.get_by_role("button", name="Leg aanvaarding vast").click()
    assert werker.get_by_text("Aanmelding voor schuldhulp").first.is_visible()
    toegankelijk(werker)
    zaak = Zaak.objects.get()
    assert zaak.stap == "aanvaard"
    bewoner = Gebruiker.objects.create_user(
        "bewoner@test.invalid", naam="Bewoner", persoon_id=Betrokkene.objects.get().persoon_id
    )
    telefoon = ingelogd(browser, live_server, bewoner, breedte=390)
    telefoon.goto(f"{live_server.url}/vroegsignalering/mijn-gegevens")
    assert "432,10" in telefoon.content()
    toegankelijk(telefoon)
    telefoon.goto(f"{live_server.url}/logboek")
    assert "Aanvaarding vastleggen" in telefoon.content()
    toegankelijk(telefoon)


@pytest.mark.parametrize("breedte", [1440, 390])
@pytest.mark.parametrize("pad", ["mijn-werk", "werkvoorraad", "aanleveringen", "partners", "twijfel"])
def test_lege_paginas_zijn_toegankelijk(
    browser: Browser, live_server: Any, gemeente: Gemeente, pad: str, breedte: int
) -> None:
    actor = gemeente.sanne if pad in ("mijn-werk", "werkvoorraad") else gemeente.intake
    page = ingelogd(browser, live_server, wie(actor), breedte)
    antwoord = page.goto(f"{live_server.url}/vroegsignalering/{pad}")
    assert antwoord is not None
    assert antwoord.status == 200
    toegankelijk(page)


def test_de_persona_kiezer_bestaat_niet_buiten_de_demo(client: Client) -> None:
    antwoord = client.get("/inloggen")
    assert antwoord.status_code == 302
    assert antwoord.headers["location"].startswith("/account/login/")
    from django.http import Http404
    from django.test import RequestFactory

    from samenhang.web.demo import kies_persona

    with pytest.raises(Http404):
        kies_persona(RequestFactory().post("/inloggen", {"persona": "sanne@demo.invalid"}))
