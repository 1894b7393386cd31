"""One resident in the browser: from a signal through Wams and debt assistance to the discharge, with the letters.

Every step is a form that a worker fills in; the calendar goes on with the case, eighteen months and more.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings as instellingen
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page

from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import personen_van
from samenhang.schemes.schuldhulp import queries as sh
from samenhang.schemes.vroegsignalering import actions as vs
from tests.bouw import rij
from tests.schemes.schuldhulp.wereld import medewerker as consulent
from tests.schemes.wams import wereld as w
from tests.staand import gemeente_met_zaak

pytestmark = pytest.mark.django_db(transaction=True)
BEGIN = date(2026, 11, 24)
ZIN = "De huur en de zorg thuis drukken op elkaar; met rust in het geld kan de rest ook."
ENIGE = "de enige keuze"
"""Instead of a value: the only choice of the list."""


@contextmanager
def op(dag: date, uur: int = 9) -> Iterator[None]:
    moment = datetime(dag.year, dag.month, dag.day, uur, tzinfo=timezone.get_current_timezone())
    with time_machine.travel(moment, tick=True):
        yield


class Deur:
    """A worker's window on one scheme, logged in on the day of the case."""

    def __init__(self, browser: Browser, adres: str, gebruiker: Gebruiker, lijst: str = "") -> None:
        client = Client()
        client.force_login(gebruiker)
        context = browser.new_context(locale="nl-NL", viewport={"width": 1440, "height": 900})
        sleutel = client.cookies[instellingen.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": instellingen.SESSION_COOKIE_NAME, "value": sleutel, "url": adres}])
        self.page: Page = context.new_page()
        self.page.set_default_timeout(20_000)
        self.adres, self.lijst = adres, lijst

    def open(self, pad: str) -> Page:
        self.page.goto(self.adres + pad)
        return self.page

    def doe(self, zaak: Zaak, wat: str, **velden: str) -> None:
        """Fill in the form of a verb and send it; the case comes back, or the page says what is wrong."""
        pad = f"{self.lijst}/{zaak.id}"
        self.open(f"{pad}/{wat}")
        for naam, waarde in velden.items():
            vul(self.page, naam, waarde)
        with self.page.expect_navigation():
            self.page.locator("#doen .knoppen button").first.click()
        if self.page.url.endswith(f"/{wat}"):  # it came back with what is wrong
            pytest.fail(f"{wat}: {self.page.locator('#doen').inner_text()}")

    def sluit(self) -> None:
        self.page.context.close()


def vul(page: Page, naam: str, waarde: str) -> None:
    veld = page.locator(f'#doen [name="{naam}"]')
    if veld.first.evaluate("v => v.tagName") == "SELECT":
        if waarde is ENIGE:
            veld.select_option(index=veld.locator("option").count() - 1)
        else:
            veld.select_option(waarde)
    elif veld.first.get_attribute("type") in ("radio", "checkbox"):
        keuze = veld.first if waarde is ENIGE else page.locator(f'#doen [name="{naam}"][value="{waarde}"]')
        keuze.check()
    else:
        veld.fill(waarde)


def zaak_van(scheme: str) -> Zaak:
    return Zaak.objects.get(scheme=scheme)


def pdf(page: Page, adres: str, pad: str) -> bytes:
    antwoord = page.context.request.get(adres + pad)
    assert antwoord.status == 200, pad
    lijf = antwoord.body()
    assert lijf.startswith(b"%PDF"), pad
    return lijf


def test_van_signaal_tot_kwijting(browser: Browser, live_server: Any, tmp_path: Path, settings: Any) -> None:
    settings.DATAMAP = tmp_path / "data"
    adres = live_server.url
    with op(BEGIN, 8):
        gemeente, nummer = gemeente_met_zaak(tmp_path, rij(1))
        vs.leg_brp_vast(gemeente.sanne, nummer, "inwoner")
        vs.leg_contactpoging_vast(gemeente.sanne, nummer, vs.Poging("Telefoon", BEGIN, "Ochtend", True))
        team = {
            naam: w.medewerker(gemeente.organisatie, naam, rol)
            for naam, rol in (("fatima", "meldpunt"), ("omar", "onderzoeker"), ("karin", "coordinator"), ("piet", "teamleider"))
        }  # fmt: skip
        noor = consulent(gemeente.organisatie, "noor")
        sanne = Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id)
    with op(BEGIN):
        _naar_het_meldpunt(browser, adres, sanne, Zaak.objects.get(id=nummer))
        _met_wams(browser, adres, team)
    with op(BEGIN + timedelta(days=7)):
        _schuldhulp_tot_krediet(browser, adres, noor)
    _achttien_maanden(browser, adres, noor)
    schuldzaak = zaak_van("schuldhulp")
    assert (schuldzaak.stap, schuldzaak.gesloten is not None) == ("uitgestroomd", True)
    with op(date(2029, 1, 15)):
        _de_inwoner_leest_het(browser, adres, schuldzaak)


