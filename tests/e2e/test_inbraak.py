"""The attempts of intrusion that have a page as their door, in one browser; and the resident's page without JavaScript.

W10 has no page: a console is tried in tests/uitrol.
"""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.conf import settings as instellingen
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page

from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.helplijn.actions.contact import leg_contact_vast
from samenhang.schemes.helplijn.actions.overdracht import draag_warm_over
from samenhang.schemes.vroegsignalering import actions as signalen
from samenhang.schemes.wams.actions import onderzoek
from tests.bouw import lever, maak_gemeente, rij, schrijf_levering
from tests.e2e.hulp import SMALLE, focus_zichtbaar, toegankelijk
from tests.kernel.zegel.test_aanval_deuren import verwijder_en_hernummer
from tests.kernel.zegel.test_verzegelen import zegel
from tests.schemes.helplijn import wereld as hl
from tests.schemes.helplijn.test_overdracht import JA
from tests.schemes.schuldhulp import wereld as sh
from tests.schemes.wams import wereld as w
from tests.schemes.wams.test_aanvaarding import SCHULD, erbij
from tests.schemes.zvh import test_opschalen as opschalen

pytestmark = pytest.mark.django_db(transaction=True)
ONBEKEND = "0190f000-0000-7000-8000-000000000000"


class Venster:
    """A window of somebody who is logged in."""

    def __init__(self, browser: Browser, adres: str, gebruiker: Gebruiker, **context: Any) -> None:
        client = Client()
        client.force_login(gebruiker)
        self.sessie = str(client.session.session_key)
        kader = browser.new_context(locale="nl-NL", **{"viewport": {"width": 1440, "height": 900}, **context})
        kader.add_cookies([{"name": instellingen.SESSION_COOKIE_NAME, "value": self.sessie, "url": adres}])
        self.page, self.adres = kader.new_page(), adres
        self.page.set_default_timeout(30_000)

    def open(self, pad: str) -> tuple[int, str]:
        """The status of a page and what can be read on it, but for the number that each request has."""
        antwoord = self.page.goto(self.adres + pad)
        assert antwoord is not None
        tekst = self.page.locator("body").inner_text()
        return antwoord.status, re.sub(r"(Nummer van dit verzoek:) \S+", r"\1", tekst)


def tik_naar(page: Page, tekst: str) -> None:
    """Press Tab until what has the focus begins with this, or is the field of this name: with a keyboard alone it can be reached."""
    for _ in range(80):
        page.keyboard.press("Tab")
        hier = page.locator("*:focus").first
        if tekst == hier.get_attribute("name") or hier.inner_text().strip().startswith(tekst):
            return
    pytest.fail(f"met de tabtoets niet te bereiken: {tekst}")


def test_inbraak_door_de_pagina_en_de_inwoner_zonder_javascript(
    browser: Browser, live_server: Any, settings: Any, tmp_path: Path
) -> None:
    adres = live_server.url
    g = w.maak_gemeente()
    school, agent, huurbaas = (
        w.partij(g, "school"),
        w.partij(g, "politie", "agent"),
        w.partij(g, "verhuurder"),
    )
    joost = w.medewerker(g.organisatie, "joost", "fg")
    ander, _ = w.in_plan(w.maak_gemeente("9902"))
    zaak, wie = w.in_overleg(g, school=school)
    karin = w.als(g.karin)
    w.stemt_in(karin, zaak, wie["moeder"], "gezondheid", "veiligheid", "wonen")
    for wien, wat in ((agent, "veiligheid"), (huurbaas, "wonen")):
        w.deelt(karin, zaak, wie["moeder"], "politie" if wien is agent else "verhuurder", "deelname", wat)
        erbij(g, zaak, wien)

    _agent(Venster(browser, adres, agent), zaak, ander)
    _buur(Venster(browser, adres, g.buur), Venster(browser, adres, joost), zaak)
    _verhuurder(Venster(browser, adres, huurbaas), huurbaas, zaak, ander, settings)
    _inwoner(browser, adres, zaak)
    _andere_registers(browser, adres, tmp_path)
    _hernummerd(Venster(browser, adres, joost))


