"""The service log holds nothing about a person, requests have numbers, and what goes wrong has a page."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, resolve

from samenhang.config.logs import vorm
from samenhang.kernel import incidenten
from samenhang.web import fouten
from samenhang.web.verzoeken import KOP, Verzoekregel
from tests.bouw import maak_gemeente


@pytest.fixture
def logregels() -> Iterator[Any]:
    """The lines that the service would write, as production writes them."""
    uit = io.StringIO()
    houder = logging.StreamHandler(uit)
    houder.setFormatter(vorm(leesbaar=False))
    wortel, eigen = logging.getLogger(), logging.getLogger("samenhang")
    wortel.addHandler(houder)
    oud, eigen_oud = wortel.level, eigen.level
    eigen.setLevel(logging.INFO)
    try:
        yield lambda: [json.loads(regel) for regel in uit.getvalue().splitlines()]
    finally:
        wortel.removeHandler(houder)
        wortel.setLevel(oud)
        eigen.setLevel(eigen_oud)


@pytest.mark.django_db
def test_een_logregel_noemt_de_route_en_niets_over_een_mens(logregels: Any) -> None:
    gemeente = maak_gemeente()
    client = Client()
    from samenhang.kernel.organisaties.models import Gebruiker

    client.force_login(Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id))
    client.get("/vroegsignalering/werkvoorraad?zoek=Jansen-Geheim&stap=open")
    client.get("/vroegsignalering/meldingen/0190a0b0-0000-7000-8000-00000000abcd?naam=Jansen-Geheim")
    client.get("/Jansen-Geheim")
    regels = [regel for regel in logregels() if regel["logger"] == "samenhang.verzoek"]
    assert len(regels) == 3
    for regel in regels:
        assert set(regel) == {
            "event",
            "level",
            "logger",
            "methode",
            "ms",
            "route",
            "status",
            "timestamp",
            "verzoek",
        }
    tekst = json.dumps(logregels()).lower()
    for verboden in ("jansen", "geheim", "sanne", "zoek=", "00000000abcd", "127.0.0.1", "test.invalid"):
        assert verboden not in tekst, verboden
    assert regels[0]["route"].endswith("werkvoorraad")
    assert regels[2]["route"] == ""


def test_een_uitzondering_wordt_soort_en_plaats_zonder_inhoud(logregels: Any) -> None:
    try:
        try:
            raise IntegrityError("Key (email)=(jansen@voorbeeld.invalid) already exists")
        except IntegrityError as oorzaak:
            raise ValueError("Jansen") from oorzaak
    except ValueError:
        logging.getLogger("django.db").exception("Internal Server Error: /personen/jansen")
        logging.getLogger("samenhang.plichten").exception("plicht %s mislukt", "x")
    vreemd, eigen = logregels()
    assert "jansen" not in json.dumps([vreemd, eigen]).lower()
    assert vreemd["fout"] == "builtins.ValueError < django.db.utils.IntegrityError"
    assert vreemd["spoor"][0].endswith("test_een_uitzondering_wordt_soort_en_plaats_zonder_inhoud")
    assert eigen["event"] == "plicht x mislukt"


@pytest.mark.parametrize(
    ("gegeven", "houdt"),
    [
        ("0190a0b0-0000-7000-8000-00000000abcd", True),
        ("naam=Jansen", False),
        ("a\nb" * 9, False),
        ("", False),
    ],
)
def test_elk_antwoord_draagt_een_nummer(gegeven: str, houdt: bool) -> None:
    request = RequestFactory().get("/", headers={KOP: gegeven})
    antwoord = Verzoekregel(lambda request: HttpResponse())(request)
    nummer = antwoord.headers[KOP]
    assert (nummer == gegeven) is houdt
    assert len(nummer) >= 16


def _breek(request: HttpRequest, **delen: Any) -> HttpResponse:
    raise RuntimeError("Jansen mag hier niet staan")


def _breekt_op(punt: Any) -> Any:
    """Resolve every address as before, but this one to what breaks."""
    echt = URLPattern.resolve

    def vind(self: URLPattern, pad: str) -> Any:
        gevonden = echt(self, pad)
        if gevonden is not None and gevonden.func == punt:
            gevonden.func = _breek
        return gevonden

    return vind


@pytest.mark.django_db
@pytest.mark.parametrize("pad", ["leeft", "api/v1/openapi.json"])
def test_een_onverwachte_fout_toont_een_nummer_waarmee_de_oorzaak_te_vinden_is(
    pad: str, logregels: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    punt = resolve(f"/{pad}").func
    monkeypatch.setattr("django.urls.resolvers.URLPattern.resolve", _breekt_op(punt))
    antwoord = Client(raise_request_exception=False).get(f"/{pad}")
    tekst = antwoord.content.decode()
    nummer = antwoord.headers[KOP]
    assert antwoord.status_code == 500
    assert "Traceback" not in tekst
    assert "Jansen" not in tekst
    if pad.startswith("api"):
        assert antwoord.headers["Content-Type"] == "application/problem+json"
        assert antwoord.json() == incidenten.als_weigering(nummer).probleem()
    else:
        assert incidenten.als_weigering(nummer).tekst.nl in tekst
    (regel,) = (regel for regel in logregels() if regel["event"] == "incident")
    assert (regel["incident"], regel["deur"]) == (nummer, "api" if pad.startswith("api") else "web")
    assert regel["fout"] == "builtins.RuntimeError"
    assert regel["spoor"][-1].endswith(" _breek")
    assert "Jansen" not in json.dumps(logregels())


@pytest.mark.django_db
@pytest.mark.parametrize(("taal", "woord"), [("nl", "verlopen"), ("en", "expired")])
def test_een_formulier_zonder_merk_is_een_pagina(taal: str, woord: str) -> None:
    client = Client(enforce_csrf_checks=True, headers={"accept-language": taal})
    antwoord = client.post("/taal", {"language": "en"})
    assert antwoord.status_code == 403
    assert woord in antwoord.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("pad", ["/", "/api/v1/token"])
def test_een_vreemde_host_is_een_onjuist_verzoek_zonder_spoor(pad: str) -> None:
    kop = {"host": "kwaad.invalid", "accept-language": "en"}
    antwoord = Client(raise_request_exception=False).get(pad, headers=kop)
    assert antwoord.status_code == 400
    assert "kwaad" not in antwoord.content.decode()
    if pad.startswith("/api"):
        assert antwoord.json()["code"] == "verzoek_onjuist"
    else:
        assert fouten.ONJUIST_VERZOEK.tekst.en in antwoord.content.decode()


@pytest.mark.parametrize(("taal", "woord"), [("nl", "mag deze pagina niet"), ("en", "may not open")])
def test_geen_toegang_in_beide_talen(taal: str, woord: str) -> None:
    from django.utils import translation

    request = RequestFactory().get("/ergens")
    request.user = AnonymousUser()
    with translation.override(taal):
        antwoord = fouten.geen_toegang(request, PermissionError())
    assert antwoord.status_code == 403
    assert woord in antwoord.content.decode()
