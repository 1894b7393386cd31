"""An agreement ends early by one party, and every other one hears it; a party that does not work here signs on paper."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Organisatie, Rolvervulling
from samenhang.kernel.samenwerking import actions, queries
from samenhang.kernel.samenwerking.actions import Partijvoorstel
from samenhang.kernel.samenwerking.einde import Papier, beeindig, hoor_einde, leg_papier_vast
from samenhang.kernel.samenwerking.models import (
    Afspraakeinde,
    Afspraakeindegehoord,
    Afspraakhandtekening,
    Samenwerkingsafspraak,
)
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering import actions as vroeg
from tests.api.wereld import bewijs
from tests.bouw import Gemeente, maak_gemeente, werker
from tests.kernel.samenwerking.test_afspraak import (
    VANDAAG,
    code,
    getekend,
    met_afspraak_in_plafond,
    stand_van,
    voorstel,
)
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]

pytestmark = pytest.mark.django_db
REDEN = "wij gaan dit anders regelen"
BASIS = "/api/v1/samenwerkingsafspraken"
SCAN = b"%PDF-1.7 de scan"
SOM = hashlib.sha256(SCAN).hexdigest()


@pytest.fixture
def beheer(gemeente: Gemeente) -> Actor:
    return werker(gemeente, "bart", "beheerder")


@pytest.fixture
def heuvelland() -> Gemeente:
    return maak_gemeente("9902", "Heuvelland", kvk="99990098")


@pytest.fixture
def afspraak(gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor) -> Samenwerkingsafspraak:
    """In force between the two municipalities."""
    return getekend(gemeente, heuvelland, beheer)


@pytest.fixture
def verre() -> Organisatie:
    """A municipality where nobody works here."""
    return Organisatie.objects.create(soort="gemeente", naam="Verre", gemeentecode="9905")


@pytest.fixture
def wachtend(gemeente: Gemeente, verre: Organisatie, beheer: Actor) -> Samenwerkingsafspraak:
    """Signed here by the own municipality; the other has to sign on paper."""
    partijen = (Partijvoorstel("Waterrijk", "teamleider"), Partijvoorstel("Verre", "teamleider"))
    rij = actions.stel_op(beheer, voorstel(gemeente, gemeente, partijen=partijen))
    actions.teken(gemeente.teamleider, rij.id, rij.som)
    return rij


def papier(rij: Samenwerkingsafspraak, **anders: Any) -> Papier:
    return replace(Papier("Verre", "Wethouder A. de Boer", VANDAAG, rij.som, SOM), **anders)


# --- the end ---


def test_na_de_laatste_dag_rust_er_geen_nieuwe_overdracht_meer_op(
    gemeente: Gemeente, heuvelland: Gemeente, zaak: Zaak, afspraak: Samenwerkingsafspraak, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    met_afspraak_in_plafond(monkeypatch)
    wie = Betrokkene.objects.get(zaak=zaak).persoon_id
    beeindig(heuvelland.teamleider, afspraak.id, VANDAAG + timedelta(days=1), REDEN)
    assert stand_van(gemeente.sanne, afspraak) == "geldt"
    with time_machine.travel("2026-11-26T09:00:00+01:00", tick=True):
        assert stand_van(gemeente.sanne, afspraak) == "voorbij"
        assert (
            code(lambda: vroeg.zend_door(gemeente.sanne, zaak.id, wie, "Heuvelland"))[0]
            == "afspraak_ontbreekt"
        )
    with time_machine.travel("2026-11-25T09:00:00+01:00", tick=True):
        vroeg.zend_door(gemeente.sanne, zaak.id, wie, "Heuvelland")


def test_elke_andere_partij_hoort_het_en_zegt_dat_zij_het_weet(
    gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor, afspraak: Samenwerkingsafspraak
) -> None:
    beeindig(heuvelland.teamleider, afspraak.id, VANDAAG, REDEN)
    hier, daar = (queries.afspraak(huis.sanne, afspraak.id).einde for huis in (gemeente, heuvelland))
    assert hier is not None
    assert daar is not None
    assert (hier.reden, hier.naam, hier.zelf_wacht, daar.zelf_wacht) == (REDEN, "marloes", True, False)
    assert [naam for naam, _ in hier.wacht] == ["Waterrijk (GM9901)"]
    client = Client()
    client.force_login(Gebruiker.objects.get(id=gemeente.teamleider.gebruiker_id))
    assert "beëindigd door een andere partij" in client.get("/samenwerking").content.decode()
    blad = client.get(f"/samenwerking/{afspraak.id}").content.decode()
    assert REDEN in blad
    assert "Wij weten het" in blad
    assert client.post(f"/samenwerking/{afspraak.id}/gehoord").status_code == 302
    assert "beëindigd door een andere partij" not in client.get("/samenwerking").content.decode()
    nu = queries.afspraak(heuvelland.sanne, afspraak.id).einde
    assert nu is not None
    assert (nu.gehoord, nu.wacht) == ((("Waterrijk (GM9901)", "marloes"),), ())
    for poging in (
        lambda: hoor_einde(gemeente.teamleider, afspraak.id),
        lambda: hoor_einde(heuvelland.teamleider, afspraak.id),
    ):
        assert code(poging)[0] == "niets_te_horen"


def test_wie_hier_niet_werkt_hoort_het_van_de_beheerder(
    gemeente: Gemeente, beheer: Actor, wachtend: Samenwerkingsafspraak
) -> None:
    leg_papier_vast(beheer, wachtend.id, papier(wachtend))
    beeindig(gemeente.teamleider, wachtend.id, VANDAAG, REDEN)
    assert code(lambda: hoor_einde(beheer, wachtend.id, "Verre", "x")) == ("naam_ontbreekt", "/wie")
    assert code(lambda: hoor_einde(beheer, wachtend.id, "Nergens", "A. de Boer")) == (
        "geen_partij",
        "/organisatie",
    )
    assert code(lambda: hoor_einde(gemeente.sanne, wachtend.id, "Verre", "A. de Boer"))[0] == "rol_ontbreekt"
    assert code(lambda: hoor_einde(gemeente.sanne, wachtend.id))[0] == "niet_bevoegd"
    hoor_einde(beheer, wachtend.id, "9905", "A. de Boer, per telefoon")
    einde = queries.afspraak(gemeente.sanne, wachtend.id).einde
    assert einde is not None
    assert einde.gehoord == (("Verre (GM9905)", "A. de Boer, per telefoon"),)


def test_wat_niet_te_beeindigen_is(
    gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor, afspraak: Samenwerkingsafspraak, wachtend: Samenwerkingsafspraak
) -> None:  # fmt: skip
    derde = maak_gemeente("9903", "Elders", kvk="99990099")
    wie, straks = gemeente.teamleider, VANDAAG + timedelta(days=30)
    for poging, verwacht in (
        (
            lambda: beeindig(wie, afspraak.id, VANDAAG - timedelta(days=1), REDEN),
            ("dag_voorbij", "/laatsteDag"),
        ),
        (lambda: beeindig(wie, afspraak.id, VANDAAG, "zomaar"), ("reden_ontbreekt", "/reden")),
        (lambda: beeindig(wie, afspraak.id, VANDAAG, "x" * 501), ("reden_ontbreekt", "/reden")),
        (lambda: beeindig(wie, wachtend.id, VANDAAG, REDEN), ("nog_niet_getekend", "")),
        (lambda: beeindig(gemeente.sanne, afspraak.id, VANDAAG, REDEN), ("niet_bevoegd", "")),
        (lambda: beeindig(beheer, afspraak.id, VANDAAG, REDEN), ("niet_bevoegd", "")),
        (lambda: beeindig(derde.teamleider, afspraak.id, VANDAAG, REDEN), ("afspraak_onbekend", "")),
        (lambda: beeindig(wie, uuid4(), VANDAAG, REDEN), ("afspraak_onbekend", "")),
        (lambda: hoor_einde(wie, afspraak.id), ("niets_te_horen", "")),
    ):
        assert code(poging) == verwacht
    assert not Afspraakeinde.objects.exists()
    beeindig(wie, afspraak.id, straks, REDEN)
    assert code(lambda: beeindig(heuvelland.teamleider, afspraak.id, straks, REDEN)) == (
        "eindigt_al",
        "/laatsteDag",
    )
    beeindig(heuvelland.teamleider, afspraak.id, VANDAAG, "wij stoppen eerder dan zij")
    einde = queries.afspraak(wie, afspraak.id).einde
    assert einde is not None
    assert (einde.laatste_dag, einde.organisatie, einde.zelf_wacht) == (VANDAAG, "Heuvelland (GM9902)", True)


def test_een_einde_verandert_niet(
    gemeente: Gemeente, heuvelland: Gemeente, afspraak: Samenwerkingsafspraak
) -> None:
    beeindig(heuvelland.teamleider, afspraak.id, VANDAAG, REDEN)
    hoor_einde(gemeente.teamleider, afspraak.id)
    for model in (Afspraakeinde, Afspraakeindegehoord):
        tabel = model._meta.db_table
        for opdracht in (f"UPDATE {tabel} SET id = id", f"DELETE FROM {tabel}"):
            with (
                pytest.raises(DatabaseError, match="replaced, never changed"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(opdracht)


# --- on paper ---


def test_een_handtekening_op_papier_maakt_de_afspraak_rond(
    gemeente: Gemeente, beheer: Actor, wachtend: Samenwerkingsafspraak
) -> None:
    assert stand_van(beheer, wachtend) == "wacht"
    leg_papier_vast(beheer, wachtend.id, papier(wachtend, document=SOM.upper(), som=wachtend.som.upper()))
    beeld = queries.afspraak(gemeente.sanne, wachtend.id)
    assert beeld.stand == "geldt"
    (verre,) = (deel for deel in beeld.partijen if not deel.zelf)
    assert (verre.naam, verre.papier, verre.papier_som, verre.vastgelegd_door) == (
        "Wethouder A. de Boer", VANDAAG, SOM, "bart",
    )  # fmt: skip
    assert code(lambda: leg_papier_vast(beheer, wachtend.id, papier(wachtend)))[0] == "al_getekend"


def test_wat_op_papier_niet_kan(
    gemeente: Gemeente,
    heuvelland: Gemeente,
    verre: Organisatie,
    beheer: Actor,
    wachtend: Samenwerkingsafspraak,
) -> None:
    def poging(actor: Actor = beheer, **anders: Any) -> Callable[[], object]:
        return lambda: leg_papier_vast(actor, wachtend.id, papier(wachtend, **anders))

    for doe, verwacht in (
        (poging(gemeente.sanne), ("rol_ontbreekt", "")),
        (poging(werker(heuvelland, "bea", "beheerder")), ("afspraak_onbekend", "")),
        (poging(organisatie="Nergens"), ("geen_partij", "/organisatie")),
        (poging(organisatie=""), ("geen_partij", "/organisatie")),
        (poging(naam=" "), ("naam_ontbreekt", "/naam")),
        (poging(naam="x" * 201), ("naam_ontbreekt", "/naam")),
        (poging(dag=VANDAAG + timedelta(days=1)), ("dag_onjuist", "/dag")),
        (poging(dag=date(2020, 1, 1)), ("dag_onjuist", "/dag")),
        (poging(document="geen-som"), ("som_onjuist", "/document")),
        (poging(document=SOM[:-1]), ("som_onjuist", "/document")),
        (poging(som="00" * 32), ("andere_tekst", "/som")),
        (poging(organisatie="Waterrijk"), ("al_getekend", "")),
    ):
        assert code(doe) == verwacht
    daar = werker(replace(heuvelland, organisatie=verre), "tom", "teamleider")
    assert code(poging())[0] == "tekent_zelf"
    Rolvervulling.objects.filter(medewerker_id=daar.medewerker_id).update(tot=VANDAAG - timedelta(days=1))
    poging()()
    assert Afspraakhandtekening.objects.count() == 2


# --- the three doors ---


def test_door_de_pagina(gemeente: Gemeente, beheer: Actor, wachtend: Samenwerkingsafspraak) -> None:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=beheer.gebruiker_id))
    pad = f"/samenwerking/{wachtend.id}"
    assert f"{pad}/papier" in client.get(pad).content.decode()
    blad = client.get(f"{pad}/papier").content.decode()
    assert "Verre (GM9905)" in blad
    assert "Waterrijk (GM9901)</option>" not in blad
    (verre,) = (deel for deel in queries.afspraak(beheer, wachtend.id).partijen if not deel.zelf)
    velden = {"organisatie": verre.zoeknaam, "naam": "A. de Boer", "dag": str(VANDAAG), "som": "00" * 32}
    scan = lambda: SimpleUploadedFile("scan.pdf", SCAN)  # noqa: E731
    fout = client.post(f"{pad}/papier", velden | {"scan": scan()})
    assert "op het papier staat een andere tekst" in fout.content.decode()
    assert client.post(f"{pad}/papier", velden | {"som": wachtend.som, "scan": scan()}).status_code == 302
    blad = client.get(pad).content.decode()
    assert SOM in blad
    assert f"{pad}/einde" not in blad, "een beheerder spreekt niet voor de gemeente"
    client.force_login(Gebruiker.objects.get(id=gemeente.teamleider.gebruiker_id))
    assert f"{pad}/einde" in client.get(pad).content.decode()
    fout = client.post(f"{pad}/einde", {"laatste_dag": "2026-11-23", "reden": "kort"}).content.decode()
    assert "die dag is al voorbij" in fout
    assert "10 tot 500 tekens" in fout
    assert client.post(f"{pad}/einde", {"laatste_dag": str(VANDAAG), "reden": REDEN}).status_code == 302
    client.force_login(Gebruiker.objects.get(id=beheer.gebruiker_id))
    assert "Wie het nog niet weet" in client.get(pad).content.decode()
    wie = {"organisatie": verre.zoeknaam, "wie": "A. de Boer"}
    assert client.post(f"{pad}/gehoord", wie).status_code == 302
    assert "Wie het nog niet weet" not in client.get(pad).content.decode()


def test_door_api_en_opdrachtregel(
    gemeente: Gemeente, beheer: Actor, wachtend: Samenwerkingsafspraak, client: Client, capsys: Any, tmp_path: Path
) -> None:  # fmt: skip
    def stuur(actor: Actor, wat: str, lijf: dict[str, Any]) -> tuple[int, Any]:
        uit = client.post(
            f"{BASIS}/{wachtend.id}/{wat}", lijf, content_type="application/json", headers=bewijs(actor.medewerker_id)
        )  # fmt: skip
        return uit.status_code, uit.json()

    goed = {
        "organisatie": "Verre",
        "naam": "A. de Boer",
        "dag": str(VANDAAG),
        "som": wachtend.som,
        "document": SOM,
    }
    for anders in ({"dag": "ooit"}, {"document": 3}, {"naam": ""}, {"meer": 1}, {"document": "x"}):
        assert stuur(beheer, "papieren-handtekening", goed | anders)[0] == 400, anders
    status, uit = stuur(beheer, "papieren-handtekening", goed)
    assert (status, uit["stand"], uit["einde"]) == (201, "geldt", None)
    assert [deel["opPapier"] for deel in uit["partijen"]] == [str(VANDAAG), None]
    wie = gemeente.teamleider
    for lijf in ({}, {"laatsteDag": "ooit", "reden": REDEN}, {"laatsteDag": str(VANDAAG), "reden": "kort"}):
        assert stuur(wie, "einde", lijf)[0] == 400, lijf
    status, uit = stuur(wie, "einde", {"laatsteDag": "2026-12-24", "reden": REDEN})
    assert (status, uit["einde"]["laatsteDag"], uit["einde"]["wacht"]) == (
        201,
        "2026-12-24",
        ["Verre (GM9905)"],
    )
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(SCAN)

    def draai(wat: str, *woorden: str, als: Actor = beheer) -> tuple[int, Any]:
        adres = Gebruiker.objects.get(id=als.gebruiker_id).email
        with pytest.raises(SystemExit) as einde:
            hoofd(["samenwerking", wat, str(wachtend.id), *woorden, "--als", adres])
        alles = capsys.readouterr()
        return int(einde.value.code or 0), json.loads(alles.out or alles.err)

    op_papier = (
        "--organisatie",
        "Verre",
        "--naam",
        "A. de Boer",
        "--dag",
        str(VANDAAG),
        "--som",
        wachtend.som,
    )
    nummer, uit = draai("papieren-handtekening", *op_papier, "--scan", str(scan))
    assert (nummer, uit["code"]) == (2, "al_getekend")
    nummer, uit = draai("papieren-handtekening", *op_papier, "--scan", str(tmp_path / "weg.pdf"))
    assert (nummer, uit["code"]) == (2, "scan_onleesbaar")
    assert draai("beeindigen", "--laatste-dag", "ooit", "--reden", REDEN, als=wie)[0] == 2
    nummer, uit = draai("beeindigen", "--laatste-dag", "2026-12-01", "--reden", REDEN, als=wie)
    assert (nummer, uit["einde"]["laatsteDag"]) == (0, "2026-12-01")
    assert draai("einde-gehoord", "--organisatie", "Verre")[0] == 2
    nummer, uit = draai("einde-gehoord", "--organisatie", "Verre", "--wie", "A. de Boer")
    assert (nummer, uit["einde"]["gehoord"]) == (0, ["Verre (GM9905)"])
    status, uit = stuur(beheer, "einde-gehoord", {"organisatie": "Verre", "wie": "A. de Boer"})
    assert (status, uit["code"]) == (409, "niets_te_horen")
