"""What stands out in the log reaches the data protection officer by page, API and command, and stays as it is."""

from __future__ import annotations

import json
from datetime import date, timedelta
from unittest.mock import patch
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Rolvervulling
from samenhang.kernel.organisaties.queries import actor_van, systeem
from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.toezicht import toetsen
from samenhang.kernel.toezicht.models import Doorzien, Toetsoordeel, Toetspunt, Toetstaak
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import queries
from tests.bouw import Gemeente, maak_gemeente
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]
pytestmark = pytest.mark.django_db
WAAROM = "Nagevraagd bij de teamleider: zij zocht haar eigen zaak en had een oud adres."


def werker(gemeente: Gemeente, wie: str, rol: str) -> Gebruiker:
    gebruiker = Gebruiker.objects.create_user(f"{wie}@test.invalid", naam=wie)
    medewerker = Medewerker.objects.create(gebruiker=gebruiker, organisatie=gemeente.organisatie, naam=wie)
    Rolvervulling.objects.create(
        medewerker=medewerker, scheme="vroegsignalering", rol=rol, van=date(2026, 1, 1)
    )
    return gebruiker


def als(gebruiker: Gebruiker) -> Actor:
    return actor_van(gebruiker, timezone.localdate())


def web(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def api(gebruiker: Gebruiker) -> Client:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(gebruiker=gebruiker), "test")
    return Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})


def probeert(wie: Gebruiker, zaak: Zaak, keer: int = 3) -> None:
    """Opens the page of a case of somebody else, so many times."""
    client = web(wie)
    for _ in range(keer):
        assert client.get(f"/vroegsignalering/meldingen/{zaak.id}").status_code == 403


def doorzie() -> int:
    """One round of the duty, as a worker does it, a minute after the one before."""
    rij = Doorzien.objects.first()
    if rij is not None:
        rij.moment -= timedelta(minutes=2)
        rij.save()
    return werk(gekozen=plichten(["logboek.doorzien"]))


@pytest.fixture
def fg(gemeente: Gemeente) -> Gebruiker:
    return werker(gemeente, "joost", "fg")


@pytest.fixture
def punt(gemeente: Gemeente, zaak: Zaak, fg: Gebruiker) -> Toetspunt:
    """Three refused attempts of an administrator, found."""
    probeert(werker(gemeente, "ewa", "beheerder"), zaak)
    doorzie()
    return Toetspunt.objects.get()


def test_twee_pogingen_zijn_geen_drie(gemeente: Gemeente, zaak: Zaak, fg: Gebruiker) -> None:
    ewa = werker(gemeente, "ewa", "beheerder")
    probeert(ewa, zaak, 2)
    assert doorzie() == 1
    assert not Toetspunt.objects.exists()
    probeert(ewa, zaak, 1)
    doorzie()
    punt = Toetspunt.objects.get()
    assert (punt.soort, punt.gebruiker, punt.aantal, len(punt.operaties)) == ("weigeringen", "ewa", 3, 3)
    assert "beheerder" in punt.rollen


def test_doorzien_is_tweemaal_als_eenmaal(punt: Toetspunt, gemeente: Gemeente, zaak: Zaak) -> None:
    probeert(Gebruiker.objects.get(naam="ewa"), zaak, 2)
    assert doorzie() == 1
    assert Toetspunt.objects.get() == punt


def test_zonder_nieuwe_regels_van_mensen_is_er_niets_te_doen(punt: Toetspunt) -> None:
    """What the duty itself writes is no reason to look again."""
    assert doorzie() == 0


def test_binnen_een_minuut_wordt_niet_weer_gekeken(punt: Toetspunt, gemeente: Gemeente, zaak: Zaak) -> None:
    queries.melding(gemeente.sanne, zaak.id)
    assert werk(gekozen=plichten(["logboek.doorzien"])) == 0
    assert doorzie() == 1


def test_de_fg_ziet_en_beoordeelt_op_de_pagina(punt: Toetspunt, fg: Gebruiker) -> None:
    client = web(fg)
    tekst = client.get("/toezicht").content.decode()
    assert "Weigeringen op rij" in tekst
    assert "3 geweigerde pogingen achter elkaar" in tekst
    assert "toezicht.weigeringen.aantal" in tekst
    pagina = client.get(f"/toezicht/{punt.id}").content.decode()
    assert pagina.count("geweigerd</span>") + pagina.count("geweigerd\n") >= 3
    kort = client.post(f"/toezicht/{punt.id}", {"oordeel": "in_orde", "motivering": "goed"})
    assert kort.status_code == 400
    assert "20 tot 1000 tekens" in kort.content.decode()
    assert not Toetsoordeel.objects.exists()
    klaar = client.post(f"/toezicht/{punt.id}", {"oordeel": "in_orde", "motivering": WAAROM}, follow=True)
    assert "Uw oordeel is vastgelegd" in klaar.content.decode()
    rij = Toetsoordeel.objects.get()
    assert (rij.oordeel, rij.motivering, rij.door) == ("in_orde", WAAROM, "joost")
    assert "Er staat geen toetspunt open" in client.get("/toezicht").content.decode()
    assert WAAROM in client.get(f"/toezicht/{punt.id}").content.decode()


