"""The API: design rules on its description, schemathesis over all operations, statement counts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
import schemathesis
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, seed, settings

from samenhang.api.api import api
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import actions
from tests.bouw import lever, maak_gemeente, rij

pytestmark = pytest.mark.django_db


def beschrijving() -> dict[str, Any]:
    return dict(api.get_openapi_schema())


def operaties() -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (pad, werkwoord, operatie)
        for pad, deel in beschrijving()["paths"].items()
        for werkwoord, operatie in deel.items()
    ]


def test_de_beschrijving_voldoet_aan_de_ontwerpregels() -> None:
    schema = beschrijving()
    assert schema["openapi"].startswith("3.")
    assert {"name", "email", "url"} <= set(schema["info"]["contact"])
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", schema["info"]["version"])
    assert all(re.search(r"^https://.*/v[0-9]+$", server["url"]) for server in schema["servers"])
    for pad, werkwoord, operatie in operaties():
        plek = f"{werkwoord} {pad}"
        assert not pad.endswith("/"), plek
        for deel in pad.strip("/").split("/"):
            assert re.fullmatch(r"\{[a-zA-Z]+\}|[a-z0-9]+(-[a-z0-9]+)*", deel), plek
        for parameter in operatie.get("parameters", []):
            assert re.fullmatch(r"[a-z]+([A-Z][a-z0-9]*)*", parameter["name"]), plek
        for code, antwoord in operatie["responses"].items():
            if str(code)[0] in "23":
                assert "API-Version" in antwoord["headers"], plek
            else:
                assert list(antwoord["content"]) == ["application/problem+json"], plek
        assert "400" in operatie["responses"], plek
        assert "422" not in map(str, operatie["responses"]), plek


@pytest.fixture
def wereld(tmp_path: Path, schrijf: Callable[..., Path]) -> dict[str, Any]:
    gemeente = maak_gemeente()
    namen = ("Terpstra", "Haddad", "Kuipers", "Wiersma", "Brandsma")
    rijen = [
        rij(
            n,
            achternaam=f"{namen[n % 5]}{'abcdefghijklmnopqrstuvwxyz'[n % 26]}{'aeiou'[n // 26]}",
            geboortedatum=f"19{50 + n % 50}-0{1 + n % 9}-1{n % 9}",
            huisnummer=str(n + 1),
            telefoon="",
        )
        for n in range(120)
    ]
    lever(gemeente, schrijf(*rijen))
    actions.pak_signalen_op(gemeente.intake)
    zaken = list(Zaak.objects.order_by("id"))
    actions.wijs_toe(gemeente.sanne, [zaak.id for zaak in zaken], gemeente.sanne.medewerker_id, "alles")
    actions.bevestig_inwoner(gemeente.sanne, zaken[0].id, True)
    return {"gemeente": gemeente, "zaken": zaken, "kop": bewijs(gemeente.sanne.medewerker_id)}


def bewijs(medewerker_id: Any) -> dict[str, str]:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=medewerker_id), "test")
    return {"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"}


def opdrachten(doe: Callable[[], Any]) -> int:
    from django.db import connection

    with CaptureQueriesContext(connection) as vangst:
        antwoord = doe()
    assert antwoord.status_code < 300, antwoord.content
    return len(
        [
            q
            for q in vangst.captured_queries
            if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
        ]
    )


def test_aantallen_opdrachten_aan_de_database(
    wereld: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    client, kop, zaak = Client(headers=wereld["kop"]), wereld["kop"], wereld["zaken"][0]
    basis = "/api/v1/vroegsignalering"
    gemeten = {
        "lijst-100": opdrachten(lambda: client.get(f"{basis}/meldingen")),
        "filter-100": opdrachten(lambda: client.get(f"{basis}/meldingen?stap=open&behandelaar=mij")),
    }
    with capsys.disabled():
        print(f"\nopdrachten per aanroep: {gemeten}")
    assert kop
    assert zaak
    assert gemeten["lijst-100"] <= 6
    assert gemeten["filter-100"] <= 6


def test_de_lijst_bladert_zonder_overlap(wereld: dict[str, Any]) -> None:
    client = Client(headers=wereld["kop"])
    een = client.get("/api/v1/vroegsignalering/meldingen?aantal=50").json()
    twee = client.get(f"/api/v1/vroegsignalering/meldingen?aantal=100&na={een['volgende']}").json()
    nummers = [m["nummer"] for m in een["items"] + twee["items"]]
    assert len(nummers) == len(set(nummers)) == 120


def test_zonder_bewijs_401_en_onbekend_pad_404_als_probleem() -> None:
    for pad, code in (("/api/v1/vroegsignalering/meldingen", 401), ("/api/v1/bestaat-niet", 404)):
        antwoord = Client().get(pad)
        assert antwoord.status_code == code
        assert antwoord.headers["content-type"] == "application/problem+json"
        assert antwoord.json()["code"]


def test_een_ingetrokken_rol_geldt_niet_meer_bij_het_volgende_bewijs(wereld: dict[str, Any]) -> None:
    assert (
        Client(headers=bewijs(wereld["gemeente"].intake.medewerker_id))
        .get("/api/v1/vroegsignalering/meldingen")
        .status_code
        == 403
    )


schemathesis_schema = schemathesis.openapi.from_dict(beschrijving())


@pytest.mark.parametrize("ronde", range(3))
def test_schemathesis_over_alle_operaties(wereld: dict[str, Any], ronde: int) -> None:
    """No generated input may give a 5xx, and every refusal is a problem document."""

    client = Client(headers=wereld["kop"], raise_request_exception=False)
    alle = [resultaat.ok() for resultaat in schemathesis_schema.get_all_operations()]
    for operatie in alle:
        _beproef(operatie, client, ronde)
    assert len(alle) == len(operaties())


def _beproef(operatie: Any, client: Client, ronde: int) -> None:
    @seed(ronde)
    @settings(
        max_examples=15,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operatie.as_strategy())
    def proef(case: Any) -> None:
        argumenten = case.as_transport_kwargs(base_url="http://testserver/api/v1")
        pad = urlsplit(argumenten["url"]).path
        vraag = urlencode(
            {naam: waarde for naam, waarde in (argumenten.get("params") or {}).items() if waarde is not None},
            doseq=True,
        )
        if "json" in argumenten:
            lijf, soort = json.dumps(argumenten["json"]), "application/json"
        else:
            lijf, soort = "", "application/octet-stream"
        antwoord = client.generic(argumenten["method"], pad, lijf, content_type=soort, QUERY_STRING=vraag)
        assert antwoord.status_code < 500, (argumenten["method"], pad, vraag, lijf, antwoord.content)
        if antwoord.status_code >= 400:
            assert antwoord.headers["content-type"] == "application/problem+json"
        assert antwoord.headers["API-Version"]

    proef()
