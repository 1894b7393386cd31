"""The journey of a signal through the pages: from a partner's file to an offer of help, accepted and handed over."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.bouw import KOP, rij
from tests.e2e.hulp import SMALLE, Demo
from tests.e2e.reisboek import Reisboek

WIE = {
    "achternaam": "Verhoeven", "tussenvoegsel": "", "voorletters": "M.J.", "geboortedatum": "1979-04-18",
    "straat": "Sluisdijk", "huisnummer": "44", "postcode": "2900ZX", "woonplaats": "Waterrijk",
    "telefoon": "0612345678", "email": "",
}  # fmt: skip
HUUR = {
    "partner": "99990011", "partner_soort": "huur", "klantnummer": "DS77", "voorletters": "J.M.",
    "geboortedatum": "", "telefoon": "", "bedrag_achterstand": "1512.80", "aantal_herinneringen": "2",
}  # fmt: skip
ACCOUNT = """
from samenhang.demo.register import groepen
from samenhang.kernel.organisaties.models import Gebruiker
persoon = groepen()[0]["99990021", "NL-REIS-1"]
Gebruiker.objects.create_user("verhoeven@demo.invalid", naam="M.J. Verhoeven", persoon_id=persoon)
"""


def schrijf(pad: Path, *rijen: dict[str, str]) -> Path:
    """A partner's file, as of this month: the days of the rows lie before today."""
    vandaag = date.today()  # noqa: DTZ011 - the browser and the demo live today
    dagen = {
        naam: (vandaag - timedelta(days=terug)).isoformat()
        for naam, terug in (
            ("datum_signaal", 2),
            ("ontstaansdatum", 62),
            ("datum_herinnering", 16),
            ("datum_contactpoging", 9),
        )
    }
    regels = [";".join(KOP), *(";".join((rij | dagen)[kolom] for kolom in KOP) for rij in rijen)]
    pad.write_text("\n".join(regels) + "\n", encoding="utf-8")
    return pad


def lever(page: Page, demo: Demo, partner: str, bestand: Path) -> None:
    """Upload a file for a partner."""
    page.goto(f"{demo.adres}/vroegsignalering/aanleveringen")
    keuze = page.get_by_label("Van welke partner")
    waarde = keuze.locator("option", has_text=partner).first.get_attribute("value")
    keuze.select_option(waarde)
    page.set_input_files("#bestand", str(bestand))
    page.get_by_role("button", name="Lever aan").click()
    page.wait_for_url("**/aanleveringen/*")


