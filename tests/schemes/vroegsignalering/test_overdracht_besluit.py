"""A hand-over is decided by the one decision function, with what is on record of the person; both answers are kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.kernel.toegang import NietToegestaan, redenen
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.verstrekkingen.actions import VerstrekkingGeweigerd, draag_over
from samenhang.kernel.verstrekkingen.domain.weigeringen import REDENEN
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht, Weigering
from samenhang.kernel.zaken import queries as zaakqueries
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.domain.doorzending import Doorzending
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from tests.bouw import Gemeente, rij
from tests.staand import Stand, gemeente, gemeente_met_zaak, zaak

__all__ = ["gemeente", "zaak"]

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 24)
BASIS = "/api/v1/vroegsignalering"


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Stand]], Stand]) -> Stand:
    """A resident who was reached and got the offer, in a case of Sanne's."""

    def bouw(map_: Path) -> Stand:
        stand = gemeente_met_zaak(map_, rij(1))
        sanne, nummer = stand[0].sanne, stand[1]
        actions.leg_brp_vast(sanne, nummer, "inwoner")
        actions.leg_contactpoging_vast(sanne, nummer, actions.Poging("Telefoon", VANDAAG, "Ochtend", True))
        actions.doe_aanbod(sanne, nummer, "telefoon", VANDAAG)
        return stand

    return blijvend(bouw)


@pytest.fixture
def wie(zaak: Zaak) -> UUID:
    return personen_van(zaak)[0]


def geweigerd(gemeente: Gemeente, zaak: Zaak) -> list[Weigering]:
    with operatie("vroegsignalering", "proef", gemeente.sanne):
        toegang = toegang_tot(gemeente.sanne, zaak, leest=("naw",))
        return list(Weigering.objects.met(toegang).order_by("moment", "id"))


def test_wie_aanvaardt_wordt_aangemeld_na_een_besluit_over_precies_wat_gaat(
    gemeente: Gemeente, zaak: Zaak, wie: UUID
) -> None:
    actions.aanvaard(gemeente.sanne, zaak.id, wie, VANDAAG, dreiging=False)
    stuk = UitgaandeOverdracht.objects.get()
    assert stuk.besluit == {
        "doel": "aanmelding",
        "gevraagd": ["contact", "naw", "opvolging", "signaal"],
        "verleend": ["contact", "naw", "opvolging", "signaal"],
        "geweigerd": [],
        "regels": ["vs-aanmelden"],
        "grondslagen": ["wgs-3-1-b"],
        "plichten": [],
        "tabel": beslistabel().hash,
    }
    assert stuk.tabel_hash == beslistabel().hash
    assert "vs-aanmelden" in Auditregel.objects.get(naam="aanvaarding vastleggen").regels.split(",")
    client = Client()
    client.force_login(Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id))
    assert "vs-aanmelden" in client.get(f"/vroegsignalering/overdrachten/{stuk.id}").content.decode()


def test_wat_de_bron_vroeg_houdt_de_aanmelding_tegen_en_er_blijft_niets_van_staan(
    gemeente: Gemeente, zaak: Zaak, wie: UUID, capsys: pytest.CaptureFixture[str]
) -> None:
    """Through all three doors; what stays is the refusal, with its decision, and the log row."""
    actions.stel_voorwaarde(gemeente.sanne, zaak.id, wie, "contact", "niet_verder", "Noordlicht")
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=gemeente.sanne.medewerker_id), "test")
    api = Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})
    lijf = {"persoon": str(wie), "datum": str(VANDAAG), "dreiging": False}
    antwoord = api.post(f"{BASIS}/meldingen/{zaak.id}/aanvaarding", lijf, content_type="application/json")
    assert (antwoord.status_code, antwoord.json()["type"]) == (403, "urn:samenhang:probleem:voorwaarde_bron")
    web = Client()
    web.force_login(Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id))
    pagina = web.post(f"/vroegsignalering/meldingen/{zaak.id}/aanvaarding", lijf | {"dreiging": "nee"})
    assert pagina.status_code in (200, 403), pagina.status_code
    assert "Er is niets doorgegeven" in pagina.content.decode()
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "aanvaarding", str(zaak.id), "--persoon", str(wie), "--datum", str(VANDAAG), "--dreiging", "nee", "--als", "sanne-9901@test.invalid", "--json"])  # fmt: skip
    uit = capsys.readouterr()
    assert (einde.value.code, json.loads(uit.err)["code"]) == (2, "voorwaarde_bron"), uit
    zaak.refresh_from_db()
    assert zaak.stap == "bereikt"
    assert not UitgaandeOverdracht.objects.exists()
    assert not zaak.termijnen.filter(regel="eerste_gesprek").exists()
    rijen = geweigerd(gemeente, zaak)
    assert [(r.soort, r.code, r.besluit["doel"], r.besluit["geweigerd"]) for r in rijen] == [
        ("aanmelding", "voorwaarde_bron", "aanmelding", [["contact", "voorwaarde_bron"]])
    ] * 3
    log = Auditregel.objects.filter(naam="aanvaarding vastleggen", uitkomst="geweigerd")
    assert [regel.geweigerd for regel in log] == [[["contact", "voorwaarde_bron"]]] * 3
    assert not Verwerking.objects.filter(naam="aanvaarding vastleggen").exists()


