"""The same calculations behind the API and on pages: for who works for an organisation, and without a trace in the database."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from datetime import date
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from django.apps import apps
from django.test import Client
from pydantic.alias_generators import to_camel

from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie, Rolvervulling
from samenhang.schemes.schuldhulp.domain.berekeningen import BEREKENINGEN
from samenhang.schemes.schuldhulp.pages.formulier import RIJEN
from samenhang.schemes.schuldhulp.pages.woorden import STATUS, VELDEN
from tests.api.wereld import bewijs
from tests.schemes.schuldhulp.hulp import bereken
from tests.schemes.schuldhulp.test_slechte_invoer import GOED

pytestmark = pytest.mark.django_db
BASIS = "/api/v1/schuldhulp/berekeningen"


@pytest.fixture
def marloes() -> Medewerker:
    gemeente = Organisatie.objects.create(soort="gemeente", naam="Waterrijk", gemeentecode="9901")
    gebruiker = Gebruiker.objects.create_user("marloes@test.invalid", naam="Marloes")
    medewerker = Medewerker.objects.create(gebruiker=gebruiker, organisatie=gemeente, naam="Marloes")
    Rolvervulling.objects.create(
        medewerker=medewerker, scheme="schuldhulp", rol="schuldhulpverlener", van=date(2026, 1, 1)
    )
    return medewerker


@pytest.fixture
def api(marloes: Medewerker) -> Client:
    return Client(headers=bewijs(marloes.id))


@pytest.fixture
def web(marloes: Medewerker) -> Client:
    client = Client()
    assert marloes.gebruiker is not None
    client.force_login(marloes.gebruiker)
    return client


def camel(deel: Any) -> Any:
    if isinstance(deel, dict):
        return {to_camel(naam): camel(waarde) for naam, waarde in deel.items()}
    return [camel(waarde) for waarde in deel] if isinstance(deel, list) else deel


def vraag(api: Client, naam: str, document: Any) -> Any:
    return api.post(f"{BASIS}/{naam}", json.dumps(document), content_type="application/json")


def aantallen() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in apps.get_models() if model._meta.app_label in ("logboek", "zaken", "personen")}  # fmt: skip


def test_de_api_geeft_wat_de_opdracht_geeft_en_bewaart_niets(api: Client) -> None:
    voor = aantallen()
    for naam, document in GOED.items():
        uit = vraag(api, naam, camel(document))
        assert uit.status_code == 200, (naam, uit.content)
        assert uit.json() == camel(bereken(naam, document)), naam
    assert aantallen() == voor


def test_een_fout_heeft_haar_plaats_in_de_namen_van_de_api(api: Client) -> None:
    uit = vraag(api, "termijn", {"soort": "bezwaar", "start": "2026-11-02", "opschortingen": [{"van": "2026-11-03", "tot": "2026-11-04", "grond": "ziek"}]})  # fmt: skip
    assert (uit.status_code, uit.json()["code"]) == (400, "opschorting_kan_niet")
    assert uit.json()["fouten"][0]["plek"] == "/opschortingen/0"
    uit = vraag(api, "krediet", camel(GOED["krediet"]) | {"effectiefJaarpercentage": "15.01"})
    assert uit.json()["fouten"][0]["plek"] == "/effectiefJaarpercentage"
    uit = vraag(api, "bvv", camel(GOED["bvv"]) | {"nettoInkomen": "2000.00"})
    assert uit.json()["code"] == "norm_ontbreekt"
    assert "bvv.midden.D.alleenstaande" in uit.json()["tekst"]
    assert vraag(api, "krediet", {"maandtermijn": 50}).status_code == 400


def test_zonder_inloggen_en_zonder_organisatie_rekent_niemand(client: Client) -> None:
    assert vraag(client, "krediet", camel(GOED["krediet"])).status_code == 401
    assert client.get("/schuldhulp/berekeningen").headers["location"].startswith("/inloggen")
    client.force_login(Gebruiker.objects.create_user("inwoner@test.invalid", naam="inwoner"))
    assert client.get("/schuldhulp/berekeningen").status_code == 403
    assert client.post("/schuldhulp/berekeningen/krediet", {}).status_code == 403


def formulier(document: dict[str, Any], voor: str = "") -> dict[str, str]:
    """A document as a browser would send it, with amounts in Dutch notation."""
    uit: dict[str, str] = {}
    for naam, waarde in document.items():
        if isinstance(waarde, dict):
            uit |= formulier(waarde, f"{voor}{naam}-")
        elif isinstance(waarde, list):
            for nummer, deel in enumerate(waarde):
                uit |= formulier(deel, f"{voor}{naam}-{nummer}-")
        else:
            uit[f"{voor}{naam}"] = re.sub(r"^([0-9]+)\.([0-9]{2})$", r"\1,\2", str(waarde))
    return uit


@pytest.mark.parametrize("naam", BEREKENINGEN)
def test_elke_pagina_rekent_en_laat_de_stappen_zien(web: Client, naam: str) -> None:
    leeg = web.get(f"/schuldhulp/berekeningen/{naam}").content.decode()
    assert "Nog niets uitgerekend" in leeg
    document = GOED[naam]
    if naam == "waarborg":
        document = document | {"gemeente_op_lijst": True, "eerder_aangevraagd": False}
    bladzijde = web.post(
        f"/schuldhulp/berekeningen/{naam}",
        {"rijen": str(RIJEN)} | {k: v for k, v in formulier(document).items() if v != "False"},
    )
    tekst = bladzijde.content.decode()
    assert bladzijde.status_code == 200
    assert "Hoe dit tot stand komt" in tekst, re.findall(r'role="alert".*?</div>', tekst, re.S)
    assert bereken(naam, document)["hash"] in tekst
    for regel in bereken(naam, document)["trace"]:
        assert str(regel["label"]).replace("'", "&#x27;") in tekst


@pytest.mark.parametrize("naam", ["krediet", "verdeling", "dwangsom"])
def test_in_het_engels_staat_elke_stap_in_het_engels(web: Client, naam: str) -> None:
    web.cookies["taal"] = "en"
    tekst = web.post(
        f"/schuldhulp/berekeningen/{naam}", {"rijen": "4"} | formulier(GOED[naam])
    ).content.decode()
    for regel in bereken(naam, GOED[naam])["trace"]:
        assert regel["label_en"] in tekst
        assert regel["label"] not in tekst.replace("Percentage preferent", "")
    for woord in ("Uitkomst", "Vul in", "Gebruikte normen", "Vordering", "Maandtermijn", "Dagen te laat"):
        assert f">{woord}<" not in tekst, woord


def test_een_fout_staat_bij_haar_veld_met_het_woord_van_de_pagina(web: Client) -> None:
    fout = {"maandtermijn": "1.234", "looptijd_maanden": "61", "effectief_jaarpercentage": ""}
    tekst = web.post("/schuldhulp/berekeningen/krediet", fout | {"rijen": "4"}).content.decode()
    assert "Maandtermijn kan meer dan één bedrag betekenen" in tekst
    assert "Looptijd in maanden is een geheel getal van 1 tot en met 60." in tekst
    assert "Effectief jaarpercentage ontbreekt; vul het in." in tekst
    assert "Hoe dit tot stand komt" not in tekst
    assert 'value="1.234"' in tekst


def test_meer_rijen_houdt_wat_er_stond(web: Client) -> None:
    gevuld = {
        "pot": "900,00",
        "vorderingen-0-id": "Noordlicht",
        "vorderingen-3-id": "Waterrijk",
        "rijen": "4",
        "meer": "1",
    }
    tekst = web.post("/schuldhulp/berekeningen/verdeling", gevuld).content.decode()
    assert 'name="vorderingen-7-id"' in tekst
    assert 'value="Noordlicht"' in tekst
    assert "ontbreekt" not in tekst
    assert web.post("/schuldhulp/berekeningen/verdeling", gevuld | {"rijen": "9" * 50}).status_code == 200


def test_een_berekening_die_niet_bestaat_is_niet_gevonden(web: Client, api: Client) -> None:
    assert web.get("/schuldhulp/berekeningen/belasting").status_code == 404
    assert vraag(api, "belasting", {}).status_code == 404


def test_elk_veld_van_elke_uitkomst_heeft_een_naam_in_twee_talen() -> None:
    def namen(soort: Any) -> set[str]:
        uit: set[str] = set()
        for naam, hint in get_type_hints(soort).items():
            uit.add(naam)
            for deel in get_args(hint) if get_origin(hint) is tuple else ():
                if isinstance(deel, type) and deel.__module__.startswith("samenhang.schemes"):
                    uit |= namen(deel) if hasattr(deel, "__dataclass_fields__") else set()
        return uit

    gebruikt = {naam for deel in BEREKENINGEN.values() for naam in namen(deel.uitkomst)}
    assert gebruikt == set(VELDEN)
    assert all(deel.nl and deel.en for deel in VELDEN.values())
    assert set(STATUS) == {"bevestigd", "beleid", "ongeverifieerd"}
    assert all(len(fields(deel.uitkomst)) for deel in BEREKENINGEN.values())
