"""Every page of every persona, wide and narrow: accessible, inside the window, with a focus that can be seen."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from samenhang.demo.proef import soort_pagina
from tests.e2e.hulp import (
    NA_HERSCHIKKING,
    SMALLE,
    VERGROOT,
    Demo,
    focus_zichtbaar,
    op_breedte,
    toegankelijk,
)
from tests.e2e.rondgang import Blad, paginas

PERSONAS = (
    "sanne", "marloes", "henk", "dilek", "joost", "ashwin", "ewa", "karin", "tim", "bram", "nadia",
    "wietske", "lieke", "bewoner", "fatima", "omar", "noor", "ria", "thijs", "els", "sem", "hanna", "tessa", "dirk",
    "lia", "mirjam", "yara", "ilse", "sjoerd", "vera", "cor",
)  # fmt: skip


@pytest.mark.parametrize("persona", PERSONAS)
def test_elke_pagina_is_toegankelijk(browser: Browser, demo: Demo, samen: Path, persona: str) -> None:
    """Every persona opens every kind of page; one without a part that is new on its kind is not looked at again."""
    page = demo.als(browser, persona)
    aantal = 0
    for blad in paginas(page, demo):
        aantal += 1
        if _nieuw(blad, samen):
            page.goto(demo.adres + blad.pad)
            toegankelijk(page)
            focus_zichtbaar(page)
            with op_breedte(page, VERGROOT):
                toegankelijk(page, axe=None)
            with op_breedte(page, SMALLE):
                toegankelijk(page, axe=NA_HERSCHIKKING)
    assert aantal >= 3
    page.context.close()


def test_elke_persona_van_de_demo_komt_hier_voor(browser: Browser, demo: Demo) -> None:
    page = browser.new_page()
    page.goto(f"{demo.adres}/inloggen")
    waarden = page.eval_on_selector_all('button[name="persona"]', "delen => delen.map(d => d.value)")
    namen = {waarde.split("@")[0] for waarde in waarden}
    dubbelgangers = {"youssef", "daan", "jan"}  # hold the role of sanne, and are residents as ria is
    van_de_reis = {"verhoeven"}  # whom the journey makes, when it went before in this process
    assert namen - dubbelgangers - van_de_reis == set(PERSONAS)
    page.close()


def test_in_het_engels_staat_geen_nederlands_menu(browser: Browser, demo: Demo) -> None:
    page = demo.als(browser, "sanne")
    page.get_by_role("button", name="English").click()
    assert page.get_by_role("link", name="Work stock").is_visible()
    assert page.locator("html").get_attribute("lang") == "en"
    for blad in paginas(page, demo):
        page.goto(demo.adres + blad.pad)
        assert page.locator("nav").get_by_role("link", name="Werkvoorraad").count() == 0
        toegankelijk(page, axe=None)
    page.context.close()


def _nieuw(blad: Blad, samen: Path) -> bool:
    """Whether this page has a part that no worker of this run saw on a page of this kind; from now on one did."""
    soort = soort_pagina(blad.pad).partition("?")[0]
    bekeken = samen / "bekeken" / hashlib.sha256(soort.encode()).hexdigest()
    bekeken.mkdir(exist_ok=True, parents=True)
    return sum(_als_eerste(bekeken / hashlib.sha256(deel.encode()).hexdigest()) for deel in blad.delen) > 0


def _als_eerste(teken: Path) -> bool:
    try:
        teken.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