def test_ook_over_de_api_en_op_de_opdrachtregel(
    punt: Toetspunt, fg: Gebruiker, capsys: pytest.CaptureFixture[str]
) -> None:
    client = api(fg)
    lijst = client.get("/api/v1/toezicht/toetspunten?stand=open").json()
    assert (lijst["open"], lijst["teLaat"], lijst["items"][0]["soort"]) == (1, 0, "weigeringen")
    een = client.get(f"/api/v1/toezicht/toetspunten/{punt.id}").json()
    assert [regel["uitkomst"] for regel in een["regels"]] == ["geweigerd"] * 3
    drempels = client.get("/api/v1/toezicht/drempels").json()["drempels"]
    assert {"toezicht.omvang.minstens", "toezicht.toets.nood.werkdagen"} <= {rij["naam"] for rij in drempels}
    with pytest.raises(SystemExit) as einde:
        hoofd(["toezicht", "oordeel", str(punt.id), "vervolg", WAAROM, "--als", fg.email, "--json"])
    assert not einde.value.code
    assert json.loads(capsys.readouterr().out)["oordeel"]["oordeel"] == "vervolg"
    with pytest.raises(SystemExit):
        hoofd(["toezicht", "toetspunten", "--als", fg.email, "--stand", "getoetst", "--json"])
    uit = json.loads(capsys.readouterr().out)
    assert (uit["open"], [deel["id"] for deel in uit["punten"]]) == (0, [str(punt.id)])
    nog_eens = client.post(
        f"/api/v1/toezicht/toetspunten/{punt.id}/oordeel",
        {"oordeel": "in_orde", "motivering": WAAROM},
        content_type="application/json",
    )
    assert (nog_eens.status_code, nog_eens.json()["code"]) == (409, "al_getoetst")


