"""The NL API Design Rules, as checks over the OpenAPI document. Names follow the rules' own identifiers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from pydantic import BaseModel

from samenhang.api.api import api
from samenhang.api.schemas import Invoer, Uitvoer

BESCHRIJVING: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema()))
OPERATIES = [
    (f"{werkwoord.upper()} {pad}", pad, werkwoord, operatie)
    for pad, deel in BESCHRIJVING["paths"].items()
    for werkwoord, operatie in deel.items()
]
WERKWOORDEN = {"get", "post", "put", "patch", "delete"}
HANDELEN = {"get", "post", "put", "delete", "create", "update", "haal", "maak", "wijzig", "verwijder"}

Regel = Callable[[str, str, dict[str, Any]], bool]


def deelschemas(schema: Any) -> Iterator[dict[str, Any]]:
    """A schema and everything inside it, references followed by name only."""
    if isinstance(schema, dict):
        yield schema
        for waarde in schema.values():
            yield from deelschemas(waarde)
    elif isinstance(schema, list):
        for waarde in schema:
            yield from deelschemas(waarde)


def parameters(operatie: dict[str, Any], waar: str) -> list[dict[str, Any]]:
    return [p for p in operatie.get("parameters", []) if p["in"] == waar]


def antwoorden(operatie: dict[str, Any], eerste: str) -> list[tuple[str, dict[str, Any]]]:
    return [(code, wat) for code, wat in operatie["responses"].items() if code[0] in eerste]


def inhoud(antwoord: dict[str, Any]) -> Any:
    return next(iter(antwoord["content"].values()))["schema"]


def kebab(pad: str) -> bool:
    delen = pad.strip("/").split("/")
    return all(re.fullmatch(r"\{[a-z][A-Za-z]*\}|[a-z0-9]+(-[a-z0-9]+)*", deel) for deel in delen)


def aliassen(naam: str) -> bool:
    return re.fullmatch(r"[a-z]+([A-Z0-9][a-z0-9]*)*", naam) is not None


OAUTH = {
    "grant_type",
    "client_assertion",
    "client_assertion_type",
    "client_id",
    "client_secret",
    "access_token",
    "token_type",
    "expires_in",
    "scope",
    "token",
    "token_type_hint",
}
"""Names that RFC 6749 and RFC 7009 fix."""

REGELS: dict[str, Regel] = {
    "core/http-methods": lambda pad, w, o: w in WERKWOORDEN,
    "core/no-trailing-slash": lambda pad, w, o: not pad.endswith("/"),
    "core/path-segments-kebab-case": lambda pad, w, o: kebab(pad),
    "core/no-actions-as-verbs": lambda pad, w, o: not HANDELEN & set(pad.strip("/").split("/")),
    "core/query-keys-camel-case": lambda pad, w, o: all(aliassen(p["name"]) for p in parameters(o, "query")),
    "core/path-parameters-declared": lambda pad, w, o: (
        {p["name"] for p in parameters(o, "path")} == set(re.findall(r"\{(\w+)\}", pad))
    ),
    "core/no-version-in-path": lambda pad, w, o: not re.search(r"/v[0-9]+(/|$)", pad),
    "core/no-body-on-get": lambda pad, w, o: w != "get" or "requestBody" not in o,
    "core/version-header": lambda pad, w, o: all("API-Version" in a["headers"] for _, a in o["responses"].items()),
    "core/error-handling/problem-details": lambda pad, w, o: all(
        list(a["content"]) == ["application/problem+json"] for _, a in antwoorden(o, "45")
    ),
    "core/error-handling/bad-request": lambda pad, w, o: "400" in o["responses"],
    "core/error-handling/one-meaning-of-422": lambda pad, w, o: (
        "422" not in o["responses"] or any(p["name"] == "Idempotency-Key" for p in parameters(o, "header"))
    ),
    "core/error-handling/unauthorised": lambda pad, w, o: ("401" in o["responses"]) == bool(o.get("security")) or pad == "/token",
    "core/error-handling/not-found": lambda pad, w, o: "{" not in pad or "404" in o["responses"],
    "core/transport/rate-limit": lambda pad, w, o: "Retry-After" in o["responses"]["429"]["headers"],
    "core/summary-and-description": lambda pad, w, o: bool(o["summary"]) and len(o["description"]) > 5,
    "core/tags": lambda pad, w, o: len(o["tags"]) == 1,
    "core/success-is-described": lambda pad, w, o: 1 <= len(antwoorden(o, "2")) <= 3,
    "core/json-or-declared-file": lambda pad, w, o: all(
        set(a["content"]) <= BESTANDSSOORTEN for _, a in antwoorden(o, "2")
    ),
    "core/security": lambda pad, w, o: bool(o.get("security")) or pad in OPENBAAR,
    "eigen/typed-answer": lambda pad, w, o: all(getypeerd(inhoud(a)) for _, a in antwoorden(o, "2")),
    "eigen/typed-body": lambda pad, w, o: (
        "requestBody" not in o or all(getypeerd(d["schema"]) for d in o["requestBody"]["content"].values())
    ),
    "eigen/list-is-a-page": lambda pad, w, o: w != "get" or bladert(o),
    "eigen/idempotency-key-on-post": lambda pad, w, o: (
        w != "post" or pad in ZONDER_GEVOLG | GEHEIM or any(p["name"] == "Idempotency-Key" for p in parameters(o, "header"))
    ),
}  # fmt: skip
BESTANDSSOORTEN = {
    "application/json", "text/csv", "application/octet-stream", "application/pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
OPENBAAR = {
    "/token",
    "/token/intrekkingen",
    "/vroegsignalering/openbaar/cijfers",
    "/vroegsignalering/openbaar/cijferbestand",
    "/vroegsignalering/openbaar/monitor",
    "/vroegsignalering/openbaar/monitorbestand",
    "/vroegsignalering/openbaar/regels/{code}",
}
ZONDER_GEVOLG = {
    "/token",
    "/token/intrekkingen",
    "/termijnberekeningen",
    "/helplijn/bezettingsramingen",
    "/helplijn/bezettingsplannen/{id}/vergelijkingen",
    "/helplijn/roosters",
    "/vroegsignalering/beleid/vergelijking",
    "/vroegsignalering/contactteksten/voorbeeld",
    "/vroegsignalering/partners/{id}/afspraken/vergelijking",
}
ZONDER_GEVOLG |= {
    pad
    for pad in BESCHRIJVING["paths"]
    if pad.startswith("/schuldhulp/berekeningen/") or pad.endswith("/vooraf")
}
"""Posts that compute, authenticate or show a letter before it goes: repeating them changes nothing."""
GEHEIM = {"/beheer/medewerkers/{id}/sleutels"}
"""Its answer holds a secret that is kept nowhere, so there is nothing to answer a repetition with."""


def getypeerd(schema: dict[str, Any], gezien: frozenset[str] = frozenset()) -> bool:
    """No object of unknown content anywhere inside: each has named properties, or typed values."""
    for deel in deelschemas(schema):
        naam = deel.get("$ref", "").rsplit("/", 1)[-1] if isinstance(deel.get("$ref"), str) else ""
        if (
            naam
            and naam not in gezien
            and not getypeerd(BESCHRIJVING["components"]["schemas"][naam], gezien | {naam})
        ):
            return False
        if deel.get("type") == "object" and "properties" not in deel:
            waarden = deel.get("additionalProperties", True)
            if waarden is True or waarden == {}:
                return False
        if deel.get("type") == "array" and not deel.get("items"):
            return False
    return True  # fmt: skip


def bladert(operatie: dict[str, Any]) -> bool:
    """A list at the top of an answer comes by pages: `items`, `volgende`, and the key `na`."""
    (_, antwoord), *_ = antwoorden(operatie, "2")
    if "application/json" not in antwoord["content"]:
        return True
    schema = inhoud(antwoord)
    if "$ref" in schema:
        schema = BESCHRIJVING["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    velden = schema.get("properties", {})
    if "items" not in velden:
        return schema.get("type") != "array"
    return "volgende" in velden and "na" in {p["name"] for p in parameters(operatie, "query")}


@pytest.mark.parametrize("naam", REGELS)
def test_elke_operatie(naam: str) -> None:
    fout = [
        plek for plek, pad, werkwoord, operatie in OPERATIES if not REGELS[naam](pad, werkwoord, operatie)
    ]
    assert not fout


def test_er_zijn_operaties_en_elke_heeft_een_eigen_id() -> None:
    ids = [operatie["operationId"] for *_, operatie in OPERATIES]
    assert len(ids) == len(set(ids)) > 15


def test_info_servers_en_versie() -> None:
    info = BESCHRIJVING["info"]
    assert BESCHRIJVING["openapi"] == "3.1.0"
    assert {"name", "email", "url"} <= set(info["contact"])
    assert info["license"]
    assert info["description"]
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", info["version"])
    for server in BESCHRIJVING["servers"]:
        assert re.search(r"^https://.*/v[0-9]+$", server["url"])
        assert server["url"].endswith(f"/v{info['version'].split('.')[0]}")


def test_veldnamen_zijn_camel_case_en_datums_hebben_een_vorm() -> None:
    for naam, schema in BESCHRIJVING["components"]["schemas"].items():
        for veld, soort in schema.get("properties", {}).items():
            assert aliassen(veld) or veld in OAUTH, f"{naam}.{veld}"
            if re.search(r"(^datum|[dD]atum$|^geboortedatum)", veld) and naam.endswith("Uit"):
                assert any(deel.get("format") == "date" for deel in deelschemas(soort)), f"{naam}.{veld}"


def test_elke_verwijzing_bestaat() -> None:
    for deel in deelschemas(BESCHRIJVING):
        if isinstance(deel.get("$ref"), str):
            assert deel["$ref"].rsplit("/", 1)[-1] in BESCHRIJVING["components"]["schemas"], deel


def test_elk_schema_zegt_wat_het_is() -> None:
    zonder = [
        n
        for n, s in BESCHRIJVING["components"]["schemas"].items()
        if not s.get("description") and "enum" not in s
    ]
    assert not [naam for naam in zonder if not naam.startswith(("Bladzijde", "MultiPart"))]


def test_het_probleem_heeft_wat_rfc_9457_en_wij_vragen() -> None:
    assert {"type", "status", "title", "detail", "code", "tekst", "text"} <= set(
        BESCHRIJVING["components"]["schemas"]["Probleem"]["required"]
    )


def test_een_antwoord_zonder_type_wordt_geweigerd_bij_het_laden() -> None:
    from samenhang.api.routes import Routes

    def los(request: object) -> dict[str, Any]:
        return {}

    def kaal(request: object) -> BaseModel:
        return BaseModel()

    with pytest.raises(TypeError, match="Uitvoer"):
        Routes().get("/los", summary="Los")(los)
    with pytest.raises(TypeError, match="Uitvoer"):
        Routes().get("/kaal", summary="Kaal")(kaal)


def test_de_beschrijving_staat_waar_zij_hoort_en_is_van_overal_te_lezen() -> None:
    antwoord = Client().get("/api/v1/openapi.json")
    assert antwoord.status_code == 200
    assert antwoord.headers["Access-Control-Allow-Origin"] == "*"
    assert antwoord.headers["API-Version"] == BESCHRIJVING["info"]["version"]
    assert antwoord.json() == BESCHRIJVING


def test_van_regel_tot_zin_alle_weigeringen_zijn_beschreven() -> None:
    from samenhang.api.beschrijving import FOUTEN

    codes = {code for *_, operatie in OPERATIES for code, _ in antwoorden(operatie, "45")}
    assert codes <= set(FOUTEN)


def test_elk_schema_heeft_een_eigen_naam() -> None:
    """The description holds schemas by name: two models of one name would describe one another."""
    namen: list[str] = []
    wacht: list[type] = [Invoer, Uitvoer]
    while wacht:
        model = wacht.pop()
        namen.append(model.__name__)
        wacht += model.__subclasses__()
    dubbel = sorted({naam for naam in namen if namen.count(naam) > 1})
    assert dubbel == []
