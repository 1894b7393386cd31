"""The administrator's pages, as a browser asks them."""

from __future__ import annotations

import csv
import io
import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from django.utils import timezone
from jwt.algorithms import ECAlgorithm

from samenhang.kernel.organisaties.actions import geef_bewijs
from samenhang.kernel.organisaties.models import (
    Gebruiker,
    Medewerker,
    Organisatie,
    Rolvervulling,
    Toegangssleutel,
)
from tests.bouw import Gemeente, maak_gemeente

pytestmark = pytest.mark.django_db


@pytest.fixture
def huis() -> Gemeente:
    return maak_gemeente()


@pytest.fixture
def ewa(huis: Gemeente) -> Medewerker:
    gebruiker = Gebruiker.objects.create_user("ewa@test.invalid", naam="Ewa")
    medewerker = Medewerker.objects.create(gebruiker=gebruiker, organisatie=huis.organisatie, naam="Ewa")
    Rolvervulling.objects.create(
        medewerker=medewerker, scheme="vroegsignalering", rol="beheerder", van=medewerker.van
    )
    return medewerker


@pytest.fixture
def beheerder(client: Client, ewa: Medewerker) -> Client:
    assert ewa.gebruiker is not None
    client.force_login(ewa.gebruiker)
    return client


def pad(huis: Gemeente) -> str:
    return f"/beheer/medewerkers/{huis.sanne.medewerker_id}"


def test_van_nieuwe_medewerker_tot_rol(beheerder: Client, huis: Gemeente) -> None:
    antwoord = beheerder.post(
        "/beheer/medewerkers/nieuw",
        {
            "organisatie": str(huis.organisatie.id),
            "naam": "Noor",
            "email": "noor@waterrijk.nl",
            "functie": "",
        },
    )
    assert antwoord.status_code == 302
    pagina = beheerder.get(antwoord.headers["location"])
    assert "Nog geen rol" in pagina.content.decode()
    rol = {"rol": "vroegsignalering:intake", "mandaat": "mandaatregister 2026"}
    assert beheerder.post(f"{antwoord.headers['location']}/rollen", rol).status_code == 302
    assert "mandaatregister 2026" in beheerder.get(antwoord.headers["location"]).content.decode()
    lijst = beheerder.get("/beheer/medewerkers?rol=vroegsignalering:intake").content.decode()
    assert "Noor" in lijst
    assert "youssef" not in lijst


@pytest.mark.parametrize(
    ("waar", "invoer", "zin"),
    [
        ("", {"naam": "Sanne", "functie": "", "reden": ""}, "Dit veld is verplicht"),
        ("/rollen", {"rol": "vroegsignalering:keizer", "mandaat": "x"}, "Selecteer een geldige keuze"),
        (
            "/rollen",
            {"rol": "vroegsignalering:intake", "mandaat": "x", "van": "2020-01-01"},
            "begint vandaag of later",
        ),
        ("/rollen", {"rol": "vroegsignalering:vroegsignaleerder", "mandaat": "x"}, "in die periode al"),
        ("/beeindig", {"reden": "weg", "laatste_dag": "31-02-2027"}, "Voer een geldige datum in"),
        ("/beeindig", {"reden": "weg", "laatste_dag": "2020-01-01"}, "ligt in het verleden"),
        ("/tweede-factor", {"reden": " "}, "Dit veld is verplicht"),
        ("/sleutels", {"naam": ""}, "Dit veld is verplicht"),
    ],
)
def test_een_fout_staat_op_de_pagina_en_er_verandert_niets(
    beheerder: Client, huis: Gemeente, waar: str, invoer: dict[str, str], zin: str
) -> None:
    voor = list(Rolvervulling.objects.values()) + list(Medewerker.objects.values())
    antwoord = beheerder.post(pad(huis) + waar, invoer)
    assert antwoord.status_code == 400
    if waar != "/tweede-factor":
        assert zin in antwoord.content.decode()
    assert list(Rolvervulling.objects.values()) + list(Medewerker.objects.values()) == voor


