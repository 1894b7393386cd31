"""Every verb through its three doors: the same action, the same refusals."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.handelingen import HANDELINGEN
from samenhang.schemes.vroegsignalering.pages import zaakbeeld
from tests.bouw import Gemeente
from tests.staand import Stand, gemeente, gemeente_met_zaak, zaak
from tests.tellen import hoogstens

__all__ = ["gemeente", "zaak"]

pytestmark = pytest.mark.django_db
BASIS = "/api/v1/vroegsignalering/meldingen"


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Stand]], Stand]) -> Stand:
    """The BRP says that who is in the case lives there."""

    def bouw(map_: Path) -> Stand:
        gemeente, zaak_id = gemeente_met_zaak(map_)
        actions.bevestig_inwoner(gemeente.sanne, zaak_id, True)
        return gemeente, zaak_id

    return blijvend(bouw)


@pytest.fixture
def api(gemeente: Gemeente) -> Client:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=gemeente.sanne.medewerker_id), "test")
    return Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})


def web(actor: Any) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
    return client


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, dict[str, Any]]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", *argumenten, "--als", "sanne-9901@test.invalid", "--json"])
    uit = capsys.readouterr()
    code = einde.value.code
    assert isinstance(code, int)
    return code, json.loads(uit.out or uit.err)


def test_elke_handeling_staat_in_de_api_en_op_de_opdrachtregel(capsys: pytest.CaptureFixture[str]) -> None:
    from samenhang.api.api import api as deur

    paden = dict(deur.get_openapi_schema())["paths"]
    for handeling in HANDELINGEN.values():
        assert f"/vroegsignalering/meldingen/{{id}}/{handeling.api_pad}" in paden, handeling.naam
        with pytest.raises(SystemExit) as einde:
            hoofd(["vroegsignalering", handeling.naam, "--help"])
        assert einde.value.code == 0
        uit = " ".join(capsys.readouterr().out.replace("│", " ").split())
        assert handeling.titel.nl in uit


def test_een_contactpoging_door_elke_deur(
    zaak: Zaak, api: Client, gemeente: Gemeente, capsys: pytest.CaptureFixture[str]
) -> None:
    lijf = {"soort": "Telefoon", "datum": "2026-11-24", "dagdeel": "Ochtend", "bereikt": False}
    antwoord = api.post(f"{BASIS}/{zaak.id}/contactpogingen", lijf, content_type="application/json")
    assert antwoord.status_code == 201, antwoord.content
    assert antwoord.json()["stap"] == "benaderen"
    code, uit = opdracht(
        capsys, "contactpoging", zaak.nummer, "--soort", "Brief", "--dagdeel", "Middag", "--bereikt", "nee"
    )
    assert (code, uit["nummer"]) == (0, zaak.nummer)
    formulier = {"soort": "Huisbezoek", "datum": "2026-11-24", "dagdeel": "Avond", "bereikt": "ja"}
    pagina = web(gemeente.sanne).post(f"/vroegsignalering/meldingen/{zaak.id}/contactpoging", formulier)
    assert pagina.status_code == 302, pagina.content.decode()[:2000]
    zaak.refresh_from_db()
    assert zaak.stap == "bereikt"
    pogingen = api.get(f"{BASIS}/{zaak.id}").json()["contactpogingen"]
    assert {p["soort"] for p in pogingen} == {"Telefoon", "Brief", "Huisbezoek"}


def test_dezelfde_weigering_door_elke_deur(
    zaak: Zaak, api: Client, gemeente: Gemeente, capsys: pytest.CaptureFixture[str]
) -> None:
    lijf = {"resultaat": "geen_contact", "reden": "nooit thuis"}
    antwoord = api.post(f"{BASIS}/{zaak.id}/afsluiten", lijf, content_type="application/json")
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "Z02")
    code, uit = opdracht(
        capsys, "afronden", zaak.nummer, "--resultaat", "geen_contact", "--reden", "nooit thuis"
    )
    assert (code, uit["code"]) == (2, "Z02")
    pagina = web(gemeente.sanne).post(f"/vroegsignalering/meldingen/{zaak.id}/afronden", lijf)
    assert pagina.status_code == 409
    tekst = pagina.content.decode()
    assert "(Z02)" in tekst
    assert 'value="nooit thuis"' in tekst
    zaak.refresh_from_db()
    assert zaak.stap == "benaderen"


def test_wat_een_collega_intussen_deed_gaat_niet_verloren(
    zaak: Zaak, api: Client, gemeente: Gemeente
) -> None:
    gezien = zaak.versie
    actions.niet_thuis_met_kaartje(gemeente.sanne, zaak.id)
    lijf = {"soort": "Brief", "datum": "2026-11-24", "dagdeel": "Middag", "bereikt": False}
    antwoord = api.post(
        f"{BASIS}/{zaak.id}/contactpogingen",
        lijf,
        content_type="application/json",
        headers={"if-match": f'"{gezien}"'},
    )
    assert (antwoord.status_code, antwoord.json()["code"]) == (412, "zaak_veranderd")
    formulier = lijf | {"bereikt": "nee", "versie": str(gezien), "notitie": "lang verhaal"}
    client = web(gemeente.sanne)
    pagina = client.post(f"/vroegsignalering/meldingen/{zaak.id}/contactpoging", formulier)
    tekst = pagina.content.decode()
    assert pagina.status_code == 409
    assert "zaak_veranderd" in tekst
    assert "lang verhaal" in tekst
    zaak.refresh_from_db()
    assert f'name="versie" value="{zaak.versie}"' in tekst
    opnieuw = client.post(
        f"/vroegsignalering/meldingen/{zaak.id}/contactpoging", formulier | {"versie": str(zaak.versie)}
    )
    assert opnieuw.status_code == 302


def test_een_foute_optie_zegt_welke(zaak: Zaak, capsys: pytest.CaptureFixture[str]) -> None:
    code, uit = opdracht(
        capsys,
        "contactpoging",
        zaak.nummer,
        "--soort",
        "Duif",
        "--dagdeel",
        "Ochtend",
        "--bereikt",
        "nee",
    )
    assert (code, uit["code"], uit["fouten"][0]["kolom"]) == (2, "veld_onjuist", "soort")


def test_een_leeg_formulier_zegt_per_veld_wat_ontbreekt(zaak: Zaak, gemeente: Gemeente) -> None:
    pagina = web(gemeente.sanne).post(f"/vroegsignalering/meldingen/{zaak.id}/contactpoging", {})
    assert pagina.status_code == 400
    assert pagina.content.decode().count("Vul dit in.") >= 4


@pytest.mark.parametrize("tab", zaakbeeld.TABBLADEN)
def test_aantallen_opdrachten_van_de_zaakpagina(zaak: Zaak, gemeente: Gemeente, tab: str) -> None:
    client = web(gemeente.sanne)
    with hoogstens(25):
        antwoord = client.get(f"/vroegsignalering/meldingen/{zaak.id}/{tab}")
    assert antwoord.status_code == 200