@pytest.mark.timeout(180)
def test_van_signaal_tot_aanvaard_aanbod(browser: Browser, demo: Demo, tmp_path: Path) -> None:
    boek = Reisboek()
    energie = schrijf(
        tmp_path / "noordlicht.csv",
        rij(1, **WIE, signaal_id="NL-REIS-1", klantnummer="NL-REIS-77"),
        rij(2, **WIE, signaal_id="NL-REIS-2", klantnummer="NL-REIS-78", bedrag_achterstand="1.234"),
    )
    huur = schrijf(tmp_path / "sluis.csv", rij(1, **{**WIE, **HUUR}, signaal_id="DS-REIS-1"))

    henk = demo.als(browser, "henk")
    lever(henk, demo, "Noordlicht", energie)
    henk.get_by_text("R06").first.wait_for()
    boek.blad(henk, "aanlevering", "Henk, intake", "levert het bestand van de energieleverancier aan; één rij wordt afgekeurd, met plaats en remedie.", "Delivers the energy supplier's file; one row is refused, with place and remedy.")  # fmt: skip
    lever(henk, demo, "De Sluis", huur)
    henk.goto(f"{demo.adres}/vroegsignalering/twijfel")
    zoek_paar_met_toetsen(henk)
    boek.blad(henk, "twijfelpaar", "Henk, intake", "beoordeelt een twijfelpaar: zijn M.J. en J.M. Verhoeven op één adres dezelfde?", "Judges a doubtful pair: are M.J. and J.M. Verhoeven at one address the same?")  # fmt: skip
    henk.get_by_role("button", name="Zelfde persoon").click()
    henk.wait_for_load_state()
    henk.goto(f"{demo.adres}/vroegsignalering/aanleveringen")
    henk.get_by_role("button", name="Pak signalen op").click()
    henk.wait_for_load_state()
    boek.blad(henk, "opgepakt", "Henk, intake", "pakt de signalen op: per huishouden ontstaat één melding.", "Takes the signals up: one case per household.")  # fmt: skip

    marloes = demo.als(browser, "marloes")
    marloes.goto(f"{demo.adres}/vroegsignalering/werkvoorraad")
    boek.blad(marloes, "werkvoorraad", "Marloes, teamleider", "ziet de werkvoorraad in de gepubliceerde volgorde.", "Sees the work stock in the published order.")  # fmt: skip
    rij_ = marloes.locator("tbody tr", has_text="Verhoeven").first
    nummer = rij_.get_by_role("link").first.inner_text().strip()
    rij_.get_by_role("checkbox").check()
    marloes.get_by_label("Gekozen meldingen").select_option(label="toewijzen aan Sanne Terpstra")
    marloes.get_by_label("Reden").fill("Sanne kent deze buurt")
    marloes.get_by_role("button", name="Voer uit").click()
    marloes.wait_for_load_state()

    sanne = demo.als(browser, "sanne")
    boek.blad(sanne, "mijn-werk", "Sanne, vroegsignaleerder", "begint de dag: wat dringt, wat loopt, wat nieuw is.", "Starts the day: what is urgent, what runs, what is new.")  # fmt: skip
    sanne.goto(f"{demo.adres}/vroegsignalering/werkvoorraad?behandelaar=mij")
    sanne.get_by_role("link", name=nummer).first.click()
    boek.blad(sanne, "melding", "Sanne, vroegsignaleerder", "opent de melding: wie, welke stap, welke termijn, en de volgende handeling.", "Opens the case: who, which step, which term, and the next thing to do.")  # fmt: skip
    sanne.get_by_label("Woont de inwoner op dit adres").select_option("inwoner")
    sanne.get_by_role("button", name="Leg vast wat de BRP zegt").click()
    for dagdeel, bereikt in (("Ochtend", "Nee"), ("Avond", "Ja")):
        sanne.get_by_label("Hoe", exact=True).select_option("Telefoon")
        sanne.get_by_label(dagdeel).check()
        sanne.get_by_role("group", name="Is de inwoner bereikt").get_by_label(bereikt).check()
        if bereikt == "Ja":
            boek.blad(sanne, "contact", "Sanne, vroegsignaleerder", "belde twee keer, op twee dagdelen; nu is de inwoner bereikt.", "Called twice, in two parts of the day; now the resident is reached.")  # fmt: skip
        sanne.get_by_role("button", name="Leg contact vast").click()
    sanne.get_by_label("Telefoon").check()
    boek.blad(sanne, "aanbod", "Sanne, vroegsignaleerder", "legt het aanbod van een eerste gesprek vast.", "Records the offer of a first talk.")  # fmt: skip
    sanne.get_by_role("button", name="Leg aanbod vast").click()
    geen_dreiging = sanne.get_by_role("group", name="Is er een dreiging").get_by_label("Nee")
    geen_dreiging.wait_for()
    wie = sanne.get_by_label("Wie aanvaardt")
    if wie.count():  # as long as the two are two persons, one of them accepts
        wie.select_option(label="M.J. Verhoeven")
    geen_dreiging.check()
    sanne.get_by_role("button", name="Leg aanvaarding vast").click()
    sanne.get_by_text("Gesprek gevoerd").first.wait_for()
    assert sanne.locator("[aria-current=step]").inner_text().strip() == "Hulp aanvaard"
    boek.blad(sanne, "aanvaard", "Sanne, vroegsignaleerder", "legt vast dat de inwoner het aanbod aanvaardt: de wettelijke termijn van vier weken loopt, en de aanmelding gaat als overdracht naar schuldhulp.", "Records that the resident accepts: the statutory term of four weeks runs, and the referral goes to debt assistance as a hand-over.")  # fmt: skip

    demo.python(ACCOUNT)
    bewoner = demo.als(browser, "verhoeven", SMALLE, java_script_enabled=False)
    bewoner.goto(f"{demo.adres}/vroegsignalering/mijn-gegevens")
    assert "432,10" in bewoner.content()
    assert nummer in bewoner.content()
    bewoner.goto(f"{demo.adres}/logboek")
    assert "vroegsignaleerder" in bewoner.content().lower()
    bewoner.context.close()
    bewoner = demo.als(browser, "verhoeven")
    bewoner.goto(f"{demo.adres}/vroegsignalering/mijn-gegevens")
    boek.blad(bewoner, "mijn-gegevens", "M.J. Verhoeven, inwoner", "ziet wat de gemeente weet en wat er gebeurde, ook zonder JavaScript.", "Sees what the municipality knows and what happened, without JavaScript too.")  # fmt: skip
    bewoner.goto(f"{demo.adres}/logboek")
    boek.blad(bewoner, "wie-keek", "M.J. Verhoeven, inwoner", "ziet wie er keek, wanneer en waarom.", "Sees who looked, when and why.")  # fmt: skip

    ewa = demo.als(browser, "ewa")
    pad = sanne.url.removeprefix(demo.adres).partition("?")[0]
    antwoord = ewa.goto(demo.adres + pad)
    assert antwoord is not None
    assert antwoord.status in (403, 404)
    ashwin = demo.als(browser, "ashwin")
    ashwin.goto(f"{demo.adres}/logboek?uitkomst=geweigerd")
    assert ashwin.get_by_text("Ewa Kowalczyk").first.is_visible()
    boek.blad(ashwin, "weigeringen", "Ashwin, auditor", "ziet wie iets wilde zien wat niet mocht, en waarom het werd geweigerd.", "Sees who wanted to see what was not allowed, and why it was refused.")  # fmt: skip
    boek.sluit()
    for page in (henk, marloes, sanne, bewoner, ewa, ashwin):
        page.context.close()


def zoek_paar_met_toetsen(page: Page) -> None:
    """With the keyboard only: judge pairs to be different until the pair of the journey stands there."""
    for _ in range(30):
        if page.get_by_text("Sluisdijk").count():
            return
        with page.expect_navigation():
            page.keyboard.press("v")
    raise AssertionError("het paar van de reis kwam niet langs")