def test_een_rol_beeindigen_vraagt_een_reden(beheerder: Client, huis: Gemeente) -> None:
    rol = Rolvervulling.objects.get(medewerker_id=huis.sanne.medewerker_id)
    waar = f"{pad(huis)}/rollen/{rol.id}"
    assert beheerder.get(waar).status_code == 200
    assert beheerder.post(waar, {"reden": ""}).status_code == 400
    assert beheerder.post(waar, {"mandaat": "besluit 7", "reden": "stond er niet"}).status_code == 302
    assert beheerder.post(waar, {"reden": "andere functie"}).status_code == 302
    rol.refresh_from_db()
    assert rol.tot is not None
    assert rol.mandaat == "besluit 7"


def test_zichzelf_een_rol_geven_wordt_geweigerd(beheerder: Client, ewa: Medewerker) -> None:
    pagina = beheerder.get(f"/beheer/medewerkers/{ewa.id}").content.decode()
    assert "Verleen rol" not in pagina
    antwoord = beheerder.post(
        f"/beheer/medewerkers/{ewa.id}/rollen", {"rol": "vroegsignalering:teamleider", "mandaat": "ik"}
    )
    assert antwoord.status_code == 403
    assert Rolvervulling.objects.filter(medewerker=ewa).count() == 1


def test_het_geheim_van_een_sleutel_staat_een_keer(beheerder: Client, huis: Gemeente) -> None:
    antwoord = beheerder.post(f"{pad(huis)}/sleutels", {"naam": "nachtlevering"})
    assert "client_secret" in antwoord.content.decode()
    pagina = beheerder.get(pad(huis)).content.decode()
    assert "client_secret" not in pagina
    een_sleutel = next(deel for deel in pagina.split('"') if deel.startswith(f"{pad(huis)}/sleutels/"))
    assert beheerder.post(een_sleutel, {"reden": "klaar"}).status_code == 302
    assert "ingetrokken" in beheerder.get(pad(huis)).content.decode()


def test_een_machine_gaat_ondertekenen(beheerder: Client, huis: Gemeente) -> None:
    beheerder.post(f"{pad(huis)}/sleutels", {"naam": "nachtlevering"})
    sleutel = Toegangssleutel.objects.get()
    openbaar = ec.generate_private_key(ec.SECP256R1()).public_key()
    jwk = ECAlgorithm.to_jwk(openbaar, as_dict=True) | {"kid": "nacht-1"}
    waar = f"{pad(huis)}/sleutels/openbaar"
    invoer = {"sleutel": str(sleutel.id), "jwk": json.dumps(jwk)}
    fout = beheerder.post(waar, invoer | {"jwk": json.dumps(jwk | {"d": "AA"})})
    assert (fout.status_code, "geheime deel" in fout.content.decode()) == (400, True)
    assert beheerder.post(waar, invoer).status_code == 302
    assert "nacht-1" in beheerder.get(pad(huis)).content.decode()
    assert beheerder.post(waar, invoer).status_code == 400
    weg = {"kid": "nacht-1", "reden": "gewisseld"}
    assert beheerder.post(f"{pad(huis)}/sleutels/{sleutel.id}", weg).status_code == 302
    assert Toegangssleutel.objects.get().openbaar == []


def test_een_sleutel_om_te_lezen_en_het_einde_van_haar_bewijzen(beheerder: Client, huis: Gemeente) -> None:
    antwoord = beheerder.post(f"{pad(huis)}/sleutels", {"naam": "rapportage", "alleen_lezen": "on"})
    sleutel, geheim = antwoord.context["gemaakt"]
    geef_bewijs(sleutel.id, geheim, timezone.now())
    pagina = beheerder.get(pad(huis)).content.decode()
    assert "alleen lezen" in pagina
    assert "Beëindig bewijzen" in pagina
    een_sleutel = f"{pad(huis)}/sleutels/{sleutel.id}"
    assert beheerder.post(een_sleutel, {"wat": "bewijzen", "reden": "gelekt"}).status_code == 302
    assert not sleutel.bewijzen.exists()
    pagina = beheerder.get(pad(huis)).content.decode()
    assert "Beëindig bewijzen" not in pagina
    assert een_sleutel in pagina


