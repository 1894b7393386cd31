"""AuthZEN for the cases of a municipality: the same decision as everywhere, and what nobody should send."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Medewerker, Rolvervulling
from samenhang.kernel.toegang import Feiten, Verzoek, beslis
from samenhang.kernel.toegang.geldend import beslistabel
from tests.api.wereld import Wereld, bewijs, wereld
from tests.bouw import maak_gemeente

__all__ = ["wereld"]
pytestmark = pytest.mark.django_db
PAD = "/access/v1/evaluation"


def met_rol(wereld: Wereld, rol: str) -> Client:
    """A machine of the same organisation with one role."""
    pep = Medewerker.objects.create(organisatie=wereld.gemeente.organisatie, naam=f"pep {rol}")
    Rolvervulling.objects.create(medewerker=pep, scheme="vroegsignalering", rol=rol, van=date(2026, 1, 1))
    return Client(headers=bewijs(pep.id), raise_request_exception=False)


@pytest.fixture
def pep(wereld: Wereld) -> Client:
    return met_rol(wereld, "beheerder")


def vraagt(wereld: Wereld, **anders: Any) -> dict[str, Any]:
    """May Sanne read name and arrears of her first case?"""
    document: dict[str, Any] = {
        "subject": {"type": "medewerker", "id": str(wereld.gemeente.sanne.medewerker_id)},
        "action": {"name": "lezen"},
        "resource": {
            "type": "zaak",
            "id": str(wereld.zaken[0].id),
            "properties": {"categorieen": ["naw", "signaal"]},
        },
    }
    return document | anders


def stuur(client: Client, document: Any, pad: str = PAD, **koppen: str) -> Any:
    return client.post(pad, json.dumps(document), "application/json", headers=koppen)


def test_hetzelfde_besluit_als_overal_en_een_regel_in_het_log(wereld: Wereld, pep: Client) -> None:
    voor = Auditregel.objects.count()
    document = stuur(pep, vraagt(wereld)).json()
    assert document["decision"] is True
    assert document["context"]["verleend"] == {"lezen": ["naw", "signaal"], "schrijven": []}
    assert document["context"]["grondslagen"] == [{"id": "wgs-3-1-b", "artikel": "Wgs art. 3 lid 1 onder b"}]
    assert document["context"]["plichten"] == ["informeren"]
    assert document["context"]["tabelHash"] == beslistabel().hash
    rij = Auditregel.objects.latest("moment")
    assert Auditregel.objects.count() == voor + 1
    assert (rij.naam, rij.uitkomst, rij.zaak_id) == ("toegang beoordelen", "verleend", wereld.zaken[0].id)
    assert rij.gebruiker == wereld.gemeente.sanne.naam
    assert rij.wijziging == {"gevraagd_door": "pep beheerder"}
    assert rij.aantal_personen == 0


def test_een_weigering_is_200_met_reden_en_artikel_en_staat_ook_in_het_log(
    wereld: Wereld, pep: Client
) -> None:
    intake = {"type": "medewerker", "id": str(wereld.gemeente.intake.medewerker_id)}
    antwoord = stuur(pep, vraagt(wereld, subject=intake))
    assert antwoord.status_code == 200
    document = antwoord.json()
    assert document["decision"] is False
    wat = document["context"]["geweigerd"][0]
    assert (wat["categorie"], wat["code"]) == ("naw", "geen_grondslag")
    assert "AVG art. 6 lid 1" in wat["reason_user"]["nl"]
    assert wat["reason_user"]["nl"] != wat["reason_user"]["en"]
    rij = Auditregel.objects.latest("moment")
    assert (rij.uitkomst, rij.wijziging) == ("geweigerd", {"gevraagd_door": "pep beheerder"})
    assert ["naw", "geen_grondslag"] in rij.geweigerd


@pytest.mark.parametrize("doel", ["opvolging", "werkverdeling", "toezicht", "bestaat-niet"])
@pytest.mark.parametrize("handeling", ["read", "write"])
def test_gelijk_aan_beslis(wereld: Wereld, pep: Client, doel: str, handeling: str) -> None:
    zaak, sanne = wereld.zaken[0], wereld.gemeente.sanne
    zaak.refresh_from_db()
    wat = frozenset({"naw", "signaal", "logboek"})
    leest = wat if handeling == "read" else frozenset[str]()
    rollen = tuple(sorted(sanne.rollen["vroegsignalering"]))
    verzoek = Verzoek("vroegsignalering", "gemeente", rollen, doel, leest, wat - leest)
    from django.utils import timezone

    hoort = beslis(verzoek, Feiten("behandelaar", zaak.stap), beslistabel(), timezone.now())
    resource = {"type": "zaak", "id": str(zaak.id), "properties": {"categorieen": sorted(wat)}}
    document = vraagt(wereld, action={"name": handeling}, resource=resource, context={"doel": doel})
    context = stuur(pep, document).json()["context"]
    verleend = {"lezen": sorted(hoort.leest), "schrijven": sorted(hoort.schrijft)}
    assert context["verleend"] == verleend
    assert [(rij["categorie"], rij["code"]) for rij in context["geweigerd"]] == list(hoort.geweigerd)


def test_wat_de_vrager_van_zijn_collega_zegt_telt_niet(wereld: Wereld, pep: Client) -> None:
    intake = str(wereld.gemeente.intake.medewerker_id)
    mooi = {
        "type": "medewerker",
        "id": intake,
        "properties": {"rollen": ["vroegsignaleerder"], "role": "admin"},
    }
    assert stuur(pep, vraagt(wereld, subject=mooi)).json()["decision"] is False


def test_wie_of_wat_er_niet_is_of_van_een_ander_is_geeft_hetzelfde_antwoord(
    wereld: Wereld, pep: Client
) -> None:
    ander = maak_gemeente("9902", "Duinstad", "99990022")
    antwoorden = set()
    for id_ in (str(uuid4()), str(ander.sanne.medewerker_id)):
        antwoorden.add(stuur(pep, vraagt(wereld, subject={"type": "medewerker", "id": id_})).content)
    assert len(antwoorden) == 1
    zaak = {
        "type": "zaak",
        "id": str(uuid4()),
        "properties": {"categorieen": ["naw"], "scheme": "vroegsignalering"},
    }
    document = stuur(pep, vraagt(wereld, resource=zaak)).json()
    assert document["decision"] is False
    assert document["context"]["verleend"] == {"lezen": [], "schrijven": []}


def test_over_jezelf_mag_iedereen_vragen_en_over_een_ander_niet(wereld: Wereld) -> None:
    assert stuur(wereld.client, vraagt(wereld)).json()["decision"] is True
    intake = {"type": "medewerker", "id": str(wereld.gemeente.intake.medewerker_id)}
    antwoord = stuur(wereld.client, vraagt(wereld, subject=intake))
    assert (antwoord.status_code, antwoord.json()["code"]) == (403, "rol_ontbreekt")
    assert stuur(met_rol(wereld, "fg"), vraagt(wereld, subject=intake)).status_code == 200


Verandering = Callable[[dict[str, Any]], Any]


def zet(plek: str, waarde: Any) -> Verandering:
    """The question with one value at a place of it; None takes it away."""

    def doe(document: dict[str, Any]) -> dict[str, Any]:
        *weg, laatste = plek.strip("/").split("/")
        deel = document
        for naam in weg:
            deel = deel.setdefault(naam, {})
        if waarde is None:
            deel.pop(laatste)
        else:
            deel[laatste] = waarde
        return document

    return doe


FOUT: dict[str, tuple[Verandering, str]] = {
    "geen object": (lambda d: [d], "/"),
    "geen subject": (zet("/subject", None), "/subject"),
    "subject is tekst": (zet("/subject", "sanne"), "/subject"),
    "subject is null": (lambda d: d | {"subject": None}, "/subject"),
    "soort subject onbekend": (zet("/subject/type", "robot"), "/subject/type"),
    "id is geen UUID": (zet("/subject/id", "sanne"), "/subject/id"),
    "id is leeg": (zet("/subject/id", ""), "/subject/id"),
    "id is een getal": (zet("/subject/id", 7), "/subject/id"),
    "id is te lang": (zet("/subject/id", "a" * 300), "/subject/id"),
    "geen handeling": (zet("/action/name", None), "/action/name"),
    "handeling onbekend": (zet("/action/name", "weggooien"), "/action/name"),
    "eigenschappen zijn een lijst": (zet("/action/properties", [1]), "/action/properties"),
    "soort onbekend": (zet("/resource/type", "gebouw"), "/resource/type"),
    "zaak is geen UUID": (zet("/resource/id", "VS-2026-1"), "/resource/id"),
    "geen gegevens genoemd": (zet("/resource/properties", {}), "/resource/properties/categorieen"),
    "gegevens zijn tekst": (zet("/resource/properties/categorieen", "naw"), "/resource/properties/categorieen"),
    "gegeven is een getal": (zet("/resource/properties/categorieen", [1]), "/resource/properties/categorieen"),
    "persoon is geen UUID": (zet("/resource/properties/persoon", "ria"), "/resource/properties/persoon"),
    "persoon is een getal": (zet("/resource/properties/persoon", 7), "/resource/properties/persoon"),
    "context is tekst": (zet("/context", "nu"), "/context"),
    "doel is een getal": (zet("/context/doel", 3), "/context/doel"),
    "noodzaak is tekst": (zet("/context/noodzaak", "naw"), "/context/noodzaak"),
    "wet is te lang": (zet("/context/grondslag", "w" * 101), "/context/grondslag"),
}  # fmt: skip


@pytest.mark.parametrize("pad", ["evaluation", "evaluations"])
@pytest.mark.parametrize("naam", FOUT)
def test_een_vraag_die_niet_klopt(wereld: Wereld, pep: Client, naam: str, pad: str) -> None:
    verander, plek = FOUT[naam]
    voor = Auditregel.objects.count()
    for taal in ("nl", "en"):
        antwoord = stuur(pep, verander(vraagt(wereld)), f"/access/v1/{pad}", **{"accept-language": taal})
        is_fout(antwoord, 400, "vraag_onjuist", taal)
        document = json.loads(antwoord.content)
        assert document["fouten"][0]["plek"] == plek
        assert "Er is niets beslist" in document["tekst"]
    assert Auditregel.objects.count() == voor


def is_fout(antwoord: HttpResponse, status: int, code: str, taal: str = "nl") -> None:
    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (status, "application/problem+json")
    document = json.loads(antwoord.content)
    assert (document["code"], document["status"]) == (code, status)
    assert document["title"] == document["tekst" if taal == "nl" else "text"]
    assert document["tekst"] != document["text"]
    assert not any(woord in antwoord.content.decode() for woord in ("Traceback", "site-packages", ".py"))


REEKS_FOUT = {
    "geen lijst": ({"evaluations": "alles"}, "/evaluations"),
    "een object": ({"evaluations": {"0": {}}}, "/evaluations"),
    "te veel": ({"evaluations": [{}] * 101}, "/evaluations"),
    "onbekende wijze": ({"options": {"evaluations_semantic": "random"}}, "/options/evaluations_semantic"),
    "wijze is een lijst": (
        {"options": {"evaluations_semantic": ["execute_all"]}},
        "/options/evaluations_semantic",
    ),
    "opties zijn tekst": ({"options": "execute_all"}, "/options"),
    "subject is tekst": ({"subject": "sanne"}, "/subject"),
    "action is een lijst": ({"action": ["lezen"]}, "/action"),
    "resource is een getal": ({"resource": 1}, "/resource"),
    "context is tekst": ({"context": "nu"}, "/context"),
}


@pytest.mark.parametrize("naam", REEKS_FOUT)
def test_een_reeks_die_niet_klopt(wereld: Wereld, pep: Client, naam: str) -> None:
    anders, plek = REEKS_FOUT[naam]
    antwoord = stuur(pep, vraagt(wereld) | {"evaluations": [{}]} | anders, "/access/v1/evaluations")
    is_fout(antwoord, 400, "vraag_onjuist")
    assert antwoord.json()["fouten"][0]["plek"] == plek


def test_een_fout_in_een_reeks_houdt_de_rest_niet_op(wereld: Wereld, pep: Client) -> None:
    vragen = [
        {},
        {"action": {"name": 3}},
        {"subject": {"type": "user"}},
        {"resource": {"type": "x", "id": "y"}},
        7,
        {},
    ]
    voor = Auditregel.objects.count()
    delen = stuur(pep, vraagt(wereld) | {"evaluations": vragen}, "/access/v1/evaluations").json()[
        "evaluations"
    ]
    assert [deel["decision"] for deel in delen] == [True, False, False, False, False, True]
    plekken = [deel["context"]["error"]["plek"] for deel in delen if "error" in deel["context"]]
    assert plekken[:2] == ["/evaluations/1/action/name", "/evaluations/2/subject/id"]
    assert Auditregel.objects.count() == voor + 2


def test_aan_de_deur(wereld: Wereld, pep: Client, settings: Any) -> None:
    goed = json.dumps(vraagt(wereld))
    post, json_ = pep.post, "application/json"
    is_fout(Client().post(PAD, goed, json_), 401, "niet_ingelogd")
    is_fout(Client(headers={"authorization": "Bearer x"}).post(PAD, goed, json_), 401, "niet_ingelogd")
    is_fout(Client(headers={"authorization": "Basic eDp5"}).post(PAD, goed, json_), 401, "niet_ingelogd")
    is_fout(post(PAD, goed, "text/xml"), 400, "soort_onjuist")
    is_fout(post(PAD, "{", json_), 400, "json_onjuist")
    is_fout(post(PAD, "", json_), 400, "soort_onjuist")  # an empty body comes without a media type
    is_fout(post(PAD, b"\xff\xfe", json_), 400, "json_onjuist")
    is_fout(post(PAD, goed[:-1] + ', "action": {"name": "read"}}', json_), 400, "json_onjuist")
    is_fout(post(PAD, goed.replace("lezen", "\\u0000"), json_), 400, "json_onjuist")
    is_fout(post(PAD, "[" * 100_000, json_), 400, "json_onjuist")
    is_fout(post(PAD, json.dumps("x" * 6_000_000), json_), 413, "te_groot")
    geen_post = pep.get(PAD)
    is_fout(geen_post, 405, "werkwoord_onjuist")
    assert geen_post.headers["Allow"] == "POST"
    settings.API_PER_MINUUT = 1
    traag = met_rol(wereld, "auditor")
    assert traag.post(PAD, goed, json_).status_code == 200
    te_veel = traag.post(PAD, goed, json_)
    is_fout(te_veel, 429, "te_veel")
    assert int(te_veel.headers["Retry-After"]) > 0


def test_het_nummer_van_het_verzoek_komt_terug_en_brengt_niets_mee(wereld: Wereld, pep: Client) -> None:
    assert stuur(pep, vraagt(wereld), **{"x-request-id": "Abc_1!"}).headers["X-Request-ID"] == "Abc_1!"
    for vreemd in ("a b", "é", "x" * 201):
        assert stuur(pep, vraagt(wereld), **{"x-request-id": vreemd}).headers["X-Request-ID"] != vreemd
