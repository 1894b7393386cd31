"""Objecting to a decision: by when, who decides, hearing, being late, and what becomes of the case (Awb ch. 6 and 7)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.zaken.models import Betrokkene, Deelname, Taak, Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.bezwaarhandelingen import BEZWAARHANDELINGEN
from samenhang.schemes.schuldhulp.bezwaarzaak import dwangsom_van
from samenhang.schemes.schuldhulp.domain.bezwaar import (
    Loop,
    dagen_te_laat,
    hersteld,
    loop_van,
    op_tijd,
    uiterlijk,
)
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.test_brieven import tekst

TOT = date(2027, 1, 5)
REDEN = "Mijn inkomen is niet te hoog: mijn contract stopt in januari."
MOTIEF = "Uit de nieuwe stukken blijkt dat het inkomen in januari stopt; er is wel hulp nodig."


class Stand:
    """A municipality with an objection officer, and a case that was refused."""

    def __init__(self, besluit: str = "afwijzing") -> None:
        self.gemeente = w.maak_gemeente()
        self.hanna = w.medewerker(self.gemeente.organisatie, "hanna", "bezwaarbehandelaar")
        self.zaak = w.opgepakt(self.gemeente)
        w.doe(self.gemeente, self.zaak, "gesprek", op=w.DAG)
        if besluit == "afwijzing":
            w.doe(self.gemeente, self.zaak, "afwijzing", motivering=w.ZIN)
        else:
            w.doe(self.gemeente, self.zaak, "toelating", motivering=w.ZIN, plan=w.PLAN)
        persoon = Betrokkene.objects.get(zaak=self.zaak).persoon_id
        self.inwoner = Gebruiker.objects.create_user("i@test.invalid", naam="R. de Wit", persoon_id=persoon)

    @property
    def beeld(self) -> Any:
        return queries.bezwaarzaak(w.als(self.hanna), self.zaak.id)

    @property
    def rij(self) -> Any:
        return self.beeld.bezwaren[-1]

    def doe(self, naam: str, wie: Any = None, **invoer: Any) -> Zaak:
        handeling = BEZWAARHANDELINGEN[naam]
        if naam == "bezwaarontvangst":
            invoer = {"besluit": self.beeld.beschikkingen[-1].id, "ontvangen_op": w.vandaag(), "via": "brief", "gronden": REDEN} | invoer  # fmt: skip
        else:
            invoer = {"bezwaar": self.rij.id} | invoer
        gedaan: Zaak = handeling.doe(w.als(wie or self.hanna), self.zaak.id, handeling.invoer(**invoer))
        return gedaan

    def gehoord(self) -> None:
        self.doe("horen", horen="ziet_af", verslag="De inwoner liet telefonisch weten niet te willen komen.")


@contextmanager
def op(dag: date) -> Iterator[None]:
    with time_machine.travel(dag.isoformat() + "T10:00:00+01:00", tick=True):
        yield


def test_op_tijd_is_voor_het_einde_of_op_de_post_en_binnen_een_week_binnen() -> None:
    assert op_tijd(TOT, TOT, None)
    assert op_tijd(TOT, date(2027, 1, 12), date(2027, 1, 5))
    assert not op_tijd(TOT, date(2027, 1, 13), date(2027, 1, 5))
    assert not op_tijd(TOT, date(2027, 1, 6), None)
    assert not op_tijd(TOT, date(2027, 1, 8), date(2027, 1, 6))


@pytest.mark.parametrize(
    ("loop", "einde"),
    [
        (Loop(TOT), date(2027, 2, 16)),
        (Loop(TOT, commissie=True), date(2027, 3, 30)),
        (Loop(TOT, verdaagd=True), date(2027, 3, 30)),
        (Loop(TOT, pauzes=((date(2027, 1, 11), date(2027, 1, 20)),)), date(2027, 2, 26)),
        (Loop(TOT, uitstel_tot=date(2027, 6, 1)), date(2027, 6, 1)),
        (Loop(TOT, uitstel_tot=date(2027, 1, 20)), date(2027, 2, 16)),
        (Loop(date(2026, 11, 16)), date(2026, 12, 28)),
        (loop_van(TOT, date(2027, 1, 12), date(2027, 1, 5)), date(2027, 2, 16)),
        (loop_van(TOT, date(2027, 1, 13), date(2027, 1, 5)), date(2027, 2, 24)),
        (loop_van(TOT, date(2027, 5, 3), None), date(2027, 6, 14)),
    ],
)
def test_zes_of_twaalf_weken_na_de_bezwaartermijn(loop: Loop, einde: date) -> None:
    assert uiterlijk(loop, standaardkalender()).einde == einde


def test_de_pauze_eindigt_op_de_dag_van_de_aanvulling() -> None:
    assert hersteld(((date(2027, 1, 11), date(2027, 1, 25)),), date(2027, 1, 15)) == ((date(2027, 1, 11), date(2027, 1, 14)),)  # fmt: skip


@pytest.mark.parametrize(("tot", "dagen"), [(date(2027, 3, 4), 0), (date(2027, 3, 5), 1), (date(2027, 3, 18), 14), (date(2027, 6, 1), 42)])  # fmt: skip
def test_de_dwangsom_loopt_twee_weken_na_de_ingebrekestelling(tot: date, dagen: int) -> None:
    assert dagen_te_laat(date(2027, 2, 16), date(2027, 2, 19), tot) == dagen


@pytest.mark.django_db
def test_een_gesloten_zaak_gaat_weer_open_als_het_bezwaar_gegrond_is() -> None:
    stand = Stand()
    assert Zaak.objects.get(id=stand.zaak.id).stap == "besluit_afgewezen"
    stand.doe("bezwaarontvangst")
    assert (stand.rij.bezwaar_tot, stand.rij.uiterlijk) == (TOT, date(2027, 2, 16))
    termijn = Zaak.objects.get(id=stand.zaak.id).termijnen.get(regel="bezwaar-besluit")
    assert (termijn.einde, termijn.klaar) == (date(2027, 2, 16), None)
    assert "6:16" in tekst(queries.bezwaarbrief(w.als(stand.hanna), stand.zaak.id, stand.rij.id, "bezwaar_ontvangst"))  # fmt: skip
    with pytest.raises(Geweigerd, match="geen tijd"):
        stand.doe("hoorzitting", op=date(2026, 12, 8), om="half twee", waar="stadhuis, kamer 3")
    with op(date(2026, 11, 25)):
        stand.doe("hoorzitting", op=date(2026, 12, 8), om="13:30", waar="stadhuis, kamer 3")
    uitnodiging = tekst(queries.bezwaarbrief(w.als(stand.hanna), stand.zaak.id, stand.rij.id, "bezwaar_hoorzitting"))  # fmt: skip
    for deel in ("Datum 25 november 2026", "8 december 2026 om 13:30 uur", "uiterlijk 28 november 2026"):
        assert deel in uitnodiging
    with op(date(2026, 12, 9)):
        stand.doe("horen", horen="gehoord", verslag="De inwoner vertelde dat zijn contract in januari stopt.")
        stand.doe("bezwaarbesluit", uitkomst="gegrond", motivering=MOTIEF)
    zaak = Zaak.objects.get(id=stand.zaak.id)
    assert (zaak.stap, zaak.gesloten) == ("gesprek_gevoerd", None)
    assert zaak.termijnen.get(regel="bezwaar-besluit").klaar == date(2026, 12, 9)
    assert zaak.termijnen.get(regel="beslistermijn", klaar__isnull=True).start == date(2026, 12, 9)
    brief = tekst(queries.bezwaarbrief(w.als(stand.hanna), zaak.id, stand.rij.id, "bezwaar_besluit"))
    assert MOTIEF in brief
    assert "20 januari 2027" in brief, "zes weken beroep"
    assert Taak.objects.filter(zaak=zaak, soort="bezwaar_uitvoeren", klaar__isnull=True).exists()
    with op(date(2026, 12, 10)):
        w.doe(stand.gemeente, zaak, "toelating", motivering=w.ZIN, plan=w.PLAN)


@pytest.mark.django_db
def test_een_bezwaar_houdt_niets_tegen_en_loopt_door_als_de_zaak_sluit() -> None:
    stand = Stand("toelating")
    stand.doe("bezwaarontvangst")
    w.doe(stand.gemeente, stand.zaak, "intrekking", reden="Regelt het zelf")
    zaak = Zaak.objects.get(id=stand.zaak.id)
    assert (zaak.stap, zaak.volgende_termijn) == ("ingetrokken", date(2027, 2, 16))
    assert [rij.regel for rij in zaak.termijnen.filter(klaar__isnull=True)] == ["bezwaar-besluit"]
    stand.gehoord()
    stand.doe("bezwaarbesluit", uitkomst="ongegrond", motivering=MOTIEF)
    zaak.refresh_from_db()
    assert (zaak.stap, zaak.volgende_termijn) == ("ingetrokken", None)


@pytest.mark.django_db
def test_aanvullen_verdagen_en_uitstellen_verschuiven_de_klok() -> None:
    stand = Stand()
    stand.doe("bezwaarontvangst", gronden="")
    stand.doe("aanvulvraag", ontbreekt="gronden", uiterlijk=date(2026, 12, 15))
    with pytest.raises(Geweigerd, match="al tijd"):
        stand.doe("aanvulvraag", ontbreekt="gronden", uiterlijk=date(2026, 12, 20))
    with op(date(2027, 1, 18)):
        stand.doe("aanvulvraag", ontbreekt="gronden", uiterlijk=date(2027, 2, 1))
    assert stand.rij.uiterlijk == date(2027, 3, 2), "veertien dagen stil"
    with op(date(2027, 1, 22)):
        stand.doe("aanvulling", op=date(2027, 1, 22), gronden=REDEN)
    assert stand.rij.uiterlijk == date(2027, 2, 19), "19, 20 en 21 januari"
    stand.doe("verdaging", reden="De adviseur is ziek en komt pas in februari terug.")
    assert stand.rij.uiterlijk == date(2027, 4, 2)
    with pytest.raises(Geweigerd, match="één keer"):
        stand.doe("verdaging", reden="De adviseur is ziek en komt pas in februari terug.")
    stand.doe("bezwaaruitstel", tot=date(2027, 5, 3), grond="instemming")
    assert Zaak.objects.get(id=stand.zaak.id).volgende_termijn == date(2027, 5, 3)


@pytest.mark.django_db
def test_een_commissie_geeft_twaalf_weken_en_de_oude_termijn_vervalt() -> None:
    stand = Stand()
    stand.doe("bezwaarontvangst")
    stand.doe("adviescommissie")
    brief = tekst(queries.bezwaarbrief(w.als(stand.hanna), stand.zaak.id, stand.rij.id, "bezwaar_commissie"))
    assert "Wij beslissen uiterlijk 30 maart 2027; eerst was dat 16 februari 2027" in brief
    zaak = Zaak.objects.get(id=stand.zaak.id)
    assert (stand.rij.uiterlijk, zaak.volgende_termijn) == (date(2027, 3, 30), date(2027, 3, 30))
    assert zaak.termijnen.get(regel="bezwaar-besluit").vervallen
    assert [rij.uiterlijk for rij in queries.bezwaren(w.als(stand.hanna))] == [date(2027, 3, 30)]


@pytest.mark.django_db
def test_te_laat_beslissen_kost_een_dwangsom_van_de_rekenmachine() -> None:
    stand = Stand()
    stand.doe("bezwaarontvangst")
    with pytest.raises(Geweigerd, match="geen gevolg"):
        stand.doe("ingebrekestelling", op=w.vandaag())
    with op(date(2027, 2, 19)):
        client = w.web(stand.inwoner)
        pagina = client.get("/schuldhulp/mijn").content.decode()
        assert "Wij zijn te laat" in pagina
        client.post(f"/schuldhulp/mijn/{stand.zaak.id}/ingebrekestelling", {"bezwaar": str(stand.rij.id)})
        assert stand.rij.in_gebreke_op == date(2027, 2, 19)
        taak = Taak.objects.get(zaak=stand.zaak, soort="bezwaar_beslissen", klaar__isnull=True)
        assert taak.uiterlijk == date(2027, 3, 4)
        nul = dwangsom_van(stand.rij)
        assert nul is not None
        assert nul.bedrag.draad() == "0.00"
    with op(date(2027, 3, 24)):
        stand.gehoord()
        stand.doe("bezwaarbesluit", uitkomst="ongegrond", motivering=MOTIEF)
        som = dwangsom_van(stand.rij)
        assert som is not None
        assert (som.dagen, som.bedrag.draad()) == (19, "497.00"), "14 dagen van € 23 en 5 van € 35"
        assert som.antwoord["trace"]
        assert Taak.objects.get(soort="dwangsom_vaststellen").uiterlijk == date(2027, 4, 7)
        assert "497,00" in w.web(stand.inwoner).get("/schuldhulp/mijn").content.decode()


@pytest.mark.django_db
def test_een_bezwaar_dat_maanden_te_laat_komt_is_niet_meteen_te_laat_beslist() -> None:
    stand = Stand()
    with op(date(2027, 5, 3)):
        stand.doe("bezwaarontvangst", ontvangen_op=date(2027, 5, 3))
        assert stand.rij.uiterlijk == date(2027, 6, 14)
        termijn = Zaak.objects.get(id=stand.zaak.id).termijnen.get(regel="bezwaar-besluit")
        assert (termijn.start, termijn.einde) == (date(2027, 5, 3), date(2027, 6, 14))
        with pytest.raises(Geweigerd, match="geen gevolg"):
            stand.doe("ingebrekestelling", op=w.vandaag())
        stand.doe("adviescommissie")
        assert stand.rij.uiterlijk == date(2027, 7, 26)


@pytest.mark.django_db
def test_kosten_worden_alleen_vergoed_als_het_besluit_wordt_herroepen() -> None:
    stand = Stand()
    stand.doe("bezwaarontvangst")
    stand.gehoord()
    doe = {"motivering": MOTIEF, "kosten": "toegekend"}
    with pytest.raises(Geweigerd) as nee:
        stand.doe("bezwaarbesluit", uitkomst="ongegrond", **doe)
    assert nee.value.code == "kosten_alleen_bij_herroepen"
    with pytest.raises(Geweigerd) as zonder:
        stand.doe("bezwaarbesluit", uitkomst="gegrond", **doe)
    assert zonder.value.code == "norm_ontbreekt"
    assert "bezwaar.kosten_per_punt" in zonder.value.tekst.nl
    stand.doe("bezwaarbesluit", uitkomst="gegrond", kostenbedrag="647,00", **doe)
    assert (stand.rij.vergoeding.draad(), stand.rij.kosten_bron) == ("647.00", {"opgegeven": True})
    brief = tekst(queries.bezwaarbrief(w.als(stand.hanna), stand.zaak.id, stand.rij.id, "bezwaar_besluit"))
    assert "U krijgt € 647,00" in brief.replace("\xa0", " ")
    assert Taak.objects.filter(zaak=stand.zaak, soort="bezwaar_kosten", klaar__isnull=True).exists()
    assert "647,00" in w.web(stand.inwoner).get("/schuldhulp/mijn").content.decode()


@pytest.mark.django_db
def test_wie_het_besluit_nam_of_niets_met_bezwaar_te_maken_heeft_komt_er_niet_in() -> None:
    stand = Stand()
    stand.doe("bezwaarontvangst")
    stand.gehoord()
    with pytest.raises(NietToegestaan):
        stand.doe("bezwaarbesluit", stand.gemeente.ruben, uitkomst="ongegrond", motivering=MOTIEF)
    w.Rolvervulling.objects.create(
        medewerker=w.Medewerker.objects.get(gebruiker=stand.gemeente.noor), scheme="schuldhulp", rol="bezwaarbehandelaar", van=date(2026, 1, 1)
    )  # fmt: skip
    with pytest.raises(NietToegestaan):
        stand.doe("bezwaarbesluit", stand.gemeente.noor, uitkomst="ongegrond", motivering=MOTIEF)
    Zaak.objects.filter(id=stand.zaak.id).update(behandelaar=None)
    Deelname.objects.filter(zaak=stand.zaak, tot__isnull=True).update(tot=timezone.now())
    with pytest.raises(Geweigerd, match="10:3"):
        stand.doe("bezwaarbesluit", stand.gemeente.noor, uitkomst="ongegrond", motivering=MOTIEF)
    elders = w.medewerker(w.maak_gemeente("9902").organisatie, "bo", "bezwaarbehandelaar")
    assert w.web(elders).get(f"/schuldhulp/bezwaren/{stand.zaak.id}").status_code == 404
    ander = Gebruiker.objects.create_user("a@test.invalid", naam="A", persoon_id=w.uuid4())
    assert w.web(ander).post(f"/schuldhulp/mijn/{stand.zaak.id}/bezwaarintrekking", {"bezwaar": str(stand.rij.id)}).status_code in (403, 404)  # fmt: skip
    assert w.web(stand.inwoner).post(f"/schuldhulp/bezwaren/{stand.zaak.id}/bezwaarbesluit", {}).status_code in (403, 404)  # fmt: skip
    assert stand.rij.open


@pytest.mark.django_db
def test_horen_hoort_bij_de_beslissing() -> None:
    stand = Stand()
    stand.doe("bezwaarontvangst")
    for invoer, past in (
        ({"uitkomst": "ongegrond", "motivering": MOTIEF}, "7:2"),
        ({"uitkomst": "misschien", "motivering": MOTIEF}, "Kies uit"),
    ):
        with pytest.raises(Geweigerd, match=past):
            stand.doe("bezwaarbesluit", **invoer)
    with pytest.raises(Geweigerd, match="geen hoorzitting"):
        stand.doe("horen", horen="gehoord", verslag="De inwoner vertelde van alles over zijn werk.")
    with pytest.raises(Geweigerd, match="week inzien"):
        stand.doe("hoorzitting", op=date(2026, 11, 27), om="13:30", waar="stadhuis")
    stand.doe("horen", horen="kennelijk_ongegrond", verslag="Wat hij schrijft gaat over een ander besluit.")
    with pytest.raises(Geweigerd, match="past alleen"):
        stand.doe("bezwaarbesluit", uitkomst="gegrond", motivering=MOTIEF)
    assert stand.rij.open


@pytest.mark.django_db
def test_de_inwoner_maakt_bezwaar_leest_hoe_het_staat_en_trekt_in() -> None:
    stand = Stand()
    client = w.web(stand.inwoner)
    pagina = client.get("/schuldhulp/mijn").content.decode()
    assert "Niet eens met het besluit?" in pagina
    besluit = str(stand.beeld.beschikkingen[-1].id)
    kort = client.post(f"/schuldhulp/mijn/{stand.zaak.id}/bezwaar", {"besluit": besluit, "gronden": "nee"}, follow=True)  # fmt: skip
    assert "ten minste één hele zin" in kort.content.decode()
    na = client.post(f"/schuldhulp/mijn/{stand.zaak.id}/bezwaar", {"besluit": besluit, "gronden": REDEN}, follow=True)  # fmt: skip
    assert "Wij beslissen uiterlijk" in na.content.decode()
    nog = client.post(f"/schuldhulp/mijn/{stand.zaak.id}/bezwaar", {"besluit": besluit, "gronden": REDEN}, follow=True)  # fmt: skip
    assert "al bezwaar gemaakt" in nog.content.decode()
    assert tekst(client.get(f"/schuldhulp/mijn/{stand.zaak.id}/bezwaren/{stand.rij.id}/bezwaar_ontvangst.pdf").content)  # fmt: skip
    client.post(f"/schuldhulp/mijn/{stand.zaak.id}/bezwaarintrekking", {"bezwaar": str(stand.rij.id)})
    assert not stand.rij.open
    assert Zaak.objects.get(id=stand.zaak.id).volgende_termijn is None
    opnieuw = client.post(f"/schuldhulp/mijn/{stand.zaak.id}/bezwaar", {"besluit": besluit, "gronden": REDEN}, follow=True)  # fmt: skip
    assert "Uw bezwaar is ontvangen" in opnieuw.content.decode()


@pytest.mark.django_db
def test_pagina_api_en_opdracht_doen_hetzelfde() -> None:
    stand = Stand()
    client, machine = w.web(stand.hanna), w.api(stand.hanna)
    pad, api = f"/schuldhulp/bezwaren/{stand.zaak.id}", f"/api/v1/schuldhulp/bezwaren/{stand.zaak.id}"
    besluit = str(stand.beeld.beschikkingen[-1].id)
    assert client.get(f"/schuldhulp/bezwaren?nummer={stand.zaak.nummer}").url == pad
    assert client.get("/schuldhulp/bezwaren?nummer=SH26-ZZZZZZZ").status_code == 404
    gedaan = client.post(f"{pad}/bezwaarontvangst", {"besluit": besluit, "ontvangen_op": "2026-11-24", "via": "brief", "gronden": REDEN})  # fmt: skip
    assert gedaan.status_code == 302
    assert REDEN in client.get(pad).content.decode()
    bezwaar = str(stand.rij.id)
    horen = {
        "bezwaar": bezwaar,
        "horen": "ziet_af",
        "verslag": "De inwoner wil niet komen, zei hij aan de telefoon.",
    }
    zitting = {"bezwaar": bezwaar, "op": "2026-12-08", "om": "13:30", "waar": "stadhuis"}
    gezien = machine.post(f"{api}/hoorzitting/vooraf", zitting, content_type="application/json")
    assert "8 december 2026 om 13:30 uur" in tekst(gezien.content)
    assert stand.rij.hoorzitting_op is None, "er is niets gepland"
    assert machine.post(f"{api}/horen", horen, content_type="application/json").status_code == 200
    besluiten = {"bezwaar": bezwaar, "uitkomst": "ongegrond", "motivering": MOTIEF}
    vooraf = tekst(client.post(f"{pad}/bezwaarbesluit", besluiten | {"kosten": "niet_gevraagd", "punten": "1", "vooraf": "ja"}).content)  # fmt: skip
    assert "VOORBEELD" in vooraf
    assert MOTIEF in vooraf
    assert stand.rij.open, "er is niets besloten"
    assert (
        machine.post(f"{api}/bezwaarbesluit", besluiten, content_type="application/json").status_code == 200
    )
    beeld = machine.get(api).json()
    assert beeld["bezwaren"][0]["uitkomst"] == "ongegrond"
    assert beeld["bezwaren"][0]["brieven"] == ["bezwaar_ontvangst", "bezwaar_besluit"]
    pdf = machine.get(f"{api}/{bezwaar}/brieven/bezwaar_besluit")
    assert pdf.content == client.get(f"{pad}/{bezwaar}/bezwaar_besluit.pdf").content
    assert machine.get("/api/v1/schuldhulp/bezwaren").json()["bezwaren"][0]["klaar"] == "2026-11-24"
