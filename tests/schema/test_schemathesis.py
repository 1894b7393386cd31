"""Every operation against generated calls, good and bad, with every check that schemathesis has."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from samenhang.api.api import api
from tests.api.wereld import Wereld, bewijs, wereld

__all__ = ["wereld"]

pytestmark = pytest.mark.django_db

INVOERCODES = {"invoer_onjuist", "json_onjuist", "verzoek_onjuist", "soort_onjuist"}
"""Codes that say: this does not fit the description. A call made from the description never gets one."""

ZELF = {
    "POST /termijnberekeningen",
    "POST /vroegsignalering/partners/{id}/aanleveringen",
    "POST /vroegsignalering/ddas/controles",
}
ZELF |= {
    f"POST {pad}" for pad in api.get_openapi_schema()["paths"] if pad.startswith("/schuldhulp/berekeningen/")
}
"""Operations whose input the description cannot tell in full: a document that the domain checks as a whole, and a
form in which a file without a name is no file."""

INSTELLINGEN = SchemathesisConfig.from_dict(
    {
        # JSON Schema cannot say of every text at once that it has no NUL; tests/api/test_deur.py sends one.
        "generation": {"allow-x00": False},
        "checks": {
            # What a rule of the domain refuses (a day in the future) is a 400 with its own code, a file that was
            # destroyed is gone (410); that a call
            # which fits the description is never refused as unfit is checked below, by code.
            "positive_data_acceptance": {"expected-statuses": ["2xx", "400", "401", "403", "404", "409", "410", "412", "422"]},
        }
    }
)  # fmt: skip
SCHEMA = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema())), config=INSTELLINGEN)
SCHEMA.app = get_wsgi_application()
OPERATIES = {resultaat.ok().label: resultaat.ok() for resultaat in SCHEMA.get_all_operations()}


@pytest.fixture
def echte(wereld: Wereld) -> dict[str, list[str]]:
    """Identifiers that exist, by the first segment of the path they belong to."""
    from samenhang.kernel.aanlevering.models import Aanlevering
    from samenhang.kernel.organisaties.models import Medewerker, Organisatie, Rolvervulling

    twijfel = wereld.intake.get("/api/v1/vroegsignalering/twijfelparen").json()["items"]
    return {
        "meldingen": [str(zaak.id) for zaak in wereld.zaken[:3]],
        "aanleveringen": [str(rij.id) for rij in Aanlevering.objects.all()[:3]],
        "partners": [str(wereld.gemeente.partner.id)],
        "twijfelparen": [paar["id"] for paar in twijfel],
        "organisaties": [str(id_) for id_ in Organisatie.objects.values_list("id", flat=True)],
        "medewerkers": [str(id_) for id_ in Medewerker.objects.values_list("id", flat=True)],
        "rollen": [str(id_) for id_ in Rolvervulling.objects.values_list("id", flat=True)],
    }


@pytest.fixture
def kop_beheer(wereld: Wereld) -> dict[str, str]:
    """The header of an administrator."""
    from samenhang.kernel.organisaties.models import Medewerker, Rolvervulling

    ewa = Medewerker.objects.create(organisatie=wereld.gemeente.organisatie, naam="ewa")
    Rolvervulling.objects.create(
        medewerker=ewa, scheme="vroegsignalering", rol="beheerder", van=date(2026, 1, 1)
    )
    return bewijs(ewa.id)


@pytest.mark.parametrize("goed", [True, False], ids=["goed", "fout"])
@pytest.mark.parametrize("label", OPERATIES)
def test_operatie(
    label: str,
    goed: bool,
    wereld: Wereld,
    kop_beheer: dict[str, str],
    echte: dict[str, list[str]],
    settings: Any,
) -> None:
    settings.API_PER_MINUUT = 1_000_000
    operatie = OPERATIES[label]
    bestaat = next((echte[deel] for deel in operatie.path.split("/") if echte.get(deel)), [])
    koppen = [kop_beheer] if "/beheer/" in operatie.path else [wereld.kop, wereld.kop_intake]
    beproef(operatie, goed, bestaat, koppen)


def beproef(operatie: Any, goed: bool, bestaat: list[str], koppen: list[dict[str, str]]) -> None:
    soort = GenerationMode.POSITIVE if goed else GenerationMode.NEGATIVE

    @seed(20261124)
    @settings(
        max_examples=4,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data(), operatie.as_strategy(generation_mode=soort))
    def proef(data: st.DataObject, case: Any) -> None:
        kop = data.draw(st.sampled_from(koppen))
        if goed and "id" in case.path_parameters and bestaat and data.draw(st.integers(0, 3)):
            case.path_parameters["id"] = data.draw(st.sampled_from(bestaat))
        with transaction.atomic():
            antwoord = case.call(headers=kop)
            transaction.set_rollback(True)
        case.validate_response(antwoord, headers=kop)
        assert antwoord.headers["api-version"]
        if goed and antwoord.status_code == 400 and operatie.label not in ZELF:
            assert antwoord.json()["code"] not in INVOERCODES, (case.as_curl_command(), antwoord.text)
        if antwoord.status_code >= 400:
            document = antwoord.json()
            assert document["status"] == antwoord.status_code
            assert document["tekst"]
            assert document["text"]

    proef()


def test_alle_operaties_zijn_beproefd() -> None:
    assert len(OPERATIES) == sum(len(deel) for deel in api.get_openapi_schema()["paths"].values())