def _naar_het_meldpunt(browser: Browser, adres: str, sanne: Gebruiker, melding: Zaak) -> None:
    deur = Deur(browser, adres, sanne, "/vroegsignalering/meldingen")
    (persoon,) = personen_van(melding)
    wie = {"persoon": str(persoon)}
    deur.doe(melding, "toestemming", **wie, ja="ja", hoe="gesprek", waarvoor="meervoudig")
    deur.doe(
        melding, "meervoudig", **wie, gevraagd_op=BEGIN.isoformat(), vraag="Hulp met de huur en rust thuis."
    )
    deur.sluit()


def _met_wams(browser: Browser, adres: str, team: dict[str, Gebruiker]) -> None:
    dag = BEGIN.isoformat()
    deuren = {naam: Deur(browser, adres, wie, "/wams/zaken") for naam, wie in team.items()}
    fatima, omar, karin = deuren["fatima"], deuren["omar"], deuren["karin"]
    fatima.open("/wams/zaken").get_by_role("button", name="Neem over").click()
    fatima.page.wait_for_url("**/wams/zaken/*")
    zaak = zaak_van("wams")
    wie = str(Betrokkene.objects.get(zaak=zaak).persoon_id)
    fatima.doe(zaak, "oppakken")
    for waarmee in ("deelname", "schulden"):
        fatima.doe(zaak, "instemming", persoon=wie, waarmee=waarmee, antwoord="gegeven", gegeven_door="zelf")
    fatima.doe(zaak, "informeren", persoon=wie, hoe="gesprek", op=dag)
    fatima.doe(zaak, "melder-bericht", op=dag)
    fatima.doe(zaak, "onderzoek", medewerker=ENIGE)
    omar.doe(
        zaak,
        "aandachtspunt",
        persoon=wie,
        leefgebied="schulden",
        tekst="Drie maanden achterstand op de huur.",
        bron="de inwoner",
    )
    omar.doe(zaak, "conclusie", problemen="Schulden en zorgen thuis", samenhang="ja", onderbouwing=ZIN)
    omar.doe(zaak, "coordinator", medewerker=ENIGE)
    karin.doe(zaak, "plan")
    karin.doe(zaak, "doel", persoon=wie, doel="rust_geld")
    karin.doe(
        zaak,
        "afspraak",
        doel=ENIGE,
        zin="eerste_gesprek",
        wie="schuldhulp",
        uiterlijk=(BEGIN + timedelta(days=14)).isoformat(),
    )
    karin.doe(zaak, "meelezer", medewerker=str(Medewerker.objects.get(gebruiker=team["piet"]).id))
    deuren["piet"].doe(zaak, "meegelezen")
    karin.doe(zaak, "vaststellen")
    karin.doe(zaak, "schuldhulp", persoon=wie, gevraagd_op=dag, dreiging="nee")
    pdf(karin.page, adres, f"/wams/zaken/{zaak.id}/plan.pdf")
    for deur in deuren.values():
        deur.sluit()


