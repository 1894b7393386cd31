"""Agreements: drawn up, signed by each party, replaced and never edited; a hand-over names the one in force."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie
from samenhang.kernel.samenwerking import actions, queries
from samenhang.kernel.samenwerking.actions import Afspraakvoorstel, Dekkingsvoorstel, Partijvoorstel
from samenhang.kernel.samenwerking.domain.afspraak import Stand, geldende_versie, som_van
from samenhang.kernel.samenwerking.models import Afspraakhandtekening, Afspraakpartij, Samenwerkingsafspraak
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken import queries as zaakqueries
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering import actions as vroeg
from tests.bouw import Gemeente, maak_gemeente, werker
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 24)
BASIS = "/api/v1/samenwerkingsafspraken"


@pytest.fixture
def beheer(gemeente: Gemeente) -> Actor:
    return werker(gemeente, "bart", "beheerder")


@pytest.fixture
def heuvelland() -> Gemeente:
    return maak_gemeente("9902", "Heuvelland", kvk="99990098")


def voorstel(gemeente: Gemeente, heuvelland: Gemeente, **anders: Any) -> Afspraakvoorstel:
    eigen, ander = gemeente.organisatie.naam, heuvelland.organisatie.naam
    return Afspraakvoorstel(
        **{
            "titel": "Doorzenden van signalen na een verhuizing",
            "waarvoor": "Wie verhuist, krijgt in de nieuwe gemeente hetzelfde aanbod van hulp.",
            "van": VANDAAG,
            "tot": None,
            "partijen": (Partijvoorstel(eigen, "teamleider"), Partijvoorstel(ander, "teamleider")),
            "dekking": (Dekkingsvoorstel("vroegsignalering", "doorzending", ("naw", "signaal")),),
        }
        | anders
    )


def getekend(gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor, **anders: Any) -> Samenwerkingsafspraak:
    rij = actions.stel_op(beheer, voorstel(gemeente, heuvelland, **anders))
    for huis in (gemeente, heuvelland):
        actions.teken(huis.teamleider, rij.id, rij.som)
    return rij


def code(doe: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(Geweigerd) as fout:
        doe()
    assert fout.value.tekst.nl != fout.value.tekst.en
    return fout.value.code, fout.value.fouten[0].plaats.plek if fout.value.fouten else ""


def stand_van(actor: Actor, rij: Samenwerkingsafspraak) -> str:
    return queries.afspraak(actor, rij.id).stand


def test_zij_geldt_als_iedere_partij_heeft_getekend(
    gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor
) -> None:
    rij = actions.stel_op(beheer, voorstel(gemeente, heuvelland))
    assert rij.som == som_van(rij.reeks, 1, rij.inhoud)
    assert stand_van(beheer, rij) == "wacht"
    actions.teken(gemeente.teamleider, rij.id, rij.som)
    assert stand_van(beheer, rij) == "wacht"
    actions.teken(heuvelland.teamleider, rij.id, rij.som)
    beeld = queries.afspraak(heuvelland.sanne, rij.id)
    assert beeld.stand == "geldt"
    assert [(p.naam, p.rol, timezone.localdate(p.getekend)) for p in beeld.partijen if p.getekend] == [
        ("marloes", "teamleider", VANDAAG)
    ] * 2
    assert [r.naam for r in Auditregel.objects.filter(naam__startswith="samenwerkingsafspraak").order_by("id")] == [
        "samenwerkingsafspraak opstellen",
        "samenwerkingsafspraak tekenen",
        "samenwerkingsafspraak tekenen",
    ]  # fmt: skip


def test_een_nieuwe_versie_vervangt_haar_pas_als_allen_die_tekenden(
    gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor
) -> None:
    eerste = getekend(gemeente, heuvelland, beheer)
    straks = VANDAAG + timedelta(days=10)
    tweede = actions.vervang(beheer, eerste.id, voorstel(gemeente, heuvelland, van=straks))
    assert (tweede.reeks, tweede.versie, tweede.som == eerste.som) == (eerste.reeks, 2, False)
    for huis in (gemeente, heuvelland):
        assert stand_van(beheer, eerste) == "geldt"
        actions.teken(huis.teamleider, tweede.id, tweede.som)
    assert (stand_van(beheer, eerste), stand_van(beheer, tweede)) == ("geldt", "komt")
    with time_machine.travel("2026-12-04T09:00:00+01:00", tick=False):
        assert (stand_van(beheer, eerste), stand_van(beheer, tweede)) == ("vervangen", "geldt")
    derde = voorstel(gemeente, heuvelland)
    assert code(lambda: actions.vervang(beheer, eerste.id, derde)) == ("al_vervangen", "")


@pytest.mark.parametrize(
    ("standen", "dag", "geldt"),
    [
        ([(1, 0, None, False)], 0, None),
        ([(1, 0, None, True)], 0, 1),
        ([(1, 1, None, True)], 0, None),
        ([(1, 0, 3, True)], 3, 1),
        ([(1, 0, 3, True)], 4, None),
        ([(1, 0, None, True), (2, 0, None, False)], 0, 1),
        ([(1, 0, None, True), (2, 5, None, True)], 4, 1),
        ([(1, 0, None, True), (2, 5, None, True)], 5, 2),
        ([(1, 0, None, True), (2, 5, 6, True)], 7, None),
    ],
)
def test_welke_versie_geldt(
    standen: list[tuple[int, int, int | None, bool]], dag: int, geldt: int | None
) -> None:
    dagen = [
        Stand(versie, VANDAAG + timedelta(van), None if tot is None else VANDAAG + timedelta(tot), allen)
        for versie, van, tot, allen in standen
    ]
    assert geldende_versie(dagen, VANDAAG + timedelta(dag)) == geldt


def test_niets_ervan_verandert_of_verdwijnt_ook_niet_onder_de_code_door(
    gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor
) -> None:
    getekend(gemeente, heuvelland, beheer)
    for model in (Samenwerkingsafspraak, Afspraakpartij, Afspraakhandtekening):
        tabel = model._meta.db_table
        for opdracht in (f"UPDATE {tabel} SET id = id", f"DELETE FROM {tabel}"):
            with (
                pytest.raises(DatabaseError, match="replaced, never changed"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(opdracht)
        assert model.objects.exists()


D = Dekkingsvoorstel


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({"titel": "kort"}, ("titel_onjuist", "/titel")),
        ({"titel": "x" * 201}, ("titel_onjuist", "/titel")),
        ({"waarvoor": "daarom"}, ("waarvoor_onjuist", "/waarvoor")),
        ({"tot": VANDAAG - timedelta(days=1)}, ("einde_voor_begin", "/tot")),
        ({"van": date(2020, 1, 1), "tot": date(2021, 1, 1)}, ("al_voorbij", "/tot")),
        ({"partijen": ()}, ("te_weinig_partijen", "/partijen")),
        ({"partijen": (Partijvoorstel("Waterrijk", "teamleider"),)}, ("te_weinig_partijen", "/partijen")),
        ({"partijen": (Partijvoorstel("Waterrijk", "teamleider"),) * 2}, ("partij_dubbel", "/partijen/1/organisatie")),
        ({"partijen": (Partijvoorstel("Waterrijk", "teamleider"), Partijvoorstel("Nergens", "teamleider"))}, ("organisatie_onbekend", "/partijen/1/organisatie")),
        ({"partijen": (Partijvoorstel("Waterrijk", "koning"), Partijvoorstel("Heuvelland", "teamleider"))}, ("rol_onbekend", "/partijen/0/rol")),
        ({"partijen": (Partijvoorstel("Heuvelland", "teamleider"), Partijvoorstel("Noordlicht", "partner"))}, ("organisatie_onbekend", "/partijen/1/organisatie")),
        ({"dekking": ()}, ("dekking_ontbreekt", "/dekking")),
        ({"dekking": (D("belasting", "innen", ("naw",)),)}, ("register_onbekend", "/dekking/0/scheme")),
        ({"dekking": (D("vroegsignalering", "profileren", ("naw",)),)}, ("doel_onbekend", "/dekking/0/doel")),
        ({"dekking": (D("vroegsignalering", "doorzending", ()),)}, ("categorie_onbekend", "/dekking/0/categorieen")),
        ({"dekking": (D("vroegsignalering", "doorzending", ("strafblad",)),)}, ("categorie_onbekend", "/dekking/0/categorieen")),
        ({"dekking": (D("vroegsignalering", "doorzending", ("naw",)),) * 2}, ("doel_dubbel", "/dekking/1")),
    ],
)  # fmt: skip
def test_wat_niet_te_tekenen_is_wordt_niet_opgesteld(
    gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor, anders: dict[str, Any], verwacht: tuple[str, str]
) -> None:
    assert code(lambda: actions.stel_op(beheer, voorstel(gemeente, heuvelland, **anders))) == verwacht
    assert not Samenwerkingsafspraak.objects.exists()


def test_wie_niet_mag_opstellen_lezen_of_tekenen(
    gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor
) -> None:
    derde = maak_gemeente("9903", "Elders", kvk="99990099")
    wat = voorstel(gemeente, heuvelland)
    assert code(lambda: actions.stel_op(gemeente.sanne, wat))[0] == "rol_ontbreekt"
    vreemd = werker(derde, "bea", "beheerder")
    assert code(lambda: actions.stel_op(vreemd, wat)) == ("zelf_geen_partij", "/partijen")
    rij = actions.stel_op(beheer, wat)
    for poging in (
        lambda: queries.afspraak(derde.teamleider, rij.id),
        lambda: actions.teken(derde.teamleider, rij.id, rij.som),
        lambda: actions.vervang(vreemd, rij.id, wat),
        lambda: actions.teken(gemeente.teamleider, uuid4(), rij.som),
    ):
        assert code(poging)[0] == "afspraak_onbekend"
    assert queries.afspraken(derde.teamleider) == []
    for actor in (gemeente.sanne, beheer):
        assert code(lambda actor=actor: actions.teken(actor, rij.id, rij.som))[0] == "niet_bevoegd"
    assert code(lambda: actions.teken(gemeente.teamleider, rij.id, "00" * 32)) == ("andere_tekst", "/som")
    actions.teken(gemeente.teamleider, rij.id, rij.som.upper())
    assert code(lambda: actions.teken(gemeente.teamleider, rij.id, rij.som))[0] == "al_getekend"
    assert Afspraakhandtekening.objects.count() == 1
    bewoner = Actor(None, "inwoner", None, "", persoon_id=uuid4())
    assert code(lambda: queries.afspraken(bewoner))[0] == "geen_organisatie"


def test_een_afgelopen_of_vervangen_versie_wordt_niet_meer_getekend(
    gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor
) -> None:
    kort = actions.stel_op(beheer, voorstel(gemeente, heuvelland, tot=VANDAAG))
    with time_machine.travel("2026-11-25T09:00:00+01:00", tick=False):
        assert code(lambda: actions.teken(gemeente.teamleider, kort.id, kort.som))[0] == "al_voorbij"
        assert stand_van(beheer, kort) == "voorbij"
    oud = actions.stel_op(beheer, voorstel(gemeente, heuvelland))
    nieuw = actions.vervang(beheer, oud.id, voorstel(gemeente, heuvelland))
    for huis in (gemeente, heuvelland):
        actions.teken(huis.teamleider, nieuw.id, nieuw.som)
    assert code(lambda: actions.teken(gemeente.teamleider, oud.id, oud.som))[0] == "al_vervangen"


# --- what it does to a disclosure ---


def met_afspraak_in_plafond(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the law asked for an agreement with the other municipality."""
    tabel = beslistabel()
    regel = tabel.regels["vs-doorzenden"]
    streng = replace(regel, mits=regel.mits | {"afspraak"})
    cellen = {
        cel: tuple(streng if deel.id == regel.id else deel for deel in regels)
        for cel, regels in tabel.cellen.items()
    }
    anders = replace(tabel, regels=tabel.regels | {regel.id: streng}, cellen=cellen, onthouden={}, dagen={})
    monkeypatch.setattr(zaakqueries, "beslistabel", lambda: anders)