def test_ook_een_kennismaking_gaat_niet_tegen_wat_de_bron_vroeg(
    gemeente: Gemeente, zaak: Zaak, wie: UUID
) -> None:
    actions.leg_toestemming_vast(gemeente.sanne, zaak.id, actions.Antwoordgegevens(wie, True, "gesprek"))
    actions.stel_voorwaarde(gemeente.sanne, zaak.id, wie, "contact", "niet_verder", "Noordlicht")
    with pytest.raises(VerstrekkingGeweigerd) as fout:
        actions.geef_kennismaking_door(gemeente.sanne, zaak.id, wie, "Stichting Buurt")
    assert (fout.value.status, fout.value.code) == (403, "voorwaarde_bron")
    assert fout.value.tekst.nl.startswith("Noordlicht vroeg")
    actions.hef_voorwaarde_op(gemeente.sanne, zaak.id, wie, "contact", "J. Bos")
    actions.geef_kennismaking_door(gemeente.sanne, zaak.id, wie, "Stichting Buurt")
    stuk = UitgaandeOverdracht.objects.get()
    assert (stuk.besluit["regels"], stuk.besluit["doel"]) == (["vs-kennismaking"], "kennismaking")
    with pytest.raises(Geweigerd) as twee:
        actions.geef_kennismaking_door(gemeente.sanne, zaak.id, wie, "Stichting Buurt")
    assert twee.value.code == "al_overgedragen"


def test_zonder_wet_in_werking_gaat_er_niets(
    gemeente: Gemeente, zaak: Zaak, wie: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    tabel = beslistabel()
    wet = replace(tabel.grondslagen["avg-6-1-a-kennismaking"], status="ontwerp")
    zonder = replace(tabel, grondslagen=tabel.grondslagen | {wet.id: wet}, onthouden={}, dagen={})
    actions.leg_toestemming_vast(gemeente.sanne, zaak.id, actions.Antwoordgegevens(wie, True, "gesprek"))
    monkeypatch.setattr(zaakqueries, "beslistabel", lambda: zonder)
    with pytest.raises(VerstrekkingGeweigerd) as fout:
        actions.geef_kennismaking_door(gemeente.sanne, zaak.id, wie, "Stichting Buurt")
    assert fout.value.code == "grondslag_niet_in_werking"


def test_wie_de_zaak_niet_behandelt_of_niet_leest_wat_gaat_geeft_niets_door(
    gemeente: Gemeente, zaak: Zaak, wie: UUID
) -> None:
    inhoud = Doorzending("VS-1", "Heuvelland", "A.B. van Dijk", None, (("energie", "75.00"),))
    with operatie("vroegsignalering", "proef", gemeente.sanne):
        toegang = toegang_tot(gemeente.sanne, zaak, leest=("naw",), schrijft=("naw",))
        with pytest.raises(Geweigerd) as fout:
            draag_over(zaak, "doorzending", wie, inhoud, toegang)
    assert fout.value.code == "meer_dan_gelezen"
    with pytest.raises(NietToegestaan):
        actions.zend_door(gemeente.youssef, zaak.id, wie, "Heuvelland")
    assert not UitgaandeOverdracht.objects.exists()


def test_elke_reden_heeft_een_zin_voor_wie_het_aangaat() -> None:
    assert set(redenen.REDENEN) | {"meer_dan_gelezen"} == set(REDENEN)


def test_elke_overdracht_heeft_een_doel_met_een_regel_op_haar_wet() -> None:
    regels: list[Any] = list(beslistabel().regels.values())
    for soort in SCHEME.stuurt:
        assert soort.aan in beslistabel().ruimtes[SCHEME.naam].organisatiesoorten
        assert any(
            r.grondslag == soort.grondslag and soort.doel in r.doelen and "bron" in r.mits for r in regels
        )
