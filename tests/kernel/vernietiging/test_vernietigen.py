"""Retention rules: what they reach, what holds them, and the record that names nobody."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.aanlevering import opslag
from samenhang.kernel.aanlevering.models import AanleverFout, Aanlevering
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Gebruiker, Rolvervulling
from samenhang.kernel.personen.models import HuishoudenLid, Persoon, Zoeksleutel
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.scheme import Bewaartermijn
from samenhang.kernel.vernietiging.models import Vernietiging
from samenhang.kernel.vernietiging.queries import vernietigingen
from samenhang.kernel.vernietiging.termijn import verlopen_voor
from samenhang.kernel.zaken.models import Taak, Tijdlijnregel, Zaak
from samenhang.schemes.vroegsignalering import actions
from tests.bouw import Gemeente, lever, maak_gemeente, rij
from tests.staand import maak_zaak

pytestmark = pytest.mark.django_db
LATER = "2027-06-01"


@pytest.mark.parametrize(
    ("lengte", "eenheid", "vandaag", "tot"),
    [
        (30, "dagen", date(2026, 12, 25), date(2026, 11, 24)),
        (6, "maanden", date(2027, 5, 25), date(2026, 11, 24)),
        (6, "maanden", date(2027, 8, 31), date(2027, 2, 27)),
        (12, "maanden", date(2028, 2, 29), date(2027, 2, 27)),
        (1, "maanden", date(2027, 1, 1), date(2026, 11, 30)),
    ],
)
def test_een_bewaartermijn_is_voorbij_na_de_hele_termijn(
    lengte: int, eenheid: str, vandaag: date, tot: date
) -> None:
    assert verlopen_voor(Bewaartermijn("x", lengte, eenheid, "beleid"), vandaag) == tot


def test_een_onbekende_eenheid_wordt_niet_geraden() -> None:
    with pytest.raises(ValueError, match="weken"):
        verlopen_voor(Bewaartermijn("x", 1, "weken", "beleid"), date(2026, 1, 1))


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


@pytest.fixture
def zaak(gemeente: Gemeente, tmp_path: Path) -> Zaak:
    """A case that was closed without help on 24 November."""
    actions.bevestig_inwoner(gemeente.sanne, maak_zaak(gemeente, tmp_path).id, False, "verhuisd")
    return Zaak.objects.get()


def werk_op(dag: str = LATER) -> list[str]:
    """Do the retention duties on a day; gives the rules of the records."""
    with time_machine.travel(f"{dag}T09:00:00+01:00", tick=True):
        for plicht in uitvoerder.plichten():
            if "vernietigen" in plicht.naam:
                for item in list(plicht.wat_moet(timezone.now(), 100)):
                    uitvoerder.doe_een(plicht, item)
    assert uitvoerder.mislukt() == []
    return sorted(Vernietiging.objects.values_list("regel", flat=True))


def test_van_een_afgeronde_zaak_blijft_het_nummer(zaak: Zaak) -> None:
    assert werk_op() == ["gesloten_zonder_hulp", "quarantaine"]
    for model in (Persoon, HuishoudenLid, Zoeksleutel, Tijdlijnregel, Taak):
        assert not model.objects.exists(), model
    over = Zaak.objects.get()
    assert (over.nummer, over.stap, over.huishouden_id, over.behandelaar_id) == (
        zaak.nummer,
        "vernietigd",
        None,
        None,
    )
    assert opslag.plek(Aanlevering.objects.get().id) is None
    record = Vernietiging.objects.get(regel="gesloten_zonder_hulp")
    assert (record.door, record.termijn, record.status) == ("systeem", "6 maanden", "beleid")
    assert {"signaal", "signaalnaam", "naw", "contactgegeven", "zoeksleutel", "zaak", "uitkomst"} <= set(
        record.aantallen
    )
    assert record.aantallen["naw"] == 1
    assert "Dijk" not in json.dumps(record.aantallen)
    regel = Auditregel.objects.get(operatie_id=record.operatie_id)
    assert (regel.naam, regel.regels) == ("verlopen gegevens vernietigen", "vs-vernietigen")
    assert werk_op("2027-06-02") == ["gesloten_zonder_hulp", "quarantaine"]


def test_een_dag_te_vroeg_gebeurt_er_niets(zaak: Zaak) -> None:
    assert "gesloten_zonder_hulp" not in werk_op("2027-05-24")
    assert "gesloten_zonder_hulp" in werk_op("2027-05-25")


def test_een_open_bezwaar_houdt_de_vernietiging_tegen(zaak: Zaak) -> None:
    taak = Taak.objects.create(
        zaak=zaak, soort="bezwaar", titel_nl="Beslis op het bezwaar", titel_en="Decide", gemaakt=zaak.geopend
    )
    assert "gesloten_zonder_hulp" not in werk_op()
    taak.klaar = zaak.geopend
    taak.save()
    assert "gesloten_zonder_hulp" in werk_op()


def test_een_lopende_zaak_van_hetzelfde_huishouden_houdt_tegen(zaak: Zaak) -> None:
    vervolg = Zaak.objects.create(
        scheme=zaak.scheme, organisatie=zaak.organisatie, nummer="VS27-VERVOLG", stap="benaderen", huishouden=zaak.huishouden, geopend=zaak.geopend
    )  # fmt: skip
    assert "gesloten_zonder_hulp" not in werk_op()
    Zaak.objects.filter(id=vervolg.id).update(stap="gesloten", gesloten=zaak.gesloten)
    assert "gesloten_zonder_hulp" in werk_op()


def test_aanvaarde_hulp_wordt_niet_gewist(zaak: Zaak) -> None:
    Tijdlijnregel.objects.create(
        zaak=zaak, moment=zaak.geopend, wat="aanvaarden", tekst_nl="Hulp aanvaard", tekst_en="Help accepted", door="sanne"
    )  # fmt: skip
    assert "gesloten_zonder_hulp" not in werk_op()


def test_een_niet_opgepakt_signaal_verdwijnt_en_wie_niets_meer_heeft_ook(
    gemeente: Gemeente, schrijf: Callable[..., Path]
) -> None:
    lever(gemeente, schrijf(rij(1, bedrag_achterstand="12.00")))
    actions.pak_signalen_op(gemeente.intake)
    assert not Zaak.objects.exists()
    assert werk_op("2026-12-24") == []
    assert werk_op("2026-12-25") == ["niet_opgepakt", "quarantaine"]
    assert not Persoon.objects.exists()
    assert werk_op("2026-12-25") == ["niet_opgepakt", "quarantaine"]


def test_quarantaine_wist_bestand_en_foutenlijst_en_laat_het_bewijs_staan(
    gemeente: Gemeente, schrijf: Callable[..., Path]
) -> None:
    lever(gemeente, schrijf(rij(1), rij(2, bedrag_achterstand="1.234", voorletters="C.")))
    assert "1.234" in AanleverFout.objects.get().tekst
    werk_op("2026-12-25")
    assert "1.234" not in AanleverFout.objects.get().tekst
    aanlevering = Aanlevering.objects.get()
    assert opslag.plek(aanlevering.id) is None
    assert (aanlevering.gelezen, aanlevering.geaccepteerd, aanlevering.afgekeurd) == (2, 1, 1)
    assert Vernietiging.objects.get(regel="quarantaine").aantallen == {"bestand": 1, "fouttekst": 1}


def test_de_drie_deuren_tonen_de_vernietigingen(gemeente: Gemeente, zaak: Zaak, capsys) -> None:
    werk_op()
    with pytest.raises(Geweigerd):
        vernietigingen(gemeente.sanne)
    Rolvervulling.objects.create(
        medewerker_id=gemeente.teamleider.medewerker_id,
        scheme="vroegsignalering",
        rol="fg",
        van=date(2026, 1, 1),
    )
    wie = Gebruiker.objects.get(id=gemeente.teamleider.gebruiker_id)
    client = Client()
    client.force_login(wie)
    blad = client.get("/vernietigingen").content.decode()
    assert blad.count("Melding die zonder hulp is afgerond") == 2, "once as a term, once as what was done"
    assert client.get("/vernietigingen?uitvoer=csv").content.decode().startswith("moment;regel;")
    regels = [rij_["regel"] for rij_ in client.get("/api/v1/vernietigingen").json()["items"]]
    assert sorted(regels) == ["gesloten_zonder_hulp", "quarantaine"]
    with pytest.raises(SystemExit) as einde:
        hoofd(["logboek", "vernietigingen", "--als", wie.email, "--regel", "quarantaine", "--json"])
    assert einde.value.code == 0
    assert len(json.loads(capsys.readouterr().out)) == 1