def test_een_overdracht_noemt_de_afspraak_die_geldt(
    gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor, zaak: Zaak, monkeypatch: pytest.MonkeyPatch
) -> None:
    met_afspraak_in_plafond(monkeypatch)
    wie = Betrokkene.objects.get(zaak=zaak).persoon_id
    doorzenden = lambda: vroeg.zend_door(gemeente.sanne, zaak.id, wie, "Heuvelland")  # noqa: E731
    assert code(doorzenden)[0] == "afspraak_ontbreekt"
    smal = (Dekkingsvoorstel("vroegsignalering", "doorzending", ("naw",)),)
    eerste = getekend(gemeente, heuvelland, beheer, dekking=smal)
    assert code(doorzenden)[0] == "afspraak_ontbreekt", "het bedrag valt er niet onder"
    tweede = actions.vervang(beheer, eerste.id, voorstel(gemeente, heuvelland))
    actions.teken(gemeente.teamleider, tweede.id, tweede.som)
    assert code(doorzenden)[0] == "afspraak_ontbreekt", "de ander tekende nog niet"
    actions.teken(heuvelland.teamleider, tweede.id, tweede.som)
    doorzenden()
    stuk = UitgaandeOverdracht.objects.get()
    assert (stuk.afspraak_id, stuk.ontvanger_id) == (tweede.id, heuvelland.organisatie.id)


