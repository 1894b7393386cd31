"""What is said, sent or left behind: neutral where others read along, dated, filled in per person, used at an attempt."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.beleidsregels.lezen import VENSTERTAAL
from samenhang.schemes.vroegsignalering.domain.contactteksten import (
    NEUTRAAL,
    SOORTEN,
    STANDAARD,
    Contacttekst,
    geldend,
)
from tests.bouw import Gemeente, rij, werker
from tests.staand import gemeente, gemeente_met_zaak, zaak

__all__ = ["gemeente", "zaak"]

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 24)
GENOOT = {"achternaam": "Dijk", "tussenvoegsel": "van", "voorletters": "C.", "geboortedatum": "1988-03-09", "telefoon": "", "klantnummer": "K9"}  # fmt: skip


@pytest.fixture(scope="module")
def stand(blijvend: Callable[..., Any]) -> Any:
    return blijvend(gemeente_met_zaak)


def web(actor: Actor) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
    return client


def api(actor: Actor) -> Client:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=actor.medewerker_id), "test")
    return Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})


# --- pure


def test_wat_meegeleverd_is_mag_zelf_en_elke_weg_heeft_een_tekst() -> None:
    assert set(STANDAARD) == set(SOORTEN)
    assert all(tekst.gecontroleerd() is tekst for tekst in STANDAARD.values())
    assert {soort for soort, tekst in STANDAARD.items() if tekst.informeert} == {
        "Telefoon",
        "Huisbezoek",
        "Mail",
    }


@pytest.mark.parametrize("soort", NEUTRAAL)
@pytest.mark.parametrize("woord", [*VENSTERTAAL, "Schulden", "vroegsignalering", "{partners}"])
def test_een_kaartje_en_een_bericht_noemen_schuld_noch_schuldeiser(soort: str, woord: str) -> None:
    for tekst in (Tekst(f"Bel ons over {woord}.", "Call us."), Tekst("Bel ons.", f"Call us about {woord}.")):
        with pytest.raises(Geweigerd, match="contacttekst_onjuist") as fout:
            Contacttekst(soort, tekst).gecontroleerd()
        assert "anderen lezen dit mee" in fout.value.tekst.nl


@pytest.mark.parametrize(
    ("tekst", "kolom"),
    [
        (Contacttekst("Mail", Tekst("a", "b"), Tekst("Uw schuld", "Hello")), "onderwerpNl"),
        (Contacttekst("Mail", Tekst("a", "b"), Tekst("Hallo", "")), "onderwerpEn"),
        (Contacttekst("Telefoon", Tekst("a", "b"), Tekst("Hallo", "")), "onderwerpNl"),
        (Contacttekst("Telefoon", Tekst("Dag {bsn}", "b")), "nl"),
        (Contacttekst("Telefoon", Tekst("Dag {naam", "b")), "nl"),
        (Contacttekst("Telefoon", Tekst("a", " ")), "en"),
        (Contacttekst("Kaartje", Tekst("a" * 601, "b")), "nl"),
        (Contacttekst("Duif", Tekst("a", "b")), "soort"),
    ],
)
def test_wat_niet_kan_noemt_zijn_veld(tekst: Contacttekst, kolom: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        tekst.gecontroleerd()
    assert kolom in {f.plaats.kolom for f in fout.value.fouten}


def test_de_nieuwste_die_begonnen_is_geldt() -> None:
    oud = Contacttekst("Kaartje", Tekst("oud", "old"), vanaf=date(2026, 11, 1), versie=1)
    beter = replace(oud, tekst=Tekst("beter", "better"), versie=2)
    straks = replace(oud, tekst=Tekst("straks", "later"), vanaf=date(2026, 12, 1))
    assert geldend([straks, beter, oud], VANDAAG)["Kaartje"].tekst.nl == "beter"
    assert geldend([straks], VANDAAG)["Kaartje"] is STANDAARD["Kaartje"]


# --- the municipality's own


def test_de_gemeente_bekijkt_en_stelt_vast_door_elke_deur(
    gemeente: Gemeente, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bea = werker(gemeente, "bea", "beleid")
    lijf = {"soort": "Kaartje", "vanaf": "2026-11-24", "nl": "Dag, belt u mij? {medewerker}", "en": "Hello, will you call me? {medewerker}", "reden": "korter"}  # fmt: skip
    client = api(bea)
    voorbeeld = client.post(
        "/api/v1/vroegsignalering/contactteksten/voorbeeld", lijf, content_type="application/json"
    )
    assert voorbeeld.json()["nl"] == "Dag, belt u mij? Sanne Bakker"
    assert {r["eigen"] for r in client.get("/api/v1/vroegsignalering/contactteksten").json()["teksten"]} == {
        False
    }
    fout = client.post("/api/v1/vroegsignalering/contactteksten", lijf | {"nl": "Over uw schuld."}, content_type="application/json")  # fmt: skip
    assert (fout.status_code, fout.json()["code"]) == (400, "contacttekst_onjuist")
    gemaakt = client.post("/api/v1/vroegsignalering/contactteksten", lijf, content_type="application/json")
    assert (gemaakt.status_code, gemaakt.json()["naam"]) == (201, "tekst-kaartje-20261124-1")
    pad = tmp_path / "tekst.json"
    pad.write_text(json.dumps(lijf | {"reden": "nog korter"}))
    for opties in (["--bekijk"], []):
        with pytest.raises(SystemExit) as einde:
            hoofd(
                [
                    "vroegsignalering",
                    "contactteksten",
                    str(pad),
                    *opties,
                    "--als",
                    "bea-9901@test.invalid",
                    "--json",
                ]
            )
        assert einde.value.code == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["versie"] == 2
    pagina = web(bea)
    velden = {naam: waarde for naam, waarde in lijf.items() if naam != "soort"}
    bekeken = pagina.post(
        "/vroegsignalering/contactteksten/kaartje", velden | {"stap": "bekijken"}
    ).content.decode()
    assert "Dag, belt u mij? Sanne Bakker" in bekeken
    mis = pagina.post("/vroegsignalering/contactteksten/kaartje", velden | {"nl": "incasso"}).content.decode()
    assert "laat weg: incasso" in mis
    assert (
        pagina.post("/vroegsignalering/contactteksten/kaartje", velden | {"stap": "vastleggen"}).status_code
        == 302
    )
    assert "eigen tekst" in web(gemeente.teamleider).get("/vroegsignalering/contactteksten").content.decode()
    (kaartje,) = (r for r in queries.contactteksten(gemeente.sanne) if r.soort == "Kaartje")
    assert [v.versie for v in kaartje.versies] == [3, 2, 1]
    with pytest.raises(Geweigerd, match="rol_ontbreekt"):
        actions.stel_contacttekst_vast(
            gemeente.sanne, actions.Tekstvoorstel("Kaartje", VANDAAG, "a", "b", reden="x")
        )
    for anders, verwacht in (
        ({"reden": " "}, "reden_ontbreekt"),
        ({"vanaf": date(2026, 11, 23)}, "ingang_in_verleden"),
    ):
        voorstel = replace(actions.Tekstvoorstel("Kaartje", VANDAAG, "a", "b", reden="x"), **anders)
        with pytest.raises(Geweigerd, match=verwacht):
            actions.stel_contacttekst_vast(bea, voorstel)


# --- in a case


def test_bij_het_vastleggen_staat_de_tekst_klaar_met_de_eigen_partner_en_blijft_de_versie_bewaard(
    gemeente: Gemeente, zaak: Zaak, capsys: pytest.CaptureFixture[str]
) -> None:
    s = gemeente.sanne
    actions.leg_brp_vast(s, zaak.id, "inwoner")
    per_soort = {g.soort: g for g in queries.contactteksten_bij(s, zaak.id)}
    assert "bericht van Noordlicht" in per_soort["Telefoon"].tekst.nl
    assert "message from Noordlicht" in per_soort["Mail"].tekst.en
    for soort in NEUTRAAL:
        assert "Noordlicht" not in per_soort[soort].tekst.nl
        assert "sanne" in per_soort[soort].tekst.nl
    pagina = web(s).get(f"/vroegsignalering/meldingen/{zaak.id}/contactpoging").content.decode()
    assert "Wat u zegt of stuurt" in pagina
    assert "bericht van Noordlicht" in pagina
    uit = api(s).get(f"/api/v1/vroegsignalering/meldingen/{zaak.id}/contactteksten").json()["teksten"]
    assert {t["soort"] for t in uit} == set(SOORTEN)
    with pytest.raises(SystemExit):
        hoofd(["vroegsignalering", "contacttekst", zaak.nummer, "--als", "sanne-9901@test.invalid", "--json"])
    assert len(json.loads(capsys.readouterr().out)["items"]) == len(SOORTEN)
    actions.leg_contactpoging_vast(s, zaak.id, actions.Poging("Kaartje", VANDAAG, "Ochtend", False))
    actions.leg_contactpoging_vast(s, zaak.id, actions.Poging("Overige", VANDAAG, "Ochtend", False))
    beeld = queries.melding(s, zaak.id)
    assert {p.soort: p.tekstversie for p in beeld.pogingen} == {
        "Kaartje": "tekst-kaartje-standaard",
        "Overige": "",
    }
    tab = web(s).get(f"/vroegsignalering/meldingen/{zaak.id}/contact").content.decode()
    assert "tekst-kaartje-standaard" in tab
    assert ".pdf" not in tab


def test_een_mail_die_zegt_wie_het_meldde_informeert_en_een_bericht_niet(
    gemeente: Gemeente, zaak: Zaak
) -> None:
    s = gemeente.sanne
    actions.leg_brp_vast(s, zaak.id, "inwoner")

    def geinformeerd() -> bool:
        return zaak.termijnen.get(regel="informeren").klaar is not None

    actions.leg_contactpoging_vast(s, zaak.id, actions.Poging("SMS/Whatsapp", VANDAAG, "Ochtend", False))
    assert not geinformeerd()
    bea = werker(gemeente, "bea", "beleid")
    kaal = actions.Tekstvoorstel(
        "Mail", VANDAAG, "Belt u mij?", "Will you call?", "Vraag", "Question", "kort"
    )
    actions.stel_contacttekst_vast(bea, kaal)
    actions.leg_contactpoging_vast(s, zaak.id, actions.Poging("Mail", VANDAAG, "Ochtend", False))
    assert not geinformeerd()
    vol = replace(kaal, nl="Van {partners}.", en="From {partners}.", reden="informeert")
    actions.stel_contacttekst_vast(bea, vol)
    actions.leg_contactpoging_vast(s, zaak.id, actions.Poging("Mail", VANDAAG, "Middag", False))
    assert geinformeerd()


def test_een_collega_die_de_bedragen_niet_ziet_ziet_ook_niet_wie_het_meldde(
    gemeente: Gemeente, zaak: Zaak
) -> None:
    s = gemeente.sanne
    actions.leg_brp_vast(s, zaak.id, "inwoner")
    actions.laat_deelnemen(s, zaak.id, gemeente.youssef.medewerker_id, "belt vandaag")
    teksten = queries.contactteksten_bij(gemeente.youssef, zaak.id)
    assert not any("Noordlicht" in g.tekst.nl for g in teksten)
    assert any("[wie de achterstand van deze inwoner meldde]" in g.tekst.nl for g in teksten)


# --- the duty to inform (AVG art. 14)


def test_7_de_plicht_tot_informeren_heeft_een_dag_en_een_eigen_waarschuwing(
    schrijf: Callable[..., Path],
) -> None:
    """Received on Sunday 31 January 2027: by Sunday 28 February, so Monday 1 March; warned three days before."""
    from samenhang.kernel.plichten import uitvoerder
    from tests.bouw import lever, maak_gemeente

    huis = maak_gemeente("9950", "Elders", kvk="99990950")
    tijd = {"datum_signaal": "2027-01-29", "ontstaansdatum": "2026-12-01", "datum_herinnering": "2027-01-10", "datum_contactpoging": "2027-01-15", "partner": "99990950"}  # fmt: skip
    with time_machine.travel("2027-01-31T12:00:00+01:00"):
        lever(huis, schrijf(rij(1, **tijd)))
        actions.pak_signalen_op(huis.intake)
    zaak = Zaak.objects.get(organisatie=huis.organisatie)
    termijn = zaak.termijnen.get(regel="informeren")
    assert termijn.einde == date(2027, 3, 1)
    with time_machine.travel("2027-02-25T09:00:00+01:00"):
        uitvoerder.werk()
        assert not zaak.taken.filter(soort="termijn", titel_nl__startswith="Inwoner informeren").exists()
    with time_machine.travel("2027-02-26T09:00:00+01:00"):
        uitvoerder.werk()
        (taak,) = zaak.taken.filter(soort="termijn", titel_nl__startswith="Inwoner informeren")
        assert (taak.titel_nl, taak.uiterlijk) == ("Inwoner informeren", date(2027, 3, 1))