def _schuldhulp_tot_krediet(browser: Browser, adres: str, noor: Gebruiker) -> None:
    dag = timezone.localdate().isoformat()
    deur = Deur(browser, adres, noor, "/schuldhulp/zaken")
    deur.open("/schuldhulp/zaken").get_by_role("button", name="Neem over").click()
    deur.page.wait_for_url("**/schuldhulp/zaken/*")
    zaak = zaak_van("schuldhulp")
    assert (
        zaak.termijnen.get(regel="eerste-gesprek").start == BEGIN
    )  # the day on which he asked, not that of today
    if zaak.behandelaar_id is None:
        deur.doe(zaak, "oppakken")
    deur.doe(zaak, "gesprek", op=dag)
    deur.doe(
        zaak,
        "toelating",
        motivering=ZIN,
        plan="De gemeente regelt rust; de inwoner maakt geen nieuwe schulden.",
    )
    deur.doe(zaak, "huishouden", situatie="alleenstaande", vtlb="1562,86", vtlb_op=dag, kinderen="0")
    deur.doe(zaak, "inkomen", soort="loon", netto="1.846,00", bewijs="loonstrook", bewijs_op=dag)
    deur.doe(zaak, "stabilisatie")
    deur.doe(zaak, "inventarisatie", in_balans="ja", pas_op_de_plaats="ja")
    for naam, rang, bedrag in (
        ("Belastingdienst", "preferent", "2.000,00"),
        ("Woonstichting De Sluis", "concurrent", "5.000,00"),
    ):
        deur.doe(zaak, "schuld", schuldeiser=naam, rang=rang, peildatum=dag, bedrag=bedrag)
    deur.doe(zaak, "berekening", soort="SK", rente="8,0")
    deur.doe(zaak, "voorstel")
    for voorstel in sh.zaak(w.als(noor), zaak.id).dossier.voorstellen:  # type: ignore[union-attr]
        deur.doe(zaak, "antwoord", voorstel=str(voorstel.id), antwoord="akkoord", op=dag, via="brief")
    deur.doe(zaak, "akkoord")
    deur.doe(zaak, "borg")
    deur.doe(zaak, "borguitkomst", uitkomst="AFGEGEVEN", op=dag, bevestigd_door="M. de Boer")
    deur.doe(zaak, "krediet", ingang=dag, bank="Kredietbank Waterrijk")
    for uitbetaling in sh.zaak(w.als(noor), zaak.id).dossier.uitbetalingen:  # type: ignore[union-attr]
        deur.doe(zaak, "kwijtingsbevestiging", uitbetaling=str(uitbetaling.id), op=dag, via="brief")
    deur.sluit()


def _achttien_maanden(browser: Browser, adres: str, noor: Gebruiker) -> None:
    """The bank's file each half year, the last instalment closes the credit; then the discharge, and aftercare six months on."""
    zaak = zaak_van("schuldhulp")
    with op(BEGIN + timedelta(days=8)):
        dossier = sh.zaak(w.als(noor), zaak.id).dossier
        assert dossier is not None
        termijnen = [
            (regel.vervaldag, regel.rente + regel.aflossing) for regel in dossier.leenstand.termijnen
        ]  # type: ignore[union-attr]
    assert len(termijnen) == 18
    for begin in range(0, 18, 6):
        betaald = termijnen[begin : begin + 6]
        with op(betaald[-1][0]):
            deur = Deur(browser, adres, noor)
            page = deur.open("/schuldhulp/betalingen")
            regels = [
                f"{dag};een inwoner;{bedrag.draad().replace('.', ',')};{zaak.nummer};NL{dag}"
                for dag, bedrag in betaald
            ]
            lijf = "\n".join(("datum;naam;bedrag;kenmerk;transactie", *regels)).encode()
            page.locator("#bestand").set_input_files(
                {"name": f"bank-{begin}.csv", "mimeType": "text/csv", "buffer": lijf}
            )
            page.get_by_role("button", name="Lees in").click()
            blok = page.locator("section", has=page.get_by_role("heading", name=f"bank-{begin}.csv"))
            blok.get_by_text("Geboekt: 6 van 6").wait_for()
            deur.sluit()
    klaar = termijnen[-1][0] + timedelta(days=1)
    with op(klaar):
        deur = Deur(browser, adres, noor, "/schuldhulp/zaken")
        deur.doe(zaak, "kwijting")
        tekst = deur.open(f"/schuldhulp/zaken/{zaak.id}").locator("main").inner_text()
        assert "kwijting" in tekst.lower()
        links = deur.page.locator('a[href$=".pdf"]').all()
        paden = [link.get_attribute("href") or "" for link in links]
        assert len(paden) >= 4
        for pad in paden:
            assert len(pdf(deur.page, adres, pad)) > 5_000
        deur.doe(zaak, "nazorg")
        deur.sluit()
    with op(klaar + timedelta(days=183)):
        deur = Deur(browser, adres, noor, "/schuldhulp/zaken")
        deur.doe(zaak, "nazorggesprek", op=timezone.localdate().isoformat())
        deur.sluit()


def _de_inwoner_leest_het(browser: Browser, adres: str, zaak: Zaak) -> None:
    persoon = Betrokkene.objects.get(zaak=zaak).persoon_id
    gebruiker = Gebruiker.objects.create_user("ik@test.invalid", naam="ik", persoon_id=persoon)
    deur = Deur(browser, adres, gebruiker)
    tekst = deur.open("/schuldhulp/mijn").locator("main").inner_text()
    assert zaak.nummer in tekst
    assert "kredietbank" in tekst.lower()
    deur.sluit()