def test_een_oordeel_en_een_toetspunt_veranderen_niet(punt: Toetspunt, fg: Gebruiker) -> None:
    toetsen.oordeel(als(fg), punt.id, "in_orde", WAAROM)
    for tabel, kolom in (("toezicht_toetsoordeel", "motivering"), ("toezicht_toetspunt", "gebruiker")):
        for opdracht in (f"UPDATE {tabel} SET {kolom} = 'anders'", f"DELETE FROM {tabel}"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(opdracht)
    assert Toetsoordeel.objects.get().motivering == WAAROM


def test_niemand_beoordeelt_zichzelf(gemeente: Gemeente, zaak: Zaak, fg: Gebruiker) -> None:
    probeert(fg, zaak)
    doorzie()
    punt = Toetspunt.objects.get()
    with pytest.raises(Geweigerd) as fout:
        toetsen.oordeel(als(fg), punt.id, "in_orde", WAAROM)
    assert (fout.value.code, fout.value.status) == ("eigen_handelen", 403)
    assert "Een andere toezichthouder" in web(fg).get(f"/toezicht/{punt.id}").content.decode()
    auditor = werker(gemeente, "ashwin", "auditor")
    assert toetsen.oordeel(als(auditor), punt.id, "in_orde", WAAROM).oordeel is not None


def test_een_werker_en_een_andere_gemeente_zien_niets(
    punt: Toetspunt, gemeente: Gemeente, capsys: pytest.CaptureFixture[str]
) -> None:
    ewa = Gebruiker.objects.get(naam="ewa")
    with pytest.raises(NietToegestaan):
        toetsen.toetspunten(als(ewa))
    assert web(ewa).get("/toezicht").status_code == 403
    assert api(ewa).get("/api/v1/toezicht/toetspunten").status_code == 403
    elders = werker(maak_gemeente("9902", "Heuvelrug", kvk="99990022"), "vreemd", "fg")
    assert not toetsen.toetspunten(als(elders)).punten
    for antwoord in (
        web(elders).get(f"/toezicht/{punt.id}"),
        api(elders).get(f"/api/v1/toezicht/toetspunten/{punt.id}"),
        web(elders).post(f"/toezicht/{punt.id}", {"oordeel": "in_orde", "motivering": WAAROM}),
    ):
        assert antwoord.status_code == 404
    with pytest.raises(SystemExit) as einde:
        hoofd(["toezicht", "toetspunt", str(punt.id), "--als", elders.email])
    assert einde.value.code == 2
    assert json.loads(capsys.readouterr().err)["code"] == "toetspunt_onbekend"
    assert not Toetsoordeel.objects.exists()
    regel = Auditregel.objects.filter(gebruiker="vreemd").latest("id")
    assert (regel.naam, regel.uitkomst) == ("toetspunt bekijken", "geweigerd")


def test_een_late_beoordeling_wordt_een_taak_en_is_klaar_na_het_oordeel(
    punt: Toetspunt, fg: Gebruiker
) -> None:
    te_laat = plichten(["logboek.toets-te-laat"])
    assert werk(gekozen=te_laat) == 0
    morgen = timezone.now() + timedelta(days=14)
    with patch("django.utils.timezone.now", return_value=morgen):
        assert werk(gekozen=te_laat) == 1
        assert werk(gekozen=te_laat) == 0
        blad = toetsen.toetspunten(als(fg), toetsen.Toetsfilter("open"))
        assert (blad.te_laat, blad.punten[0].te_laat, blad.punten[0].taak) == (1, True, morgen)
        toetsen.oordeel(als(fg), punt.id, "niet_in_orde", WAAROM)
    taak = Toetstaak.objects.get()
    assert (taak.toetspunt_id, taak.klaar) == (punt.id, morgen)
    assert werk(gekozen=te_laat) == 0


def raakt(wie: Actor, aantal: int, dagen: int = 0) -> None:
    """A day on which someone touched so many persons, so many days ago."""
    moment = timezone.now() - timedelta(days=dagen)
    with patch("django.utils.timezone.now", return_value=moment), operatie("vroegsignalering", "melding bekijken", wie) as op:  # fmt: skip
        op.raakt([uuid4() for _ in range(aantal)])


def test_ongewoon_veel_naast_de_eigen_dagen(gemeente: Gemeente, fg: Gebruiker) -> None:
    for dag in range(1, 8):
        raakt(gemeente.sanne, 10, dag)
    raakt(gemeente.sanne, 49)
    doorzie()
    assert not Toetspunt.objects.exists()
    raakt(gemeente.sanne, 2)
    doorzie()
    punt = Toetspunt.objects.get()
    assert (punt.soort, punt.aantal, punt.vergeleken["eigen"], punt.vergeleken["boven"]) == ("omvang", 51, 10.0, ["eigen"])  # fmt: skip
    assert punt.vergeleken["drempels"]["maal_eigen"] == 3
    beeld = toetsen.toetspunt(als(fg), punt.id)
    assert "51 inwoners op één dag; zelf meestal 10" in beeld.punt.uitleg.nl
    assert beeld.regels[0].personen == 49


def test_ongewoon_veel_naast_de_rol(gemeente: Gemeente) -> None:
    anja = als(werker(gemeente, "anja", "vroegsignaleerder"))
    for dag in range(1, 8):
        raakt(anja, 8, dag)
    nieuw = als(werker(gemeente, "nieuw", "vroegsignaleerder"))
    raakt(nieuw, 60)
    doorzie()
    punt = Toetspunt.objects.get()
    assert (punt.gebruiker, punt.vergeleken["eigen"], punt.vergeleken["rol"]) == ("nieuw", None, 8.0)


def test_het_systeem_zelf_valt_niet_op(gemeente: Gemeente) -> None:
    doorzie()
    raakt(systeem(gemeente.organisatie), 300)
    assert doorzie() == 0
    assert not Toetspunt.objects.exists()


@pytest.mark.parametrize(
    ("uitkomst", "motivering", "code"),
    [
        ("goed", WAAROM, "oordeel_onbekend"),
        ("", WAAROM, "oordeel_onbekend"),
        ("in_orde", "", "motivering_nodig"),
        ("in_orde", " " * 40, "motivering_nodig"),
        ("in_orde", "x" * 19, "motivering_nodig"),
        ("in_orde", "x" * 1001, "motivering_nodig"),
    ],
)
def test_een_slecht_oordeel_wordt_geweigerd_met_plaats(
    punt: Toetspunt, fg: Gebruiker, uitkomst: str, motivering: str, code: str
) -> None:
    with pytest.raises(Geweigerd) as fout:
        toetsen.oordeel(als(fg), punt.id, uitkomst, motivering)
    assert fout.value.fouten[0].code == code
    assert fout.value.fouten[0].plaats.plek in ("/oordeel", "/motivering")
    assert not Toetsoordeel.objects.exists()


@pytest.mark.parametrize(
    "vraag", ["?stand=weg", "?soort=x", "?na=x", f"?na={UUID(int=7)}", "?stand=open&na=" + str(UUID(int=7))]
)
def test_een_slecht_filter_wordt_geweigerd(fg: Gebruiker, vraag: str) -> None:
    assert web(fg).get(f"/toezicht{vraag}").status_code == 400
    assert api(fg).get(f"/api/v1/toezicht/toetspunten{vraag}").status_code == 400


def test_een_onbekend_nummer_bestaat_niet(fg: Gebruiker, capsys: pytest.CaptureFixture[str]) -> None:
    assert web(fg).get(f"/toezicht/{uuid4()}").status_code == 404
    with pytest.raises(SystemExit) as einde:
        hoofd(["toezicht", "toetspunt", "niets", "--als", fg.email])
    assert einde.value.code == 2
    assert json.loads(capsys.readouterr().err)["code"] == "toetspunt_onjuist"