def _agent(venster: Venster, zaak: Zaak, ander: Zaak) -> None:
    """W5 and W6: outside a case what exists sounds as what does not; in it there is no health."""
    raak, mis = (venster.open(f"/wams/zaken/{nummer}") for nummer in (ander.id, ONBEKEND))
    assert raak == mis
    assert raak[0] == 404
    assert venster.open("/wams/zaken")[0] == 403
    status, tekst = venster.open(f"/wams/overleggen/{zaak.id}")
    assert (status, "R. De Wit" in tekst) == (200, True), tekst
    for weg in ("Daan", SCHULD):
        assert weg not in tekst, weg
    assert venster.page.locator("h2, h3, th, dt", has_text="Gezondheid").count() == 0


def _buur(buur: Venster, fg: Venster, zaak: Zaak) -> None:
    """W7: a colleague opens the case of another three times; the supervisor reads it."""
    assert [buur.open(f"/wams/zaken/{zaak.id}/casusoverleg")[0] for _ in range(3)] == [403] * 3
    assert werk(gekozen=plichten(["logboek.doorzien"])) == 1
    assert "buur" in fg.open("/toezicht")[1]


def _verhuurder(venster: Venster, wie: Gebruiker, zaak: Zaak, ander: Zaak, settings: Any) -> None:
    """W8: housing of the own case only; too fast is asked to wait; ten times refused is logged out."""
    UserSession.objects.get_or_create(
        user=wie, session_key=venster.sessie, defaults={"ip": "192.0.2.1", "user_agent": ""}
    )
    status, tekst = venster.open(f"/wams/overleggen/{zaak.id}")
    assert (status, "R. De Wit" in tekst) == (200, True), tekst
    for weg in (SCHULD, "Daan"):
        assert weg not in tekst, weg
    settings.PAGINAS_PER_MINUUT = 1
    snel = [venster.open("/wams/overleggen") for _ in range(2)][-1]
    assert (snel[0], "heel veel pagina" in snel[1]) == (429, True)
    settings.PAGINAS_PER_MINUUT = 6000
    assert {venster.open(f"/wams/overleggen/{ander.id}")[0] for _ in range(10)} == {404}
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=True):
        werk(gekozen=plichten(["logboek.doorzien"]))
    venster.open("/wams/overleggen")
    assert "/account/login" in venster.page.url, "zijn sessie is voorbij"


def _inwoner(browser: Browser, adres: str, zaak: Zaak) -> None:
    """Without JavaScript, with the keyboard only, on a telephone: read, object, correct, withdraw, and the copy."""
    ria, _ = w.inwoner(zaak)
    venster = Venster(
        browser, adres, ria, java_script_enabled=False, viewport={"width": SMALLE, "height": 844}
    )
    page = venster.page
    assert "Wat wij over u weten" in venster.open("/wams/mijn")[1]
    tik_naar(page, "Er klopt iets niet")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    with page.expect_navigation():
        tik_naar(page, "Verstuur")
        page.keyboard.press("Enter")
    assert "Wij hebben uw verzoek om verbetering" in page.locator("body").inner_text()
    tik_naar(page, "tekst")
    page.keyboard.type("Ik wil niet dat school dit hoort.")
    with page.expect_navigation():
        tik_naar(page, "Maak bezwaar")
        page.keyboard.press("Enter")
    assert "Wij beslissen binnen een maand." in page.locator("body").inner_text()
    voor = page.get_by_role("button", name="Ik stem niet meer in").count()
    with page.expect_navigation():
        tik_naar(page, "Ik stem niet meer in")
        page.keyboard.press("Enter")
    assert page.get_by_role("button", name="Ik stem niet meer in").count() < voor
    for vorm, kop in (("pdf", b"%PDF"), ("json", b"{")):
        lijf = page.context.request.get(f"{adres}/mijn/kopie/wams.{vorm}").body()
        assert lijf.startswith(kop), vorm
    assert "karin" not in venster.open("/logboek")[1], "functie en organisatie, geen namen"
    met = Venster(browser, adres, ria, viewport={"width": SMALLE, "height": 844})
    met.open("/wams/mijn")
    toegankelijk(met.page)
    focus_zichtbaar(met.page)