def test_organisaties_registreren_en_wijzigen(beheerder: Client) -> None:
    nieuw = {"soort": "verhuurder", "naam": "De Sluis", "kvk": "99990011"}
    antwoord = beheerder.post("/beheer/organisaties/nieuw", nieuw)
    assert antwoord.status_code == 302
    waar = antwoord.headers["location"]
    fout = beheerder.post(waar, nieuw | {"oin": "12", "reden": "OIN erbij"})
    assert fout.status_code == 400
    assert "is geen OIN" in fout.content.decode()
    assert (
        beheerder.post(waar, nieuw | {"oin": "00000003999900110000", "reden": "OIN erbij"}).status_code == 302
    )
    assert beheerder.post(f"{waar}/beeindig", {"reden": ""}).status_code == 400
    assert beheerder.post(f"{waar}/beeindig", {"reden": "gefuseerd"}).status_code == 302
    assert not Organisatie.objects.get(kvk="99990011").actief
    assert beheerder.post("/beheer/organisaties/nieuw", nieuw | {"soort": "gemeente"}).status_code == 400


def test_de_uitvoer_voert_niets_uit(beheerder: Client, huis: Gemeente) -> None:
    Medewerker.objects.filter(id=huis.sanne.medewerker_id).update(
        naam='=HYPERLINK("http://x")', functie="@SOM"
    )
    tekst = beheerder.get("/beheer/medewerkers?uitvoer=csv").content.decode("utf-8-sig")
    rijen = list(csv.DictReader(io.StringIO(tekst), delimiter=";"))
    assert {rij["naam"] for rij in rijen} >= {"Ewa", '\'=HYPERLINK("http://x")'}
    assert not [cel for rij in rijen for cel in rij.values() if cel.startswith(("=", "+", "-", "@"))]
    organisaties = beheerder.get("/beheer/organisaties?uitvoer=csv").content.decode("utf-8-sig")
    assert "Waterrijk;gemeente;9901" in organisaties


@pytest.mark.parametrize("vraag", ["organisatie=x", "na=x", "stand=x", "zoek=%00"])
def test_een_onzinnig_filter_is_een_nette_weigering(beheerder: Client, vraag: str) -> None:
    assert beheerder.get(f"/beheer/medewerkers?{vraag}").status_code == 400


@pytest.mark.parametrize(
    "waar",
    [
        "/beheer/medewerkers",
        "/beheer/organisaties",
        "/beheer/medewerkers/nieuw",
        "/beheer/organisaties/nieuw",
    ],
)
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_alleen_de_beheerder_ziet_beheer(client: Client, huis: Gemeente, waar: str, taal: str) -> None:
    assert client.get(waar).status_code == 302
    client.force_login(Gebruiker.objects.get(id=huis.sanne.gebruiker_id))
    antwoord = client.get(waar, headers={"accept-language": taal})
    assert antwoord.status_code == 403
    assert ("beheerder" if taal == "nl" else "administrator") in antwoord.content.decode()


def test_het_menu_toont_beheer_aan_wie_het_mag(beheerder: Client, huis: Gemeente) -> None:
    assert '/beheer/medewerkers"' in beheerder.get("/beheer/organisaties").content.decode()
    beheerder.force_login(Gebruiker.objects.get(id=huis.sanne.gebruiker_id))
    assert '/beheer/medewerkers"' not in beheerder.get("/vroegsignalering/werkvoorraad").content.decode()