def test_waar_de_wet_er_geen_vraagt_gaat_het_zonder(
    gemeente: Gemeente, heuvelland: Gemeente, zaak: Zaak
) -> None:
    wie = Betrokkene.objects.get(zaak=zaak).persoon_id
    vroeg.zend_door(gemeente.sanne, zaak.id, wie, "Heuvelland")
    assert UitgaandeOverdracht.objects.get().afspraak_id is None


# --- the three doors ---


def web(actor: Actor) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
    return client


def api(actor: Actor) -> Client:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=actor.medewerker_id), "test")
    return Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})


LIJF = {
    "titel": "Doorzenden van signalen na een verhuizing",
    "waarvoor": "Wie verhuist, krijgt in de nieuwe gemeente hetzelfde aanbod van hulp.",
    "van": "2026-11-24",
    "partijen": [
        {"organisatie": "9901", "rol": "teamleider"},
        {"organisatie": "Heuvelland", "rol": "teamleider"},
    ],
    "dekking": [{"scheme": "vroegsignalering", "doel": "doorzending", "categorieen": ["naw", "signaal"]}],
}


def test_door_de_api(gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor) -> None:
    door, json_ = api(beheer), "application/json"
    gemaakt = door.post(BASIS, LIJF, content_type=json_)
    assert gemaakt.status_code == 201, gemaakt.content
    een = gemaakt.json()
    assert (een["stand"], een["versie"], een["magTekenen"]) == ("wacht", 1, False)
    for huis in (gemeente, heuvelland):
        uit = api(huis.teamleider).post(
            f"{BASIS}/{een['id']}/handtekening", {"som": een["som"]}, content_type=json_
        )
        assert uit.status_code == 201, uit.content
    assert door.get(f"{BASIS}/{een['id']}").json()["stand"] == "geldt"
    twee = door.post(f"{BASIS}/{een['id']}/vervanging", LIJF | {"tot": "2027-01-01"}, content_type=json_)
    assert (twee.status_code, twee.json()["versie"]) == (201, 2)
    assert [rij["versie"] for rij in door.get(BASIS).json()["samenwerkingsafspraken"]] == [2, 1]
    fout = door.post(BASIS, LIJF | {"dekking": []}, content_type=json_)
    assert (fout.status_code, fout.json()["fouten"][0]["plek"]) == (400, "/dekking")
    for anders in ({"van": "24-11-2026"}, {"partijen": "Waterrijk"}, {"titel": None}, {"onbekend": 1}):
        assert door.post(BASIS, LIJF | anders, content_type=json_).status_code == 400, anders
    assert Samenwerkingsafspraak.objects.count() == 2


