"""Disclosure, log, supervision, agreements, holds, access, emergency: each operation refuses ten wrong requests or more.

The operations come from the description of the API itself, so that a new one in these groups is asked the same at once.
Each refusal says where it is and what to do, in both languages, and leaves everything as it was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client

from samenhang.api.api import api
from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie, Rolvervulling
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.zaken.models import Zaak
from tests.api.wereld import bewijs
from tests.staand import gemeente_met_zaak

GROEPEN = re.compile(
    r"/(auditregels|organisatiesoorten|logboek|vernietigingen|bewaartermijnen|vasthoudingen|toezicht|samenwerkingsafspraken"
    r"|beheer/(uitwisseling|uitwisselpartners|partnersleutels)"
    r"|vroegsignalering/(overdrachten|binnengekomen-overdrachten|ontvangen-berichten)"
    r"|vroegsignalering/meldingen/{id}/(bezwaren|bezwaarbesluit|besluitbrief|verbeterverzoeken|kopieverzoeken|gegevensverbeteringen"
    r"|voorwaarden|voorwaardenakkoord|toestemmingen|toestemmingsintrekking|informeringen|uitstel|kennismakingen"
    r"|verstuurd|inzage)"
    r"|vernietigberichten|wams/(doorgegeven|overleggen)"
    r"|wams/zaken/{id}/(nood|conflict-van-plichten|planstuk|informeerbrief|besluitbrief|casusoverleg)|wams/zaken(/{id})?(?=$))(/|$)"
)
"""What must refuse well: everything about who may see what, what went where, and what stands in the log."""
MINSTENS = 10
JSON = "application/json"
ROLLEN = ("vroegsignaleerder", "teamleider", "intake", "beheerder", "fg", "auditor")
STIL = ("logboek", "zegel", "toezicht", "sessions", "web", "herhaling", "organisaties")
"""Where a refusal may write: it is logged, and a token was used."""


@cache
def document() -> Any:
    return api.get_openapi_schema()


def bewerkingen() -> list[tuple[str, str]]:
    return [
        (methode, pad) for pad, wat in document()["paths"].items() for methode in wat if GROEPEN.match(pad)
    ]


@dataclass(frozen=True)
class Verzoek:
    """One wrong request; `plaats` is the field that the refusal must name, empty where it is no field."""

    wat: str
    pad: str
    methode: str
    lijf: bytes | None = None
    plaats: str = ""
    soort: str = JSON
    koppen: dict[str, str] = field(default_factory=dict)
    wie: str = "alles"


def los(schema: Any) -> Any:
    """A schema without references and without the null beside it."""
    if "$ref" in schema:
        return los(document()["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]])
    for deel in schema.get("anyOf") or schema.get("allOf") or ():
        if deel.get("type") != "null":
            return los(deel) | {"leeg_mag": any(d.get("type") == "null" for d in schema.get("anyOf", ()))}
    return schema


def goed(schema: Any) -> Any:
    """Something of the right form for a field."""
    schema = los(schema)
    if "enum" in schema or "const" in schema:
        return schema.get("const") or schema["enum"][0]
    if schema.get("examples"):
        return schema["examples"][0]
    vorm = schema.get("format")
    match schema.get("type"):
        case "object":
            return {
                n: goed(s) for n, s in schema.get("properties", {}).items() if n in schema.get("required", ())
            }
        case "array":
            return [goed(schema["items"])] * schema.get("minItems", 1)
        case "integer" | "number":
            return max(1, schema.get("minimum", 1))
        case "boolean":
            return True
    if vorm == "uuid":
        return str(nieuw_id())
    return {"date": "2026-12-01", "date-time": "2026-12-01T10:00:00Z"}.get(
        vorm or "", "Een hele zin die lang genoeg is."[: schema.get("maxLength", 99)]
    )


def fout(schema: Any) -> Iterator[Any]:
    """What is wrong for a field of a body."""
    schema = los(schema)
    if not schema.get("leeg_mag"):
        yield None
    vorm, soort = schema.get("format"), schema.get("type")
    if soort != "object":
        yield {"x": 1}
    if soort != "array":
        yield ["x"]
    if soort == "string" or "enum" in schema:
        yield 5
        yield True
    if "enum" in schema or "const" in schema:
        yield from {"bestaat-niet", ""} - {*schema.get("enum", ())}
    elif vorm == "date":
        yield from ("2026-02-30", "24-11-2026", "morgen", "")
    elif vorm == "uuid":
        yield from ("geen-nummer", "0" * 36)
    elif soort == "string" and "maxLength" in schema:
        yield "a" * (schema["maxLength"] + 1)
    if soort in ("integer", "number"):
        yield from ("twee", 1.5, 10**30)
    if soort == "boolean":
        yield from ("misschien", 7)


def fout_in_vraag(naam: str, schema: Any) -> Iterator[str]:
    """What is wrong for a parameter in the address."""
    schema = los(schema)
    if "enum" in schema:
        yield from ("bestaat-niet", "1")
    elif schema.get("format") == "date":
        yield from ("2026-02-30", "24-11-2026", "morgen")
    elif schema.get("format") == "uuid":
        yield from ("geen-nummer", "1")
    elif schema.get("type") == "integer":
        yield from ("twee", "-1", "1.5", "99999999999999999999")
    elif schema.get("type") == "boolean":
        yield from ("misschien", "2")
    elif naam == "na":
        yield from ("W10", "bladwijzer")


def verkeerd(methode: str, pad: str, zaak: str) -> Iterator[Verzoek]:
    """All wrong requests of one operation."""
    wat = document()["paths"][pad][methode]
    delen = re.findall(r"{(\w+)}", pad)
    vol = re.sub(r"{\w+}", zaak if "meldingen" in pad or "wams" in pad else str(nieuw_id()), pad)
    schema = los(wat["requestBody"]["content"][JSON]["schema"]) if "requestBody" in wat else None
    moet = [d for d in wat.get("parameters", ()) if d["in"] == "query" and d.get("required")]
    vol += "?" + "&".join([f"{d['name']}={goed(d['schema'])}" for d in moet]) if moet else ""
    en = "&" if moet else "?"
    lijf = goed(schema) if schema else None
    vast = json.dumps(lijf).encode() if schema else None

    def anders(naam: str, adres: str = vol, **meer: Any) -> Verzoek:
        return Verzoek(naam, adres, methode, **({"lijf": vast} | meer))

    for soort in ("niemand", "verzonnen", "basic", "leeg", "vreemd", "zonder rol"):
        yield anders(f"als {soort}", wie=soort)
    for verkeerde in ("put", "patch", "delete"):
        yield Verzoek(f"met {verkeerde}", vol, verkeerde, vast)
    for deel in delen:
        for waarde in ("geen-nummer", "0" * 36, "1"):
            yield anders(f"{deel}={waarde}", re.sub(r"{\w+}", waarde, pad))
        yield anders(f"{deel} bestaat niet", re.sub(r"{\w+}", str(uuid4()), pad))
    yield (
        anders("een filter dat er niet is", f"{vol}{en}kleur=rood", plaats="kleur")
        if methode == "get"
        else anders("een sleutel van niets", koppen={"idempotency-key": "kort"})
    )
    for deel in wat.get("parameters", ()):
        if deel["in"] == "query":
            for waarde in fout_in_vraag(deel["name"], deel["schema"]):
                plaats = "" if deel["name"] == "na" else deel["name"]
                yield anders(
                    f"{deel['name']}={waarde}",
                    f"{vol.partition('?')[0]}?{deel['name']}={waarde}",
                    plaats=plaats,
                )
        if deel["name"] == "If-Match":
            yield anders("geen versie", koppen={"if-match": "W/3"})
            yield anders("een oude versie", koppen={"if-match": '"1"'})
    if methode == "get":
        yield anders("tweemaal een onbekend filter", f"{vol}{en}stuks=1&stuks=2", plaats="stuks")
        return
    yield anders("een sleutel met spaties", koppen={"idempotency-key": "a b c d e f g h"})
    if schema is None:
        return
    yield anders("geen JSON", lijf=b"{")
    yield anders("een lijst", lijf=b"[]")
    yield anders("niets", lijf=b"")
    yield anders("geen UTF-8", lijf=b"\xff\xfe{}")
    yield anders("een andere soort", lijf=b"<a/>", soort="text/xml")
    yield anders(
        "een veld te veel", lijf=json.dumps(lijf | {"bestaatNiet": 1}).encode(), plaats="bestaatNiet"
    )
    for naam, deel in schema.get("properties", {}).items():
        if naam in schema.get("required", ()):
            zonder = {n: w for n, w in lijf.items() if n != naam}
            yield anders(f"zonder {naam}", lijf=json.dumps(zonder).encode(), plaats=naam)
        for waarde in fout(deel):
            yield anders(
                f"{naam}={str(waarde)[:20]}", lijf=json.dumps(lijf | {naam: waarde}).encode(), plaats=naam
            )


@pytest.fixture(autouse=True)
def veel_verzoeken(settings: Any) -> None:
    """One client sends all of them in a moment; the ceiling on calls has tests of its own."""
    settings.API_PER_MINUUT = 1_000_000


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    """A case, somebody with every role that these groups know, somebody with none, and a resident."""

    def bouw(map_: Path) -> Any:
        gemeente, zaak_id = gemeente_met_zaak(map_)
        wie = Medewerker.objects.get(id=gemeente.sanne.medewerker_id)
        for rol in ROLLEN[1:]:
            Rolvervulling.objects.create(
                medewerker=wie, scheme="vroegsignalering", rol=rol, van=date(2026, 1, 1)
            )
        Rolvervulling.objects.create(medewerker=wie, scheme="wams", rol="coordinator", van=date(2026, 1, 1))
        kaal = Medewerker.objects.create(
            gebruiker=Gebruiker.objects.create_user("kaal@test.invalid", naam="Kaal"),
            organisatie=Organisatie.objects.get(id=gemeente.organisatie.id), naam="Kaal", van=date(2026, 1, 1),
        )  # fmt: skip
        return zaak_id, {
            "alles": bewijs(wie.id),
            "zonder rol": bewijs(kaal.id),
            "niemand": {},
            "verzonnen": {"authorization": "Bearer verzonnen"},
            "basic": {"authorization": "Basic eDp5"},
            "leeg": {"authorization": "Bearer"},
            "vreemd": {"authorization": "Bearer \u00e9"},
        }

    return blijvend(bouw)


def telling() -> dict[str, int]:
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if not issubclass(model, Categorietabel) and model._meta.app_label not in STIL
    }


def plaatsen(antwoord: Any) -> str:
    return json.dumps([(f.get("kolom"), f.get("plek"), f.get("tekst")) for f in antwoord.get("fouten") or ()])


@pytest.mark.django_db
@pytest.mark.parametrize(("methode", "pad"), bewerkingen(), ids=[f"{m} {p}" for m, p in bewerkingen()])
def test_elke_bewerking_weigert_tien_keer_met_plaats_en_raad(stand: Any, methode: str, pad: str) -> None:
    zaak_id, koppen = stand
    versie, voor = Zaak.objects.get(id=zaak_id).versie, telling()
    geweigerd = set()
    for verzoek in verkeerd(methode, pad, str(zaak_id)):
        antwoord = Client(raise_request_exception=False).generic(
            verzoek.methode.upper(),
            f"/api/v1{verzoek.pad}",
            verzoek.lijf or b"",
            content_type=verzoek.soort,
            headers=koppen[verzoek.wie] | verzoek.koppen,
        )
        if verzoek.wie == "zonder rol" and antwoord.status_code < 300 and methode == "get":
            continue  # open to everybody who works here
        assert 400 <= antwoord.status_code < 500, (verzoek.wat, antwoord.status_code, antwoord.content[:300])
        assert antwoord.headers["Content-Type"] == "application/problem+json", verzoek.wat
        uit = json.loads(antwoord.content)
        assert uit["code"], verzoek.wat
        for deel in (uit, *(uit.get("fouten") or ())):
            assert deel["tekst"] != deel["text"], (verzoek.wat, deel)
            assert min(len(deel["tekst"]), len(deel["text"])) > 15, (verzoek.wat, deel)
        if verzoek.plaats:
            assert verzoek.plaats.lower() in plaatsen(uit).replace("_", "").lower(), (verzoek.wat, uit)
        geweigerd.add(verzoek.wat)
    assert len(geweigerd) >= MINSTENS, (methode, pad, len(geweigerd))
    assert telling() == voor, "er is niets van bewaard"
    assert Zaak.objects.get(id=zaak_id).versie == versie


def test_elke_groep_heeft_bewerkingen() -> None:
    """A renamed path would leave its group without tests."""
    groepen = {GROEPEN.match(pad)[1] for _, pad in bewerkingen()}  # type: ignore[index]
    namen = {naam.strip("()") for naam in re.findall(r"[a-z][a-z-]+", GROEPEN.pattern.replace("{id}", ""))}
    gevonden = " ".join(groepen)
    assert [n for n in sorted(namen) if n not in gevonden and n not in ("id",)] == []
    assert len(bewerkingen()) > 45
