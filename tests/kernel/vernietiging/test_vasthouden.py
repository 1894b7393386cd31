"""A case that is needed for a lawsuit is passed by when its term has ended, by every door, until someone ends it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.vernietiging.actions import bewaarstanden
from samenhang.kernel.vernietiging.models import Vasthouding
from samenhang.kernel.vernietiging.vasthouden import hef_op, houd_vast, vasthoudingen
from samenhang.kernel.zaken.models import Tijdlijnregel, Zaak
from samenhang.schemes.vroegsignalering import actions
from tests.api.wereld import bewijs
from tests.bouw import Gemeente, werker
from tests.staand import gemeente, maak_zaak

__all__ = ["gemeente"]
LATER = date(2027, 6, 1)
HERZIEN = date(2027, 5, 1)
REDEN = "De verhuurder gaat in beroep."


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], object]], object]) -> object:
    """A case that was closed without help on 24 November."""

    def bouw(map_: Path) -> object:
        from tests.bouw import maak_gemeente

        huis = maak_gemeente()
        zaak = maak_zaak(huis, map_)
        actions.bevestig_inwoner(huis.sanne, zaak.id, False)
        return huis, zaak.id

    return blijvend(bouw)


@pytest.fixture
def ewa(gemeente: Gemeente) -> Actor:
    return werker(gemeente, "ewa", "beheerder")


@pytest.fixture
def zaak(stand, db: None) -> Zaak:
    return Zaak.objects.get(id=stand[1])


def voorbij(huis: Gemeente) -> int:
    return sum(
        stand.aantal
        for stand in bewaarstanden(systeem(huis.organisatie), "vroegsignalering", LATER)
        if stand.regel == "gesloten_zonder_hulp"
    )


def test_wat_wordt_vastgehouden_gaat_niet_weg_tot_het_is_opgeheven(
    gemeente: Gemeente, ewa: Actor, zaak: Zaak
) -> None:
    assert voorbij(gemeente) == 1
    beeld = houd_vast(ewa, zaak.nummer.lower(), "rechtsvordering", REDEN, HERZIEN)
    assert (beeld.artikel, beeld.status) == ("AVG art. 17 lid 3 onder e", "ongeverifieerd")
    assert voorbij(gemeente) == 0
    assert [rij.id for rij in vasthoudingen(ewa)] == [beeld.id]
    hef_op(ewa, beeld.id, "Het beroep is ingetrokken.")
    assert voorbij(gemeente) == 1
    assert vasthoudingen(ewa) == ()
    rij = Vasthouding.objects.get()
    assert (rij.door, rij.opgeheven_door) == (ewa.naam, ewa.naam)
    assert houd_vast(ewa, zaak.nummer, "verzoek", REDEN, HERZIEN).id != rij.id


def test_de_reden_staat_in_de_tijdlijn_en_niet_in_het_logboek(
    gemeente: Gemeente, ewa: Actor, zaak: Zaak
) -> None:
    houd_vast(ewa, zaak.nummer, "toezicht", REDEN, HERZIEN)
    assert Tijdlijnregel.objects.filter(zaak=zaak, wat="vasthouden").get().reden == REDEN
    regel = Auditregel.objects.filter(naam="zaak vasthouden").get()
    assert REDEN not in json.dumps(regel.wijziging) + regel.reden
    assert regel.wijziging["vastgehouden"] == ["", "toezicht"]


SLECHT = [
    ("", "rechtsvordering", REDEN, HERZIEN, "niet_gevonden", ""),
    ("VS26-0000000", "rechtsvordering", REDEN, HERZIEN, "niet_gevonden", ""),
    (None, "", REDEN, HERZIEN, "grond_onbekend", "/grond"),
    (None, "zomaar", REDEN, HERZIEN, "grond_onbekend", "/grond"),
    (None, "verzoek", "", HERZIEN, "reden_ontbreekt", "/reden"),
    (None, "verzoek", "kort", HERZIEN, "reden_ontbreekt", "/reden"),
    (None, "verzoek", " " * 40, HERZIEN, "reden_ontbreekt", "/reden"),
    (None, "verzoek", "x" * 301, HERZIEN, "reden_ontbreekt", "/reden"),
    (None, "verzoek", REDEN, date(2026, 11, 24), "dag_onjuist", "/herzienOp"),
    (None, "verzoek", REDEN, date(2020, 1, 1), "dag_onjuist", "/herzienOp"),
    (None, "verzoek", REDEN, date.min, "dag_onjuist", "/herzienOp"),
    (None, "verzoek", REDEN, date(2028, 1, 1), "dag_onjuist", "/herzienOp"),
]


@pytest.mark.parametrize(("nummer", "grond", "reden", "dag", "code", "plek"), SLECHT)
def test_wat_niet_klopt_wordt_geweigerd_met_plaats_en_niets_vastgelegd(
    ewa: Actor, zaak: Zaak, nummer: str | None, grond: str, reden: str, dag: date, code: str, plek: str
) -> None:
    with pytest.raises(Geweigerd) as fout:
        houd_vast(ewa, zaak.nummer if nummer is None else nummer, grond, reden, dag)
    codes = {(deel.code, deel.plaats.plek) for deel in fout.value.fouten} or {(fout.value.code, "")}
    assert codes == {(code, plek)}
    assert all(deel.tekst.nl != deel.tekst.en for deel in fout.value.fouten)
    assert not Vasthouding.objects.exists()


def test_twee_keer_vasthouden_kan_niet_en_opheffen_van_niets_ook_niet(
    gemeente: Gemeente, ewa: Actor, zaak: Zaak
) -> None:
    beeld = houd_vast(ewa, zaak.nummer, "verzoek", REDEN, HERZIEN)
    for doe, code in (
        (lambda: houd_vast(ewa, zaak.nummer, "toezicht", REDEN, HERZIEN), "al_vastgehouden"),
        (lambda: hef_op(ewa, beeld.id, " "), "reden_ontbreekt"),
        (lambda: hef_op(ewa, uuid4(), REDEN), "niet_gevonden"),
        (lambda: houd_vast(gemeente.sanne, zaak.nummer, "toezicht", REDEN, HERZIEN), "rol_ontbreekt"),
        (lambda: hef_op(gemeente.sanne, beeld.id, REDEN), "rol_ontbreekt"),
        (lambda: vasthoudingen(gemeente.sanne), "rol_ontbreekt"),
    ):
        with pytest.raises(Geweigerd) as fout:
            doe()
        assert fout.value.code == code
    hef_op(ewa, beeld.id, REDEN)
    with pytest.raises(Geweigerd) as fout:
        hef_op(ewa, beeld.id, REDEN)
    assert fout.value.code == "niet_gevonden"


def venster(actor: Actor) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
    return client


def test_pagina(gemeente: Gemeente, ewa: Actor, zaak: Zaak) -> None:
    client = venster(ewa)
    velden = {"zaak": zaak.nummer, "grond": "rechtsvordering", "reden": REDEN, "herzienOp": "2027-05-01"}
    fout = client.post("/vernietigingen/vasthouden", velden | {"herzienOp": "31-31-2027", "grond": ""})
    assert fout.status_code == 400
    tekst = fout.content.decode()
    assert 'href="#houd-grond"' in tekst
    assert 'href="#houd-herzienOp"' in tekst
    assert REDEN in tekst
    assert client.post("/vernietigingen/vasthouden", velden).status_code == 302
    assert REDEN in client.get("/vernietigingen").content.decode()
    nummer = Vasthouding.objects.get().id
    weg = client.post(f"/vernietigingen/vasthoudingen/{nummer}/opheffen", {"reden": "niet meer nodig"})
    assert weg.status_code == 302
    assert REDEN not in client.get("/vernietigingen").content.decode()


def test_api(gemeente: Gemeente, ewa: Actor, zaak: Zaak, client: Client) -> None:
    kop = bewijs(ewa.medewerker_id)
    lijf = {"zaak": zaak.nummer, "grond": "rechtsvordering", "reden": REDEN, "herzienOp": "2027-05-01"}

    def stuur(pad: str, wat: dict[str, str]) -> tuple[int, dict[str, object]]:
        antwoord = client.post(f"/api/v1{pad}", wat, content_type="application/json", headers=kop)
        return antwoord.status_code, antwoord.json()

    status, probleem = stuur("/vasthoudingen", lijf | {"grond": "zomaar"})
    assert (status, probleem["fouten"][0]["plek"]) == (400, "/grond")
    status, gemaakt = stuur("/vasthoudingen", lijf)
    assert (status, gemaakt["zaak"], gemaakt["artikel"]) == (201, zaak.nummer, "AVG art. 17 lid 3 onder e")
    lijst = client.get("/api/v1/vasthoudingen", headers=kop).json()
    assert [rij["id"] for rij in lijst["vasthoudingen"]] == [gemaakt["id"]]
    status, opgeheven = stuur(f"/vasthoudingen/{gemaakt['id']}/opheffing", {"reden": "niet meer nodig"})
    assert (status, opgeheven["id"]) == (201, gemaakt["id"])
    assert client.get("/api/v1/vasthoudingen", headers=kop).json() == {"vasthoudingen": []}


def test_opdracht(ewa: Actor, zaak: Zaak, capsys: pytest.CaptureFixture[str]) -> None:
    als = ["--als", Gebruiker.objects.get(id=ewa.gebruiker_id).email]

    def draai(*argumenten: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as einde:
            hoofd(["beheer", *argumenten, *als])
        uit = capsys.readouterr()
        return int(einde.value.code or 0), uit.out, uit.err

    gelukt = ["--reden", REDEN, "--herzien-op", "2027-05-01", "--json"]
    code, _, fout = draai("vasthouden", zaak.nummer, "zomaar", *gelukt)
    assert code == 2
    assert "/grond" in fout
    code, uit, _ = draai("vasthouden", zaak.nummer, "verzoek", *gelukt)
    assert code == 0
    nummer = json.loads(uit)["id"]
    assert [rij["id"] for rij in json.loads(draai("vasthoudingen", "--json")[1])] == [nummer]
    assert draai("vasthouden-opheffen", "geen-nummer", "--reden", REDEN)[0] == 2
    assert draai("vasthouden-opheffen", nummer, "--reden", REDEN)[0] == 0
    assert Vasthouding.objects.get(id=UUID(nummer)).opgeheven is not None