def test_door_de_pagina(gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor) -> None:
    client = web(beheer)
    assert "Nog geen afspraken" in client.get("/samenwerking").content.decode()
    velden = {
        "titel": LIJF["titel"], "waarvoor": LIJF["waarvoor"], "van": "2026-11-24", "tot": "",
        "partijen": "Waterrijk: teamleider\nHeuvelland: teamleider",
        "dekking": "vroegsignalering/doorzending: naw, signaal",
    }  # fmt: skip
    fout = client.post("/samenwerking", velden | {"dekking": "vroegsignalering"})
    assert fout.status_code == 200
    assert "Kies uit" in fout.content.decode()
    assert client.post("/samenwerking", velden).status_code == 302
    rij = Samenwerkingsafspraak.objects.get()
    for huis in (gemeente, heuvelland):
        tekent = web(huis.teamleider)
        assert "Teken namens uw organisatie" in tekent.get(f"/samenwerking/{rij.id}").content.decode()
        assert tekent.post(f"/samenwerking/{rij.id}/tekenen", {"som": rij.som}).status_code == 302
    blad = client.get(f"/samenwerking/{rij.id}").content.decode()
    assert "Vervang door een nieuwe versie" in blad
    tabel = blad[blad.index("Welke gegevens, voor welk doel") :].split("</table>")[0]
    assert "Vroegsignalering van schulden" in tabel
    assert "Naam, geboortedatum en adres" in tabel
    assert ">naw" not in tabel
    assert "Teken namens uw organisatie" not in blad
    assert client.post(f"/samenwerking/{rij.id}", velden | {"tot": "2027-01-01"}).status_code == 302
    assert Samenwerkingsafspraak.objects.count() == 2
    assert web(heuvelland.sanne).get(f"/samenwerking/{uuid4()}").status_code == 404


