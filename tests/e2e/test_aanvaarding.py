"""The cases of lawful disclosure that have a page as their door and are no attempt of intrusion, in one browser.

Each persona has a window of his own. Of W9 and W10 the door is the build and a console; W5 to W8 and W14 stand in
test_inbraak.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import Browser

from samenhang.kernel.organisaties.models import Gebruiker, Organisatie
from samenhang.kernel.plichten.uitvoerder import doe_een, werk
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Taak, Zaak
from samenhang.schemes.vroegsignalering import actions as vs
from samenhang.schemes.wams.plichten import UITSTEL_VERLOPEN
from tests.bouw import maak_gemeente, maak_paar, schrijf_levering
from tests.e2e.test_keten import BEGIN, ENIGE, Deur, op, vul
from tests.schemes.vroegsignalering import test_dorp as d
from tests.schemes.wams import test_vertegenwoordigen as v
from tests.schemes.wams import wereld as w
from tests.schemes.wams.test_aanvaarding import SCHULD, erbij
from tests.schemes.zvh import test_opschalen as o

pytestmark = pytest.mark.django_db(transaction=True)
ZAKEN, OVERLEGGEN, MIJN = "/wams/zaken", "/wams/overleggen", "/wams/mijn"
SCHOOL = "Daan komt al weken niet op school"
GEWELD = "De man is thuis gewelddadig; eerst een veilig gesprek."
GEZOND = "Zij is in behandeling voor een angststoornis"


@pytest.fixture(autouse=True)
def _op_een_dinsdag() -> Iterator[None]:
    """The families are as old as on that day, whenever this runs."""
    with op(BEGIN):
        yield


class Blad(Deur):
    """A window that can tell what stands on a page."""

    def __init__(self, *wie: Any) -> None:
        super().__init__(*wie)
        self.page.set_default_timeout(60_000)

    def lees(self, pad: str, status: int = 200) -> str:
        """The text of a page that answers with this status."""
        antwoord = self.page.goto(self.adres + pad)
        assert antwoord is not None
        tekst = self.page.locator("main").inner_text()
        assert antwoord.status == status, (pad, antwoord.status, tekst[:500])
        return tekst

    def bron(self) -> str:
        """All that the browser got, also what it does not show."""
        return self.page.content()

    def druk(self, knop: Any) -> str:
        """Press a button of the page and read what comes of it."""
        with self.page.expect_navigation():
            knop.click()
        return self.page.locator("main").inner_text()


def test_het_gezin_en_wie_het_helpt(browser: Browser, live_server: Any, tmp_path: Path) -> None:
    """W1, W2, W3, W4, W11, W12, W16 and W18: desk, investigator, coordinator, three parties, and six residents."""
    adres = live_server.url
    huis = v._bouw(tmp_path)
    g = huis["g"]

    def blad(gebruiker: Gebruiker, lijst: str = ZAKEN) -> Blad:
        return Blad(browser, adres, gebruiker, lijst)

    fatima, omar, karin = blad(g.fatima), blad(g.omar), blad(g.karin)
    _hulpvraag(fatima, omar, blad, g)
    _zonder_hulpvraag(fatima, blad, g)
    school = w.partij(g, "school")
    zaak, wie = w.in_overleg(g, school=school)
    _vader_en_school(karin, blad, zaak, wie, school)
    _niet_verder(karin, blad, g, zaak, wie)
    _trekt_in(blad, zaak, wie, school)
    _mila(omar, blad, huis)


def _hulpvraag(fatima: Blad, omar: Blad, blad: Any, g: w.Gemeente) -> None:
    """W1: the mother asks for help; she reads each step, who looked, and on which ground."""
    fatima.open("/wams/melding")
    _vul(
        fatima,
        achternaam="De Vries",
        geboortedatum="1984-03-01",
        tekst=w.ZIN,
        melder_soort="inwoner",
        hoe="balie",
    )
    zaak = Zaak.objects.latest("id")
    maria, _ = w.inwoner(zaak, "maria")
    zelf, wie = blad(maria), {"persoon": str(w.moeder(zaak))}
    assert "wacht tot iemand van het meldpunt haar oppakt" in zelf.lees(MIJN)
    assert w.ZIN not in omar.lees(f"{ZAKEN}/{zaak.id}"), "wie haar niet behandelt leest niets"
    fatima.doe(zaak, "oppakken")
    for waarmee in ("deelname", "schulden"):
        fatima.doe(zaak, "instemming", **wie, waarmee=waarmee, antwoord="gegeven", gegeven_door="zelf")
    fatima.doe(zaak, "informeren", **wie, hoe="gesprek", op=timezone.localdate().isoformat())
    assert "fatima is uw vaste contact" in zelf.lees(MIJN)
    fatima.doe(zaak, "onderzoek", medewerker=ENIGE)
    assert "Wij zoeken samen met u uit wat er aan de hand is" in zelf.lees(MIJN)
    omar.doe(zaak, "aandachtspunt", **wie, leefgebied="schulden", tekst="Drie maanden huur", bron="de moeder")
    omar.doe(zaak, "conclusie", problemen="Schulden, al maanden", samenhang="ja", onderbouwing=w.ZIN)
    gezien = zelf.lees(MIJN)
    for deel in ("omar is uw vaste contact", "Drie maanden huur", "Onze conclusie", w.ZIN):
        assert deel in gezien, (deel, gezien)
    log = zelf.lees("/logboek")
    for deel in (
        "Een melding over u is vastgelegd",
        "Onderzoeker, Waterrijk 9901",
        "Het werk verdelen",
        "Wmo 2015 art. 2.3.2",
    ):
        assert deel in log, (deel, log)


def _zonder_hulpvraag(fatima: Blad, blad: Any, g: w.Gemeente) -> None:
    """W2 and W11: a professional reports; telling is put off and that ends by itself; the Wams opens nothing yet."""
    fatima.open("/wams/melding")
    _vul(
        fatima, achternaam="De Boer", geboortedatum="1990-05-01", tekst=w.ZIN, melder_soort="professional", hoe="telefoon",
        melder="Wijkagent De Groot",
    )  # fmt: skip
    zaak = Zaak.objects.latest("id")
    boer, _ = w.inwoner(zaak, "boer")
    tot = timezone.localdate() + timedelta(weeks=4)
    fatima.doe(zaak, "oppakken")
    fatima.doe(zaak, "uitstel", persoon=str(w.moeder(zaak)), tot=tot.isoformat(), reden=GEWELD)
    fatima.open(f"{ZAKEN}/{zaak.id}/ambtshalve")
    vul(fatima.page, "medewerker", ENIGE)
    weigering = fatima.druk(fatima.page.locator("#doen .knoppen button").first)
    assert "die geldt nog niet" in weigering, weigering
    zelf = blad(boer)
    for pad in (MIJN, "/logboek"):
        assert GEWELD not in zelf.lees(pad)
        assert g.organisatie.naam not in zelf.page.locator("main").inner_text(), "ook niet wie er keek"
    brief = f"{fatima.adres}{ZAKEN}/{zaak.id}/brief/{w.moeder(zaak)}.pdf"
    assert fatima.page.context.request.get(brief).status == 409, "geen brief zolang het is uitgesteld"
    dag_erna = datetime.combine(
        tot + timedelta(days=1), datetime.min.time().replace(hour=9), timezone.get_current_timezone()
    )
    with time_machine.travel(dag_erna, tick=True):
        assert doe_een(UITSTEL_VERLOPEN, str(zaak.id))
        fatima, zelf = blad(g.fatima), blad(boer)
        assert GEWELD in zelf.lees(MIJN)
        assert g.organisatie.naam in zelf.lees("/logboek")
        assert fatima.page.context.request.get(brief).body().startswith(b"%PDF")
        assert "brief" in fatima.lees(f"{ZAKEN}/{zaak.id}").lower()


def _vader_en_school(karin: Blad, blad: Any, zaak: Zaak, wie: Any, school: Gebruiker) -> None:
    """W3 and W4: of the father there is a name and nothing else; for the school no debts exist, nor who has them."""
    karin.lees(f"{ZAKEN}/{zaak.id}")
    vader = karin.page.locator("article", has_text="Jan de Wit")
    assert vader.inner_text().split() == ["Jan", "de", "Wit", "partner"], (
        "een naam, en niets om uit af te leiden"
    )
    jan = blad(Gebruiker.objects.create_user("jan@test.invalid", naam="jan", persoon_id=wie["vader"]))
    eigen = jan.lees(MIJN)
    assert "Uw naam staat bij een gezin" in eigen
    for weg in ("karin", SCHULD, "Daan", SCHOOL):
        assert weg not in eigen, weg
    partij = blad(school)
    gezien = partij.lees(f"{OVERLEGGEN}/{zaak.id}")
    for deel in (SCHOOL, "Daan de Wit", "begeleidt"):
        assert deel in gezien, (deel, gezien)
    for weg in (SCHULD, "chuld", "R. De Wit", "Jan de Wit"):
        assert weg not in partij.bron(), f"ook niet verborgen of grijs: {weg}"


def _niet_verder(karin: Blad, blad: Any, g: w.Gemeente, zaak: Zaak, wie: Any) -> None:
    """W12: what mental health care does not let go onward the coordinator and the mother read, home care does not."""
    psycholoog, thuiszorg = w.partij(g, "ggz"), w.partij(g, "zorgaanbieder")
    actor = w.als(g.karin)
    w.stemt_in(actor, zaak, wie["moeder"], "gezondheid", "hulp")
    for soort, wat in (("ggz", ("gezondheid",)), ("zorgaanbieder", ("gezondheid", "hulp"))):
        w.deelt(actor, zaak, wie["moeder"], soort, "deelname", *wat)
    for partij in (psycholoog, thuiszorg):
        erbij(g, zaak, partij)
    bron, ander = blad(psycholoog), blad(thuiszorg)
    bron.lees(f"{OVERLEGGEN}/{zaak.id}")
    _vul(
        bron,
        "section.doen form",
        persoon=str(wie["moeder"]),
        leefgebied="gezondheid",
        tekst=GEZOND,
        voorwaarde="niet_verder",
    )
    assert GEZOND in bron.lees(f"{OVERLEGGEN}/{zaak.id}")
    assert "R. De Wit" in ander.lees(f"{OVERLEGGEN}/{zaak.id}")
    assert GEZOND not in ander.bron()
    ria, _ = w.inwoner(zaak, "ria")
    for venster, pad in ((karin, f"{ZAKEN}/{zaak.id}"), (blad(ria), MIJN)):
        assert GEZOND in venster.lees(pad), pad
    tafel = karin.lees(f"{ZAKEN}/{zaak.id}/casusoverleg")
    assert "de bron wil niet dat dit, of een deel ervan, verder gaat" in tafel, tafel


def _trekt_in(blad: Any, zaak: Zaak, wie: Any, school: Gebruiker) -> None:
    """W18: the son withdraws during the meeting; the open screen of the school loses it at its next request."""
    open_scherm = blad(school)
    assert SCHOOL in open_scherm.lees(f"{OVERLEGGEN}/{zaak.id}")
    daan = blad(Gebruiker.objects.create_user("daan@test.invalid", naam="daan", persoon_id=wie["zoon"]))
    daan.lees(MIJN)
    rij = daan.page.locator("form", has=daan.page.locator('[name="aan"][value="school"]')).filter(
        has=daan.page.locator('[name="waarmee"][value="onderwijs"]')
    )
    daan.druk(rij.get_by_role("button"))
    open_scherm.page.reload()
    assert SCHOOL not in open_scherm.bron()
    assert "school 9901" in daan.lees("/logboek"), "wie het zag, blijft staan"


def _mila(omar: Blad, blad: Any, huis: dict[str, Any]) -> None:
    """W16: who represents a child of twelve reads its page, until a worker says that this is against its interest."""
    zaak, wie = huis["zaak"], huis["wie"]
    ria, mila, sem = (blad(v.account(huis, naam)) for naam in ("moeder", "mila", "sem"))
    assert v.SCHOOL in mila.lees(MIJN)
    assert "jonger is dan twaalf" in sem.lees(MIJN, 403)
    pad = f"{MIJN}/{wie['mila']}"
    ria.lees(pad, 404)
    omar.doe(
        zaak, "vertegenwoordiger", persoon=str(wie["mila"]), door=str(wie["moeder"]), document="uitspraak",
        van=timezone.localdate().isoformat(),
    )  # fmt: skip
    ria.lees(MIJN)
    assert v.SCHOOL in ria.druk(ria.page.get_by_role("link", name="Wat wij weten over Mila de Wit"))
    assert "Wie u vertegenwoordigt bekeek uw gegevens" in mila.lees("/logboek")
    omar.doe(zaak, "tegen-belang", persoon=str(wie["mila"]), tegen="ja", reden=v.WAAROM)
    assert v.WAAROM not in ria.lees(pad, 403)
    assert v.WAAROM in mila.lees(MIJN)


def _vul(blad: Blad, form: str = "main form", **velden: str) -> None:
    """Fill in the form of a page that is no verb on a case, and send it."""
    hier = blad.page.locator(form).first
    for naam, waarde in velden.items():
        veld = hier.locator(f'[name="{naam}"]')
        if veld.first.evaluate("v => v.tagName") == "SELECT":
            veld.select_option(waarde)
        elif veld.first.get_attribute("type") in ("radio", "checkbox"):
            hier.locator(f'[name="{naam}"][value="{waarde}"]').check()
        else:
            veld.fill(waarde)
    voor = blad.page.url
    with blad.page.expect_navigation():
        hier.locator("button[type=submit], button:not([type])").last.click()
    fouten = blad.page.locator(".utrecht-form-field-error-message, .fouten")
    assert not fouten.count(), (voor, fouten.all_inner_texts())


def test_wat_verder_gaat_en_wat_er_blijft(
    browser: Browser, live_server: Any, tmp_path: Path, settings: Any
) -> None:
    """W13, W15, W17, W19 and W20: a correction, five years on, two persons parted, a case that moves up, figures."""
    settings.DATAMAP = tmp_path / "data"
    adres = live_server.url

    def blad(gebruiker: Gebruiker, lijst: str = ZAKEN) -> Blad:
        return Blad(browser, adres, gebruiker, lijst)

    gemeente = maak_gemeente()
    wie = {
        naam: Gebruiker.objects.get(email=f"{naam}-9901@test.invalid")
        for naam in ("sanne", "intake", "marloes")
    }
    _samen_en_uiteen(blad, wie, gemeente, tmp_path)
    _verbeterd(blad, wie, gemeente)
    _dorp(blad(wie["marloes"]), gemeente)
    huis = o._bouw(tmp_path, "9902")
    o.verband(huis["g"])
    _naar_het_huis(blad, huis)


def _samen_en_uiteen(blad: Any, wie: dict[str, Gebruiker], gemeente: Any, map_: Path) -> None:
    """W17: two persons made one by mistake and parted again: each reads of himself only."""
    paar = maak_paar(gemeente, lambda *rijen: schrijf_levering(map_ / "levering.csv", *rijen))
    twee = (paar.persoon_id, paar.rechts_persoon_id)
    intake = blad(wie["intake"])
    intake.lees("/vroegsignalering/twijfel")
    intake.druk(intake.page.get_by_role("button", name="Zelfde persoon"))
    zaken = [rij.zaak_id for rij in Betrokkene.objects.all()]
    assert len(set(Betrokkene.objects.filter(zaak__in=zaken).values_list("persoon_id", flat=True))) == 1
    intake.lees("/vroegsignalering/twijfel")
    intake.page.get_by_label("Reden van terugnemen").fill("verkeerd gezien")
    intake.druk(intake.page.get_by_role("button", name="Neem terug"))
    assert set(Betrokkene.objects.filter(zaak__in=zaken).values_list("persoon_id", flat=True)) == set(twee)
    teksten = {}
    for persoon in twee:
        zelf = blad(Gebruiker.objects.create_user(f"{persoon}@test.invalid", naam="ik", persoon_id=persoon))
        teksten[persoon] = [zelf.lees(pad) for pad in ("/vroegsignalering/mijn-gegevens", "/logboek")]
    namen = {twee[0]: ("van Dijk", "Terpstra"), twee[1]: ("Terpstra", "van Dijk")}
    for persoon, (eigen, ander) in namen.items():
        assert eigen in teksten[persoon][0], teksten[persoon][0]
        assert all(ander not in tekst for tekst in teksten[persoon]), ander


def _verbeterd(blad: Any, wie: dict[str, Gebruiker], gemeente: Any) -> None:
    """W13: a wrong birth date that was passed on is corrected; the receiver hears it, and its receipt is recorded."""
    Organisatie.objects.create(soort="gemeente", naam="Heuvelland", gemeentecode="9903")
    sanne = blad(wie["sanne"], "/vroegsignalering/meldingen")
    rij = Betrokkene.objects.filter(zaak__organisatie_id=gemeente.organisatie.id).order_by("id").first()
    assert rij is not None
    vs.wijs_toe(gemeente.sanne, [rij.zaak_id], gemeente.sanne.medewerker_id, "mijn wijk")
    vs.zend_door(gemeente.sanne, rij.zaak_id, rij.persoon_id, "heuvelland")
    zaak = Zaak.objects.get(id=rij.zaak_id)
    sanne.doe(
        zaak,
        "gegevens-verbeteren",
        persoon=str(rij.persoon_id),
        geboortedatum="1985-06-21",
        reden="cijfers verwisseld",
    )
    correctie = UitgaandeOverdracht.objects.get(aard="correctie")
    pad = f"/vroegsignalering/overdrachten/{correctie.id}"
    gezien = sanne.lees(pad)
    for deel in (
        "Correctie op: Doorgezonden naar de nieuwe gemeente",
        "vr 21 jun 1985",
        "nog niet bevestigd",
    ):
        assert deel in gezien, (deel, gezien)
    with time_machine.travel(timezone.now() + timedelta(days=5), tick=True):
        werk()
        sanne = blad(wie["sanne"])
        assert "Correctie op" in sanne.lees("/vroegsignalering/overdrachten")
        assert Taak.objects.filter(
            soort="ontvangst", klaar__isnull=True, titel_nl__contains="correctie op"
        ).exists()
        sanne.lees(f"{pad}/ontvangst")
        _vul(sanne, "main form[enctype]", door="Heuvelland")
        assert "ontvangen op" in sanne.lees(pad)
        assert not Taak.objects.filter(
            soort="ontvangst", klaar__isnull=True, titel_nl__contains="correctie op"
        ).exists()
    zelf = blad(Gebruiker.objects.get(persoon_id=rij.persoon_id))
    gezien = zelf.lees("/vroegsignalering/mijn-gegevens")
    assert gezien.count("Aangekomen op") == 1, gezien
    assert "Correctie op: Doorgezonden naar de nieuwe gemeente" in gezien


def _dorp(marloes: Blad, gemeente: Any) -> None:
    """W20: who subtracts the published figures of a village of two days finds no new family."""
    vs.leg_inwonertal_vast(gemeente.teamleider, date(2025, 1, 1), 1_900, "CBS")

    def cijfers(beeld: str) -> list[str]:
        marloes.lees(f"/vroegsignalering/monitor?beeld={beeld}&jaar=2026")
        rijen = marloes.page.locator("main table:has(th[scope=row]) tbody tr")
        return [" ".join(rij.split()) for rij in rijen.locator("td.getal:first-of-type").all_inner_texts()]

    def zet(peildatum: date, hulp: int) -> tuple[list[str], list[str]]:
        d.stel_vast(d.SCHEME, gemeente.organisatie.id, d.MAAND, peildatum, d.dorp(hulp), timezone.now())
        d.bewaar_telling(d.SCHEME, gemeente.organisatie.id, d.MAAND, peildatum, d.dorp(hulp))
        return cijfers("intern"), cijfers("gepubliceerd")

    (intern_eerst, eerst), (intern_later, later) = zet(d.EERST, 6), zet(d.LATER, 7)
    assert intern_eerst != intern_later, "binnenshuis is het nieuwe gezin te zien: er valt iets te verraden"
    assert any("6 van" in cijfer for cijfer in eerst), eerst
    assert eerst == later


def _naar_het_huis(blad: Any, huis: dict[str, Any]) -> None:
    """W19 and W15: what is chosen moves up and nothing else; five years on nobody reads it any more."""
    g, zaak, moeder = huis["g"], huis["zaak"], str(huis["wie"]["moeder"])
    karin, ida = blad(g.karin), blad(huis["ida"], "/zvh/casussen")
    ria, _ = w.inwoner(zaak, "ria")
    karin.doe(
        zaak, "zvh", persoon=moeder, waarom=o.WAAROM, verteld_hoe="gesprek",
        verteld_op=timezone.localdate().isoformat(), veiligheid="De politie moet weten wat er dreigt.",
    )  # fmt: skip
    wacht = ida.lees("/zvh/casussen")
    assert "R. De Wit" in wacht
    assert o.THUIS not in ida.bron()
    ida.druk(ida.page.get_by_role("link", name="R. De Wit"))
    _vul(ida, toegelaten_omdat=o.CRITERIA)
    casus = Zaak.objects.get(scheme="zvh")
    pad = f"/zvh/casussen/{casus.id}"
    assert o.THUIS in ida.lees(pad)
    for weg in (o.SCHULD, o.GEZOND, "Daan", "Jan de Wit"):
        assert weg not in ida.bron(), weg
    zelf = blad(ria)
    assert "aan het Zorg- en Veiligheidshuis" in zelf.lees(MIJN)
    persoon = Betrokkene.objects.get(zaak=casus).persoon_id
    in_huis = Gebruiker.objects.create_user("huis@test.invalid", naam="huis", persoon_id=persoon)
    assert o.THUIS in blad(in_huis).lees("/zvh/mijn")
    with time_machine.travel(timezone.now() + timedelta(days=5 * 366 + 2), tick=True):
        for _ in range(2):
            werk()
        casus.refresh_from_db()
        assert casus.stap == "vernietigd"
        assert not Gebruiker.objects.filter(id=in_huis.id).exists(), "ook zijn toegang is gewist"
        ida, joost = blad(huis["ida"]), blad(w.medewerker(g.organisatie, "joost", "fg"))
        ida.lees(pad, 403)
        assert o.THUIS not in ida.bron()
        joost.lees("/logboek/verzegeling")
        uit = joost.druk(joost.page.locator('form[action="/logboek/verzegeling/controle"] button').first)
        assert "alles klopt" in uit, uit
