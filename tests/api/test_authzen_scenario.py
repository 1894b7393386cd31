"""AuthZEN 1.0: the mandatory decisions and structural cases of the public certification scenario, through the real door.

The scenario's own small policy is written as permits and decided by `beslis`, like everything else.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from samenhang.api.authzen import deur
from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Categorie, Overgang, Proces, Rol, Scheme, Stap
from samenhang.kernel.toegang import Beslistabel, Feiten, Grondslag, Plafond, Regel, Verzoek, compileer
from samenhang.kernel.zaken.oordeel import Oordeelvraag, Vertaling
from tests.api.wereld import bewijs
from tests.bouw import maak_gemeente

pytestmark = pytest.mark.django_db
SCENARIO = json.loads((Path(__file__).parent / "authzen_scenario.json").read_text("utf-8"))
GEVALLEN = {f"{rij['sectie']} {rij['wat']} ({rij['pad']})": rij for rij in SCENARIO["gevallen"]}
ROLLEN = {"alice": "gebruiker", "bob": "admin"}
STATUS = {"record-1": "active", "record-2": "archived"}


@cache
def proeftabel() -> Beslistabel:
    """Alice reads, and writes or softly deletes what is active; an admin reads, and writes what is archived."""
    titel = Tekst("proef", "proof")
    proef = Scheme(
        naam="certificering",
        titel=titel,
        doel="gebruik",
        doelen=("zacht_wissen", "wissen"),
        zaak=Proces(
            "record",
            (Stap("active", titel, begin=True), Stap("archived", titel, eind=True)),
            (Overgang("archiveer", titel, ("active",), "archived"),),
        ),
        rollen=(Rol("gebruiker", titel, ("",)), Rol("admin", titel, ("",))),
        categorieen=(Categorie("record", titel),),
        nummerletters="CE",
        feiten=object,
    )

    def regel(id_: str, rol: str, doel: str, stappen: tuple[str, ...], leest: bool, schrijft: bool) -> Regel:
        record, niets = frozenset({"record"}), frozenset[str]()
        return Regel(
            id_, "certificering", ("",), ((rol, "organisatie"),), (doel,), stappen, record if leest else niets, record if schrijft else niets, "proef", "scenario"
        )  # fmt: skip

    regels = [
        regel("lezen", "gebruiker", "gebruik", ("active", "archived"), True, False),
        regel("schrijven", "gebruiker", "gebruik", ("active",), False, True),
        regel("zacht", "gebruiker", "zacht_wissen", ("active",), False, True),
        regel("admin-lezen", "admin", "gebruik", ("active", "archived"), True, False),
        regel("admin-archief", "admin", "gebruik", ("archived",), False, True),
    ]
    alles = Plafond(
        frozenset({""}),
        frozenset({("gebruiker", "organisatie"), ("admin", "organisatie")}),
        frozenset({"gebruik", "zacht_wissen"}),
        frozenset({"*", "active", "archived"}),
        frozenset({"record"}),
        frozenset({"record"}),
    )
    wet = Grondslag(
        "proef", "proef", "proof", "scenario", "in_werking", "bevestigd", date(2026, 1, 1), None, (alles,)
    )
    return compileer({"certificering": proef}, regels, {"proef": wet}, ())


def vertaal(vrager: Actor, vraag: Oordeelvraag) -> Vertaling:
    """The fixture: who is known by role, what by status; properties that are sent go first."""
    rol = str(vraag.wie.eigenschappen.get("role", ""))
    rol = "admin" if rol == "admin" else ROLLEN.get(vraag.wie.id, "")
    status = str(vraag.wat.eigenschappen.get("status", STATUS.get(vraag.wat.id, "-")))
    doel = "gebruik"
    if vraag.handeling == "delete":
        doel = "zacht_wissen" if vraag.eigenschappen.get("soft") is True else "wissen"
    record = frozenset({"record"})
    leest = record if vraag.handeling == "read" else frozenset[str]()
    verzoek = Verzoek("certificering", "", (rol,), doel, leest, record - leest)
    wie = Actor(None, vraag.wie.id, vrager.organisatie_id, "", kanaal="api")
    return Vertaling(wie, verzoek, Feiten("organisatie", status), proeftabel())


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(deur, "vertaler", vertaal)
    gemeente = maak_gemeente()
    return Client(headers=bewijs(gemeente.sanne.medewerker_id), raise_request_exception=False)


def vraag(client: Client, pad: str, document: Any, **koppen: str) -> Any:
    return client.post(f"/access/v1/{pad}", json.dumps(document), "application/json", headers=koppen)


def test_het_scenario_is_er_helemaal() -> None:
    regels = {rij["sectie"] for rij in GEVALLEN.values() if rij["sectie"].startswith("c-1-4")}
    assert regels == {f"c-1-4 rule {nummer}" for nummer in range(1, 9)}
    assert len(GEVALLEN) >= 30


@pytest.mark.parametrize("naam", GEVALLEN)
def test_geval(client: Client, naam: str) -> None:
    """Each decision one log row; a question that cannot be read is decided by nobody."""
    geval, voor = GEVALLEN[naam], Auditregel.objects.count()
    antwoord = vraag(client, geval["pad"], geval["vraag"], **{"x-request-id": "certificering 1"[:13]})
    assert antwoord.status_code == geval["status"]
    assert antwoord.headers["X-Request-ID"] == "certificering"
    rijen = Auditregel.objects.count() - voor
    if geval["status"] != 200:
        assert rijen == 0
        assert antwoord.json()["fouten"][0]["plek"].startswith("/")
        return
    assert antwoord.headers["Content-Type"] == "application/json"
    document = antwoord.json()
    if "besluit" in geval:
        assert document["decision"] is geval["besluit"]
        assert isinstance(document["context"], dict)
        assert rijen == 1
        laatste = Auditregel.objects.latest("moment")
        assert laatste.uitkomst == ("verleend" if geval["besluit"] else "geweigerd")
        return
    delen = document["evaluations"]
    assert "decision" not in document
    assert all(isinstance(deel["decision"], bool) for deel in delen)
    assert len(delen) == geval.get("aantal", len(geval.get("besluiten", [])))
    if "besluiten" in geval:
        assert [deel["decision"] for deel in delen] == geval["besluiten"]
    assert rijen == sum("error" not in deel["context"] for deel in delen)


def test_kop_en_inhoud(client: Client) -> None:
    """Sections 2.4.3 to 2.6: media type, malformed and empty bodies, no number, and the same answer again."""
    goed = GEVALLEN["c-1-4 rule 1 alice reads record-1 (evaluation)"]["vraag"]
    for inhoud, soort in (
        (json.dumps(goed), "text/plain"),
        ("{", "application/json"),
        ("", "application/json"),
    ):
        antwoord = client.post("/access/v1/evaluation", inhoud, soort)
        assert antwoord.status_code == 400, (inhoud, soort)
        assert antwoord.headers["Content-Type"] == "application/problem+json"
    antwoorden = [vraag(client, "evaluation", goed) for _ in range(3)]
    assert {antwoord.content for antwoord in antwoorden} == {antwoorden[0].content}
    assert antwoorden[0].headers["X-Request-ID"]


def test_stoppen_bij_het_eerste_antwoord(client: Client) -> None:
    alice = {"subject": {"type": "user", "id": "alice"}, "resource": {"type": "record", "id": "record-1"}}
    wissen, lezen = {"action": {"name": "delete"}}, {"action": {"name": "read"}}
    for wijze, vragen, besluiten in (
        ("deny_on_first_deny", [lezen, wissen, lezen], [True, False]),
        ("permit_on_first_permit", [wissen, lezen, wissen], [False, True]),
        ("execute_all", [wissen, lezen, wissen], [False, True, False]),
    ):
        voor = Auditregel.objects.count()
        document = alice | {"options": {"evaluations_semantic": wijze}, "evaluations": vragen}
        delen = vraag(client, "evaluations", document).json()["evaluations"]
        assert [deel["decision"] for deel in delen] == besluiten
        assert Auditregel.objects.count() - voor == len(besluiten)


def test_waar_het_te_vragen_is() -> None:
    """Section 6: anyone may ask; every address is HTTPS and starts with that of the decision point."""
    antwoord = Client().get("/.well-known/authzen-configuration")
    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (200, "application/json")
    document = antwoord.json()
    hier = document["policy_decision_point"]
    assert hier.startswith("https://")
    assert document["access_evaluation_endpoint"] == f"{hier}/access/v1/evaluation"
    assert document["access_evaluations_endpoint"] == f"{hier}/access/v1/evaluations"
    assert Client().post("/.well-known/authzen-configuration").status_code == 405