def opdracht(capsys: pytest.CaptureFixture[str], *woorden: str) -> tuple[int, dict[str, Any]]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["samenwerking", *woorden])
    uit = capsys.readouterr()
    assert isinstance(einde.value.code, int)
    return einde.value.code, json.loads(uit.out or uit.err)


def test_op_de_opdrachtregel(
    gemeente: Gemeente, heuvelland: Gemeente, beheer: Actor, capsys: pytest.CaptureFixture[str], tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    pad = tmp_path / "afspraak.json"
    ik, marloes, ander = "bart-9901@test.invalid", "marloes-9901@test.invalid", "marloes-9902@test.invalid"
    for fout, plek in (
        ("{", ""),
        (json.dumps(LIJF | {"van": "gisteren"}), "/van"),
        (json.dumps(LIJF | {"tot": 7}), "/tot"),
        (json.dumps(LIJF | {"partijen": [{}]}), "/partijen"),
        (json.dumps(LIJF | {"dekking": 3}), "/dekking"),
        (json.dumps([]), "/van"),
    ):
        pad.write_text(fout)
        nummer, uit = opdracht(capsys, "opstellen", str(pad), "--als", ik)
        assert (nummer, uit["code"], uit["fouten"][0]["plek"]) == (2, "document_onjuist", plek), fout
    pad.write_text(json.dumps(LIJF))
    nummer, een = opdracht(capsys, "opstellen", str(pad), "--als", ik)
    assert nummer == 0, een
    for wie in (marloes, ander):
        nummer, een = opdracht(capsys, "tekenen", een["id"], "--som", een["som"], "--als", wie)
        assert nummer == 0, een
    assert een["stand"] == "geldt"
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(LIJF)))
    nummer, twee = opdracht(capsys, "vervangen", een["id"], "-", "--als", ik)
    assert (nummer, twee["versie"]) == (0, 2)
    nummer, alle = opdracht(capsys, "afspraken", "--als", ik, "--json")
    assert [rij["stand"] for rij in alle["samenwerkingsafspraken"]] == ["wacht", "geldt"]
    assert opdracht(capsys, "afspraak", een["id"], "--als", ik)[1]["kenmerk"] == een["kenmerk"]
    assert opdracht(capsys, "afspraak", "zomaar", "--als", ik)[0] == 2
    assert Organisatie.objects.filter(soort="gemeente").count() == 2
