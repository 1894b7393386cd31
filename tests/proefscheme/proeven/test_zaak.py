"""One application through its three steps: asked on the page, examined by the API, decided on the command line.

Run by `tests/uitrol/test_proefscheme.py` with the package installed and SAMENHANG_SCHEMES=briefadres.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie, Rolvervulling
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.zaken.models import Zaak

pytestmark = pytest.mark.django_db
WIE = "fatima@test.invalid"
WEB = "/briefadres/aanvragen"
API = "/api/v1/briefadres/aanvragen"


def medewerker(email: str, organisatie: Organisatie, rol: str = "briefadresmedewerker") -> Gebruiker:
    gebruiker = Gebruiker.objects.create_user(email, naam=email.partition("@")[0].title())
    wie = Medewerker.objects.create(gebruiker=gebruiker, organisatie=organisatie, naam=gebruiker.naam)
    Rolvervulling.objects.create(medewerker=wie, scheme="briefadres", rol=rol, van=date(2026, 1, 1))
    return gebruiker


@pytest.fixture
def fatima() -> Gebruiker:
    return medewerker(
        WIE, Organisatie.objects.create(soort="gemeente", naam="Waterrijk", gemeentecode="9901")
    )


def web(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def api(gebruiker: Gebruiker) -> Client:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(gebruiker=gebruiker), "test")
    return Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, Any]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["briefadres", *argumenten])
    uit = capsys.readouterr()
    return int(einde.value.code or 0), json.loads(uit.out or uit.err)


def test_alleen_dit_scheme_draait() -> None:
    assert list(geinstalleerde_schemes()) == ["briefadres"]
    assert not apps.is_installed("samenhang.schemes.vroegsignalering")


def test_van_aanvraag_tot_besluit_door_drie_deuren(
    fatima: Gebruiker, capsys: pytest.CaptureFixture[str]
) -> None:
    pagina = web(fatima)
    start = pagina.get("/", follow=True)
    assert start.redirect_chain[-1][0] == WEB
    assert "Er zijn geen aanvragen" in start.content.decode()
    pagina.post(WEB, {"voorletters": "J.", "achternaam": "Jansen"})
    zaak = Zaak.objects.get()
    assert (zaak.scheme, zaak.stap, zaak.nummer[:2]) == ("briefadres", "aangevraagd", "BA")
    assert zaak.volgende_termijn == date(2027, 1, 19)
    assert "J. Jansen" in pagina.get(WEB).content.decode()
    formulier = pagina.get(f"{WEB}/{zaak.id}").content.decode()
    assert "Waar slaapt de aanvrager?" in formulier

    machine = api(fatima)
    lijf = {"plek": "bij een vriend"}
    antwoord = machine.post(f"{API}/{zaak.id}/onderzoek", lijf, content_type="application/json")
    assert (antwoord.status_code, antwoord.json()["stap"]) == (200, "onderzocht"), antwoord.content
    gezien = machine.get(f"{API}/{zaak.id}").json()
    assert (gezien["plek"], gezien["toegekend"]) == ("bij een vriend", None)

    code, uit = opdracht(
        capsys,
        "besluit",
        zaak.nummer,
        "--toegekend",
        "ja",
        "--reden",
        "geen eigen woning",
        "--als",
        WIE,
        "--json",
    )
    assert (code, uit["stap"]) == (0, "besloten")
    assert "Toegekend" in pagina.get(f"{WEB}/{zaak.id}").content.decode()
    zaak.refresh_from_db()
    assert zaak.gesloten is not None
    assert zaak.termijnen.get().klaar == date(2026, 11, 24)


def test_elke_handeling_door_elke_deur(fatima: Gebruiker, capsys: pytest.CaptureFixture[str]) -> None:
    """The other two ways of each step: what was asked on the page is asked by API and command, and so on."""
    pagina, machine = web(fatima), api(fatima)
    nieuw = machine.post(API, {"achternaam": "Bakker"}, content_type="application/json")
    assert nieuw.status_code == 201
    eerste = nieuw.json()["id"]
    code, uit = opdracht(capsys, "aanvragen", "Visser", "--als", WIE, "--json")
    assert code == 0
    tweede = uit["nummer"]
    assert pagina.post(f"{WEB}/{eerste}/onderzoek", {"plek": "in de opvang"}).status_code == 302
    code, uit = opdracht(capsys, "onderzoek", tweede, "--plek", "op straat", "--als", WIE, "--json")
    assert (code, uit["stap"]) == (0, "onderzocht")
    pagina.post(f"{WEB}/{eerste}/besluit", {"toegekend": "nee", "reden": "heeft een woning"})
    lijf = {"toegekend": True, "reden": "geen eigen woning"}
    antwoord = machine.post(f"{API}/{uit['id']}/besluit", lijf, content_type="application/json")
    assert antwoord.json()["stap"] == "besloten"
    code, lijst = opdracht(capsys, "lijst", "--als", WIE, "--json")
    assert {(rij["naam"], rij["stap"]) for rij in lijst["aanvragen"]} == {
        ("Bakker", "besloten"),
        ("Visser", "besloten"),
    }
    code, uit = opdracht(capsys, "toon", tweede, "--als", WIE)
    assert (uit["plek"], uit["toegekend"]) == ("op straat", True)


def test_dezelfde_weigering_door_elke_deur(fatima: Gebruiker, capsys: pytest.CaptureFixture[str]) -> None:
    machine = api(fatima)
    zaak = machine.post(API, {"achternaam": "Bakker"}, content_type="application/json").json()
    lijf = {"toegekend": True, "reden": "te vroeg"}
    antwoord = machine.post(f"{API}/{zaak['id']}/besluit", lijf, content_type="application/json")
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "stap_onmogelijk")
    code, uit = opdracht(
        capsys, "besluit", zaak["nummer"], "--toegekend", "ja", "--reden", "te vroeg", "--als", WIE
    )
    assert (code, uit["code"]) == (2, "stap_onmogelijk")
    pagina = web(fatima).post(f"{WEB}/{zaak['id']}/besluit", {"toegekend": "ja", "reden": "te vroeg"})
    assert pagina.status_code == 409


def test_een_ander_ziet_niets_en_dat_staat_in_het_logboek(fatima: Gebruiker) -> None:
    zaak = api(fatima).post(API, {"achternaam": "Bakker"}, content_type="application/json").json()
    elders = medewerker(
        "piet@test.invalid", Organisatie.objects.create(soort="gemeente", naam="Elders", gemeentecode="9902")
    )
    assert web(elders).get(f"{WEB}/{zaak['id']}").status_code == 404
    assert web(elders).get(WEB).content.decode().count("Bakker") == 0
    assert Auditregel.objects.filter(scheme="briefadres", uitkomst="verleend").count() >= 3
    assert Verwerking.objects.filter(scheme="briefadres", naam="briefadres aanvragen").count() == 1


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_de_paginas_spreken_beide_talen(fatima: Gebruiker, taal: str) -> None:
    fatima.taal = taal
    fatima.save(update_fields=["taal"])
    tekst = web(fatima).get(WEB, headers={"accept-language": taal}).content.decode()
    assert ("New application" in tekst) is (taal == "en")
