"""Every page of every persona, wide and narrow: accessible, inside the window, with a focus that can be seen."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from samenhang.demo.proef import soort_pagina
from tests.e2e.hulp import BREDE, SMALLE, Demo, focus_zichtbaar, toegankelijk
from tests.e2e.rondgang import paginas

PERSONAS = (
    "sanne", "marloes", "henk", "dilek", "joost", "ashwin", "ewa", "karin", "tim", "bram", "nadia",
    "wietske", "lieke", "bewoner",
)  # fmt: skip


@pytest.mark.parametrize("persona", PERSONAS)
def test_elke_pagina_is_toegankelijk(browser: Browser, demo: Demo, samen: Path, persona: str) -> None:
    """Every persona opens every kind of page; what is built up as it was before is not looked at again."""
    breed, smal = (demo.als(browser, persona, breedte) for breedte in (BREDE, SMALLE))
    aantal = 0
    for pad in paginas(breed, demo):
        aantal += 1
        if _nieuw(breed, pad, samen):
            toegankelijk(breed)
            focus_zichtbaar(breed)
            smal.goto(demo.adres + pad)
            toegankelijk(smal)
    assert aantal >= 3
    breed.context.close()
    smal.context.close()


def test_elke_persona_van_de_demo_komt_hier_voor(browser: Browser, demo: Demo) -> None:
    page = browser.new_page()
    page.goto(f"{demo.adres}/inloggen")
    waarden = page.eval_on_selector_all('button[name="persona"]', "delen => delen.map(d => d.value)")
    namen = {waarde.split("@")[0] for waarde in waarden}
    dubbelgangers = {"youssef"}  # holds the role of sanne
    assert namen - dubbelgangers == set(PERSONAS)
    page.close()


@pytest.mark.parametrize("persona", ["sanne", "bewoner"])
def test_op_tweehonderd_procent_past_alles(browser: Browser, demo: Demo, persona: str) -> None:
    """Zoomed to 200 % a window of 1440 pixels has room for 720 (WCAG 1.4.10)."""
    page = demo.als(browser, persona, viewport={"width": 720, "height": 450}, device_scale_factor=2)
    for _ in paginas(page, demo):
        toegankelijk(page, axe=False)
    page.context.close()


def test_in_het_engels_staat_geen_nederlands_menu(browser: Browser, demo: Demo) -> None:
    page = demo.als(browser, "sanne")
    page.get_by_role("button", name="English").click()
    assert page.get_by_role("link", name="Work stock").is_visible()
    assert page.locator("html").get_attribute("lang") == "en"
    for _ in paginas(page, demo):
        assert page.locator("nav").get_by_role("link", name="Werkvoorraad").count() == 0
        toegankelijk(page, axe=False)
    page.context.close()


def _nieuw(page: Page, pad: str, samen: Path) -> bool:
    """Whether no worker of this run looked yet at a page of this kind with this build-up; from now on one did."""
    opbouw = page.evaluate(
        "() => [...new Set([...document.body.querySelectorAll('*')].map(d => d.tagName + '.' + d.className))].sort().join(' ')"
    )
    bekeken = samen / "bekeken"
    bekeken.mkdir(exist_ok=True)
    try:
        (bekeken / hashlib.sha256(f"{soort_pagina(pad)} {opbouw}".encode()).hexdigest()).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
