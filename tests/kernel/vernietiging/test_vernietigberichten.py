"""Who received something of a case hears that it was destroyed: without content, once, with a receipt."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenhang.cli.beheer.stand import cijfers_van_nu
from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.vernietiging import herstel, register
from samenhang.kernel.vernietiging.models import Vernietiging
from samenhang.kernel.verstrekkingen.actions.vernietigbericht import bevestig_vernietigbericht
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht, Vernietigbericht
from samenhang.kernel.verstrekkingen.queries import vernietigberichten
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering import actions
from tests.api.wereld import bewijs
from tests.bouw import Gemeente, maak_gemeente, werker
from tests.staand import maak_zaak

pytestmark = pytest.mark.django_db
VERNIETIGD = "2027-06-01"


@pytest.fixture
def heuvelland() -> Gemeente:
    """The municipality that the resident moved to; it works with this deployment."""
    return maak_gemeente("9902", "Heuvelland", "99990039")


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


@pytest.fixture
def zaak(gemeente: Gemeente, heuvelland: Gemeente, tmp_path: Path) -> Zaak:
    """A case that ended because its resident moved; Heuvelland received what it needs."""
    zaak = maak_zaak(gemeente, tmp_path)
    wie = Betrokkene.objects.get().persoon_id
    actions.zend_door(gemeente.sanne, zaak.id, wie, "Heuvelland")
    actions.bevestig_ontvangst(
        heuvelland.intake,
        UitgaandeOverdracht.objects.get().id,
        actions.Ontvangst("Intake", timezone.localdate()),
    )
    return zaak


@pytest.fixture
def later(zaak: Zaak) -> Iterator[None]:
    """The term has passed, and the duties have destroyed the case."""
    with time_machine.travel(f"{VERNIETIGD}T09:00:00+02:00", tick=True):
        vernietig()
        yield


def vernietig() -> None:
    for plicht in uitvoerder.plichten():
        if "vernietigen" in plicht.naam:
            for item in list(plicht.wat_moet(timezone.now(), 100)):
                uitvoerder.doe_een(plicht, item)
    assert uitvoerder.mislukt() == []


def test_wie_iets_kreeg_hoort_dag_nummer_en_artikel_en_niets_over_een_persoon(
    gemeente: Gemeente, heuvelland: Gemeente, zaak: Zaak, later: None
) -> None:
    assert not UitgaandeOverdracht.objects.exists(), "de overdracht zelf is mee vernietigd"
    bericht = Vernietigbericht.objects.get()
    record = Vernietiging.objects.get(operatie_id=bericht.operatie_id)
    assert (bericht.ontvanger_id, bericht.artikel) == (heuvelland.organisatie.id, record.artikel)
    assert "Dijk" not in json.dumps([str(waarde) for waarde in vars(bericht).values()])
    (hier,) = vernietigberichten(gemeente.sanne)
    (daar,) = vernietigberichten(heuvelland.sanne)
    assert (hier.hier, daar.hier) == (True, False)
    assert (daar.zaaknummer, daar.vernietigd) == (zaak.nummer, date.fromisoformat(VERNIETIGD))
    vernietig()
    assert Vernietigbericht.objects.count() == 1


def test_een_melding_waaruit_niets_is_doorgegeven_geeft_geen_bericht(
    gemeente: Gemeente, heuvelland: Gemeente, tmp_path: Path
) -> None:
    actions.bevestig_inwoner(gemeente.sanne, maak_zaak(gemeente, tmp_path).id, False, "overleden")
    with time_machine.travel(f"{VERNIETIGD}T09:00:00+02:00", tick=True):
        vernietig()
    assert Vernietiging.objects.filter(regel="gesloten_zonder_hulp").exists()
    assert not Vernietigbericht.objects.exists()


def test_wie_al_op_verzoek_wiste_hoort_het_niet_nog_eens(
    gemeente: Gemeente, heuvelland: Gemeente, zaak: Zaak
) -> None:
    actions.trek_overdracht_in(gemeente.sanne, UitgaandeOverdracht.objects.get().id, "vergissing")
    weg = UitgaandeOverdracht.objects.get(aard="intrekking")
    vandaag = timezone.localdate()
    actions.bevestig_ontvangst(heuvelland.intake, weg.id, actions.Ontvangst("Intake", vandaag))
    with time_machine.travel(f"{VERNIETIGD}T09:00:00+02:00", tick=True):
        vernietig()
    assert not Vernietigbericht.objects.exists()


def test_na_twee_werkdagen_zonder_bevestiging_is_het_te_laat_en_staat_het_in_de_stand(
    gemeente: Gemeente, zaak: Zaak, later: None
) -> None:
    """Destroyed on a Tuesday: on Thursday it still may come, on Friday somebody asks."""
    for dag, laat in (("2027-06-03", False), ("2027-06-04", True)):
        with time_machine.travel(f"{dag}T09:00:00+02:00", tick=True):
            assert [beeld.te_laat for beeld in vernietigberichten(gemeente.sanne)] == [laat]
            stand = cijfers_van_nu()
            assert (stand["vernietigberichten_open"], stand["vernietigberichten_te_laat"]) == (1, int(laat))
            client = Client()
            client.force_login(Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id))
            blad = client.get("/vroegsignalering/overdrachten").content.decode()
            assert ("Vraag na en bevestig" in blad) is laat
            assert zaak.nummer in blad


def test_een_teruggezette_reservekopie_vertelt_het_niet_anders(
    gemeente: Gemeente, zaak: Zaak, later: None
) -> None:
    """What goes again has the same number, day and article, so that a receiver knows it for the same."""
    register.schrijf_bij()
    eerst = Vernietigbericht.objects.get()
    Vernietigbericht.objects.all().delete()
    with time_machine.travel("2027-07-10T09:00:00+02:00", tick=True):
        record = Vernietiging.objects.get(operatie_id=eerst.operatie_id)
        Vernietiging.objects.filter(id=record.id).delete()
        Zaak.objects.filter(id=zaak.id).update(stap="gesloten")
        UitgaandeOverdracht.objects.create(
            id=eerst.overdracht,
            zaak=zaak,
            soort="doorzending",
            van_scheme="vroegsignalering",
            naar_scheme="vroegsignalering",
            grondslag="wgs-3-1-b",
            categorieen="naw",
            tabel_hash="x",
            gemaakt=timezone.now(),
            ontvanger_id=eerst.ontvanger_id,
        )
        for item in list(herstel.NA_HERSTEL.wat_moet(timezone.now(), 10)):
            uitvoerder.doe_een(herstel.NA_HERSTEL, item)
    opnieuw = Vernietigbericht.objects.get()
    zelfde = ("id", "overdracht", "zaaknummer", "artikel", "vernietigd", "ontvanger_id")
    assert [getattr(opnieuw, veld) for veld in zelfde] == [getattr(eerst, veld) for veld in zelfde]
    assert Vernietiging.objects.get(operatie_id=opnieuw.operatie_id).na_herstel


def test_de_ontvanger_bevestigt_op_zijn_eigen_pagina(
    gemeente: Gemeente, heuvelland: Gemeente, zaak: Zaak, later: None
) -> None:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=heuvelland.intake.gebruiker_id))
    assert zaak.nummer in client.get("/vernietigberichten").content.decode()
    pad = f"/vernietigberichten/{Vernietigbericht.objects.get().id}/ontvangst"
    assert "bewaartermijn" in client.get(pad).content.decode()
    fout = client.post(pad, {"door": "i", "op": VERNIETIGD})
    assert fout.status_code == 200
    assert "2 tot 200 tekens" in fout.content.decode()
    fout = client.post(pad, {"door": "Intake Heuvelland", "op": "2027-05-31"})
    assert "tussen 01-06-2027 en vandaag" in fout.content.decode()
    assert client.post(pad, {"door": "Intake Heuvelland", "op": VERNIETIGD}).status_code == 302
    (beeld,) = vernietigberichten(gemeente.sanne)
    assert beeld.ontvangen_door == "Intake Heuvelland"
    assert cijfers_van_nu()["vernietigberichten_open"] == 0
    assert "Bevestigd op" in client.post(pad, {"door": "Nog een keer", "op": VERNIETIGD}).content.decode()
    assert client.get(f"/vernietigberichten/{uuid4()}/ontvangst").status_code == 404


def test_api_en_opdracht_weigeren_met_plek_en_doen_daarna_hetzelfde(
    gemeente: Gemeente, heuvelland: Gemeente, zaak: Zaak, later: None, client: Client, capsys: Any
) -> None:
    nummer = Vernietigbericht.objects.get().id
    kop = bewijs(heuvelland.sanne.medewerker_id)

    def stuur(lijf: dict[str, Any], id_: Any = nummer) -> Any:
        pad = f"/api/v1/vernietigberichten/{id_}/ontvangst"
        return client.post(pad, lijf, content_type="application/json", headers=kop)

    goed = {"door": "Sanne, Heuvelland", "op": VERNIETIGD}
    for lijf, plek in (
        ({}, "/door"),
        (goed | {"door": ""}, "/door"),
        (goed | {"door": "x" * 201}, "/door"),
        (goed | {"door": 5}, "/door"),
        (goed | {"op": "gisteren"}, "/op"),
        (goed | {"op": "2027-05-31"}, "/op"),
        (goed | {"op": "2027-06-02"}, "/op"),
        (goed | {"op": None}, "/op"),
        (goed | {"extra": 1}, "/extra"),
    ):
        antwoord = stuur(lijf)
        assert antwoord.status_code == 400, lijf
        plekken = [fout["plek"] or fout["kolom"] for fout in antwoord.json()["fouten"]]
        assert plek in [f"/{naam.rpartition('.')[2].strip('/')}" for naam in plekken], lijf
    assert stuur(goed, uuid4()).status_code == 404
    als = ["--als", Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id).email]

    def draai(*argumenten: str) -> int:
        with pytest.raises(SystemExit) as einde:
            hoofd(["samenwerking", *argumenten, *als])
        return int(einde.value.code or 0)

    doe = ("vernietigbericht-bevestigen", str(nummer), "--door", "gebeld", "--op")
    assert draai("vernietigbericht-bevestigen", "x", "--door", "gebeld", "--op", VERNIETIGD) == 2
    assert draai(*doe, "ooit") == 2
    assert draai(*doe, "2026-01-01") == 2
    assert Vernietigbericht.objects.get().ontvangen is None
    assert stuur(goed).json()["ontvangenDoor"] == "Sanne, Heuvelland"
    assert draai(*doe, VERNIETIGD) == 2, "al bevestigd"
    capsys.readouterr()
    assert draai("vernietigberichten", "--json") == 0
    (uit,) = json.loads(capsys.readouterr().out.replace("+00:00", "Z"))["vernietigberichten"]
    assert uit == client.get("/api/v1/vernietigberichten", headers=bewijs(gemeente.sanne.medewerker_id)).json()[
        "vernietigberichten"
    ][0]  # fmt: skip


def test_wie_alleen_toeziet_of_elders_werkt_bevestigt_niets(
    gemeente: Gemeente, heuvelland: Gemeente, zaak: Zaak, later: None
) -> None:
    nummer = Vernietigbericht.objects.get().id
    derde = maak_gemeente("9903", "Duinrand", "99990047")
    vandaag = timezone.localdate()
    for wie in (werker(gemeente, "fleur", "fg"), derde.sanne):
        with pytest.raises(Geweigerd) as fout:
            bevestig_vernietigbericht(wie, nummer, "Wie ook", vandaag)
        assert fout.value.status == 404
    assert len(vernietigberichten(werker(gemeente, "ferry", "fg"))) == 1
    assert vernietigberichten(derde.sanne) == ()
    inwoner = Actor(None, "inwoner", None, "")
    with pytest.raises(Geweigerd):
        vernietigberichten(inwoner)