def _andere_registers(browser: Browser, adres: str, map_: Path) -> None:
    """The own page of each other register: by keyboard, without JavaScript, on a telephone and on a wide screen."""
    venster = Venster(browser, adres, Gebruiker.objects.get(naam="ria"), java_script_enabled=False)
    page = venster.page
    for wie, pad, kop, doe in _bewoners(map_):
        client = Client()
        client.force_login(wie)
        sessie = str(client.session.session_key)
        page.context.add_cookies([{"name": instellingen.SESSION_COOKIE_NAME, "value": sessie, "url": adres}])
        page.set_viewport_size({"width": SMALLE, "height": 844})
        assert kop in venster.open(pad)[1], pad
        for tekst, toets in doe[:-1]:
            tik_naar(page, tekst)
            (page.keyboard.type if " " in toets else page.keyboard.press)(toets)
        with page.expect_navigation():
            tik_naar(page, doe[-1][0])
            page.keyboard.press("Enter")
        assert doe[-1][1] in page.locator("main").inner_text(), pad
        for breedte in (SMALLE, 1440):
            page.set_viewport_size({"width": breedte, "height": 900})
            toegankelijk(page, axe=None)
        assert venster.open("/logboek")[0] == 200
    page.context.close()


def _bewoners(map_: Path) -> list[tuple[Gebruiker, str, str, list[tuple[str, str]]]]:
    """Of early detection, debt assistance, helpline and house: a resident, his page, its head, and what he does there."""

    def account(zaak: Zaak, naam: str) -> Gebruiker:
        persoon = Betrokkene.objects.filter(zaak=zaak).order_by("id")[0].persoon_id
        return Gebruiker.objects.create_user(f"{naam}@test.invalid", naam=naam, persoon_id=persoon)

    vroeg = maak_gemeente("9911")
    lever(vroeg, schrijf_levering(map_ / "levering.csv", rij(1)))
    signalen.pak_signalen_op(vroeg.intake)
    melding = Zaak.objects.get(scheme="vroegsignalering")
    hulp = sh.maak_gemeente("9912")
    schuld = sh.opgepakt(hulp)
    sh.doe(hulp, schuld, "gesprek", op=sh.vandaag())
    sh.doe(hulp, schuld, "afwijzing", motivering=sh.ZIN)
    lijn = hl.maak_lijn()
    noor = hl.als(hl.medewerker(lijn.gemeente, "noor9", "lijnmedewerker"))
    gesprek = leg_contact_vast(noor, hl.anders(uitgang="schuldhulp", gevraagd=timezone.now()))
    g = w.maak_gemeente("9913")
    plan, wie = w.in_uitvoering(g)
    karin = w.als(g.karin)
    w.stemt_in(karin, plan, wie["moeder"], "veiligheid")
    punt = onderzoek.Aandachtspunt(wie["moeder"], "veiligheid", opschalen.THUIS, "de moeder", "")
    onderzoek.leg_aandachtspunt_vast(karin, plan.id, punt)
    opschalen.verband(g)
    casus = opschalen.toegelaten({"g": g, "zaak": plan, "wie": wie, "ida": opschalen.regisseur(g)})
    return [
        (account(melding, "vroeg"), "/vroegsignalering/mijn-gegevens", "Wat weet de gemeente van mij?", [("Er klopt iets niet", "Enter"), ("wat", "Space"), ("Verstuur", "verbetering")]),
        (account(schuld, "schuld"), "/schuldhulp/mijn", "Mijn schuldhulp", [("Niet eens met het besluit?", "Enter"), ("gronden", "Ik heb nu wel een inkomen."), ("Maak bezwaar", "Uw bezwaar is ontvangen")]),
        (account(draag_warm_over(noor, gesprek.id, JA), "lijn"), "/helplijn/mijn", "Mijn gesprek met de helplijn", [("Bekijk wie er keek", "Wie keek")]),
        (account(casus, "casus"), "/zvh/mijn", "Het Zorg- en Veiligheidshuis en u", [("waartegen", "ArrowDown"), ("waarom", "Ik ben verhuisd en krijg al hulp."), ("Maak bezwaar", "Wij beslissen uiterlijk")]),
    ]  # fmt: skip


def _hernummerd(venster: Venster) -> None:
    """W14: a row of the log is taken away and the rest renumbered; the page names where it begins."""
    zegel()
    verwijder_en_hernummer()
    venster.open("/logboek/verzegeling")
    with venster.page.expect_navigation():
        venster.page.locator('form[action="/logboek/verzegeling/controle"] button').first.click()
    tekst = venster.page.locator("main").inner_text()
    assert re.search(r"\bblad(en)? 0 (past niet|tot en met)", tekst), tekst
    assert "alles klopt" not in tekst
